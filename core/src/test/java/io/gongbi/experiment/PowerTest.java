package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every published number here comes from the uncorrected formula of Fleiss. */
final class PowerTest {

  /** JMP 13, Two Sample Proportions: 0.08 against 0.06 at 5 % and 80 % takes 2,554. */
  @Test
  void perArm_isThatOfJmp() {
    assertThat(Power.USUAL.perArm(0.06, 0.08)).isEqualTo(2554);
    assertThat(Power.USUAL.perArm(0.08, 0.06)).isEqualTo(2554);
  }

  /** R, ?power.prop.test: n = 76.7; n = 10451937; power 0.740; p2 = 0.8026. */
  @Test
  void power_isThatOfR() {
    assertThat(new Power(0.05, 0.9).perArm(0.50, 0.75)).isEqualTo(77);
    assertThat(new Power(0.001, 0.9).perArm(0.5, 0.501)).isEqualTo(10451937);
    assertThat(Power.USUAL.reached(0.50, 0.75, 50, 50)).isEqualTo(0.740, within(0.0005));
    assertThat(new Power(0.05, 0.9).detectable(0.5, 50, 50).orElseThrow())
        .isEqualTo(0.3026, within(0.00005));
  }

  /**
   * Fleiss, Statistical Methods for Rates and Proportions (1981), table A.3, 0.10 against 0.20 at 5
   * % and 80 %: 219, which is our 199 with his continuity correction.
   */
  @Test
  void perArm_isThatOfFleissTable_beforeHisCorrection() {
    var n = Power.USUAL.perArm(0.10, 0.20);
    var corrected = n / 4.0 * Math.pow(1 + Math.sqrt(1 + 4 / (n * 0.10)), 2);

    assertThat(n).isEqualTo(199);
    assertThat(Math.ceil(corrected)).isEqualTo(219);
  }

  @Test
  void arms_mayBeUnequal_andSizeAndPowerAgree() {
    var random = new SplittableRandom(1980);
    for (var i = 0; i < 2_000; i++) {
      var base = random.nextDouble(0.01, 0.6);
      var rate = base + random.nextDouble(0.01, 0.3);
      var ratio = 1 + random.nextInt(12);
      var control = Power.USUAL.control(base, rate, ratio);
      var treated = control * ratio;

      assertThat(Power.USUAL.reached(base, rate, treated, control)).isGreaterThanOrEqualTo(0.8);
      if (control > 1) {
        assertThat(Power.USUAL.reached(base, rate, treated - ratio, control - 1)).isLessThan(0.8);
      }
      // The detectable rate is then the planned one, or a little below for the rounding up.
      assertThat(Power.USUAL.detectable(base, treated, control).orElseThrow())
          .isLessThanOrEqualTo(rate - base + 1e-8)
          .isGreaterThan((rate - base) * 0.8);
    }
  }

  /** 1,800 treated, 200 held back, base 5 %: what the rehearsal of a campaign says. */
  @Test
  void detectable_saysWhatASmallControlGroupHides() {
    var rise = Power.USUAL.detectable(0.05, 1800, 200).orElseThrow();

    assertThat(rise).isEqualTo(0.0587, within(0.00005));
    assertThat(Power.USUAL.reached(0.05, 0.05 + rise, 1800, 200)).isEqualTo(0.8, within(1e-6));
    assertThat(Power.USUAL.detectable(0.05, 1000, 1000).orElseThrow())
        .isEqualTo(0.0310, within(0.00005));
    assertThat(Power.USUAL.detectable(0.5, 2, 2)).isEmpty();
    assertThat(Power.USUAL.detectable(0.5, 3, 0)).isEmpty();
    assertThat(Power.USUAL.detectable(0.5, 0, 3)).isEmpty();
  }

  /** Plays the planned campaign 4,000 times: the promise of 80 % is kept, within chance. */
  @Test
  void power_isKeptInSimulation() {
    var random = new SplittableRandom(11);
    var control = Power.USUAL.control(0.10, 0.16, 4);
    var found = 0;
    for (var i = 0; i < 4_000; i++) {
      var treated = new Proportion(Play.converted(random, control * 4, 0.16), control * 4);
      var held = new Proportion(Play.converted(random, control, 0.10), control);
      if (new TwoProportions(treated, held).pValue() < 0.05) found++;
    }
    // 3 σ of 4,000 draws at 0.8 are 1.9 points; the normal approximation gets the rest.
    assertThat(found / 4_000.0).isEqualTo(0.8, within(0.03));
  }

  @Test
  void power_refusesNonsense() {
    assertThatThrownBy(() -> new Power(0, 0.8)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Power(0.05, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Power.USUAL.perArm(0.1, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Power.USUAL.reached(0.1, 1.2, 10, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Power.USUAL.reached(0.1, 0.2, 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
