package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.metric.Metric;
import io.gongbi.metric.MetricQuery;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of a trend: the bars as rows, what happened in their days, what happened in the days
 * that they are compared with, and the three side by side. Orders meet bars by way of their days:
 * joined by a range they would take a hundred times as long.
 */
final class TrendQuery {
  private static final Where OF_NOBODY = new Where.Missing(FieldKey.of("order.customer_id"));

  private final Trend trend;
  private final Metric metric;
  private final TableSpec orders;
  private final AsOf asOf;
  private final Optional<Sql> who;
  private final List<Bucket> buckets;

  /** {@code who}: the customers that the trend is about, where it is not about all. */
  TrendQuery(Trend trend, Metric metric, TableSpec orders, AsOf asOf, Optional<Sql> who) {
    this.trend = trend;
    this.metric = metric;
    this.orders = orders;
    this.asOf = asOf;
    this.who = who;
    this.buckets = Bucket.of(trend, asOf);
  }

  List<Bucket> buckets() {
    return buckets;
  }

  /** {@code bucket, value, previous, change, open, anonymous}. */
  Sql answer() {
    var bases = buckets.stream().flatMap(b -> b.base().stream()).map(Bucket.Base::days).toList();
    boolean compared = !bases.isEmpty();
    var sql = compared ? Sql.of(COMPARED) : Sql.of(ALONE);
    if (who.isPresent()) sql = sql.step("who", who.get());
    sql = sql.step("bucket", bucketRows());
    sql = measured(sql, Side.NOW, trend.period());
    return compared ? measured(sql, Side.BEFORE, span(bases)) : sql;
  }

  private static final String COMPARED =
      """
      select b.bucket,
             coalesce(n.value, 0) as value,
             case when b.base_from is not null then coalesce(p.value, 0) end as previous,
             case when p.value > 0
                  then cast(coalesce(n.value, 0) - p.value as double) / cast(p.value as double)
             end as change,
             b.open,
             coalesce(n.anonymous, 0) as anonymous
      from bucket b
      left join now_by_bucket n on n.bucket = b.bucket
      left join before_by_bucket p on p.bucket = b.bucket
      order by b.bucket nulls last
      """;

  private static final String ALONE =
      """
      select b.bucket,
             coalesce(n.value, 0) as value,
             cast(null as double) as previous,
             cast(null as double) as change,
             b.open,
             coalesce(n.anonymous, 0) as anonymous
      from bucket b
      left join now_by_bucket n on n.bucket = b.bucket
      order by b.bucket nulls last
      """;

  private static Period span(List<Period> all) {
    return new Period(
        all.stream().map(Period::from).min(Comparator.naturalOrder()).orElseThrow(),
        all.stream().map(Period::until).max(Comparator.naturalOrder()).orElseThrow());
  }

  private Sql bucketRows() {
    if (buckets.isEmpty()) {
      return Sql.of(
          """
          select cast(null as date) as bucket,
                 cast(null as date) as until,
                 cast(null as boolean) as open
          where false
          """);
    }
    var values = new HashMap<String, Value>();
    var rows =
        IntStream.range(0, buckets.size())
            .mapToObj(i -> row(buckets.get(i), i, values))
            .collect(Collectors.joining(",\n    "));
    return Sql.of(
            """
            select r.bucket,
                   r.until,
                   r.open,
                   r.base_from,
                   r.base_until,
                   r.base_end
            from (
              values
                %s
            ) r (bucket, until, open, base_from, base_until, base_end)
            """
                .formatted(rows))
        .with(values);
  }

  private static String row(Bucket bucket, int i, Map<String, Value> values) {
    var days = bucket.days();
    values.put("from" + i, Value.of(days.from()));
    values.put("until" + i, Value.of(days.until()));
    values.put("open" + i, Value.of(bucket.open()));
    var own = "(#from%1$d, #until%1$d, #open%1$d, ".formatted(i);
    if (bucket.base().isEmpty())
      return own + "cast(null as date), cast(null as date), cast(null as timestamp))";
    var base = bucket.base().get();
    values.put("baseFrom" + i, Value.of(base.days().from()));
    values.put("baseUntil" + i, Value.of(base.days().until()));
    values.put("baseEnd" + i, Value.of(base.until()));
    return own + "#baseFrom%1$d, #baseUntil%1$d, #baseEnd%1$d)".formatted(i);
  }

