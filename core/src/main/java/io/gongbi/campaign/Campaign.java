package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.experiment.Experiment;
import io.gongbi.experiment.ExperimentId;
import java.math.BigDecimal;

/**
 * A campaign as people define it. Orders within {@code windowDays} of entering count as
 * conversions, alike for treated and control; {@code margin} is the share of revenue that stays,
 * 0.3 for 30 %.
 */
public record Campaign(Reach reach, int windowDays, BigDecimal margin) {
  /** Held back unless somebody chooses otherwise: without a control group no effect is told. */
  public static final int USUAL_CONTROL_PER_MILLE = 100;

  /** The draw of arms, the same whenever it is made: the campaign's key is the salt. */
  static Experiment experiment(DefinitionId id, int controlPerMille) {
    return Experiment.heldBack(new ExperimentId(id.key()), id.toString(), controlPerMille);
  }
}
