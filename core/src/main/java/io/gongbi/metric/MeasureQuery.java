package io.gongbi.metric;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The only translation of {@link Measure}: all measures of one entity in one pass over its rows,
 * grouped by customer. Only the days are read that some measure looks at; where all measures are of
 * the same rows, those are picked before grouping instead of in each aggregate. A measure that
 * picks a value out of the rows, such as the most frequent, has a step of its own.
 */
public final class MeasureQuery {
  private final TableSpec table;
  private final AsOf asOf;
  private final WhereQuery where;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final String prefix;
  private final Optional<String> read;

  private MeasureQuery(List<Measure> measures, TableSpec table, AsOf asOf, String prefix) {
    this.asOf = asOf;
    this.prefix = prefix;
    this.where = new WhereQuery(prefix);
    boolean moments = measures.stream().anyMatch(Moments::asked);
    boolean registration = measures.stream().anyMatch(m -> m.window() instanceof Window.FirstDays);
    this.read = Moments.rows(table, moments, registration);
    this.table = moments ? Moments.of(table) : table;
    if (moments) values.put("zone", Value.of(asOf.zone().getId()));
  }

  /**
   * One row a customer who has any of the rows, a column {@code m0, m1 …} a measure in the order
   * given. Customers without rows are not in it: see {@link #ofNothing}.
   */
  public static Sql byCustomer(List<Measure> measures, TableSpec table, AsOf asOf) {
    return new MeasureQuery(measures, table, asOf, "w").grouped(measures);
  }

  /**
   * The value that {@link Aggregate#TOP_VALUE} picks and those that come after it, at most {@code
   * most}, with how many rows have it and how many have any: {@code customer_id, value, n, total,
   * place}, places from 1 on.
   */
  public static Sql top(Measure measure, TableSpec table, AsOf asOf, int most) {
    if (measure.aggregate() != Aggregate.TOP_VALUE) {
      throw new IllegalArgumentException("not the most frequent: " + measure);
    }
    var query = new MeasureQuery(List.of(measure), table, asOf, "w");
    return query.bound(query.ranked(Sql.of(TOP), measure, 0).with("most", Value.of(most)));
  }

  private static final String TOP =
      """
      select r.customer_id,
             r.value,
             r.n,
             r.total,
             r.place
      from ranked0 r
      where r.place <= #most
      """;

  /**
   * The rows that a measure is made of, its filter and its window, the newest first: every column
   * of the entity but the customer's id.
   */
  public static Sql rows(Measure measure, TableSpec table, AsOf asOf, int limit) {
    var query = new MeasureQuery(List.of(measure), table, asOf, "w");
    var columns =
        table.columns().stream()
            .map(c -> c.name())
            .filter(c -> !c.equals("customer_id"))
            .map(c -> "e." + c)
            .collect(java.util.stream.Collectors.joining(",\n       "));
    return query.bound(
        Sql.of(
            """
            select %s
            from %s e
            where %s
              and %s
            order by e.happened_at desc nulls last
            limit %s
            """
                .formatted(
                    columns,
                    query.source(),
                    query.where.kept(measure.rows(), query.table, "e"),
                    query.within(measure, query.scope(measure)),
                    limit)));
  }

  /** A column of {@link #byCustomer}, read for somebody who may not be in it. */
  public static String ofNothing(Measure measure, String column) {
    return measure.aggregate().ofNothingIsZero() ? "coalesce(" + column + ", 0)" : column;
  }

  private String source() {
    return read.isPresent() ? "told" : "{" + table.name() + "}";
  }

  private Sql grouped(List<Measure> measures) {
    var span = span(measures);
    var common = new LinkedHashSet<>(parts(measures.getFirst().rows()));
    measures.forEach(m -> common.retainAll(parts(m.rows())));
    var wanted = new ArrayList<String>();
    wanted.add("e.customer_id is not null");
    wanted.add(within(span));
    for (var part : common) wanted.add(where.kept(part, table, "e"));
    var columns = new StringBuilder("e.customer_id");
    for (int i = 0; i < measures.size(); i++) {
      var measure = measures.get(i);
      if (measure.aggregate().picks()) continue;
      columns.append(",\n       ").append(aggregate(measure, filter(measure, common, span)));
      columns.append(" as m").append(i);
    }
    var grouped =
        Sql.of(
            """
            select %s
            from %s e
            where %s
            group by e.customer_id
            """
                .formatted(columns, source(), String.join("\n  and ", wanted)));
    return bound(
        measures.stream().anyMatch(m -> m.aggregate().picks())
            ? withPicks(measures, grouped)
            : grouped);
  }

