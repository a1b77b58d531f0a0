package io.gongbi.quality;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The standard procedures: written down, done step by step, looked back on. Thread-safe. */
public final class Procedures {
  public static final Kind<Procedure> KIND = Procedure.KIND;

  private static final int MOST_STEPS = 30;
  private static final int LONGEST_STEP = 200;
  private static final int LONGEST_NOTE = 500;

  private final Definitions definitions;
  private final Authorship authors;
  private final Users users;
  private final Supplier<LocalDate> today;

  /** {@code today}: where the company is. */
  public Procedures(
      Definitions definitions, Authorship authors, Users users, Supplier<LocalDate> today) {
    this.definitions = definitions;
    this.authors = authors;
    this.users = users;
    this.today = today;
  }

  public List<Definition<Procedure>> all() {
    return definitions.all(KIND);
  }

  public LocalDate today() {
    return today.get();
  }

  /** A step as it is written down, before anybody does it. */
  public record Wanted(String what, Procedure.Place place, Optional<UserId> who, LocalDate due) {
    Procedure.Step step() {
      return new Procedure.Step(what.strip(), place, who, due, Optional.empty());
    }
  }

  /**
   * The weekly check that most companies can begin with, in the reader's words: each step due on
   * the next Monday that is not past, by nobody yet.
   */
  public Ready ready() {
    var monday = today.get().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return new Ready(
        new Label("每周数据巡检", "Weekly data check"),
        monday,
        List.of(
            new ReadyStep(
                new Label("看质量评分：哪些分掉了，为什么", "Look at the scorecard: what fell, and why"),
                Procedure.Place.SCORECARD),
            new ReadyStep(
                new Label(
                    "清空隔离区：改好、派补录或放到一边",
                    "Empty the quarantine: mend, send out to be filled in, or set aside"),
                Procedure.Place.QUARANTINE),
            new ReadyStep(
                new Label("审核拿不准的客户对", "Review pairs of customers in doubt"),
                Procedure.Place.REVIEW_PAIRS),
            new ReadyStep(
                new Label(
                    "复核到期的来源和清洗规则", "Review sources and rules that are past their review date"),
                Procedure.Place.RULES)));
  }

  /** A procedure that nobody has adopted yet. */
  public record Ready(Label label, LocalDate due, List<ReadyStep> steps) {
    public Ready {
      steps = List.copyOf(steps);
    }
  }

  public record ReadyStep(Label what, Procedure.Place place) {}

  /** Throws {@code quality.procedure-…} faults and {@code quality.sees-some-only}. */
  public Definition<Procedure> add(
      Label label, List<Wanted> steps, Procedure.Again again, Viewer by) {
    mayWrite(by);
    check(steps);
    return authors.add(
        by,
        KIND,
        "p",
        label,
        new Procedure(steps.stream().map(Wanted::step).toList(), again, List.of()));
  }

  /**
   * Writes it down anew: a step that is worded as before keeps that it is done. Throws what {@link
   * #add} does.
   */
  public Definition<Procedure> change(
      DefinitionId id, Label label, List<Wanted> steps, Procedure.Again again, Viewer by) {
    mayWrite(by);
    check(steps);
    var before = definitions.get(KIND, id);
    var written =
        steps.stream()
            .map(Wanted::step)
            .map(
                s ->
                    before.body().steps().stream()
                        .filter(b -> b.what().equals(s.what()) && b.done().isPresent())
                        .findFirst()
                        .map(b -> s.doneBy(b.done().orElseThrow()))
                        .orElse(s))
            .toList();
    var next = new Procedure(written, again, before.body().past()).onward(today.get());
    return authors.save(by, KIND, before.with(label).withOwner(by.user()).withBody(next));
  }

  /**
   * Somebody did a step: who it is given to, anybody while nobody is named, or whoever may write
   * procedures. With the last of them a procedure that comes again begins its next round. Throws
   * {@code quality.procedure-others}, {@code quality.procedure-gone} for a step that is not there
   * or not open, {@code quality.procedure-note}.
   */
  public Definition<Procedure> done(DefinitionId id, int step, String note, Viewer by) {
    var before = definitions.get(KIND, id);
    var one = mayDo(before.body(), step, false, by);
    if (note.strip().length() > LONGEST_NOTE) throw Faults.bad("quality.procedure-note", "note");
    var done = new Procedure.Done(by.user(), today.get(), note.strip());
    return authors.save(
        by, KIND, before.withBody(before.body().with(step, one.doneBy(done)).onward(today.get())));
  }

  /** It was not done after all. Throws what {@link #done} does. */
  public Definition<Procedure> reopen(DefinitionId id, int step, Viewer by) {
    var before = definitions.get(KIND, id);
    var one = mayDo(before.body(), step, true, by);
    return authors.save(by, KIND, before.withBody(before.body().with(step, one.open(one.due()))));
  }

  public void delete(DefinitionId id, Viewer by) {
    mayWrite(by);
    authors.delete(by, KIND, id);
  }

  private static Procedure.Step mayDo(Procedure procedure, int step, boolean done, Viewer by) {
    if (step < 0
        || step >= procedure.steps().size()
        || procedure.steps().get(step).done().isPresent() != done)
      throw new FaultException(new Fault.Conflict("quality.procedure-gone", "step", Map.of()));
    var one = procedure.steps().get(step);
    boolean theirs = one.who().map(by.user()::equals).orElse(true);
    if (!theirs && !by.role().rights().contains(Right.DEFINE))
      throw new FaultException(new Fault.Forbidden("quality.procedure-others", "", Map.of()));
    return one;
  }

  private static void mayWrite(Viewer by) {
    by.must(Right.DEFINE);
    Rules.mustSeeAll(by);
  }

  private void check(List<Wanted> steps) {
    var faults = new Faults();
    if (steps.isEmpty() || steps.size() > MOST_STEPS)
      faults.bad("quality.procedure-steps", "steps", Map.of("most", Integer.toString(MOST_STEPS)));
    for (int i = 0; i < steps.size(); i++) {
      var what = steps.get(i).what().strip();
      if (what.isEmpty() || what.length() > LONGEST_STEP)
        faults.bad(
            "quality.procedure-step",
            "steps[" + i + "].what",
            Map.of("most", Integer.toString(LONGEST_STEP)));
      if (steps.get(i).who().filter(u -> users.find(u).isEmpty()).isPresent())
        faults.bad("quality.procedure-who", "steps[" + i + "].who", Map.of());
    }
    faults.throwIfAny();
  }
}
