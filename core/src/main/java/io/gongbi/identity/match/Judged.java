package io.gongbi.identity.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people said of pairs, by pattern: of those with one name and another phone 12 were judged
 * one person and 3 two.
 */
public record Judged(Map<Long, Long> onePerson, Map<Long, Long> two) {
  public static final Judged NONE = new Judged(Map.of(), Map.of());

  /** A model that is quite sure of itself and wrong is held to this probability at least. */
  private static final double LEAST = 1e-4;

  public Judged {
    onePerson = Map.copyOf(onePerson);
    two = Map.copyOf(two);
  }

  /**
   * How far a model is from what people said.
   *
   * @param wrong pairs that it takes for one person where people say two, or the other way round
   * @param loss what each pair surprises it by, on average: 0 is a model that knew all of them, 1
   *     bit one that tosses a coin
   */
  public record Miss(long wrong, double loss) {}

  /** These and one more. */
  public Judged and(long pattern, boolean isOne) {
    var more = new HashMap<>(isOne ? onePerson : two);
    more.merge(pattern, 1L, Long::sum);
    return isOne ? new Judged(more, two) : new Judged(onePerson, more);
  }

  public long size() {
    return sum(onePerson) + sum(two);
  }

  private static long sum(Map<Long, Long> counts) {
    return counts.values().stream().mapToLong(n -> n).sum();
  }

  long onePerson(long pattern) {
    return onePerson.getOrDefault(pattern, 0L);
  }

  long two(long pattern) {
    return two.getOrDefault(pattern, 0L);
  }

  Set<Long> patterns() {
    var all = new TreeSet<>(onePerson.keySet());
    all.addAll(two.keySet());
    return all;
  }

  /** How far the model is from these. */
  public Miss miss(Model model) {
    long wrong = 0;
    double loss = 0;
    for (long pattern : patterns()) {
      double weight = model.weight(pattern);
      wrong += weight > 0 ? two(pattern) : onePerson(pattern);
      double one = Math.clamp(1 / (1 + Math.pow(2, -weight)), LEAST, 1 - LEAST);
      loss -= onePerson(pattern) * log2(one) + two(pattern) * log2(1 - one);
    }
    return new Miss(wrong, size() == 0 ? 0 : loss / size());
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
