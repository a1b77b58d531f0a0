package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the fences of {@link CleaningRule.Outlier} lie, measured on rows that are there. */
final class OutlierQuery {
  /** Those with most rows have fences of their own; the others share those of all. */
  static final int MOST_GROUPS = 200;

  /** What fewer rows spread is chance. */
  static final int ENOUGH = 30;

  /** What makes the median distance, and the mean one, the deviation of a normal spread. */
  private static final String OF_MEDIAN = "1.4826";

  private static final String OF_MEAN = "1.2533";

  private static final int SCALE = 4;

  private OutlierQuery() {}

  /** {@code g, n, low, high}, of all rows where {@code g} is missing. */
  static Sql fences(CleaningRule.Outlier rule, List<Sql> feeds) {
    var sql =
        Sql.of(
            """
            select f.g,
                   f.n,
                   %s as low,
                   %s as high
            from (
              select m.g,
                     m.n,
                     case when %s > 0 then %s end as low,
                     case when %s > 0 then %s end as high
              from middle m
              join apart a on a.g is not distinct from m.g
            ) f
            where f.n >= %s
            order by f.n desc nulls last, f.g nulls first
            limit %s
            """
                .formatted(
                    rule.log() ? "exp(f.low)" : "f.low",
                    rule.log() ? "exp(f.high)" : "f.high",
                    spread(rule),
                    end(rule, "-", "m.q1"),
                    spread(rule),
                    end(rule, "+", "m.q3"),
                    ENOUGH,
                    MOST_GROUPS + 1));
    for (int i = 0; i < feeds.size(); i++) sql = sql.step("feed" + i, feeds.get(i));
    return sql.step(
            "scaled",
            IntStream.range(0, feeds.size())
                .mapToObj(
                    i ->
                        rule.log()
                            ? "select ln(cast(f.v as double)) as x, f.g from feed%s f where f.v > 0"
                                .formatted(i)
                            : "select cast(f.v as double) as x, f.g from feed%s f where f.v is not null"
                                .formatted(i))
                .collect(joining("\nunion all\n")))
        .step(
            "either",
            """
            select s.x, s.g from scaled s where s.g is not null
            union all
            select s.x, cast(null as varchar) as g from scaled s
            """)
        .step(
            "middle",
            """
            select e.g,
                   count(*) as n,
                   median(e.x) as m,
                   percentile_cont(0.25) within group (order by e.x) as q1,
                   percentile_cont(0.75) within group (order by e.x) as q3
            from either e
            group by e.g
            """)
        .step(
            "apart",
            """
            select e.g,
                   median(abs(e.x - m.m)) as middle,
                   avg(abs(e.x - m.m)) as mean
            from either e
            join middle m on m.g is not distinct from e.g
            group by e.g
            """);
  }

  private static String spread(CleaningRule.Outlier rule) {
    return switch (rule.spread()) {
      case MAD ->
          "case when a.middle > 0 then %s * a.middle else %s * a.mean end"
              .formatted(OF_MEDIAN, OF_MEAN);
      case IQR -> "(m.q3 - m.q1)";
    };
  }

  private static String end(CleaningRule.Outlier rule, String sign, String quartile) {
    var from =
        switch (rule.spread()) {
          case MAD -> "m.m";
          case IQR -> quartile;
        };
    return "%s %s %s * (%s)".formatted(from, sign, rule.reach().toPlainString(), spread(rule));
  }

  static CleaningRule.Fence fence(Row row) {
    return new CleaningRule.Fence(
        row.textIfAny("g"), row.whole("n"), limit(row, "low"), limit(row, "high"));
  }

  private static Optional<BigDecimal> limit(Row row, String side) {
    return row.missing(side)
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(row.real(side)).setScale(SCALE, RoundingMode.HALF_UP));
  }
}
