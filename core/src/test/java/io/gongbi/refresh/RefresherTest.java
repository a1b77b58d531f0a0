package io.gongbi.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.MovingClock;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three steps in a row: {@code one} is made of what landed, {@code two} of {@code one}, and {@code
 * day} looks at nothing but the day. Each writes down what it was given.
 */
final class RefresherTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Label WORK = Label.typed("work");
  private static final TableSpec ONE = table("demo.one", "batch");
  private static final TableSpec TWO = table("demo.two", "batch");
  private static final TableSpec DAY = table("demo.day", "day");

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock("2026-03-01T04:00:00Z");
  private final Landed landed = new Landed();
  private final Given one = new Given("one", Set.of("source.batch"), ONE);
  private final Given two = new Given("two", Set.of("demo.one"), TWO);
  private final Given day = new Given("day", Set.of(), DAY);
  private Warehouse warehouse;
  private Refresher refresher;
  private long runs;

  private static TableSpec table(String name, String column) {
    return TableSpec.derived(name, Column.open(column, ColumnType.TEXT));
  }

  @BeforeEach
  void open() {
    open(ONE);
  }

  /** With another declaration of the first table than the last time, if need be. */
  private void open(TableSpec first) {
    var specs = new ArrayList<>(Refresher.TABLES);
    specs.addAll(List.of(first, TWO, DAY));
    one.table = first;
    warehouse =
        DuckDbWarehouse.open(folder, specs, Refresher.MIGRATIONS, DuckDbWarehouse.Settings.DEFAULT);
    // In no order: the plan has to find it.
    refresher =
        new Refresher(
            warehouse,
            landed,
            () -> List.of(two, day, one),
            write -> AsOf.now(clock, SHANGHAI),
            Set.of());
    day.looksAtToday = true;
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  /** Batches that a test lets land. */
  private static final class Landed implements Feed<Long> {
    private long end;

    @Override
    public String name() {
      return "source.batch";
    }

    @Override
    public List<Entry<Long>> after(Position position, int limit) {
      return LongStream.rangeClosed(position.value() + 1, end)
          .mapToObj(p -> new Entry<>(new Position(p), p))
          .toList();
    }

    @Override
    public Position end() {
      return new Position(end);
    }
  }

  /** Appends what it is given to its table; fails, waits or passes on as the test says. */
  private static final class Given implements Step {
    private final String name;
    private final Set<String> reads;
    private TableSpec table;
    private int version = 1;
    private boolean looksAtToday;
    private boolean news;
    private Runnable midst = () -> {};
    private Delta passesOn;

    Given(String name, Set<String> reads, TableSpec table) {
      this.name = name;
      this.reads = reads;
      this.table = table;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Label label() {
      return Label.typed(name);
    }

    @Override
    public Set<Dataset> reads() {
      return Set.copyOf(reads.stream().map(Dataset::of).toList());
    }

    @Override
    public Set<Dataset> writes() {
      return Set.of(Dataset.of(table.name().toString()));
    }

    @Override
    public int version() {
      return version;
    }

    @Override
    public boolean looksAtToday() {
      return looksAtToday;
    }

    @Override
    public boolean hasNews(Write write, AsOf asOf) {
      return news;
    }

    @Override
    public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
      var given =
          switch (delta) {
            case Delta.Everything _ -> "everything on " + asOf.day();
            case Delta.Batches b -> "batches " + b.landed().stream().sorted().toList();
            case Delta.Customers c ->
                "customers " + TestShop.shown(write.query(c.ids(), View.everything()));
          };
      var row =
          Sql.of("select #given as " + table.columns().getFirst().name())
              .with("given", Value.of(given));
      if (delta instanceof Delta.Everything) {
        write.replace(table, new Slice.Whole(), row, View.everything());
      } else {
        write.append(table, row, View.everything());
      }
      midst.run();
      return passesOn == null || delta instanceof Delta.Everything ? delta : passesOn;
    }
  }

  private List<String> refresh() {
    return refresh(false);
  }

  /** The steps that ran, in their order. */
  private List<String> refresh(boolean all) {
    return refresher.refresh(new RunId(++runs), clock.instant(), all, Progress.NONE).ran().stream()
        .map(Refresher.Report.Ran::step)
        .toList();
  }

  private List<String> rows(TableSpec table) {
    return TestShop.shown(
            warehouse.query(Sql.of("select * from {" + table.name() + "}"), View.everything()))
        .stream()
        .sorted()
        .toList();
  }

  private void land(int batches) {
    landed.end += batches;
  }

  @Test
  void everyStep_runsOnce_eachAfterThoseItReads_andThenNothingIsDue() {
    assertThat(refresher.isDue()).isTrue();
    land(1);
    assertThat(refresh()).containsSubsequence("one", "two").hasSize(3).contains("day");
    assertThat(refresher.isDue()).isFalse();
    assertThat(refresh()).isEmpty();
    assertThat(rows(ONE)).containsExactly("everything on 2026-03-01");
  }

  @Test
  void landedBatches_areGivenOnce_andWhoWasTouchedIsPassedOn() {
    refresh();
    one.passesOn = new Delta.Customers(Sql.of("select 7 as customer_id"));
    land(2);
    assertThat(refresher.isDue()).isTrue();
    refresh();
    land(1);
    refresh();
    assertThat(rows(ONE))
        .containsExactly("batches [1, 2]", "batches [3]", "everything on 2026-03-01");
    assertThat(rows(TWO))
        .containsExactly("customers [7]", "customers [7]", "everything on 2026-03-01");
    assertThat(refresher.isDue()).isFalse();
  }

  @Test
  void stepThatLooksAtToday_isDueWhenTheDayTurnsInTheCompanysZone() {
    refresh();
    // 2026-03-01T15:59:59Z is still the 1st in Shanghai, a second later it is the 2nd.
    clock.forward(Duration.ofHours(12).minusSeconds(1));
    assertThat(refresher.isDue()).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(refresher.isDue()).isTrue();
    assertThat(refresh()).containsExactly("day");
    assertThat(rows(DAY)).containsExactly("everything on 2026-03-02");
    assertThat(refresher.isDue()).isFalse();
  }

  @Test
  void raisedVersion_doesEverything_andSoDoesWhatFollows() {
    refresh();
    one.version = 2;
    assertThat(refresher.isDue()).isTrue();
    assertThat(refresh()).containsExactly("one", "two");
    two.version = 2;
    assertThat(refresh()).containsExactly("two");
  }

  @Test
  void changedDeclaration_isRebuilt_andSoIsWhatFollows() {
    refresh();
    warehouse.close();
    open(table("demo.one", "landed"));
    assertThat(rows(one.table)).isEmpty();
    assertThat(refresher.isDue()).isTrue();
    assertThat(refresh()).containsExactly("one", "two");
    assertThat(rows(one.table)).containsExactly("everything on 2026-03-01");
    assertThat(refresher.isDue()).isFalse();
  }

  @Test
  void ownFeed_makesOneStepRun_overNothingLanded() {
    refresh();
    two.news = true;
    assertThat(refresher.isDue()).isTrue();
    assertThat(refresh()).containsExactly("two");
    assertThat(rows(TWO)).containsExactly("batches []", "everything on 2026-03-01");
  }

  @Test
  void all_doesEverythingOver() {
    refresh();
    assertThat(refresh(true)).hasSize(3);
    assertThat(rows(ONE)).containsExactly("everything on 2026-03-01");
  }

  /** What step one wrote is gone with the fault of step two, and the batch is still to be done. */
  @Test
  void fault_endsTheRunWithItsWords_andLeavesTheOldState() {
    refresh();
    land(1);
    two.midst =
        () -> {
          throw new FaultException(
              new Fault.BadQuestion("quality.no-mapping", "shop/orders", Map.of("feed", "x")));
        };
    try (var catalog = Catalog.open(folder.resolve("c.sqlite"), Runs.MIGRATIONS, clock);
        var work = new Runs(catalog, warehouse)) {
      var run = work.await(begin(work));
      assertThat(run.state()).isEqualTo(Run.State.FAILED);
      assertThat(run.faults())
          .containsExactly(
              new Fault.BadQuestion("quality.no-mapping", "shop/orders", Map.of("feed", "x")));
      assertThat(rows(ONE)).containsExactly("everything on 2026-03-01");
      assertThat(refresher.isDue()).isTrue();
      two.midst = () -> {};
      assertThat(work.await(begin(work)).result()).isEqualTo(Map.of("steps", "3"));
    }
    assertThat(rows(ONE)).containsExactly("batches [1]", "everything on 2026-03-01");
  }

  /** A person stops the run while step two is at work: readers never saw any of it. */
  @Test
  void cancel_inTheMidst_leavesTheOldState() {
    refresh();
    land(1);
    var inTheMidst = new CountDownLatch(1);
    var cancelled = new CountDownLatch(1);
    two.midst =
        () -> {
          inTheMidst.countDown();
          await(cancelled);
        };
    try (var catalog = Catalog.open(folder.resolve("c.sqlite"), Runs.MIGRATIONS, clock);
        var work = new Runs(catalog, warehouse)) {
      var id = begin(work);
      await(inTheMidst);
      assertThat(rows(ONE)).containsExactly("everything on 2026-03-01");
      work.cancel(id, Viewer.system());
      cancelled.countDown();
      var run = work.await(id);
      assertThat(run.state()).isEqualTo(Run.State.CANCELLED);
      assertThat(run.faults()).isEmpty();
      assertThat(rows(ONE)).containsExactly("everything on 2026-03-01");
      assertThat(rows(TWO)).containsExactly("everything on 2026-03-01");
      assertThat(warehouse.reached("refresh.landed")).isEqualTo(Position.START);
      two.midst = () -> {};
      assertThat(work.await(begin(work)).state()).isEqualTo(Run.State.DONE);
    }
    assertThat(rows(ONE)).containsExactly("batches [1]", "everything on 2026-03-01");
  }

  private RunId begin(Runs work) {
    return work.begin(
        UserId.SYSTEM,
        Run.Kind.REFRESH,
        WORK,
        (id, progress) -> {
          var report = refresher.refresh(id, clock.instant(), false, progress);
          return Map.of("steps", Integer.toString(report.ran().size()));
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void circle_namesItsMembers_andNothingRuns() {
    one.table = TWO;
    var circular = new Given("back", Set.of("demo.two"), ONE);
    var round = new Given("round", Set.of("demo.one"), TWO);
    assertThatThrownBy(() -> Plan.of(List.of(circular, day, round)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new Fault.BadQuestion(
                            "refresh.circle", "", Map.of("steps", "back → round"))));
  }

  /** The feed was restored from an older copy than the warehouse: 3 was read, and it ends at 2. */
  @Test
  void cursorBeyondTheEndOfItsFeed_isRefused() {
    land(3);
    refresh();
    refresher.mustFitItsFeed();
    landed.end = 2;
    assertThatThrownBy(() -> refresher.mustFitItsFeed())
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new Fault.Conflict(
                            "store.reader-ahead",
                            "source.batch",
                            Map.of(
                                "reader", "refresh.landed",
                                "feed", "source.batch",
                                "reached", "3",
                                "end", "2"))));
  }

  @Test
  void standing_tellsWhichVersionIsCommitted() {
    refresh();
    var standing = Standing.of(warehouse, View.everything());
    assertThat(standing.has(one)).isTrue();
    one.version = 2;
    assertThat(standing.has(one)).isFalse();
    assertThat(standing.has(new Given("new", Set.of(), ONE))).isFalse();
  }
}
