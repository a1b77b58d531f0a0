package io.gongbi.profile;

import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;

/** The panels that follow from the profile itself. */
record OwnPanel(String id, Label label, Sql sql) implements Panel {
  /** More are on the timeline, page by page. */
  private static final int MOST = 200;

  static final List<Panel> ALL =
      List.of(
          new OwnPanel(
              "orders",
              new Label("订单", "Orders"),
              Sql.of(
                  """
                  select o.happened_at,
                         o.order_no,
                         o.kind,
                         o.status,
                         o.amount,
                         o.items,
                         o.channel,
                         o.source
                  from {profile.order} o
                  where o.customer_id = #customer
                  order by o.happened_at desc nulls last, o.source nulls last, o.order_key nulls last,
                           o.kind nulls last
                  limit #most
                  """)),
          new OwnPanel(
              "records",
              new Label("来源记录", "Records"),
              Sql.of(
                      """
                      select m.source,
                             m.record_key,
                             c.name,
                             c.phone,
                             c.email,
                             c.member_card,
                             c.platform_id,
                             c.seen_at,
                             e.id_type as shared_type,
                             e.id_value as shared_value,
                             e.records_sharing
                      from mine m
                      left join {quality.customer} c
                        on c.source = m.source and c.record_key = m.record_key
                      left join {identity.evidence} e
                        on e.customer_id = m.customer_id and e.source = m.source
                       and e.record_key = m.record_key
                      order by m.source nulls last, m.record_key nulls last, e.id_type nulls last,
                               e.id_value nulls last
                      limit #most
                      """)
                  .step(
                      "mine",
                      """
                      select m.customer_id,
                             m.source,
                             m.record_key
                      from {identity.member} m
                      where m.customer_id = #customer
                      """)),
          new OwnPanel("feedback", new Label("评价与服务", "Feedback"), BenefitQuery.FEEDBACK),
          new OwnPanel("points", new Label("积分", "Points"), BenefitQuery.POINTS),
          new OwnPanel("coupons", new Label("优惠券", "Coupons"), BenefitQuery.COUPONS),
          new OwnPanel("relations", new Label("关系", "Relations"), BenefitQuery.RELATIONS));

  @Override
  public Sql of(CustomerId customer) {
    return sql.with("customer", Value.of(customer.value())).with("most", Value.of(MOST));
  }
}
