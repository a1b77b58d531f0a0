package io.gongbi.delivery;

import static io.gongbi.warehouse.Column.open;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Connected;
import io.gongbi.channel.Connections;
import io.gongbi.channel.Receipt;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.Panel;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sends, each intent at most once, and tells what became of it. */
public final class Deliveries {
  /** The ledger as the warehouse follows it: one row an entry, in its newest state. */
  public static final TableSpec ENTRY =
      TableSpec.derived(
          "delivery.entry",
          open("number", ColumnType.WHOLE),
          open("position", ColumnType.WHOLE),
          open("origin", ColumnType.TEXT),
          open("customer_id", ColumnType.WHOLE),
          open("arm", ColumnType.TEXT),
          open("channel", ColumnType.TEXT),
          open("state", ColumnType.TEXT),
          open("reason", ColumnType.TEXT),
          open("entered_at", ColumnType.MOMENT),
          open("sent_at", ColumnType.MOMENT),
          open("delivered_at", ColumnType.MOMENT),
          open("opted_out_at", ColumnType.MOMENT),
          open("parts", ColumnType.WHOLE));

  /**
   * Sends that another system did and whose log was imported: one row a customer and campaign, the
   * first of several. {@code opted_out}: whether they answered that they want no more.
   */
  public static final TableSpec LOGGED =
      TableSpec.derived(
          "delivery.logged",
          open("campaign", ColumnType.TEXT),
          open("customer_id", ColumnType.WHOLE),
          open("arm", ColumnType.TEXT),
          open("channel", ColumnType.TEXT),
          open("state", ColumnType.TEXT),
          open("entered_at", ColumnType.MOMENT),
          open("cost", ColumnType.DECIMAL),
          open("rows", ColumnType.WHOLE),
          open("arms", ColumnType.WHOLE),
          open("opted_out", ColumnType.FLAG));

  public static final List<TableSpec> TABLES = List.of(ENTRY, LOGGED);

  /** So many in a row that nobody accepted, and the sending stops until a person has looked. */
  private static final int NONE_ACCEPTED = 20;

  private final SendingSettings settings;
  private final Connections connections;
  private final Ledger ledger;
  private final Path outbox;
  private final Catalog catalog;

  /** {@code outbox}: where channels that write files keep them, a folder for each origin. */
  public Deliveries(
      Catalog catalog, SendingSettings settings, Path outbox, Connections connections) {
    this.catalog = catalog;
    this.settings = settings;
    this.connections = connections;
    this.ledger = new Ledger(catalog, settings, connections);
    this.outbox = outbox;
  }

  /** What messages can leave by. */
  public List<Connected> channels() {
    return connections.all();
  }

  /** One of them, or one that is no longer offered. Throws {@code delivery.no-such-channel}. */
  public Connected channel(String id) {
    return connections.get(id);
  }

