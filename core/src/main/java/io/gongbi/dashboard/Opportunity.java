package io.gongbi.dashboard;

import io.gongbi.condition.Condition;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something worth doing: for whom, and how much is at stake. The figure is an estimate of what such
 * customers buy anyway, never the effect of an action: that takes a control group.
 *
 * <p>Example: 400 customers bought once in the last 30 days. Of 1,000 for whom the same held 91
 * days ago, 200 bought in the 90 days after it, 30,000 in sum: a rate of 0.2 and 150 a buyer, so
 * 400 × 0.2 × 150 = 12,000. Of a category that they lack only what was spent on that category
 * counts.
 *
 * @param who the condition that finds them; a segment is one click away
 */
public record Opportunity(
    Rule rule, Condition who, long heads, long baseHeads, long baseBuyers, Optional<Stake> stake) {
  /** Fewer than these, and no rate is told of them. */
  static final long FEWEST_HEADS = 100;

  static final long FEWEST_BUYERS = 10;

  /** Of how many days after the moment the rates are. */
  public static final int DAYS = 90;

  /**
   * What is said of them.
   *
   * @param id {@code winBack secondOrder dueAgain carted browsed firstOrder crossSell}
   * @param from days since the last purchase, or 0
   * @param until the most days since the last purchase, or of the window that is looked at
   * @param spent what they spent at least in sum
   * @param affinity what makes them likely buyers of a category that they never bought
   */
  public record Rule(
      String id, long from, long until, Optional<BigDecimal> spent, Optional<Affinity> affinity) {
    Rule(String id, long from, long until, Optional<BigDecimal> spent) {
      this(id, from, until, spent, Optional.empty());
    }
  }

  /** The share that bought, what each of these bought, and both times the heads of today. */
  public record Stake(double rate, BigDecimal perBuyer, BigDecimal money) {}
}
