package io.gongbi.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.MovingClock;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Messages;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Background work and its log, which both engines of the catalog keep alike. */
final class RunsTest {
  private static final UserId LIN = new UserId("lin");
  private static final Label WORK = new Label("导入 a.csv", "Import a.csv");
  private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(NOON.toString());

  /** A catalog and a warehouse, and the work over them, which can be closed and opened again. */
  private final class Office implements AutoCloseable {
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
            RunsTest.await(works);
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

  private void on(CatalogEngine engine, Consumer<Office> test) {
    try (var office = new Office(engine)) {
      test.accept(office);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * 200 MB of 2,000 in ten seconds: the rest takes 90; a new stretch of work says nothing of it.
   */
  @ParameterizedTest
  @EnumSource
  void reading_saysHowFarAndHowLongStill(CatalogEngine engine) {
    on(
        engine,
        office ->
            office.done(
                (id, progress) -> {
                  var step = new Label("读取文件", "Read the file");
                  progress.step("source.read", step);
                  progress.read(0, 2_000, 0);
                  clock.forward(Duration.ofSeconds(10));
                  progress.read(200, 2_000, 31);
                  assertThat(office.runs.find(id).orElseThrow().at())
                      .contains(
                          new Run.Stretch(
                              "source.read",
                              step,
                              200,
                              2_000,
                              Optional.of(31L),
                              Optional.of(Duration.ofSeconds(90))));
                  progress.step("source.land", step);
                  assertThat(office.runs.find(id).orElseThrow().at())
                      .contains(new Run.Stretch("source.land", step, 0, 0));
                  return Map.of();
                }));
  }

  @ParameterizedTest
  @EnumSource
  void run_isLoggedWithItsResult_andTheLogOutlivesTheProcess(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var run =
              office.done(
                  (id, progress) -> {
                    clock.forward(Duration.ofSeconds(3));
                    return Map.of("files", "1", "landed", "541909");
                  });
          var logged =
              new Run(
                  new RunId(1),
                  LIN,
                  Run.Kind.IMPORT,
                  WORK,
                  Run.State.DONE,
                  Optional.empty(),
                  NOON,
                  Optional.of(NOON.plusSeconds(3)),
                  List.of(),
                  Map.of("files", "1", "landed", "541909"));
          assertThat(run).isEqualTo(logged);
          office.reopen();
          assertThat(office.runs.find(new RunId(1))).contains(logged);
          assertThat(office.runs.find(new RunId(2))).isEmpty();
          assertThat(office.runs.latest(10)).containsExactly(logged);
        });
  }

