package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.quality.Completion;
import io.gongbi.quality.Completions;
import io.gongbi.server.login.Needs;
import io.gongbi.standard.FieldKey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks to fill in what rows lack. */
@RestController
@About("Tasks to fill in what rows lack: given to people, worked on, counted.")
@RequestMapping("/api/quality/completions")
public class CompletionResource {
  private final Gongbi gongbi;
  private final Completions completions;

  public CompletionResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.completions = gongbi.completions();
  }

  /** A task; {@code open} of its {@code rows} lack the value still. */
  public record View(
      String id,
      String source,
      String feed,
      String field,
      String heading,
      String who,
      Label whoName,
      Label givenBy,
      Optional<String> typist,
      LocalDate due,
      String note,
      long rows,
      long open,
      boolean overdue,
      boolean mine) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("The viewer's own tasks, and all of them for whoever may give any, the first due first.")
  public List<View> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return completions.standing(viewer).stream().map(s -> view(s, doers, viewer)).toList();
  }

  private View view(Completions.Standing standing, Doers doers, Viewer viewer) {
    var task = standing.task().body();
    return new View(
        standing.task().id().key(),
        task.source().value(),
        task.feed(),
        task.field().toString(),
        task.heading(),
        task.who().value(),
        doers.called(task.who()),
        doers.called(standing.task().owner()),
        task.typist(),
        task.due(),
        task.note(),
        task.rows().size(),
        standing.open(),
        standing.overdue(completions.today()),
        task.who().equals(viewer.user()));
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @GetMapping("/columns")
  @About("The columns of a feed, one of which may say who typed a row.")
  public List<String> columns(
      @RequestParam String source, @RequestParam String feed, Viewer viewer) {
    return completions.columns(Keys.feed(source, feed), viewer);
  }

  /** Which field of a feed is lacking, and the column that says who typed a row. */
  public record Lack(String source, String feed, String field, Optional<String> typists) {
    Completions.Lack lack() {
      return new Completions.Lack(Keys.feed(source, feed), FieldKey.of(field), typists);
    }
  }

  /** Rows of one typist that lack it; {@code person}: who may log in under that name. */
  public record Share(String typist, long quarantined, long clean, Optional<String> person) {}

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @PostMapping("/shares")
  @About("Who typed the rows that lack a field, and how many, without giving anything.")
  public List<Share> shares(@RequestBody Lack lack, Viewer viewer) {
    return completions.shares(lack.lack(), viewer).stream()
        .map(s -> new Share(s.typist(), s.quarantined(), s.clean(), s.person().map(UserId::value)))
        .toList();
  }

  /** What is given to whom; {@code clean}: not only rows in quarantine. */
  public record Given(
      Lack lack, String typist, boolean clean, String who, LocalDate due, String note) {}

  /** Under which id it is kept. */
  public record Made(String id) {}

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @PostMapping
  @About("Gives somebody the newest of the rows that lack a field, to fill it in.")
  public Made give(@RequestBody Given given, Viewer viewer) {
    return new Made(
        completions
            .give(
                new Completions.Given(
                    given.lack().lack(),
                    given.typist(),
                    given.clean(),
                    new UserId(given.who()),
                    given.due(),
                    given.note()),
                viewer)
            .id()
            .key());
  }

  /** A cell of a row; {@code masked}: shown in part, or not at all. */
  public record CellView(String heading, String field, Optional<String> value, boolean masked) {}

  /** A row of a task; {@code message}: why what stands in the field was refused. */
  public record RowView(
      long batch,
      long line,
      String file,
      boolean open,
      Optional<String> message,
      List<CellView> cells) {}

  @Needs(Right.VIEW)
  @GetMapping("/{key}/rows")
  @About("The rows of a task, for whom it is given to and whoever may give.")
  public List<RowView> rows(@PathVariable String key, Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    return completions.rows(id(key), viewer).stream()
        .map(
            r ->
                new RowView(
                    r.spot().batch(),
                    r.spot().line(),
                    r.file(),
                    r.open(),
                    r.reason().map(w -> QualityResource.said(gongbi, w, locale)),
                    r.cells().stream()
                        .map(
                            c ->
                                new CellView(
                                    c.heading(), c.field().toString(), c.value(), c.masked()))
                        .toList()))
        .toList();
  }

  /** What was typed into one row. */
  public record Fill(long batch, long line, String value) {}

  /** What was typed into the rows of a task. */
  public record Fills(List<Fill> rows) {}

  @Needs(Right.VIEW)
  @PostMapping("/{key}/fill")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Fills in rows of a task; a run follows.")
  public void fill(@PathVariable String key, @RequestBody Fills fills, Viewer viewer) {
    completions.fill(
        id(key),
        fills.rows().stream()
            .map(f -> new Completions.Fill(new Completion.Spot(f.batch(), f.line()), f.value()))
            .toList(),
        viewer);
  }

  @Needs(value = Right.DEFINE, overAll = "quality.sees-some-only")
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Takes a task back; what was filled in stays.")
  public void withdraw(@PathVariable String key, Viewer viewer) {
    completions.withdraw(id(key), viewer);
  }

  private static DefinitionId id(String key) {
    return Keys.numbered(Completions.KIND, "t", key);
  }
}
