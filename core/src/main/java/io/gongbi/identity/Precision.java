package io.gongbi.identity;

import java.util.List;
import java.util.Optional;

/**
 * How many of the pairs that were made one are one, by a sample of which people judged some. It is
 * drawn within strata of how sure the model is, so that the doubtful few are looked at as often as
 * the many that are plain; each counts for as many pairs as it stands for. Of 900 plain pairs 29 of
 * 30 judged were one, of 100 doubtful ones 20 of 25: 0.9 × 29/30 + 0.1 × 20/25 = 95 %.
 *
 * @param strata those with any pairs, the surest first
 */
public record Precision(List<Stratum> strata) {
  /** Of a normal distribution 95 % lie so many deviations about the middle. */
  private static final double REACH = 1.959963984540054;

  /** How sure the model is of a pair: from 10 bits on, above doubt, in doubt. */
  public enum Sureness {
    STRONG,
    CLEAR,
    WEAK
  }

  /**
   * @param pairs all of them
   * @param drawn those of the sample
   * @param same said to be one person
   * @param different said to be two
   */
  public record Stratum(Sureness sureness, long pairs, long drawn, long same, long different) {
    public long judged() {
      return same + different;
    }

    double share() {
      return (double) same / judged();
    }

    /** Of one stratum with another part of the sample. */
    Stratum and(Stratum more) {
      return new Stratum(
          sureness, pairs, drawn + more.drawn, same + more.same, different + more.different);
    }
  }

  /** A share and the interval that holds it in 95 of 100 samples. */
  public record Estimate(double low, double share, double high) {}

  public Precision {
    strata = List.copyOf(strata);
  }

  public long judged() {
    return strata.stream().mapToLong(Stratum::judged).sum();
  }

  public long drawn() {
    return strata.stream().mapToLong(Stratum::drawn).sum();
  }

  /**
   * Nothing while a stratum was not looked at. The interval is put together of Wilson's intervals
   * of the strata (G. Y. Zou, W. Huang and X. Zhang, "A note on confidence interval estimation for
   * a linear function of binomial proportions", 2009): it is honest also where all of them were
   * right.
   */
  public Optional<Estimate> estimate() {
    if (strata.isEmpty() || strata.stream().anyMatch(s -> s.judged() == 0)) return Optional.empty();
    double all = strata.stream().mapToLong(Stratum::pairs).sum();
    double share = 0;
    double below = 0;
    double above = 0;
    for (var stratum : strata) {
      double weight = stratum.pairs() / all;
      var wilson = wilson(stratum.same(), stratum.judged());
      share += weight * stratum.share();
      below += Math.pow(weight * (stratum.share() - wilson.low()), 2);
      above += Math.pow(weight * (wilson.high() - stratum.share()), 2);
    }
    return Optional.of(
        new Estimate(
            Math.max(0, share - Math.sqrt(below)), share, Math.min(1, share + Math.sqrt(above))));
  }

  /**
   * Wilson's score interval. 81 of 263 is 0.308, between 0.255 and 0.366. E. B. Wilson, "Probable
   * inference, the law of succession, and statistical inference", 1927.
   */
  static Estimate wilson(long of, long all) {
    double share = (double) of / all;
    double square = REACH * REACH / all;
    double centre = (share + square / 2) / (1 + square);
    double half = Math.sqrt(share * (1 - share) * square + square * square / 4) / (1 + square);
    return new Estimate(
        of == 0 ? 0 : Math.min(share, centre - half),
        share,
        of == all ? 1 : Math.max(share, centre + half));
  }
}
