package io.gongbi.profile;

import java.math.BigDecimal;

/**
 * The size of the business: sales of 1,000, of which 850 by customers who are known, are an
 * identified share of 0.85.
 */
public record Totals(long customers, long orders, BigDecimal revenue, BigDecimal knownRevenue) {
  /** The share of revenue whose buyer is known; 0 without revenue. */
  public double identified() {
    return revenue.signum() == 0 ? 0 : knownRevenue.doubleValue() / revenue.doubleValue();
  }
}
