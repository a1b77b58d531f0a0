package io.gongbi.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One stream of chance, named by what it decides and for whom: person 17's visits are the same
 * whether 1,000 or 1,000,000 people are made, and in whatever order. SplitMix64 (Steele, Lea,
 * Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014). StrictMath, so that every
 * machine draws the same bytes.
 */
final class Dice {

  /**
   * What a stream decides. The number is part of the stream's name: another one, another company.
   */
  enum Topic {
    PERSON(1),
    MAIL_ADDRESS(2),
    HISTORY(3),
    STATUS(4),
    CAMPAIGN(5),
    BASKET(6),
    MEMBER_ROW(7),
    USER_ROW(8),
    ORDER_ROW(9),
    RECEIPT(10),
    FAMILY(11),
    MEMBER_MORE(12),
    RECEIVER(13),
    TILL(14),
    TILL_BASKET(15),
    TILL_ROW(16),
    STAFF(17),
    MINI(18),
    BEHAVIOUR(19),
    FEEDBACK(20),
    POINTS(21),
    COUPON(22),
    COST(23),
    REPLY(24),
    SURNAME(25),
    KIN(26),
    NAMESAKE(27),
    NAME_SLIP(28),
    PHONE_SLIP(29),
    MAIL_SLIP(30),
    HANDOVER(31),
    FIRM(32),
    FRIEND(33);

    private final int number;

    Topic(int number) {
      this.number = number;
    }
  }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed, Topic topic, long who, long which) {
    long named = mix(seed + GOLDEN * topic.number);
    named = mix(named + GOLDEN * (who + 1));
    state = mix(named + GOLDEN * (which + 1));
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /** Uniform in [0, 1). */
  double next() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return next() < probability;
  }

  /** Uniform in 0 … bound − 1. */
  int below(int bound) {
    return (int) (next() * bound);
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - next());
  }

  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - next()));
    return radius * StrictMath.cos(2 * StrictMath.PI * next());
  }

  /** Mean {@code shape}. Marsaglia and Tsang, "A simple method for generating gamma variables". */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(1 - next(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double v = StrictMath.pow(1 + c * x, 3);
      if (v > 0 && StrictMath.log(1 - next()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }

  /** In (0, 1) with mean a ÷ (a + b). */
  double beta(double a, double b) {
    double x = gamma(a);
    return x / (x + gamma(b));
  }

  /** The place whose share of the running totals the draw falls into. */
  int weighted(double[] runningTotals) {
    double at = next() * runningTotals[runningTotals.length - 1];
    int low = 0;
    int high = runningTotals.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runningTotals[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** One of these, each as likely as its weight among all. */
  <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
    return choices.get(weighted(runningTotals(choices.stream().mapToDouble(weight).toArray())));
  }

  static double[] runningTotals(double... weights) {
    double[] totals = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      totals[i] = sum;
    }
    return totals;
  }
}
