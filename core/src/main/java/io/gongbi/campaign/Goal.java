package io.gongbi.campaign;

import io.gongbi.experiment.Base;
import io.gongbi.experiment.Proportion;
import io.gongbi.experiment.Sample;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a campaign is to change, and the smallest change that is worth knowing of: 0.008 for 0.8
 * points of conversion, 3.1 for 3.1 yuan a head. Without one, {@link Base#suggestion} stands in.
 */
public record Goal(Metric metric, Optional<BigDecimal> worth) {
  /** By what a campaign is judged. */
  public enum Metric {
    /** The share of people who order within the window. */
    CONVERSION,
    /** What each brings within the window, buyers and others alike. */
    REVENUE
  }

  /** What most campaigns are for. */
  public static final Goal USUAL = new Goal(Metric.CONVERSION, Optional.empty());

  /** What the audience did before, in the measure of this goal; empty when that is too little. */
  Optional<Base> base(long people, long buyers, BigDecimal revenue, BigDecimal squares) {
    return switch (metric) {
      case CONVERSION ->
          people < 1
              ? Optional.empty()
              : Optional.of(new Base.Conversion(new Proportion(buyers, people)));
      case REVENUE ->
          people < 2
              ? Optional.empty()
              : Optional.of(new Base.Spending(Sample.of(people, revenue, squares), buyers));
    };
  }

  double worth(Base base) {
    return worth.map(BigDecimal::doubleValue).orElse(base.suggestion());
  }
}
