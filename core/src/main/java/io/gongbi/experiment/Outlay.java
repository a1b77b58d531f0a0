package io.gongbi.experiment;

import java.math.BigDecimal;
import java.util.Optional;

/** What was spent, and what share of revenue stays as margin: 450 yuan, 0.3. */
public record Outlay(BigDecimal cost, BigDecimal margin) {
  public Outlay {
    if (cost.signum() < 0) throw new IllegalArgumentException("cost " + cost);
    if (margin.signum() < 0 || margin.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("margin " + margin);
    }
  }

  /**
   * (incremental margin − cost) ÷ cost. 3,000 more revenue, between 600 and 5,400, at a margin of
   * 0.3 and a cost of 450: (900 − 450) ÷ 450 = 1, between −0.6 and 2.6. Nothing spent: no ROI.
   */
  public Optional<Interval> roi(Interval incrementalRevenue) {
    if (cost.signum() == 0) return Optional.empty();
    return Optional.of(
        incrementalRevenue.times(margin.doubleValue() / cost.doubleValue()).plus(-1));
  }
}
