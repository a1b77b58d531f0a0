package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TwoMeansTest {

  /**
   * "Student" (1908): hours of sleep gained by two soporifics. R's t.test(extra ~ group, data =
   * sleep): t −1.8608, df 17.776, p 0.07939, between −3.3654832 and 0.2054832.
   */
  @Test
  void difference_isWelchs_onStudentsSleep() {
    var both =
        new TwoMeans(
            sample("0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0"),
            sample("1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4"));
    var difference = both.difference(0.95);

    assertThat(difference.low()).isEqualTo(-3.3654832, within(5e-8));
    assertThat(difference.estimate()).isEqualTo(-1.58, within(1e-12));
    assertThat(difference.high()).isEqualTo(0.2054832, within(5e-8));
    assertThat(both.pValue()).isEqualTo(0.07939, within(5e-6));
    assertThat(both.degreesOfFreedom()).isEqualTo(17.776, within(0.0005));
  }

  /** 0, 0, 0, 100: mean 25, variance (3 × 25² + 75²) ÷ 3 = 2,500. */
  @Test
  void sample_followsFromSumsExactly() {
    assertThat(Sample.of(4, decimal("100"), decimal("10000"))).isEqualTo(new Sample(4, 25, 2500));
    // Floating sums of squares would lose this difference of 0.01 in 1,000,000 altogether.
    assertThat(Sample.of(2, decimal("2000000.01"), decimal("2000000020000.0001")))
        .isEqualTo(new Sample(2, 1000000.005, 0.00005));
    assertThatThrownBy(() -> Sample.of(1, decimal("5"), decimal("25")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.of(2, decimal("5"), decimal("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void difference_isAPoint_whenNothingVaries() {
    var same = new TwoMeans(new Sample(3, 5, 0), new Sample(4, 5, 0));
    var apart = new TwoMeans(new Sample(3, 7, 0), new Sample(4, 5, 0));

    assertThat(same.difference(0.95)).isEqualTo(new Interval(0, 0, 0, 0.95));
    assertThat(same.pValue()).isEqualTo(1);
    assertThat(apart.difference(0.95)).isEqualTo(new Interval(2, 2, 2, 0.95));
    assertThat(apart.pValue()).isEqualTo(0);
    // One arm of which nobody bought has no spread, the other has.
    var oneQuiet = new TwoMeans(new Sample(100, 3, 200), new Sample(50, 0, 0));
    assertThat(oneQuiet.degreesOfFreedom()).isEqualTo(99, within(1e-9));
  }

  @Test
  void intervals_mirrorAndAgreeWithP_forAnyTwoSamples() {
    var random = new SplittableRandom(1947);
    for (var i = 0; i < 5_000; i++) {
      var one = any(random);
      var other = any(random);
      var both = new TwoMeans(one, other);
      var mirror = new TwoMeans(other, one);

      var difference = both.difference(0.95);
      assertThat(mirror.difference(0.95).low())
          .isEqualTo(-difference.high(), within(1e-6 * (1 + Math.abs(difference.high()))));
      assertThat(mirror.pValue()).isEqualTo(both.pValue(), within(1e-9));
      // The 95 % interval leaves 0 out exactly when p is under 5 %.
      assertThat(difference.contains(0)).isEqualTo(both.pValue() >= 0.05);
    }
  }

  private static Sample any(SplittableRandom random) {
    return new Sample(
        2 + random.nextLong(500), random.nextDouble(-10, 10), Math.exp(random.nextDouble(-6, 6)));
  }

  private static Sample sample(String values) {
    var numbers = Arrays.stream(values.split(" ")).map(BigDecimal::new).toList();
    return Sample.of(
        numbers.size(),
        numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        numbers.stream().map(n -> n.multiply(n)).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
