package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.SHANGHAI;
import static io.gongbi.quality.CleanFolder.START;
import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.quality.Rehearsal.Refusal;
import io.gongbi.standard.Standard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
  @TempDir private Path folder;

  /** Nothing has landed, the feed has no table yet: the same texts answer all the same. */
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
                  List.of("卡号", "手机"),
                  List.of(
                      List.of("k1", "+86 13812340001"),
                      List.of("k1", "138****0001"),
                      List.of("", "13812340003"),
                      List.of("k4")),
                  2,
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
                  "quality.phone-masked"),
              new Refusal(
                  4,
                  Optional.of("customer.member_card"),
                  Optional.empty(),
                  "quarantine",
                  "quality.key-missing"));
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
                  List.of("no", "at", "qty", "price"),
                  List.of(List.of("1", "2026-01-01", "-2", "¥3"), List.of("2", "soon", "1", "1")),
                  2,
                  SHANGHAI,
                  START);
      assertThat(
              outcome.rows().stream()
                  .map(
                      r ->
                          r.text("record_key")
                              + " "
                              + r.text("kind")
                              + " "
                              + r.decimal("amount").stripTrailingZeros()))
          .containsExactly("l.csv|2 return -6");
      assertThat(outcome.refusals())
          .extracting(Refusal::reason)
          .containsExactly("quality.time-invalid");
    }
  }
}
