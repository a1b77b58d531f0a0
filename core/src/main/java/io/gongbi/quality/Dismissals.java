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
import io.gongbi.warehouse.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows in quarantine that people have set aside: counted first, decided, listed, undone. */
public final class Dismissals {
  public static final Kind<Dismissal> KIND = Kind.of("dismissal", Dismissal.class, List.of());

  private static final int LONGEST = 200;

  /** The key of a decision that is only tried. */
  private static final String TRIED = "";

  private final Definitions definitions;
  private final Authorship authors;
  private final Warehouse warehouse;
  private final Gate gate;

  public Dismissals(Definitions definitions, Authorship authors, Warehouse warehouse, Gate gate) {
    this.definitions = definitions;
    this.authors = authors;
    this.warehouse = warehouse;
    this.gate = gate;
  }

  /** Those in force, by their keys. */
  public SortedMap<String, Dismissal> inForce() {
    var inForce = new TreeMap<String, Dismissal>();
    for (var one : definitions.all(KIND)) inForce.put(one.id().key(), one.body());
    return inForce;
  }

  /** A decision in force, and how many rows it sets aside today. */
  public record Standing(Definition<Dismissal> decision, long rows) {}

  /** The newest first. Throws {@code quality.sees-some-only}. */
  public List<Standing> standing(Viewer viewer) {
    mustSeeAll(viewer);
    var all = definitions.all(KIND).reversed();
    var rows = rows(inForce(), viewer);
    return all.stream().map(d -> new Standing(d, rows.getOrDefault(d.id().key(), 0L))).toList();
  }

  private Map<String, Long> rows(SortedMap<String, Dismissal> dismissals, Viewer viewer) {
    var rows = new HashMap<String, Long>();
    if (dismissals.isEmpty()) return rows;
    warehouse.query(DismissalQuery.rows(dismissals), gate.view(viewer)).stream()
        .forEach(r -> rows.put(r.text("id"), r.whole("rows")));
    return rows;
  }

  /** How many rows it would set aside that are open now. Throws {@code quality.sees-some-only}. */
  public long count(Dismissal dismissal, Viewer viewer) {
    mustSeeAll(viewer);
    var view = DismissalQuery.open(inForce()).over(gate.view(viewer));
    return warehouse
        .query(DismissalQuery.rows(new TreeMap<>(Map.of(TRIED, dismissal))), view)
        .first()
        .map(r -> r.whole("rows"))
        .orElse(0L);
  }

  /**
   * Sets rows aside that are here now; with {@code later}, those of the same kind that land
   * afterwards too. Throws {@code quality.dismissal-…} faults and {@code quality.sees-some-only}.
   */
  public Definition<Dismissal> add(Dismissal dismissal, boolean later, Viewer by) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    var note = dismissal.note().strip();
    if (note.isEmpty() || note.length() > LONGEST) {
      var faults = new Faults();
      faults.bad("quality.dismissal-note", "note", Map.of("most", Integer.toString(LONGEST)));
      faults.throwIfAny();
    }
    var decided =
        new Dismissal(
            dismissal.source(),
            dismissal.feed(),
            dismissal.reason(),
            dismissal.field(),
            dismissal.spot(),
            later && dismissal.spot().isEmpty() ? Optional.empty() : newest(dismissal, by),
            note);
    if (count(decided, by) == 0) {
      throw new FaultException(new Fault.Conflict("quality.dismissal-stale", "reason", Map.of()));
    }
    return authors.add(by, KIND, "d", Label.typed(note), decided);
  }

  private Optional<Long> newest(Dismissal dismissal, Viewer by) {
    return warehouse
        .query(DismissalQuery.newestBatch(dismissal.id()), gate.view(by))
        .only()
        .wholeIfAny("batch");
  }

  /** The rows are open again. */
  public void undo(DefinitionId id, Viewer by) {
    by.must(Right.DEFINE);
    mustSeeAll(by);
    authors.delete(by, KIND, id);
  }

  /** Nobody can say whose a row is that was not let in. */
  private static void mustSeeAll(Viewer viewer) {
    viewer.mustSeeEverybody("quality.sees-some-only");
  }
}
