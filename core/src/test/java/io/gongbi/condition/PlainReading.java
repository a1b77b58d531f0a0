package io.gongbi.condition;

import static java.util.Comparator.naturalOrder;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Occasion;
import io.gongbi.calendar.Period;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a condition means, read off the definitions one customer and one row at a time: the
 * reference that the SQL is held against. It shares no line with it.
 */
record PlainReading(
    Table customers, Table orders, Table items, Table events, Table held, AsOf asOf) {
  List<Long> members(Condition condition) {
    return customers.stream()
        .filter(c -> meets(condition, c))
        .map(c -> c.whole("customer_id"))
        .sorted()
        .toList();
  }

  boolean meets(Condition condition, Row customer) {
    return switch (condition) {
      case Condition.All all -> all.of().stream().allMatch(c -> meets(c, customer));
      case Condition.Any any -> any.of().stream().anyMatch(c -> meets(c, customer));
      case Condition.Not not -> !meets(not.of(), customer);
      case Condition.Attribute attribute -> meets(attribute.customer(), customer);
      case Condition.Behaviour behaviour ->
          measured(behaviour.measure(), customer.whole("customer_id"))
              .map(found -> test(found.compareTo(behaviour.bound()), behaviour.op()))
              .orElse(false);
      case Condition.Picked picked ->
          picked(picked.measure(), customer.whole("customer_id"))
              .filter(found -> picked.values().contains(found))
              .isPresent();
      case Condition.Holds holds -> {
        var row =
            held.stream()
                .filter(h -> h.whole("customer_id") == customer.whole("customer_id"))
                .findFirst();
        boolean known =
            held.columns().stream().anyMatch(c -> c.name().equals(holds.trait().column()));
        yield known
            && row.isPresent()
            && compare(row.get().value(holds.trait().column()), holds.op(), holds.value());
      }
    };
  }

  private List<Row> rows(Measure measure, long customer) {
    var table =
        measure.entity().equals(Measure.ORDER)
            ? orders
            : measure.entity().equals(Measure.ITEM) ? items : events;
    return table.stream()
        .filter(r -> r.wholeIfAny("customer_id").equals(Optional.of(customer)))
        .filter(r -> meets(measure.rows(), r))
        .toList();
  }

  private Optional<Value> picked(Measure measure, long customer) {
    var column = measure.of().orElseThrow().column();
    var rows =
        rows(measure, customer).stream()
            .filter(r -> inWindow(measure.window(), r.day("day"), customer))
            .filter(r -> !(cell(r, column) instanceof Value.Missing))
            .toList();
    Comparator<Row> smaller = Comparator.comparing(r -> cell(r, column), PlainReading::order);
    var moment = Comparator.<Row, java.time.Instant>comparing(r -> r.moment("happened_at"));
    return switch (measure.aggregate()) {
      case FIRST_VALUE ->
          rows.stream().min(moment.thenComparing(smaller)).map(r -> cell(r, column));
      case LAST_VALUE ->
          rows.stream().min(moment.reversed().thenComparing(smaller)).map(r -> cell(r, column));
      case TOP_VALUE -> {
        var by = rows.stream().collect(Collectors.groupingBy(r -> cell(r, column)));
        Comparator<Value> best =
            Comparator.<Value>comparingInt(v -> -by.get(v).size())
                .thenComparing(
                    v ->
                        by.get(v).stream()
                            .map(r -> r.moment("happened_at"))
                            .max(naturalOrder())
                            .orElseThrow(),
                    Comparator.reverseOrder())
                .thenComparing(PlainReading::order);
        yield by.keySet().stream().min(best);
      }
      case COUNT,
          SUM,
          AVERAGE,
          MIN,
          MAX,
          DISTINCT_DAYS,
          DISTINCT_VALUES,
          DAYS_SINCE_LAST,
          DAYS_SINCE_FIRST,
          TREND ->
          throw new IllegalArgumentException("picks nothing: " + measure);
    };
  }

  Optional<BigDecimal> measured(Measure measure, long customer) {
    if (measure.aggregate().picks()) return picked(measure, customer).map(PlainReading::number);
    if (measure.aggregate() == Aggregate.TREND) return trend(measure, customer);
    var rows =
        rows(measure, customer).stream()
            .filter(r -> inWindow(measure.window(), r.day("day"), customer))
            .toList();
    var found =
        measure.of().stream()
            .flatMap(f -> rows.stream().map(r -> cell(r, f.column())))
            .filter(v -> !(v instanceof Value.Missing))
            .toList();
    if (measure.aggregate() == Aggregate.DISTINCT_VALUES) {
      return Optional.of(BigDecimal.valueOf(found.stream().distinct().count()));
    }
    var values = found.stream().map(PlainReading::number).toList();
    var days = rows.stream().map(r -> r.day("day")).sorted().toList();
    return switch (measure.aggregate()) {
      case COUNT -> Optional.of(BigDecimal.valueOf(rows.size()));
      case SUM -> Optional.of(sum(values));
      case AVERAGE ->
          values.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  sum(values).divide(BigDecimal.valueOf(values.size()), 4, RoundingMode.HALF_UP));
      case MIN -> values.stream().min(BigDecimal::compareTo);
      case MAX -> values.stream().max(BigDecimal::compareTo);
      case DISTINCT_DAYS -> Optional.of(BigDecimal.valueOf(new TreeSet<>(days).size()));
      case DAYS_SINCE_LAST ->
          days.isEmpty() ? Optional.empty() : Optional.of(between(days.getLast()));
      case DAYS_SINCE_FIRST ->
          days.isEmpty() ? Optional.empty() : Optional.of(between(days.getFirst()));
      case DISTINCT_VALUES, TREND, FIRST_VALUE, LAST_VALUE, TOP_VALUE ->
          throw new IllegalStateException("answered above");
    };
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal between(LocalDate day) {
    return BigDecimal.valueOf(ChronoUnit.DAYS.between(day, asOf.day()));
  }

  /** The window against the same number of days before it. */
  private Optional<BigDecimal> trend(Measure measure, long customer) {
    var days = measure.window().days(asOf).orElseThrow();
    var later = total(measure, days, customer);
    var before = total(measure, days.preceding(), customer);
    return before.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            later
                .subtract(before)
                .multiply(BigDecimal.valueOf(100))
                .divide(before, 4, RoundingMode.HALF_UP));
  }

  private BigDecimal total(Measure measure, Period days, long customer) {
    return sum(
        rows(measure, customer).stream()
            .filter(r -> days.contains(r.day("day")))
            .map(
                r ->
                    measure
                        .of()
                        .map(f -> cell(r, f.column()))
                        .map(v -> v instanceof Value.Missing ? BigDecimal.ZERO : number(v))
                        .orElse(BigDecimal.ONE))
            .toList());
  }

  /** A cell, or what the row's moment tells. */
  private Value cell(Row row, String column) {
    return switch (column) {
      case "weekday" -> Value.of(Integer.toString(row.day("day").getDayOfWeek().getValue()));
      case "hour" ->
          Value.of("%02d".formatted(row.moment("happened_at").atZone(asOf.zone()).getHour()));
      case "occasion" ->
          Occasion.of(row.day("day")).map(o -> Value.of(o.code())).orElseGet(Value::missing);
      default -> row.value(column);
    };
  }

  private boolean inWindow(Window window, LocalDate day, long customer) {
    return switch (window) {
      case Window.Ago ago ->
          !day.isBefore(asOf.day().minusDays(ago.from()))
              && !day.isAfter(asOf.day().minusDays(ago.to()));
      case Window.Running running ->
          day.getYear() == asOf.day().getYear()
              && (running.unit() == Window.Unit.YEAR || day.getMonth() == asOf.day().getMonth())
              && !day.isAfter(asOf.day());
      case Window.FirstDays first ->
          customers.stream()
              .filter(c -> c.whole("customer_id") == customer)
              .flatMap(c -> c.dayIfAny("registered_day").stream())
              .anyMatch(
                  registered ->
                      !day.isBefore(registered)
                          && day.isBefore(registered.plusDays(first.days()))
                          && !day.isAfter(asOf.day()));
      case Window.LastDays last ->
          !day.isBefore(asOf.day().minusDays(last.days())) && day.isBefore(asOf.day());
      case Window.During during -> during.period().contains(day);
      case Window.Ever _ -> !day.isAfter(asOf.day());
    };
  }

  private boolean meets(Where where, Row row) {
    return switch (where) {
      case Where.Always _ -> true;
      case Where.Compare c -> compare(cell(row, c.field().column()), c.op(), c.value());
      case Where.In in ->
          in.values().stream().anyMatch(v -> compare(cell(row, in.field().column()), Op.EQ, v));
      case Where.Missing m -> cell(row, m.field().column()) instanceof Value.Missing;
      case Where.StartsWith s ->
          row.textIfAny(s.field().column()).filter(t -> t.startsWith(s.text())).isPresent();
      case Where.Contains c ->
          row.textIfAny(c.field().column()).filter(t -> t.contains(c.text())).isPresent();
      case Where.Both b -> b.all().stream().allMatch(w -> meets(w, row));
      case Where.Either e -> e.any().stream().anyMatch(w -> meets(w, row));
      case Where.Except x -> !meets(x.not(), row);
    };
  }

  private static boolean compare(Value found, Op op, Value wanted) {
    return !(found instanceof Value.Missing) && test(order(found, wanted), op);
  }

  private static int order(Value found, Value wanted) {
    return switch (found) {
      case Value.Missing _ -> Integer.MIN_VALUE;
      case Value.Text t -> t.value().compareTo(((Value.Text) wanted).value());
      case Value.Flag f -> Boolean.compare(f.value(), ((Value.Flag) wanted).value());
      case Value.Day d -> d.value().compareTo(((Value.Day) wanted).value());
      case Value.Moment m -> m.value().compareTo(((Value.Moment) wanted).value());
      case Value.Whole _, Value.Decimal _, Value.Real _ -> number(found).compareTo(number(wanted));
      case Value.TextList _ -> throw new IllegalArgumentException("no lists");
    };
  }

  private static boolean test(int order, Op op) {
    return switch (op) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GE -> order >= 0;
      case GT -> order > 0;
      case LE -> order <= 0;
      case LT -> order < 0;
    };
  }

  private static BigDecimal number(Value value) {
    return switch (value) {
      case Value.Whole w -> BigDecimal.valueOf(w.value());
      case Value.Decimal d -> d.value();
      case Value.Real r -> BigDecimal.valueOf(r.value());
      case Value.Text _,
          Value.Flag _,
          Value.Day _,
          Value.Moment _,
          Value.TextList _,
          Value.Missing _ ->
          throw new IllegalArgumentException("not a number: " + value);
    };
  }
}
