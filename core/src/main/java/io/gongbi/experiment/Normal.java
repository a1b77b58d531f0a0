package io.gongbi.experiment;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, in the three forms that the methods here use. */
final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** 1.96 for 0.95: so many standard errors to each side hold {@code level} of the mass. */
  static double reach(double level) {
    return STANDARD.inverseSurvivalProbability((1 - level) / 2);
  }

  /** 0.05 for 1.96: how often chance alone goes that far to either side. */
  static double bothTails(double z) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }

  static double below(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  static double quantile(double share) {
    return STANDARD.inverseCumulativeProbability(share);
  }
}
