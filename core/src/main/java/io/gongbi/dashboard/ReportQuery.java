package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Optional;

/** The texts of a report. {@code who} in all of them: the customers that it is about. */
final class ReportQuery {
  /** What customers, orders and lines are told apart by, in the order they are shown in. */
  static final List<String> DIVISIONS =
      List.of(
          "gender", "age", "level", "province", "city", "source", "channel", "category", "product");

  /** As many values as one looks at; the rest is in the sums. */
  private static final int MOST_VALUES = 12;

  /** Of more categories the pairs would be too many to tell chance from habit. */
  private static final int MOST_CATEGORIES = 30;

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

  /**
   * {@code value, customers, everyone, revenue, known, everyone_known}: customers of the report and
   * of all who have a value, the most frequent values first, ages in their order.
   */
  Sql division(String id) {
    return during(
        Sql.of(
                """
                select v.value,
                       v.customers,
                       v.everyone,
                       v.revenue,
                       t.known,
                       t.everyone_known
                from valued v
                cross join total t
                where v.customers > 0
                order by %s
                limit %d
                """
                    .formatted(
                        id.equals("age")
                            ? "v.value nulls last"
                            : "v.customers desc nulls last, v.value nulls last",
                        MOST_VALUES))
            .step("who", who)
            .step("holder", holder(id))
            .step(
                "valued",
                """
                select h.value,
                       count(distinct w.customer_id) as customers,
                       count(distinct h.customer_id) as everyone,
                       sum(h.revenue) filter (where w.customer_id is not null) as revenue
                from holder h
                left join who w on w.customer_id = h.customer_id
                group by h.value
                """)
            .step(
                "total",
                """
                select count(distinct w.customer_id) as known,
                       count(distinct h.customer_id) as everyone_known
                from holder h
                left join who w on w.customer_id = h.customer_id
                """),
        year);
  }

  /** {@code customer_id, value, revenue}: those of whom it is known. */
  private static String holder(String id) {
    return switch (id) {
      case "age" ->
          """
          select a.customer_id,
                 case when a.age < 18 then '0-17'
                      when a.age < 25 then '18-24'
                      when a.age < 35 then '25-34'
                      when a.age < 45 then '35-44'
                      when a.age < 55 then '45-54'
                      else '55-' end as value,
                 cast(null as decimal(18, 4)) as revenue
          from (
            select c.customer_id,
                   extract(year from cast(#until as date)) - extract(year from c.birthday) as age
            from {profile.customer} c
            where c.birthday is not null
          ) a
          where a.age between 0 and 110
          """;
      case "source" ->
          """
          select distinct m.customer_id,
                 m.source as value,
                 cast(null as decimal(18, 4)) as revenue
          from {identity.member} m
          """;
      case "channel" ->
          """
          select o.customer_id,
                 o.channel as value,
                 sum(o.amount) as revenue
          from {profile.order} o
          where o.kind = 'sale'
            and o.channel is not null
            and o.customer_id is not null
            and o.day >= #from
            and o.day < #until
          group by o.customer_id, o.channel
          """;
      case "category", "product" ->
          """
          select i.customer_id,
                 i.%1$s as value,
                 sum(i.amount) as revenue
          from {profile.item} i
          where i.kind = 'sale'
            and i.%1$s is not null
            and i.customer_id is not null
            and i.day >= #from
            and i.day < #until
          group by i.customer_id, i.%1$s
          """
              .formatted(id.equals("product") ? "product_name" : "category");
      case "gender", "level", "province", "city" ->
          """
          select c.customer_id,
                 c.%1$s as value,
                 cast(null as decimal(18, 4)) as revenue
          from {profile.customer} c
          where c.%1$s is not null
          """
              .formatted(id);
      default -> throw new IllegalArgumentException("no division: " + id);
    };
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

  /** {@code spent}: what a buyer in sight has spent in sum, on average. */
  static Sql usualSpend() {
    return Sql.of(
        """
        select avg(c.revenue) as spent
        from {profile.customer} c
        where c.orders > 0
        """);
  }

  /** {@code heads}: who of the report is meant now. */
  static Sql heads(Sql members) {
    return Sql.of("select count(*) as heads from members m").step("members", members);
  }

  /**
   * {@code bought, missing, buyers, of_first, of_second, of_both}: of the buyers of some days those
   * who bought {@code bought} in them, those who ever bought {@code missing}, and those who did
   * both; pairs of the largest categories.
   */
  static Sql pairs(Period days) {
    return during(
        Sql.of(
                """
                select p.bought,
                       p.missing,
                       n.buyers,
                       x.recent as of_first,
                       y.ever as of_second,
                       p.of_both
                from pair p
                join large x on x.category = p.bought
                join large y on y.category = p.missing
                cross join (select count(*) as buyers from buyer) n
                order by p.bought nulls last, p.missing nulls last
                """)
            .step(
                "held",
                """
                select i.customer_id,
                       i.category,
                       max(case when i.day >= #from then 1 else 0 end) as recent
                from {profile.item} i
                where i.kind = 'sale'
                  and i.customer_id is not null
                  and i.category is not null
                  and i.day < #until
                group by i.customer_id, i.category
                """)
            .step(
                "buyer",
                """
                select distinct h.customer_id
                from held h
                where h.recent = 1
                """)
            .step(
                "large",
                """
                select h.category,
                       cast(sum(h.recent) as bigint) as recent,
                       count(*) as ever
                from held h
                join buyer b on b.customer_id = h.customer_id
                group by h.category
                order by recent desc nulls last, h.category nulls last
                limit %d
                """
                    .formatted(MOST_CATEGORIES))
            .step(
                "pair",
                """
                select x.category as bought,
                       y.category as missing,
                       count(*) as of_both
                from held x
                join held y on y.customer_id = x.customer_id and y.category <> x.category
                where x.recent = 1
                group by x.category, y.category
                """),
        days);
  }

  /**
   * {@code heads, buyers, revenue}: what {@code members} of an earlier day did after it; of one
   * category alone, where it is named.
   */
  static Sql after(Sql members, Optional<String> category, AsOf then, int days) {
    var rows =
        category.isPresent()
            ? "from {profile.item} o\nwhere o.category = #category\n  and o.kind = 'sale'"
            : "from {profile.order} o\nwhere o.kind = 'sale'";
    var sql = after(members, rows, then, days);
    return category.isPresent() ? sql.with("category", Value.of(category.get())) : sql;
  }

  private static Sql after(Sql members, String rows, AsOf then, int days) {
    return Sql.of(
            """
            select count(*) as heads,
                   count(b.customer_id) as buyers,
                   coalesce(sum(b.revenue), 0) as revenue
            from members m
            left join bought b on b.customer_id = m.customer_id
            """)
        .step("members", members)
        .step(
            "bought",
            """
            select o.customer_id,
                   sum(o.amount) as revenue
            %s
              and o.customer_id is not null
              and o.day > #then
              and o.day <= #last
            group by o.customer_id
            """
                .formatted(rows))
        .with("then", Value.of(then.day()))
        .with("last", Value.of(then.day().plusDays(days)));
  }

  private static Sql during(Sql sql, Period days) {
    return sql.with("from", Value.of(days.from())).with("until", Value.of(days.until()));
  }
}