  public SendingSettings settings() {
    return settings;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** The folder of an origin's files. */
  public Path place(DefinitionId origin) {
    return outbox.resolve(origin.kind() + "-" + origin.key());
  }

  /**
   * The words of a message as they leave by this channel: a text is signed and says how to stop.
   */
  public String words(Connected channel, String message) {
    return channel.addressField().equals("phone") ? settings.frame().around(message) : message;
  }

  /**
   * Sends intents of one origin, ordered by customer. Claim, then channel, then receipt: after a
   * crash anywhere in between, {@link #recover} and the same call again finish the work, and nobody
   * is reached twice. Outside the sending hours nothing is claimed and nothing leaves: the answer
   * is until when to wait. Throws why the channel cannot send, before anything is claimed or after
   * what became of each is written down: what never left is handed over again by {@link #recover}.
   */
  public Optional<Instant> send(DefinitionId origin, Connected channel, List<Intent> intents) {
    var closed = closedUntil(channel);
    if (closed.isPresent()) return closed;
    channel.mustBeReady();
    var claimed = ledger.claim(intents, channel);
    if (!claimed.messages().isEmpty()) hand(origin, channel, claimed);
    return Optional.empty();
  }

  /** Until when this channel must wait; absent when messages may leave by it right now. */
  public Optional<Instant> closedUntil(Connected channel) {
    return channel.reachesAtOnce() ? settings.closedUntil(catalog.now()) : Optional.empty();
  }

  private void hand(DefinitionId origin, Connected channel, Ledger.Claimed claimed) {
    var receipts =
        channel.send(
            new Batch(
                origin.key(), claimed.batch(), place(origin), catalog.now(), claimed.messages()));
    ledger.settle(origin, receipts);
    for (var receipt : receipts) {
      if (receipt instanceof Receipt.NotLeft notLeft) throw new FaultException(notLeft.why());
    }
    if (channel.reachesAtOnce()) mustAcceptSome(origin, receipts);
  }

  /**
   * A wrong template or an empty account is refused thousands of times as readily as once. 20 in a
   * row, and a person must look.
   */
  private void mustAcceptSome(DefinitionId origin, List<Receipt> receipts) {
    if (receipts.stream().anyMatch(Receipt.Sent.class::isInstance)) return;
    if (!ledger.noneAccepted(origin, NONE_ACCEPTED)) return;
    var words =
        receipts.stream()
            .flatMap(r -> r instanceof Receipt.Failed f ? Stream.of(f.reason()) : Stream.empty())
            .findFirst()
            .orElse("");
    throw new FaultException(
        new Fault.Unavailable(
            words.isEmpty() ? "delivery.none-answered" : "delivery.none-accepted",
            "",
            Map.of("n", "" + NONE_ACCEPTED, "words", words)));
  }

  /**
   * Settles what a crash left claimed without a receipt: sent again where the channel is
   * repeatable, marked uncertain where it is not. Then hands over what is known never to have left,
   * or says until when that must wait.
   */
  public Optional<Instant> recover(DefinitionId origin, Connected channel) {
    for (var claimed : ledger.unsettled(origin.toString())) {
      if (channel.repeatable()) {
        hand(origin, channel, claimed);
      } else {
        ledger.settle(
            origin,
            claimed.messages().stream()
                .<Receipt>map(m -> new Receipt.Uncertain(m.key(), "channel.interrupted"))
                .toList());
      }
    }
    while (ledger.hasAgain(origin)) {
      var closed = closedUntil(channel);
      if (closed.isPresent()) return closed;
      channel.mustBeReady();
      var claimed = ledger.takeAgain(origin, channel.atOnce());
      if (!claimed.messages().isEmpty()) hand(origin, channel, claimed);
    }
    return Optional.empty();
  }

  /** Receipts of an origin that came from outside. */
  public Settled settle(DefinitionId origin, List<Receipt> receipts) {
    return ledger.settle(origin, receipts);
  }

  /** The same from somebody who may speak of some customers only: the others' are unknown. */
  public Settled settle(DefinitionId origin, List<Receipt> receipts, Predicate<CustomerId> theirs) {
    return ledger.settle(origin, receipts, theirs);
  }

  /** To which address messages of other origins went, by key; of {@code theirs} only. */
  public Map<String, String> elsewhere(
      DefinitionId origin, Set<String> keys, Predicate<CustomerId> theirs) {
    return ledger.elsewhere(origin, keys, theirs);
  }

  /**
   * Numbers whose owners want no more, though no message of this origin went to them: the wish
   * holds all the same. How many are new among the opt-outs.
   */
  public long stop(DefinitionId origin, Set<String> numbers, UserId by) {
    return catalog.in(t -> OptOuts.enter(t, numbers, OptOut.Way.REPLY, origin.toString(), by));
  }

  /** What a customer was sent, for the 360 page. */
  public Panel panel() {
    return new ReceivedPanel();
  }

  /** Throws {@code store.reader-ahead}: see {@link io.gongbi.warehouse.Feed#mustReach}. */
  public void mustFitItsFeed(Warehouse warehouse) {
    ledger.entries().mustReach(MirrorStep.READER, warehouse.reached(MirrorStep.READER));
  }

  public List<Step> steps() {
    return List.of(new MirrorStep(ledger.entries()), new LoggedStep());
  }
}
