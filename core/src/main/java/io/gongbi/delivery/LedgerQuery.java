package io.gongbi.delivery;

import io.gongbi.channel.Message;
import io.gongbi.channel.Receipt;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger's questions to the catalog. */
final class LedgerQuery {
  private LedgerQuery() {}

  static final Sql LAST =
      Sql.of(
          """
          select coalesce(max(number), 0) as number,
                 coalesce(max(position), 0) as position,
                 coalesce(max(batch), 0) as batch
          from delivery_entry
          """);

  private static final String COLUMNS =
      """
      select number,
             position,
             origin,
             customer_id,
             arm,
             channel,
             state,
             reason,
             entered_at,
             sent_at,
             delivered_at,
             opted_out_at,
             parts
      from delivery_entry
      """;

  /** Customers of this origin, step and occurrence that have an entry, up to {@code last}. */
  static Sql entered(Intent first, CustomerId last) {
    return Sql.of(
            """
            select customer_id
            from delivery_entry
            where origin = #origin
              and step = #step
              and occurrence = #occurrence
              and customer_id >= #first
              and customer_id <= #last
            """)
        .with("origin", Value.of(first.origin().toString()))
        .with("step", Value.of(first.step()))
        .with("occurrence", Value.of(first.occurrence()))
        .with("first", Value.of(first.customer().value()))
        .with("last", Value.of(last.value()));
  }

  /**
   * Those of these addresses to which this very message has gone, or is about to, whatever came of
   * it: what failed for one customer of a number fails for the next.
   */
  static Sql taken(Intent first, List<String> addresses) {
    return Sql.of(
            """
            select distinct address
            from delivery_entry
            where address in (#addresses)
              and origin = #origin
              and step = #step
              and occurrence = #occurrence
              and state not in ('HELD_OUT', 'REFUSED')
            """)
        .with("addresses", Value.of(addresses))
        .with("origin", Value.of(first.origin().toString()))
        .with("step", Value.of(first.step()))
        .with("occurrence", Value.of(first.occurrence()));
  }

  static Sql enter(Intent first, String channel, Instant now) {
    return Sql.of(
            """
            insert into delivery_entry (
              number, position, origin, step, occurrence, customer_id, arm, channel, batch,
              address, name, body, parts, state, reason, entered_at)
            values (
              #number, #position, #origin, #step, #occurrence, #customer, #arm, #channel, #batch,
              #address, #name, #body, #parts, #state, #reason, #now)
            """)
        .with("origin", Value.of(first.origin().toString()))
        .with("step", Value.of(first.step()))
        .with("occurrence", Value.of(first.occurrence()))
        .with("channel", Value.of(channel))
        .with("now", Value.of(now));
  }

  /**
   * Changes an entry of this origin alone: the keys of other campaigns are none of its business.
   */
  static Sql settle(String origin, Receipt receipt, long position) {
    var sql =
        switch (receipt) {
          case Receipt.Sent r ->
              Sql.of(
                      """
                      update delivery_entry
                      set state = 'SENT',
                          position = #position,
                          sent_at = #happened,
                          message_id = #message_id,
                          reason = null
                      where number = #number and origin = #origin and state in ('CLAIMED', 'UNCERTAIN')
                      """)
                  .with("happened", Value.of(r.happenedAt()))
                  .with("message_id", r.messageId().map(Value::of).orElse(Value.missing()));
          case Receipt.OptedOut r -> optedOut(r.happenedAt());
          case Receipt.Delivered r -> delivered(r.happenedAt());
          case Receipt.Failed r ->
              Sql.of(
                      """
                      update delivery_entry
                      set state = 'FAILED',
                          position = #position,
                          sent_at = coalesce(sent_at, #happened),
                          reason = #reason
                      where number = #number and origin = #origin and state in ('CLAIMED', 'UNCERTAIN', 'SENT')
                      """)
                  .with("happened", Value.of(r.happenedAt()))
                  .with("reason", Value.of(r.reason()));
          case Receipt.Uncertain r ->
              Sql.of(
                      """
                      update delivery_entry
                      set state = 'UNCERTAIN', position = #position, reason = #reason
                      where number = #number and origin = #origin and state = 'CLAIMED'
                      """)
                  .with("reason", r.reason().isEmpty() ? Value.missing() : Value.of(r.reason()));
          case Receipt.NotLeft _ ->
              Sql.of(
                  """
                  update delivery_entry
                  set again = 1, position = #position
                  where number = #number and origin = #origin and state = 'CLAIMED'
                  """);
        };
    return sql.with("number", Value.of(number(receipt.key())))
        .with("position", Value.of(position))
        .with("origin", Value.of(origin));
  }

