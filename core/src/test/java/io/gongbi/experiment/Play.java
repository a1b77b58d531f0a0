package io.gongbi.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/** Plays arms of made-up customers whose truth is known. */
final class Play {
  private Play() {}

  static long converted(SplittableRandom random, long people, double rate) {
    var converted = 0L;
    for (var i = 0L; i < people; i++) {
      if (random.nextDouble() < rate) converted++;
    }
    return converted;
  }

  /** Buyers spend as in shops: most little, some much (log-normal, median 100, σ as given). */
  static Outcome arm(SplittableRandom random, String arm, int people, double rate, double sigma) {
    var revenue = BigDecimal.ZERO;
    var squares = BigDecimal.ZERO;
    var converted = converted(random, people, rate);
    for (var i = 0L; i < converted; i++) {
      var spent =
          BigDecimal.valueOf(100 * Math.exp(sigma * random.nextGaussian()))
              .setScale(2, RoundingMode.HALF_EVEN);
      revenue = revenue.add(spent);
      squares = squares.add(spent.multiply(spent));
    }
    return new Outcome(arm, people, converted, revenue, squares);
  }
}
