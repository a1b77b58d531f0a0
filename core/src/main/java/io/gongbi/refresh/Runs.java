package io.gongbi.refresh;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Shortage;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work with progress, cancel, and a log that outlives the process. One piece at a time,
 * and beside it one sending: that lasts as long as a channel takes, and nobody's import waits for
 * it. The beginning is written to the catalog; that a run over the warehouse is finished is read
 * from the marker committed with its data, so that a crash between the two tells no lie.
 */
public final class Runs implements AutoCloseable {
  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("catalog", "refresh", 1, "run"));

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private static final Label SEVERAL = new Label("更新几项改动", "Update after several changes");

  private final Catalog catalog;
  private final Object refreshes = new Object();
  private final NavigableMap<Long, Live> live = new ConcurrentSkipListMap<>();
  private volatile boolean closing;
  private final ExecutorService worker = oneAtATime("gongbi-work");
  private final ExecutorService sender = oneAtATime("gongbi-send");

  public Runs(Catalog catalog, Warehouse warehouse) {
    this.catalog = catalog;
    settleInterrupted(warehouse);
  }

  private static ExecutorService oneAtATime(String name) {
    return Executors.newSingleThreadExecutor(
        work -> {
          var thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** What a run does. Returns counts worth telling; throws faults that the person should see. */
  public interface Work {
    Map<String, String> run(RunId id, Progress progress);
  }

  /** Queues the work and returns at once. */
  public RunId begin(UserId by, Run.Kind kind, Label label, Work work) {
    return begin(by, kind, label, Covers.ITSELF, work);
  }

  /**
   * The same for work that brings up to date whatever is not. One that still waits is the one that
   * is given: it asks what is due only when it starts, so that many decisions in a row end in one
   * run. {@code all}: everything over; that is not left to one that does only what is due.
   */
  public RunId beginRefresh(UserId by, Label label, boolean all, Work work) {
    var covers = all ? Covers.EVERYTHING : Covers.WHAT_IS_DUE;
    synchronized (refreshes) {
      for (var piece : live.values()) {
        if (piece.waitsAndCovers(covers)) {
          if (!piece.label.equals(label)) rename(piece);
          return piece.id;
        }
      }
      return begin(by, Run.Kind.REFRESH, label, covers, work);
    }
  }

  private void rename(Live piece) {
    piece.label = SEVERAL;
    catalog.run(t -> t.write(RunQuery.rename(piece.id, SEVERAL)));
  }

  private RunId begin(UserId by, Run.Kind kind, Label label, Covers covers, Work work) {
    var id =
        new RunId(
            catalog.in(t -> t.query(RunQuery.begin(by, kind, label, t.now())).only().whole("id")));
    var piece = new Live(id, by, kind, label, covers, catalog);
    live.put(id.value(), piece);
    try {
      (kind == Run.Kind.SEND ? sender : worker).execute(() -> execute(piece, work));
    } catch (RejectedExecutionException e) {
      // The process ends, and work that is just ending asked for more.
      piece.faults = List.of(interrupted(piece.kind));
      piece.state = Run.State.FAILED;
      end(piece.seen());
      piece.ended.countDown();
    }
    return id;
  }

  private void execute(Live piece, Work work) {
    try {
      piece.start();
      work.run(piece.id, piece).forEach(piece::tell);
      piece.state = Run.State.DONE;
    } catch (CancelledException e) {
      // The end of the process is nobody's wish: what goes on by itself later must know the two
      // apart.
      if (closing) piece.faults = List.of(interrupted(piece.kind));
      piece.state = closing ? Run.State.FAILED : Run.State.CANCELLED;
    } catch (FaultException e) {
      piece.faults = e.faults();
      piece.state = Run.State.FAILED;
    } catch (RuntimeException | Error e) {
      LOG.error("run {} failed", piece.id, e);
      piece.faults = List.of(fault(e, piece.id));
      piece.state = Run.State.FAILED;
    } finally {
      end(piece.seen());
      piece.ended.countDown();
    }
  }

  /** A full disk is told from a bug: somebody can make room on it. */
  private static Fault fault(Throwable thrown, RunId run) {
    var code =
        Shortage.of(thrown)
            .map(s -> s == Shortage.DISK ? "refresh.disk-full" : "refresh.memory-short")
            .orElse("refresh.bug");
    return new Fault.Unavailable(code, "", Map.of("run", run.toString()));
  }

  private void end(Run run) {
    var endedAt = catalog.now();
    live.computeIfPresent(
        run.id().value(),
        (id, piece) -> {
          piece.endedAt = endedAt;
          return piece;
        });
    catalog.run(
        t -> {
          t.write(RunQuery.end(run.id(), run.state(), endedAt));
          t.writeAll(RunQuery.FAULT, RunQuery.faults(run.id(), run.faults()));
          t.writeAll(RunQuery.RESULT, RunQuery.results(run.id(), run.result()));
        });
    // The log has it now; only the last few are kept at hand for those who watch them.
    while (live.size() > 50 && live.firstEntry().getValue().state.ended()) live.pollFirstEntry();
  }

  /** Waits for a run to end, for the command line and tests. */
  public Run await(RunId id) {
    var piece = live.get(id.value());
    if (piece != null) {
      try {
        piece.ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
    return find(id).orElseThrow(() -> Faults.notFound("refresh.no-such-run", id.toString()));
  }

  /**
   * Stops a run that waits or works. Nothing happens to one that has ended. Throws {@code
   * refresh.sees-some-only} for who sees some customers only and did not begin it.
   */
  public void cancel(RunId id, Viewer viewer) {
    var run = find(id).orElseThrow(() -> Faults.notFound("refresh.no-such-run", id.toString()));
    viewer.must(run.right());
    if (!run.by().equals(viewer.user())) viewer.mustSeeEverybody("refresh.sees-some-only");
    var piece = live.get(id.value());
    if (piece != null) piece.cancel();
  }

  public Optional<Run> find(RunId id) {
    var piece = live.get(id.value());
    if (piece != null) return Optional.of(piece.seen());
    return logged(1, id.value()).stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** The newest first. */
  public List<Run> latest(int limit) {
    var runs = new ArrayList<Run>();
    for (var run : logged(limit, Long.MAX_VALUE)) {
      var piece = live.get(run.id().value());
      runs.add(piece == null ? run : piece.seen());
    }
    return List.copyOf(runs);
  }

  private List<Run> logged(int limit, long newest) {
    return catalog.read(
        t ->
            t.query(RunQuery.latest(limit, newest)).stream()
                .map(
                    r ->
                        RunQuery.run(
                            r,
                            t.query(RunQuery.faultsOf(r.whole("id"))),
                            t.query(RunQuery.resultsOf(r.whole("id")))))
                .toList());
  }

  /**
   * What was under way when the process ended: finished if its marker says so, interrupted if not.
   */
  private void settleInterrupted(Warehouse warehouse) {
    var open = catalog.read(t -> t.query(RunQuery.OPEN));
    open.stream()
        .forEach(
            row -> {
              var id = new RunId(row.whole("id"));
              var kind = Run.Kind.valueOf(row.text("kind"));
              var finished = warehouse.query(RunQuery.finished(id), View.everything()).first();
              Instant at = finished.map(r -> r.moment("finished_at")).orElseGet(catalog::now);
              catalog.run(
                  t -> {
                    if (finished.isPresent()) {
                      t.write(RunQuery.end(id, Run.State.DONE, at));
                    } else {
                      t.write(RunQuery.end(id, Run.State.FAILED, at));
                      t.writeAll(RunQuery.FAULT, RunQuery.faults(id, List.of(interrupted(kind))));
                    }
                  });
            });
  }

  /** That the process ended before the work did: what is left of it differs from kind to kind. */
  private static Fault interrupted(Run.Kind kind) {
    var code =
        switch (kind) {
          case REFRESH, DEMO, TRIAL -> "refresh.interrupted";
          case IMPORT -> "refresh.interrupted-import";
          case SEND -> "refresh.interrupted-send";
        };
    return new Fault.Unavailable(code, "", Map.of());
  }

  /** Stops taking work, stops what runs, and waits for it to be undone. */
  @Override
  public void close() {
    closing = true;
    live.values().forEach(Live::cancel);
    sender.shutdown();
    worker.shutdown();
    try {
      boolean stopped =
          sender.awaitTermination(60, TimeUnit.SECONDS)
              && worker.awaitTermination(60, TimeUnit.SECONDS);
      if (!stopped) LOG.warn("work did not stop in a minute");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Which requests for a refresh a run answers. */
  private enum Covers {
    ITSELF,
    WHAT_IS_DUE,
    EVERYTHING
  }

  /** A run of this process. Written by the worker, read by those who watch. */
  private static final class Live implements Progress {
    private final RunId id;
    private final UserId by;
    private final Run.Kind kind;
    private final Covers covers;
    private volatile Label label;
    private final Catalog clock;
    private final Instant startedAt;
    private final Pace pace = new Pace();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Run.State state = Run.State.QUEUED;
    private volatile Run.@Nullable Stretch at;
    private volatile @Nullable Instant endedAt;
    private volatile List<Fault> faults = List.of();
    private final Map<String, String> result = new ConcurrentHashMap<>();
    private volatile boolean cancelled;
    private volatile @Nullable Runnable stop;

    Live(RunId id, UserId by, Run.Kind kind, Label label, Covers covers, Catalog clock) {
      this.id = id;
      this.by = by;
      this.kind = kind;
      this.label = label;
      this.covers = covers;
      this.clock = clock;
      this.startedAt = clock.now();
    }

    /** From here on nobody leaves anything to it. */
    synchronized void start() {
      if (cancelled) throw new CancelledException();
      state = Run.State.RUNNING;
    }

    synchronized boolean waitsAndCovers(Covers asked) {
      return state == Run.State.QUEUED && !cancelled && covers.compareTo(asked) >= 0;
    }

    Run seen() {
      return new Run(
          id,
          by,
          kind,
          label,
          state,
          Optional.ofNullable(at),
          startedAt,
          Optional.ofNullable(endedAt),
          faults,
          result);
    }

    @Override
    public void step(String name, Label stepLabel) {
      if (cancelled) throw new CancelledException();
      at = new Run.Stretch(name, stepLabel, 0, 0);
    }

    @Override
    public void at(long done, long total) {
      if (cancelled) throw new CancelledException();
      var now = at;
      if (now != null) at = new Run.Stretch(now.step(), now.label(), done, total);
    }

    @Override
    public void read(long bytes, long size, long rows) {
      if (cancelled) throw new CancelledException();
      var now = at;
      if (now == null) return;
      var left = pace.left(clock.now(), bytes, size);
      at = new Run.Stretch(now.step(), now.label(), bytes, size, Optional.of(rows), left);
    }

    @Override
    public void tell(String name, String amount) {
      result.put(name, amount);
    }

    @Override
    public void onCancel(Runnable how) {
      stop = how;
      if (cancelled) how.run();
    }

    void cancel() {
      if (state.ended()) return;
      cancelled = true;
      var how = stop;
      if (how != null) how.run();
    }
  }
}
