package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.fault.Messages;
import io.gongbi.quality.Quality;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the landed rows: counts that add up, what was refused and why. */
@RestController
@About("What became of the landed rows.")
@RequestMapping("/api/quality")
public class QualityResource {
  private static final int MOST_ROWS = 1_000;

  private final Gongbi gongbi;

  public QualityResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** One feed. */
  public record FeedView(
      String source, String feed, String grain, Quality.Counts counts, List<ReasonView> byReason) {}

  /** How often something was refused; {@code severity} is {@code quarantine} or {@code warn}. */
  public record ReasonView(String reason, String severity, String message, long rows) {}

  @Needs(Right.VIEW)
  @GetMapping("/counts")
  @About("landed = clean + quarantined + merged + superseded, by feed.")
  public List<FeedView> counts(Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    return gongbi.quality().counts(viewer).stream()
        .map(
            f ->
                new FeedView(
                    f.feed().source().value(),
                    f.feed().feed(),
                    f.grain(),
                    f.counts(),
                    f.reasons().stream()
                        .map(
                            r ->
                                new ReasonView(
                                    r.reason(),
                                    r.severity(),
                                    Messages.say(r.reason(), Map.of(), locale),
                                    r.found()))
                        .toList()))
        .toList();
  }

  /** A page of what was refused. */
  public record Page(long total, List<RefusalView> rows) {}

  /** One value or row that was refused, with its place in its file. */
  public record RefusalView(
      String source,
      String feed,
      String file,
      long line,
      Optional<String> field,
      Optional<String> value,
      String severity,
      String reason,
      String message) {}

  @Needs(Right.VIEW)
  @GetMapping("/quarantine")
  @About("What was refused, with its place in its file.")
  public Page quarantine(
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> feed,
      @RequestParam Optional<String> reason,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer,
      HttpServletRequest request) {
    if (offset < 0 || limit < 1 || limit > MOST_ROWS)
      throw Faults.bad("server.unfit-parameter", "limit");
    var locale = Speech.of(request);
    var found =
        gongbi.quality().refusals(viewer, given(source), given(feed), given(reason), offset, limit);
    return new Page(
        found.total(),
        found.rows().stream()
            .map(
                r ->
                    new RefusalView(
                        r.feed().source().value(),
                        r.feed().feed(),
                        r.file(),
                        r.line(),
                        r.field(),
                        r.value(),
                        r.severity(),
                        r.reason(),
                        Messages.say(r.reason(), Map.of(), locale)))
            .toList());
  }

  private static Optional<String> given(Optional<String> filter) {
    return filter.filter(f -> !f.isBlank());
  }

  /** Lines of orders of one kind. */
  public record KindView(
      String source, String kind, Label label, long lines, BigDecimal amount, boolean inRevenue) {}

  @Needs(Right.VIEW)
  @GetMapping("/kinds")
  @About("Order lines by kind: sale, return, fee, test.")
  public List<KindView> kinds(Viewer viewer) {
    return gongbi.quality().kinds(viewer).stream()
        .map(
            k ->
                new KindView(
                    k.source().value(),
                    k.kind().code(),
                    k.kind().label(),
                    k.lines(),
                    k.amount(),
                    k.kind().inRevenue()))
        .toList();
  }
}