  private static Sql delivered(Instant happenedAt) {
    return Sql.of(
            """
            update delivery_entry
            set state = 'DELIVERED',
                position = #position,
                sent_at = coalesce(sent_at, #happened),
                delivered_at = #happened,
                reason = null
            where number = #number and origin = #origin and state in ('CLAIMED', 'UNCERTAIN', 'SENT', 'FAILED')
            """)
        .with("happened", Value.of(happenedAt));
  }

  /** An answer shows that the message arrived, if that was not known yet; the first one counts. */
  private static Sql optedOut(Instant happenedAt) {
    return Sql.of(
            """
            update delivery_entry
            set state = 'DELIVERED',
                position = #position,
                sent_at = coalesce(sent_at, #happened),
                delivered_at = coalesce(delivered_at, #happened),
                opted_out_at = #happened,
                reason = null
            where number = #number
              and origin = #origin
              and state in ('CLAIMED', 'UNCERTAIN', 'SENT', 'FAILED', 'DELIVERED')
              and opted_out_at is null
            """)
        .with("happened", Value.of(happenedAt));
  }

  /** To which address the message of this key went, if it is one of this origin. */
  static Sql address(String origin, String key) {
    return Sql.of(
            """
            select address
            from delivery_entry
            where number = #number and origin = #origin
            """)
        .with("number", Value.of(number(key)))
        .with("origin", Value.of(origin));
  }

  /** To whom and to which address the message of this key went, if it is one of another origin. */
  static Sql elsewhere(String origin, String key) {
    return Sql.of(
            """
            select customer_id,
                   address
            from delivery_entry
            where number = #number and origin <> #origin and address is not null
            """)
        .with("number", Value.of(number(key)))
        .with("origin", Value.of(origin));
  }

  /**
   * Customers of {@code first} to {@code last} who got as many messages of these channels as the
   * limits allow. What is promised counts, what is known to have failed does not.
   */
  static Sql capped(
      List<String> channels,
      SendingLimits limits,
      SendingLimits.Since since,
      long first,
      long last) {
    return capped(
            "customer_id",
            "customer_id >= #first and customer_id <= #last",
            channels,
            limits,
            since)
        .with("first", Value.of(first))
        .with("last", Value.of(last));
  }

  /** The same for addresses, whichever customers they were of; {@code among} empty: all. */
  static Sql cappedAddresses(
      List<String> channels,
      SendingLimits limits,
      SendingLimits.Since since,
      Optional<List<String>> among) {
    var sql =
        capped(
            "address",
            among.isPresent() ? "address in (#addresses)" : "address is not null",
            channels,
            limits,
            since);
    return among.map(a -> sql.with("addresses", Value.of(a))).orElse(sql);
  }

  private static Sql capped(
      String whose,
      String among,
      List<String> channels,
      SendingLimits limits,
      SendingLimits.Since since) {
    return Sql.of(
            """
            select g.%1$s
            from (
              select %1$s,
                     sum(case when entered_at >= #day then 1 else 0 end) as today,
                     sum(case when entered_at >= #week then 1 else 0 end) as this_week,
                     sum(case when entered_at >= #month then 1 else 0 end) as this_month
              from delivery_entry
              where channel in (#channels)
                and %2$s
                and entered_at >= #earliest
                and state in ('CLAIMED', 'UNCERTAIN', 'SENT', 'DELIVERED')
              group by %1$s
            ) g
            where (#per_day > 0 and g.today >= #per_day)
               or (#per_week > 0 and g.this_week >= #per_week)
               or (#per_month > 0 and g.this_month >= #per_month)
            """
                .formatted(whose, among))
        .with("channels", Value.of(channels))
        .with("earliest", Value.of(since.earliest()))
        .with("day", Value.of(since.day()))
        .with("week", Value.of(since.week()))
        .with("month", Value.of(since.month()))
        .with("per_day", Value.of((long) limits.perDay()))
        .with("per_week", Value.of((long) limits.perWeek()))
        .with("per_month", Value.of((long) limits.perMonth()));
  }

