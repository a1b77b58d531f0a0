package io.gongbi.campaign;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a campaign to a segment could show, before a word of it is written. {@code of}: all
 * customers in sight; {@code noAddress}: those of the audience whom the channel cannot reach;
 * {@code baseRate}: as in {@link Rehearsal}.
 */
public record Outlook(long audience, long of, long noAddress, double baseRate, List<Share> shares) {
  /**
   * What one size of the control group would find: of 1,200 people with 100 in a thousand held
   * back, 1,080 against 120. {@code detectable} as in {@link Rehearsal}.
   */
  public record Share(
      int controlPerMille, long treated, long control, OptionalDouble detectable, boolean enough) {}

  public Outlook {
    shares = List.copyOf(shares);
  }
}
