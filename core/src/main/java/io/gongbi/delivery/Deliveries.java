package io.gongbi.delivery;

import static io.gongbi.warehouse.Column.open;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.channel.Batch;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Receipt;
import io.gongbi.fault.Faults;
import io.gongbi.profile.Panel;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

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
          open("parts", ColumnType.WHOLE));

  /**
   * Sends that another system did and whose log was imported: one row a customer and campaign, the
   * first of several.
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
          open("arms", ColumnType.WHOLE));

  public static final List<TableSpec> TABLES = List.of(ENTRY, LOGGED);

  private final SendingSettings settings;
  private final Ledger ledger;
  private final Path outbox;
  private final List<Channel> channels;
  private final Catalog catalog;

  /** {@code outbox}: where channels that write files keep them, a folder for each origin. */
  public Deliveries(Catalog catalog, SendingSettings settings, Path outbox) {
    this(
        catalog,
        settings,
        outbox,
        ServiceLoader.load(Channel.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  public Deliveries(
      Catalog catalog, SendingSettings settings, Path outbox, List<Channel> channels) {
    this.catalog = catalog;
    this.settings = settings;
    this.ledger = new Ledger(catalog, settings);
    this.outbox = outbox;
    this.channels = List.copyOf(channels);
  }

  public List<Channel> channels() {
    return channels;
  }

  public Channel channel(String id) {
    return channels.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Faults.notFound("delivery.no-such-channel", id));
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
  public String words(Channel channel, String message) {
    return channel.addressField().equals("phone") ? settings.frame().around(message) : message;
  }

  /**
   * Sends intents of one origin, ordered by customer. Claim, then channel, then receipt: after a
   * crash anywhere in between, {@link #recover} and the same call again finish the work, and nobody
   * is reached twice. Outside the sending hours nothing is claimed and nothing leaves: the answer
   * is until when to wait.
   */
  public Optional<Instant> send(DefinitionId origin, Channel channel, List<Intent> intents) {
    var closed = closedUntil(channel);
    if (closed.isPresent()) return closed;
    var claimed = ledger.claim(intents, channel);
    if (!claimed.messages().isEmpty()) hand(origin, channel, claimed);
    return Optional.empty();
  }

  /** Until when this channel must wait; absent when messages may leave by it right now. */
  public Optional<Instant> closedUntil(Channel channel) {
    return channel.reachesAtOnce() ? settings.closedUntil(catalog.now()) : Optional.empty();
  }

  private void hand(DefinitionId origin, Channel channel, Ledger.Claimed claimed) {
    ledger.settle(
        origin,
        channel.send(
            new Batch(
                origin.key(), claimed.batch(), place(origin), catalog.now(), claimed.messages())));
  }

  /**
   * Settles what a crash left claimed without a receipt: sent again where the channel is
   * repeatable, marked uncertain where it is not.
   */
  public void recover(DefinitionId origin, Channel channel) {
    for (var claimed : ledger.unsettled(origin.toString())) {
      if (channel.repeatable()) {
        hand(origin, channel, claimed);
      } else {
        ledger.settle(
            origin,
            claimed.messages().stream().<Receipt>map(m -> new Receipt.Uncertain(m.key())).toList());
      }
    }
  }

  /** Receipts of an origin that came from outside. */
  public Settled settle(DefinitionId origin, List<Receipt> receipts) {
    return ledger.settle(origin, receipts);
  }

  /** The same from somebody who may speak of some customers only: the others' are unknown. */
  public Settled settle(DefinitionId origin, List<Receipt> receipts, Predicate<CustomerId> theirs) {
    return ledger.settle(origin, receipts, theirs);
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
