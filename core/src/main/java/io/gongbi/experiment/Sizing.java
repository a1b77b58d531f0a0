package io.gongbi.experiment;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How many of an audience to hold back so that a rise of {@code worth} is found with the wanted
 * chance, and not one more: who is held back gets no message. Of 50,000 people who buy at 4 %, 8 %
 * held back find a rise of one point; of 4,000, even half is too few, and the best that can be seen
 * is 1.9 points.
 */
public record Sizing(Base base, Power power, long audience, double worth) {
  /** The steps in which a share is chosen. */
  public static final int STEP = 10;

  /** Beyond half, more people held back show less. */
  public static final int LARGEST = 500;

  /** A share that sees to within a tenth of the best is as good: the curve is flat there. */
  private static final double NEARLY = 1.1;

  public Sizing {
    if (!(worth > 0)) throw new IllegalArgumentException("worth " + worth);
    if (audience < 0) throw new IllegalArgumentException("audience " + audience);
  }

  public long control(int perMille) {
    return Math.round(audience * perMille / 1000.0);
  }

  /** What a share would find; empty when nothing. */
  public OptionalDouble detectable(int perMille) {
    var control = control(perMille);
    return base.detectable(power, audience - control, control);
  }

  /** Whether a share finds what is worth knowing. */
  public boolean shows(int perMille) {
    return shows(audience - control(perMille), control(perMille));
  }

  /** Whether groups of these sizes find what is worth knowing. */
  public boolean shows(long treated, long control) {
    var detectable = base.detectable(power, treated, control);
    return detectable.isPresent()
        && detectable.getAsDouble() <= worth
        && control * base.buying() >= base.fewestBuyers();
  }

  /** The smallest share that finds it; empty when the audience is too small for any to do so. */
  public OptionalInt smallest() {
    for (var share = STEP; share <= LARGEST; share += STEP) {
      if (shows(share)) return OptionalInt.of(share);
    }
    return OptionalInt.empty();
  }

  /** The smallest rise that any share finds; empty when none finds anything. */
  public OptionalDouble best() {
    var best = OptionalDouble.empty();
    for (var share = STEP; share <= LARGEST; share += STEP) {
      var found = detectable(share);
      if (found.isPresent() && found.getAsDouble() < best.orElse(Double.MAX_VALUE)) best = found;
    }
    return best;
  }

  /**
   * The share to hold back: the smallest that finds what is worth knowing; where none does, the
   * smallest that sees nearly as far as any, for whoever goes ahead knowing it.
   */
  public int advised() {
    var smallest = smallest();
    if (smallest.isPresent()) return smallest.getAsInt();
    var best = best();
    for (var share = STEP; share < LARGEST; share += STEP) {
      var found = detectable(share);
      if (found.isPresent() && found.getAsDouble() <= best.getAsDouble() * NEARLY) return share;
    }
    return LARGEST;
  }
}
