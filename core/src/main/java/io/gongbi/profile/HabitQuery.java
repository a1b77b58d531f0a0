package io.gongbi.profile;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What {@link Habits} are read from. Each question reads the rows of one customer, which lie
 * together in their tables, and answers with a few.
 */
final class HabitQuery {
  private static final int MOST = 8;

  private HabitQuery() {}

  /** What the customer did of their own accord: not what was paid, given or sent to them. */
  private static final String DONE =
      EventKind.of("e.name") + " in ('browsed', 'joined') and e.name <> 'registered'";

  static Sql deeds(CustomerId customer, LocalDate asOf) {
    return of(
            customer,
            asOf,
            """
            select d.name,
                   count(*) filter (where d.day >= #from30) as in30,
                   count(*) filter (where d.day >= #from90) as in90,
                   count(*) as ever,
                   max(d.day) as last_day
            from done d
            group by d.name
            order by in90 desc nulls last, ever desc nulls last, d.name nulls last
            """)
        .with("from30", Value.of(asOf.minusDays(30)));
  }

  static Sql likes(CustomerId customer, LocalDate asOf) {
    return of(
            customer,
            asOf,
            """
            select r.liked,
                   r.name,
                   r.quantity,
                   r.amount,
                   r.looks
            from ranked r
            where r.place <= #most
            order by r.liked nulls last, r.place nulls last
            """)
        .with("most", Value.of(MOST))
        .step(
            "bought",
            """
            select i.category,
                   coalesce(i.product_code, i.product_name) as product,
                   i.product_name,
                   i.quantity,
                   i.amount
            from {profile.item} i
            where i.customer_id = #customer and i.day < #until
            """)
        .step(
            "sign",
            """
            select 'category' as liked, b.category as thing, b.category as name, b.quantity, b.amount, 0 as looks
            from bought b
            union all
            select 'product' as liked, b.product as thing, b.product_name as name, b.quantity, b.amount, 0 as looks
            from bought b
            union all
            select 'category' as liked, d.category as thing, d.category as name, 0 as quantity, 0 as amount, 1 as looks
            from done d
            where d.day >= #from90 and d.name <> 'searched'
            union all
            select 'product' as liked, coalesce(d.product_code, d.product_name) as thing, d.product_name as name,
                   0 as quantity, 0 as amount, 1 as looks
            from done d
            where d.day >= #from90 and d.name <> 'searched'
            union all
            select 'keyword' as liked, d.keyword as thing, d.keyword as name, 0 as quantity, 0 as amount, 1 as looks
            from done d
            where d.day >= #from90
            """)
        .step(
            "liking",
            """
            select s.liked,
                   s.thing,
                   coalesce(max(s.name), s.thing) as name,
                   cast(sum(coalesce(s.quantity, 0)) as decimal(18,4)) as quantity,
                   cast(sum(coalesce(s.amount, 0)) as decimal(18,4)) as amount,
                   cast(sum(s.looks) as bigint) as looks
            from sign s
            where s.thing is not null
            group by s.liked, s.thing
            """)
        .step(
            "ranked",
            """
            select l.*,
                   row_number() over (
                     partition by l.liked
                     order by l.quantity desc nulls last, l.looks desc nulls last, l.amount desc nulls last,
                              l.thing nulls last
                   ) as place
            from liking l
            where l.quantity > 0 or l.looks > 0
            """);
  }

  static Sql places(CustomerId customer, LocalDate asOf) {
    return of(
            customer,
            asOf,
            """
            select v.channel,
                   cast(sum(v.orders) as bigint) as orders,
                   cast(sum(v.amount) as decimal(18,4)) as amount,
                   cast(sum(v.deeds) as bigint) as deeds
            from visit v
            group by v.channel
            order by orders desc nulls last, deeds desc nulls last, v.channel nulls last
            limit #most
            """)
        .with("most", Value.of(MOST))
        .step(
            "visit",
            """
            select o.channel, 1 as orders, o.amount, 0 as deeds
            from {profile.order} o
            where o.customer_id = #customer and o.kind = 'sale' and o.day < #until
            union all
            select d.channel, 0 as orders, 0 as amount, 1 as deeds
            from done d
            where d.day >= #from90
            """);
  }

  /** Orders ever and deeds of 90 days, by hour of the week. */
  static Sql rhythm(CustomerId customer, LocalDate asOf, ZoneId zone) {
    return of(
            customer,
            asOf,
            """
            select b.weekday,
                   b.hour,
                   cast(sum(b.orders) as bigint) as orders,
                   cast(sum(b.deeds) as bigint) as deeds
            from beat b
            group by b.weekday, b.hour
            order by b.weekday nulls last, b.hour nulls last
            """)
        .with("zone", Value.of(zone.getId()))
        .step(
            "beat",
            """
            select gb_isodow(o.day) as weekday,
                   extract(hour from gb_local(o.happened_at, #zone)) as hour,
                   1 as orders,
                   0 as deeds
            from {profile.order} o
            where o.customer_id = #customer and o.kind = 'sale'
            union all
            select gb_isodow(d.day) as weekday,
                   extract(hour from gb_local(d.happened_at, #zone)) as hour,
                   0 as orders,
                   1 as deeds
            from done d
            where d.day >= #from90
            """);
  }

  private static Sql of(CustomerId customer, LocalDate asOf, String text) {
    return Sql.of(text)
        .with("customer", Value.of(customer.value()))
        .with("from90", Value.of(asOf.minusDays(90)))
        .with("until", Value.of(asOf))
        .step(
            "done",
            """
            select e.name,
                   e.happened_at,
                   e.day,
                   e.channel,
                   e.product_code,
                   e.product_name,
                   e.category,
                   e.keyword
            from {profile.event} e
            where e.customer_id = #customer and e.day < #until and %s
            """
                .formatted(DONE));
  }
}
