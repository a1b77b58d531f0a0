package io.gongbi.quality;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.User;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.source.FeedId;
import io.gongbi.source.Mapping;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tasks to fill in what rows lack (补录): given to people, worked on, counted. Whoever gives one sees
 * all cells; whom it is given to sees these rows alone, with what their role masks left out. What
 * they type becomes a {@link Correction}, and is undone as one. Thread-safe.
 */
public final class Completions {
  public static final Kind<Completion> KIND = Completion.KIND;

  /** So many rows a task: what one person can do in a day. */
  static final int MOST = 200;

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_VALUE = 2_000;

  private final Definitions definitions;
  private final Authorship authors;
  private final Users users;
  private final Warehouse warehouse;
  private final Gate gate;
  private final Cleaning cleaning;
  private final Corrections corrections;
  private final Standard standard;
  private final Supplier<ZoneId> zone;
  private final Supplier<LocalDate> today;

  /** {@code today}: where the company is. */
  public Completions(
      Definitions definitions,
      Authorship authors,
      Users users,
      Warehouse warehouse,
      Gate gate,
      Cleaning cleaning,
      Corrections corrections,
      Standard standard,
      Supplier<ZoneId> zone,
      Supplier<LocalDate> today) {
    this.definitions = definitions;
    this.authors = authors;
    this.users = users;
    this.warehouse = warehouse;
    this.gate = gate;
    this.cleaning = cleaning;
    this.corrections = corrections;
    this.standard = standard;
    this.zone = zone;
    this.today = today;
  }

  /**
   * What lacks: a field of a feed, and the column that says who typed a row, where there is one.
   */
  public record Lack(FeedId feed, FieldKey field, Optional<String> typists) {}

  /**
   * Rows of one typist that lack it, in quarantine and clean; {@code person}: who may log in under
   * that very name.
   */
  public record Share(String typist, long quarantined, long clean, Optional<UserId> person) {}

  /** What is given to whom; {@code clean}: not only rows in quarantine. */
  public record Given(
      Lack lack, String typist, boolean clean, UserId who, LocalDate due, String note) {}

  /** A task as it stands: {@code open} of its rows lack the value still. */
  public record Standing(Definition<Completion> task, long open) {
    public boolean done() {
      return open == 0;
    }

    public boolean overdue(LocalDate today) {
      return !done() && task.body().due().isBefore(today);
    }
  }

  /** A cell of a row; {@code masked}: its value is shown in part, or not at all. */
  public record CellOf(String heading, FieldKey field, Optional<String> value, boolean masked) {}

  /** A row of a task; {@code reason}: why what stands there was refused. */
  public record RowOf(
      Completion.Spot spot,
      String file,
      boolean open,
      Optional<String> reason,
      List<CellOf> cells) {
    public RowOf {
      cells = List.copyOf(cells);
    }
  }

  /** What somebody typed into a row. */
  public record Fill(Completion.Spot spot, String value) {}

  public LocalDate today() {
    return today.get();
  }

  /** The columns of a feed, mapped or not: one of them may say who typed a row. */
  public List<String> columns(FeedId feed, Viewer viewer) {
    mayGive(viewer);
    return warehouse.query(QualityQuery.headings(feed), gate.view(viewer)).stream()
        .map(r -> r.text("name"))
        .toList();
  }

  /**
   * Who typed rows that lack the field, those of most rows first. Throws {@code
   * quality.sees-some-only}, {@code quality.values-masked}, {@code quality.completion-column}.
   */
  public List<Share> shares(Lack lack, Viewer viewer) {
    mayGive(viewer);
    var readings = readings();
    var reading = reading(readings, lack.feed());
    var column = landed(reading, heading(reading.mapping(), lack.field()));
    return warehouse
        .query(
            CompletionQuery.byTypist(reading, column, lack.field(), typists(reading, lack)),
            corrected(readings))
        .stream()
        .map(
            r ->
                new Share(
                    r.text("typist"),
                    r.whole("quarantined"),
                    r.whole("clean"),
                    users.named(r.text("typist")).map(User::id)))
        .toList();
  }

