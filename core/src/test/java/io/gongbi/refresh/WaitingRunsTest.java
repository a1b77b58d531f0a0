package io.gongbi.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.CatalogEngine;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that wait or work while somebody stops them, or asks for the same again. */
final class WaitingRunsTest extends RunOffice {
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
}