  /** Whether a message of this origin ever had this key. */
  static Sql message(String origin, String key) {
    return Sql.of(
            """
            select count(*) as n
            from delivery_entry
            where number = #number and origin = #origin and state not in ('HELD_OUT', 'REFUSED')
            """)
        .with("number", Value.of(number(key)))
        .with("origin", Value.of(origin));
  }

  /** Of whom the message of this key is, if it is one of this origin. */
  static Sql customer(String origin, String key) {
    return Sql.of(
            """
            select customer_id
            from delivery_entry
            where number = #number and origin = #origin
            """)
        .with("number", Value.of(number(key)))
        .with("origin", Value.of(origin));
  }

  /**
   * What was handed to a channel, whatever came of it, for customers of {@code first} to {@code
   * last}.
   */
  static Sql handed(
      String origin, String step, String occurrence, CustomerId first, CustomerId last) {
    return Sql.of(
            """
            select number,
                   customer_id
            from delivery_entry
            where origin = #origin
              and step = #step
              and occurrence = #occurrence
              and customer_id >= #first
              and customer_id <= #last
              and state in ('SENT', 'DELIVERED', 'FAILED', 'UNCERTAIN')
            """)
        .with("origin", Value.of(origin))
        .with("step", Value.of(step))
        .with("occurrence", Value.of(occurrence))
        .with("first", Value.of(first.value()))
        .with("last", Value.of(last.value()));
  }

  static Sql unsettled(String origin) {
    return Sql.of(
            """
            select number, batch, address, name, body
            from delivery_entry
            where origin = #origin and state = 'CLAIMED' and again = 0
            order by number
            """)
        .with("origin", Value.of(origin));
  }

  static Sql lastEntered(String origin) {
    return Sql.of(
            "select max(customer_id) as customer_id from delivery_entry where origin = #origin")
        .with("origin", Value.of(origin));
  }

  static Sql counts(String origin) {
    return Sql.of(
            "select state, count(*) as n from delivery_entry where origin = #origin group by state")
        .with("origin", Value.of(origin));
  }

  static Sql list(String origin, Optional<LedgerEntry.State> state, long offset, long limit) {
    return Sql.of(
            COLUMNS
                + """
                where origin = #origin and (#state = '' or state = #state)
                order by number
                limit #limit offset #offset
                """)
        .with("origin", Value.of(origin))
        .with("state", Value.of(state.map(Enum::name).orElse("")))
        .with("offset", Value.of(offset))
        .with("limit", Value.of(limit));
  }

  static Sql after(Position position, int limit) {
    return Sql.of(
            COLUMNS
                + """
                where position > #position
                order by position
                limit #limit
                """)
        .with("position", Value.of(position.value()))
        .with("limit", Value.of(limit));
  }

  static LedgerEntry entry(Row row) {
    return new LedgerEntry(
        row.whole("number"),
        row.text("origin"),
        new CustomerId(row.whole("customer_id")),
        row.text("arm"),
        row.text("channel"),
        LedgerEntry.State.valueOf(row.text("state")),
        row.textIfAny("reason"),
        row.moment("entered_at"),
        row.momentIfAny("sent_at"),
        row.momentIfAny("delivered_at"),
        row.momentIfAny("opted_out_at"),
        row.whole("parts"));
  }

  static Message message(long number, String address, String name, String text) {
    return new Message(key(number), address, text, Map.of("name", name));
  }

  static String key(long number) {
    return "m" + number;
  }

  /** The entry of a message key such as {@code m17}; 0, which no entry has, for anything else. */
  static long number(String key) {
    return key.matches("m[0-9]{1,18}") ? Long.parseLong(key.substring(1)) : 0;
  }
}
