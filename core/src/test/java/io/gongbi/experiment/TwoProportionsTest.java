package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwoProportionsTest {

  /**
   * Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void interval_isWilsons(long converted, long people, double low, double high) {
    var interval = new Proportion(converted, people).interval(0.95);

    assertThat(interval.low()).isEqualTo(low, within(0.00005));
    assertThat(interval.high()).isEqualTo(high, within(0.00005));
  }

  /**
   * Newcombe, Interval estimation for the difference between independent proportions, 1998, table
   * II, method 10, all eight contrasts.
   */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void difference_isNewcombes(long t, long ofT, long c, long ofC, double low, double high) {
    var difference = both(t, ofT, c, ofC).difference(0.95);

    assertThat(difference.low()).isEqualTo(low, within(0.00005));
    assertThat(difference.estimate()).isEqualTo((double) t / ofT - (double) c / ofC, within(1e-12));
    assertThat(difference.high()).isEqualTo(high, within(0.00005));
  }

  /**
   * 12 of 50 men and 18 of 50 women voted: χ² 1.7143, p 0.1904. SAS Usage Note 24298, after
   * Schlotzhauer 1996.
   */
  @Test
  void pValue_isThatOfPearsonsTable() {
    assertThat(both(12, 50, 18, 50).pValue()).isEqualTo(0.1904, within(0.00005));
    assertThat(both(18, 50, 12, 50).pValue()).isEqualTo(0.1904, within(0.00005));
  }

  @Test
  void pValue_isOne_whenNobodyOrEverybodyConverted() {
    assertThat(both(0, 10, 0, 20).pValue()).isEqualTo(1);
    assertThat(both(10, 10, 20, 20).pValue()).isEqualTo(1);
    assertThat(both(5, 10, 10, 20).pValue()).isEqualTo(1);
  }

  /**
   * Aspirin against clots: 45 of 411 against 73 of 411 had a vascular event, relative risk between
   * 0.4364 and 0.8707. Moore, McCabe, Craig, Introduction to the Practice of Statistics, 9th
   * edition, example 8.18.
   */
  @Test
  void relative_isTheRatioLessOne() {
    var relative = both(45, 411, 73, 411).relative(0.95).orElseThrow();

    assertThat(relative.low()).isEqualTo(0.4364 - 1, within(0.00005));
    assertThat(relative.estimate()).isEqualTo(45.0 / 73 - 1, within(1e-12));
    assertThat(relative.high()).isEqualTo(0.8707 - 1, within(0.00005));
  }

  @Test
  void relative_isWithheld_whenAnArmHasFewerThanFiveConversions() {
    assertThat(both(4, 100, 50, 100).relative(0.95)).isEmpty();
    assertThat(both(50, 100, 4, 100).relative(0.95)).isEmpty();
    assertThat(both(5, 100, 5, 100).relative(0.95)).isPresent();
  }

  @Test
  void proportion_isOfSomebody() {
    assertThatThrownBy(() -> new Proportion(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Proportion(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void intervals_holdTheEstimateAndMirror_forAnyTwoArms() {
    var random = new SplittableRandom(1998);
    for (var i = 0; i < 20_000; i++) {
      var one = any(random);
      var other = any(random);
      var pair = new TwoProportions(one, other);
      var mirror = new TwoProportions(other, one);

      var difference = pair.difference(0.95);
      var swapped = mirror.difference(0.95);
      assertThat(difference.low()).isBetween(-1 - 1e-12, difference.estimate());
      assertThat(difference.high()).isBetween(difference.estimate(), 1 + 1e-12);
      assertThat(swapped.low()).isEqualTo(-difference.high(), within(1e-12));
      assertThat(swapped.high()).isEqualTo(-difference.low(), within(1e-12));
      assertThat(mirror.pValue()).isEqualTo(pair.pValue(), within(1e-12)).isBetween(0.0, 1.0);
      // The ratio turned over: low becomes 1 ÷ high.
      pair.relative(0.95)
          .ifPresent(
              lift ->
                  assertThat(mirror.relative(0.95).orElseThrow().low())
                      .isEqualTo(1 / (1 + lift.high()) - 1, within(1e-9)));
      assertThat(difference.high() - difference.low())
          .isLessThan(width(pair.difference(0.99)) + 1e-12);
    }
  }

  /**
   * How often the interval holds the planted truth: exactly, by summing over every possible outcome
   * of both arms, weighted by its probability.
   */
  @ParameterizedTest
  @CsvSource({
    "30, 30, 0.10, 0.10",
    "40, 80, 0.30, 0.20",
    "200, 50, 0.05, 0.08",
    "300, 100, 0.02, 0.02",
    "150, 150, 0.50, 0.40"
  })
  void difference_coversTheTruth_inAtLeast93Percent(int ofT, int ofC, double t, double c) {
    var covered = 0.0;
    for (var i = 0; i <= ofT; i++) {
      for (var j = 0; j <= ofC; j++) {
        var chance = binomial(i, ofT, t) * binomial(j, ofC, c);
        if (chance > 1e-12 && both(i, ofT, j, ofC).difference(0.95).contains(t - c)) {
          covered += chance;
        }
      }
    }
    assertThat(covered).isBetween(0.93, 0.999);
  }

  private static double binomial(int hits, int of, double rate) {
    return BinomialDistribution.of(of, rate).probability(hits);
  }

  private static Proportion any(SplittableRandom random) {
    var people = 1 + random.nextLong(random.nextBoolean() ? 12 : 5_000);
    return new Proportion(random.nextLong(people + 1), people);
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  private static TwoProportions both(long t, long ofT, long c, long ofC) {
    return new TwoProportions(new Proportion(t, ofT), new Proportion(c, ofC));
  }
}