  private Sql withPicks(List<Measure> measures, Sql grouped) {
    var text = new StringBuilder("select g.customer_id");
    for (int i = 0; i < measures.size(); i++) {
      boolean picks = measures.get(i).aggregate().picks();
      text.append(picks ? ",\n       p%1$s.value as m%1$s".formatted(i) : ",\n       g.m" + i);
    }
    text.append("\nfrom grouped g");
    for (int i = 0; i < measures.size(); i++) {
      if (!measures.get(i).aggregate().picks()) continue;
      text.append("\nleft join picked%1$s p%1$s on p%1$s.customer_id = g.customer_id".formatted(i));
    }
    var sql = Sql.of(text.toString()).step("grouped", grouped);
    for (int i = 0; i < measures.size(); i++) {
      if (measures.get(i).aggregate().picks()) sql = picked(sql, measures.get(i), i);
    }
    return sql;
  }

  /** Adds the step {@code picked<i>}: a value a customer. */
  private Sql picked(Sql sql, Measure measure, int i) {
    if (measure.aggregate() != Aggregate.TOP_VALUE) {
      var column = column(measure);
      var direction = measure.aggregate() == Aggregate.LAST_VALUE ? " desc" : "";
      return sql.step(
          "picked" + i,
          """
          select e.customer_id,
                 %1$s as value
          from %2$s e
          where %3$s
          qualify row_number() over (
            partition by e.customer_id
            order by e.happened_at%4$s nulls last, %1$s nulls last) = 1
          """
              .formatted(column, source(), picking(measure), direction));
    }
    return ranked(sql, measure, i)
        .step(
            "picked" + i,
            "select r.customer_id,\n       r.value\nfrom ranked" + i + " r\nwhere r.place = 1\n");
  }

  /** The rows that a value is picked out of. */
  private String picking(Measure measure) {
    return "e.customer_id is not null and %s is not null and %s and %s"
        .formatted(
            column(measure),
            within(measure, scope(measure)),
            where.kept(measure.rows(), table, "e"));
  }

  /** Adds the step {@code ranked<i>}: every value of a customer with its place. */
  private Sql ranked(Sql sql, Measure measure, int i) {
    return sql.step(
            "counted" + i,
            """
            select e.customer_id,
                   %1$s as value,
                   count(*) as n,
                   max(e.happened_at) as last_at
            from %2$s e
            where %3$s
            group by e.customer_id, %1$s
            """
                .formatted(column(measure), source(), picking(measure)))
        .step(
            "ranked" + i,
            """
            select c.customer_id,
                   c.value,
                   c.n,
                   cast(sum(c.n) over (partition by c.customer_id) as bigint) as total,
                   row_number() over (
                     partition by c.customer_id
                     order by c.n desc nulls last, c.last_at desc nulls last, c.value nulls last
                   ) as place
            from counted%s c
            """
                .formatted(Integer.toString(i)));
  }

  /** What all rows have to meet, where a filter says so. */
  private static List<Where> parts(Where rows) {
    return switch (rows) {
      case Where.Always _ -> List.of();
      case Where.Both both -> both.all().stream().flatMap(w -> parts(w).stream()).toList();
      case Where.Compare _,
          Where.In _,
          Where.Missing _,
          Where.StartsWith _,
          Where.Contains _,
          Where.Either _,
          Where.Except _ ->
          List.of(rows);
    };
  }

  /** What of a measure's rows and window is not yet in the where of the whole. */
  private String filter(Measure measure, Set<Where> wanted, Optional<Period> span) {
    var left = new ArrayList<String>();
    var days = scope(measure);
    if (!days.equals(span) || measure.window() instanceof Window.FirstDays) {
      left.add(within(measure, days));
    }
    for (var part : parts(measure.rows())) {
      if (!wanted.contains(part)) left.add(where.kept(part, table, "e"));
    }
    return left.isEmpty() ? "" : " filter (where " + String.join(" and ", left) + ")";
  }

