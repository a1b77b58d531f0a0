package io.gongbi.identity.match;

import static io.gongbi.identity.match.Comparison.BIRTHDAY;
import static io.gongbi.identity.match.Comparison.NAME;
import static io.gongbi.identity.match.Comparison.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.identity.match.Comparison.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is planted in pairs is found again, without a label. */
final class FitTest {
  private static long pattern(int name, int birthday, int phone) {
    return NAME.at(name) + BIRTHDAY.at(birthday) + PHONE.at(phone);
  }

  /**
   * 6,000 pairs of one person, 3,000 of a household on one phone, 1,000 of namesakes: all of them
   * worth comparing, so six in ten are one person.
   */
  @Test
  void threeKindsOfPairs_areToldApart() {
    var random = new Random(1);
    var pairs = new HashMap<Long, Long>();
    for (int i = 0; i < 10_000; i++) {
      boolean one = i < 6_000;
      boolean household = !one && i < 9_000;
      int name =
          one
              ? draw(random, 1, 2, 5, 12, 80)
              : household ? draw(random, 80, 20) : draw(random, 0, 0, 0, 10, 90);
      int birthday = one ? draw(random, 5, 2, 3, 90) : draw(random, 99, 0, 0, 1);
      int phone = one ? draw(random, 20, 1, 79) : household ? 3 : 1;
      pairs.merge(pattern(name, birthday, phone), 1L, Long::sum);
    }
    var blind = new HashMap<Long, Long>();
    for (int i = 0; i < 100_000; i++) {
      blind.merge(
          pattern(draw(random, 9600, 370, 15, 5, 10), draw(random, 995, 3, 1, 1), 1),
          1L,
          Long::sum);
    }
    var model = Fit.of(pairs, blind);
    assertThat(model.onePerson()).isCloseTo(0.6, within(0.02));
    assertThat(model.share(Kind.CONTACT)).isCloseTo(0.3, within(0.02));
    assertThat(model.share(Kind.NAME)).isCloseTo(0.1, within(0.02));
    assertThat(model.rates(PHONE).get(2).onePerson()).isCloseTo(0.79, within(0.02));
    assertThat(model.rates(NAME).get(4).onePerson()).isCloseTo(0.8, within(0.02));
    // One phone: with one name one person, with two names two.
    assertThat(model.weight(pattern(5, 0, 3))).isGreaterThan(6);
    assertThat(model.weight(pattern(1, 0, 3))).isLessThan(-3);
    assertThat(model.ifTwo(pattern(1, 0, 3))).isEqualTo(Kind.CONTACT);
    // One name: with one birthday one person, with another phone and birthday two.
    assertThat(model.weight(pattern(5, 4, 1))).isGreaterThan(3);
    assertThat(model.weight(pattern(5, 1, 1))).isLessThan(-3);
    assertThat(model.ifTwo(pattern(5, 1, 1))).isEqualTo(Kind.NAME);
  }

  /** The parts of a weight add up to it, or just above: only one of the other classes is told. */
  @Test
  void parts_addUpToTheWeight() {
    var model = Fit.of(Map.of(), Map.of());
    var seen = pattern(5, 2, 3);
    double sum = model.prior(seen) + model.parts(seen).stream().mapToDouble(Model.Part::bits).sum();
    assertThat(sum).isBetween(model.weight(seen), model.weight(seen) + 1);
    assertThat(model.parts(seen).stream().map(Model.Part::comparison))
        .containsExactly(NAME, BIRTHDAY, PHONE);
  }

  /**
   * In a shop whose customers often change their number, and tell it no birthday: 3,000 pairs of
   * one person with one phone, 1,500 with two, and 500 namesakes. Nothing in the pairs tells the
   * last two apart, and left alone the fit takes most of them for namesakes. Thirty judgements, of
   * which 24 say one person, turn that; the household on one phone stays two people.
   */
  private static final Map<Long, Long> MOVERS =
      Map.of(
          pattern(5, 0, 3),
          3_000L,
          pattern(5, 0, 1),
          2_000L,
          pattern(1, 0, 3),
          1_000L,
          pattern(1, 0, 1),
          10L);

