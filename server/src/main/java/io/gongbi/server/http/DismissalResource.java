package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.quality.Correction;
import io.gongbi.quality.Dismissal;
import io.gongbi.quality.Dismissals;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rows in quarantine that people have set aside. */
@RestController
@About("Rows in quarantine that people have set aside.")
@RequestMapping("/api/quality/dismissals")
public class DismissalResource {
  private final Gongbi gongbi;
  private final Dismissals dismissals;

  public DismissalResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.dismissals = gongbi.dismissals();
  }

  /**
   * A decision in force; it sets {@code rows} rows aside today. {@code later}: rows that land
   * afterwards too.
   */
  public record View(
      String id,
      String source,
      String feed,
      String reason,
      String message,
      String field,
      Optional<Correction.Spot> spot,
      boolean later,
      String note,
      long rows,
      Instant changedAt,
      Label owner) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("What was set aside, the newest first, with the rows that this concerns today.")
  public List<View> all(Viewer viewer, HttpServletRequest request) {
    var doers = Doers.of(gongbi);
    var locale = Speech.of(request);
    return dismissals.standing(viewer).stream()
        .map(
            s -> {
              var decision = s.decision();
              var body = decision.body();
              return new View(
                  decision.id().key(),
                  body.source().value(),
                  body.feed(),
                  body.reason(),
                  QualityResource.said(gongbi, body.reason(), locale),
                  body.field(),
                  body.spot(),
                  body.until().isEmpty(),
                  body.note(),
                  s.rows(),
                  decision.changedAt(),
                  doers.called(decision.owner()));
            })
        .toList();
  }

  /**
   * What to set aside: with a spot that row alone, else all rows of the feed that were refused for
   * this reason in this field ({@code ""} for a reason about the row). {@code later}: rows that
   * land afterwards too.
   */
  public record Wanted(
      String source,
      String feed,
      String reason,
      String field,
      Optional<Correction.Spot> spot,
      boolean later,
      String note) {
    Dismissal dismissal() {
      var id = Keys.feed(source, feed);
      return new Dismissal(id.source(), id.feed(), reason, field, spot, Optional.empty(), note);
    }
  }

  /** How many open rows it would set aside. */
  public record Concerned(long rows) {}

  @Needs(Right.DEFINE)
  @PostMapping("/count")
  @About("How many open rows would be set aside.")
  public Concerned count(@RequestBody Wanted wanted, Viewer viewer) {
    return new Concerned(dismissals.count(wanted.dismissal(), viewer));
  }

  /** Under which id it is kept. */
  public record Made(String id) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Sets rows in quarantine aside: they stay in the account and leave the list of open ones.")
  public Made add(@RequestBody Wanted wanted, Viewer viewer) {
    return new Made(dismissals.add(wanted.dismissal(), wanted.later(), viewer).id().key());
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Opens the rows again.")
  public void undo(@PathVariable String key, Viewer viewer) {
    dismissals.undo(Keys.numbered(Dismissals.KIND, "d", key), viewer);
  }
}