  @ParameterizedTest
  @EnumSource
  void latest_hasTheNewestFirst_alsoThoseThatWait(CatalogEngine engine) {
    on(
        engine,
        office -> {
          office.done((id, progress) -> Map.of());
          office.done((id, progress) -> Map.of());
          var goOn = new CountDownLatch(1);
          var begun = new CountDownLatch(1);
          office.begin(
              (id, progress) -> {
                progress.step("quality.clean", new Label("清洗", "Clean"));
                progress.at(2, 7);
                begun.countDown();
                await(goOn);
                return Map.of();
              });
          var last = office.begin((id, progress) -> Map.of());
          await(begun);
          assertThat(office.runs.latest(3))
              .extracting(Run::id, Run::state, r -> r.at().map(Run.Stretch::done))
              .containsExactly(
                  tuple(new RunId(4), Run.State.QUEUED, Optional.empty()),
                  tuple(new RunId(3), Run.State.RUNNING, Optional.of(2L)),
                  tuple(new RunId(2), Run.State.DONE, Optional.empty()));
          goOn.countDown();
          assertThat(office.runs.await(last).state()).isEqualTo(Run.State.DONE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void fault_endsTheRun_withItsWords(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var faults =
              List.<Fault>of(
                  new Fault.BadQuestion("source.column-missing", "a.csv", Map.of("column", "卡=号")),
                  new Fault.Conflict("source.same-file", "b.csv", Map.of("file", "b\nc")),
                  new Fault.NotFound("refresh.no-such-run", "9", Map.of()),
                  new Fault.Forbidden("access.right-missing", "", Map.of("right", "SEND")),
                  new Fault.TooLarge("x.large", "y", Map.of()),
                  new Fault.Unavailable("x.away", "z", Map.of()));
          var run =
              office.done(
                  (id, progress) -> {
                    throw new FaultException(faults);
                  });
          assertThat(run.state()).isEqualTo(Run.State.FAILED);
          assertThat(run.faults()).isEqualTo(faults);
          office.reopen();
          var logged = office.runs.find(run.id()).orElseThrow();
          assertThat(logged.state()).isEqualTo(Run.State.FAILED);
          assertThat(logged.faults().getFirst()).isEqualTo(faults.getFirst());
          assertThat(logged.faults().get(1).words()).isEqualTo(Map.of("file", "b c"));
          assertThat(logged.faults())
              .hasSize(6)
              .extracting(f -> f.getClass().getSimpleName())
              .containsExactly(
                  "BadQuestion", "Conflict", "NotFound", "Forbidden", "TooLarge", "Unavailable");
        });
  }

  @ParameterizedTest
  @EnumSource
  void bug_endsTheRun_withANumberToAskFor(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var run =
              office.done(
                  (id, progress) -> {
                    throw new IllegalStateException("said in the test: this is planned");
                  });
          assertThat(run.state()).isEqualTo(Run.State.FAILED);
          assertThat(Messages.say(run.faults().getFirst(), Locale.CHINESE)).contains("任务 1");
          // And the next one works.
          assertThat(office.done((id, progress) -> Map.of()).state()).isEqualTo(Run.State.DONE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void shortage_isToldFromABug(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var said =
              List.of(
                      "Out of Memory Error: failed to pin block of size 256.0 KiB",
                      "IO Error: Could not write file: No space left on device",
                      "Conversion Error: said in the test, this is planned")
                  .stream()
                  .map(
                      detail ->
                          office
                              .done(
                                  (id, progress) -> {
                                    throw new SqlFailure(
                                        "select 1", List.of(), new SQLException(detail));
                                  })
                              .faults()
                              .getFirst()
                              .code())
                  .toList();
          assertThat(said)
              .containsExactly("refresh.memory-short", "refresh.disk-full", "refresh.bug");
        });
  }

  @ParameterizedTest
  @EnumSource
  void cancel_stopsWhatWorks_andWhatWaitsNeverBegins(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var begun = new CountDownLatch(1);
          var stopped = new CountDownLatch(1);
          var works =
              office.begin(
                  (id, progress) -> {
                    progress.onCancel(stopped::countDown);
                    begun.countDown();
                    await(stopped);
                    progress.at(1, 2);
                    return Map.of("never", "said");
                  });
          var ran = new CountDownLatch(1);
          var waits =
              office.begin(
                  (id, progress) -> {
                    ran.countDown();
                    return Map.of();
                  });
          await(begun);
          office.runs.cancel(waits, Viewer.system());
          office.runs.cancel(works, Viewer.system());
          assertThat(office.runs.await(works).state()).isEqualTo(Run.State.CANCELLED);
          assertThat(office.runs.await(works).result()).isEmpty();
          assertThat(office.runs.await(waits).state()).isEqualTo(Run.State.CANCELLED);
          assertThat(ran.getCount()).isEqualTo(1);
          office.runs.cancel(works, Viewer.system());
          assertThat(office.runs.find(works).orElseThrow().state()).isEqualTo(Run.State.CANCELLED);
          assertThatThrownBy(() -> office.runs.cancel(new RunId(99), Viewer.system()))
              .hasMessageContaining("refresh.no-such-run");
          assertThatThrownBy(() -> office.runs.await(new RunId(99)))
              .hasMessageContaining("refresh.no-such-run");
        });
  }

