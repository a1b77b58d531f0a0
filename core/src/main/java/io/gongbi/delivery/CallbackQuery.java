package io.gongbi.delivery;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions of whoever is told what became of a message. */
final class CallbackQuery {
  private CallbackQuery() {}

  /** Those that a provider took under one id: several where it names a whole request. */
  static Sql named(String channel, String messageId) {
    return Sql.of(
            """
            select number,
                   origin,
                   address
            from delivery_entry
            where channel = #channel and message_id = #message_id
            order by number
            limit 500
            """)
        .with("channel", Value.of(channel))
        .with("message_id", Value.of(messageId));
  }

  /** For providers that speak of a message by the key we gave it. */
  static Sql numbered(String channel, long number) {
    return Sql.of(
            """
            select number,
                   origin,
                   address
            from delivery_entry
            where number = #number
              and channel = #channel
              and state not in ('HELD_OUT', 'REFUSED')
            """)
        .with("channel", Value.of(channel))
        .with("number", Value.of(number));
  }

  static Sql lastTo(String channel, List<String> addresses) {
    return Sql.of(
            """
            select number,
                   origin,
                   address
            from delivery_entry
            where channel = #channel
              and address in (#addresses)
              and state not in ('HELD_OUT', 'REFUSED')
            order by number desc
            limit 1
            """)
        .with("channel", Value.of(channel))
        .with("addresses", Value.of(addresses));
  }

  /** The last to a number of which nobody knows yet whether it was taken. */
  static Sql openTo(String channel, List<String> addresses, Instant since) {
    return Sql.of(
            """
            select number,
                   origin,
                   address
            from delivery_entry
            where channel = #channel
              and address in (#addresses)
              and entered_at >= #since
              and state in ('CLAIMED', 'UNCERTAIN')
            order by number desc
            limit 1
            """)
        .with("channel", Value.of(channel))
        .with("addresses", Value.of(addresses))
        .with("since", Value.of(since));
  }

  static Sql count(String channel, LocalDate day, Callbacks.Told told) {
    return Sql.of(
            """
            insert into delivery_callback (channel, day, changed, known, unknown, unreadable, opted_out)
            values (#channel, #day, #changed, #known, #unknown, #unreadable, #opted_out)
            on conflict (channel, day) do update set
              changed = delivery_callback.changed + excluded.changed,
              known = delivery_callback.known + excluded.known,
              unknown = delivery_callback.unknown + excluded.unknown,
              unreadable = delivery_callback.unreadable + excluded.unreadable,
              opted_out = delivery_callback.opted_out + excluded.opted_out
            """)
        .with("channel", Value.of(channel))
        .with("day", Value.of(day))
        .with("changed", Value.of(told.settled().changed()))
        .with("known", Value.of(told.settled().known()))
        .with("unknown", Value.of(told.settled().unknown()))
        .with("unreadable", Value.of(told.unreadable()))
        .with("opted_out", Value.of(told.optedOut()));
  }

  static Sql of(String channel, LocalDate day) {
    return Sql.of(
            """
            select changed,
                   known,
                   unknown,
                   unreadable,
                   opted_out
            from delivery_callback
            where channel = #channel and day = #day
            """)
        .with("channel", Value.of(channel))
        .with("day", Value.of(day));
  }
}
