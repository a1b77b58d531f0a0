package io.gongbi.profile;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.ZoneId;

/**
 * What customers did and received. {@code registered} once, at the earliest date that any record
 * gives; {@code ordered} for every order placed, also those never paid; {@code paid} and {@code
 * refunded} as {@code profile.order} has them, refunds with their negative amount, so that both sum
 * to net revenue; {@code sent} and {@code delivered} from the logs of past campaigns, where control
 * rows and failures are no event. {@code ref} is the order's key, the campaign, or the record.
 *
 * <p>Unique by customer, name, moment, source and ref: two lines of one log about the same person
 * and message are one event.
 */
final class EventQuery {
  private EventQuery() {}

  static Sql events(ZoneId zone) {
    return Sql.of(
            """
            select h.customer_id,
                   h.name,
                   h.happened_at,
                   gb_local_day(h.happened_at, #zone) as day,
                   h.amount,
                   h.source,
                   h.ref
            from happened h
            order by h.customer_id nulls last, h.happened_at nulls last, h.name nulls last,
                     h.source nulls last, h.ref nulls last
            """)
        .with("zone", Value.of(zone.getId()))
        .step("placed", OrderQuery.PLACED)
        .step(
            "received",
            """
            select distinct m.customer_id,
                   d.sent_at,
                   d.status,
                   d.source,
                   coalesce(d.campaign, '') as ref
            from {quality.delivery} d
            join {identity.member} m on m.source = d.source and m.record_key = d.recipient_key
            where d.sent_at is not null
              and coalesce(d.arm, 'treated') <> 'control'
              and coalesce(d.status, 'sent') in ('sent', 'delivered')
            """)
        .step(
            "happened",
            """
            select c.customer_id,
                   'registered' as name,
                   c.registered_at as happened_at,
                   cast(null as decimal(18,4)) as amount,
                   l.source,
                   l.record_key as ref
            from {profile.customer} c
            join {profile.lineage} l
              on l.customer_id = c.customer_id and l.field = 'registered_at' and l.chosen
            where c.registered_at is not null
            union all
            select p.customer_id,
                   'ordered' as name,
                   p.ordered_at as happened_at,
                   p.sale as amount,
                   p.source,
                   p.order_key as ref
            from placed p
            union all
            select o.customer_id,
                   case when o.kind = 'sale' then 'paid' else 'refunded' end as name,
                   o.happened_at,
                   o.amount,
                   o.source,
                   o.order_key as ref
            from {profile.order} o
            where o.customer_id is not null
            union all
            select r.customer_id,
                   'sent' as name,
                   r.sent_at as happened_at,
                   cast(null as decimal(18,4)) as amount,
                   r.source,
                   r.ref
            from (select distinct x.customer_id, x.sent_at, x.source, x.ref from received x) r
            union all
            select r.customer_id,
                   'delivered' as name,
                   r.sent_at as happened_at,
                   cast(null as decimal(18,4)) as amount,
                   r.source,
                   r.ref
            from received r
            where r.status = 'delivered'
            """);
  }
}
