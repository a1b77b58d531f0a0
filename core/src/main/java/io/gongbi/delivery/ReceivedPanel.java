package io.gongbi.delivery;

import io.gongbi.catalog.Label;
import io.gongbi.profile.Panel;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;

/**
 * What one customer was sent, held back from, or refused, from here ({@code origin}) and by other
 * systems ({@code campaign}, as their log names it); also what came under ids that are the
 * customer's by now.
 */
record ReceivedPanel() implements Panel {
  private static final int MOST = 200;

  private static final Sql ROWS =
      Sql.of(
              """
              select r.origin,
                     r.campaign,
                     r.arm,
                     r.channel,
                     r.state,
                     r.reason,
                     r.entered_at,
                     r.sent_at,
                     r.delivered_at
              from received r
              order by r.entered_at desc nulls last, r.origin nulls last, r.campaign nulls last
              limit #most
              """)
          .step(
              "ids",
              """
              select cast(#customer as bigint) as customer_id
              union
              select a.customer_id
              from {identity.alias} a
              where a.now_id = #customer
              """)
          .step(
              "received",
              """
              select e.origin,
                     cast(null as varchar) as campaign,
                     e.arm,
                     e.channel,
                     e.state,
                     e.reason,
                     e.entered_at,
                     e.sent_at,
                     e.delivered_at
              from {delivery.entry} e
              join ids i on i.customer_id = e.customer_id
              union all
              select cast(null as varchar) as origin,
                     l.campaign,
                     l.arm,
                     l.channel,
                     l.state,
                     case when l.opted_out then 'delivery.replied-stop' end as reason,
                     l.entered_at,
                     case when l.state = 'HELD_OUT' then null else l.entered_at end as sent_at,
                     cast(null as timestamp) as delivered_at
              from {delivery.logged} l
              where l.customer_id = #customer
              """);

  @Override
  public String id() {
    return "deliveries";
  }

  @Override
  public Label label() {
    return new Label("触达", "Deliveries");
  }

  @Override
  public Sql of(CustomerId customer) {
    return ROWS.with("customer", Value.of(customer.value())).with("most", Value.of(MOST));
  }
}
