package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.trait.TraitId;
import java.util.Optional;

/**
 * How many customers hold each value of a trait, and what they bought, ever or in a period. Those
 * without a value are a row of their own, so that the rows sum to all customers.
 *
 * <p>Example: of 10 customers 3 are VIP and spent 900, 7 are not and spent 100: {@code true 3 900},
 * {@code none 7 100}.
 */
public record Breakdown(TraitId trait, Optional<Period> period) implements Insight {}
