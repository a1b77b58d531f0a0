package io.gongbi.identity.match;

import io.gongbi.identity.match.Comparison.Kind;
import io.gongbi.identity.match.Model.Rates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns a {@link Model}, without labels if need be, by expectation and maximisation (Dempster,
 * Laird and Rubin, 1977) over how many pairs have which pattern: some hundred rows, however many
 * records. How strangers agree is counted in pairs drawn blindly, and stays fixed. What is learnt
 * may only rise with the level: agreement more exact never speaks less for one person. Where the
 * data is too little to tell, what is usual stands in for it ({@link UsualRates}).
 *
 * <p>Of pairs that people judged the class is known, and held through every round (Nigam and
 * others, "Text Classification from Labeled and Unlabeled Documents using EM", 2000).
 */
public final class Fit {
  /** As much as this many pairs weighs what is usual. */
  private static final double USUAL_PAIRS = 30;

  /**
   * For so many pairs that agree as it does a judgement stands, its own among them. As 1, forty
   * judgements would be lost among ten thousand pairs; as all pairs that agree so, one slip of a
   * hand would settle thousands. They are never more than half of those pairs, unless more were
   * judged: the others keep a say. How often pairs agree so stays what was counted, so that it does
   * not matter that people are asked about doubtful pairs first.
   */
  private static final double JUDGED_PAIRS = 20;

  private static final double USUAL_STRANGERS = 1_000;
  private static final double LEAST = 1e-6;
  private static final int ROUNDS = 500;
  private static final double ENOUGH = 1e-6;

  /** The first class is one person, the others are two who have something in common. */
  private static final double[] USUAL_PRIOR = {0.6, 0.15, 0.2, 0.05};

  private static final int ONE = 0;
  private static final int CLASSES = 1 + Model.KINDS.size();

  private static final Comparison[] ALL = Comparison.values();

  private final long[] patterns;
  private final double[] counts;

  /** How many of these are known to be one person, and how many two. */
  private final double[] knownOne;

  private final double[] knownTwo;
  private final double total;

  /** By comparison and level. */
  private final double[][] strangers = new double[ALL.length][];

  /** By class, comparison and level. */
  private final double[][][] rates = new double[CLASSES][ALL.length][];

  private double[] prior = USUAL_PRIOR.clone();

  private Fit(Map<Long, Long> pairs, Map<Long, Long> blind, Judged judged) {
    var sorted = new TreeMap<>(pairs);
    judged.patterns().forEach(p -> sorted.putIfAbsent(p, 0L));
    patterns = sorted.keySet().stream().mapToLong(p -> p).toArray();
    counts = new double[patterns.length];
    knownOne = new double[patterns.length];
    knownTwo = new double[patterns.length];
    for (int p = 0; p < patterns.length; p++) {
      double one = judged.onePerson(patterns[p]);
      double said = one + judged.two(patterns[p]);
      // A pair that was judged may have changed since, and be counted elsewhere.
      counts[p] = Math.max(sorted.getOrDefault(patterns[p], 0L), said);
      if (said == 0) continue;
      double known = Math.min(JUDGED_PAIRS * said, Math.max(said, counts[p] / 2));
      knownOne[p] = known * one / said;
      knownTwo[p] = known - knownOne[p];
    }
    total = Arrays.stream(counts).sum();
    for (var c : ALL) {
      strangers[c.place()] = strangers(c, new TreeMap<>(blind));
      for (int k = 0; k < CLASSES; k++) {
        rates[k][c.place()] = k == ONE || k == alike(c) ? start(c) : strangers[c.place()];
      }
    }
  }

  /**
   * @param pairs how many of the pairs worth comparing have which pattern
   * @param blind the same of pairs drawn without regard to what they share
   */
  public static Model of(Map<Long, Long> pairs, Map<Long, Long> blind) {
    return of(pairs, blind, Judged.NONE);
  }

  /**
   * @param judged what people said of some of the pairs
   */
  public static Model of(Map<Long, Long> pairs, Map<Long, Long> blind, Judged judged) {
    var fit = new Fit(pairs, blind, judged);
    double moved = 1;
    for (int round = 0; round < ROUNDS && moved > ENOUGH; round++) moved = fit.improve();
    return fit.model();
  }

  /** The class of pairs who have things of this kind in common; none has it where it is 0. */
  private static int alike(Comparison comparison) {
    return 1 + Model.KINDS.indexOf(comparison.kind());
  }

  private static double[] start(Comparison comparison) {
    return UsualRates.onePerson(comparison).stream().mapToDouble(r -> r).toArray();
  }

