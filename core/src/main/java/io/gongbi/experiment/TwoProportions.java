package io.gongbi.experiment;

import java.util.Optional;

/**
 * Conversion of the treated against that of the control group. 45 of 411 against 73 of 411: 6.8
 * points fewer, 38 % fewer, and chance alone does that 5 times in a thousand.
 */
public record TwoProportions(Proportion treated, Proportion control) {
  /** Below this many conversions in an arm a relative lift is too shaky to be shown. */
  public static final int FEWEST_FOR_RELATIVE = 5;

  /**
   * How often two equal groups differ at least so much by chance: pooled z, both sides; the same as
   * Pearson's χ² of the 2 × 2 table. Nobody or everybody converted: 1.
   */
  public double pValue() {
    var pooled =
        new Proportion(
                treated.converted() + control.converted(), treated.people() + control.people())
            .rate();
    var variance = pooled * (1 - pooled) * (1.0 / treated.people() + 1.0 / control.people());
    return variance == 0
        ? 1
        : Normal.bothTails((treated.rate() - control.rate()) / Math.sqrt(variance));
  }

  /**
   * Treated minus control, in points, by the hybrid score interval: holds its level for small and
   * lopsided groups, where the textbook interval does not. R. G. Newcombe, Interval estimation for
   * the difference between independent proportions, Statistics in Medicine 17 (1998) 873–890,
   * method 10.
   */
  public Interval difference(double level) {
    var t = treated.interval(level);
    var c = control.interval(level);
    var difference = t.estimate() - c.estimate();
    return new Interval(
        difference - Math.hypot(t.estimate() - t.low(), c.high() - c.estimate()),
        difference,
        difference + Math.hypot(t.high() - t.estimate(), c.estimate() - c.low()),
        level);
  }

  /**
   * Treated ÷ control − 1, by the delta method on the logarithm of the ratio: 0.2 is a fifth more.
   * Withheld when an arm has fewer than {@value #FEWEST_FOR_RELATIVE} conversions. D. Katz et al.,
   * Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34 (1978)
   * 469–474.
   */
  public Optional<Interval> relative(double level) {
    if (Math.min(treated.converted(), control.converted()) < FEWEST_FOR_RELATIVE) {
      return Optional.empty();
    }
    var ratio = treated.rate() / control.rate();
    var half =
        Normal.reach(level)
            * Math.sqrt(
                (1 - treated.rate()) / treated.converted()
                    + (1 - control.rate()) / control.converted());
    return Optional.of(
        new Interval(ratio * Math.exp(-half), ratio, ratio * Math.exp(half), level).plus(-1));
  }
}
