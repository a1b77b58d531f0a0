package io.gongbi.delivery;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Transaction;
import io.gongbi.catalog.UserId;
import io.gongbi.channel.Connected;
import io.gongbi.channel.Connections;
import io.gongbi.channel.Message;
import io.gongbi.channel.Receipt;
import io.gongbi.channel.SmsText;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The one book of what was promised to whom, in the catalog. A claim commits before the channel is
 * called, so nobody is reached twice; what was claimed and has no receipt after a crash is settled
 * by {@link Deliveries#recover}.
 */
public final class Ledger {
  public static final List<Migration> MIGRATIONS =
      List.of(
          new Migration("catalog", "delivery", 1, "ledger"),
          new Migration("catalog", "delivery", 2, "guards"),
          new Migration("catalog", "delivery", 3, "parts"),
          new Migration("catalog", "delivery", 4, "gateway"),
          new Migration("catalog", "delivery", 5, "answered"));

  private final Catalog catalog;
  private final SendingSettings settings;
  private final Connections connections;

  public Ledger(Catalog catalog, SendingSettings settings, Connections connections) {
    this.catalog = catalog;
    this.settings = settings;
    this.connections = connections;
  }

  /** What one claim granted: the batch that may now be handed to the channel, perhaps empty. */
  record Claimed(long batch, List<Message> messages) {
    Claimed {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Enters intents of one origin, ordered by customer, in one durable transaction. Those that have
   * an entry already are passed over; the held-out and whom a guard stops get an entry that says
   * so; the rest is claimed, each address once: whoever wishes says by {@link Refusal#NUMBER_TAKEN}
   * who of several customers gives way, else it is the first who is claimed.
   */
  Claimed claim(List<Intent> intents, Connected channel) {
    if (intents.isEmpty()) return new Claimed(0, List.of());
    return catalog.in(t -> claim(t, intents, channel));
  }

  private Claimed claim(Transaction t, List<Intent> intents, Connected channel) {
    var first = intents.getFirst();
    var known = new HashSet<Long>();
    t.query(LedgerQuery.entered(first, intents.getLast().customer())).stream()
        .forEach(r -> known.add(r.whole("customer_id")));
    var last = t.query(LedgerQuery.LAST).only();
    long number = last.whole("number");
    long position = last.whole("position");
    long batch = last.whole("batch") + 1;
    var addresses = addresses(intents);
    var optedOut = OptOuts.among(t, intents);
    var taken = taken(t, first, addresses);
    var capped = capped(t, channel, intents);
    var full = full(t, channel, addresses);
    var rows = new ArrayList<Map<String, Value>>();
    var messages = new ArrayList<Message>();
    for (var intent : intents) {
      if (!known.add(intent.customer().value())) continue;
      number++;
      position++;
      var refusal =
          Refusal.of(
              intent,
              intent.address().filter(optedOut::contains).isPresent(),
              intent.address().filter(taken::contains).isPresent(),
              capped.contains(intent.customer().value())
                  || intent.address().filter(full::contains).isPresent());
      var state =
          intent.heldOut()
              ? LedgerEntry.State.HELD_OUT
              : refusal.isPresent() ? LedgerEntry.State.REFUSED : LedgerEntry.State.CLAIMED;
      var row = new HashMap<String, Value>();
      row.put("number", Value.of(number));
      row.put("position", Value.of(position));
      row.put("customer", Value.of(intent.customer().value()));
      row.put("arm", Value.of(intent.arm()));
      boolean claimed = state == LedgerEntry.State.CLAIMED;
      row.put("batch", Value.of(claimed ? batch : 0));
      row.put("address", claimed ? Value.of(intent.address().orElseThrow()) : Value.missing());
      row.put("name", claimed ? Value.of(intent.name()) : Value.missing());
      row.put("body", claimed ? Value.of(intent.text()) : Value.missing());
      row.put("parts", Value.of(claimed ? parts(channel, intent.text()) : 0));
      row.put("state", Value.of(state.name()));
      row.put(
          "reason",
          state == LedgerEntry.State.REFUSED
              ? Value.of(refusal.orElseThrow().code())
              : Value.missing());
      rows.add(row);
      if (claimed) {
        taken.add(intent.address().orElseThrow());
        messages.add(
            LedgerQuery.message(
                number, intent.address().orElseThrow(), intent.name(), intent.text()));
      }
    }
    t.writeAll(LedgerQuery.enter(first, channel.id(), t.now()), rows);
    return new Claimed(batch, messages);
  }

  /** What is billed for a message: a long text to a phone counts several times. */
  static long parts(Connected channel, String text) {
    return channel.addressField().equals("phone") ? new SmsText(text).parts() : 1;
  }

  /** Customers of these intents who got as many as the limits allow. */
  private Set<Long> capped(Transaction t, Connected channel, List<Intent> intents) {
    return ids(
        t,
        LedgerQuery.capped(
            connections.alike(channel.addressField()),
            settings.limits(),
            settings.since(t.now()),
            intents.getFirst().customer().value(),
            intents.getLast().customer().value()));
  }

  private static List<String> addresses(List<Intent> intents) {
    return intents.stream().flatMap(i -> i.address().stream()).distinct().toList();
  }

  private static Set<String> taken(Transaction t, Intent first, List<String> addresses) {
    return addresses.isEmpty()
        ? new HashSet<>()
        : addresses(t, LedgerQuery.taken(first, addresses));
  }

  /** Of these addresses those that got as many as the limits allow, by whichever customer. */
  private Set<String> full(Transaction t, Connected channel, List<String> addresses) {
    return addresses.isEmpty()
        ? Set.of()
        : addresses(
            t,
            LedgerQuery.cappedAddresses(
                connections.alike(channel.addressField()),
                settings.limits(),
                settings.since(t.now()),
                Optional.of(addresses)));
  }

  /** All addresses that got as many of such a channel as the limits allow, as of now. */
  public Set<String> cappedAddresses(String channel) {
    var alike = connections.alike(connections.get(channel).addressField());
    return catalog.read(
        t ->
            addresses(
                t,
                LedgerQuery.cappedAddresses(
                    alike, settings.limits(), settings.since(t.now()), Optional.empty())));
  }

  private static Set<String> addresses(Transaction t, Sql sql) {
    var addresses = new HashSet<String>();
    t.query(sql).stream().forEach(r -> addresses.add(r.text("address")));
    return addresses;
  }

  /** All customers who got as many of such a channel as the limits allow, as of now. */
  public Set<Long> capped(String channel) {
    var alike = connections.alike(connections.get(channel).addressField());
    return catalog.read(
        t ->
            ids(
                t,
                LedgerQuery.capped(
                    alike, settings.limits(), settings.since(t.now()), 0, Long.MAX_VALUE)));
  }

  private static Set<Long> ids(Transaction t, Sql sql) {
    var ids = new HashSet<Long>();
    t.query(sql).stream().forEach(r -> ids.add(r.whole("customer_id")));
    return ids;
  }

  /**
   * Enters what became of messages of one origin. A later truth replaces an earlier one, never the
   * reverse.
   */
  Settled settle(DefinitionId origin, List<Receipt> receipts) {
    if (receipts.isEmpty()) return Settled.NOTHING;
    return catalog.in(
        t -> {
          long position = t.query(LedgerQuery.LAST).only().whole("position");
          long changed = 0;
          long known = 0;
          for (var receipt : receipts) {
            long now = t.write(LedgerQuery.settle(origin.toString(), receipt, ++position));
            if (receipt instanceof Receipt.OptedOut) {
              // That the message arrived may be known: the wish is what is new.
              now = Math.max(now, stop(t, origin, receipt.key()));
            }
            changed += now;
            if (now == 0) {
              known +=
                  t.query(LedgerQuery.message(origin.toString(), receipt.key())).only().whole("n");
            }
          }
          return new Settled(changed, known, receipts.size() - changed - known);
        });
  }

  /**
   * As {@link #settle(DefinitionId, List)}; those of nobody whom {@code theirs} names are unknown.
   */
  Settled settle(DefinitionId origin, List<Receipt> receipts, Predicate<CustomerId> theirs) {
    return catalog.in(
        t -> {
          var own = receipts.stream().filter(r -> isOf(t, origin, r, theirs)).toList();
          return settle(origin, own).plus(new Settled(0, 0, receipts.size() - own.size()));
        });
  }

  /**
   * The addresses of messages of other origins, by their keys; of customers whom {@code theirs}
   * names only.
   */
  Map<String, String> elsewhere(
      DefinitionId origin, Set<String> keys, Predicate<CustomerId> theirs) {
    return catalog.read(
        t -> {
          var addresses = new HashMap<String, String>();
          for (var key : keys) {
            t.query(LedgerQuery.elsewhere(origin.toString(), key))
                .first()
                .filter(r -> theirs.test(new CustomerId(r.whole("customer_id"))))
                .ifPresent(r -> addresses.put(key, r.text("address")));
          }
          return addresses;
        });
  }

  /** Who answers a message with 退订 is not written to any more, under the address of the message. */
  private static long stop(Transaction t, DefinitionId origin, String key) {
    var addresses =
        t.query(LedgerQuery.address(origin.toString(), key)).stream()
            .flatMap(r -> r.textIfAny("address").stream())
            .collect(Collectors.toSet());
    return OptOuts.enter(t, addresses, OptOut.Way.REPLY, origin + " " + key, UserId.SYSTEM);
  }

  private static boolean isOf(
      Transaction t, DefinitionId origin, Receipt receipt, Predicate<CustomerId> theirs) {
    return t.query(LedgerQuery.customer(origin.toString(), receipt.key()))
        .first()
        .filter(r -> theirs.test(new CustomerId(r.whole("customer_id"))))
        .isPresent();
  }

  /**
   * Some of those whose message is known never to have left, to be handed over again; who asked for
   * no more meanwhile gets none.
   */
  Claimed takeAgain(DefinitionId origin, int most) {
    return catalog.in(
        t -> {
          var last = t.query(LedgerQuery.LAST).only();
          long position = last.whole("position");
          long batch = last.whole("batch") + 1;
          var messages = new ArrayList<Message>();
          for (var row : t.query(AgainQuery.waiting(origin.toString(), most)).stream().toList()) {
            long number = row.whole("number");
            if (row.whole("opted_out") > 0) {
              t.write(AgainQuery.refuse(number, Refusal.OPTED_OUT, ++position));
              continue;
            }
            t.write(AgainQuery.take(number, batch, ++position));
            messages.add(
                LedgerQuery.message(
                    number, row.text("address"), row.text("name"), row.text("body")));
          }
          return new Claimed(batch, messages);
        });
  }

  /** Whether any are left that {@link #takeAgain} would take or refuse. */
  boolean hasAgain(DefinitionId origin) {
    return catalog.read(t -> t.query(AgainQuery.waiting(origin.toString(), 1))).size() > 0;
  }

  /** Whether of the last {@code n} handed over not one was accepted. */
  boolean noneAccepted(DefinitionId origin, int n) {
    return catalog.read(t -> t.query(AgainQuery.lost(origin.toString(), n))).only().whole("n") == n;
  }

  /** Batches of an origin that were claimed and have no receipt: the work of a crash. */
  List<Claimed> unsettled(String origin) {
    return catalog.read(
        t -> {
          var batches = new HashMap<Long, List<Message>>();
          t.query(LedgerQuery.unsettled(origin)).stream()
              .forEach(
                  r ->
                      batches
                          .computeIfAbsent(r.whole("batch"), b -> new ArrayList<>())
                          .add(
                              LedgerQuery.message(
                                  r.whole("number"),
                                  r.text("address"),
                                  r.text("name"),
                                  r.text("body"))));
          return batches.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> new Claimed(e.getKey(), e.getValue()))
              .toList();
        });
  }

  /** The highest customer that has an entry, for whoever enters them in the order of their ids. */
  public Optional<Long> lastEntered(DefinitionId origin) {
    return catalog.read(
        t -> t.query(LedgerQuery.lastEntered(origin.toString())).only().wholeIfAny("customer_id"));
  }

  /** Entries by state, for the page of a campaign. */
  public Map<LedgerEntry.State, Long> counts(DefinitionId origin) {
    var counts = new HashMap<LedgerEntry.State, Long>();
    catalog.read(t -> t.query(LedgerQuery.counts(origin.toString()))).stream()
        .forEach(r -> counts.put(LedgerEntry.State.valueOf(r.text("state")), r.whole("n")));
    return counts;
  }

  /** Entries of an origin, newest customers last; {@code state} empty: all. */
  public List<LedgerEntry> list(
      DefinitionId origin, Optional<LedgerEntry.State> state, long offset, long limit) {
    return catalog
        .read(t -> t.query(LedgerQuery.list(origin.toString(), state, offset, limit)))
        .stream()
        .map(LedgerQuery::entry)
        .toList();
  }

  /**
   * The keys under which customers of an origin were sent to, by customer; {@code first} and {@code
   * last} are ids. Those who were held back or refused, or are not handed over yet, have none.
   */
  public Map<CustomerId, String> keys(
      DefinitionId origin, String step, String occurrence, CustomerId first, CustomerId last) {
    var keys = new HashMap<CustomerId, String>();
    catalog
        .read(t -> t.query(LedgerQuery.handed(origin.toString(), step, occurrence, first, last)))
        .stream()
        .forEach(
            r ->
                keys.put(
                    new CustomerId(r.whole("customer_id")), LedgerQuery.key(r.whole("number"))));
    return keys;
  }

  /** Every entry whenever it changes: a reader sees the newest state, and each at least once. */
  public Feed<LedgerEntry> entries() {
    return new Entries();
  }

  private final class Entries implements Feed<LedgerEntry> {
    @Override
    public String name() {
      return "delivery.entry";
    }

    @Override
    public List<Feed.Entry<LedgerEntry>> after(Position position, int limit) {
      Table rows = catalog.read(t -> t.query(LedgerQuery.after(position, limit)));
      return rows.stream().map(this::entry).toList();
    }

    private Feed.Entry<LedgerEntry> entry(Row row) {
      return new Feed.Entry<>(new Position(row.whole("position")), LedgerQuery.entry(row));
    }

    @Override
    public Position end() {
      return new Position(catalog.read(t -> t.query(LedgerQuery.LAST).only().whole("position")));
    }
  }
}