  private String aggregate(Measure measure, String filter) {
    return switch (measure.aggregate()) {
      case COUNT -> "count(*)" + filter;
      case SUM -> "coalesce(sum(" + column(measure) + ")" + filter + ", 0)";
      case AVERAGE -> "cast(avg(" + column(measure) + ")" + filter + " as decimal(18,4))";
      case MIN -> "min(" + column(measure) + ")" + filter;
      case MAX -> "max(" + column(measure) + ")" + filter;
      case DISTINCT_DAYS -> "count(distinct e.day)" + filter;
      case DISTINCT_VALUES -> "count(distinct " + column(measure) + ")" + filter;
      case DAYS_SINCE_LAST -> "gb_days(max(e.day)" + filter + ", " + day(asOf.day()) + ")";
      case DAYS_SINCE_FIRST -> "gb_days(min(e.day)" + filter + ", " + day(asOf.day()) + ")";
      case TREND -> trend(measure, filter);
      case FIRST_VALUE, LAST_VALUE, TOP_VALUE ->
          throw new IllegalStateException("a step of its own");
    };
  }

  /** Change in per cent; a base of nothing, or of less, has none. */
  private String trend(Measure measure, String filter) {
    var from = day(measure.window().days(asOf).orElseThrow().from());
    var amount = measure.of().isPresent() ? column(measure) : "1";
    var later = total(amount, "e.day >= " + from, filter);
    var before = total(amount, "e.day < " + from, filter);
    return "cast(case when %2$s > 0 then 100.0 * (%1$s - %2$s) / nullif(%2$s, 0) end as decimal(18,4))"
        .formatted(later, before);
  }

  private static String total(String amount, String when, String filter) {
    return "coalesce(sum(case when " + when + " then " + amount + " end)" + filter + ", 0)";
  }

  private String column(Measure measure) {
    var field = measure.of().orElseThrow(() -> new IllegalArgumentException("of what? " + measure));
    return "e." + table.column(field.column()).name();
  }

  /** The days whose rows a measure reads: for a trend also as many before its window. */
  private Optional<Period> scope(Measure measure) {
    var days = measure.window().days(asOf);
    return measure.aggregate() == Aggregate.TREND
        ? days.map(d -> new Period(d.from().minusDays(d.days()), d.until()))
        : days;
  }

  /** The days that a set of measures looks at in sum; empty when one looks at all. */
  private Optional<Period> span(List<Measure> measures) {
    var bounded = measures.stream().map(this::scope).toList();
    if (bounded.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    var from = bounded.stream().map(p -> p.orElseThrow().from()).min(Comparator.naturalOrder());
    var until = bounded.stream().map(p -> p.orElseThrow().until()).max(Comparator.naturalOrder());
    return Optional.of(new Period(from.orElseThrow(), until.orElseThrow()));
  }

  private String within(Measure measure, Optional<Period> days) {
    return measure.window() instanceof Window.FirstDays first
        ? "coalesce(gb_days(e.registered_on, e.day) >= 0 and gb_days(e.registered_on, e.day) < "
            + hold(Value.of(first.days()))
            + ", false) and "
            + within(days)
        : within(days);
  }

  /** Between the days of a window; ever is up to the as-of day. */
  private String within(Optional<Period> days) {
    return days.map(d -> "e.day >= " + day(d.from()) + " and e.day < " + day(d.until()))
        .orElseGet(() -> "e.day <= " + day(asOf.day()));
  }

  private String day(LocalDate day) {
    return hold(Value.of(day));
  }

  private String hold(Value value) {
    var known = values.entrySet().stream().filter(d -> d.getValue().equals(value)).findFirst();
    if (known.isPresent()) return "#" + known.get().getKey();
    var name = prefix + "day" + values.size();
    values.put(name, value);
    return "#" + name;
  }

  private Sql bound(Sql sql) {
    var all = where.bindInto(sql).with(values);
    if (read.isEmpty()) return all;
    // The rows come first: every other step reads them.
    var steps = new ArrayList<Sql.Part>();
    steps.add(new Sql.Part("told", Sql.of(read.get())));
    steps.addAll(all.parts());
    return new Sql(steps, all.select(), all.values());
  }
}
