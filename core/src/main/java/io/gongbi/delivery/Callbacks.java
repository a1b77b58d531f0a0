package io.gongbi.delivery;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Connected;
import io.gongbi.channel.Heard;
import io.gongbi.channel.News;
import io.gongbi.channel.Receipt;
import io.gongbi.warehouse.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 回执: what providers tell us by themselves of messages that left by a channel: delivered, failed,
 * answered. Told twice, it changes nothing; told of no message of ours, it is counted and
 * forgotten. Thread-safe.
 */
public final class Callbacks {
  /** Carriers try for up to three days. */
  private static final Duration OPEN_FOR = Duration.ofDays(3);

  private final Catalog catalog;
  private final Deliveries deliveries;
  private final CompanySettings company;

  public Callbacks(Catalog catalog, Deliveries deliveries, CompanySettings company) {
    this.catalog = catalog;
    this.deliveries = deliveries;
    this.company = company;
  }

  /**
   * What one or more calls did. {@code unreadable}: what nobody could make sense of; {@code
   * optedOut}: addresses that are new among those who want no more.
   */
  public record Told(Settled settled, long unreadable, long optedOut) {
    public static final Told NOTHING = new Told(Settled.NOTHING, 0, 0);
  }

  /** All of it in one transaction, on disk before this returns: then the provider may forget it. */
  public Told hear(Connected channel, Heard heard) {
    return catalog.in(
        t -> {
          var settled = Settled.NOTHING;
          long before = optOuts(t);
          for (var news : heard.news()) settled = settled.plus(hear(t, channel, news));
          var told = new Told(settled, heard.unreadable(), optOuts(t) - before);
          t.write(CallbackQuery.count(channel.id(), today(), told));
          return told;
        });
  }

  private LocalDate today() {
    return catalog.now().atZone(company.company().zone()).toLocalDate();
  }

  private static long optOuts(Transaction t) {
    return t.query(OptOutQuery.LAST).only().whole("number");
  }

  private Settled hear(Transaction t, Connected channel, News news) {
    var entry = entry(t, channel, news);
    if (entry.isPresent()) return settle(t, entry.get(), news);
    var trial = trial(t, channel, news);
    if (trial.isPresent()) return settleTrial(t, trial.get(), news);
    return news instanceof News.Replied r && r.reply().stops() && stop(t, channel, r) > 0
        ? new Settled(1, 0, 0)
        : new Settled(0, 0, 1);
  }

  private Settled settle(Transaction t, Row entry, News news) {
    var key = LedgerQuery.key(entry.whole("number"));
    Receipt receipt =
        switch (news) {
          case News.Delivered _ -> new Receipt.Delivered(key, t.now());
          case News.Failed f -> new Receipt.Failed(key, t.now(), f.reason());
          // Whoever answers has read it.
          case News.Replied r ->
              r.reply().stops()
                  ? new Receipt.OptedOut(key, t.now())
                  : new Receipt.Delivered(key, t.now());
          case News.UnderWay _ -> new Receipt.Sent(key, t.now(), named(news));
        };
    return deliveries.settle(DefinitionId.of(entry.text("origin")), List.of(receipt));
  }

  private static Optional<String> named(News news) {
    return Optional.of(news.messageId()).filter(id -> !id.isEmpty());
  }

  private static Settled settleTrial(Transaction t, Row trial, News news) {
    long number = trial.whole("number");
    long changed =
        switch (news) {
          case News.Delivered _ -> t.write(TrialQuery.settle(number, "DELIVERED", "", t.now()));
          case News.Failed f -> t.write(TrialQuery.settle(number, "FAILED", f.reason(), t.now()));
          case News.Replied r -> {
            if (r.reply().stops()) {
              OptOuts.enter(
                  t, Set.of(trial.text("address")), OptOut.Way.REPLY, "trial", UserId.SYSTEM);
            }
            yield t.write(TrialQuery.settle(number, "DELIVERED", "", t.now()));
          }
          case News.UnderWay _ -> 0;
        };
    return changed > 0 ? new Settled(1, 0, 0) : new Settled(0, 1, 0);
  }

  /** Somebody wants no more, though we know no message to them: the wish holds all the same. */
  private static long stop(Transaction t, Connected channel, News.Replied reply) {
    var plain = Numbers.plain(reply.address());
    if (!plain.matches("1[3-9][0-9]{9}")) return 0;
    return OptOuts.enter(t, Set.of(plain), OptOut.Way.REPLY, channel.id(), UserId.SYSTEM);
  }

  /**
   * The message of which they speak: by the id it was taken under, by our key, or by the number:
   * what timed out never learnt its id.
   */
  private static Optional<Row> entry(Transaction t, Connected channel, News news) {
    if (!news.messageId().isEmpty()) {
      var named =
          t.query(CallbackQuery.named(channel.id(), news.messageId())).stream()
              .filter(r -> Numbers.fit(r.text("address"), news.address()))
              .toList();
      if (named.size() == 1) return Optional.of(named.getFirst());
      long number = LedgerQuery.number(news.messageId());
      var numbered = t.query(CallbackQuery.numbered(channel.id(), number)).first();
      if (numbered.isPresent()) return numbered;
    }
    if (news.address().isEmpty()) return Optional.empty();
    var forms = Numbers.forms(news.address());
    // A reply answers what was sent last; anything else speaks of what nobody knew of so far.
    return t.query(
            news instanceof News.Replied
                ? CallbackQuery.lastTo(channel.id(), forms)
                : CallbackQuery.openTo(channel.id(), forms, t.now().minus(OPEN_FOR)))
        .first();
  }

  private static Optional<Row> trial(Transaction t, Connected channel, News news) {
    if (news.messageId().isEmpty()) return Optional.empty();
    return t.query(
            TrialQuery.named(
                channel.id(), news.messageId(), TrialMessages.number(news.messageId())))
        .first();
  }
}
