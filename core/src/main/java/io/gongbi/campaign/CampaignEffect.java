package io.gongbi.campaign;

import io.gongbi.calendar.AsOf;
import io.gongbi.experiment.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign changed, with what it rests on. {@code cost}: nothing where nobody has said what
 * a message costs; there is no return on what is not known.
 */
public record CampaignEffect(
    AsOf asOf,
    Optional<Window> window,
    Knowledge knowledge,
    List<ArmResult> arms,
    Effect effect,
    Optional<BigDecimal> cost,
    Goal.Metric goal,
    Optional<Foreseen> foreseen,
    Optional<Balance> balance,
    List<Day> days,
    String sql) {
  /** From the first entry to the end of the last conversion window. */
  public record Window(Instant from, Instant until, boolean open) {}

  /**
   * How far the imported orders reach. A campaign launched today over orders that end in June shows
   * no conversion, and that is no result: {@code endsBefore} the window begins. While orders come
   * in, {@code endsWithin} the window says that the last days are missing.
   */
  public record Knowledge(Optional<Instant> newestOrder, boolean endsBefore, boolean endsWithin) {}

  /**
   * The plain counts of an arm; {@code uncertain}: nobody knows whether it was sent; {@code
   * optedOut}: answered that they want no more.
   */
  public record ArmResult(
      String arm,
      long people,
      long sent,
      long delivered,
      long failed,
      long uncertain,
      long optedOut,
      long converted,
      long orders,
      BigDecimal revenue,
      BigDecimal cost) {}

  /**
   * Whether the groups set out alike: the share of each that bought in the days before, and how
   * likely two groups drawn by lot differ at least so much. 0.6 % against 0.7 %, 0.61: alike.
   */
  public record Balance(int days, double treated, double control, double pValue) {
    /** As strict as few would call chance: the check is made for every campaign. */
    public static final double ALARM_BELOW = 0.01;

    public boolean alarm() {
      return pValue < ALARM_BELOW;
    }
  }

  /**
   * One day of an arm, counted from each one's entry: day 0 is the first 24 hours. {@code
   * converted}: the share of its people who have ordered since they entered, this day included; 0
   * on the days before. 5 orders of 2,000 people are 2.5 per thousand.
   */
  public record Day(int nth, String arm, long orders, double ordersPerThousand, double converted) {}

  public CampaignEffect {
    arms = List.copyOf(arms);
    days = List.copyOf(days);
  }
}
