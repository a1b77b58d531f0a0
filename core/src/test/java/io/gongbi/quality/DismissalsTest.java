package io.gongbi.quality;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestCompany;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.source.SourceId;
import io.gongbi.standard.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DismissalsTest {
  private static final String INVALID = "quality.number-invalid";

  @TempDir private Path folder;

  /** o1 and o2 have no readable amount, o2 has no readable day either; o3 is well. */
  private TestCompany filled() {
    var company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .orders(
            """
            no paid                amount phone
            o1 2026-03-10_10:00:00 abc    13900000001
            o2 2026-93-10_10:00:00 abd    13900000002
            o3 2026-03-10_10:00:00 5      13900000003
            """)
        .refresh();
    return company;
  }

  private static Dismissal amounts(String note) {
    return new Dismissal(
        new SourceId("shop"),
        "orders",
        INVALID,
        "order.amount",
        Optional.empty(),
        Optional.empty(),
        note);
  }

  private static Dismissal row(String file, long line) {
    return new Dismissal(
        new SourceId("shop"),
        "orders",
        INVALID,
        "order.amount",
        Optional.of(new Correction.Spot(file, line)),
        Optional.empty(),
        "测试单");
  }

  private static List<String> open(TestCompany company) {
    return listed(company, Quality.Which.all());
  }

  private static List<String> listed(TestCompany company, Quality.Which which) {
    return company.gongbi.quality().refusals(LIN, which, 0, 50).rows().stream()
        .map(r -> r.file() + " " + r.line() + " " + r.reason())
        .toList();
  }

  private static List<String> setAside(TestCompany company) {
    return listed(
        company,
        new Quality.Which(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true));
  }

  private static Quality.FeedQuality account(TestCompany company) {
    return company.gongbi.quality().counts(LIN).getFirst();
  }

  /**
   * All alike are two rows; o2 stays open for its day, and only o1 counts as set aside. The account
   * is what it was, and the next file's row is open unless later ones were meant too.
   */
  @Test
  void allAlike_leaveTheOpenList_andStayInTheAccount() {
    try (var company = filled()) {
      var dismissals = company.gongbi.dismissals();
      assertThat(open(company))
          .containsExactly(
              "file1.csv 2 " + INVALID,
              "file1.csv 3 " + INVALID,
              "file1.csv 3 quality.time-invalid");
      assertThat(dismissals.count(amounts(""), LIN)).isEqualTo(2);
      var made = dismissals.add(amounts("录入练习，不用管"), false, LIN);
      assertThat(open(company)).containsExactly("file1.csv 3 quality.time-invalid");
      assertThat(setAside(company))
          .containsExactly("file1.csv 2 " + INVALID, "file1.csv 3 " + INVALID);
      assertThat(account(company).counts()).isEqualTo(new Quality.Counts(3, 1, 2, 0, 0));
      assertThat(account(company).dismissed()).isEqualTo(1);
      assertThat(account(company).reasons())
          .containsExactly(new Quality.Reason("quality.time-invalid", "quarantine", 1));
      assertThat(dismissals.standing(LIN))
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.rows()).isEqualTo(2);
                assertThat(s.decision().body().note()).isEqualTo("录入练习，不用管");
                assertThat(s.decision().owner()).isEqualTo(LIN.user());
              });
      company.orders("no paid amount phone\no4 2026-03-11_10:00:00 x 13900000004\n").refresh();
      assertThat(open(company)).contains("file2.csv 2 " + INVALID);
      dismissals.undo(made.id(), LIN);
      assertThat(open(company)).hasSize(4);
      assertThat(account(company).dismissed()).isZero();
      dismissals.add(amounts("以后也不用管"), true, LIN);
      company.orders("no paid amount phone\no5 2026-03-11_10:00:00 y 13900000004\n").refresh();
      assertThat(open(company)).containsExactly("file1.csv 3 quality.time-invalid");
      assertThat(account(company).dismissed()).isEqualTo(3);
    }
  }

  /** One row goes with everything that was wrong with it. */
  @Test
  void oneRow_goesWithAllItsReasons() {
    try (var company = filled()) {
      company.gongbi.dismissals().add(row("file1.csv", 3), true, LIN);
      assertThat(open(company)).containsExactly("file1.csv 2 " + INVALID);
      assertThat(account(company).dismissed()).isEqualTo(1);
    }
  }

  @Test
  void dismissal_needsAReason_rowsThatAreOpen_andTheRight() {
    try (var company = filled()) {
      var dismissals = company.gongbi.dismissals();
      assertThatThrownBy(() -> dismissals.add(amounts("  "), false, LIN))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("quality.dismissal-note");
      assertThatThrownBy(() -> dismissals.add(row("other.csv", 2), false, LIN))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("quality.dismissal-stale");
      var looker =
          new Viewer(
              new UserId("hu"),
              new Role("looks", Set.of(Right.VIEW), new Where.Always(), true, Set.of()));
      assertThatThrownBy(() -> dismissals.add(amounts("不用管"), false, looker))
          .isInstanceOf(FaultException.class);
      assertThat(open(company)).hasSize(3);
    }
  }
}
