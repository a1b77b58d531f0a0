package io.gongbi.campaign;

import io.gongbi.calendar.AsOf;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;

/**
 * What the people of each arm did after they entered. Counted by the plan, not by what arrived
 * (intention to treat), and in the same window for both arms: whoever was held back entered at the
 * moment when the others were sent to.
 */
final class EffectQuery {
  private EffectQuery() {}

  /** Entries of a campaign that was sent from here. */
  static Sql own(String origin, Sql cost) {
    return Sql.of(
            """
            select e.customer_id,
                   e.arm,
                   e.state,
                   e.entered_at,
                   case when e.state in ('SENT', 'DELIVERED', 'FAILED', 'UNCERTAIN')
                     then cost.each * e.parts else 0 end as cost,
                   e.opted_out_at is not null as opted_out
            from {delivery.entry} e
            cross join cost
            where e.origin = #origin
            """)
        .step("cost", cost)
        .with("origin", Value.of(origin));
  }

  static Sql costOfEach(Cost cost) {
    return Sql.of("select cast(#each as decimal(18,4)) as each")
        .with("each", cost.perMessage().map(Value::of).orElse(Value.missing()));
  }

  /** Entries of a campaign that another system sent; {@code cost} where its log says none. */
  static Sql imported(String name, Sql cost) {
    return Sql.of(
            """
            select l.customer_id,
                   l.arm,
                   l.state,
                   l.entered_at,
                   coalesce(
                     l.cost,
                     case when l.state in ('SENT', 'DELIVERED', 'FAILED')
                       then cost.each * l.rows end
                   ) as cost,
                   l.opted_out
            from {delivery.logged} l
            cross join cost
            where l.campaign = #name
            """)
        .step("cost", cost)
        .with("name", Value.of(name));
  }

  /** So many days before the message are looked at: did the groups set out alike? */
  static final int DAYS_BEFORE = 7;

  /**
   * One row an arm: people, sent, delivered, failed, uncertain, opted out, converted, orders,
   * revenue, the sum of squares of revenue, cost, of how many it is known, how many bought in the
   * days before they entered, and how many still have days left. Customers that were merged since
   * count once, from their first entry, in the arm of that entry.
   */
  static Sql arms(Sql entries, int windowDays, AsOf asOf) {
    return Sql.of(
            """
            select p.arm,
                   count(*) as people,
                   count(*) filter (where p.state in ('SENT', 'DELIVERED', 'FAILED')) as sent,
                   count(*) filter (where p.state = 'DELIVERED') as delivered,
                   count(*) filter (where p.state = 'FAILED') as failed,
                   count(*) filter (where p.state = 'UNCERTAIN') as uncertain,
                   count(*) filter (where p.opted_out) as opted_out,
                   count(*) filter (where coalesce(s.sales, 0) > 0) as converted,
                   coalesce(sum(s.sales), 0) as orders,
                   cast(sum(coalesce(s.revenue, 0)) as decimal(18,4)) as revenue,
                   sum(coalesce(s.revenue, 0) * coalesce(s.revenue, 0)) as squares,
                   cast(coalesce(sum(p.cost), 0) as decimal(18,4)) as cost,
                   count(p.cost) as priced,
                   count(*) filter (where s.sales_before > 0) as bought_before,
                   count(*) filter (where p.window_end > #now) as open,
                   min(p.entered_at) as first_entered_at,
                   max(p.entered_at) as last_entered_at,
                   max(p.window_end) as last_end
            from people p
            left join spent s on s.customer_id = p.customer_id
            group by p.arm
            order by p.arm nulls last
            """)
        .step("entries", entries)
        .step("people", people(windowDays))
        .step(
            "spent",
            Sql.of(
                """
                select p.customer_id,
                       count(*) filter (
                         where o.kind = 'sale' and o.happened_at >= p.entered_at
                       ) as sales,
                       count(*) filter (
                         where o.kind = 'sale' and o.happened_at < p.entered_at
                       ) as sales_before,
                       sum(o.amount) filter (where o.happened_at >= p.entered_at) as revenue
                from people p
                join {profile.order} o on o.customer_id = p.customer_id
                where o.happened_at >= p.watched_from
                  and o.happened_at < p.window_end
                group by p.customer_id
                """))
        .with("now", Value.of(asOf.instant()));
  }

  /** How many were entered, whoever may see them. */
  static Sql people(Sql entries, int windowDays) {
    return Sql.of(
            """
            select cast(count(*) as decimal(18,4)) as people
            from people p
            """)
        .step("entries", entries)
        .step("people", people(windowDays));
  }

  /** Each who was entered, from when until when their orders are looked at. */
  private static Sql people(int windowDays) {
    return Sql.of(
        """
        select r.customer_id,
               r.arm,
               r.state,
               r.entered_at,
               r.entered_at - interval %s day as watched_from,
               r.entered_at + interval %s day as window_end,
               r.cost,
               r.opted_out
        from (
          select coalesce(a.now_id, e.customer_id) as customer_id,
                 e.arm,
                 e.state,
                 e.entered_at,
                 e.cost,
                 e.opted_out,
                 row_number() over (
                   partition by coalesce(a.now_id, e.customer_id)
                   order by e.entered_at nulls last, e.customer_id nulls last
                 ) as entry
          from entries e
          left join {identity.alias} a on a.customer_id = e.customer_id
        ) r
        join {profile.customer} c on c.customer_id = r.customer_id
        where r.entry = 1
        """
            .formatted(DAYS_BEFORE, windowDays));
  }

  /**
   * What each arm ordered on each day, counted from the moment at which each of its people entered:
   * day 0 is the first 24 hours after, day −1 the last 24 hours before. {@code converted}: of them,
   * those whose first order it was since they entered. Days without any order have no row.
   */
  static Sql days(Sql entries, int windowDays) {
    return Sql.of(
            """
            select t.arm,
                   t.nth,
                   count(*) filter (where t.kind = 'sale') as orders,
                   cast(sum(t.amount) as decimal(18,4)) as revenue,
                   count(distinct case when t.kind = 'sale' and t.nth = f.nth then t.customer_id end)
                     as converted
            from told t
            left join firsts f on f.customer_id = t.customer_id
            group by t.arm, t.nth
            order by t.arm nulls last, t.nth nulls last
            """)
        .step("entries", entries)
        .step("people", people(windowDays))
        .step(
            "told",
            Sql.of(
                """
                select p.customer_id,
                       p.arm,
                       o.kind,
                       o.amount,
                       cast(floor(gb_hours(p.entered_at, o.happened_at) / 24) as bigint) as nth
                from people p
                join {profile.order} o on o.customer_id = p.customer_id
                where o.happened_at >= p.watched_from
                  and o.happened_at < p.window_end
                """))
        .step(
            "firsts",
            Sql.of(
                """
                select t.customer_id,
                       min(t.nth) as nth
                from told t
                where t.kind = 'sale'
                  and t.nth >= 0
                group by t.customer_id
                """));
  }

  /** Until when orders are known at all: what happened later has not been imported. */
  static final Sql KNOWN =
      Sql.of(
          """
          select max(o.happened_at) as newest
          from {profile.order} o
          """);

  /** Campaigns that the imported log names. */
  static final Sql PAST =
      Sql.of(
          """
          select l.campaign,
                 count(*) as people,
                 count(*) filter (where l.arm = 'control') as control,
                 min(l.entered_at) as from_at,
                 max(l.entered_at) as until_at
          from {delivery.logged} l
          group by l.campaign
          order by min(l.entered_at) desc nulls last
          """);
}
