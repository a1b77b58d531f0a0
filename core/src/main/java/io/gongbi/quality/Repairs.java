package io.gongbi.quality;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Recount;
import io.gongbi.source.FeedId;
import io.gongbi.source.Mapping;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Repairs of many cells at once: tried on the rows that are here, made, listed, taken back. Each
 * change begins a run that cleans the rows concerned. Thread-safe.
 */
public final class Repairs {
  public static final Kind<Repair> KIND = Repair.KIND;

  /** So many unlike values in one go, those of most rows first; each is looked for by itself. */
  private static final int MOST = 300;

  private static final int LONGEST = 2_000;
  private static final TableName FATE = TableName.of("quality.fate");
  private static final TableName MARKED = TableName.of("quality.marked");

  private final Definitions definitions;
  private final Authorship authors;
  private final Corrections corrections;
  private final Dismissals dismissals;
  private final Warehouse warehouse;
  private final Gate gate;
  private final Recount recount;
  private final Supplier<ZoneId> zone;

  public Repairs(
      Definitions definitions,
      Authorship authors,
      Corrections corrections,
      Dismissals dismissals,
      Warehouse warehouse,
      Gate gate,
      Recount recount,
      Supplier<ZoneId> zone) {
    this.definitions = definitions;
    this.authors = authors;
    this.corrections = corrections;
    this.dismissals = dismissals;
    this.warehouse = warehouse;
    this.gate = gate;
    this.recount = recount;
    this.zone = zone;
  }

  /** Which values: those of one field in one feed that are open for one reason. */
  public record Where(FeedId feed, String field, String reason) {}

  /** A value that was refused in {@code refused} rows; {@code rows} of the feed say it in all. */
  record Wrong(String was, long refused, long rows, long batch, long line) {}

  /**
   * What a value would be; {@code stays} says why it would be refused all the same, and is empty
   * where it would be read.
   */
  public record Outcome(
      String was, String becomes, long refused, long rows, Optional<String> stays) {
    public boolean changes() {
      return !was.equals(becomes);
    }
  }

  /**
   * What a repair would do.
   *
   * @param heading the column that it is about
   * @param empty rows with nothing in it, which no repair fills
   * @param more unlike values that are too many for one go
   * @param outcomes those of most rows first
   */
  public record Trial(String heading, long empty, long more, List<Outcome> outcomes) {
    public Trial {
      outcomes = List.copyOf(outcomes);
    }

    /** Rows that would no longer be refused for what is in this column. */
    public long mended() {
      return outcomes.stream()
          .filter(o -> o.changes() && o.stays().isEmpty())
          .mapToLong(Outcome::refused)
          .sum();
    }

    /** Rows that are refused for the reason, those without a value included. */
    public long refused() {
      return empty + outcomes.stream().mapToLong(Outcome::refused).sum();
    }

    /** All landed rows that would be read otherwise: some say the same and were not refused. */
    public long rows() {
      return outcomes.stream().filter(Outcome::changes).mapToLong(Outcome::rows).sum();
    }
  }

  /** A repair in force; {@code rows} landed rows say what it changes today. */
  public record Standing(Definition<Repair> decision, long rows) {}

  /** Those in force, by their keys. */
  public SortedMap<String, Repair> inForce() {
    var inForce = new TreeMap<String, Repair>();
    for (var one : definitions.all(KIND)) inForce.put(one.id().key(), one.body());
    return inForce;
  }

  /** Of all kinds: what people corrected cell by cell goes before, and a later repair too. */
  public SortedMap<String, Correction> corrections() {
    var single = corrections.inForce();
    var said = new HashSet<List<String>>();
    for (var one : single.values()) if (one.isOfAll()) said.add(cells(one));
    var all = new TreeMap<>(single);
    for (var repair : definitions.all(KIND).reversed()) {
      var own = new TreeMap<String, Correction>();
      repair.body().into(own, repair.id().key());
      own.forEach(
          (key, one) -> {
            if (said.add(cells(one))) all.put(key, one);
          });
    }
    return all;
  }

  private static List<String> cells(Correction one) {
    return List.of(one.id().toString(), one.heading(), one.was());
  }

  /**
   * What it would do to the rows that are here. Throws {@code quality.repair-…} faults, {@code
   * quality.sees-some-only}, {@code quality.values-masked}.
   */
  public Trial tried(Where where, Mend mend, Cleaning cleaning, Viewer viewer) {
    viewer.must(Right.DEFINE);
    Corrections.mustSeeAll(viewer);
    check(mend);
    var reading = reading(where.feed(), cleaning, viewer);
    var heading = heading(reading.mapping(), where.field());
    var column = reading.landedColumn(heading).orElseThrow();
    var view = DismissalQuery.open(dismissals.inForce()).over(gate.view(viewer));
    var found =
        warehouse
            .query(RepairQuery.values(reading, column, where.field(), where.reason()), view)
            .stream()
            .map(
                r ->
                    new Wrong(
                        r.text("was"),
                        r.whole("refused"),
                        r.whole("rows"),
                        r.whole("batch"),
                        r.whole("line")))
            .toList();
    long empty = found.stream().filter(w -> w.was().isEmpty()).mapToLong(Wrong::refused).sum();
    var filled = found.stream().filter(w -> !w.was().isEmpty()).toList();
    var wrong = filled.stream().limit(MOST).toList();
    return new Trial(
        heading,
        empty,
        filled.size() - wrong.size(),
        outcomes(reading, column, where.field(), wrong, mend, gate.view(viewer)));
  }

