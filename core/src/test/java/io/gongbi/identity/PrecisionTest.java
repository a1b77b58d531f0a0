package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.identity.Precision.Stratum;
import io.gongbi.identity.Precision.Sureness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often merges are right, by a sample. */
final class PrecisionTest {
  /** Published: 81 of 263 is 0.308, between 0.255 and 0.366. */
  @Test
  void wilson_isThePublishedInterval() {
    var estimate = Precision.wilson(81, 263);
    assertThat(estimate.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(estimate.share()).isCloseTo(0.3080, within(5e-5));
    assertThat(estimate.high()).isCloseTo(0.3662, within(5e-5));
    assertThat(Precision.wilson(30, 30).low()).isCloseTo(0.8865, within(5e-5));
    assertThat(Precision.wilson(30, 30).high()).isEqualTo(1);
  }

  /** 0.9 × 29/30 + 0.1 × 20/25 = 0.95; one stratum alone is Wilson's own interval. */
  @Test
  void strata_countForAsManyPairsAsTheyStandFor() {
    var plain = new Stratum(Sureness.STRONG, 900, 30, 29, 1);
    var doubtful = new Stratum(Sureness.WEAK, 100, 30, 20, 5);
    var both = new Precision(List.of(plain, doubtful)).estimate().orElseThrow();
    assertThat(both.share()).isCloseTo(0.95, within(1e-12));
    // Below the share √((0.9 × 0.1333)² + (0.1 × 0.1913)²), above √((0.9 × 0.0274)² + (0.1 ×
    // 0.1113)²).
    assertThat(both.low()).isCloseTo(0.95 - 0.1215, within(2e-4));
    assertThat(both.high()).isCloseTo(0.95 + 0.0271, within(2e-4));
    assertThat(new Precision(List.of(plain)).estimate()).contains(Precision.wilson(29, 30));
  }

  /** What nobody looked at may be anything. */
  @Test
  void nothing_isSaid_whileAStratumWasNotLookedAt() {
    var seen = new Stratum(Sureness.STRONG, 900, 30, 30, 0);
    var unseen = new Stratum(Sureness.WEAK, 1, 1, 0, 0);
    assertThat(new Precision(List.of(seen, unseen)).estimate()).isEmpty();
    assertThat(new Precision(List.of()).estimate()).isEmpty();
  }
}
