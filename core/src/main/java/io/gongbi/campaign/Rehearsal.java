package io.gongbi.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a launch would do, before anybody hears of it. {@code foreseen}: what these group sizes
 * could show, and {@code enough} whether that is what is worth knowing. {@code fates}: how many
 * meet which, together the audience. {@code cost}: of a message to each who is reached, and what
 * the campaign costs beside.
 */
public record Rehearsal(
    long audience,
    long treated,
    long control,
    Map<Fate, Long> fates,
    Foreseen foreseen,
    boolean enough,
    BigDecimal cost,
    List<Sample> sample) {
  /** One of the audience as the message would meet them. */
  public record Sample(long customer, String name, String address, String arm, String text) {}

  /** One of the audience, and what the launch would do with them. */
  public record Planned(Sample person, Fate fate) {}

  public Rehearsal {
    fates = Map.copyOf(fates);
    sample = List.copyOf(sample);
  }
}
