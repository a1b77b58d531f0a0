package io.gongbi.refresh;

import io.gongbi.calendar.AsOf;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings everything that follows from landed rows up to date, in one transaction: readers see the
 * state before or the state after, and a crash leaves the state before. Each step is given the
 * least that it must look at:
 *
 * <ul>
 *   <li>nothing, when nothing that it reads changed;
 *   <li>the batches landed since, or the customers that they touched;
 *   <li>everything, when it is new or its meaning changed, when a table that it writes was made
 *       anew, when it looks at today and the day turned, or when a step that feeds it saw
 *       everything.
 * </ul>
 */
public final class Refresher {
  public static final TableSpec STEP =
      TableSpec.kept(
          "refresh.step",
          Column.open("name", ColumnType.TEXT),
          Column.open("version", ColumnType.WHOLE),
          Column.open("as_of", ColumnType.DAY));

  /** A run whose id stands here is finished: the row was committed with what the run made. */
  public static final TableSpec FINISHED =
      TableSpec.kept(
          "refresh.finished",
          Column.open("run", ColumnType.WHOLE),
          Column.open("finished_at", ColumnType.MOMENT));

  public static final List<TableSpec> TABLES = List.of(STEP, FINISHED);
  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("warehouse", "refresh", 1, "step"));

  private static final String LANDED = "refresh.landed";

  private final Warehouse warehouse;
  private final Feed<?> landed;
  private final Supplier<List<Step>> steps;
  private final Function<Write, AsOf> asOf;
  private final Set<Dataset> dates;
  private final List<Consumer<Report>> afterwards = new CopyOnWriteArrayList<>();

  /**
   * {@code landed}: batches in the order they were committed. {@code steps} is asked anew at each
   * refresh, since tags and segments come and go. {@code asOf} tells the moment that answers are
   * true for, given what the transaction has made so far; it looks at {@code dates} alone.
   */
  public Refresher(
      Warehouse warehouse,
      Feed<?> landed,
      Supplier<List<Step>> steps,
      Function<Write, AsOf> asOf,
      Set<Dataset> dates) {
    this.warehouse = warehouse;
    this.landed = landed;
    this.steps = steps;
    this.asOf = asOf;
    this.dates = Set.copyOf(dates);
  }

  /** What a refresh did: the steps that ran, and over how much. */
  public record Report(List<Ran> ran) {
    public record Ran(String step, Delta delta, long milliseconds) {}

    public Report {
      ran = List.copyOf(ran);
    }
  }

  /** Throws {@code store.reader-ahead}: see {@link Feed#mustReach}. */
  public void mustFitItsFeed() {
    landed.mustReach(LANDED, warehouse.reached(LANDED));
  }

  /** Does what is due; with {@code all}, every step over everything. */
  public Report refresh(RunId run, Instant now, boolean all, Progress progress) {
    var plan = Plan.of(steps.get());
    var end = landed.end();
    var stale = warehouse.stale();
    var concepts = new HashSet<>(plan.concepts());
    concepts.add("refresh");
    Report report;
    try (var write = warehouse.write(concepts)) {
      progress.onCancel(write::cancel);
      report = run(plan, write, end, stale, all, progress);
      write.mark(LANDED, end);
      write.append(
          FINISHED,
          new Table(FINISHED.columns(), List.of(List.of(Value.of(run.value()), Value.of(now)))));
      write.commit();
    }
    afterwards.forEach(work -> work.accept(report));
    return report;
  }

  /**
   * Work in the other store that follows from a refresh, done once it is committed. It must bear
   * being done twice, and being left out when the process ends in between.
   */
  public void afterwards(Consumer<Report> work) {
    afterwards.add(work);
  }

  /** Whether anything would be done: used to say "up to date" without a run. */
  public boolean isDue() {
    if (!warehouse.stale().isEmpty()) return true;
    if (warehouse.reached(LANDED).compareTo(landed.end()) < 0) return true;
    // A write that writes nothing: one consistent reading, undone at its end.
    try (var write = warehouse.write(Set.of())) {
      var standing = Standing.of(write);
      var moment = asOf.apply(write);
      return steps.get().stream()
          .anyMatch(s -> standing.isOutdated(s, moment.day()) || s.hasNews(write, moment));
    }
  }

  private Report run(
      Plan plan, Write write, Position end, Set<TableName> stale, boolean all, Progress progress) {
    var standing = Standing.of(write);
    var delta = landedSince(write.reached(LANDED), end);
    var overEverything = new ArrayList<Step>();
    var ran = new ArrayList<Report.Ran>();
    var states = new ArrayList<List<Value>>();
    int done = 0;
    var moment = asOf.apply(write);
    for (var step : plan.steps()) {
      boolean whole =
          all
              || standing.isOutdated(step, moment.day())
              || step.writes().stream().anyMatch(d -> stale.contains(d.table()))
              || overEverything.stream().anyMatch(o -> Plan.feeds(o, step));
      Optional<Delta> given = whole ? Optional.of(new Delta.Everything()) : delta;
      if (given.isEmpty() && step.hasNews(write, moment)) given = Optional.of(Delta.NOTHING_LANDED);
      if (given.isPresent()) {
        progress.step(step.name(), step.label());
        progress.at(done, plan.steps().size());
        long start = System.nanoTime();
        var passedOn = step.run(given.get(), moment, write, progress);
        ran.add(new Report.Ran(step.name(), given.get(), (System.nanoTime() - start) / 1_000_000));
        if (passedOn instanceof Delta.Everything) overEverything.add(step);
        if (!whole && (delta.isPresent() || touchesOlder(passedOn))) delta = Optional.of(passedOn);
      }
      states.add(List.of(Value.of(step.name()), Value.of(step.version()), Value.of(moment.day())));
      if (given.isPresent() && step.writes().stream().anyMatch(dates::contains)) {
        moment = asOf.apply(write);
      }
      done++;
    }
    write.delete(STEP, new Slice.Whole(), View.everything());
    write.append(STEP, new Table(STEP.columns(), states));
    progress.at(done, plan.steps().size());
    return new Report(ran);
  }

  /** Nothing may have landed, and yet a step says that rows of earlier batches are others now. */
  private static boolean touchesOlder(Delta passedOn) {
    return passedOn instanceof Delta.Batches batches && !batches.landed().isEmpty();
  }

  /** When everything was last brought up to date; empty before the first time. */
  public Optional<Instant> lastFinished() {
    return warehouse
        .query(
            Sql.of("select max(f.finished_at) as finished_at from {refresh.finished} f"),
            View.everything())
        .first()
        .filter(r -> !r.missing("finished_at"))
        .map(r -> r.moment("finished_at"));
  }

  private Optional<Delta> landedSince(Position reached, Position end) {
    var batches =
        landed.after(reached, Integer.MAX_VALUE).stream()
            .map(e -> e.position().value())
            .filter(p -> p <= end.value())
            .collect(Collectors.toSet());
    return batches.isEmpty() ? Optional.empty() : Optional.of(new Delta.Batches(batches));
  }
}
