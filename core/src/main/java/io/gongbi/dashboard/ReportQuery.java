package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;

/** The texts of a report. {@code who} in all of them: the customers that it is about. */
final class ReportQuery {
  /** What each customer spent from {@code #from} until before {@code #until}. */
  private static final String BOUGHT =
      """
      select o.customer_id,
             sum(o.amount) as revenue
      from {profile.order} o
      where o.kind = 'sale'
        and o.day >= #from
        and o.day < #until
      group by o.customer_id
      """;

  private final Sql who;
  private final AsOf asOf;
  private final Period year;

  ReportQuery(Sql who, AsOf asOf, Period year) {
    this.who = who;
    this.asOf = asOf;
    this.year = year;
  }

  /** Everybody in sight. */
  static Sql everyone() {
    return Sql.of("select c.customer_id from {profile.customer} c");
  }

  /** {@code customers, of_all, buyers}. */
  Sql heads() {
    return Sql.of(
            """
            select count(w.customer_id) as customers,
                   count(*) as of_all,
                   count(w.customer_id) filter (where c.orders > 0) as buyers
            from {profile.customer} c
            left join who w on w.customer_id = c.customer_id
            """)
        .step("who", who);
  }

  /** {@code buyers, again, orders, revenue} of some days. */
  Sql worth(Period days) {
    return during(
        Sql.of(
                """
                select count(*) as buyers,
                       count(*) filter (where b.purchase_days >= 2) as again,
                       coalesce(sum(b.orders), 0) as orders,
                       coalesce(sum(b.revenue), 0) as revenue
                from bought b
                """)
            .step("who", who)
            .step(
                "bought",
                """
                select o.customer_id,
                       count(distinct o.day) as purchase_days,
                       count(*) as orders,
                       sum(o.amount) as revenue
                from {profile.order} o
                join who w on w.customer_id = o.customer_id
                where o.kind = 'sale'
                  and o.day >= #from
                  and o.day < #until
                group by o.customer_id
                """),
        days);
  }

  /** {@code orders} of anybody before that day. */
  Sql before(LocalDate day) {
    return Sql.of(
            """
            select count(*) as orders
            from {profile.order} o
            where o.kind = 'sale'
              and o.day < #day
            """)
        .with("day", Value.of(day));
  }

  /** {@code revenue} of the year that has no customer. */
  Sql anonymous() {
    return during(
        Sql.of(
            """
            select coalesce(sum(o.amount), 0) as revenue
            from {profile.order} o
            where o.kind = 'sale'
              and o.customer_id is null
              and o.day >= #from
              and o.day < #until
            """),
        year);
  }

  /** {@code verdict, cards}: those of the report whom figures leave out, by kind. */
  Sql leftOut() {
    return Sql.of(
            """
            select k.verdict,
                   count(*) as cards
            from {profile.card} k
            join who w on w.customer_id = k.customer_id
            where k.outside
            group by k.verdict
            """)
        .step("who", who);
  }

  /** {@code cards, revenue} of the year: those that nobody has judged yet. */
  Sql suspected() {
    return during(
        Sql.of(
                """
                select count(*) as cards,
                       coalesce(sum(b.revenue), 0) as revenue
                from {profile.card} k
                join who w on w.customer_id = k.customer_id
                left join bought b on b.customer_id = k.customer_id
                where k.verdict is null
                """)
            .step("who", who)
            .step("bought", BOUGHT),
        year);
  }

  /** How many of the report and of all there are of each value of {@link DivisionQuery#ALL}. */
  Sql division(String id) {
    return DivisionQuery.of(id, who, year);
  }

  /** {@code step, share}: of the best 5 %, 10 % … of buyers; each with {@code buyers, eighty}. */
  Sql concentration() {
    return during(
        Sql.of(
                """
                select cast(ceil(r.place * 20.0 / r.n) as bigint) as step,
                       max(r.run) / nullif(max(r.total), 0) as share,
                       max(r.n) as buyers,
                       max(e.place) as eighty
                from ranked r
                cross join (
                  select min(r2.place) as place
                  from ranked r2
                  where r2.run >= 0.8 * r2.total
                ) e
                group by 1
                order by step nulls last
                """)
            .step("who", who)
            .step(
                "bought",
                """
                select o.customer_id,
                       sum(o.amount) as revenue
                from {profile.order} o
                join who w on w.customer_id = o.customer_id
                where o.kind = 'sale'
                  and o.day >= #from
                  and o.day < #until
                group by o.customer_id
                """)
            .step(
                "ranked",
                """
                select row_number() over best as place,
                       sum(b.revenue) over best as run,
                       count(*) over () as n,
                       sum(b.revenue) over () as total
                from bought b
                window best as (order by b.revenue desc nulls last, b.customer_id nulls last
                                rows between unbounded preceding and current row)
                """),
        year);
  }

  /** {@code code, customers, revenue}: the groups of RFM as they are held. */
  Sql rfm(TraitId trait) {
    return during(
        Sql.of(
                """
                select t.%1$s as code,
                       count(*) as customers,
                       coalesce(sum(b.revenue), 0) as revenue
                from {trait.held} t
                join who w on w.customer_id = t.customer_id
                left join bought b on b.customer_id = t.customer_id
                where t.%1$s is not null
                group by t.%1$s
                order by code desc nulls last
                """
                    .formatted(trait.column()))
            .step("who", who)
            .step("bought", BOUGHT),
        year);
  }

  /** {@code weekday, hour, orders} of the year, in the company's zone. */
  Sql beats() {
    return during(
        Sql.of(
                """
                select gb_isodow(o.day) as weekday,
                       cast(extract(hour from gb_local(o.happened_at, #zone)) as bigint) as hour,
                       count(*) as orders
                from {profile.order} o
                join who w on w.customer_id = o.customer_id
                where o.kind = 'sale'
                  and o.day >= #from
                  and o.day < #until
                group by 1, 2
                order by weekday nulls last, hour nulls last
                """)
            .with("zone", Value.of(asOf.zone().getId()))
            .step("who", who),
        year);
  }

  /** {@code intervals, median, late}: days from one purchase day to the next, of all in sight. */
  static Sql intervals() {
    return Sql.of(
            """
            select count(*) as intervals,
                   percentile_cont(0.5) within group (order by g.days) as median,
                   percentile_cont(0.8) within group (order by g.days) as late
            from gap g
            """)
        .step(
            "bought",
            """
            select distinct o.customer_id,
                   o.day
            from {profile.order} o
            where o.kind = 'sale'
              and o.customer_id is not null
            """)
        .step(
            "gap",
            """
            select *
            from (
              select gb_days(lag(b.day) over (partition by b.customer_id order by b.day nulls last),
                             b.day) as days
              from bought b
            ) l
            where l.days is not null
            """);
  }

  static Sql during(Sql sql, Period days) {
    return sql.with("from", Value.of(days.from())).with("until", Value.of(days.until()));
  }
}
