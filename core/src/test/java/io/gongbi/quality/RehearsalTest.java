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
}
