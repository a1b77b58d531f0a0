package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.condition.Condition;
import io.gongbi.standard.FieldKey;
import io.gongbi.trait.TraitId;
import java.util.Optional;

/**
 * How many customers hold each value of a trait, or of a field such as the city, and what they
 * bought, ever or in a period. Those without a value are a row of their own, so that the rows sum
 * to all customers.
 *
 * <p>Example: of 10 customers 3 are VIP and spent 900, 7 are not and spent 100: {@code true 3 900},
 * {@code none 7 100}.
 *
 * @param trait what customers are told apart by; this, or {@code field}, never both
 * @param field the same, where it stands in the customer's row: {@code customer.city}
 * @param who only these customers; the rows then sum to them
 */
public record Breakdown(
    Optional<TraitId> trait,
    Optional<FieldKey> field,
    Optional<Period> period,
    Optional<Condition> who)
    implements Insight {
  public Breakdown(Optional<TraitId> trait, Optional<FieldKey> field, Optional<Period> period) {
    this(trait, field, period, Optional.empty());
  }

  public static Breakdown by(TraitId trait) {
    return new Breakdown(Optional.of(trait), Optional.empty(), Optional.empty());
  }

  public static Breakdown by(FieldKey field) {
    return new Breakdown(Optional.empty(), Optional.of(field), Optional.empty());
  }
}
