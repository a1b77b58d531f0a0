package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.source.FeedId;
import io.gongbi.standard.FieldKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four members; the city of b and c is missing, d's birthday cannot be read. It is the 15th of
 * March in Shanghai.
 */
final class CompletionsTest {
  private static final LocalDate DUE = LocalDate.parse("2026-03-20");
  private static final FieldKey CITY = FieldKey.of("customer.city");

  @TempDir private Path folder;

  private TestCompany company() {
    var company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id phone       name city
            a  13900000001 陈一 上海
            b  13900000002 陈二 -
            c  13900000003 王三 -
            d  13900000004 王四 北京
            """)
        .refresh();
    return company;
  }

  /** Who typed a row is said by its name column here: any column may say it. */
  private static Completions.Lack lack(boolean byTypist) {
    return new Completions.Lack(
        FeedId.of("crm", "members"), CITY, byTypist ? Optional.of("name") : Optional.empty());
  }

  private static Completions.Given given(Completions.Lack lack, String typist, UserId who) {
    return new Completions.Given(lack, typist, true, who, DUE, " 打电话问 ");
  }

  private static List<String> standing(TestCompany company, Viewer viewer) {
    return company.gongbi.completions().standing(viewer).stream()
        .map(
            s ->
                "%s of %s open%s"
                    .formatted(
                        s.open(),
                        s.task().body().rows().size(),
                        s.overdue(company.gongbi.completions().today()) ? ", overdue" : ""))
        .toList();
  }

  private static void refused(ThrowingCallable work, String... codes) {
    var thrown = assertThatThrownBy(work).isInstanceOf(FaultException.class);
    for (var code : codes) thrown.hasMessageContaining(code);
  }

  private static Viewer chen(TestCompany company) {
    return new Viewer(
        company.gongbi.users().add(LIN.user(), "陈二", Role.viewer()).id(), Role.viewer());
  }

  private static List<String> shown(List<Completions.RowOf> rows) {
    return rows.stream()
        .map(
            r ->
                r.spot().line()
                    + (r.open() ? " open:" : ":")
                    + r.cells().stream()
                        .filter(c -> c.value().isPresent())
                        .map(c -> " " + c.heading() + "=" + c.value().get())
                        .reduce("", String::concat))
        .toList();
  }

  /**
   * Each typist's rows go to whoever has that name; the clerk sees them masked, and fills one in.
   */
  @Test
  void tasks_goToWhoTypedTheRows_andAreDoneWhenTheRowsAre() {
    try (var company = company()) {
      var gongbi = company.gongbi;
      var completions = gongbi.completions();
      var chen = chen(company);
      assertThat(completions.shares(lack(true), LIN))
          .containsExactly(
              new Completions.Share("王三", 0, 1, Optional.empty()),
              new Completions.Share("陈二", 0, 1, Optional.of(chen.user())));
      var task = completions.give(given(lack(false), "", chen.user()), LIN);
      assertThat(task.body().note()).isEqualTo("打电话问");
      assertThat(standing(company, chen)).containsExactly("2 of 2 open");
      assertThat(standing(company, LIN)).containsExactly("2 of 2 open");
      var rows = completions.rows(task.id(), chen);
      assertThat(shown(rows))
          .containsExactly(
              "3 open: id=* name=陈* phone=139****0002", "4 open: id=* name=王* phone=139****0003");
      completions.fill(
          task.id(), List.of(new Completions.Fill(rows.getFirst().spot(), " 杭州 ")), chen);
      company.refresh();
      assertThat(standing(company, chen)).containsExactly("1 of 2 open");
      assertThat(company.rows("select c.record_key, c.city from {quality.customer} c order by 1"))
          .containsExactly("a 上海", "b 杭州", "c -", "d 北京");
      // What is filled in is a correction of the record, and is undone as one.
      var made = gongbi.corrections().inForce();
      assertThat(made.values())
          .containsExactly(
              new Correction(
                  task.body().source(),
                  "members",
                  "city",
                  "",
                  "杭州",
                  Optional.empty(),
                  Optional.of("b")));
      company.members("id phone name city\nc 13900000003 王三 苏州").refresh();
      assertThat(standing(company, LIN)).as("a newer row has it").containsExactly("0 of 2 open");
      gongbi.corrections().undo(Corrections.KIND.id(made.firstKey()), LIN);
      company.refresh();
      assertThat(standing(company, LIN)).containsExactly("1 of 2 open");
      company.clock.forward(Duration.ofDays(6));
      assertThat(standing(company, LIN)).containsExactly("1 of 2 open, overdue");
      completions.withdraw(task.id(), LIN);
      assertThat(standing(company, LIN)).isEmpty();
    }
  }

  /** What is refused stays open, with the reason. */
  @Test
  void whatCannotBeRead_staysOpen() {
    try (var company = company()) {
      var completions = company.gongbi.completions();
      company.members("id phone name city\ne 1390 赵五 上海").refresh();
      var lack =
          new Completions.Lack(
              FeedId.of("crm", "members"), FieldKey.of("customer.phone"), Optional.empty());
      var task = completions.give(given(lack, "", chen(company).user()), LIN);
      assertThat(task.body().rows()).containsExactly(new Completion.Spot(2, 2));
      var rows = completions.rows(task.id(), LIN);
      assertThat(rows.getFirst().reason()).isPresent();
      fill(company, task.id(), "1391");
      assertThat(standing(company, LIN)).containsExactly("1 of 1 open");
      fill(company, task.id(), "13900000009");
      assertThat(standing(company, LIN)).containsExactly("0 of 1 open");
      assertThat(company.gongbi.corrections().inForce()).hasSize(1);
    }
  }

  private static void fill(TestCompany company, DefinitionId task, String value) {
    company
        .gongbi
        .completions()
        .fill(task, List.of(new Completions.Fill(new Completion.Spot(2, 2), value)), LIN);
    company.refresh();
  }

  @Test
  void tasks_areSeenByThoseConcerned_andAskWhatIsThere() {
    try (var company = company()) {
      var completions = company.gongbi.completions();
      var chen = chen(company);
      var other = new Viewer(new UserId("hu"), Role.viewer());
      var lack = lack(false);
      var task = completions.give(given(lack, "", chen.user()), LIN);
      assertThat(standing(company, other)).isEmpty();
      refused(() -> completions.rows(task.id(), other), "quality.completion-others");
      refused(
          () ->
              completions.fill(
                  task.id(), List.of(new Completions.Fill(new Completion.Spot(1, 2), "")), chen),
          "quality.completion-row",
          "quality.completion-value");
      refused(() -> completions.shares(lack, chen), "access.right-missing");
      refused(
          () ->
              completions.give(
                  new Completions.Given(
                      lack, "", true, new UserId("nobody"), DUE.minusDays(30), "字".repeat(501)),
                  LIN),
          "quality.completion-who",
          "quality.completion-due",
          "quality.completion-note");
      refused(
          () -> completions.give(new Completions.Given(lack, "", false, chen.user(), DUE, ""), LIN),
          "quality.completion-nothing");
    }
  }
}
