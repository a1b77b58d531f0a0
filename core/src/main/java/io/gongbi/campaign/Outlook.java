package io.gongbi.campaign;

import io.gongbi.experiment.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a campaign to a segment could show, before a word of it is written. {@code of}: all
 * customers in sight; {@code noAddress}: those of the audience whom the channel cannot reach;
 * {@code sizing}: what they did before and how many to hold back, empty when nobody was in the
 * segment one window ago.
 */
public record Outlook(long audience, long of, long noAddress, Optional<Sizing> sizing) {
  /**
   * What one size of the control group would find: of 1,200 people with 100 in a thousand held
   * back, 1,080 against 120. {@code enough}: whether that is what is worth knowing.
   */
  public record Share(
      int controlPerMille, long treated, long control, OptionalDouble detectable, boolean enough) {}

  /** Every size from none to half, the curve of what they see. */
  public List<Share> shares() {
    return IntStream.rangeClosed(0, Sizing.LARGEST / Sizing.STEP)
        .mapToObj(step -> share(step * Sizing.STEP))
        .toList();
  }

  private Share share(int perMille) {
    long control = Math.round(audience * perMille / 1000.0);
    return new Share(
        perMille,
        audience - control,
        control,
        sizing.map(s -> s.detectable(perMille)).orElse(OptionalDouble.empty()),
        sizing.isPresent() && sizing.get().shows(perMille));
  }
}