  /**
   * Gives the newest of the rows, 200 at most. Throws what {@link #shares} does, {@code
   * quality.completion-who} for nobody who may log in, {@code quality.completion-due} for a day
   * that is past, {@code quality.completion-note}, and {@code quality.completion-nothing} where no
   * row lacks it.
   */
  public Definition<Completion> give(Given given, Viewer by) {
    mayGive(by);
    var faults = new Faults();
    if (users.find(given.who()).isEmpty()) faults.bad("quality.completion-who", "who", Map.of());
    if (given.due().isBefore(today.get())) faults.bad("quality.completion-due", "due", Map.of());
    if (given.note().strip().length() > LONGEST_NOTE)
      faults.bad("quality.completion-note", "note", Map.of("most", Integer.toString(LONGEST_NOTE)));
    faults.throwIfAny();
    var readings = readings();
    var lack = given.lack();
    var reading = reading(readings, lack.feed());
    var heading = heading(reading.mapping(), lack.field());
    var rows =
        warehouse
            .query(
                CompletionQuery.of(
                    reading,
                    landed(reading, heading),
                    lack.field(),
                    typists(reading, lack),
                    given.typist(),
                    given.clean(),
                    MOST),
                corrected(readings))
            .stream()
            .map(Completions::spot)
            .toList();
    if (rows.isEmpty())
      throw new FaultException(new Fault.Conflict("quality.completion-nothing", "lack", Map.of()));
    var task =
        new Completion(
            lack.feed().source(),
            lack.feed().feed(),
            lack.field(),
            heading,
            given.who(),
            Optional.of(given.typist()).filter(t -> !t.isEmpty()),
            given.due(),
            given.note().strip(),
            rows);
    return authors.add(by, KIND, "t", Label.typed(heading), task);
  }

  /** Takes a task back; what was filled in stays. */
  public void withdraw(DefinitionId id, Viewer by) {
    mayGive(by);
    authors.delete(by, KIND, id);
  }

  /**
   * The viewer's own, and all of them for whoever may give; the first due first. Nothing is told of
   * the rows but how many lack the value.
   */
  public List<Standing> standing(Viewer viewer) {
    var tasks =
        definitions.all(KIND).stream()
            .filter(t -> isMine(t.body(), viewer) || gives(viewer))
            .toList();
    if (tasks.isEmpty()) return List.of();
    var readings = readings();
    var view = corrected(readings);
    return tasks.stream()
        .map(t -> new Standing(t, open(t.body(), readings, view).size()))
        .sorted(Comparator.comparing((Standing s) -> s.task().body().due()))
        .toList();
  }

  /**
   * The rows of a task with their cells as they count today, for whom it is given to and whoever
   * may give. Throws {@code quality.completion-others} for anybody else.
   */
  public List<RowOf> rows(DefinitionId id, Viewer viewer) {
    var task = definitions.get(KIND, id).body();
    mustBeFor(task, viewer);
    var readings = readings();
    var reading = reading(readings, task.id());
    var view = corrected(readings);
    var open = open(task, readings, view);
    var reasons = new HashMap<Completion.Spot, String>();
    warehouse.query(CompletionQuery.reasons(task.field(), task.rows()), view).stream()
        .forEach(r -> reasons.put(spot(r), r.text("reason")));
    var rows = new ArrayList<RowOf>();
    var masked = new HashMap<String, ColumnType>();
    for (var line : reading.mapping().lines()) {
      if (masks(viewer, line.field()))
        masked.put(
            landed(reading, line.column()), standard.field(line.field()).orElseThrow().type());
    }
    var found = warehouse.query(CompletionQuery.cells(reading, task.rows(), masked), view);
    for (var row : found.stream().toList()) {
      var cells =
          reading.mapping().lines().stream()
              .map(
                  l -> {
                    var column = landed(reading, l.column());
                    return new CellOf(
                        l.column(), l.field(), row.textIfAny(column), masked.containsKey(column));
                  })
              .toList();
      var spot = spot(row);
      rows.add(
          new RowOf(
              spot,
              row.textIfAny("file_name").orElse(""),
              open.contains(spot),
              Optional.ofNullable(reasons.get(spot)),
              cells));
    }
    return rows;
  }

