package io.gongbi.delivery;

import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Connected;
import io.gongbi.channel.Connections;
import io.gongbi.channel.Message;
import io.gongbi.channel.Receipt;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 试发: a message to a number that somebody types, to see whether a channel works. It leaves by the
 * same door as any other and is in the ledger, as a trial: of no customer and no campaign, so no
 * count of those knows of it. It keeps to no hours, since whoever sends it is awake, but not even a
 * trial goes to a number that opted out.
 */
public final class TrialMessages {
  private static final int MOST_A_DAY = 50;
  private static final int LONGEST = 500;

  private final Catalog catalog;
  private final SendingSettings settings;
  private final Connections connections;
  private final OptOuts optOuts;
  private final AuditTrail audit;

  public TrialMessages(
      Catalog catalog,
      SendingSettings settings,
      Connections connections,
      OptOuts optOuts,
      AuditTrail audit) {
    this.catalog = catalog;
    this.settings = settings;
    this.connections = connections;
    this.optOuts = optOuts;
    this.audit = audit;
  }

  /** One trial as it stands; {@code address} masked for whom the role shows no numbers. */
  public record Trial(
      long number,
      String address,
      String text,
      long parts,
      LedgerEntry.State state,
      Optional<String> reason,
      UserId by,
      Instant enteredAt,
      Optional<Instant> happenedAt) {}

  /**
   * Sends one. Throws {@code delivery.trial-phone}, {@code delivery.trial-text}, {@code
   * delivery.trial-opted-out}, {@code delivery.trial-too-many}, and why the channel cannot send.
   */
  public Trial send(String channelId, String phone, String text, Viewer by) {
    by.must(Right.SEND);
    var channel = connections.get(channelId);
    if (!channel.reachesAtOnce()) throw Faults.bad("delivery.trial-channel", "channel");
    var address = address(phone);
    if (text.isBlank() || text.length() > LONGEST) {
      throw new FaultException(
          new Fault.BadQuestion("delivery.trial-text", "text", Map.of("most", "" + LONGEST)));
    }
    channel.mustBeReady();
    var words = settings.frame().around(text.strip());
    long number = enter(channel, address, words, by);
    var message = new Message(key(number), address, words, Map.of("name", ""));
    var batch = new Batch("trial", number, Path.of(""), catalog.now(), List.of(message));
    var receipt = channel.send(batch).getFirst();
    catalog.run(t -> t.write(answered(number, receipt, t.now())));
    if (receipt instanceof Receipt.NotLeft notLeft) throw new FaultException(notLeft.why());
    return latest(channel.id(), 1, by).getFirst();
  }

  private String address(String typed) {
    return optOuts.phone(typed).orElseThrow(() -> Faults.bad("delivery.trial-phone", "phone"));
  }

  private long enter(Connected channel, String address, String words, Viewer by) {
    return catalog.in(
        t -> {
          if (t.query(OptOutQuery.between(address, address)).size() > 0) {
            throw new FaultException(
                new Fault.Conflict("delivery.trial-opted-out", "phone", Map.of()));
          }
          var today = settings.since(t.now()).day();
          if (t.query(TrialQuery.since(channel.id(), today)).only().whole("n") >= MOST_A_DAY) {
            throw new FaultException(
                new Fault.TooLarge("delivery.trial-too-many", "", Map.of("most", "" + MOST_A_DAY)));
          }
          long number = t.query(TrialQuery.LAST).only().whole("number") + 1;
          var message = new Message(key(number), address, words, Map.of("name", ""));
          t.write(
              TrialQuery.enter(
                  number, channel.id(), message, Ledger.parts(channel, words), by.user(), t.now()));
          audit.record(by.user(), Act.SENT, "channel/" + channel.id(), "trial");
          return number;
        });
  }

  private static Sql answered(long number, Receipt receipt, Instant now) {
    return switch (receipt) {
      case Receipt.Sent r -> TrialQuery.answered(number, "SENT", "", r.messageId().orElse(""), now);
      case Receipt.Delivered _ -> TrialQuery.answered(number, "DELIVERED", "", "", now);
      case Receipt.OptedOut _ -> TrialQuery.answered(number, "DELIVERED", "", "", now);
      case Receipt.Failed r -> TrialQuery.answered(number, "FAILED", r.reason(), "", now);
      case Receipt.Uncertain r -> TrialQuery.answered(number, "UNCERTAIN", r.reason(), "", now);
      case Receipt.NotLeft r -> TrialQuery.answered(number, "FAILED", r.why().code(), "", now);
    };
  }

  /** The latest first. What a crash left without an answer is uncertain. */
  public List<Trial> latest(String channel, int most, Viewer viewer) {
    viewer.must(Right.SEND);
    boolean clear = viewer.role().shows(FieldKey.of("customer.phone"));
    return catalog.read(t -> t.query(TrialQuery.latest(channel, most))).stream()
        .map(r -> trial(r, clear || r.text("sent_by").equals(viewer.user().value())))
        .toList();
  }

  private static Trial trial(Row row, boolean clear) {
    var address = row.text("address");
    var state = LedgerEntry.State.valueOf(row.text("state"));
    return new Trial(
        row.whole("number"),
        clear ? address : OptOut.masked(address),
        row.text("body"),
        row.whole("parts"),
        state == LedgerEntry.State.CLAIMED ? LedgerEntry.State.UNCERTAIN : state,
        row.textIfAny("reason"),
        new UserId(row.text("sent_by")),
        row.moment("entered_at"),
        row.momentIfAny("happened_at"));
  }

  private static String key(long number) {
    return "t" + number;
  }

  /** The trial of a key such as {@code t5}; 0, which none has, for anything else. */
  static long number(String key) {
    return key.matches("t[0-9]{1,18}") ? Long.parseLong(key.substring(1)) : 0;
  }
}
