package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is Sunday the 15th of March in Shanghai. */
final class ProceduresTest {
  private static final Label CHECK = new Label("每周数据巡检", "Weekly data check");

  @TempDir private Path folder;

  private TestCompany company() {
    return new TestCompany(folder, "2026-03-15T04:00:00Z");
  }

  private static Procedures.Wanted step(String what, Optional<UserId> who, String due) {
    return new Procedures.Wanted(what, Procedure.Place.OTHER, who, LocalDate.parse(due));
  }

  private static List<String> shown(List<Procedure.Step> steps, LocalDate today) {
    return steps.stream()
        .map(
            s ->
                s.what()
                    + " "
                    + s.due()
                    + s.done().map(d -> " done " + d.on() + " " + d.note()).orElse("")
                    + (s.overdue(today) ? " overdue" : ""))
        .toList();
  }

  private static List<String> shown(TestCompany company) {
    var procedures = company.gongbi.procedures();
    return procedures.all().stream()
        .flatMap(p -> shown(p.body().steps(), procedures.today()).stream())
        .toList();
  }

  private static void refused(ThrowingCallable work, String... codes) {
    var thrown = assertThatThrownBy(work).isInstanceOf(FaultException.class);
    for (var code : codes) thrown.hasMessageContaining(code);
  }

  /** Due on Monday and Tuesday; done late, on Wednesday of the week after: the next ones follow. */
  @Test
  void aWeeklyProcedure_beginsAnewOnceAllOfItIsDone() {
    try (var company = company()) {
      var procedures = company.gongbi.procedures();
      var chen =
          new Viewer(
              company.gongbi.users().add(LIN.user(), "陈", Role.viewer()).id(), Role.viewer());
      Definition<Procedure> made =
          procedures.add(
              CHECK,
              List.of(
                  step(" 看评分 ", Optional.of(chen.user()), "2026-03-16"),
                  step("清隔离区", Optional.empty(), "2026-03-17")),
              Procedure.Again.WEEKLY,
              LIN);
      company.clock.forward(Duration.ofDays(2));
      assertThat(shown(company)).containsExactly("看评分 2026-03-16 overdue", "清隔离区 2026-03-17");
      procedures.done(made.id(), 0, " 都好 ", chen);
      assertThat(shown(company))
          .containsExactly("看评分 2026-03-16 done 2026-03-17 都好", "清隔离区 2026-03-17");
      refused(() -> procedures.done(made.id(), 0, "", chen), "quality.procedure-gone");
      procedures.reopen(made.id(), 0, chen);
      procedures.done(made.id(), 0, "看过", LIN);
      company.clock.forward(Duration.ofDays(8));
      procedures.done(made.id(), 1, "", chen);
      assertThat(shown(company))
          .as("the 25th: the Mondays and Tuesdays of this week are past")
          .containsExactly("看评分 2026-03-30", "清隔离区 2026-03-31");
      assertThat(procedures.all().getFirst().body().past())
          .singleElement()
          .satisfies(
              r ->
                  assertThat(shown(r.steps(), procedures.today()))
                      .containsExactly(
                          "看评分 2026-03-16 done 2026-03-17 看过", "清隔离区 2026-03-17 done 2026-03-25 "));
    }
  }

  @Test
  void steps_areDoneByWhomTheyAreGivenTo_andWrittenByWhoMayDefine() {
    try (var company = company()) {
      var procedures = company.gongbi.procedures();
      var chen =
          new Viewer(
              company.gongbi.users().add(LIN.user(), "陈", Role.viewer()).id(), Role.viewer());
      var other = new Viewer(new UserId("hu"), Role.viewer());
      var steps = List.of(step("看评分", Optional.of(chen.user()), "2026-03-31"));
      var made = procedures.add(CHECK, steps, Procedure.Again.MONTHLY, LIN);
      refused(() -> procedures.done(made.id(), 0, "", other), "quality.procedure-others");
      refused(
          () -> procedures.add(CHECK, steps, Procedure.Again.ONCE, chen), "access.right-missing");
      refused(
          () ->
              procedures.add(
                  CHECK,
                  List.of(step(" ", Optional.of(new UserId("nobody")), "2026-03-31")),
                  Procedure.Again.ONCE,
                  LIN),
          "quality.procedure-step",
          "quality.procedure-who");
      refused(
          () -> procedures.add(CHECK, List.of(), Procedure.Again.ONCE, LIN),
          "quality.procedure-steps");
      procedures.done(made.id(), 0, "", chen);
      assertThat(shown(company)).as("the last of April").containsExactly("看评分 2026-04-30");
      procedures.change(
          made.id(),
          CHECK,
          List.of(steps.getFirst(), step("写总结", Optional.empty(), "2026-05-01")),
          Procedure.Again.ONCE,
          LIN);
      procedures.done(made.id(), 1, "", LIN);
      procedures.done(made.id(), 0, "", LIN);
      assertThat(procedures.all().getFirst().body().done()).isTrue();
      procedures.delete(made.id(), LIN);
      assertThat(procedures.all()).isEmpty();
    }
  }

  /** What a newcomer can adopt is sound, and due on the Monday that comes. */
  @Test
  void theReadyProcedure_canBeAdopted() {
    try (var company = company()) {
      var procedures = company.gongbi.procedures();
      var ready = procedures.ready();
      assertThat(ready.due()).isEqualTo("2026-03-16");
      procedures.add(
          ready.label(),
          ready.steps().stream()
              .map(
                  s ->
                      new Procedures.Wanted(
                          s.what().zh(), s.place(), Optional.empty(), ready.due()))
              .toList(),
          Procedure.Again.WEEKLY,
          LIN);
      assertThat(procedures.all().getFirst().body().steps())
          .extracting(Procedure.Step::place)
          .containsExactly(
              Procedure.Place.SCORECARD,
              Procedure.Place.QUARANTINE,
              Procedure.Place.REVIEW_PAIRS,
              Procedure.Place.RULES);
    }
  }
}
