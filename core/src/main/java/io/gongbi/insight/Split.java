package io.gongbi.insight;

import io.gongbi.standard.FieldKey;
import io.gongbi.trait.TraitId;
import java.util.Optional;

/**
 * What the parts of an answer are told apart by: a trait or a field of the customer, {@code
 * customer.city}, as it is today; or what stands in the row itself, {@code order.channel}, {@code
 * order.shop}, {@code item.category}, {@code item.product_name}, or words and choices that the
 * company added to these. The largest {@value #MOST} parts stand by themselves, the others
 * together, and those without a value apart from both.
 *
 * @param trait this, or {@code field}, never both
 */
public record Split(Optional<TraitId> trait, Optional<FieldKey> field) {
  static final int MOST = 7;

  public static Split by(TraitId trait) {
    return new Split(Optional.of(trait), Optional.empty());
  }

  public static Split by(FieldKey field) {
    return new Split(Optional.empty(), Optional.of(field));
  }
}
