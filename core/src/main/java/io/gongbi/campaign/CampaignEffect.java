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
    Knowledge knowledge,
    List<ArmResult> arms,
    Effect effect,
    BigDecimal cost,
    String sql) {
  /** From the first entry to the end of the last conversion window. */
  public record Window(Instant from, Instant until, boolean open) {}

  /**
   * How far the imported orders reach. A campaign launched today over orders that end in June shows
   * no conversion, and that is no result: {@code endsBefore} the window begins. While orders come
   * in, {@code endsWithin} the window says that the last days are missing.
   */
  public record Knowledge(Optional<Instant> newestOrder, boolean endsBefore, boolean endsWithin) {}

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
