package io.gongbi.profile;

import io.gongbi.warehouse.Sql;

/** What a customer said of us, has in points and coupons, and whom they brought. */
final class BenefitQuery {
  private BenefitQuery() {}

  /** The state of a complaint stands with its record alone; the rest is an event like others. */
  static final Sql FEEDBACK =
      Sql.of(
              """
              select s.happened_at,
                     s.name,
                     s.score,
                     s.text,
                     s.topic,
                     s.product_code,
                     s.channel,
                     s.source,
                     f.order_no,
                     f.status
              from said s
              left join {quality.feedback} f
                on f.source = s.source and f.feedback_no = s.ref and f.happened_at = s.happened_at
              order by s.happened_at desc nulls last, s.source nulls last, s.ref nulls last, s.line nulls last
              """)
          .step(
              "said",
              """
              select e.happened_at,
                     e.name,
                     e.score,
                     e.text,
                     e.topic,
                     e.product_code,
                     e.channel,
                     e.source,
                     e.ref,
                     e.line
              from {profile.event} e
              where e.customer_id = #customer
                and e.name in ('reviewed', 'complained', 'suggested', 'inquired', 'surveyed')
              order by e.happened_at desc nulls last, e.source nulls last, e.ref nulls last,
                       e.batch nulls last, e.line nulls last
              limit #most
              """);

  /** Movements, the latest first, each with what all together come to by then. */
  static final Sql POINTS =
      Sql.of(
          """
          select e.happened_at,
                 e.name,
                 e.points,
                 e.topic,
                 e.source,
                 sum(e.points) over (
                   order by e.happened_at nulls last, e.source nulls last, e.batch nulls last, e.line nulls last
                   rows between unbounded preceding and current row
                 ) as running
          from {profile.event} e
          where e.customer_id = #customer and e.points is not null
          order by e.happened_at desc nulls last, e.source desc nulls last, e.batch desc nulls last, e.line desc nulls last
          limit #most
          """);

  /** Those that can still be used first, the next to expire above. */
  static final Sql COUPONS =
      Sql.of(
          """
          select c.coupon_no,
                 c.name,
                 c.amount,
                 c.claimed_at,
                 c.used_at,
                 c.expires_at,
                 c.order_no,
                 c.source
          from {quality.coupon} c
          join {identity.member} m on m.source = c.source and m.record_key = c.customer_key
          where m.customer_id = #customer
          order by case when c.used_at is null then 0 else 1 end, c.used_at desc nulls first,
                   c.expires_at nulls last, c.coupon_no nulls last
          limit #most
          """);

  /**
   * Who referred this customer, then whom this customer referred; who is out of sight is not there.
   */
  static final Sql RELATIONS =
      Sql.of(
              """
              select k.relation,
                     c.customer_id,
                     c.name,
                     c.registered_day,
                     c.orders,
                     c.net_revenue
              from known k
              join {profile.customer} c on c.customer_id = k.customer_id
              order by k.relation desc nulls last, c.net_revenue desc nulls last, c.customer_id nulls last
              limit #most
              """)
          .step(
              "known",
              """
              select 'referrer' as relation,
                     r.referrer_id as customer_id
              from {profile.referral} r
              where r.customer_id = #customer
              union all
              select 'referred' as relation,
                     r.customer_id
              from {profile.referral} r
              where r.referrer_id = #customer
              """);
}
