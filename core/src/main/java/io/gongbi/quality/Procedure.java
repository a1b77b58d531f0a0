package io.gongbi.quality;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.UserId;
import io.gongbi.catalog.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done in a set way and by set people (标准流程): "每周数据巡检: look at the scorecard, Chen, by
 * Monday; empty the quarantine, Zhang, by Tuesday; again each week".
 *
 * @param again when it begins anew once all of it is done
 * @param past rounds that are over, the newest last, as many as are worth looking at
 */
public record Procedure(List<Step> steps, Again again, List<Round> past) {
  /** So many past rounds are kept. */
  static final int KEPT = 12;

  public Procedure {
    steps = List.copyOf(steps);
    past = List.copyOf(past);
  }

  /** When all of it is to be done again. */
  public enum Again {
    ONCE,
    WEEKLY,
    MONTHLY
  }

  /** Where in the product a step is done; nowhere in it for {@code OTHER}. */
  public enum Place {
    SCORECARD,
    QUARANTINE,
    REVIEW_PAIRS,
    RULES,
    COMPLETIONS,
    DIAGNOSIS,
    OTHER
  }

  /** One thing to do; {@code who} may be empty while nobody is named. */
  public record Step(
      String what, Place place, Optional<UserId> who, LocalDate due, Optional<Done> done) {
    /** Whether it is to be done and its day is past. */
    public boolean overdue(LocalDate today) {
      return done.isEmpty() && due.isBefore(today);
    }

    Step doneBy(Done by) {
      return new Step(what, place, who, due, Optional.of(by));
    }

    Step open(LocalDate on) {
      return new Step(what, place, who, on, Optional.empty());
    }
  }

  /** Somebody did it on a day; {@code note} may be empty. */
  public record Done(UserId by, LocalDate on, String note) {}

  /** A round that is over: every step with who did it. */
  public record Round(List<Step> steps) {
    public Round {
      steps = List.copyOf(steps);
    }
  }

  static final Kind<Procedure> KIND =
      Kind.of(
          "procedure",
          Procedure.class,
          List.of(Written.lower(Again.class), Written.lower(Place.class)));

  /** Whether every step is done; of one that comes again never, for it then begins anew. */
  public boolean done() {
    return steps.stream().allMatch(s -> s.done().isPresent());
  }

  /** With a step done, or open again. */
  Procedure with(int step, Step other) {
    var changed = new ArrayList<>(steps);
    changed.set(step, other);
    return new Procedure(changed, again, past);
  }

  /**
   * The next round once all of this one is done, with each step due a week or a month after it was;
   * where that is past already, after today.
   */
  Procedure onward(LocalDate today) {
    if (again == Again.ONCE || !done()) return this;
    var rounds = new ArrayList<>(past);
    rounds.add(new Round(steps));
    var kept = rounds.subList(Math.max(0, rounds.size() - KEPT), rounds.size());
    return new Procedure(
        steps.stream().map(s -> s.open(next(s.due(), today))).toList(), again, kept);
  }

  private LocalDate next(LocalDate due, LocalDate today) {
    var day = due;
    for (int n = 1; !day.isAfter(due) || !day.isAfter(today); n++)
      day = again == Again.WEEKLY ? due.plusWeeks(n) : due.plusMonths(n);
    return day;
  }
}
