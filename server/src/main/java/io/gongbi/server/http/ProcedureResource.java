package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.quality.Procedure;
import io.gongbi.quality.Procedures;
import io.gongbi.server.login.Needs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Standard procedures: steps, who does them, by when, and that they were done. */
@RestController
@About("Standard procedures: steps, who does them, by when, and that they were done.")
@RequestMapping("/api/quality/procedures")
public class ProcedureResource {
  private final Gongbi gongbi;
  private final Procedures procedures;

  public ProcedureResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.procedures = gongbi.procedures();
  }

  /** A procedure; {@code past}: rounds that are over, the newest first. */
  public record View(
      String id,
      Label label,
      Procedure.Again again,
      boolean done,
      List<StepView> steps,
      List<RoundView> past) {}

  /** One step; {@code mine}: whoever asks is to do it. */
  public record StepView(
      int step,
      String what,
      Procedure.Place place,
      Optional<String> who,
      Optional<Label> whoName,
      LocalDate due,
      boolean overdue,
      boolean mine,
      Optional<DoneView> done) {}

  /** Who did it. */
  public record DoneView(Label by, LocalDate on, String note) {}

  /** A round that is over. */
  public record RoundView(List<StepView> steps) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("All procedures with their steps.")
  public List<View> all(Viewer viewer) {
    return procedures.all().stream().map(d -> view(d, viewer)).toList();
  }

  private View view(Definition<Procedure> definition, Viewer viewer) {
    var body = definition.body();
    return new View(
        definition.id().key(),
        definition.label(),
        body.again(),
        body.done(),
        steps(body.steps(), viewer),
        body.past().reversed().stream().map(r -> new RoundView(steps(r.steps(), viewer))).toList());
  }

  private List<StepView> steps(List<Procedure.Step> steps, Viewer viewer) {
    var doers = Doers.of(gongbi);
    return IntStream.range(0, steps.size())
        .mapToObj(
            i -> {
              var step = steps.get(i);
              return new StepView(
                  i,
                  step.what(),
                  step.place(),
                  step.who().map(UserId::value),
                  step.who().map(doers::called),
                  step.due(),
                  step.overdue(procedures.today()),
                  step.who().filter(viewer.user()::equals).isPresent(),
                  step.done().map(d -> new DoneView(doers.called(d.by()), d.on(), d.note())));
            })
        .toList();
  }

  /** One that can be adopted as it is. */
  @Needs(Right.VIEW)
  @GetMapping("/ready")
  @About("A procedure that most companies can begin with.")
  public Procedures.Ready ready() {
    return procedures.ready();
  }

  /** A step as it is written down. */
  public record WantedStep(
      String what, Procedure.Place place, Optional<String> who, LocalDate due) {}

  /** A procedure as it is written down; without {@code english} it has one name on every screen. */
  public record Wanted(
      String label, Optional<String> english, Procedure.Again again, List<WantedStep> steps) {
    Label named() {
      var one = Names.typed(label);
      return english.map(e -> new Label(one.zh(), Names.typed(e).en())).orElse(one);
    }

    List<Procedures.Wanted> written() {
      return steps.stream()
          .map(s -> new Procedures.Wanted(s.what(), s.place(), s.who().map(UserId::new), s.due()))
          .toList();
    }
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @PostMapping
  @About("Writes a procedure down.")
  public View add(@RequestBody Wanted wanted, Viewer viewer) {
    return view(procedures.add(wanted.named(), wanted.written(), wanted.again(), viewer), viewer);
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @PutMapping("/{key}")
  @About("Changes a procedure; steps worded as before keep that they are done.")
  public View change(@PathVariable String key, @RequestBody Wanted wanted, Viewer viewer) {
    return view(
        procedures.change(id(key), wanted.named(), wanted.written(), wanted.again(), viewer),
        viewer);
  }

  /** What doing it has brought. */
  public record Note(String note) {}

  @Needs(Right.VIEW)
  @PostMapping("/{key}/steps/{step}/done")
  @About("Somebody did a step; with the last one a procedure that comes again begins anew.")
  public View done(
      @PathVariable String key, @PathVariable int step, @RequestBody Note note, Viewer viewer) {
    return view(procedures.done(id(key), step, note.note(), viewer), viewer);
  }

  @Needs(Right.VIEW)
  @DeleteMapping("/{key}/steps/{step}/done")
  @About("A step was not done after all.")
  public View reopen(@PathVariable String key, @PathVariable int step, Viewer viewer) {
    return view(procedures.reopen(id(key), step, viewer), viewer);
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Deletes a procedure.")
  public void delete(@PathVariable String key, Viewer viewer) {
    procedures.delete(id(key), viewer);
  }

  private static DefinitionId id(String key) {
    return Keys.numbered(Procedures.KIND, "p", key);
  }
}
