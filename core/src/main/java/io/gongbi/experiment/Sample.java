package io.gongbi.experiment;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much each of {@code n} people brought, told by mean and variance. Four customers who spent 0,
 * 0, 0 and 100 have mean 25 and variance 2,500.
 */
public record Sample(long n, double mean, double variance) {
  public Sample {
    if (n < 2 || !Double.isFinite(mean) || !(variance >= 0) || Double.isInfinite(variance)) {
      throw new IllegalArgumentException(n + " values, mean " + mean + ", variance " + variance);
    }
  }

  /**
   * From the count, the sum and the sum of squares, which add up over any parts. Exact: the usual
   * subtraction of two large numbers happens in decimals, so nothing cancels.
   */
  public static Sample of(long n, BigDecimal sum, BigDecimal squares) {
    if (n < 2) throw new IllegalArgumentException("a variance needs two values, not " + n);
    var count = BigDecimal.valueOf(n);
    var spread = count.multiply(squares).subtract(sum.multiply(sum));
    return new Sample(
        n,
        sum.divide(count, MathContext.DECIMAL64).doubleValue(),
        spread
            .divide(count.multiply(BigDecimal.valueOf(n - 1)), MathContext.DECIMAL64)
            .doubleValue());
  }

  /** Variance of the mean. */
  double error() {
    return variance / n;
  }
}
