package io.gongbi.quality;

import static io.gongbi.quality.CleanTables.CORRECTION;
import static io.gongbi.quality.CleanTables.COST;
import static io.gongbi.quality.CleanTables.CUSTOMER;
import static io.gongbi.quality.CleanTables.DELIVERY;
import static io.gongbi.quality.CleanTables.FATE;
import static io.gongbi.quality.CleanTables.FEED;
import static io.gongbi.quality.CleanTables.HEAD;
import static io.gongbi.quality.CleanTables.MARKED;
import static io.gongbi.quality.CleanTables.ORDER;
import static io.gongbi.quality.CleanTables.ORDER_LINE;
import static io.gongbi.quality.CleanTables.QUARANTINE;
import static io.gongbi.quality.CleanTables.SIGHTING;
import static io.gongbi.quality.CleanTables.TOUCHED_ORDER;
import static io.gongbi.quality.CleanTables.TOUCHED_RECORD;
import static io.gongbi.quality.CleanTables.TOUCHED_ROW;

import io.gongbi.refresh.Progress;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes this concept's tables, whole or for the rows that new batches touch. Both ways run the
 * same texts, feed by feed: the rows are read, and from what was read follow fates, refusals and
 * clean rows.
 */
final class CleaningWork {
  private static final View ALL = View.everything();

  private final Write write;
  private final Progress progress;
  private final List<Reading> feeds;
  private final Filled filled;
  private final Standard standard;
  private final SortedMap<String, Correction> corrections;

  /** What landed as people have corrected it. */
  private final View landed;

  /** The tables that have rows of this run. */
  private final Set<TableName> begun = new HashSet<>();

  private int done;
  private int total;

  /** {@code corrections}: those in force, by their keys. */
  CleaningWork(
      Write write,
      Progress progress,
      List<Reading> feeds,
      Standard standard,
      SortedMap<String, Correction> corrections) {
    this.write = write;
    this.progress = progress;
    this.feeds = feeds;
    this.filled = new Filled(feeds);
    this.standard = standard;
    this.corrections = corrections;
    this.landed = CorrectionQuery.laidOver(feeds, corrections.values());
  }

  void everything() {
    total = feeds.size() + 1;
    mirror();
    write.clear(TOUCHED_ROW);
    write.clear(TOUCHED_ORDER);
    write.clear(TOUCHED_RECORD);
    for (var feed : feeds) {
      try (var read = write.hold(ReadQuery.ROWS, new ReadQuery(feed).rows(), landed)) {
        all(feed, read.view().over(landed));
      }
      step();
    }
    // Before buyers: whom a feed named that names nobody any more must not be found again.
    Stream.of(
            Stream.of(FATE, MARKED, QUARANTINE, ORDER_LINE, HEAD, ORDER, DELIVERY, COST, SIGHTING),
            Standard.DEEDS.stream().map(CleanTables::ofDeed))
        .flatMap(t -> t)
        .filter(t -> !begun.contains(t.name()))
        .forEach(t -> write.clear(CleanTables.with(t, standard)));
    add(CUSTOMER, new BuyerQuery(standard).buyers(filled), ALL);
    step();
    remember();
  }

  /** What follows from the rows of one feed. */
  private void all(Reading feed, View read) {
    var fates = new FateQuery(feed);
    var query = new CleaningQuery(feed);
    long rows = add(FATE, fates.fate(), read);
    long marked = add(MARKED, FateQuery.marked(), fates.ofFeed());
    // Where all rows are clean, none has to be looked up among those that are not.
    var view = marked == 0 ? FateQuery.NONE_MARKED.over(read) : read;
    refuse(feed, view, marked > 0 && marked < rows / 2);
    repeats(feed);
    if (feed.is(Standard.ORDER_LINE)) add(ORDER_LINE, query.lines(), view);
    if (feed.makesHeads()) {
      var heads = new HeadQuery(feed);
      add(HEAD, heads.heads(), view);
      add(ORDER, heads.orders(standard), view);
    }
    if (feed.is(Standard.ORDER)) add(ORDER, query.orders(), view);
    if (feed.is(Standard.DELIVERY)) add(DELIVERY, query.deliveries(), view);
    if (feed.isDeed()) add(CleanTables.ofDeed(feed.mapping().grain()), query.deeds(), view);
    if (feed.is(Standard.COST)) add(COST, query.costs(), view);
    if (feed.namesCustomers()) add(SIGHTING, query.sightings(), view);
    if (feed.is(Standard.CUSTOMER)) add(CUSTOMER, query.customers(), view);
  }

  /** The first rows make the table: filled after it was made empty, it would be stored twice. */
  private long add(TableSpec shipped, Sql rows, View view) {
    var table = CleanTables.with(shipped, standard);
    return begun.add(table.name())
        ? write.replace(table, new Slice.Whole(filled.unfilled(table)), rows, view)
        : write.append(table, rows, view);
  }

