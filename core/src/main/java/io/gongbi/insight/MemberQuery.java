package io.gongbi.insight;

import io.gongbi.warehouse.Sql;

/** Customers behind a number, counted and by the page, those who spent most first. */
final class MemberQuery {
  private MemberQuery() {}

  /** {@code cards}: those whom figures leave out. */
  static final Sql OUTSIDE =
      Sql.of("select count(*) as cards from {profile.card} k where k.outside");

  static Sql count(Sql members) {
    return Sql.of("select count(*) as customers from members m").step("members", members);
  }

  static Sql page(Sql members, int offset, int limit) {
    return Sql.of(
            """
            select c.customer_id,
                   c.name,
                   c.phone,
                   c.city,
                   c.level,
                   c.orders,
                   c.net_revenue,
                   c.last_order_day
            from members m
            join {profile.customer} c on c.customer_id = m.customer_id
            order by c.net_revenue desc nulls last,
                     c.customer_id nulls last
            limit %s
            offset %s
            """
                .formatted(limit, offset))
        .step("members", members);
  }
}
