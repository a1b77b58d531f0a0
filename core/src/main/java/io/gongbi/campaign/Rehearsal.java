package io.gongbi.campaign;

import io.gongbi.channel.SmsText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a launch would do, before anybody hears of it. {@code foreseen}: what these group sizes
 * could show, and {@code enough} whether that is what is worth knowing. {@code fates}: how many
 * meet which, together the audience. {@code bills}: how many of those reached are billed for one
 * part of a message, how many for two. {@code cost}: of all that is billed, and what the campaign
 * costs beside: {1 = 1100, 2 = 104} at 0.05 each and nothing beside cost 65.40; nothing where
 * nobody has said what a message costs.
 */
public record Rehearsal(
    long audience,
    long treated,
    long control,
    Map<Fate, Long> fates,
    Foreseen foreseen,
    boolean enough,
    Optional<BigDecimal> cost,
    Map<Integer, Long> bills,
    List<Sample> sample) {
  /** Why one is shown out of so many. */
  public enum Pick {
    /** Gets the longest words of all. */
    LONGEST,
    /** Lacks a personal field that the message names. */
    LACKING,
    /** By chance. */
    USUAL
  }

  /**
   * One of the audience as the message would meet them; {@code parts} as {@link SmsText#parts}
   * counts, {@code complete}: whether they have all that the message needs.
   */
  public record Sample(
      long customer,
      String name,
      String address,
      String arm,
      String text,
      int parts,
      boolean complete,
      Pick pick) {}

  /** One of the audience, and what the launch would do with them. */
  public record Planned(Sample person, Fate fate) {}

  public Rehearsal {
    fates = Map.copyOf(fates);
    bills = Map.copyOf(bills);
    sample = List.copyOf(sample);
  }
}
