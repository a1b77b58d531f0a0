package io.gongbi.identity.match;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What agreement and disagreement are worth, learnt from the pairs themselves (Fellegi and Sunter,
 * "A Theory for Record Linkage", 1969; fitted by {@link Fit}). A pair is of one person, of two
 * people of a household or company, or of two namesakes; each comparison is independent of the
 * others within a class. Two people of a household agree in phone and door as one person does, and
 * in name and birthday as strangers; namesakes the other way round. Without these two classes a
 * fit takes every pair that was worth comparing for one person.
 *
 * @param rates by comparison, one a level from 1 on
 * @param pairs how many pairs it was learnt from
 */
public record Model(
    Map<Comparison, List<Rates>> rates,
    double onePerson,
    double household,
    double namesakes,
    long pairs) {
  /** How often a level is reached by pairs of one person, of a household, of namesakes, of strangers. */
  public record Rates(double onePerson, double household, double namesakes, double strangers) {}

  /**
   * A step of the way to a weight.
   *
   * @param bits for one person where positive
   */
  public record Part(Comparison comparison, int level, double bits) {}

  public Model {
    var copy = new EnumMap<Comparison, List<Rates>>(Comparison.class);
    for (var comparison : Comparison.values()) {
      var of = rates.get(comparison);
      if (of == null || of.size() != comparison.levels()) {
        throw new IllegalArgumentException("rates of " + comparison + ": " + of);
      }
      copy.put(comparison, List.copyOf(of));
    }
    rates = Map.copyOf(copy);
  }

  /** The logarithm (base 2) of the odds that a pair of this pattern is one person. */
  public double weight(long pattern) {
    double one = onePerson * product(pattern, Rates::onePerson);
    return log2(one / (others(pattern)));
  }

  private double others(long pattern) {
    return household * product(pattern, Rates::household)
        + namesakes * product(pattern, Rates::namesakes);
  }

  /** Whether a pair of this pattern, if it is two people, is rather of a household than namesakes. */
  public boolean isHousehold(long pattern) {
    return household * product(pattern, Rates::household)
        > namesakes * product(pattern, Rates::namesakes);
  }

  /** What speaks before anything is compared, against what the pair would be if it were two people. */
  public double prior(long pattern) {
    return log2(onePerson / (isHousehold(pattern) ? household : namesakes));
  }

  /** What each comparison adds to {@link #prior}. Their sum is the weight, or just above it. */
  public List<Part> parts(long pattern) {
    boolean household = isHousehold(pattern);
    return Arrays.stream(Comparison.values())
        .filter(c -> c.level(pattern) > 0)
        .map(
            c -> {
              var at = of(c, pattern);
              var other = household ? at.household() : at.namesakes();
              return new Part(c, c.level(pattern), log2(at.onePerson() / other));
            })
        .toList();
  }

  private double product(long pattern, ToDoubleFunction<Rates> rate) {
    double all = 1;
    for (var comparison : Comparison.values()) {
      if (comparison.level(pattern) > 0) all *= rate.applyAsDouble(of(comparison, pattern));
    }
    return all;
  }

  private Rates of(Comparison comparison, long pattern) {
    return rates(comparison).get(comparison.level(pattern) - 1);
  }

  /** Those of a comparison, from level 1 on. */
  public List<Rates> rates(Comparison comparison) {
    var all = rates.get(comparison);
    if (all == null) throw new IllegalStateException("no rates of " + comparison);
    return all;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