  /** {@code few}: whether most rows of the feed have nothing doubtful about them. */
  private void refuse(Reading feed, View view, boolean few) {
    var refusals = refusals(feed);
    if (!few) {
      add(QUARANTINE, refusals, view);
      return;
    }
    // An engine judges rows by the thousand; thinly spread among all the others, few of them take
    // it as long as thousands.
    try (var doubtful =
        write.hold(feed.mapping().id().landed(), QuarantineQuery.doubtful(feed), view)) {
      add(QUARANTINE, refusals, doubtful.view().over(view));
    }
  }

  /** Once the fates are written: they say what is doubtful. */
  private Sql refusals(Reading feed) {
    var doubts =
        Doubts.anyOf(
            write.query(new FateQuery(feed).doubts(), ALL).stream()
                .map(r -> r.whole("doubtful"))
                .toList());
    return doubts.none()
        ? FeedQuery.none(QUARANTINE)
        : new QuarantineQuery(feed, doubts).refusals();
  }

  private void repeats(Reading feed) {
    for (var rule : feed.repeats()) {
      write.append(QUARANTINE, QuarantineQuery.repeated(feed, rule), landed);
    }
  }

  /** A new row may be the second of an old one that nothing else touches, or have been one. */
  private void forgetRepeats(Reading feed) {
    if (feed.repeats().isEmpty()) return;
    write.delete(
        QUARANTINE, Slice.rows(TouchedQuery.repeats(feed), "source", "feed", "reason"), ALL);
  }

  /**
   * What orders and records stand on touched rows is asked before the rows are rewritten, between
   * them and their orders, and at the end: an order that gains a line may change its buyer.
   */
  void touched(Set<Long> batches) {
    write.clear(TOUCHED_ROW);
    write.clear(TOUCHED_ORDER);
    write.clear(TOUCHED_RECORD);
    correct();
    var sorted = batches.stream().sorted().toList();
    for (var feed : landedIn(batches)) {
      write.append(TOUCHED_ROW, TouchedQuery.rows(feed, sorted), landed);
    }
    var changed = touchedFeeds();
    total = changed.size() + 3;
    note();
    step();
    for (var feed : changed) {
      rows(feed);
      forgetRepeats(feed);
      repeats(feed);
      step();
    }
    note();
    for (var feed : changed) orders(feed);
    note();
    step();
    write.replace(
        CleanTables.with(CUSTOMER, standard),
        Slice.rows(TouchedQuery.buyerKeys(), "source", "feed", "record_key"),
        new BuyerQuery(standard).buyers(filled),
        TouchedQuery.namesOfTouchedBuyers());
    step();
    remember();
  }

  private List<Reading> landedIn(Set<Long> batches) {
    var named =
        write.query(FeedQuery.batches(), ALL).stream()
            .filter(r -> batches.contains(r.whole("batch")))
            .map(r -> r.text("source") + "/" + r.text("feed"))
            .toList();
    return feeds.stream().filter(f -> named.contains(f.mapping().id().toString())).toList();
  }

  private List<Reading> touchedFeeds() {
    var named =
        write.query(CorrectionQuery.touchedFeeds(), ALL).stream()
            .map(r -> r.text("source") + "/" + r.text("feed"))
            .toList();
    return feeds.stream().filter(f -> named.contains(f.mapping().id().toString())).toList();
  }

  /** The batches of the rows that {@link #touched} looked at. */
  Set<Long> touchedBatches() {
    return write.query(CorrectionQuery.touchedBatches(), ALL).stream()
        .map(r -> r.whole("batch"))
        .collect(Collectors.toSet());
  }

  /** Whether corrections came or went since they were last laid over the rows. */
  static boolean corrected(Write write, SortedMap<String, Correction> corrections) {
    return !mirrored(write).keySet().equals(corrections.keySet());
  }

  /**
   * Touches the rows that corrections came or went for, and those that had the same key before, or
   * have it now: the key itself may be what was corrected.
   */
  private void correct() {
    var before = mirrored(write);
    var changed = new ArrayList<Correction>();
    before.forEach(
        (id, one) -> changed.addAll(corrections.containsKey(id) ? List.of() : List.of(one)));
    corrections.forEach(
        (id, one) -> changed.addAll(before.containsKey(id) ? List.of() : List.of(one)));
    if (changed.isEmpty()) return;
    for (var feed : feeds) {
      for (var one : changed) {
        if (!one.id().equals(feed.mapping().id())) continue;
        if (feed.landedColumn(one.heading()).isEmpty()) continue;
        write.append(TOUCHED_ROW, CorrectionQuery.concerned(feed, one), ALL);
      }
    }
    var keyed = touchedFeeds().stream().filter(f -> f.mapping().keyed()).toList();
    var asBefore = CorrectionQuery.laidOver(feeds, before.values());
    for (var feed : keyed) {
      write.append(TOUCHED_ROW, CorrectionQuery.sameKeyAsTouched(feed), asBefore);
    }
    mirror();
    for (var feed : keyed) {
      write.append(TOUCHED_ROW, CorrectionQuery.sameKeyAsTouched(feed), landed);
    }
  }

