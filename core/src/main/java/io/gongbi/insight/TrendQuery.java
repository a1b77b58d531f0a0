package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.metric.Metric;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The texts of a trend, and of a single number, which is a trend of one bar: the bars as rows, what
 * happened in their days, what happened in the days that they are compared with, and all of that
 * side by side.
 */
final class TrendQuery {
  private final List<Bucket> buckets;
  private final MetricRows rows;
  private final Period period;
  private final AsOf asOf;

  TrendQuery(Trend trend, MetricRows rows, AsOf asOf) {
    this(Bucket.of(trend, asOf), rows, trend.period(), asOf);
  }

  TrendQuery(Kpi kpi, MetricRows rows, AsOf asOf) {
    this(kpi.bucket(asOf).stream().toList(), rows, kpi.period(), asOf);
  }

  private TrendQuery(List<Bucket> buckets, MetricRows rows, Period period, AsOf asOf) {
    this.buckets = buckets;
    this.rows = rows;
    this.period = period;
    this.asOf = asOf;
  }

  List<Bucket> buckets() {
    return buckets;
  }

  /**
   * {@code bucket, [part, rest,] value, previous, change, open, anonymous, [base,] [year_ago,
   * year_change]}. {@code base} is what a ratio was divided by.
   */
  Sql answer() {
    boolean compared = !bases().isEmpty();
    var sql = rows.among(Sql.of(select(compared))).step("bucket", BucketRows.of(buckets));
    sql = rows.measured(sql, MetricRows.Side.NOW, period);
    if (compared) sql = rows.measured(sql, MetricRows.Side.BEFORE, span(bases()));
    return years().isEmpty() ? sql : rows.measured(sql, MetricRows.Side.YEAR, span(years()));
  }

  private String select(boolean compared) {
    boolean split = rows.split().isPresent();
    var text = new StringBuilder("select b.bucket,\n");
    if (split) text.append("       g.part,\n       g.rest,\n");
    text.append("       ").append(orZero("n.value")).append(" as value,\n");
    text.append(
        compared
            ? compared("p", "base_from", "previous", "change")
            : nothing("previous", "change"));
    text.append("       b.open,\n       coalesce(n.anonymous, 0) as anonymous");
    if (!rows.metric().adds()) text.append(",\n       coalesce(n.base, 0) as base");
    if (!years().isEmpty()) {
      text.append(",\n").append(compared("y", "year_from", "year_ago", "year_change"));
      text.setLength(text.length() - ",\n".length());
    }
    text.append("\nfrom bucket b\n");
    if (split)
      text.append("cross join (\n  select distinct a.part, a.rest\n  from now_by_bucket a\n")
          .append(
              compared
                  ? "  union\n  select distinct a.part, a.rest\n  from before_by_bucket a\n"
                  : "")
          .append(") g\nleft join part t on t.part = g.part\n");
    text.append(join("now", "n"));
    if (compared) text.append(join("before", "p"));
    if (!years().isEmpty()) text.append(join("year", "y"));
    text.append("order by b.bucket nulls last");
    if (split) text.append(",\n         t.place nulls last,\n         g.rest desc nulls last");
    return text.append("\n").toString();
  }

  private String join(String side, String alias) {
    var on = "left join %s_by_bucket %2$s on %2$s.bucket = b.bucket".formatted(side, alias);
    if (rows.split().isPresent())
      on +=
          "\n  and %1$s.rest = g.rest\n  and %1$s.part is not distinct from g.part"
              .formatted(alias);
    return on + "\n";
  }

  private String compared(String alias, String from, String value, String change) {
    return """
           case when b.%2$s is not null then %3$s end as %4$s,
           %5$s as %6$s,
    """
        .formatted(alias, from, orZero(alias + ".value"), value, change(alias + ".value"), change);
  }

  /** A rate moves by points, everything else by a share of what it was. */
  private String change(String base) {
    var value = orZero("n.value");
    if (rows.metric().unit() == Metric.Unit.SHARE) return value + " - " + base;
    return "case when %1$s > 0\n            then cast(%2$s - %1$s as double) / cast(%1$s as double)\n       end"
        .formatted(base, value);
  }

  private static String nothing(String value, String change) {
    return "       cast(null as double) as %s,\n       cast(null as double) as %s,\n"
        .formatted(value, change);
  }

  private String orZero(String value) {
    return rows.metric().adds() ? "coalesce(" + value + ", 0)" : value;
  }

  private List<Period> bases() {
    return buckets.stream().flatMap(b -> b.base().stream()).map(Bucket.Base::days).toList();
  }

  private List<Period> years() {
    return buckets.stream().flatMap(b -> b.year().stream()).map(Bucket.Base::days).toList();
  }

  private static Period span(List<Period> all) {
    return new Period(
        all.stream().map(Period::from).min(Comparator.naturalOrder()).orElseThrow(),
        all.stream().map(Period::until).max(Comparator.naturalOrder()).orElseThrow());
  }

  /** {@code customer_id} of those behind the value of a bar, or behind what it is compared with. */
  Sql members(Mark mark) {
    boolean split = rows.split().isPresent();
    mark.mustName(split ? Set.of("bucket", "part", "rest") : Set.of("bucket"));
    var day = mark.cell("bucket", ColumnType.DAY);
    var bucket =
        buckets.stream()
            .filter(b -> Value.of(b.days().from()).equals(day))
            .findFirst()
            .orElseThrow(() -> mark.notThere("bucket"));
    return switch (mark.column()) {
      case "value" ->
          members(
              mark, MetricRows.Side.NOW, bucket, new Bucket.Base(bucket.days(), asOf.instant()));
      case "previous" ->
          members(
              mark, MetricRows.Side.BEFORE, bucket, bucket.base().orElseThrow(mark::notOpenable));
      case "yearAgo" ->
          members(mark, MetricRows.Side.YEAR, bucket, bucket.year().orElseThrow(mark::notOpenable));
      default -> throw mark.notOpenable();
    };
  }

  private Sql members(Mark mark, MetricRows.Side side, Bucket bucket, Bucket.Base days) {
    if (rows.isPlain())
      return rows.among(
          rows.members()
              .with("first", Value.of(days.days().from()))
              .with("last", Value.of(days.days().until()))
              .with("ends", Value.of(days.until())));
    var which = rows.split().isPresent() ? which(mark) : "";
    var sql =
        rows.among(rows.members(side, which).with("bucket", Value.of(bucket.days().from())))
            .step("bucket", BucketRows.of(buckets));
    if (which.contains("#part")) sql = sql.with("part", mark.cell("part", ColumnType.TEXT));
    // Which parts stand by themselves is decided by what happened now.
    sql = rows.rows(sql, MetricRows.Side.NOW, period);
    if (side.equals(MetricRows.Side.NOW)) return sql;
    return rows.rows(sql, side, span(side.equals(MetricRows.Side.BEFORE) ? bases() : years()));
  }

  private static String which(Mark mark) {
    boolean rest = mark.cell("rest", ColumnType.FLAG).equals(Value.of(true));
    var part = mark.cell("part", ColumnType.TEXT);
    if (rest) return "\n  and o.rest";
    return part instanceof Value.Missing
        ? "\n  and not o.rest\n  and o.shown is null"
        : "\n  and o.shown = #part";
  }

  /** The first day with orders, for whether a comparison reaches back before the data. */
  static Sql firstDay() {
    return Sql.of("select min(o.day) as first_day from {profile.order} o");
  }
}