  /** What happened, or what it is compared with: the columns of a bar that bound it. */
  private record Side(String name, String from, String until, String ends) {
    static final Side NOW = new Side("now", "bucket", "until", "#as_of");
    static final Side BEFORE = new Side("before", "base_from", "base_until", "b.base_end");
  }

  /** Which bar each day with orders belongs to, and the orders of each bar as one number. */
  private Sql measured(Sql sql, Side side, Period span) {
    var where = new WhereQuery("w");
    var numbers = MetricQuery.expression(metric, where, orders, "o") + " as value";
    if (side.equals(Side.NOW)) {
      var anonymous = MetricQuery.expression(ofNobody(metric), where, orders, "o");
      numbers += ",\n       " + anonymous + " as anonymous";
    }
    var bounds = Map.of("first", Value.of(span.from()), "last", Value.of(span.until()));
    var days =
        """
        select d.day,
               b.bucket,
               %s as ends
        from (
          select distinct o.day
          from {profile.order} o
          where o.day >= #first
            and o.day < #last
        ) d
        join bucket b on d.day >= b.%s
                     and d.day < b.%s
        """
            .formatted(side.ends(), side.from(), side.until());
    var byBucket =
        """
        select d.bucket,
               %s
        from %s_days d
        join {profile.order} o on o.day = d.day
        where o.day >= #first
          and o.day < #last
          and o.happened_at < d.ends%s
        group by d.bucket
        """
            .formatted(numbers, side.name(), amongWho());
    return sql.step(
            side.name() + "_days",
            Sql.of(days).with(bounds).with("as_of", Value.of(asOf.instant())))
        .step(side.name() + "_by_bucket", where.bindInto(Sql.of(byBucket)).with(bounds));
  }

  private String amongWho() {
    return who.isPresent() ? "\n  and o.customer_id in (select w.customer_id from who w)" : "";
  }

  private static Metric ofNobody(Metric metric) {
    var formula =
        switch (metric.formula()) {
          case Metric.Formula.Count f -> new Metric.Formula.Count(ofNobody(f.rows()));
          case Metric.Formula.Sum f ->
              new Metric.Formula.Sum(ofNobody(f.rows()), f.of(), f.turned());
          case Metric.Formula.Customers f -> new Metric.Formula.Customers(ofNobody(f.rows()));
        };
    return new Metric(metric.id(), metric.label(), metric.meaning(), metric.unit(), formula);
  }

  private static Where ofNobody(Where rows) {
    return new Where.Both(List.of(rows, OF_NOBODY));
  }

  /** {@code customer_id} of those behind the value of a bar, or behind what it is compared with. */
  Sql members(Mark mark) {
    var day = mark.row("bucket", ColumnType.DAY);
    var bucket =
        buckets.stream()
            .filter(b -> Value.of(b.days().from()).equals(day))
            .findFirst()
            .orElseThrow(() -> mark.notThere("bucket"));
    return switch (mark.column()) {
      case "value" -> members(bucket.days(), asOf.instant());
      case "previous" -> {
        var base = bucket.base().orElseThrow(mark::notOpenable);
        yield members(base.days(), base.until());
      }
      default -> throw mark.notOpenable();
    };
  }

  private Sql members(Period days, Instant end) {
    var where = new WhereQuery("w");
    var sql =
        where
            .bindInto(
                Sql.of(
                    """
                    select distinct o.customer_id
                    from {profile.order} o
                    where o.customer_id is not null
                      and o.day >= #first
                      and o.day < #last
                      and o.happened_at < #ends
                      and %s%s
                    """
                        .formatted(where.text(metric.formula().rows(), orders, "o"), amongWho())))
            .with("first", Value.of(days.from()))
            .with("last", Value.of(days.until()))
            .with("ends", Value.of(end));
    return who.isPresent() ? sql.step("who", who.get()) : sql;
  }

  /** The first day with orders, for whether a comparison reaches back before the data. */
  static Sql firstDay() {
    return Sql.of("select min(o.day) as first_day from {profile.order} o");
  }
}
