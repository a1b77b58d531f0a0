package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class SizingTest {
  private static final Base FOUR_PERCENT = new Base.Conversion(new Proportion(160, 4_000));

  /**
   * 50,000 people, 4 % buy anyway, one point is worth knowing of: the smallest share that sees it.
   */
  @Test
  void share_isTheSmallestThatSeesWhatIsWorthKnowing() {
    var sizing = new Sizing(FOUR_PERCENT, Power.USUAL, 50_000, 0.01);
    var share = sizing.smallest().orElseThrow();

    assertThat(share).isEqualTo(80);
    assertThat(sizing.detectable(share).orElseThrow()).isLessThanOrEqualTo(0.01);
    assertThat(sizing.detectable(share - Sizing.STEP).orElseThrow()).isGreaterThan(0.01);
    assertThat(sizing.advised()).isEqualTo(share);
    assertThat(sizing.shows(share)).isTrue();
    assertThat(sizing.shows(share - Sizing.STEP)).isFalse();
    assertThat(sizing.shows(0)).isFalse();
  }

  /**
   * 4,000 people: 2,000 against 2,000 see 1.9 points at best, not one. What is advised comes within
   * a tenth of that with fewer held back.
   */
  @Test
  void share_isNone_whenTheAudienceIsTooSmall() {
    var sizing = new Sizing(FOUR_PERCENT, Power.USUAL, 4_000, 0.01);

    assertThat(sizing.smallest()).isEmpty();
    assertThat(sizing.best().orElseThrow()).isEqualTo(0.0192, within(0.0001));
    assertThat(sizing.advised()).isEqualTo(320);
    assertThat(sizing.detectable(sizing.advised()).orElseThrow())
        .isLessThanOrEqualTo(sizing.best().orElseThrow() * 1.1);
    assertThat(sizing.shows(500)).isFalse();
  }

  /** Ten people, or none: nothing is seen, and nothing breaks. */
  @Test
  void nobody_showsNothing() {
    for (var people : new long[] {0, 1, 10}) {
      var sizing = new Sizing(FOUR_PERCENT, Power.USUAL, people, 0.01);
      assertThat(sizing.smallest()).as("%d people", people).isEmpty();
      assertThat(sizing.advised()).as("%d people", people).isBetween(10, 500);
    }
  }

  /**
   * Ann, Bo, Cy and Di spent 0, 0, 0 and 100: a mean of 25, a variance of 2,500. 400 against 400,
   * z² = (1.95996 + 0.84162)² = 7.84888: d² = 1.96222 d + 98.111, so d = (1.96222 + √(3.85031 +
   * 392.444)) ÷ 2 = 10.935.
   */
  @Test
  void revenue_isSeenByItsSpread() {
    var base = new Base.Spending(Sample.of(4, new BigDecimal("100"), new BigDecimal("10000")), 1);

    assertThat(base.level()).isEqualTo(25);
    assertThat(base.buying()).isEqualTo(0.25);
    assertThat(base.detectable(Power.USUAL, 400, 400).orElseThrow())
        .isEqualTo(10.935, within(0.0005));
    assertThat(base.detectable(Power.USUAL, 400, 1)).isEmpty();
    assertThat(base.suggestion()).isEqualTo(6.3);
  }

  /** 100 held back of 400 see 13 yuan well enough, but 25 buyers among them do not carry it. */
  @Test
  void revenue_needsBuyersInTheControlGroup_notOnlyPeople() {
    var base = new Base.Spending(Sample.of(4, new BigDecimal("100"), new BigDecimal("10000")), 1);
    var sizing = new Sizing(base, Power.USUAL, 400, 20);

    assertThat(sizing.detectable(250).orElseThrow()).isLessThan(20);
    assertThat(sizing.shows(250)).as("25 buyers").isFalse();
    assertThat(sizing.smallest()).as("50 buyers of 200 held back").hasValue(500);
  }

  @Test
  void suggestion_isAQuarterOfWhatHappensAnyway() {
    assertThat(FOUR_PERCENT.suggestion()).isEqualTo(0.01);
    assertThat(new Base.Conversion(new Proportion(163, 4_196)).suggestion()).isEqualTo(0.01);
    assertThat(new Base.Conversion(new Proportion(0, 10)).suggestion()).isEqualTo(0.002);
    assertThatThrownBy(() -> new Sizing(FOUR_PERCENT, Power.USUAL, 10, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
