package io.gongbi.campaign;

import io.gongbi.calendar.AsOf;
import io.gongbi.experiment.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a campaign changed, with what it rests on. */
public record CampaignEffect(
    AsOf asOf,
    Optional<Window> window,
    List<ArmResult> arms,
    Effect effect,
    BigDecimal cost,
    String sql) {
  /** From the first entry to the end of the last conversion window. */
  public record Window(Instant from, Instant until, boolean open) {}

  /** The plain counts of an arm. */
  public record ArmResult(
      String arm,
      long people,
      long sent,
      long delivered,
      long converted,
      BigDecimal revenue,
      BigDecimal cost) {}

  public CampaignEffect {
    arms = List.copyOf(arms);
  }
}
