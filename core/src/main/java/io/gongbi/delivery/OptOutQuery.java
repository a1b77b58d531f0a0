package io.gongbi.delivery;

import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.List;

/** Questions about who wants no messages. */
final class OptOutQuery {
  private OptOutQuery() {}

  static final Sql LAST = Sql.of("select coalesce(max(number), 0) as number from delivery_opt_out");

  static final Sql IN_FORCE =
      Sql.of("select address from delivery_opt_out where lifted_at is null order by address");

  /** Replies that were ever heard, also those that no longer hold. */
  static final Sql HEARD =
      Sql.of("select address, reason from delivery_opt_out where way = 'REPLY'");

  /**
   * The numbers from which a campaign of another system was answered by 退订: the number in the log,
   * else the customer's own. A question to the warehouse.
   */
  static final Sql REPLIED =
      Sql.of(
          """
          select r.address,
                 r.campaign
          from (
            select coalesce(k.phone, c.phone) as address,
                   d.campaign,
                   min(d.sent_at) as sent_at
            from {quality.delivery} d
            join {quality.customer} k on k.source = d.source and k.record_key = d.recipient_key
            left join {identity.member} m on m.source = d.source and m.record_key = d.recipient_key
            left join {profile.customer} c on c.customer_id = m.customer_id
            where d.status = 'opted-out' or gb_opts_out(d.reply)
            group by coalesce(k.phone, c.phone),
                     d.campaign
          ) r
          where r.address is not null
          order by r.sent_at nulls last,
                   r.address nulls last,
                   r.campaign nulls last
          """);

  /** Addresses of {@code first} to {@code last} that want none. */
  static Sql between(String first, String last) {
    return Sql.of(
            """
            select address
            from delivery_opt_out
            where lifted_at is null
              and address >= #first
              and address <= #last
            """)
        .with("first", Value.of(first))
        .with("last", Value.of(last));
  }

  /** The same wish twice is one: an address in force stays as it was. */
  static Sql add(
      long number, String address, OptOut.Way way, String reason, UserId by, Instant now) {
    return Sql.of(
            """
            insert into delivery_opt_out (number, address, way, reason, added_at, added_by)
            select #number, #address, #way, #reason, #now, #by
            where not exists (
              select 1 from delivery_opt_out where address = #address and lifted_at is null)
            """)
        .with("number", Value.of(number))
        .with("address", Value.of(address))
        .with("way", Value.of(way.name()))
        .with("reason", Value.of(reason))
        .with("now", Value.of(now))
        .with("by", Value.of(by.value()));
  }

  static Sql lift(long number, UserId by, String reason, Instant now) {
    return Sql.of(
            """
            update delivery_opt_out
            set lifted_at = #now, lifted_by = #by, lifted_reason = #reason
            where number = #number and lifted_at is null
            """)
        .with("number", Value.of(number))
        .with("by", Value.of(by.value()))
        .with("reason", Value.of(reason))
        .with("now", Value.of(now));
  }

  static Sql count(String part, boolean lifted) {
    return Sql.of(
            """
            select count(*) as n
            from delivery_opt_out
            where %s
              and %s
            """
                .formatted(LIKE, state(lifted)))
        .with("part", Value.of(part));
  }

  static Sql list(String part, boolean lifted, long offset, long limit) {
    return Sql.of(
            """
            select number,
                   address,
                   way,
                   reason,
                   added_at,
                   added_by,
                   lifted_at,
                   lifted_by,
                   lifted_reason
            from delivery_opt_out
            where %s
              and %s
            order by number desc
            limit #limit offset #offset
            """
                .formatted(LIKE, state(lifted)))
        .with("part", Value.of(part))
        .with("limit", Value.of(limit))
        .with("offset", Value.of(offset));
  }

  /** Digits and letters alone reach it, so nothing in it is a pattern. */
  private static final String LIKE = "address like '%' || #part || '%'";

  private static String state(boolean lifted) {
    return lifted ? "lifted_at is not null" : "lifted_at is null";
  }

  static OptOut optOut(Row row) {
    return new OptOut(
        row.whole("number"),
        row.text("address"),
        OptOut.Way.valueOf(row.text("way")),
        row.text("reason"),
        row.moment("added_at"),
        new UserId(row.text("added_by")),
        row.momentIfAny("lifted_at")
            .map(
                at ->
                    new OptOut.Lifted(
                        at, new UserId(row.text("lifted_by")), row.text("lifted_reason"))));
  }

  /** As phones are cleaned on import, so that both are written alike; nothing where it is none. */
  static Sql cleaned(List<String> typed) {
    return Sql.of(
            """
            select t.typed,
                   gb_phone(t.typed) as phone
            from (select gb_each_line(#typed) as typed) t
            """)
        .with("typed", Value.of(String.join("\n", typed)));
  }
}
