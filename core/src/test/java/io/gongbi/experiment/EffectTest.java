package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EffectTest {
  private static final Experiment TENTH =
      Experiment.heldBack(new ExperimentId("spring"), "salt", 100);
  private static final Outlay OUTLAY = new Outlay(new BigDecimal("450"), new BigDecimal("0.3"));

  /**
   * 1,800 treated: 180 bought for 100 each. 200 held back: 12 bought for 100 each.
   *
   * <p>Per head 10 − 6 = 4. Variances: (180 × 10,000 − 18,000² ÷ 1,800) ÷ 1,799 = 900.5; (12 ×
   * 10,000 − 1,200² ÷ 200) ÷ 199 = 566.83. Standard error √(900.5 ÷ 1,800 + 566.83 ÷ 200) = 1.8261
   * on 274.5 degrees of freedom: t = 1.9687, so 4 ± 3.595. For all 1,800: 7,200 ± 6,472. At a
   * margin of 0.3 and a cost of 450: 2,160 ÷ 450 − 1 = 3.8.
   */
  @Test
  void effect_isTreatedMinusControl() {
    var effect = effect(arm("treated", 1800, 180), arm("control", 200, 12), false);

    var conversion = effect.conversion().orElseThrow();
    assertThat(conversion.absolute().low()).isEqualTo(-0.0039, within(0.00005));
    assertThat(conversion.absolute().estimate()).isEqualTo(0.04, within(1e-12));
    assertThat(conversion.absolute().high()).isEqualTo(0.0693, within(0.00005));
    assertThat(conversion.pValue()).isEqualTo(0.0685, within(0.00005));
    var relative = conversion.relative().orElseThrow();
    assertThat(relative.low()).isEqualTo(-0.0535, within(0.00005));
    assertThat(relative.estimate()).isEqualTo(2.0 / 3, within(1e-12));
    assertThat(relative.high()).isEqualTo(1.9347, within(0.00005));

    var revenue = effect.revenue().orElseThrow();
    assertThat(revenue.perHead().low()).isEqualTo(4 - 3.595, within(0.0005));
    assertThat(revenue.perHead().estimate()).isEqualTo(4, within(1e-12));
    assertThat(revenue.perHead().high()).isEqualTo(4 + 3.595, within(0.0005));
    assertThat(revenue.total()).isEqualTo(revenue.perHead().times(1800));
    assertThat(revenue.total().estimate()).isEqualTo(7200, within(1e-9));

    var roi = effect.roi().orElseThrow();
    assertThat(roi.low()).isEqualTo(revenue.total().low() * 0.3 / 450 - 1, within(1e-9));
    assertThat(roi.estimate()).isEqualTo(3.8, within(1e-9));
    assertThat(roi.high()).isEqualTo(revenue.total().high() * 0.3 / 450 - 1, within(1e-9));

    assertThat(effect.enough()).isTrue();
    assertThat(effect.causal()).isTrue();
    assertThat(effect.cautions()).containsExactly(Caution.FEW_BUYERS);
  }

  @Test
  void effect_ofEnoughPeople_hasNoCaution() {
    var effect = effect(arm("treated", 9000, 900), arm("control", 1000, 50), false);

    assertThat(effect.cautions()).isEmpty();
    assertThat(effect.enough()).isTrue();
  }

  @Test
  void effect_isNotEnough_whenFewerThanFiveConvertedOrDidNot() {
    var fewBought = effect(arm("treated", 1800, 180), arm("control", 200, 4), false);
    assertThat(fewBought.cautions()).containsExactly(Caution.NOT_ENOUGH);
    assertThat(fewBought.enough()).isFalse();
    // The difference itself still stands, with its wide interval; only the ratio is withheld.
    assertThat(fewBought.conversion().orElseThrow().relative()).isEmpty();
    assertThat(fewBought.conversion().orElseThrow().absolute().estimate())
        .isEqualTo(0.08, within(1e-12));

    var nearlyAllBought = effect(arm("treated", 1800, 1796), arm("control", 200, 100), false);
    assertThat(nearlyAllBought.cautions()).containsExactly(Caution.NOT_ENOUGH);
    assertThat(effect(arm("treated", 0, 0), arm("control", 0, 0), false).enough()).isFalse();
  }

  @Test
  void effect_isNone_whenNobodyWasHeldBack() {
    var effect =
        Effect.of(
            arm("treated", 1000, 90), Outcome.nobody("control"), Optional.empty(), OUTLAY, false);

    assertThat(effect.conversion()).isEmpty();
    assertThat(effect.revenue()).isEmpty();
    assertThat(effect.roi()).isEmpty();
    assertThat(effect.enough()).isFalse();
    assertThat(effect.causal()).isFalse();
    assertThat(effect.cautions()).containsExactly(Caution.NO_CONTROL);
  }

  @Test
  void effect_isNotCausal_whenTheArmsLostPeople() {
    var effect = effect(arm("treated", 1400, 140), arm("control", 600, 60), false);

    assertThat(effect.cautions()).containsExactly(Caution.SAMPLE_RATIO);
    assertThat(effect.causal()).isFalse();
    assertThat(effect.enough()).isTrue();
  }

  @Test
  void effect_saysWhenDaysStillRun_andWhenTheArmsWereMadeElsewhere() {
    var open = effect(arm("treated", 9000, 900), arm("control", 1000, 50), true);
    var imported =
        Effect.of(
            arm("treated", 9000, 900), arm("control", 1000, 50), Optional.empty(), OUTLAY, false);

    assertThat(open.cautions()).containsExactly(Caution.OPEN_WINDOW);
    assertThat(imported.cautions()).containsExactly(Caution.UNKNOWN_SPLIT);
    assertThat(imported.causal()).isTrue();
  }

  @Test
  void revenue_isEmpty_whenAnArmIsOnePerson() {
    var effect = effect(arm("treated", 9, 5), arm("control", 1, 1), false);

    assertThat(effect.conversion()).isPresent();
    assertThat(effect.revenue()).isEmpty();
    assertThat(effect.roi()).isEmpty();
  }

  /** The worked example of {@link Outlay}. */
  @Test
  void roi_isMarginLessCostOverCost() {
    var roi = OUTLAY.roi(new Interval(600, 3000, 5400, 0.95)).orElseThrow();

    assertThat(roi.low()).isEqualTo(-0.6, within(1e-12));
    assertThat(roi.estimate()).isEqualTo(1, within(1e-12));
    assertThat(roi.high()).isEqualTo(2.6, within(1e-12));
    assertThat(new Outlay(BigDecimal.ZERO, BigDecimal.ONE).roi(roi)).isEmpty();
    assertThat(new Outlay(BigDecimal.TEN, BigDecimal.ZERO).roi(roi))
        .contains(new Interval(-1, -1, -1, 0.95));
    assertThatThrownBy(() -> new Outlay(BigDecimal.TEN, new BigDecimal("30")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void outcome_refusesWhatCannotBe() {
    assertThatThrownBy(() -> arm("treated", 3, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Outcome("a", 2, 1, new BigDecimal("100"), new BigDecimal("99")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Outcome("a", 0, 0, BigDecimal.ONE, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Effect effect(Outcome treated, Outcome control, boolean open) {
    var found = Map.of("treated", treated.people(), "control", control.people());
    return Effect.of(treated, control, Optional.of(SampleRatio.of(TENTH, found)), OUTLAY, open);
  }

  /** Each who bought, bought for 100. */
  private static Outcome arm(String name, long people, long bought) {
    return new Outcome(
        name,
        people,
        bought,
        BigDecimal.valueOf(100 * bought),
        BigDecimal.valueOf(10_000 * bought));
  }
}
