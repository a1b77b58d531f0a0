package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import java.math.BigDecimal;

/** Whom a campaign reaches and how. */
public sealed interface Reach {
  /**
   * Sent from here: the customers of a segment at the moment of launch, of whom {@code
   * controlPerMille} in a thousand are held back.
   */
  record Own(
      DefinitionId segment,
      String channel,
      String message,
      int controlPerMille,
      BigDecimal costPerMessage)
      implements Reach {}

  /** Sent elsewhere: everybody whom the imported delivery log names under this campaign. */
  record Imported(String name) implements Reach {}
}