  /**
   * Fills in: of each row a correction of its record, wherever it comes, or of its line where it
   * has no key; a run follows. Throws what {@link #rows} does, {@code quality.completion-value} for
   * nothing or too much, {@code quality.completion-row} for a row that is not of the task.
   */
  public void fill(DefinitionId id, List<Fill> fills, Viewer by) {
    var task = definitions.get(KIND, id).body();
    mustBeFor(task, by);
    var readings = readings();
    var reading = reading(readings, task.id());
    var column = landed(reading, task.heading());
    // As they came, not as they were corrected: that is what a correction is of.
    var landed = new HashMap<Completion.Spot, Row>();
    warehouse
        .query(CompletionQuery.cells(reading, task.rows(), Map.of()), gate.view(Viewer.system()))
        .stream()
        .forEach(r -> landed.put(spot(r), r));
    boolean keyed = reading.mapping().keyed() && !reading.mapping().key().contains(task.heading());
    var faults = new Faults();
    var made = new ArrayList<Correction>();
    for (int i = 0; i < fills.size(); i++) {
      var value = fills.get(i).value().strip();
      var row = landed.get(fills.get(i).spot());
      if (row == null) faults.bad("quality.completion-row", "rows[" + i + "]", Map.of());
      if (value.isEmpty() || value.length() > LONGEST_VALUE)
        faults.bad("quality.completion-value", "rows[" + i + "].value", Map.of());
      if (row == null) continue;
      var key = keyed ? row.textIfAny("its_key") : Optional.<String>empty();
      var was = row.textIfAny(column).orElse("");
      if (was.equals(value)) continue;
      made.add(
          new Correction(
              task.source(),
              task.feed(),
              task.heading(),
              was,
              value,
              key.isPresent()
                  ? Optional.empty()
                  : Optional.of(
                      new Correction.Spot(
                          row.textIfAny("file_name").orElse(""), row.whole("line"))),
              key));
    }
    faults.throwIfAny();
    if (!made.isEmpty()) corrections.entrusted(made, by);
  }

  private Set<Completion.Spot> open(Completion task, List<Reading> readings, View view) {
    var reading = readings.stream().filter(r -> r.mapping().id().equals(task.id())).findFirst();
    var column = reading.flatMap(r -> r.landedColumn(task.heading()));
    // A source that is gone asks nobody for anything.
    if (column.isEmpty()) return Set.of();
    var open = new HashSet<Completion.Spot>();
    warehouse
        .query(CompletionQuery.open(reading.get(), column.get(), task.field(), task.rows()), view)
        .stream()
        .forEach(r -> open.add(spot(r)));
    return open;
  }

  private static Completion.Spot spot(Row row) {
    return new Completion.Spot(row.whole("batch"), row.whole("line"));
  }

  private boolean masks(Viewer viewer, FieldKey field) {
    var sensitivity = standard.field(field).orElseThrow().sensitivity();
    return sensitivity != Sensitivity.OPEN && !viewer.role().shows(field, sensitivity);
  }

  private static boolean isMine(Completion task, Viewer viewer) {
    return task.who().equals(viewer.user());
  }

  private static boolean gives(Viewer viewer) {
    return viewer.role().rights().contains(Right.DEFINE)
        && viewer.seesEverybody()
        && viewer.role().unmaskAll();
  }

  private static void mayGive(Viewer viewer) {
    viewer.must(Right.DEFINE);
    Corrections.mustSeeAll(viewer);
  }

  private static void mustBeFor(Completion task, Viewer viewer) {
    if (!isMine(task, viewer) && !gives(viewer))
      throw new FaultException(new Fault.Forbidden("quality.completion-others", "", Map.of()));
  }

  private List<Reading> readings() {
    var view = gate.view(Viewer.system());
    return cleaning.readings().of(sql -> warehouse.query(sql, view), zone.get());
  }

  /** The rows as people have corrected them: the task says whose they are, not the viewer. */
  private View corrected(List<Reading> readings) {
    return CorrectionQuery.laidOver(readings, cleaning.readings().corrections().values())
        .over(gate.view(Viewer.system()));
  }

  private static Reading reading(List<Reading> readings, FeedId feed) {
    return readings.stream()
        .filter(r -> r.mapping().id().equals(feed))
        .findFirst()
        .orElseThrow(() -> Faults.notFound("source.no-such-mapping", feed.toString()));
  }

  private static String heading(Mapping mapping, FieldKey field) {
    return mapping.lines().stream()
        .filter(l -> l.field().equals(field))
        .map(Mapping.Line::column)
        .findFirst()
        .orElseThrow(() -> Faults.bad("quality.completion-column", "field"));
  }

  private static String landed(Reading reading, String heading) {
    return reading
        .landedColumn(heading)
        .orElseThrow(() -> Faults.bad("quality.completion-column", "field"));
  }

  private static Optional<String> typists(Reading reading, Lack lack) {
    return lack.typists().map(h -> landed(reading, h));
  }
}
