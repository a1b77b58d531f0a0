package io.gongbi.experiment;

/**
 * An estimate and the range that would hold the truth in {@code level} of all such experiments. A
 * lift of 1.3 points, between 0.2 and 2.4 at 95 %: a gain, of unsure size. Between −0.4 and 3.0 the
 * same estimate shows nothing yet.
 */
public record Interval(double low, double estimate, double high, double level) {
  /** What every page shows. */
  public static final double USUAL_LEVEL = 0.95;

  public Interval {
    if (!(low <= estimate && estimate <= high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(estimate + " is not within " + low + " … " + high);
    }
    if (!(level > 0 && level < 1)) throw new IllegalArgumentException("level " + level);
  }

  /** Whether this value is compatible with what was seen. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The same, per {@code factor} of the unit: per head becomes for all heads. */
  public Interval times(double factor) {
    return factor >= 0
        ? new Interval(low * factor, estimate * factor, high * factor, level)
        : new Interval(high * factor, estimate * factor, low * factor, level);
  }

  public Interval plus(double shift) {
    return new Interval(low + shift, estimate + shift, high + shift, level);
  }
}
