package io.gongbi.campaign;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a launch would do, before anybody hears of it. {@code baseRate}: the share of the audience
 * that bought in as many days before, the best guess of what happens without a message. {@code
 * detectable}: the smallest rise over it, in points, that these group sizes would find four times
 * out of five.
 */
public record Rehearsal(
    long audience,
    long treated,
    long control,
    long noAddress,
    double baseRate,
    OptionalDouble detectable,
    boolean enough,
    List<Sample> sample) {
  /** One of the audience as the message would meet them. */
  public record Sample(long customer, String name, String address, String arm, String text) {}

  public Rehearsal {
    sample = List.copyOf(sample);
  }
}
