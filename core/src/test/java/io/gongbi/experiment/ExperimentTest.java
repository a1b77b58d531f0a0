package io.gongbi.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.experiment.Experiment.Arm;
import io.gongbi.standard.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExperimentTest {
  private static final ExperimentId ID = new ExperimentId("spring");
  private static final int PEOPLE = 100_000;

  /**
   * printf 'spring:1' | md5sum gives c993cc13c6acabe18573fd5c98042173; the first fifteen digits are
   * the draw. Whoever changes this moves customers between the arms of campaigns that run.
   */
  @Test
  void draw_isTheFirst60BitsOfMd5() {
    assertThat(Draw.of("spring", new CustomerId(1))).isEqualTo(0xc993cc13c6acabeL);
    assertThat(Draw.last(100)).isEqualTo("199999999999999");
    assertThat(Draw.last(500)).isEqualTo("7ffffffffffffff");
    assertThat(Draw.last(999)).isEqualTo("ffbe76c8b439581");
    assertThat(Draw.last(1000)).isEqualTo("fffffffffffffff");
  }

  /** Their md5 begin with c9, 3a, cb, cc and 4b: below 80 is the first half. */
  @Test
  void arm_staysTheSame_acrossReleases() {
    var spring = Experiment.heldBack(ID, "spring", 500);

    assertThat(List.of(1L, 2L, 3L, 4L, 9_007_199_254_740_993L))
        .extracting(id -> spring.armOf(new CustomerId(id)).name())
        .containsExactly("treated", "control", "treated", "treated", "control");
  }

  @Test
  void arms_haveTheirShares_within3Sigma() {
    var three =
        new Experiment(
            ID, "shares", List.of(control(100), arm("sms", 300), arm("mail", 599), arm("post", 1)));
    var found = new HashMap<String, Long>();
    for (var id = 1; id <= PEOPLE; id++) {
      found.merge(three.armOf(new CustomerId(id)).name(), 1L, Long::sum);
    }

    assertThat(found.values().stream().mapToLong(n -> n).sum()).isEqualTo(PEOPLE);
    for (var arm : three.arms()) {
      var share = arm.perMille() / 1000.0;
      assertThat((double) found.getOrDefault(arm.name(), 0L))
          .isEqualTo(PEOPLE * share, within(3 * Math.sqrt(PEOPLE * share * (1 - share))));
    }
    assertThat(SampleRatio.of(three, found).alarm()).isFalse();
  }

  /** The same customers, two experiments: being held back in one says nothing about the other. */
  @Test
  void arms_areIndependent_betweenSalts() {
    var one = Experiment.heldBack(ID, "spring-2026", 500);
    var other = Experiment.heldBack(ID, "spring-2027", 500);
    var both = 0;
    for (var id = 1; id <= PEOPLE; id++) {
      var customer = new CustomerId(id);
      if (one.armOf(customer).control() && other.armOf(customer).control()) both++;
    }

    assertThat((double) both).isEqualTo(25_000, within(3 * Math.sqrt(PEOPLE * 0.25 * 0.75)));
  }

  @Test
  void control_keepsItsPeople_whenItGrows() {
    var tenth = Experiment.heldBack(ID, "spring", 100);
    var fifth = Experiment.heldBack(ID, "spring", 200);
    var lost = new ArrayList<CustomerId>();
    for (var id = 1; id <= PEOPLE; id++) {
      var customer = new CustomerId(id);
      if (tenth.armOf(customer).control() && !fifth.armOf(customer).control()) lost.add(customer);
    }

    assertThat(lost).isEmpty();
  }

  @Test
  void arm_ofNobody_getsNobody() {
    var all = Experiment.heldBack(ID, "spring", 0);
    var none = Experiment.heldBack(ID, "spring", 1000);
    for (var id = 1; id <= 2_000; id++) {
      assertThat(all.armOf(new CustomerId(id)).control()).isFalse();
      assertThat(none.armOf(new CustomerId(id)).control()).isTrue();
    }
  }

  @Test
  void experiment_refusesArmsThatAreNone() {
    assertThatThrownBy(() -> experiment(control(100), arm("sms", 800)))
        .hasMessage("arms make 900 per mille");
    assertThatThrownBy(() -> experiment(arm("sms", 500), arm("mail", 500)))
        .hasMessageContaining("control");
    assertThatThrownBy(() -> experiment(control(100), arm("sms", 450), arm("sms", 450)))
        .hasMessage("two arms sms");
    assertThatThrownBy(() -> arm("sms", 1001)).hasMessage("sms: 1001 per mille");
    assertThatThrownBy(() -> Experiment.heldBack(ID, " ", 100)).hasMessageContaining("salt");
  }

  private static Experiment experiment(Arm... arms) {
    return new Experiment(ID, "salt", List.of(arms));
  }

  private static Arm control(int perMille) {
    return new Arm("control", perMille, true);
  }

  private static Arm arm(String name, int perMille) {
    return new Arm(name, perMille, false);
  }
}
