package io.gongbi.campaign;

import io.gongbi.fault.Faults;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a campaign costs: {@code perMessage} each billed part of a message, nothing where nobody has
 * said it, which is not the same as 0; {@code other} all that it costs beside its messages. 1,204
 * parts at 0.05 and a poster for 800 cost 860.20.
 */
public record Cost(Optional<BigDecimal> perMessage, BigDecimal other) {
  /** More than anybody pays, in whatever currency; what is above it was mistyped. */
  static final BigDecimal MOST_PER_MESSAGE = BigDecimal.valueOf(1_000_000);

  static final BigDecimal MOST_OTHER = BigDecimal.valueOf(100_000_000_000L);

  /** Messages are priced in fractions of a cent: 0.0425. */
  static final int PLACES_PER_MESSAGE = 4;

  static final int PLACES_OTHER = 2;

  /** What the draft says of it. Of a campaign of another system that is told by its log. */
  static Cost of(Campaign campaign) {
    return new Cost(
        campaign.reach() instanceof Reach.Own own ? own.costPerMessage() : Optional.empty(),
        campaign.otherCost());
  }

  void check(Faults faults) {
    if (perMessage.filter(c -> !isAmount(c, MOST_PER_MESSAGE, PLACES_PER_MESSAGE)).isPresent()) {
      faults.bad("campaign.cost", "costPerMessage", limits(MOST_PER_MESSAGE, PLACES_PER_MESSAGE));
    }
    if (!isAmount(other, MOST_OTHER, PLACES_OTHER)) {
      faults.bad("campaign.other-cost", "otherCost", limits(MOST_OTHER, PLACES_OTHER));
    }
  }

  private static boolean isAmount(BigDecimal amount, BigDecimal most, int places) {
    return amount.signum() >= 0
        && amount.compareTo(most) <= 0
        && amount.stripTrailingZeros().scale() <= places;
  }

  private static Map<String, String> limits(BigDecimal most, int places) {
    return Map.of(
        "most", String.format(Locale.ROOT, "%,d", most.toBigInteger()), "places", "" + places);
  }

  /** Whether both are of the same amounts, 800 and 800.00. */
  boolean isSame(Cost that) {
    return perMessage.isPresent() == that.perMessage.isPresent()
        && perMessage.orElse(BigDecimal.ZERO).compareTo(that.perMessage.orElse(BigDecimal.ZERO))
            == 0
        && other.compareTo(that.other) == 0;
  }
}
