package io.gongbi.quality;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Entity;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What became of landed rows, as a viewer may see it. Of 541,909 lines of a shop 541,909 are clean;
 * of 60,312 member rows 60,102 are clean, 18 in quarantine, 121 merged, 71 superseded: together as
 * many as landed.
 */
public final class Quality {
  private final Warehouse warehouse;
  private final Gate gate;
  private final Supplier<SortedMap<String, Dismissal>> dismissals;

  /** {@code dismissals}: those in force, by their keys, asked for anew each time. */
  public Quality(
      Warehouse warehouse, Gate gate, Supplier<SortedMap<String, Dismissal>> dismissals) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.dismissals = dismissals;
  }

  /** The view without the refusals that people have set aside. */
  private View open(Viewer viewer) {
    return DismissalQuery.open(dismissals.get()).over(gate.view(viewer));
  }

  /** {@code landed} is always the sum of the others. */
  public record Counts(long landed, long clean, long quarantined, long merged, long superseded) {}

  /** How often a reason was given; {@code severity} as {@link CleanTables#QUARANTINE} has it. */
  public record Reason(String reason, String severity, long found) {}

  /**
   * One feed: its counts, how many of the rows in quarantine people have set aside, and what else
   * was refused and why, most frequent first.
   */
  public record FeedQuality(
      FeedId feed, String grain, Counts counts, long dismissed, List<Reason> reasons) {
    public FeedQuality {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A value, or a whole row, that was refused; no field when it is about the row. {@code place}: at
   * which character of the line it could not be read on; {@code readAs}: what the clean row says
   * instead, where it was capped.
   */
  public record Refusal(
      FeedId feed,
      String file,
      long line,
      Optional<String> field,
      Optional<String> value,
      String severity,
      String reason,
      Optional<Long> place,
      Optional<String> readAs) {}

  public record Refusals(long total, List<Refusal> rows) {
    public Refusals {
      rows = List.copyOf(rows);
    }
  }

  /**
   * How well the fields of an entity are filled: of 22,756 records of customers 20,113 have a
   * phone. {@code filled}: by column.
   */
  public record Coverage(EntityName entity, long rows, Map<String, Long> filled) {
    public Coverage {
      filled = Map.copyOf(filled);
    }
  }

  /** Lines of orders of one kind in one source, and what they sum to. */
  public record KindSum(SourceId source, LineKind kind, long lines, BigDecimal amount) {}

  public List<FeedQuality> counts(Viewer viewer) {
    var view = gate.view(viewer);
    var reasons = warehouse.query(QualityQuery.reasons(), open(viewer));
    var dismissed = dismissedRows(view);
    return warehouse.query(QualityQuery.counts(), view).stream()
        .map(
            r ->
                new FeedQuality(
                    feed(r),
                    r.text("grain"),
                    counts(r),
                    dismissed.getOrDefault(feed(r), 0L),
                    reasons.stream()
                        .filter(q -> feed(q).equals(feed(r)))
                        .map(
                            q -> new Reason(q.text("reason"), q.text("severity"), q.whole("found")))
                        .toList()))
        .toList();
  }

  private Map<FeedId, Long> dismissedRows(View view) {
    var rows = new HashMap<FeedId, Long>();
    var held = dismissals.get();
    if (held.isEmpty()) return rows;
    warehouse.query(DismissalQuery.dismissedRows(held), view).stream()
        .forEach(r -> rows.put(feed(r), r.whole("rows")));
    return rows;
  }

  /** The account of single landed files, by the number of their batch. */
  public Map<Long, Counts> batches(Viewer viewer, List<Long> batches) {
    if (batches.isEmpty()) return Map.of();
    var found = new TreeMap<Long, Counts>();
    warehouse.query(QualityQuery.batchCounts(batches), gate.view(viewer)).stream()
        .forEach(r -> found.put(r.whole("batch"), counts(r)));
    return found;
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.whole("landed"),
        row.whole("clean"),
        row.whole("quarantined"),
        row.whole("merged"),
        row.whole("superseded"));
  }

  /** The rows of a feed that are in quarantine and not set aside, to be written to a file. */
  public BadRows badRows(Viewer viewer, FeedId feed) {
    return new BadRows(warehouse, open(viewer), feed);
  }

  private static FeedId feed(Row row) {
    return FeedId.of(row.text("source"), row.text("feed"));
  }

  /**
   * Which refusals; what is not given is not narrowed. {@code dismissed}: those that people have
   * set aside, instead of those that are open.
   */
  public record Which(
      Optional<String> source,
      Optional<String> feed,
      Optional<String> field,
      Optional<String> reason,
      Optional<String> severity,
      boolean dismissed) {
    public static Which all() {
      return new Which(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
    }

    public Which withReason(String reason) {
      return new Which(source, feed, field, Optional.of(reason), severity, dismissed);
    }
  }

  /** Newest files first. */
  public Refusals refusals(Viewer viewer, Which which, long offset, int limit) {
    var view =
        which.dismissed()
            ? DismissalQuery.setAside(dismissals.get()).over(gate.view(viewer))
            : open(viewer);
    long total = warehouse.query(QualityQuery.refusedCount(which), view).only().whole("found");
    return new Refusals(
        total,
        warehouse.query(QualityQuery.refused(which, offset, limit), view).stream()
            .map(
                r ->
                    new Refusal(
                        feed(r),
                        r.textIfAny("file_name").orElse(""),
                        r.whole("line"),
                        r.textIfAny("field").filter(f -> !f.isEmpty()),
                        r.textIfAny("value"),
                        r.text("severity"),
                        r.text("reason"),
                        r.wholeIfAny("place"),
                        r.textIfAny("read_as")))
            .toList());
  }

  /**
   * How far the orders of a source say who bought. Of 1,000 orders of a shop 620 name a buyer by
   * something to know them by ({@code named}); 450 give a phone number that the platform lent or
   * masked ({@code lent}), and 310 of these nothing else ({@code hidden}): "62 % matched, 31 %
   * behind privacy numbers". The other 70 say nothing of their buyer.
   */
  public record Reach(SourceId source, long orders, long named, long lent, long hidden) {}

  /** By source; none for whom sees only some customers, as with everything before identity. */
  public List<Reach> reach(Viewer viewer) {
    return warehouse.query(QualityQuery.reach(), gate.view(viewer)).stream()
        .map(
            r ->
                new Reach(
                    new SourceId(r.text("source")),
                    r.whole("orders"),
                    r.whole("named"),
                    r.whole("lent"),
                    r.whole("hidden")))
        .toList();
  }

  /**
   * Of clean records, in sight of the viewer; a field that is masked is counted as it is, since
   * that there is a birthday tells nobody when it is.
   */
  public List<Coverage> coverage(Standard standard, Viewer viewer) {
    var view = gate.view(viewer.inClear());
    return standard.entities().stream().flatMap(e -> coverage(e, view).stream()).toList();
  }

  private Optional<Coverage> coverage(Entity entity, View view) {
    var table = warehouse.spec(new TableName("quality", entity.name().value()));
    if (table.isEmpty()) return Optional.empty();
    // A field that has just been added has no column before the refresh that follows.
    var columns =
        entity.fields().stream()
            .map(f -> f.key().column())
            .filter(c -> table.get().find(c).isPresent())
            .toList();
    var row = warehouse.query(QualityQuery.filled(table.get(), columns), view).only();
    var filled = new TreeMap<String, Long>();
    for (var column : columns) filled.put(column, row.whole(column));
    return Optional.of(new Coverage(entity.name(), row.whole("rows"), filled));
  }

  public List<KindSum> kinds(Viewer viewer) {
    return warehouse.query(QualityQuery.kinds(), gate.view(viewer)).stream()
        .map(
            r ->
                new KindSum(
                    new SourceId(r.text("source")),
                    LineKind.of(r.text("kind")),
                    r.whole("lines"),
                    r.decimal("amount")))
        .toList();
  }
}
