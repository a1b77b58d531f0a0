package io.gongbi.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What the people of one arm did since they entered, whether the message reached them or not
 * (intention to treat): sums only, so parts add up and no customer is in it. {@code squares} is the
 * sum over people of their revenue squared. Three people, one of whom spent 100: converted 1,
 * revenue 100, squares 10,000.
 */
public record Outcome(
    String arm, long people, long converted, BigDecimal revenue, BigDecimal squares) {
  public Outcome {
    if (converted < 0 || converted > people) {
      throw new IllegalArgumentException(arm + ": " + converted + " of " + people);
    }
    // Cauchy–Schwarz: cheaper to refuse here than to find a negative variance later.
    if (squares.multiply(BigDecimal.valueOf(people)).compareTo(revenue.multiply(revenue)) < 0) {
      throw new IllegalArgumentException(
          arm + ": " + people + " people, revenue " + revenue + ", squares " + squares);
    }
  }

  /** An arm that nobody is in. */
  public static Outcome nobody(String arm) {
    return new Outcome(arm, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  public Optional<Proportion> conversion() {
    return people == 0 ? Optional.empty() : Optional.of(new Proportion(converted, people));
  }

  /** Revenue per person, buyers and others; empty when there are not two to differ. */
  public Optional<Sample> spending() {
    return people < 2 ? Optional.empty() : Optional.of(Sample.of(people, revenue, squares));
  }

  public Optional<BigDecimal> perHead() {
    return people == 0
        ? Optional.empty()
        : Optional.of(revenue.divide(BigDecimal.valueOf(people), MathContext.DECIMAL64));
  }
}
