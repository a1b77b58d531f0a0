package io.gongbi.tag;

import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Value;
import java.util.List;

/**
 * A tag as the library shows it: 30 of the 120 customers in sight hold it, a coverage of 0.25.
 *
 * @param values how many hold each value, the most frequent first; empty for numbers
 * @param counting whether it was saved and its run has not ended: the numbers are those of the
 *     version before
 */
public record TagView(
    Definition<Tag> definition,
    Trait trait,
    long holders,
    long customers,
    List<Count> values,
    boolean counting) {
  /** How many hold one value. */
  public record Count(Value value, Label label, long customers) {}

  public TagView {
    values = List.copyOf(values);
  }

  /** The share of the customers in sight who hold it; 0 when there are none. */
  public double coverage() {
    return customers == 0 ? 0 : (double) holders / customers;
  }
}
