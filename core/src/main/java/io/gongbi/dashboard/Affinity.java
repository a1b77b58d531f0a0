package io.gongbi.dashboard;

import io.gongbi.experiment.Interval;
import io.gongbi.experiment.Proportion;
import java.util.Optional;

/**
 * How much more often those who buy one category have also bought another than buyers in general.
 * The words are those of association rules: support and confidence (Agrawal, Imieliński, Swami,
 * Mining association rules between sets of items in large databases, SIGMOD 1993), and lift, which
 * Brin, Motwani, Ullman and Tsur call interest (SIGMOD 1997).
 *
 * <p>Example: of 1,000 buyers of the year 300 ever bought 茶具, of the 400 who bought 茶 in it 200: a
 * support of 0.2, a confidence of 0.5 against 0.3, a lift of 1.67. Wilson's interval of the
 * confidence at 95 % is 0.451 … 0.549, so the lift lies between 1.50 and 1.83.
 *
 * <p>It says what goes together, not why: who buys much buys more of everything. Hence the money of
 * an {@link Opportunity} never comes from it, but from what such customers did.
 *
 * @param bought the category that they bought in the year
 * @param missing the one that they never bought
 * @param support those who bought both ÷ buyers
 * @param confidence those who bought both ÷ those who bought the first
 * @param usual the share of all buyers who ever bought the second
 * @param lift confidence ÷ usual, between {@code low} and {@code high}; usual is taken as known
 */
public record Affinity(
    String bought,
    String missing,
    Counts counts,
    double support,
    double confidence,
    double usual,
    double lift,
    double low,
    double high) {
  /** Fewer who bought both prove nothing, whatever their share. */
  static final long FEWEST_BOTH = 30;

  /** As much more than usual is worth a campaign of its own: a tenth. */
  static final double LEAST_LIFT = 1.1;

  /** Buyers; those of them who bought the first category, the second, and both. */
  public record Counts(long buyers, long first, long second, long both) {}

  /**
   * Empty where it may be chance. Of {@code asked} pairs some would pass by chance alone, so each
   * must pass at 1 − 0.05 ÷ asked (Bonferroni); the interval shown is the one that it passed with.
   */
  static Optional<Affinity> real(String bought, String missing, Counts counts, long asked) {
    if (counts.both() < FEWEST_BOTH) return Optional.empty();
    double level = 1 - (1 - Interval.USUAL_LEVEL) / Math.max(1, asked);
    var found = of(bought, missing, counts, level);
    return found.low() < LEAST_LIFT ? Optional.empty() : Optional.of(found);
  }

  static Affinity of(String bought, String missing, Counts counts, double level) {
    double usual = (double) counts.second() / counts.buyers();
    var confidence = new Proportion(counts.both(), counts.first()).interval(level);
    return new Affinity(
        bought,
        missing,
        counts,
        (double) counts.both() / counts.buyers(),
        confidence.estimate(),
        usual,
        confidence.estimate() / usual,
        confidence.low() / usual,
        confidence.high() / usual);
  }
}
