package io.gongbi.quality;

import io.gongbi.warehouse.Sql;

/** Records of the customers that orders and deliveries name. */
final class BuyerQuery {
  /**
   * Whom orders and deliveries name: as a file of theirs says it, and as the lines of an order do.
   */
  static final String NAMED =
      """
      select s.*
      from {quality.sighting} s
      union all
      select h.source,
             h.feed,
             h.order_key as ref,
             h.record_key,
             h.batch,
             h.line,
             h.seen_at,
             h.name,
             h.phone,
             h.email,
             h.member_card,
             h.platform_id,
             h.gender,
             h.birthday,
             h.country,
             h.province,
             h.city,
             h.level,
             h.points,
             h.registered_at
      from {quality.head} h
      where h.record_key is not null
      """;

  private BuyerQuery() {}

  /**
   * For quality.customer: one record per distinct set of identifiers. What else is known comes from
   * where the customer was seen last with it.
   */
  static Sql buyers() {
    return Sql.of(
            """
        select s.source,
               s.feed,
               s.record_key,
               gb_newest(s.batch, s.seen_at, s.batch, s.line) as batch,
               gb_newest(s.line, s.seen_at, s.batch, s.line) as line,
               max(s.seen_at) as seen_at,
               gb_newest(s.name, s.seen_at, s.batch, s.line) as name,
               max(s.phone) as phone,
               max(s.email) as email,
               max(s.member_card) as member_card,
               max(s.platform_id) as platform_id,
               gb_newest(s.gender, s.seen_at, s.batch, s.line) as gender,
               gb_newest(s.birthday, s.seen_at, s.batch, s.line) as birthday,
               gb_newest(s.country, s.seen_at, s.batch, s.line) as country,
               gb_newest(s.province, s.seen_at, s.batch, s.line) as province,
               gb_newest(s.city, s.seen_at, s.batch, s.line) as city,
               gb_newest(s.level, s.seen_at, s.batch, s.line) as level,
               gb_newest(s.points, s.seen_at, s.batch, s.line) as points,
               min(s.registered_at) as registered_at
        from named s
        group by s.source,
                 s.feed,
                 s.record_key
        """)
        .step("named", NAMED);
  }
}
