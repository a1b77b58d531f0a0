package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Runs;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Background work: what runs, how far it is, and stopping it. */
@RestController
@About("Background work: what runs, how far it is, stopping it.")
@RequestMapping("/api/refresh/runs")
public class RunResource {
  private static final Label REFRESH = new Label("刷新", "Refresh");

  private final Gongbi gongbi;
  private final Runs runs;

  public RunResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.runs = gongbi.runs();
  }

  /** Whether to do everything over, also what is up to date. */
  public record Wanted(Optional<Boolean> all) {}

  /** Background work that was begun. */
  public record Begun(long run) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Brings everything up to date; gives the run that waits to do so, if there is one.")
  public Begun refresh(@RequestBody Wanted wanted, Viewer viewer) {
    var run = gongbi.refresh(viewer.user(), REFRESH, wanted.all().orElse(false));
    return new Begun(run.value());
  }

  /**
   * A run as it is shown while it works and after it ended. {@code rows}: while files are read, the
   * rows that have come of the file so far; {@code done} and {@code total} are then bytes of all
   * files, and {@code secondsLeft} what reading the rest will take, once that can be said. {@code
   * mayStop}: whether whoever asks may stop it.
   */
  public record RunView(
      long id,
      String kind,
      Label label,
      String state,
      Optional<String> step,
      Optional<Label> stepLabel,
      long done,
      long total,
      Optional<Long> rows,
      Optional<Long> secondsLeft,
      Instant startedAt,
      Optional<Instant> endedAt,
      List<Problem.Said> faults,
      Map<String, String> result,
      boolean mayStop) {
    static RunView of(Run run, Locale locale, Viewer viewer) {
      return new RunView(
          run.id().value(),
          run.kind().name().toLowerCase(Locale.ROOT),
          run.label(),
          run.state().name().toLowerCase(Locale.ROOT),
          run.at().map(Run.Stretch::step),
          run.at().map(Run.Stretch::label),
          run.at().map(Run.Stretch::done).orElse(0L),
          run.at().map(Run.Stretch::total).orElse(0L),
          run.at().flatMap(Run.Stretch::rows),
          run.at().flatMap(Run.Stretch::left).map(Duration::toSeconds),
          run.startedAt(),
          run.endedAt(),
          Problems.said(run.faults(), locale),
          told(run.result(), viewer),
          !run.state().ended() && run.mayBeStoppedBy(viewer));
    }

    /** How many customers there are is for those who may see all of them. */
    private static Map<String, String> told(Map<String, String> result, Viewer viewer) {
      if (viewer.seesEverybody()) return result;
      return result.entrySet().stream()
          .filter(
              one -> !one.getKey().startsWith("customers") && !one.getKey().startsWith("orders"))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  @Needs(Right.VIEW)
  @GetMapping
  @About("The latest runs.")
  public List<RunView> latest(
      @RequestParam(defaultValue = "20") int limit, HttpServletRequest request, Viewer viewer) {
    var locale = Speech.of(request);
    return runs.latest(Math.clamp(limit, 1, 200)).stream()
        .map(run -> RunView.of(run, locale, viewer))
        .toList();
  }

  @Needs(Right.VIEW)
  @GetMapping("/{id}")
  @About("One run.")
  public RunView run(@PathVariable long id, HttpServletRequest request, Viewer viewer) {
    var run =
        runs.find(new RunId(id))
            .orElseThrow(() -> Faults.notFound("refresh.no-such-run", Long.toString(id)));
    return RunView.of(run, Speech.of(request), viewer);
  }

  @Needs(Right.DEFINE)
  @PostMapping("/{id}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Asks a run to stop: any, or, for who sees some customers only, their own.")
  public void cancel(@PathVariable long id, Viewer viewer) {
    runs.cancel(new RunId(id), viewer);
  }
}
