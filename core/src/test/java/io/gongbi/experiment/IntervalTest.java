package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class IntervalTest {
  private static final Interval GAIN = new Interval(-1, 2, 4, 0.95);

  @Test
  void interval_holdsItsEstimate() {
    assertThatThrownBy(() -> new Interval(1, 0.5, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(0, Double.NaN, 1, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(0, 1, Double.POSITIVE_INFINITY, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(0, 1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void interval_movesAndStretchesAsAWhole() {
    assertThat(GAIN.times(10)).isEqualTo(new Interval(-10, 20, 40, 0.95));
    assertThat(GAIN.times(-1)).isEqualTo(new Interval(-4, -2, 1, 0.95));
    assertThat(GAIN.plus(1)).isEqualTo(new Interval(0, 3, 5, 0.95));
    assertThat(GAIN.contains(-1) && GAIN.contains(0) && GAIN.contains(4)).isTrue();
    assertThat(GAIN.contains(4.001)).isFalse();
  }
}
