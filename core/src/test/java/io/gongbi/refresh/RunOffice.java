package io.gongbi.refresh;

import io.gongbi.MovingClock;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** A catalog and a warehouse with background work over them, of either engine. */
abstract class RunOffice {
  static final UserId LIN = new UserId("lin");
  static final Label WORK = new Label("导入 a.csv", "Import a.csv");
  static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
  @TempDir Path folder;
  final MovingClock clock = new MovingClock(NOON.toString());

  /** A catalog and a warehouse, and the work over them, which can be closed and opened again. */
  final class Office implements AutoCloseable {
    final CatalogEngine.Store store;
    final Warehouse warehouse;
    Catalog catalog;
    Runs runs;

    Office(CatalogEngine engine) {
      store = engine.store(folder);
      warehouse =
          DuckDbWarehouse.open(
              folder, Refresher.TABLES, Refresher.MIGRATIONS, DuckDbWarehouse.Settings.DEFAULT);
      catalog = store.open(Runs.MIGRATIONS, clock);
      runs = new Runs(catalog, warehouse);
    }

    /** As after the end of the process: what runs now is known from the log alone. */
    void reopen() {
      runs.close();
      catalog.close();
      catalog = store.open(Runs.MIGRATIONS, clock);
      runs = new Runs(catalog, warehouse);
    }

    RunId begin(Runs.Work work) {
      return runs.begin(LIN, Run.Kind.IMPORT, WORK, work);
    }

    /** A refresh that ends once {@code works} is down. */
    RunId refresh(String what, boolean all, CountDownLatch works) {
      return runs.beginRefresh(
          LIN,
          Label.typed(what),
          all,
          (id, progress) -> {
            RunOffice.await(works);
            return Map.of();
          });
    }

    Run done(Runs.Work work) {
      return runs.await(begin(work));
    }

    @Override
    public void close() {
      runs.close();
      catalog.close();
      warehouse.close();
    }
  }

  void on(CatalogEngine engine, Consumer<Office> test) {
    try (var office = new Office(engine)) {
      test.accept(office);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
