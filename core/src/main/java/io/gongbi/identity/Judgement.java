package io.gongbi.identity;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Written;
import java.util.List;
import java.util.Optional;

/**
 * What a person said of two records that were compared: the member 张伟 of the crm and the buyer 张伟
 * of the shop, one name and another phone, are the same person. It is followed as a {@link
 * Decision} is, and the next {@link io.gongbi.identity.match.Fit} learns from it ({@link Lesson}).
 *
 * @param one the least record of one of the two, as they were compared
 * @param pattern what they had in common when it was said
 * @param wereOne whether they were one customer then: who says so changes nobody
 */
public record Judgement(
    RecordRef one, RecordRef other, Answer answer, long pattern, boolean wereOne) {
  public static final Kind<Judgement> KIND =
      Kind.of("judgement", Judgement.class, List.of(Written.lower(Answer.class)));

  /** Of scattered bits the highest: no number of records ends in them. */
  private static final int SCATTER = 0x9E3779B9;

  public enum Answer {
    SAME,
    DIFFERENT,
    UNSURE
  }

  boolean isOf(RecordRef one, RecordRef other) {
    return this.one.equals(one) && this.other.equals(other);
  }

  /** What holds from the next run on. */
  Optional<Decision> decision() {
    return switch (answer) {
      case SAME -> Optional.of(decided(Decision.Verdict.TOGETHER));
      case DIFFERENT -> Optional.of(decided(Decision.Verdict.APART));
      case UNSURE -> Optional.empty();
    };
  }

  private Decision decided(Decision.Verdict verdict) {
    return new Decision(verdict, List.of(one), List.of(other), "");
  }

  /** Whether it is known what they are. */
  boolean tells() {
    return answer != Answer.UNSURE;
  }

  boolean saysOne() {
    return answer == Answer.SAME;
  }

  /** Whether customers are others than before once it is followed. */
  public boolean moves() {
    return tells() && saysOne() != wereOne;
  }

  /**
   * Whether it is kept for measuring and nothing learns from it: half of all, the same ones on
   * every machine and in every run.
   */
  boolean isHeldBack() {
    return (31 * one.toString().hashCode() + other.toString().hashCode()) * SCATTER < 0;
  }
}
