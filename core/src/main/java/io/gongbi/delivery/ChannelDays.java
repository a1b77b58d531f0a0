package io.gongbi.delivery;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a channel does today: what left by it, and what was said to that. */
public final class ChannelDays {
  private static final int ANSWERS = 5;

  private final Catalog catalog;
  private final CompanySettings company;

  public ChannelDays(Catalog catalog, CompanySettings company) {
    this.catalog = catalog;
    this.company = company;
  }

  /** What was said last to messages that did not get through. */
  public record Answer(LedgerEntry.State state, String reason, Instant happenedAt, long messages) {}

  /**
   * Today of a channel, in the company's zone.
   *
   * @param entries messages by state; {@code CLAIMED} ones are just being sent, or never left
   * @param answers the reasons of today's failed and uncertain ones, the most frequent first
   * @param told what providers told us by themselves
   */
  public record Day(
      Map<LedgerEntry.State, Long> entries,
      Optional<Instant> lastSentAt,
      List<Answer> answers,
      Callbacks.Told told) {}

  /** Absent for who sees some customers only: these are counts of everybody's messages. */
  public Optional<Day> today(String channel, Viewer viewer) {
    if (!viewer.seesEverybody()) return Optional.empty();
    var zone = company.company().zone();
    var day = catalog.now().atZone(zone).toLocalDate();
    var since = day.atStartOfDay(zone).toInstant();
    return Optional.of(
        catalog.read(
            t -> {
              var entries = new EnumMap<LedgerEntry.State, Long>(LedgerEntry.State.class);
              t.query(counts(channel, since)).stream()
                  .forEach(r -> entries.put(state(r), r.whole("n")));
              return new Day(
                  entries,
                  t.query(lastSent(channel)).first().flatMap(r -> r.momentIfAny("sent_at")),
                  t.query(answers(channel, since)).stream().map(ChannelDays::answer).toList(),
                  t.query(CallbackQuery.of(channel, day))
                      .first()
                      .map(ChannelDays::told)
                      .orElse(Callbacks.Told.NOTHING));
            }));
  }

  private static LedgerEntry.State state(Row row) {
    return LedgerEntry.State.valueOf(row.text("state"));
  }

  private static Answer answer(Row row) {
    return new Answer(state(row), row.text("reason"), row.moment("last_at"), row.whole("n"));
  }

  private static Callbacks.Told told(Row row) {
    return new Callbacks.Told(
        new Settled(row.whole("changed"), row.whole("known"), row.whole("unknown")),
        row.whole("unreadable"),
        row.whole("opted_out"));
  }

  private static Sql counts(String channel, Instant since) {
    return Sql.of(
            """
            select state,
                   count(*) as n
            from delivery_entry
            where channel = #channel and entered_at >= #since
            group by state
            """)
        .with("channel", Value.of(channel))
        .with("since", Value.of(since));
  }

  private static Sql lastSent(String channel) {
    return Sql.of(
            """
            select sent_at
            from delivery_entry
            where channel = #channel and sent_at is not null
            order by entered_at desc
            limit 1
            """)
        .with("channel", Value.of(channel));
  }

  private static Sql answers(String channel, Instant since) {
    return Sql.of(
            """
            select state,
                   coalesce(reason, '') as reason,
                   max(entered_at) as last_at,
                   count(*) as n
            from delivery_entry
            where channel = #channel
              and entered_at >= #since
              and state in ('FAILED', 'UNCERTAIN')
            group by state, coalesce(reason, '')
            order by n desc, last_at desc
            limit #most
            """)
        .with("channel", Value.of(channel))
        .with("since", Value.of(since))
        .with("most", Value.of((long) ANSWERS));
  }
}
