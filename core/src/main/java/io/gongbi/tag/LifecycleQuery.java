package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Ground;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MeasureQuery;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Locale;

/**
 * Where everybody stands. A gap is the number of days from one purchase day of a customer to the
 * next; it counts for the category that the customer bought most often. Of the gaps of a category
 * come its median and its percentile; a category with too few gaps takes those of all.
 */
final class LifecycleQuery {
  static final Measure DAYS =
      Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DISTINCT_DAYS, new Window.Ever());
  static final Measure SILENT =
      Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DAYS_SINCE_LAST, new Window.Ever());
  static final Measure SINCE_FIRST =
      Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DAYS_SINCE_FIRST, new Window.Ever());
  static final Measure CATEGORY =
      Measure.of(
          new Where.Compare(FieldKey.of("item.kind"), Op.EQ, Value.of("sale")),
          Aggregate.TOP_VALUE,
          FieldKey.of("item.category"),
          new Window.Ever());

  private LifecycleQuery() {}

  /** {@code customer_id, value}: the stage of every customer. */
  static Sql rows(TagRule.Lifecycle rule, AsOf asOf, Ground ground) {
    return judged(
        """
        select j.customer_id,
               case
                 when j.days is null or j.days = 0 then 'registered'
                 when j.risk_line is null then 'unsure'
                 when j.silent > #times * j.risk_line then 'lost'
                 when j.silent > j.risk_line then 'at_risk'
                 when j.days >= 2 and j.days >= j.loyal_line then 'loyal'
                 when j.days >= 2 then 'growing'
                 when j.since_first <= j.new_line then 'new'
                 else 'unsure'
               end as value
        from judged j
        """,
        rule,
        asOf,
        ground);
  }

  /**
   * One customer's numbers beside the lines they are held against: {@code days, silent,
   * since_first, category, new_line, risk_line, loyal_line}; the lines are those of everybody.
   */
  static Sql lines(TagRule.Lifecycle rule, AsOf asOf, Ground ground, long customer) {
    return judged(
            """
            select j.days,
                   j.silent,
                   j.since_first,
                   j.category,
                   j.new_line,
                   j.risk_line,
                   j.loyal_line
            from judged j
            where j.customer_id = #customer
            """,
            rule,
            asOf,
            ground)
        .with("customer", Value.of(customer));
  }

  /**
   * What the data says of waiting: {@code category, overall, gaps, new_line, risk_line,
   * loyal_line}, first of all together, then of the categories with most gaps.
   */
  static Sql rhythm(TagRule.Lifecycle rule, AsOf asOf, Ground ground, int most) {
    return withGaps(
            """
            select l.category,
                   l.overall,
                   l.gaps,
                   l.new_line,
                   l.risk_line,
                   f.loyal_line
            from line l
            left join frequent f on true
            order by l.overall desc nulls last, l.gaps desc nulls last, l.category nulls last
            limit #most
            """,
            asOf,
            ground)
        .with("most", Value.of(most))
        .step("frequent", frequent(rule))
        .step(
            "line",
            """
            select cast(null as varchar) as category,
                   true as overall,
                   %1$s
            from gap g
            union all
            select g.category,
                   false as overall,
                   %1$s
            from gap g
            where g.category is not null
            group by g.category
            """
                .formatted("count(*) as gaps,\n       " + percentiles(rule)));
  }

  private static Sql judged(String select, TagRule.Lifecycle rule, AsOf asOf, Ground ground) {
    return withGaps(select, asOf, ground)
        .with("times", Value.of(rule.lostTimes()))
        .with("least", Value.of(rule.leastGaps()))
        .step("overall", lines("", "", "from gap g", rule))
        .step(
            "by_category",
            lines(
                "g.category,\n       ",
                "\ngroup by g.category",
                "from gap g\nwhere g.category is not null",
                rule))
        .step("frequent", frequent(rule))
        .step(
            "judged",
            """
            select c.customer_id,
                   b.m0 as days,
                   b.m1 as silent,
                   b.m2 as since_first,
                   l.value as category,
                   coalesce(k.new_line, o.new_line) as new_line,
                   coalesce(k.risk_line, o.risk_line) as risk_line,
                   f.loyal_line
            from {profile.customer} c
            left join bought b on b.customer_id = c.customer_id
            left join liked l on l.customer_id = c.customer_id
            left join by_category k on k.category = l.value
            left join overall o on true
            left join frequent f on true
            """);
  }

  /**
   * {@code select} may read {@code bought}: customer_id, m0 purchase days, m1 days of silence, m2
   * days since the first; {@code liked}: customer_id, value; {@code gap}: category, gap.
   */
  private static Sql withGaps(String select, AsOf asOf, Ground ground) {
    var measures = List.of(DAYS, SILENT, SINCE_FIRST);
    return Sql.of(select)
        .with("as_of", Value.of(asOf.day()))
        .step("bought", MeasureQuery.byCustomer(measures, ground.order(), asOf))
        .step("liked", MeasureQuery.top(CATEGORY, ground.item(), asOf, 1))
        .step(
            "purchase_day",
            """
            select distinct
                   o.customer_id,
                   o.day
            from {profile.order} o
            where o.kind = 'sale' and o.day <= #as_of and o.customer_id is not null
            """)
        .step(
            "step_back",
            """
            select d.customer_id,
                   gb_days(lag(d.day) over (partition by d.customer_id order by d.day nulls last), d.day) as gap
            from purchase_day d
            """)
        .step(
            "gap",
            """
            select l.value as category,
                   s.gap
            from step_back s
            left join liked l on l.customer_id = s.customer_id
            where s.gap is not null
            """);
  }

  private static String frequent(TagRule.Lifecycle rule) {
    return "select cast(percentile_cont(%s) within group (order by b.m0) as double) as loyal_line\nfrom bought b\nwhere b.m0 > 0"
        .formatted(share(100 - rule.loyalPercent()));
  }

  /** The two lines of some gaps, where there are enough of them. */
  private static String lines(String head, String tail, String from, TagRule.Lifecycle rule) {
    return """
        select %s%s
        %s%s
        having count(*) >= #least
        """
        .formatted(head, percentiles(rule), from, tail);
  }

  private static String percentiles(TagRule.Lifecycle rule) {
    return """
        cast(percentile_cont(%s) within group (order by g.gap) as double) as new_line,
               cast(percentile_cont(%s) within group (order by g.gap) as double) as risk_line\
        """
        .formatted(share(rule.newPercentile()), share(rule.riskPercentile()));
  }

  /** A percentile as engines want it: a number in the text, made from whole per cents. */
  private static String share(int percent) {
    return String.format(Locale.ROOT, "%d.%02d", percent / 100, percent % 100);
  }
}