  /** One row of each value is cleaned as it would say. */
  private List<Outcome> outcomes(
      Reading reading, String column, String field, List<Wrong> wrong, Mend mend, View view) {
    var stays = new HashMap<List<Long>, String>();
    if (!wrong.isEmpty()) {
      var landed =
          View.of(
                  Map.of(
                      reading.mapping().id().landed(),
                      RepairQuery.mended(reading, column, wrong, mend)))
              .over(view);
      var read = View.of(Map.of(ReadQuery.ROWS, new ReadQuery(reading).rows())).over(landed);
      var fates = View.of(Map.of(FATE, new FateQuery(reading).fate())).over(read);
      var marked = View.of(Map.of(MARKED, FateQuery.marked())).over(fates);
      warehouse.query(new QuarantineQuery(reading, Doubts.ALL).refusals(), marked).stream()
          .filter(r -> r.textIfAny("field").filter(field::equals).isPresent())
          .forEach(
              r -> stays.putIfAbsent(List.of(r.whole("batch"), r.whole("line")), r.text("reason")));
    }
    return wrong.stream()
        .map(
            w ->
                new Outcome(
                    w.was(),
                    mend.of(w.was()),
                    w.refused(),
                    w.rows(),
                    Optional.ofNullable(stays.get(List.of(w.batch(), w.line())))))
        .toList();
  }

  /**
   * Makes it, as tried: values that it does not change are left alone. Throws what {@link #tried}
   * does, and {@code quality.repair-nothing}.
   */
  public Definition<Repair> add(Where where, Mend mend, Cleaning cleaning, Viewer by) {
    var trial = tried(where, mend, cleaning, by);
    var changes =
        trial.outcomes().stream()
            .filter(Outcome::changes)
            .map(o -> new Repair.Change(o.was(), o.becomes()))
            .toList();
    if (changes.isEmpty())
      throw new FaultException(new Fault.Conflict("quality.repair-nothing", "mend", Map.of()));
    var feed = where.feed();
    var repair = new Repair(feed.source(), feed.feed(), trial.heading(), where.reason(), changes);
    // What stood there may be somebody's number: the trail names the column alone.
    return told(by, authors.add(by, KIND, "m", Label.typed(trial.heading()), repair));
  }

  /** The rows say again what the source says, all of them. */
  public void undo(DefinitionId id, Viewer by) {
    by.must(Right.DEFINE);
    Corrections.mustSeeAll(by);
    var before = definitions.get(KIND, id);
    authors.delete(by, KIND, id);
    told(by, before);
  }

  /** The newest first. Throws {@code quality.sees-some-only}, {@code quality.values-masked}. */
  public List<Standing> standing(Cleaning cleaning, Viewer viewer) {
    Corrections.mustSeeAll(viewer);
    var view = gate.view(viewer);
    var readings = cleaning.readings().of(sql -> warehouse.query(sql, view), zone.get());
    var standing = new ArrayList<Standing>();
    for (var decision : definitions.all(KIND).reversed()) {
      var repair = decision.body();
      long rows =
          readings.stream()
              .filter(r -> r.mapping().id().equals(repair.id()))
              .flatMap(
                  r ->
                      r.landedColumn(repair.heading()).stream()
                          .map(c -> RepairQuery.stillSaying(r, c, repair)))
              .mapToLong(sql -> warehouse.query(sql, view).only().whole("n"))
              .sum();
      standing.add(new Standing(decision, rows));
    }
    return standing;
  }

  private Definition<Repair> told(Viewer by, Definition<Repair> repair) {
    var heading = repair.label().zh();
    recount.begin(by.user(), new Label("批量修正：" + heading, "Repair in bulk: " + heading));
    return repair;
  }

  private Reading reading(FeedId feed, Cleaning cleaning, Viewer viewer) {
    var view = gate.view(viewer);
    return cleaning.readings().of(sql -> warehouse.query(sql, view), zone.get()).stream()
        .filter(r -> r.mapping().id().equals(feed))
        .findFirst()
        .orElseThrow(() -> Faults.notFound("source.no-such-mapping", feed.toString()));
  }

  private static String heading(Mapping mapping, String field) {
    return mapping.lines().stream()
        .filter(l -> l.field().toString().equals(field))
        .map(Mapping.Line::column)
        .findFirst()
        .orElseThrow(() -> Faults.bad("quality.repair-no-column", "field"));
  }

  private static void check(Mend mend) {
    var faults = new Faults();
    switch (mend) {
      case Mend.All all -> {
        if (all.becomes().length() > LONGEST)
          faults.bad("quality.repair-long", "mend.becomes", Map.of());
      }
      case Mend.Replace replace -> {
        if (replace.find().isEmpty()) faults.bad("quality.repair-find", "mend.find", Map.of());
        if (replace.with().length() > LONGEST)
          faults.bad("quality.repair-long", "mend.with", Map.of());
      }
      case Mend.Each each -> {
        if (each.becomes().values().stream().anyMatch(v -> v.length() > LONGEST))
          faults.bad("quality.repair-long", "mend.becomes", Map.of());
      }
    }
    faults.throwIfAny();
  }
}
