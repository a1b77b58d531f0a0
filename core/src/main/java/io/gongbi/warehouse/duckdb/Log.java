package io.gongbi.warehouse.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBConnection;

/**
 * The engine's log of commits, {@code gongbi.duckdb.wal}: a commit is safe once it stands there.
 * Taking it over into the store itself, and giving back what replaced tables occupied, takes longer
 * than most commits. It is done a little later, when nobody writes, and no commit waits for it.
 */
final class Log implements AutoCloseable {
  /**
   * Beyond this a commit takes the log over itself, so that it cannot grow while writers never
   * pause.
   */
  static final String MOST = "1GB";

  private static final long WORTH_BYTES = 1 << 20;
  private static final long PAUSE_SECONDS = 3;

  /** Writers that pause less often than this have it done between two of their commits. */
  private static final long LONGEST_SECONDS = 60;

  private final DuckDBConnection root;
  private final Path file;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile long dueSince;
  private volatile long lastGrew;
  private final ScheduledThreadPoolExecutor later =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("warehouse-log").factory());

  Log(DuckDBConnection root, Path store) {
    this.root = root;
    this.file = store.resolveSibling(store.getFileName() + ".wal");
    later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Called after each commit. */
  void grew() {
    lastGrew = System.nanoTime();
    if (due.compareAndSet(false, true)) {
      dueSince = lastGrew;
      in(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
    }
  }

  private void in(long nanos) {
    try {
      var _ = later.schedule(this::takeOver, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: the engine takes the log over as it closes.
    }
  }

  private void takeOver() {
    long now = System.nanoTime();
    long pause = lastGrew + TimeUnit.SECONDS.toNanos(PAUSE_SECONDS) - now;
    if (pause > 0 && now - dueSince < TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
      in(pause);
      return;
    }
    due.set(false);
    if (size() < WORTH_BYTES) return;
    try (var connection = DuckDbWarehouse.another(root);
        var statement = connection.createStatement()) {
      statement.execute("checkpoint");
    } catch (SQLException e) {
      // Somebody writes: after the next pause.
      grew();
    }
  }

  private long size() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    later.shutdown();
    try {
      if (!later.awaitTermination(1, TimeUnit.MINUTES)) later.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