  /**
   * Lin imports. Whoever sees Shanghai alone and whoever only looks leave it running; of what they
   * began themselves the first stop it, as does whoever sees everybody.
   */
  @ParameterizedTest
  @EnumSource
  void run_isStoppedByWhoeverMay(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
          var some = Role.marketer().over(shanghai);
          var lins = office.begin((id, progress) -> waiting(progress));
          for (var role : List.of(some, Role.viewer())) {
            var mei = new Viewer(new UserId("mei"), role);
            assertThat(office.runs.find(lins).orElseThrow().mayBeStoppedBy(mei)).isFalse();
            assertThatThrownBy(() -> office.runs.cancel(lins, mei))
                .hasMessageContaining(
                    role.equals(some) ? "refresh.sees-some-only" : "access.right-missing");
          }
          var lin = new Viewer(LIN, some);
          assertThat(office.runs.find(lins).orElseThrow().mayBeStoppedBy(lin)).isTrue();
          office.runs.cancel(lins, lin);
          assertThat(office.runs.await(lins).state()).isEqualTo(Run.State.CANCELLED);

          var again = office.begin((id, progress) -> waiting(progress));
          var analyst = new Viewer(new UserId("an"), Role.analyst());
          assertThat(office.runs.find(again).orElseThrow().mayBeStoppedBy(analyst)).isTrue();
          office.runs.cancel(again, analyst);
          assertThat(office.runs.await(again).state()).isEqualTo(Run.State.CANCELLED);

          var sending =
              office.runs.begin(LIN, Run.Kind.SEND, WORK, (id, progress) -> waiting(progress));
          assertThat(office.runs.find(sending).orElseThrow().mayBeStoppedBy(analyst)).isFalse();
          assertThatThrownBy(() -> office.runs.cancel(sending, analyst))
              .hasMessageContaining("access.right-missing");
          office.runs.cancel(sending, new Viewer(new UserId("mar"), Role.marketer()));
          assertThat(office.runs.await(sending).state()).isEqualTo(Run.State.CANCELLED);
        });
  }

  /** Works until it is stopped. */
  private static Map<String, String> waiting(Progress progress) {
    var gate = new CountDownLatch(1);
    progress.onCancel(gate::countDown);
    await(gate);
    progress.at(1, 2);
    return Map.of();
  }

  /**
   * While an import works, 甲 (twice), 乙 and 丙 ask for what is due and are given one run, which does
   * not do for who asks for everything over. When it works, 丁 is given the one that waits to do
   * everything over; 戊, when nothing waits, one of his own.
   */
  @ParameterizedTest
  @EnumSource
  void refresh_thatWaits_isTheOneThatIsGiven(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var release = new CountDownLatch(1);
          var works = new CountDownLatch(1);
          office.begin(
              (id, progress) -> {
                await(release);
                return Map.of();
              });
          var first = office.refresh("甲", false, works);
          assertThat(office.refresh("甲", false, works)).isEqualTo(first);
          assertThat(office.runs.find(first).orElseThrow().label()).isEqualTo(Label.typed("甲"));
          assertThat(office.refresh("乙", false, works)).isEqualTo(first);
          var over = office.refresh("全部", true, works);
          assertThat(office.refresh("全部", true, works)).isEqualTo(over);
          assertThat(office.refresh("丙", false, works)).isEqualTo(first);
          release.countDown();
          while (office.runs.find(first).orElseThrow().state() == Run.State.QUEUED) {
            Thread.onSpinWait();
          }
          assertThat(office.refresh("丁", false, works)).isEqualTo(over);
          works.countDown();
          office.runs.await(over);
          assertThat(office.refresh("戊", false, works)).isEqualTo(new RunId(4));
          office.runs.await(new RunId(4));
          office.reopen();
          assertThat(office.runs.latest(9))
              .extracting(r -> r.id().value(), r -> r.label().zh(), Run::state)
              .containsExactly(
                  tuple(4L, "戊", Run.State.DONE),
                  tuple(3L, "更新几项改动", Run.State.DONE),
                  tuple(2L, "更新几项改动", Run.State.DONE),
                  tuple(1L, "导入 a.csv", Run.State.DONE));
        });
  }

  /** What was stopped while it waited will do nothing for the next who asks. */
  @ParameterizedTest
  @EnumSource
  void refresh_thatWasStopped_isLeftNothing(CatalogEngine engine) {
    on(
        engine,
        office -> {
          var release = new CountDownLatch(1);
          office.begin(
              (id, progress) -> {
                await(release);
                return Map.of();
              });
          var stopped = office.refresh("甲", false, release);
          office.runs.cancel(stopped, Viewer.system());
          var next = office.refresh("乙", false, release);
          release.countDown();
          assertThat(office.runs.await(stopped).state()).isEqualTo(Run.State.CANCELLED);
          assertThat(office.runs.await(next).state()).isEqualTo(Run.State.DONE);
          assertThat(next).isEqualTo(new RunId(3));
        });
  }

  /**
   * The process ended while three runs were open in the log. The data of the second was committed
   * with its marker at 13:00; that of the others was not, and the third was an import.
   */
  @ParameterizedTest
  @EnumSource
  void interruptedRun_isFinished_onlyIfItsMarkerSaysSo(CatalogEngine engine) {
    on(
        engine,
        office -> {
          for (var kind : List.of(Run.Kind.REFRESH, Run.Kind.REFRESH, Run.Kind.IMPORT)) {
            office.catalog.run(t -> t.query(RunQuery.begin(LIN, kind, WORK, clock.instant())));
          }
          try (var write = office.warehouse.write(Set.of("refresh"))) {
            write.append(
                Refresher.FINISHED,
                new Table(
                    Refresher.FINISHED.columns(),
                    List.of(List.of(Value.of(2), Value.of(NOON.plusSeconds(3600))))));
            write.commit();
          }
          clock.forward(Duration.ofDays(1));
          office.reopen();
          assertThat(office.runs.latest(9))
              .extracting(
                  r -> r.id().value(),
                  Run::state,
                  r -> r.endedAt().orElseThrow(),
                  r -> r.faults().stream().map(Fault::code).toList())
              .containsExactly(
                  tuple(
                      3L,
                      Run.State.FAILED,
                      NOON.plus(Duration.ofDays(1)),
                      List.of("refresh.interrupted-import")),
                  tuple(2L, Run.State.DONE, NOON.plusSeconds(3600), List.of()),
                  tuple(
                      1L,
                      Run.State.FAILED,
                      NOON.plus(Duration.ofDays(1)),
                      List.of("refresh.interrupted")));
          assertThat(office.done((id, progress) -> Map.of()).id()).isEqualTo(new RunId(4));
        });
  }
}