  private void mirror() {
    write.clear(CORRECTION);
    var rows = new ArrayList<List<Value>>();
    corrections.forEach(
        (id, one) ->
            rows.add(
                List.of(
                    Value.of(id),
                    Value.of(one.source().value()),
                    Value.of(one.feed()),
                    Value.of(one.heading()),
                    Value.of(one.spot().map(Correction.Spot::file).orElse("")),
                    Value.of(one.spot().map(Correction.Spot::line).orElse(0L)),
                    Value.of(one.key().orElse("")),
                    Value.of(one.was()),
                    Value.of(one.becomes()))));
    if (!rows.isEmpty()) write.append(CORRECTION, new Table(CORRECTION.columns(), rows));
  }

  private static SortedMap<String, Correction> mirrored(Write write) {
    var mirrored = new TreeMap<String, Correction>();
    for (var row : write.query(CorrectionQuery.mirrored(), ALL).stream().toList()) {
      var line = row.whole("line");
      mirrored.put(
          row.text("id"),
          new Correction(
              new SourceId(row.text("source")),
              row.text("feed"),
              row.text("heading"),
              row.text("was"),
              row.text("becomes"),
              line == 0
                  ? Optional.empty()
                  : Optional.of(new Correction.Spot(row.text("file_name"), line)),
              row.textIfAny("record_key").filter(key -> !key.isEmpty())));
    }
    return mirrored;
  }

  private void note() {
    write.replace(TOUCHED_ORDER, new Slice.Whole(), TouchedQuery.orders(), ALL);
    write.replace(TOUCHED_RECORD, new Slice.Whole(), TouchedQuery.records(standard), ALL);
  }

  /** What stands on single landed rows. */
  private void rows(Reading feed) {
    var touched = TouchedQuery.touched(feed).over(landed);
    var query = new CleaningQuery(feed);
    try (var read = write.hold(ReadQuery.ROWS, new ReadQuery(feed).rows(), touched)) {
      var view = read.view().over(touched);
      put(FATE, feed, new FateQuery(feed).fate(), view);
      put(MARKED, feed, FateQuery.marked(), FateQuery.inHand().over(view));
      put(QUARANTINE, feed, refusals(feed), view);
      if (feed.is(Standard.ORDER_LINE)) put(ORDER_LINE, feed, query.lines(), view);
      if (feed.is(Standard.ORDER)) put(ORDER, feed, query.orders(), view);
      if (feed.is(Standard.DELIVERY)) put(DELIVERY, feed, query.deliveries(), view);
      if (feed.is(Standard.CUSTOMER)) put(CUSTOMER, feed, query.customers(), view);
      if (feed.isDeed()) put(CleanTables.ofDeed(feed.mapping().grain()), feed, query.deeds(), view);
      if (feed.is(Standard.COST)) put(COST, feed, query.costs(), view);
      if (feed.namesCustomers()) put(SIGHTING, feed, query.sightings(), view);
    }
  }

  private void put(TableSpec table, Reading feed, Sql rows, View view) {
    write.replace(
        CleanTables.with(table, standard),
        Slice.rows(TouchedQuery.rowKeys(feed), "batch", "line"),
        rows,
        view);
  }

  /** What stands on several lines: orders made of them, and whom these name. */
  private void orders(Reading feed) {
    if (!feed.makesHeads()) return;
    var keys = TouchedQuery.orderKeys(feed);
    var query = new HeadQuery(feed);
    var lines = TouchedQuery.linesOfTouchedOrders(feed).over(landed);
    try (var read = write.hold(ReadQuery.ROWS, new ReadQuery(feed).rows(), lines)) {
      write.replace(
          CleanTables.with(HEAD, standard),
          Slice.rows(keys, "source", "feed", "order_key"),
          query.heads(),
          read.view().over(lines));
    }
    write.replace(
        CleanTables.with(ORDER, standard),
        Slice.rows(keys, "source", "feed", "order_key"),
        query.orders(standard),
        TouchedQuery.touchedOrders(feed));
  }

  private void remember() {
    write.clear(FEED);
    write.append(
        FEED, new Table(FEED.columns(), feeds.stream().map(CleaningWork::remembered).toList()));
  }

  private static List<Value> remembered(Reading feed) {
    Mapping mapping = feed.mapping();
    return List.of(
        Value.of(mapping.source().value()),
        Value.of(mapping.feed()),
        Value.of(mapping.grain().value()),
        Value.of(feed.fingerprint()));
  }

  private void step() {
    progress.at(++done, total);
  }
}
