package io.gongbi.identity.match;

import io.gongbi.identity.match.Comparison.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What agreement and disagreement are worth, learnt from the pairs themselves (Fellegi and Sunter,
 * "A Theory for Record Linkage", 1969; fitted by {@link Fit}). A pair is of one person, or of two
 * who have one kind of thing in common: of a household or company ({@link Kind#CONTACT}), namesakes
 * ({@link Kind#NAME}), born on one day ({@link Kind#BIRTH}). In everything else these agree as
 * strangers do. Within a class each comparison is independent of the others. Without the classes of
 * two a fit takes every pair that was worth comparing for one person.
 *
 * @param rates by comparison, one a level from 1 on
 * @param onePerson the share of pairs that are one person
 * @param two the shares of those that are two, by what these have in common
 * @param pairs how many pairs it was learnt from
 */
public record Model(
    Map<Comparison, List<Rates>> rates, double onePerson, Map<Kind, Double> two, long pairs) {
  /** What two people of a pair may have in common. */
  static final List<Kind> KINDS = List.of(Kind.CONTACT, Kind.NAME, Kind.BIRTH);

  /**
   * How often a level is reached by pairs of one person, of two who have things of its kind in
   * common, and of strangers.
   */
  public record Rates(double onePerson, double alike, double strangers) {}

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
    two = Map.copyOf(two);
    if (!two.keySet().containsAll(KINDS)) throw new IllegalArgumentException("shares of " + two);
  }

  /** The logarithm (base 2) of the odds that a pair of this pattern is one person. */
  public double weight(long pattern) {
    double others = KINDS.stream().mapToDouble(k -> likelihood(k, pattern)).sum();
    return log2(likelihood(pattern) / others);
  }

  /** What a pair of this pattern has in common if it is two people. */
  public Kind ifTwo(long pattern) {
    return KINDS.stream()
        .max(Comparator.comparingDouble(k -> likelihood(k, pattern)))
        .orElseThrow();
  }

  /** What speaks before anything is compared, against what the pair would be as two people. */
  public double prior(long pattern) {
    return log2(onePerson / share(ifTwo(pattern)));
  }

  /** What each comparison adds to {@link #prior}. Their sum is the weight, or just above it. */
  public List<Part> parts(long pattern) {
    var kind = ifTwo(pattern);
    return compared(pattern)
        .map(
            c -> {
              var at = at(c, pattern);
              return new Part(c, c.level(pattern), log2(at.onePerson() / rate(kind, c, at)));
            })
        .toList();
  }

  private static Stream<Comparison> compared(long pattern) {
    return Arrays.stream(Comparison.values()).filter(c -> c.level(pattern) > 0);
  }

  private double likelihood(long pattern) {
    return onePerson
        * compared(pattern).mapToDouble(c -> at(c, pattern).onePerson()).reduce(1, (x, y) -> x * y);
  }

  private double likelihood(Kind kind, long pattern) {
    return share(kind)
        * compared(pattern)
            .mapToDouble(c -> rate(kind, c, at(c, pattern)))
            .reduce(1, (x, y) -> x * y);
  }

  private static double rate(Kind kind, Comparison comparison, Rates at) {
    return comparison.kind() == kind ? at.alike() : at.strangers();
  }

  private Rates at(Comparison comparison, long pattern) {
    return rates(comparison).get(comparison.level(pattern) - 1);
  }

  /** Those of a comparison, from level 1 on. */
  public List<Rates> rates(Comparison comparison) {
    var all = rates.get(comparison);
    if (all == null) throw new IllegalStateException("no rates of " + comparison);
    return all;
  }

  public double share(Kind kind) {
    var share = two.get(kind);
    if (share == null) throw new IllegalArgumentException("nobody has " + kind + " in common");
    return share;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
