package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import java.math.BigDecimal;
import java.util.Optional;

/** Whom a campaign reaches and how. */
public sealed interface Reach {
  /**
   * Sent from here: the customers of a segment at the moment of launch, of whom {@code
   * controlPerMille} in a thousand are held back. {@code costPerMessage}: nothing where nobody has
   * said it, which is not the same as 0.
   */
  record Own(
      DefinitionId segment,
      String channel,
      String message,
      int controlPerMille,
      Optional<BigDecimal> costPerMessage)
      implements Reach {
    public Own(
        DefinitionId segment,
        String channel,
        String message,
        int controlPerMille,
        BigDecimal costPerMessage) {
      this(segment, channel, message, controlPerMille, Optional.of(costPerMessage));
    }
  }

  /** Sent elsewhere: everybody whom the imported delivery log names under this campaign. */
  record Imported(String name) implements Reach {}
}
