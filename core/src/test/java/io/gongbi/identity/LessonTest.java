package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.identity.Judgement.Answer;
import io.gongbi.identity.match.Comparison;
import io.gongbi.identity.match.Fit;
import io.gongbi.identity.match.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What judgements teach, and what is made of it where there are too few or it is no better. */
final class LessonTest extends ResolvedGround {
  private static long pattern(int name, int phone) {
    return Comparison.NAME.at(name) + Comparison.PHONE.at(phone);
  }

  /** One name and another phone: 1,500 people with two numbers, and 500 namesakes. */
  private static final long DOUBTFUL = pattern(5, 1);

  private static final Map<Long, Long> PAIRS =
      Map.of(pattern(5, 3), 3_000L, DOUBTFUL, 2_000L, pattern(1, 3), 1_000L, pattern(1, 1), 10L);
  private static final Map<Long, Long> BLIND = Map.of(pattern(1, 1), 99_000L, DOUBTFUL, 1_000L);

  private static Judged judged(int one, int two) {
    return new Judged(Map.of(DOUBTFUL, (long) one), Map.of(DOUBTFUL, (long) two));
  }

  @Test
  void enoughOfThem_areLearntFrom_andMeasuredByTheOtherHalf() {
    var taught = Lesson.teach(PAIRS, BLIND, judged(16, 4), judged(15, 5));
    var lesson = taught.lesson();
    assertThat(lesson.adopted()).isTrue();
    assertThat(List.of(lesson.judged(), lesson.used(), lesson.heldBack()))
        .containsExactly(40L, 20L, 20L);
    assertThat(lesson.alone().wrong()).isEqualTo(15);
    assertThat(lesson.taught().wrong()).isEqualTo(5);
    assertThat(lesson.taught().loss()).isLessThan(lesson.alone().loss());
    assertThat(taught.model().weight(DOUBTFUL)).isPositive();
  }

  @Test
  void tooFew_changeNothing() {
    var alone = Fit.of(PAIRS, BLIND);
    for (var half : List.of(judged(16, 3), judged(30, 0))) {
      var held = half.size() == 30 ? judged(8, 1) : judged(15, 5);
      var taught = Lesson.teach(PAIRS, BLIND, half, held);
      assertThat(taught.model()).isEqualTo(alone);
      assertThat(taught.lesson().wasEnough()).isFalse();
      assertThat(taught.lesson().adopted()).isFalse();
    }
  }

  /** Those who judged one half were of another mind than those who judged the other. */
  @Test
  void whatIsNoBetterOnThoseHeldBack_isNotAdopted() {
    var taught = Lesson.teach(PAIRS, BLIND, judged(18, 2), judged(3, 17));
    assertThat(taught.lesson().wasEnough()).isTrue();
    assertThat(taught.lesson().taught().wrong()).isEqualTo(17);
    assertThat(taught.lesson().alone().wrong()).isEqualTo(3);
    assertThat(taught.lesson().adopted()).isFalse();
    assertThat(taught.model()).isEqualTo(Fit.of(PAIRS, BLIND));
  }

  @Test
  void half_isHeldBack_alwaysTheSame() {
    var all = judgements(1_000);
    assertThat(all.stream().filter(Judgement::isHeldBack)).hasSizeBetween(450, 550);
    assertThat(all.get(7).isHeldBack()).isEqualTo(judgements(8).get(7).isHeldBack());
  }

  private static List<Judgement> judgements(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Judgement(
                    new RecordRef("crm", "M" + i),
                    new RecordRef("shop", "u" + i * 7),
                    Answer.SAME,
                    DOUBTFUL,
                    true))
        .toList();
  }

  /** With 40 judgements the model learns anew, with 41 it does not, with 80 again. */
  @Test
  void model_learnsAnew_wheneverJudgementsHaveDoubled() {
    given.customers(
        1,
        """
        source record_key name phone
        crm    1          张伟 13900000001
        pos    1          张伟 13900000001
        """);
    var found = new ArrayList<List<String>>();
    for (int n : new int[] {0, 39, 40, 41, 80}) {
      given.run(
          List.of(
              new Resolve(
                  IdRules.DEFAULT,
                  new Matching(1_500, Optional.empty()),
                  List.of(),
                  judgements(n),
                  Ground.CLOCK)),
          ALL);
      found.add(
          given.rows("select l.judged from {identity.lesson} l order by l.version nulls last"));
    }
    assertThat(found)
        .containsExactly(
            List.of("0"),
            List.of("0"),
            List.of("0", "40"),
            List.of("0", "40"),
            List.of("0", "40", "80"));
  }
}
