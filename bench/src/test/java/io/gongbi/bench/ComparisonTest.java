package io.gongbi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ratio is only worth something if it can be refused. No test here asks how long anything took.
 */
final class ComparisonTest {
  private static Turn turn(double milliseconds, Checksum checksum) {
    return new Turn(Map.of("all", milliseconds), milliseconds / 2, checksum, OptionalLong.empty());
  }

  private static Checksum rows(long rows, String revenue) {
    return Checksum.builder().put("rows", rows).put("revenue", new BigDecimal(revenue)).build();
  }

  @Test
  void ratio_isOfMedians_whenAllTurnsComeToTheSame() {
    var ours = new Series("product", List.of(turn(90, rows(3, "1.50")), turn(30, rows(3, "1.5"))));
    var theirs =
        new Series(
            "by hand",
            List.of(
                turn(20, rows(3, "1.5")), turn(10, rows(3, "1.50000")), turn(70, rows(3, "1.5"))));
    var comparison = Comparison.of(ours, theirs);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.ratio()).as("60 over 20").contains(3.0);
    assertThat(comparison.cpuRatio()).as("30 over 10").contains(3.0);
  }

  @Test
  void ratio_isRefused_whenOneTurnOfOneSideDiffers() {
    var ours = new Series("product", List.of(turn(1, rows(3, "1.5")), turn(1, rows(3, "1.5"))));
    var theirs = new Series("by hand", List.of(turn(1, rows(3, "1.5")), turn(1, rows(4, "1.5"))));
    var comparison = Comparison.of(ours, theirs);
    assertThat(comparison.differences()).containsExactly("rows: 3 ≠ 4");
    assertThat(comparison.ratio()).isEmpty();
    assertThat(comparison.cpuRatio()).isEmpty();
  }

  @Test
  void checksum_tellsWhatOneSideLacks() {
    var whole = Checksum.builder().put("a", 1).put("b", 2).build();
    var part = Checksum.builder().put("a", 1).build();
    assertThat(whole.differences(part)).containsExactly("b: 2 ≠ missing");
    assertThat(part.differences(whole)).containsExactly("b: missing ≠ 2");
  }

  /**
   * Both sides of head-count over a real company; then one reads a file in which Shanghai is gone.
   */
  @Test
  void headCounts_areTheSame_untilTheDataIsNot(@TempDir Path folder) throws Exception {
    HeadCountByHand.prepare(folder, 300);
    try (var product = new HeadCount(folder)) {
      var ours = Sides.turn(product).checksum();
      try (var byHand = new HeadCountByHand(folder)) {
        assertThat(Sides.turn(byHand).checksum().differences(ours)).isEmpty();
      }
      try (var file = DriverManager.getConnection("jdbc:duckdb:" + HeadCountByHand.file(folder));
          var statement = file.createStatement()) {
        statement.execute("update profile.customer set city = '北京' where city = '上海'");
      }
      try (var byHand = new HeadCountByHand(folder)) {
        assertThat(Sides.turn(byHand).checksum().differences(ours))
            .hasSizeGreaterThanOrEqualTo(1)
            .anyMatch(d -> d.startsWith("city: 0 ≠ "));
      }
    }
  }
}
