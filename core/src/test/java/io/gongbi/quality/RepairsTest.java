package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepairsTest {
  private static final Repairs.Where AMOUNTS =
      new Repairs.Where(FeedId.of("shop", "orders"), "order.amount", "quality.number-invalid");

  @TempDir private Path folder;

  /** Two orders say a12, one a15, one zz; o5 is well. */
  private TestCompany company() {
    var company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .orders(
            """
            no paid                amount phone
            o1 2026-03-10_10:00:00 a12    13900000001
            o2 2026-03-10_10:00:00 a12    13900000002
            o3 2026-03-10_10:00:00 a15    13900000003
            o4 2026-03-10_10:00:00 zz     13900000004
            o5 2026-03-10_10:00:00 5      13900000005
            """)
        .refresh();
    return company;
  }

  private static List<String> orders(TestCompany company) {
    return company.rows("select o.order_key, o.amount from {quality.order} o order by o.order_key");
  }

  private static Repairs.Trial tried(TestCompany company, Mend mend) {
    return company.gongbi.repairs().tried(AMOUNTS, mend, company.gongbi.cleaning(), LIN);
  }

  private static Repairs.Outcome outcome(String was, String becomes, long rows, String... stays) {
    return new Repairs.Outcome(was, becomes, rows, rows, List.of(stays).stream().findFirst());
  }

  /** Without its "a" three rows can be read; zz stays what it is. Taken back, all is as before. */
  @Test
  void repair_changesAllValuesAtOnce_asTried_andIsTakenBackAtOnce() {
    try (var company = company()) {
      var repairs = company.gongbi.repairs();
      var mend = new Mend.Replace("a", "");
      var trial = tried(company, mend);
      assertThat(trial)
          .isEqualTo(
              new Repairs.Trial(
                  "amount",
                  0,
                  0,
                  List.of(
                      outcome("a12", "12", 2),
                      outcome("a15", "15", 1),
                      outcome("zz", "zz", 1, "quality.number-invalid"))));
      assertThat(List.of(trial.refused(), trial.mended(), trial.rows()))
          .containsExactly(4L, 3L, 3L);
      assertThat(orders(company)).containsExactly("o5 5");
      var made = repairs.add(AMOUNTS, mend, company.gongbi.cleaning(), LIN);
      company.refresh();
      assertThat(orders(company)).containsExactly("o1 12", "o2 12", "o3 15", "o5 5");
      assertThat(repairs.standing(company.gongbi.cleaning(), LIN))
          .containsExactly(new Repairs.Standing(made, 3));
      assertThat(made.body().changes())
          .containsExactly(new Repair.Change("a12", "12"), new Repair.Change("a15", "15"));
      // What is left of the reason is zz alone.
      assertThat(tried(company, mend).outcomes())
          .containsExactly(outcome("zz", "zz", 1, "quality.number-invalid"));
      repairs.undo(made.id(), LIN);
      company.refresh();
      assertThat(orders(company)).containsExactly("o5 5");
      assertThat(repairs.standing(company.gongbi.cleaning(), LIN)).isEmpty();
    }
  }

  /** What would be refused again is said before; emptied cells are refused for nothing. */
  @Test
  void trial_saysWhatWouldBeRefusedAllTheSame() {
    try (var company = company()) {
      var again = "quality.number-invalid";
      assertThat(tried(company, new Mend.Each(Map.of("a12", "b", "zz", "7"))).outcomes())
          .containsExactly(
              outcome("a12", "b", 2, again),
              outcome("a15", "a15", 1, again),
              outcome("zz", "7", 1));
      assertThat(tried(company, new Mend.All("")).mended()).isEqualTo(4);
      assertThat(tried(company, new Mend.All("0")).mended()).isEqualTo(4);
    }
  }

  /** A correction of one value goes before a repair, and a later repair before an earlier. */
  @Test
  void laterRepair_goesBefore_andACorrectionBeforeBoth() {
    try (var company = company()) {
      var gongbi = company.gongbi;
      gongbi.repairs().add(AMOUNTS, new Mend.All("1"), gongbi.cleaning(), LIN);
      gongbi
          .corrections()
          .add(
              new Correction(
                  new SourceId("shop"),
                  "orders",
                  "amount",
                  "a15",
                  "15.5",
                  Optional.empty(),
                  Optional.empty()),
              gongbi.cleaning(),
              LIN);
      company.refresh();
      assertThat(orders(company)).containsExactly("o1 1", "o2 1", "o3 15.5", "o4 1", "o5 5");
      assertThat(gongbi.repairs().corrections().values())
          .extracting(Correction::was)
          .containsExactlyInAnyOrder("a12", "a15", "zz");
    }
  }

  @Test
  void repair_isRefused_whenNothingChanges_orWhoAsksMayNot() {
    try (var company = company()) {
      var gongbi = company.gongbi;
      assertThatThrownBy(
              () ->
                  gongbi.repairs().add(AMOUNTS, new Mend.Replace("q", ""), gongbi.cleaning(), LIN))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("quality.repair-nothing");
      assertThatThrownBy(() -> tried(company, new Mend.Replace("", "x")))
          .hasMessageContaining("quality.repair-find");
      var row = new Repairs.Where(AMOUNTS.feed(), "", "quality.total-line");
      assertThatThrownBy(
              () -> gongbi.repairs().tried(row, new Mend.All("1"), gongbi.cleaning(), LIN))
          .hasMessageContaining("quality.repair-no-column");
      var analyst = new Viewer(new UserId("yu"), Role.analyst());
      assertThatThrownBy(
              () -> gongbi.repairs().tried(AMOUNTS, new Mend.All("1"), gongbi.cleaning(), analyst))
          .hasMessageContaining("quality.values-masked");
    }
  }
}
