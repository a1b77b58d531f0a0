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
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The corrections of landed cells that hold: made, listed with what the source says today, undone.
 * Each change begins a run that cleans the rows concerned.
 */
public final class Corrections {
  public static final Kind<Correction> KIND = Kind.of("correction", Correction.class, List.of());

  private static final int LONGEST = 2_000;

  private static final FieldKey EMAIL = FieldKey.of("customer.email");

  private final Definitions definitions;
  private final Authorship authors;
  private final Warehouse warehouse;
  private final Gate gate;
  private final Recount recount;
  private final Supplier<ZoneId> zone;

  public Corrections(
      Definitions definitions,
      Authorship authors,
      Warehouse warehouse,
      Gate gate,
      Recount recount,
      Supplier<ZoneId> zone) {
    this.definitions = definitions;
    this.authors = authors;
    this.warehouse = warehouse;
    this.gate = gate;
    this.recount = recount;
    this.zone = zone;
  }

  /** Those in force, by their keys. */
  public SortedMap<String, Correction> inForce() {
    var inForce = new TreeMap<String, Correction>();
    for (var one : definitions.all(KIND)) inForce.put(one.id().key(), one.body());
    return inForce;
  }

  /**
   * One cell of a landed row: which column, the field that it is mapped to, and what it says;
   * {@code suggested}: what it most likely should, where it looks mistyped.
   */
  public record CellOf(
      String heading, FieldKey field, String value, long same, Optional<String> suggested) {}

  /**
   * A landed row as it came; {@code key} names its record in whatever file it comes, where the row
   * says it.
   */
  public record RowOf(Optional<String> key, List<CellOf> cells) {
    public RowOf {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A correction in force and {@code rows}: how many landed rows say what it corrects. None: the
   * source has mended it, and it can go.
   */
  public record Standing(Definition<Correction> decision, long rows) {}

  /**
   * The mapped cells of a landed row, as they came, with the number of rows that say the same.
   * Throws {@code quality.sees-some-only}, {@code quality.values-masked}, {@code
   * quality.no-such-row}.
   */
  public RowOf row(FeedId feed, String file, long line, Cleaning cleaning, Viewer viewer) {
    mustSeeAll(viewer);
    var view = gate.view(viewer);
    var reading = reading(feed, cleaning, viewer);
    var row =
        warehouse
            .query(CorrectionQuery.cells(reading, file, line), view)
            .first()
            .orElseThrow(() -> Faults.notFound("quality.no-such-row", file + " " + line));
    var cells = new ArrayList<CellOf>();
    for (var mapped : reading.mapping().lines()) {
      var column = reading.landedColumn(mapped.column()).orElseThrow();
      var value = row.textIfAny(column).orElse("");
      long same =
          value.isEmpty() ? 1 : rows(reading, correction(feed, mapped.column(), value), viewer);
      cells.add(
          new CellOf(
              mapped.column(),
              mapped.field(),
              value,
              same,
              suggested(mapped.field(), value, view)));
    }
    return new RowOf(
        reading.mapping().keyed() ? row.textIfAny("its_key") : Optional.empty(), cells);
  }

  private Optional<String> suggested(FieldKey field, String value, View view) {
    return field.equals(EMAIL)
        ? warehouse.query(CorrectionQuery.suggestedEmail(value), view).only().textIfAny("suggested")
        : Optional.empty();
  }

  private static Correction correction(FeedId feed, String heading, String was) {
    return new Correction(
        feed.source(), feed.feed(), heading, was, "", Optional.empty(), Optional.empty());
  }

  private long rows(Reading reading, Correction correction, Viewer viewer) {
    return warehouse
        .query(CorrectionQuery.stillSaying(reading, correction), gate.view(viewer))
        .only()
        .whole("n");
  }

  private Reading reading(FeedId feed, Cleaning cleaning, Viewer viewer) {
    var view = gate.view(viewer);
    return cleaning.readings().of(sql -> warehouse.query(sql, view), zone.get()).stream()
        .filter(r -> r.mapping().id().equals(feed))
        .findFirst()
        .orElseThrow(() -> Faults.notFound("source.no-such-mapping", feed.toString()));
  }

  /**
   * Throws {@code quality.correction-…} faults, and what {@link #row} does. A correction of the
   * same cells takes the place of the one before.
   */
  public Definition<Correction> add(Correction correction, Cleaning cleaning, Viewer by) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    var reading = reading(correction.id(), cleaning, by);
    var faults = new Faults();
    if (reading.landedColumn(correction.heading()).isEmpty()) {
      faults.bad("quality.correction-column", "heading", Map.of("column", correction.heading()));
    }
    if (correction.was().equals(correction.becomes()) || correction.becomes().length() > LONGEST) {
      faults.bad("quality.correction-same", "becomes", Map.of());
    }
    if (correction.key().isPresent() && !reading.mapping().keyed()) {
      faults.bad("quality.correction-without-key", "key", Map.of());
    }
    if (correction.was().isEmpty() && correction.isOfAll()) {
      faults.bad("quality.correction-of-nothing", "was", Map.of());
    }
    faults.throwIfAny();
    if (rows(reading, correction, by) == 0) {
      throw new FaultException(new Fault.Conflict("quality.correction-stale", "was", Map.of()));
    }
    for (var one : inForce().entrySet()) {
      if (same(one.getValue(), correction)) authors.delete(by, KIND, KIND.id(one.getKey()));
    }
    // What stood there may be somebody's number: the trail names the column alone.
    var made = authors.add(by, KIND, "c", Label.typed(correction.heading()), correction);
    told(by, made);
    return made;
  }

