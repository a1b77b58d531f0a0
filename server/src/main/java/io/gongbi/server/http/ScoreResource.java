package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.quality.Dimension;
import io.gongbi.quality.Scorecard;
import io.gongbi.server.login.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How good the data is, by feed and field. */
@RestController
@About("How good the data is, by feed and field.")
@RequestMapping("/api/quality/score")
public class ScoreResource {
  private final Gongbi gongbi;

  public ScoreResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /**
   * Everything is a share between 0 and 1; the worst feed first. {@code before} as the rows came,
   * {@code after} cleaning. {@code trend}: the oldest first, the last is {@code score} itself.
   */
  public record CardView(
      LocalDate asOf,
      Optional<Double> score,
      Optional<Double> before,
      Optional<Double> after,
      List<Scorecard.Point> trend,
      List<FeedView> feeds) {}

  /** A dimension that was not measured is missing and takes no part in the score. */
  public record Shares(
      Optional<Double> completeness,
      Optional<Double> validity,
      Optional<Double> uniqueness,
      Optional<Double> consistency,
      Optional<Double> timeliness) {
    static Shares of(Map<Dimension, Double> measured) {
      return new Shares(
          Optional.ofNullable(measured.get(Dimension.COMPLETENESS)),
          Optional.ofNullable(measured.get(Dimension.VALIDITY)),
          Optional.ofNullable(measured.get(Dimension.UNIQUENESS)),
          Optional.ofNullable(measured.get(Dimension.CONSISTENCY)),
          Optional.ofNullable(measured.get(Dimension.TIMELINESS)));
    }
  }

  /**
   * One feed; the worst field first. {@code daysOld}: how many days before the as-of day its newest
   * row is.
   */
  public record FeedView(
      String source,
      String feed,
      String grain,
      Optional<Double> score,
      Shares shares,
      DiagnosisResource.Sides sides,
      Optional<Instant> newestAt,
      Optional<Long> daysOld,
      Optional<Instant> landedAt,
      List<Scorecard.Point> trend,
      List<FieldView> fields) {}

  /** One field; {@code given}: of the rows as they landed, those in which something stands. */
  public record FieldView(
      String field,
      Optional<Double> score,
      Shares shares,
      DiagnosisResource.Sides sides,
      Optional<Double> given,
      Scorecard.Counts counts,
      List<Scorecard.Point> trend,
      List<FoundView> reasons) {}

  /**
   * Why values were refused; {@code severity} is {@code quarantine}, {@code warn} or {@code
   * remind}.
   */
  public record FoundView(String reason, String severity, String message, long rows) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("Scores by feed and field with their trend, the worst first.")
  public CardView card(Viewer viewer, HttpServletRequest request) {
    var asOf = gongbi.asOf();
    var locale = Speech.of(request);
    var card = gongbi.scores().card(viewer, asOf);
    return new CardView(
        asOf.day(),
        card.score(),
        card.before(),
        card.after(),
        card.trend(),
        card.feeds().stream()
            .map(
                f ->
                    new FeedView(
                        f.feed().source().value(),
                        f.feed().feed(),
                        f.grain(),
                        f.score(),
                        Shares.of(f.dimensions()),
                        DiagnosisResource.Sides.of(f.before(), f.after()),
                        f.newestAt(),
                        f.daysOld(),
                        f.landedAt(),
                        f.trend(),
                        f.fields().stream().map(one -> field(one, locale)).toList()))
            .toList());
  }

  private FieldView field(Scorecard.OfField field, Locale locale) {
    return new FieldView(
        field.field(),
        field.score(),
        Shares.of(field.dimensions()),
        DiagnosisResource.Sides.of(field.before(), field.after()),
        field.counts().givenShare(),
        field.counts(),
        field.trend(),
        field.reasons().stream()
            .map(
                r ->
                    new FoundView(
                        r.reason(),
                        r.severity(),
                        QualityResource.said(gongbi, r.reason(), locale),
                        r.rows()))
            .toList());
  }
}
