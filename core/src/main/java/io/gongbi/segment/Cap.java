package io.gongbi.segment;

import io.gongbi.metric.Measure;
import io.gongbi.warehouse.Value;

/**
 * How many of those who meet a condition are members, and which: the 1,000 who spent most, or 500
 * drawn. Fewer who meet it are all members.
 */
public sealed interface Cap {
  int most();

  /**
   * Those whose measure is largest, or {@code lowest}; who has no value comes last, and of equals
   * the customer with the smaller id comes first.
   */
  record Ranked(int most, Measure by, boolean lowest) implements Cap {}

  /**
   * Drawn by a number that the salt gives to each customer once and for all: at the next refresh
   * the same are drawn again, and one who leaves makes room for the next in line. Another salt
   * draws others.
   */
  record Drawn(int most, String salt) implements Cap {}

  /** As a parameter of a question. */
  default Value bound() {
    return Value.of(most());
  }
}
