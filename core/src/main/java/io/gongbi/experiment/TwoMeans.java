package io.gongbi.experiment;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Revenue per head of the treated against that of the control group, buyers and others alike.
 * Welch's t: the groups may differ in size and in spread. B. L. Welch, The generalization of
 * "Student's" problem when several different population variances are involved, Biometrika 34
 * (1947) 28–35; degrees of freedom by Satterthwaite (1946).
 *
 * <p>Spending is skewed. When one group is much smaller, a few large orders decide its mean, and
 * the interval is too narrow until that group has some fifty buyers: see {@link
 * Caution#FEW_BUYERS}.
 */
public record TwoMeans(Sample treated, Sample control) {

  /** Treated minus control. Two groups without any spread give an interval without width. */
  public Interval difference(double level) {
    var difference = treated.mean() - control.mean();
    var error = error();
    var half =
        error == 0
            ? 0
            : TDistribution.of(degreesOfFreedom()).inverseSurvivalProbability((1 - level) / 2)
                * error;
    return new Interval(difference - half, difference, difference + half, level);
  }

  /** How often two equal groups differ at least so much by chance, both sides. */
  public double pValue() {
    var difference = Math.abs(treated.mean() - control.mean());
    if (error() == 0) return difference == 0 ? 1 : 0;
    return Math.min(
        1, 2 * TDistribution.of(degreesOfFreedom()).survivalProbability(difference / error()));
  }

  double degreesOfFreedom() {
    var whole = treated.error() + control.error();
    // As shares of the whole, so that tiny variances do not vanish when squared.
    var t = treated.error() / whole;
    var c = control.error() / whole;
    return 1 / (t * t / (treated.n() - 1) + c * c / (control.n() - 1));
  }

  private double error() {
    return Math.sqrt(treated.error() + control.error());
  }
}
