package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.metric.Metric;
import io.gongbi.metric.MetricQuery;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that a metric is taken over, by the bar that they belong to, and the number of each bar.
 * They meet bars by way of their days: joined by a range they would take a hundred times as long. A
 * metric that is split, or that must know a row's standing among its customer's, first makes its
 * rows ({@code now_row}); any other is counted where its rows stand.
 */
record MetricRows(
    Metric metric, TableSpec table, AsOf asOf, Optional<Sql> who, Optional<Splitter> split) {
  private static final Where OF_NOBODY = new Where.Missing(FieldKey.of("order.customer_id"));

  /** What happened, or what it is compared with: the columns of a bar that bound it. */
  record Side(String name, String from, String until, String ends) {
    static final Side NOW = new Side("now", "bucket", "until", "#as_of");
    static final Side BEFORE = new Side("before", "base_from", "base_until", "b.base_end");
    static final Side YEAR = new Side("year", "year_from", "year_until", "b.year_end");
  }

  /** Counted where the rows stand. */
  boolean isPlain() {
    return split.isEmpty()
        && !MetricQuery.asksFirstEver(metric.formula())
        && !MetricQuery.asksAgain(metric.formula());
  }

  /** Adds {@code who}, where the metric is not about all. */
  Sql among(Sql sql) {
    return who.isPresent() ? sql.step("who", who.get()) : sql;
  }

  /**
   * Adds {@code …_by_bucket}: {@code bucket, [part, rest,] value}, and now also {@code anonymous}.
   */
  Sql measured(Sql sql, Side side, Period span) {
    var where = new WhereQuery("w");
    if (isPlain()) {
      var byBucket =
          """
          select d.bucket,
                 %s
          from %s_days d
          join {%s} o on o.day = d.day
          where o.day >= #first
            and o.day < #last
            and o.happened_at < d.ends%s
          group by d.bucket
          """
              .formatted(numbers(side, where), side.name(), table.name(), amongWho());
      return days(sql, side, span)
          .step(side.name() + "_by_bucket", where.bindInto(Sql.of(byBucket)).with(bounds(span)));
    }
    var parts = split.isPresent() ? "o.shown as part,\n       o.rest,\n       " : "";
    var by = split.isPresent() ? ",\n         o.shown,\n         o.rest" : "";
    var byBucket =
        "select o.bucket,\n       %s%s\nfrom %s_row o\ngroup by o.bucket%s\n"
            .formatted(parts, numbers(side, where), side.name(), by);
    return rows(sql, side, span).step(side.name() + "_by_bucket", where.bindInto(Sql.of(byBucket)));
  }

  /** Adds {@code …_row}: the rows with their bar, and all that the metric must know of them. */
  Sql rows(Sql sql, Side side, Period span) {
    var made =
        days(sql, side, span).step(side.name() + "_act", Sql.of(act(side)).with(bounds(span)));
    if (split.isPresent() && side.equals(Side.NOW)) {
      var where = new WhereQuery("s");
      made = made.step("part", where.bindInto(Sql.of(largest(where))));
    }
    return made.step(side.name() + "_row", row(side));
  }

  private Sql days(Sql sql, Side side, Period span) {
    var days =
        """
        select d.day,
               b.bucket,
               %s as ends
        from (
          select distinct o.day
          from {%s} o
          where o.day >= #first
            and o.day < #last
        ) d
        join bucket b on d.day >= b.%s
                     and d.day < b.%s
        """
            .formatted(side.ends(), table.name(), side.from(), side.until());
    return sql.step(
        side.name() + "_days",
        Sql.of(days).with(bounds(span)).with("as_of", Value.of(asOf.instant())));
  }

  private static Map<String, Value> bounds(Period span) {
    return Map.of("first", Value.of(span.from()), "last", Value.of(span.until()));
  }

  private String act(Side side) {
    boolean firstEver = MetricQuery.asksFirstEver(metric.formula());
    var columns =
        Stream.of(
                "customer_id",
                "day",
                "kind",
                "name",
                "amount",
                "items",
                "quantity",
                "source",
                "order_key")
            .filter(table::has)
            .map(c -> ",\n       o." + c)
            .collect(Collectors.joining());
    if (firstEver) columns += ",\n       coalesce(o.day = f.first_order_day, false) as first_ever";
    if (split.isPresent()) columns += ",\n       " + split.get().value() + " as part";
    var joins = split.map(Splitter::join).orElse("");
    if (firstEver) joins += "left join {profile.customer} f on f.customer_id = o.customer_id\n";
    return """
    select d.bucket%s
    from %s_days d
    join {%s} o on o.day = d.day
    %swhere o.day >= #first
      and o.day < #last
      and o.happened_at < d.ends%s
    """
        .formatted(columns, side.name(), table.name(), joins, amongWho());
  }

  /** The parts that stand by themselves, the largest first: those that the number is most of. */
  private String largest(WhereQuery where) {
    return """
    select a.part,
           row_number() over (
             order by %s desc nulls last,
                      a.part nulls last
           ) as place
    from now_act a
    where a.part is not null
    group by a.part
    order by place nulls last
    limit %s
    """
        .formatted(size(metric.formula(), where), Split.MOST);
  }

  private String size(Metric.Formula formula, WhereQuery where) {
    return switch (formula) {
      case Metric.Formula.Ratio ratio -> size(ratio.under().formula(), where);
      case Metric.Formula.Newcomers _, Metric.Formula.Repeaters _ ->
          "count(distinct a.customer_id)";
      case Metric.Formula.Count _, Metric.Formula.Sum _, Metric.Formula.Customers _ ->
          MetricQuery.expression(
              new Metric(
                  metric.id(),
                  metric.label(),
                  metric.meaning(),
                  metric.unit(),
                  metric.of(),
                  formula),
              where,
              table,
              "a");
    };
  }

  private String row(Side side) {
    var parted =
        split.isEmpty()
            ? side.name() + "_act r"
            : """
            (
              select a.*,
                     case when t.part is not null then a.part end as shown,
                     a.part is not null and t.part is null as rest
              from %s_act a
              left join part t on t.part = a.part
            ) r"""
                .formatted(side.name());
    var again =
        """
        ,
               coalesce(
                 r.day > min(case when r.kind = 'sale' then r.day end) over (
                   partition by r.bucket,%s
                                r.customer_id
                 ),
                 false
               ) as again"""
            .formatted(split.isPresent() ? " r.shown, r.rest," : "");
    return "select r.*%s\nfrom %s\n"
        .formatted(MetricQuery.asksAgain(metric.formula()) ? again : "", parted);
  }

  private String numbers(Side side, WhereQuery where) {
    var numbers = MetricQuery.expression(metric, where, table, "o") + " as value";
    if (!side.equals(Side.NOW)) return numbers;
    var base = MetricQuery.base(metric, where, table, "o");
    return numbers
        + ",\n       "
        + anonymous(where)
        + " as anonymous"
        + base.map(b -> ",\n       " + b + " as base").orElse("");
  }

  /** What of the number is of nobody known; of a ratio no part is. */
  private String anonymous(WhereQuery where) {
    var ofNobody =
        switch (metric.formula()) {
          case Metric.Formula.Count f ->
              Optional.<Metric.Formula>of(new Metric.Formula.Count(ofNobody(f.rows())));
          case Metric.Formula.Sum f ->
              Optional.<Metric.Formula>of(
                  new Metric.Formula.Sum(ofNobody(f.rows()), f.of(), f.turned()));
          case Metric.Formula.Customers _,
              Metric.Formula.Newcomers _,
              Metric.Formula.Repeaters _,
              Metric.Formula.Ratio _ ->
              Optional.<Metric.Formula>empty();
        };
    return ofNobody
        .map(
            f ->
                MetricQuery.expression(
                    new Metric(
                        metric.id(),
                        metric.label(),
                        metric.meaning(),
                        metric.unit(),
                        metric.of(),
                        f),
                    where,
                    table,
                    "o"))
        .orElse("0");
  }

  private static Where ofNobody(Where rows) {
    return new Where.Both(List.of(rows, OF_NOBODY));
  }

  private String amongWho() {
    return who.isPresent() ? "\n  and o.customer_id in (select w.customer_id from who w)" : "";
  }

  /** {@code customer_id} of those behind a bar of the rows that were made. */
  Sql members(Side side, String which) {
    var where = new WhereQuery("m");
    return where.bindInto(
        Sql.of(
            """
            select distinct o.customer_id
            from %s_row o
            where o.customer_id is not null
              and o.bucket = #bucket
              and %s%s
            """
                .formatted(
                    side.name(), MetricQuery.behind(metric.formula(), where, table, "o"), which)));
  }

  /** The same of days alone, where the rows are counted where they stand. */
  Sql members() {
    var where = new WhereQuery("w");
    return where.bindInto(
        Sql.of(
            """
            select distinct o.customer_id
            from {%s} o
            where o.customer_id is not null
              and o.day >= #first
              and o.day < #last
              and o.happened_at < #ends
              and %s%s
            """
                .formatted(
                    table.name(),
                    MetricQuery.behind(metric.formula(), where, table, "o"),
                    amongWho())));
  }
}
