package io.gongbi.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Messages;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Background work and its log, which both engines of the catalog keep alike. */
final class RunsTest extends RunOffice {
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
