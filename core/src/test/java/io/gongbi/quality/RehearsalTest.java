package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.SHANGHAI;
import static io.gongbi.quality.CleanFolder.START;
import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.quality.Rehearsal.Refusal;
import io.gongbi.source.FileLook;
import io.gongbi.source.Layout;
import io.gongbi.source.Looks;
import io.gongbi.standard.Standard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
  @TempDir private Path folder;

  /** Nothing has landed, the feed has no table yet: the same texts answer all the same. */
  private FileLook look(String text) {
    try {
      return Looks.look(Files.writeString(folder.resolve("file"), text), "file", Layout.csv());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void firstRows_areCleanedAsTheyWouldBe_beforeAnythingLands() {
    var members =
        mapping(
            "members",
            "customer",
            List.of("卡号"),
            """
            卡号 → customer.member_card
            手机 → customer.phone""");
    try (var here = new CleanFolder(folder)) {
      var outcome =
          new Rehearsal(here.warehouse, new Standard())
              .rehearse(
                  members,
                  "m.csv",
                  look(
                      """
                      卡号,手机
                      k1,+86 13812340001
                      k1,138****0001

                      ,13812340003
                      k4,
                      "k5,13812340005
                      """),
                  SHANGHAI,
                  START);
      assertThat(outcome.rows().stream().map(r -> r.text("record_key") + r.textIfAny("phone")))
          .containsExactlyInAnyOrder("K1Optional.empty", "K4Optional.empty");
      assertThat(outcome.refusals())
          .containsExactly(
              new Refusal(
                  3,
                  Optional.of("customer.phone"),
                  Optional.of("138****0001"),
                  "warn",
                  "quality.phone-masked",
                  Optional.empty()),
              new Refusal(
                  5,
                  Optional.of("customer.member_card"),
                  Optional.empty(),
                  "quarantine",
                  "quality.key-missing",
                  Optional.empty()),
              new Refusal(
                  7,
                  Optional.empty(),
                  Optional.of("\"k5,13812340005"),
                  "quarantine",
                  "quality.row-unclosed-quote",
                  Optional.of(1L)));
    }
  }

  @Test
  void linesOfOrders_areRehearsedWithTheirKinds() {
    var lines =
        mapping(
            "lines",
            "order_line",
            List.of(),
            """
            no → order.order_no
            at → order.paid_at
            qty → order_line.quantity
            price → order_line.unit_price""");
    try (var here = new CleanFolder(folder)) {
      var outcome =
          new Rehearsal(here.warehouse, new Standard())
              .rehearse(
                  lines,
                  "l.csv",
                  look("no,at,qty,price\n1,2026-01-01,-2,¥3\n2,soon,1,1\n"),
                  SHANGHAI,
                  START);
      assertThat(
              outcome.rows().stream()
                  .map(
                      r ->
                          r.whole("line")
                              + " "
                              + r.text("kind")
                              + " "
                              + r.decimal("amount").stripTrailingZeros()))
          .containsExactly("2 return -6");
      assertThat(outcome.refusals())
          .extracting(Refusal::reason)
          .containsExactly("quality.time-invalid");
    }
  }

  /** What customers did and what was spent on adverts are shown as they would be kept, too. */
  @Test
  void deedsAndCosts_areRehearsedWithWhatTheySay() {
    var points =
        mapping(
            "points",
            "points",
            List.of(),
            """
            卡号 → customer.member_card
            时间 → points.happened_at
            积分 → points.change""");
    var costs =
        mapping(
            "costs",
            "cost",
            List.of(),
            """
            日期 → cost.day
            花费 → cost.amount""");
    try (var here = new CleanFolder(folder)) {
      var rehearsal = new Rehearsal(here.warehouse, new Standard());
      var changed =
          rehearsal.rehearse(
              points,
              "p.csv",
              look("卡号,时间,积分\nk1,2026-01-01 09:30:00,-80\nk2,soon,30\n"),
              SHANGHAI,
              START);
      assertThat(
              changed.rows().stream()
                  .map(
                      r ->
                          List.of(
                              r.value("line").shown(),
                              r.value("who_member_card").shown(),
                              r.value("happened_at").shown(),
                              r.value("change").shown())))
          .containsExactly(List.of("2", "K1", "2026-01-01T01:30:00Z", "-80"));
      assertThat(changed.refusals())
          .extracting(Refusal::reason)
          .containsExactly("quality.time-invalid");
      var spent =
          rehearsal.rehearse(costs, "c.csv", look("日期,花费\n2026-01-01,¥1200\n"), SHANGHAI, START);
      assertThat(
              spent.rows().stream()
                  .map(r -> List.of(r.value("day").shown(), r.value("amount").shown())))
          .containsExactly(List.of("2026-01-01", "1200"));
    }
  }
}
