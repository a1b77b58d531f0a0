package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.quality.Correction;
import io.gongbi.quality.Corrections;
import io.gongbi.server.login.Needs;
import java.time.Instant;
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

/** Cells of landed rows that people have corrected. */
@RestController
@About("Cells of landed rows that people have corrected.")
@RequestMapping("/api/quality/corrections")
public class CorrectionResource {
  private final Gongbi gongbi;
  private final Corrections corrections;

  public CorrectionResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.corrections = gongbi.corrections();
  }

  /**
   * A correction in force; {@code rows} landed rows say what it corrects, none when the source has
   * mended it.
   */
  public record View(
      String id,
      String source,
      String feed,
      String heading,
      String was,
      String becomes,
      Optional<Correction.Spot> spot,
      Optional<String> key,
      long rows,
      Instant changedAt,
      Label owner) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("The corrections in force, the newest first, with the rows that still say the old value.")
  public List<View> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return corrections.standing(gongbi.cleaning(), viewer).stream()
        .map(
            s -> {
              var decision = s.decision();
              var body = decision.body();
              return new View(
                  decision.id().key(),
                  body.source().value(),
                  body.feed(),
                  body.heading(),
                  body.was(),
                  body.becomes(),
                  body.spot(),
                  body.key(),
                  s.rows(),
                  decision.changedAt(),
                  doers.called(decision.owner()));
            })
        .toList();
  }

  /**
   * One cell of a landed row; {@code same} rows of its feed say the same in this column. {@code
   * suggested}: what it most likely should say, where it looks mistyped.
   */
  public record CellView(
      String heading, String field, String value, long same, Optional<String> suggested) {}

  /**
   * A landed row; {@code key} names its record in whatever file it comes, where the row says it.
   */
  public record RowView(Optional<String> key, List<CellView> cells) {}

  @Needs(Right.DEFINE)
  @GetMapping("/cells")
  @About("The mapped cells of a landed row, as they came.")
  public RowView cells(
      @RequestParam String source,
      @RequestParam String feed,
      @RequestParam String file,
      @RequestParam long line,
      Viewer viewer) {
    var row = corrections.row(Keys.feed(source, feed), file, line, gongbi.cleaning(), viewer);
    return new RowView(
        row.key(),
        row.cells().stream()
            .map(
                c ->
                    new CellView(
                        c.heading(), c.field().toString(), c.value(), c.same(), c.suggested()))
            .toList());
  }

  /**
   * What to correct: at a spot, or of the record with this key in whatever file it comes; without
   * either in all rows of the feed that say the old value.
   */
  public record Wanted(
      String source,
      String feed,
      String heading,
      String was,
      String becomes,
      Optional<Correction.Spot> spot,
      Optional<String> key) {}

  /** Under which id it is kept. */
  public record Made(String id) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About(
      "Corrects a cell of one landed row, of one record wherever it comes, or of all that say the"
          + " same; a run follows.")
  public Made add(@RequestBody Wanted wanted, Viewer viewer) {
    if (wanted.spot().isPresent() && wanted.key().isPresent())
      throw Faults.bad("quality.correction-twice", "key");
    var id = Keys.feed(wanted.source(), wanted.feed());
    var correction =
        new Correction(
            id.source(),
            id.feed(),
            wanted.heading(),
            wanted.was(),
            wanted.becomes(),
            wanted.spot(),
            wanted.key());
    return new Made(corrections.add(correction, gongbi.cleaning(), viewer).id().key());
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Undoes a correction; a run follows.")
  public void undo(@PathVariable String key, Viewer viewer) {
    corrections.undo(Keys.numbered(Corrections.KIND, "c", key), viewer);
  }
}