  /**
   * Makes those that somebody was asked for, without a right of their own: the rows are known, and
   * what they say too. One run for all of them.
   */
  void entrusted(List<Correction> wanted, Viewer by) {
    var held = inForce();
    for (var correction : wanted) {
      held.forEach(
          (key, one) -> {
            if (same(one, correction)) authors.delete(by, KIND, KIND.id(key));
          });
      authors.add(by, KIND, "c", Label.typed(correction.heading()), correction);
    }
    var heading = wanted.getFirst().heading();
    recount.begin(by.user(), new Label("补录：" + heading, "Fill in: " + heading));
  }

  private static boolean same(Correction a, Correction b) {
    return a.id().equals(b.id())
        && a.heading().equals(b.heading())
        && a.was().equals(b.was())
        && a.spot().equals(b.spot())
        && a.key().equals(b.key());
  }

  /** The rows say again what the source says. */
  public void undo(DefinitionId id, Viewer by) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    var before = definitions.get(KIND, id);
    authors.delete(by, KIND, id);
    told(by, before);
  }

  private void told(Viewer by, Definition<Correction> decision) {
    var heading = decision.label().zh();
    recount.begin(by.user(), new Label("改正：" + heading, "Correct: " + heading));
  }

  /** The newest first. Throws {@code quality.sees-some-only}, {@code quality.values-masked}. */
  public List<Standing> standing(Cleaning cleaning, Viewer viewer) {
    mustSeeAll(viewer);
    var view = gate.view(viewer);
    var readings = cleaning.readings().of(sql -> warehouse.query(sql, view), zone.get());
    var standing = new ArrayList<Standing>();
    for (var decision : definitions.all(KIND).reversed()) {
      var correction = decision.body();
      long rows =
          readings.stream()
              .filter(r -> r.mapping().id().equals(correction.id()))
              .filter(r -> r.landedColumn(correction.heading()).isPresent())
              .mapToLong(r -> rows(r, correction, viewer))
              .sum();
      standing.add(new Standing(decision, rows));
    }
    return standing;
  }

  /** All landed cells count as personal: nobody has said of each what it is. */
  static void mustSeeAll(Viewer viewer) {
    viewer.mustSeeEverybody("quality.sees-some-only");
    if (!viewer.role().unmaskAll()) {
      throw new FaultException(new Fault.Forbidden("quality.values-masked", "", Map.of()));
    }
  }
}
