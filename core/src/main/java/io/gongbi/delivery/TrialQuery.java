package io.gongbi.delivery;

import io.gongbi.catalog.UserId;
import io.gongbi.channel.Message;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** Messages that people sent to themselves, in the catalog. */
final class TrialQuery {
  private TrialQuery() {}

  static final Sql LAST = Sql.of("select coalesce(max(number), 0) as number from delivery_trial");

  static Sql since(String channel, Instant since) {
    return Sql.of(
            """
            select count(*) as n
            from delivery_trial
            where channel = #channel and entered_at >= #since
            """)
        .with("channel", Value.of(channel))
        .with("since", Value.of(since));
  }

  static Sql enter(
      long number, String channel, Message message, long parts, UserId by, Instant now) {
    return Sql.of(
            """
            insert into delivery_trial (number, channel, address, body, parts, state, sent_by, entered_at)
            values (#number, #channel, #address, #body, #parts, 'CLAIMED', #by, #now)
            """)
        .with("number", Value.of(number))
        .with("channel", Value.of(channel))
        .with("address", Value.of(message.address()))
        .with("body", Value.of(message.text()))
        .with("parts", Value.of(parts))
        .with("by", Value.of(by.value()))
        .with("now", Value.of(now));
  }

  static Sql answered(long number, String state, String reason, String messageId, Instant now) {
    return Sql.of(
            """
            update delivery_trial
            set state = #state, reason = #reason, message_id = #message_id, happened_at = #now
            where number = #number and state = 'CLAIMED'
            """)
        .with("number", Value.of(number))
        .with("state", Value.of(state))
        .with("reason", said(reason))
        .with("message_id", said(messageId))
        .with("now", Value.of(now));
  }

  /** A later truth replaces an earlier one, never the reverse. */
  static Sql settle(long number, String state, String reason, Instant now) {
    return Sql.of(
            """
            update delivery_trial
            set state = #state, reason = #reason, happened_at = #now
            where number = #number and state <> 'DELIVERED' and state <> #state
            """)
        .with("number", Value.of(number))
        .with("state", Value.of(state))
        .with("reason", said(reason))
        .with("now", Value.of(now));
  }

  private static Value said(String text) {
    return text.isEmpty() ? Value.missing() : Value.of(text);
  }

  static Sql named(String channel, String messageId, long number) {
    return Sql.of(
            """
            select number,
                   address
            from delivery_trial
            where channel = #channel and (message_id = #message_id or number = #number)
            order by number desc
            limit 1
            """)
        .with("channel", Value.of(channel))
        .with("message_id", Value.of(messageId))
        .with("number", Value.of(number));
  }

  static Sql latest(String channel, int most) {
    return Sql.of(
            """
            select number,
                   address,
                   body,
                   parts,
                   state,
                   reason,
                   sent_by,
                   entered_at,
                   happened_at
            from delivery_trial
            where channel = #channel
            order by number desc
            limit #most
            """)
        .with("channel", Value.of(channel))
        .with("most", Value.of((long) most));
  }
}
