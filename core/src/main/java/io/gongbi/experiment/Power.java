package io.gongbi.experiment;

import java.util.OptionalDouble;

/**
 * Whether a campaign can show anything before it is sent: with {@code alpha} the risk of cheering
 * at chance, and {@code chance} how surely a real difference shall be found. To tell 8 % conversion
 * from 6 % at the usual 5 % and 80 %, each arm needs 2,554 people. J. L. Fleiss, A. Tytun, H. K.
 * Ury, A simple approximation for calculating sample sizes for comparing independent proportions,
 * Biometrics 36 (1980) 343–346; without their continuity correction, since {@link
 * TwoProportions#pValue} uses none.
 */
public record Power(double alpha, double chance) {
  public static final Power USUAL = new Power(0.05, 0.8);

  public Power {
    if (!(alpha > 0 && alpha < 1 && chance > alpha && chance < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + ", power " + chance);
    }
  }

  /** People each of two equal arms needs to tell {@code rate} from {@code base}. */
  public long perArm(double base, double rate) {
    return control(base, rate, 1);
  }

  /** People the control group needs when {@code treated} people are treated for each of it. */
  public long control(double base, double rate, double treated) {
    share(base);
    share(rate);
    if (base == rate) throw new IllegalArgumentException("no difference to find: " + base);
    if (!(treated > 0)) throw new IllegalArgumentException(treated + " treated for one control");
    var pooled = (base + treated * rate) / (1 + treated);
    var root =
        Normal.reach(1 - alpha) * Math.sqrt((treated + 1) * pooled * (1 - pooled))
            + Normal.quantile(chance) * Math.sqrt(treated * base * (1 - base) + rate * (1 - rate));
    var difference = rate - base;
    return (long) Math.ceil(root * root / (treated * difference * difference));
  }

  /** How surely groups of these sizes tell {@code rate} from {@code base}; at rest, half alpha. */
  public double reached(double base, double rate, long treated, long control) {
    share(base);
    share(rate);
    if (treated < 1 || control < 1) {
      throw new IllegalArgumentException(treated + " treated, " + control + " control");
    }
    var pooled = (base * control + rate * treated) / (treated + control);
    var byChance = Math.sqrt(pooled * (1 - pooled) * (1.0 / treated + 1.0 / control));
    var really = Math.sqrt(rate * (1 - rate) / treated + base * (1 - base) / control);
    var beyond = Math.abs(rate - base) - Normal.reach(1 - alpha) * byChance;
    if (really == 0) return beyond > 0 ? 1 : 0;
    return Normal.below(beyond / really);
  }

  /**
   * The smallest rise over {@code base}, in points, that these groups find with the wanted chance.
   * With 1,800 treated and 200 held back at a base of 5 % that is 5.9 points: anything smaller will
   * probably pass unseen. Empty when even everybody converting would be missed, and when one of the
   * groups is empty: with nobody to compare, nothing can be found.
   */
  public OptionalDouble detectable(double base, long treated, long control) {
    if (treated < 1 || control < 1) return OptionalDouble.empty();
    if (reached(base, 1, treated, control) < chance) return OptionalDouble.empty();
    var low = base;
    var high = 1.0;
    while (high - low > 1e-9) {
      var middle = (low + high) / 2;
      if (reached(base, middle, treated, control) < chance) low = middle;
      else high = middle;
    }
    return OptionalDouble.of(high - base);
  }

  /**
   * The smallest rise over {@code mean}, the revenue per head, that these groups find with the
   * wanted chance, when people differ by {@code variance}: both z together times the standard
   * error. A campaign brings more buyers rather than larger orders, so the spread of the treated
   * grows with their mean, and the rise d solves d² = z² × (variance × (1 + d ÷ mean) ÷ treated +
   * variance ÷ control). With a mean of 25, a variance of 2,500 and 400 against 400 people, z =
   * 2.802 and d = 10.93. After J. Cohen, Statistical Power Analysis for the Behavioral Sciences
   * (1988), chapter 2, with the normal in place of t, which groups of such sizes allow.
   */
  public OptionalDouble detectableMean(double mean, double variance, long treated, long control) {
    if (!(variance >= 0)) throw new IllegalArgumentException("variance " + variance);
    if (treated < 2 || control < 2) return OptionalDouble.empty();
    var z = Normal.reach(1 - alpha) + Normal.quantile(chance);
    var growing = mean > 0 ? z * z * variance / (treated * mean) : 0;
    var resting = z * z * (variance / treated + variance / control);
    return OptionalDouble.of((growing + Math.sqrt(growing * growing + 4 * resting)) / 2);
  }

  private static void share(double rate) {
    if (!(rate >= 0 && rate <= 1)) throw new IllegalArgumentException("rate " + rate);
  }
}
