package io.gongbi.condition;

import io.gongbi.calendar.AsOf;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a condition means, read off the definitions one customer and one row at a time: the
 * reference that the SQL is held against. It shares no line with it.
 */
record PlainReading(Table customers, Table orders, Table events, Table held, AsOf asOf) {
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

  Optional<BigDecimal> measured(Measure measure, long customer) {
    var rows =
        (measure.entity().equals(Measure.ORDER) ? orders : events)
            .stream()
                .filter(r -> r.wholeIfAny("customer_id").equals(Optional.of(customer)))
                .filter(r -> inWindow(measure.window(), r.day("day")))
                .filter(r -> meets(measure.rows(), r))
                .toList();
    var values =
        measure.of().stream()
            .flatMap(f -> rows.stream().map(r -> r.value(f.column())))
            .filter(v -> !(v instanceof Value.Missing))
            .map(PlainReading::number)
            .toList();
    return switch (measure.aggregate()) {
      case COUNT -> Optional.of(BigDecimal.valueOf(rows.size()));
      case SUM -> Optional.of(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
      case MIN -> values.stream().min(BigDecimal::compareTo);
      case MAX -> values.stream().max(BigDecimal::compareTo);
      case DISTINCT_DAYS ->
          Optional.of(
              BigDecimal.valueOf(
                  new TreeSet<>(rows.stream().map(r -> r.day("day")).toList()).size()));
      case DAYS_SINCE_LAST ->
          rows.stream()
              .map(r -> r.day("day"))
              .max(LocalDate::compareTo)
              .map(last -> BigDecimal.valueOf(ChronoUnit.DAYS.between(last, asOf.day())));
    };
  }

  private boolean inWindow(Window window, LocalDate day) {
    return switch (window) {
      case Window.LastDays last ->
          !day.isBefore(asOf.day().minusDays(last.days())) && day.isBefore(asOf.day());
      case Window.During during -> during.period().contains(day);
      case Window.Ever _ -> !day.isAfter(asOf.day());
    };
  }

  private boolean meets(Where where, Row row) {
    return switch (where) {
      case Where.Always _ -> true;
      case Where.Compare c -> compare(row.value(c.field().column()), c.op(), c.value());
      case Where.In in ->
          in.values().stream().anyMatch(v -> compare(row.value(in.field().column()), Op.EQ, v));
      case Where.Missing m -> row.missing(m.field().column());
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
    int order =
        switch (found) {
          case Value.Missing _ -> Integer.MIN_VALUE;
          case Value.Text t -> t.value().compareTo(((Value.Text) wanted).value());
          case Value.Flag f -> Boolean.compare(f.value(), ((Value.Flag) wanted).value());
          case Value.Day d -> d.value().compareTo(((Value.Day) wanted).value());
          case Value.Moment m -> m.value().compareTo(((Value.Moment) wanted).value());
          case Value.Whole _, Value.Decimal _, Value.Real _ ->
              number(found).compareTo(number(wanted));
          case Value.TextList _ -> throw new IllegalArgumentException("no lists");
        };
    return !(found instanceof Value.Missing) && test(order, op);
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
