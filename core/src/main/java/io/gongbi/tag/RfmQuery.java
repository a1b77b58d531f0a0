package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MeasureQuery;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;

/**
 * R, F, M and the groups. The three are measures like any other; comparisons with a mean are made
 * as {@code n × value ≥ sum}, so that no rounding decides who is exactly average.
 */
final class RfmQuery {
  private RfmQuery() {}

  static Measure recency(TagRule.Rfm rfm) {
    return Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DAYS_SINCE_LAST, window(rfm));
  }

  static Measure frequency(TagRule.Rfm rfm) {
    return Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DISTINCT_DAYS, window(rfm));
  }

  static Measure monetary(TagRule.Rfm rfm) {
    return Measure.of(new Where.Always(), Aggregate.SUM, FieldKey.of("order.amount"), window(rfm));
  }

  private static Window window(TagRule.Rfm rfm) {
    return new Window.LastDays(rfm.windowDays());
  }

  /** {@code customer_id, value}: the group of everybody who bought in the window. */
  static Sql rows(TagRule.Rfm rfm, AsOf asOf, TableSpec orders) {
    return judged(
        """
        select j.customer_id,
               case when j.r_high then '1' else '0' end
                 || case when j.f_high then '1' else '0' end
                 || case when j.m_high then '1' else '0' end as value
        from judged j
        """,
        rfm,
        asOf,
        orders);
  }

  /** {@code r, f, m}: the lines between high and low, in raw values; and {@code n} buyers. */
  static Sql thresholds(TagRule.Rfm rfm, AsOf asOf, TableSpec orders) {
    return switch (rfm.split()) {
      case MEAN ->
          measured(
              """
              select avg(v.r) as r,
                     avg(v.f) as f,
                     avg(v.m) as m,
                     count(*) as n
              from bought v
              """,
              rfm,
              asOf,
              orders);
      case QUANTILE, CUSTOM ->
          judged(
              """
              select max(j.r) filter (where j.r_high) as r,
                     min(j.f) filter (where j.f_high) as f,
                     min(j.m) filter (where j.m_high) as m,
                     count(*) as n
              from judged j
              """,
              rfm,
              asOf,
              orders);
    };
  }

  /** The groups as they are held, with what their members bought in the window. */
  static Sql groups(TraitId trait, TagRule.Rfm rfm, AsOf asOf, TableSpec orders) {
    return measured(
        """
        select h.%1$s as code,
               count(*) as customers,
               avg(v.r) as average_r,
               avg(v.f) as average_f,
               avg(v.m) as average_m,
               coalesce(sum(v.m), 0) as revenue
        from {trait.held} h
        left join bought v on v.customer_id = h.customer_id
        where h.%1$s is not null
        group by h.%1$s
        """
            .formatted(trait.column()),
        rfm,
        asOf,
        orders);
  }

  /** {@code select} may read {@code bought}: customer_id, r, f, m of everybody who bought. */
  private static Sql measured(String select, TagRule.Rfm rfm, AsOf asOf, TableSpec orders) {
    var measures = List.of(recency(rfm), frequency(rfm), monetary(rfm));
    return Sql.of(select)
        .step("measured", MeasureQuery.byCustomer(measures, orders, asOf))
        .step(
            "bought",
            """
            select m.customer_id,
                   m.m0 as r,
                   m.m1 as f,
                   m.m2 as m
            from measured m
            where m.m1 > 0
            """);
  }

  /** {@code select} may read {@code judged}: customer_id, r, f, m, and whether each is high. */
  private static Sql judged(String select, TagRule.Rfm rfm, AsOf asOf, TableSpec orders) {
    var sql = measured(select, rfm, asOf, orders);
    return switch (rfm.split()) {
      case MEAN ->
          sql.step(
                  "total",
                  """
                  select count(*) as n,
                         sum(v.r) as r,
                         sum(v.f) as f,
                         sum(v.m) as m
                  from bought v
                  """)
              .step(
                  "judged",
                  """
                  select v.customer_id,
                         v.r,
                         v.f,
                         v.m,
                         v.r * t.n <= t.r as r_high,
                         v.f * t.n >= t.f as f_high,
                         v.m * t.n >= t.m as m_high
                  from bought v
                  cross join total t
                  """);
      case QUANTILE ->
          sql.step(
                  "ranked",
                  """
                  select v.customer_id,
                         v.r,
                         v.f,
                         v.m,
                         rank() over (order by v.r desc nulls last) as r_rank,
                         rank() over (order by v.f nulls last) as f_rank,
                         rank() over (order by v.m nulls last) as m_rank,
                         count(*) over () as n
                  from bought v
                  """)
              .step(
                  "scored",
                  """
                  select k.customer_id,
                         k.r,
                         k.f,
                         k.m,
                         cast(floor((k.r_rank - 1) * 5.0 / k.n) as bigint) + 1 as r_score,
                         cast(floor((k.f_rank - 1) * 5.0 / k.n) as bigint) + 1 as f_score,
                         cast(floor((k.m_rank - 1) * 5.0 / k.n) as bigint) + 1 as m_score
                  from ranked k
                  """)
              .step(
                  "total",
                  """
                  select count(*) as n,
                         sum(s.r_score) as r,
                         sum(s.f_score) as f,
                         sum(s.m_score) as m
                  from scored s
                  """)
              .step(
                  "judged",
                  """
                  select s.customer_id,
                         s.r,
                         s.f,
                         s.m,
                         s.r_score * t.n >= t.r as r_high,
                         s.f_score * t.n >= t.f as f_high,
                         s.m_score * t.n >= t.m as m_high
                  from scored s
                  cross join total t
                  """);
      case CUSTOM -> {
        var cuts = rfm.cuts().orElseThrow(() -> new IllegalArgumentException("no cuts: " + rfm));
        yield sql.step(
            "judged",
            Sql.of(
                    """
                    select v.customer_id,
                           v.r,
                           v.f,
                           v.m,
                           v.r <= #r as r_high,
                           v.f >= #f as f_high,
                           v.m >= #m as m_high
                    from bought v
                    """)
                .with("r", Value.of(cuts.r()))
                .with("f", Value.of(cuts.f()))
                .with("m", Value.of(cuts.m())));
      }
    };
  }
}