  private static final Map<Long, Long> STRANGERS =
      Map.of(pattern(1, 0, 1), 99_000L, pattern(5, 0, 1), 1_000L);

  @Test
  void judgements_turnAModelThatWasWrong() {
    var judged = Judged.NONE;
    for (int n = 0; n < 30; n++) judged = judged.and(pattern(5, 0, 1), n % 5 > 0);
    var alone = Fit.of(MOVERS, STRANGERS);
    var taught = Fit.of(MOVERS, STRANGERS, judged);
    assertThat(alone.weight(pattern(5, 0, 1))).as("two namesakes").isNegative();
    assertThat(taught.weight(pattern(5, 0, 1))).as("one person").isBetween(0.5, 4.0);
    assertThat(taught.weight(pattern(1, 0, 3))).as("a household").isLessThan(-3);
    assertThat(taught.weight(pattern(5, 0, 3))).as("name and phone").isGreaterThan(6);
    assertThat(judged.miss(alone).wrong()).isEqualTo(24);
    assertThat(judged.miss(taught).wrong()).isEqualTo(6);
    assertThat(judged.miss(taught).loss()).isLessThan(judged.miss(alone).loss());
  }

  /** A slip of a hand among pairs of which everything else is sure moves next to nothing. */
  @Test
  void oneWrongJudgement_turnsNothing() {
    var slip = Judged.NONE.and(pattern(5, 0, 3), false);
    var alone = Fit.of(MOVERS, STRANGERS);
    var taught = Fit.of(MOVERS, STRANGERS, slip);
    for (long seen : MOVERS.keySet()) {
      assertThat(taught.weight(seen) > 0).isEqualTo(alone.weight(seen) > 0);
    }
  }

  /**
   * What has a chance of 2 in 3 surprises, said to be one person, by log2(3/2) = 0.585 bits, said
   * to be two by log2(3) = 1.585.
   */
  @Test
  void miss_countsAndWeighsWhatWasJudgedOtherwise() {
    var model = Fit.of(Map.of(), Map.of());
    long seen = pattern(0, 0, 3);
    double chance = 1 / (1 + Math.pow(2, -model.weight(seen)));
    var judged = Judged.NONE.and(seen, true).and(seen, true).and(seen, false);
    assertThat(judged.miss(model).wrong()).isEqualTo(1);
    assertThat(judged.miss(model).loss())
        .isCloseTo(-(2 * log2(chance) + log2(1 - chance)) / 3, within(1e-9));
    assertThat(Judged.NONE.miss(model)).isEqualTo(new Judged.Miss(0, 0));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  /** With nothing to learn from, what is usual decides. */
  @Test
  void usualWeights_haveTheRightSigns() {
    var model = Fit.of(Map.of(), Map.of());
    assertThat(model.weight(pattern(0, 0, 3))).as("a phone, no names").isBetween(0.5, 4.0);
    assertThat(model.weight(pattern(5, 0, 3))).as("phone and name").isGreaterThan(6);
    assertThat(model.weight(pattern(1, 0, 3))).as("a phone, two names").isNegative();
    assertThat(model.weight(pattern(5, 1, 1))).as("namesakes").isNegative();
  }

  /** 0.5, 0.2, 0.3 beside 0.5, 0.4, 0.1: ratios 1, 0.5, 3 become 0.7/0.9, 0.7/0.9, 3. */
  @Test
  void rates_neverFallAgainstStrangers() {
    var rising = Fit.rising(new double[] {0.5, 0.2, 0.3}, new double[] {0.5, 0.4, 0.1});
    assertThat(rising[0]).isCloseTo(0.5 * 0.7 / 0.9, within(1e-12));
    assertThat(rising[1]).isCloseTo(0.4 * 0.7 / 0.9, within(1e-12));
    assertThat(rising[2]).isCloseTo(0.3, within(1e-12));
  }

  /** A level from 1 on, by shares. */
  private static int draw(Random random, int... shares) {
    int at = random.nextInt(Arrays.stream(shares).sum());
    for (int l = 0; ; l++) {
      at -= shares[l];
      if (at < 0) return l + 1;
    }
  }
}
