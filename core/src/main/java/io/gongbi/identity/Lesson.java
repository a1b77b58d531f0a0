package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.REAL;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.identity.match.Fit;
import io.gongbi.identity.match.Judged;
import io.gongbi.identity.match.Judged.Miss;
import io.gongbi.identity.match.Model;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What judgements taught a version of the weights. Half of them take part in the fit, and the other
 * half says whether it was any good: of 40 held back the model alone takes 7 for what people say
 * they are not, the taught one 4. It is adopted only where it is no worse on those.
 *
 * @param judged pairs of which people said what they are
 * @param used those of them that it was learnt from; none where there were too few
 */
public record Lesson(
    Instant learntAt,
    long judged,
    long used,
    long heldBack,
    Miss alone,
    Miss taught,
    boolean adopted) {
  /** Of fewer judgements nothing is learnt: a few slips would be the rule. */
  public static final int ENOUGH = 40;

  /** By fewer than this no model is measured, and none learns from fewer. */
  static final int LEAST_OF_A_HALF = 10;

  static final TableSpec TABLE =
      TableSpec.kept(
          "identity.lesson",
          open("version", WHOLE),
          open("learnt_at", MOMENT),
          open("judged", WHOLE),
          open("used", WHOLE),
          open("held_back", WHOLE),
          open("wrong_alone", WHOLE),
          open("wrong_taught", WHOLE),
          open("loss_alone", REAL),
          open("loss_taught", REAL),
          open("adopted", FLAG));

  private static final Sql LAST =
      Sql.of(
          """
          select l.learnt_at,
                 l.judged,
                 l.used,
                 l.held_back,
                 l.wrong_alone,
                 l.wrong_taught,
                 l.loss_alone,
                 l.loss_taught,
                 l.adopted
          from {identity.lesson} l
          where l.version = (select max(r.version) from {identity.rate} r)
          """);

  /** What was learnt, and how far judgements helped. */
  record Taught(Model model, Lesson lesson) {}

  /** Whether there was anything to learn from, and to measure by. */
  public boolean wasEnough() {
    return used > 0;
  }

  /**
   * How far {@code judged} pairs have come: the model learns anew when there are enough of them for
   * the first time, and whenever they have doubled.
   */
  static int grade(long judged) {
    return judged < ENOUGH ? 0 : 64 - Long.numberOfLeadingZeros(judged / ENOUGH);
  }

  static long told(List<Judgement> judgements) {
    return judgements.stream().filter(Judgement::tells).count();
  }

  static Taught teach(Map<Long, Long> pairs, Map<Long, Long> blind, List<Judgement> judgements) {
    return teach(pairs, blind, half(judgements, false), half(judgements, true));
  }

  private static Judged half(List<Judgement> judgements, boolean heldBack) {
    var half = Judged.NONE;
    for (var one : judgements) {
      if (one.tells() && one.isHeldBack() == heldBack)
        half = half.and(one.pattern(), one.saysOne());
    }
    return half;
  }

  /** {@code held}: those that nothing learns from. */
  static Taught teach(Map<Long, Long> pairs, Map<Long, Long> blind, Judged used, Judged held) {
    var alone = Fit.of(pairs, blind);
    long judged = used.size() + held.size();
    boolean enough = judged >= ENOUGH && Math.min(used.size(), held.size()) >= LEAST_OF_A_HALF;
    if (!enough) return new Taught(alone, none(judged));
    var taught = Fit.of(pairs, blind, used);
    var before = held.miss(alone);
    var after = held.miss(taught);
    boolean adopted = after.wrong() <= before.wrong() && after.loss() <= before.loss();
    return new Taught(
        adopted ? taught : alone,
        new Lesson(Instant.EPOCH, judged, used.size(), held.size(), before, after, adopted));
  }

  private static Lesson none(long judged) {
    return new Lesson(Instant.EPOCH, judged, 0, 0, new Miss(0, 0), new Miss(0, 0), false);
  }

  /** That of the last version, unless it is older than judgements are. */
  static Optional<Lesson> last(Function<Sql, Table> ask) {
    return ask.apply(LAST).first().map(Lesson::of);
  }

  private static Lesson of(Row row) {
    return new Lesson(
        row.moment("learnt_at"),
        row.whole("judged"),
        row.whole("used"),
        row.whole("held_back"),
        new Miss(row.whole("wrong_alone"), row.real("loss_alone")),
        new Miss(row.whole("wrong_taught"), row.real("loss_taught")),
        row.flag("adopted"));
  }

  void keep(Write write, long version, Instant at) {
    var row =
        List.of(
            Value.of(version),
            Value.of(at),
            Value.of(judged),
            Value.of(used),
            Value.of(heldBack),
            Value.of(alone.wrong()),
            Value.of(taught.wrong()),
            Value.of(alone.loss()),
            Value.of(taught.loss()),
            Value.of(adopted));
    write.append(TABLE, new Table(TABLE.columns(), List.of(row)));
  }
}
