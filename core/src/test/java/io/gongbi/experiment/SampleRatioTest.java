package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.experiment.Experiment.Arm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SampleRatioTest {
  private static final ExperimentId ID = new ExperimentId("spring");
  private static final Experiment HALVES = Experiment.heldBack(ID, "salt", 500);
  private static final Experiment TENTH = Experiment.heldBack(ID, "salt", 100);

  /** Kohavi, Tang, Xu (2020), chapter 21: 821,588 and 815,482 users, p = 1.8E-6. */
  @Test
  void alarm_rings_onTheExampleOfKohavi() {
    var found = SampleRatio.of(HALVES, Map.of("control", 821_588L, "treated", 815_482L));

    assertThat(found.pValue()).isEqualTo(1.8e-6, within(0.05e-6));
    assertThat(found.alarm()).isTrue();
  }

  /**
   * 600 and 400 of 1,000 planned half and half: p = 2.54 × 10⁻¹⁰. Wikipedia, Sample ratio mismatch.
   */
  @Test
  void pValue_isPearsons() {
    var found = SampleRatio.of(HALVES, Map.of("control", 600L, "treated", 400L));

    assertThat(found.pValue()).isEqualTo(2.54e-10, within(0.005e-10));
  }

  /** 130 for 100, 435 for 450 twice: χ² = 9 + ½ + ½ = 10, on two degrees of freedom p = e⁻⁵. */
  @Test
  void pValue_countsEveryArm() {
    var three =
        new Experiment(
            ID, "salt", List.of(new Arm("control", 100, true), arm("sms", 450), arm("mail", 450)));

    var found = SampleRatio.of(three, Map.of("control", 130L, "sms", 435L, "mail", 435L));

    assertThat(found.pValue()).isEqualTo(Math.exp(-5), within(1e-12));
    assertThat(found.alarm()).isFalse();
  }

  @Test
  void alarm_isSilent_whenTheSharesAreKept() {
    assertThat(SampleRatio.of(TENTH, Map.of("control", 100L, "treated", 900L)).pValue())
        .isEqualTo(1);
    assertThat(SampleRatio.of(TENTH, Map.of("control", 215L, "treated", 1785L)).alarm()).isFalse();
    assertThat(SampleRatio.of(TENTH, Map.of()).alarm()).isFalse();
  }

  @Test
  void alarm_rings_whenAnArmOfNobodyHasPeople() {
    var nobodyHeldBack = Experiment.heldBack(ID, "salt", 0);

    assertThat(SampleRatio.of(nobodyHeldBack, Map.of("treated", 500L)).pValue()).isEqualTo(1);
    assertThat(SampleRatio.of(nobodyHeldBack, Map.of("treated", 500L, "control", 1L)).alarm())
        .isTrue();
    assertThat(SampleRatio.of(TENTH, Map.of("treated", 500L)).alarm()).isTrue();
  }

  @Test
  void counts_areOfArmsOfThePlan() {
    assertThatThrownBy(() -> SampleRatio.of(TENTH, Map.of("Treated", 500L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Treated");
  }

  private static Arm arm(String name, int perMille) {
    return new Arm(name, perMille, false);
  }
}
