package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.identity.Decision;
import io.gongbi.identity.Decisions;
import io.gongbi.identity.RecordRef;
import io.gongbi.server.login.Needs;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people decided about who is who. */
@RestController
@About("What people decided about who is who.")
@RequestMapping("/api/identity/decisions")
public class DecisionResource {
  private final Decisions decisions;
  private final Gongbi gongbi;

  public DecisionResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.decisions = gongbi.identityDecisions();
  }

  public record RecordView(String source, String recordKey) {
    RecordRef ref() {
      return new RecordRef(source, recordKey);
    }
  }

  /** {@code verdict}: apart, or together. */
  public record View(
      String id,
      String verdict,
      Label label,
      List<RecordView> one,
      List<RecordView> other,
      String note,
      Instant changedAt,
      Label owner) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping
  @About("The decisions in force, the newest first.")
  public List<View> all(Viewer viewer) {
    var doers = Doers.of(gongbi);
    return decisions.standing(viewer).stream()
        .map(
            d ->
                new View(
                    d.id().key(),
                    d.body().verdict() == Decision.Verdict.APART ? "apart" : "together",
                    d.label(),
                    shown(d.body().one()),
                    shown(d.body().other()),
                    d.body().note(),
                    d.changedAt(),
                    doers.called(d.owner())))
        .toList();
  }

  private static List<RecordView> shown(List<RecordRef> records) {
    return records.stream().map(r -> new RecordView(r.source(), r.recordKey())).toList();
  }

  /** Which records of a customer are somebody else's. */
  public record Split(long customer, List<RecordView> records, String note) {}

  /** Under which id it is kept. */
  public record Made(String id) {}

  @Needs(value = Right.DEFINE, overAll = "identity.sees-some-only")
  @PostMapping("/split")
  @About("Some records of a customer are somebody else's, through every run; one begins at once.")
  public Made split(@RequestBody Split split, Viewer viewer) {
    var off = split.records().stream().map(RecordView::ref).toList();
    var made = decisions.split(Names.customer(split.customer()), off, split.note(), viewer);
    return new Made(made.id().key());
  }

  /** Which two customers are one. */
  public record Merge(long customer, long other, String note) {}

  @Needs(value = Right.DEFINE, overAll = "identity.sees-some-only")
  @PostMapping("/merge")
  @About("Two customers are one, through every run; one begins at once.")
  public Made merge(@RequestBody Merge merge, Viewer viewer) {
    var made =
        decisions.merge(
            Names.customer(merge.customer()), Names.customer(merge.other()), merge.note(), viewer);
    return new Made(made.id().key());
  }

  @Needs(value = Right.DEFINE, overAll = "identity.sees-some-only")
  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @About("Takes a decision back; a run that begins at once recognises everybody without it.")
  public void undo(@PathVariable String key, Viewer viewer) {
    decisions.undo(Keys.numbered(Decisions.KIND, "d", key), viewer);
  }
}
