package io.gongbi.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a launch would do, before anybody hears of it. {@code baseRate}: of those who were in the
 * segment one window ago, the share that bought since: the best guess of what happens without a
 * message. {@code detectable}: the smallest rise over it, in points, that these group sizes would
 * find four times out of five. {@code fates}: how many meet which, together the audience. {@code
 * cost}: of a message to each who is reached.
 */
public record Rehearsal(
    long audience,
    long treated,
    long control,
    Map<Fate, Long> fates,
    double baseRate,
    OptionalDouble detectable,
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
