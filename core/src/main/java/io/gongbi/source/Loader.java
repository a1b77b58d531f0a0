package io.gongbi.source;

import io.gongbi.warehouse.DelimitedFile;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Write;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Has the engine read one part of a file while the next is written, one part at a time. Until all
 * are {@link #loaded} nobody else may use the write.
 */
final class Loader implements AutoCloseable {
  private final Write write;
  private final TableSpec table;
  private final long batch;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("load").factory());
  private CompletableFuture<Long> rows = CompletableFuture.completedFuture(0L);

  Loader(Write write, TableSpec table, long batch) {
    this.write = write;
    this.table = table;
    this.batch = batch;
  }

  /** Begins to read a part, once the one before it is read; removes its text afterwards. */
  void load(DelimitedFile part) {
    long before = loaded();
    rows = CompletableFuture.supplyAsync(() -> before + read(part), thread);
  }

  private long read(DelimitedFile part) {
    try {
      return write.load(table, part, batch);
    } finally {
      Prepared.remove(part.path());
    }
  }

  /** Waits for all parts; the rows of them. Throws what reading one threw. */
  long loaded() {
    try {
      return rows.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  /** Waits for the part that is being read, whatever came of it. */
  @Override
  public void close() {
    thread.close();
  }
}
