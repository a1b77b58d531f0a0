package io.gongbi.profile;

import io.gongbi.warehouse.Row;
import java.util.Optional;

/**
 * How right a rule of {@link Imputation} is: one known value in five was hidden from it, always the
 * same, and what it then said was held against them. Of 2,000 hidden cities it said 1,400, 1,204 of
 * them rightly; the most frequent city would have been right 310 times.
 *
 * <p>It is told of customers whose value is known; those who never told theirs may be others.
 *
 * @param answered of the hidden, those of whom it said anything
 * @param hits of the answered, those that it got right; of numbers and days it means nothing
 * @param usualHits those that the most frequent value would have got right
 * @param closer where it was right, or nearer, and what is usual was not
 * @param farther where what is usual was right, or nearer, and it was not
 * @param error the median of how far it was off, in days for days; of numbers and days alone
 * @param usualError how far the median of all was off
 */
public record Accuracy(
    long known,
    long missing,
    long hidden,
    long answered,
    long hits,
    long usualHits,
    long closer,
    long farther,
    Optional<Double> error,
    Optional<Double> usualError) {
  /** With fewer answers nothing is said of how right a rule is. */
  public static final int ENOUGH = 30;

  private static final double Z = 1.96;

  /** What is to be held of a rule. */
  public enum Verdict {
    /** Too few answers to tell. */
    TOO_FEW,
    /** Not told from what is usual, or worse. */
    NO_BETTER,
    /** Better than what is usual, beyond chance. */
    BETTER
  }

  /** The share of hits lies between these, in 95 of 100 cases (Wilson). */
  public record Interval(double from, double to) {}

  static Accuracy of(Row row) {
    return new Accuracy(
        row.whole("known"),
        row.whole("missing"),
        row.whole("hidden"),
        row.whole("answered"),
        row.whole("hits"),
        row.whole("usual_hits"),
        row.whole("closer"),
        row.whole("farther"),
        row.missing("error") ? Optional.empty() : Optional.of(row.real("error")),
        row.missing("usual_error") ? Optional.empty() : Optional.of(row.real("usual_error")));
  }

  /** Both said something of the same customers: only where they differ tells them apart. */
  public Verdict verdict() {
    if (answered < ENOUGH) return Verdict.TOO_FEW;
    return closer - farther > Z * Math.sqrt((double) closer + farther)
        ? Verdict.BETTER
        : Verdict.NO_BETTER;
  }

  /** Empty where too few were asked, and of numbers and days. */
  public Optional<Interval> interval() {
    if (answered < ENOUGH || error.isPresent()) return Optional.empty();
    double n = answered;
    double p = hits / n;
    double middle = p + Z * Z / (2 * n);
    double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double below = 1 + Z * Z / n;
    return Optional.of(
        new Interval(
            Math.max(0, (middle - reach) / below),
            hits == answered ? 1 : (middle + reach) / below));
  }
}
