package io.gongbi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What goes together in baskets, told apart from what chance puts together. */
final class AffinityTest {
  private static final Offset<Double> THREE_PLACES = within(0.0005);

  /**
   * Of 1,000 buyers 400 bought tea this year, 300 ever a pot, 200 both. Half of the tea drinkers
   * have a pot, of all 0.3: a lift of 1.667. Wilson at 95 %, z² = 3.8415: the centre stays 0.5, the
   * half width is 1.96 ÷ 1.0096 × √(0.25 ÷ 400 + 3.8415 ÷ 640,000) = 0.0488; 0.4512 and 0.5488 over
   * 0.3 are 1.504 and 1.829.
   */
  @Test
  void lift_isTheShareAmongBuyersOfTheFirst_overTheUsualShare() {
    var found = Affinity.of("茶", "茶具", new Affinity.Counts(1_000, 400, 300, 200), 0.95);

    assertThat(found.support()).isEqualTo(0.2);
    assertThat(found.confidence()).isEqualTo(0.5);
    assertThat(found.usual()).isEqualTo(0.3);
    assertThat(found.lift()).isCloseTo(1.667, THREE_PLACES);
    assertThat(found.low()).isCloseTo(1.504, THREE_PLACES);
    assertThat(found.high()).isCloseTo(1.829, THREE_PLACES);
  }

  /**
   * 156 of 400 are 0.39, a lift of 1.3. Asked alone it lies above 0.3435 ÷ 0.3 = 1.145 and counts;
   * as one of a hundred pairs it must pass at 1 − 0.05 ÷ 100, where z is 3.48, and lies above
   * 0.3095 ÷ 0.3 = 1.032 only: a hundred pairs find such a one by chance.
   */
  @Test
  void affinity_thatHoldsAlone_mayBeChanceAmongMany() {
    var counts = new Affinity.Counts(1_000, 400, 300, 156);

    assertThat(Affinity.real("茶", "茶具", counts, 1).orElseThrow().low())
        .isCloseTo(1.145, THREE_PLACES);
    assertThat(Affinity.of("茶", "茶具", counts, 1 - 0.05 / 100).low()).isCloseTo(1.032, THREE_PLACES);
    assertThat(Affinity.real("茶", "茶具", counts, 100)).isEmpty();
  }

  /** 29 of 30 who bought the first have the second, against 0.1 of all: still too few to say so. */
  @Test
  void affinity_ofTooFew_isNone() {
    assertThat(Affinity.real("茶", "茶具", new Affinity.Counts(1_000, 30, 100, 29), 1)).isEmpty();
    assertThat(Affinity.real("茶", "茶具", new Affinity.Counts(1_000, 30, 100, 30), 1)).isPresent();
  }

  /** 0.32 against 0.3 is surely more where there are 40,000 of them, and not worth a campaign. */
  @Test
  void affinity_thatIsSureAndSmall_isNone() {
    var counts = new Affinity.Counts(100_000, 40_000, 30_000, 12_800);

    assertThat(Affinity.of("茶", "茶具", counts, 0.95).low()).isGreaterThan(1).isLessThan(1.1);
    assertThat(Affinity.real("茶", "茶具", counts, 1)).isEmpty();
  }
}
