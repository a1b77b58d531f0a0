package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.quality.Mend;
import io.gongbi.quality.Repair;
import io.gongbi.quality.Repairs;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** Repairs of many cells at once: tried, made, taken back. */
@RestController
@About("Repairs of many cells at once: tried, made, taken back.")
@RequestMapping("/api/quality/repairs")
public class RepairResource {
  /** So many values of a repair are listed. */
  private static final int SHOWN = 5;

  private final Gongbi gongbi;
  private final Repairs repairs;

  public RepairResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.repairs = gongbi.repairs();
  }

  /**
   * A repair in force, with some of the values that it changes; {@code rows} landed rows say one of
   * them today.
   */
  public record View(
      String id,
      String source,
      String feed,
      String heading,
      String reason,
      String message,
      int values,
      List<Repair.Change> changes,
      long rows,
      Instant changedAt,
      Label owner) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("The repairs in force, the newest first, with the rows that still say an old value.")
  public List<View> all(Viewer viewer, HttpServletRequest request) {
    var doers = Doers.of(gongbi);
    var locale = Speech.of(request);
    return repairs.standing(gongbi.cleaning(), viewer).stream()
        .map(s -> view(s, doers, locale))
        .toList();
  }

  private View view(Repairs.Standing standing, Doers doers, Locale locale) {
    var decision = standing.decision();
    var body = decision.body();
    return new View(
        decision.id().key(),
        body.source().value(),
        body.feed(),
        body.heading(),
        body.reason(),
        QualityResource.said(gongbi, body.reason(), locale),
        body.changes().size(),
        body.changes().stream().limit(SHOWN).toList(),
        standing.rows(),
        decision.changedAt(),
        doers.called(decision.owner()));
  }

  /** The values of one field that are open for one reason, and what to make of them. */
  public record Wanted(String source, String feed, String field, String reason, Mend mend) {
    Repairs.Where where() {
      return new Repairs.Where(Keys.feed(source, feed), field, reason);
    }
  }

  /** What a value would be read as; {@code stays}: why it would be refused all the same. */
  public record OutcomeView(
      String was, String becomes, long refused, long rows, Optional<String> stays) {}

  /**
   * Of {@code refused} rows {@code mended} would be no longer refused; {@code rows} in all would be
   * read otherwise. {@code more} unlike values are too many for one go, {@code empty} rows have
   * nothing that could be replaced.
   */
  public record TrialView(
      String heading,
      long refused,
      long mended,
      long rows,
      long empty,
      long more,
      List<OutcomeView> outcomes) {}

  @Needs(Right.DEFINE)
  @PostMapping("/try")
  @About("What a repair would do to the rows that are here, without making it.")
  public TrialView tried(@RequestBody Wanted wanted, Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    var trial = repairs.tried(wanted.where(), wanted.mend(), gongbi.cleaning(), viewer);
    return new TrialView(
        trial.heading(),
        trial.refused(),
        trial.mended(),
        trial.rows(),
        trial.empty(),
        trial.more(),
        trial.outcomes().stream()
            .map(
                o ->
                    new OutcomeView(
                        o.was(),
                        o.becomes(),
                        o.refused(),
                        o.rows(),
                        o.stays().map(r -> QualityResource.said(gongbi, r, locale))))
            .toList());
  }

  /** Under which id it is kept. */
  public record Made(String id) {}

  @Needs(Right.DEFINE)
  @PostMapping
  @About("Makes a repair; a run follows.")
  public Made add(@RequestBody Wanted wanted, Viewer viewer) {
    return new Made(
        repairs.add(wanted.where(), wanted.mend(), gongbi.cleaning(), viewer).id().key());
  }

  @Needs(Right.DEFINE)
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Takes a repair back, all of it; a run follows.")
  public void undo(@PathVariable String key, Viewer viewer) {
    repairs.undo(Keys.numbered(Repairs.KIND, "m", key), viewer);
  }
}