  private static double[] strangers(Comparison comparison, Map<Long, Long> blind) {
    var found = new double[comparison.levels()];
    blind.forEach(
        (pattern, n) -> {
          int level = comparison.level(pattern);
          if (level > 0) found[level - 1] += n;
        });
    double seen = Arrays.stream(found).sum();
    for (int l = 0; l < found.length; l++) {
      found[l] += USUAL_STRANGERS * UsualRates.strangers(comparison).get(l);
      found[l] = Math.max(LEAST, found[l] / (seen + USUAL_STRANGERS));
    }
    return scaled(found);
  }

  private static double[] scaled(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(s -> s / sum).toArray();
  }

  /** One round; gives how far what is known of one person moved. */
  private double improve() {
    var seen = new double[CLASSES][ALL.length][];
    for (var of : seen) {
      for (var c : ALL) of[c.place()] = new double[c.levels()];
    }
    var classes = new double[CLASSES];
    for (int p = 0; p < patterns.length; p++) {
      var share = shares(patterns[p]);
      double free = counts[p] - knownOne[p] - knownTwo[p];
      for (int k = 0; k < CLASSES; k++) {
        double known = k == ONE ? knownOne[p] : knownTwo[p] * ifTwo(share, k);
        double n = share[k] * free + known;
        classes[k] += n;
        for (var c : ALL) {
          int level = c.level(patterns[p]);
          if (level > 0) seen[k][c.place()][level - 1] += n;
        }
      }
    }
    for (int k = 0; k < CLASSES; k++) {
      prior[k] = (classes[k] + USUAL_PAIRS * USUAL_PRIOR[k]) / (total + USUAL_PAIRS);
    }
    double moved = 0;
    for (var c : ALL) {
      int i = c.place();
      var one = rising(learnt(c, seen[ONE][i], ONE), strangers[i]);
      for (int l = 0; l < one.length; l++)
        moved = Math.max(moved, Math.abs(one[l] - rates[ONE][i][l]));
      rates[ONE][i] = one;
      int alike = alike(c);
      if (alike != ONE) rates[alike][i] = learnt(c, seen[alike][i], alike);
    }
    return moved;
  }

  /** The share of each class in the pairs of a pattern. */
  private double[] shares(long pattern) {
    var share = prior.clone();
    for (var c : ALL) {
      int level = c.level(pattern);
      if (level == 0) continue;
      for (int k = 0; k < CLASSES; k++) share[k] *= rates[k][c.place()][level - 1];
    }
    return scaled(share);
  }

  /** The share of a class of two people among those, also where one person is next to certain. */
  private static double ifTwo(double[] share, int ofClass) {
    double two = Arrays.stream(share).skip(ONE + 1).sum();
    return two > 0 ? share[ofClass] / two : 1.0 / Model.KINDS.size();
  }

  private static double[] learnt(Comparison comparison, double[] seen, int ofClass) {
    var with = new double[seen.length];
    double usual = USUAL_PAIRS * USUAL_PRIOR[ofClass];
    for (int l = 0; l < seen.length; l++)
      with[l] = seen[l] + usual * UsualRates.onePerson(comparison).get(l);
    return scaled(with);
  }

  /**
   * The nearest rates whose ratio to those of strangers never falls from a level to the next:
   * levels that do are pooled (Ayer and others, "An Empirical Distribution Function for Sampling
   * with Incomplete Information", 1955).
   */
  static double[] rising(double[] one, double[] strangers) {
    var pools = new ArrayList<double[]>();
    for (int l = 0; l < one.length; l++) {
      var pool = new double[] {one[l], strangers[l], 1};
      while (!pools.isEmpty() && pools.getLast()[0] * pool[1] > pool[0] * pools.getLast()[1]) {
        var last = pools.removeLast();
        for (int i = 0; i < pool.length; i++) pool[i] += last[i];
      }
      pools.add(pool);
    }
    var out = new double[one.length];
    int l = 0;
    for (var pool : pools) {
      for (int n = 0; n < pool[2]; n++, l++) out[l] = strangers[l] * pool[0] / pool[1];
    }
    return out;
  }

  private Model model() {
    var all = new EnumMap<Comparison, List<Rates>>(Comparison.class);
    for (var c : ALL) {
      var levels = new ArrayList<Rates>();
      for (int l = 0; l < c.levels(); l++) {
        int i = c.place();
        levels.add(new Rates(rates[ONE][i][l], rates[alike(c)][i][l], strangers[i][l]));
      }
      all.put(c, levels);
    }
    var two = new EnumMap<Kind, Double>(Kind.class);
    for (int k = 1; k < CLASSES; k++) two.put(Model.KINDS.get(k - 1), prior[k]);
    return new Model(all, prior[ONE], two, (long) total);
  }
}
