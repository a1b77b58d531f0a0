package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.experiment.Experiment;
import io.gongbi.experiment.ExperimentId;
import java.math.BigDecimal;

/**
 * A campaign as people define it. Orders within {@code windowDays} of entering count as
 * conversions, alike for treated and control; {@code margin} is the share of revenue that stays,
 * 0.3 for 30 %; {@code otherCost} what it costs beside its messages, 800 yuan for a poster.
 */
public record Campaign(
    Reach reach, int windowDays, BigDecimal margin, Goal goal, BigDecimal otherCost) {
  /** A campaign for orders, without other cost. */
  public Campaign(Reach reach, int windowDays, BigDecimal margin) {
    this(reach, windowDays, margin, Goal.USUAL, BigDecimal.ZERO);
  }

  /** Held back unless somebody chooses otherwise: without a control group no effect is told. */
  public static final int USUAL_CONTROL_PER_MILLE = 100;

  /** The draw of arms, the same whenever it is made: the campaign's key is the salt. */
  static Experiment experiment(DefinitionId id, int controlPerMille) {
    return Experiment.heldBack(new ExperimentId(id.key()), id.toString(), controlPerMille);
  }
}
