package io.gongbi.experiment;

/** So many of so many people did it: 56 of 70 converted, a rate of 0.8. */
public record Proportion(long converted, long people) {
  public Proportion {
    if (people < 1 || converted < 0 || converted > people) {
      throw new IllegalArgumentException(converted + " of " + people);
    }
  }

  public double rate() {
    return (double) converted / people;
  }

  /**
   * Wilson's score interval: never below 0 or above 1, and of honest width at 0 of n. 81 of 263 is
   * 0.308, between 0.255 and 0.366. E. B. Wilson, Probable inference, the law of succession, and
   * statistical inference, JASA 22 (1927) 209–212.
   */
  public Interval interval(double level) {
    var z = Normal.reach(level);
    double n = people;
    var rate = rate();
    var centre = (rate + z * z / (2 * n)) / (1 + z * z / n);
    var half = z / (1 + z * z / n) * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
    // At 0 of n and n of n the bound is the rate itself; rounding must not push it past.
    return new Interval(
        converted == 0 ? 0 : Math.min(rate, centre - half),
        rate,
        converted == people ? 1 : Math.max(rate, centre + half),
        level);
  }
}
