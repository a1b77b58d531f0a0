package io.gongbi.metric;

import io.gongbi.catalog.Label;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;

/**
 * One number of the company over rows of {@code profile.order}, with the one definition that every
 * chart, board and report uses. On a day with sales of 120 and 80 to Ann and a return of 30 by Bo,
 * revenue is 200, refunds 30, net revenue 170, orders 2, buyers 1.
 *
 * @param meaning the definition in words, shown beside the number
 * @param formula how rows become the number; its {@code rows} are those behind a bar
 */
public record Metric(MetricId id, Label label, Label meaning, Unit unit, Formula formula) {
  /** What the number is of, for how it is written. */
  public enum Unit {
    MONEY,
    COUNT
  }

  /** How rows become a number. Of no rows each is 0. */
  public sealed interface Formula {
    Where rows();

    record Count(Where rows) implements Formula {}

    /** {@code turned}: what is kept as a negative amount is shown as a positive number. */
    record Sum(Where rows, FieldKey of, boolean turned) implements Formula {}

    /** How many identified customers; anonymous sales have none. */
    record Customers(Where rows) implements Formula {}
  }
}
