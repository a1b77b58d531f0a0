package io.gongbi.metric;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The only translation of {@link Measure}: all measures of one entity in one pass over its rows,
 * grouped by customer. Only the days are read that some measure looks at; where all measures are of
 * the same rows, those are picked before grouping instead of in each aggregate.
 */
public final class MeasureQuery {
  private final TableSpec table;
  private final AsOf asOf;
  private final WhereQuery where;
  private final Map<String, Value> days = new LinkedHashMap<>();
  private final String prefix;

  private MeasureQuery(TableSpec table, AsOf asOf, String prefix) {
    this.table = table;
    this.asOf = asOf;
    this.prefix = prefix;
    this.where = new WhereQuery(prefix);
  }

  /**
   * One row a customer who has any of the rows, a column {@code m0, m1 …} a measure in the order
   * given. Customers without rows are not in it: see {@link #ofNothing}.
   */
  public static Sql byCustomer(List<Measure> measures, TableSpec table, AsOf asOf) {
    return new MeasureQuery(table, asOf, "w").grouped(measures);
  }

  /**
   * The rows that a measure is made of, its filter and its window, the newest first: every column
   * of the entity but the customer's id.
   */
  public static Sql rows(Measure measure, TableSpec table, AsOf asOf, int limit) {
    var query = new MeasureQuery(table, asOf, "w");
    var columns =
        table.columns().stream()
            .map(Column::name)
            .filter(c -> !c.equals("customer_id"))
            .map(c -> "e." + c)
            .collect(Collectors.joining(",\n       "));
    return query.bound(
        Sql.of(
            """
            select %s
            from {%s} e
            where %s
              and %s
            order by e.happened_at desc nulls last
            limit %d
            """
                .formatted(
                    columns,
                    table.name(),
                    query.where.text(measure.rows(), table, "e"),
                    query.within(measure.window().days(asOf)),
                    limit)));
  }

  /** A column of {@link #byCustomer}, read for somebody who may not be in it. */
  public static String ofNothing(Measure measure, String column) {
    return measure.aggregate().ofNothingIsZero() ? "coalesce(" + column + ", 0)" : column;
  }

  private Sql grouped(List<Measure> measures) {
    var span = span(measures.stream().map(Measure::window).toList(), asOf);
    var common = new LinkedHashSet<>(parts(measures.getFirst().rows()));
    measures.forEach(m -> common.retainAll(parts(m.rows())));
    var picked = new ArrayList<String>();
    picked.add("e.customer_id is not null");
    picked.add(within(span));
    for (var part : common) picked.add(where.text(part, table, "e"));
    var columns = new StringBuilder("e.customer_id");
    for (int i = 0; i < measures.size(); i++) {
      var measure = measures.get(i);
      columns.append(",\n       ").append(aggregate(measure, filter(measure, common, span)));
      columns.append(" as m").append(i);
    }
    return bound(
        Sql.of(
            """
            select %s
            from {%s} e
            where %s
            group by e.customer_id
            """
                .formatted(columns, table.name(), String.join("\n  and ", picked))));
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
  private String filter(Measure measure, Set<Where> picked, Optional<Period> span) {
    var left = new ArrayList<String>();
    var days = measure.window().days(asOf);
    if (!days.equals(span)) left.add(within(days));
    for (var part : parts(measure.rows())) {
      if (!picked.contains(part)) left.add(where.text(part, table, "e"));
    }
    return left.isEmpty() ? "" : " filter (where " + String.join(" and ", left) + ")";
  }

  private String aggregate(Measure measure, String filter) {
    return switch (measure.aggregate()) {
      case COUNT -> "count(*)" + filter;
      case SUM -> "coalesce(sum(" + column(measure) + ")" + filter + ", 0)";
      case MIN -> "min(" + column(measure) + ")" + filter;
      case MAX -> "max(" + column(measure) + ")" + filter;
      case DISTINCT_DAYS -> "count(distinct e.day)" + filter;
      case DAYS_SINCE_LAST -> "gb_days(max(e.day)" + filter + ", " + day(asOf.day()) + ")";
    };
  }

  private String column(Measure measure) {
    var field = measure.of().orElseThrow(() -> new IllegalArgumentException("of what? " + measure));
    return "e." + table.column(field.column()).name();
  }

  /** The days that a set of windows looks at in sum; empty when one looks at all. */
  public static Optional<Period> span(Collection<Window> windows, AsOf asOf) {
    var bounded = windows.stream().map(w -> w.days(asOf)).toList();
    if (bounded.isEmpty() || bounded.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    var from = bounded.stream().map(p -> p.orElseThrow().from()).min(Comparator.naturalOrder());
    var until = bounded.stream().map(p -> p.orElseThrow().until()).max(Comparator.naturalOrder());
    return Optional.of(new Period(from.orElseThrow(), until.orElseThrow()));
  }

  /** Between the days of a window; ever is up to the as-of day. */
  private String within(Optional<Period> days) {
    return days.map(d -> "e.day >= " + day(d.from()) + " and e.day < " + day(d.until()))
        .orElseGet(() -> "e.day <= " + day(asOf.day()));
  }

  private String day(LocalDate day) {
    var known =
        days.entrySet().stream().filter(d -> d.getValue().equals(Value.of(day))).findFirst();
    if (known.isPresent()) return "#" + known.get().getKey();
    var name = prefix + "day" + days.size();
    days.put(name, Value.of(day));
    return "#" + name;
  }

  private Sql bound(Sql sql) {
    return where.bindInto(sql).with(days);
  }
}
