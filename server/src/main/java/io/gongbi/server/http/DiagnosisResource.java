package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Faults;
import io.gongbi.quality.Diagnosis;
import io.gongbi.quality.DiagnosisFile;
import io.gongbi.quality.Quality;
import io.gongbi.quality.Scorecard;
import io.gongbi.server.login.Needs;
import io.gongbi.source.SourceId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The diagnosis of the data of a source, or of all: on screen and as a workbook. */
@RestController
@About("The diagnosis of the data of a source, or of all.")
@RequestMapping("/api/quality/diagnosis")
public class DiagnosisResource {
  private final Gongbi gongbi;

  public DiagnosisResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** Shares between 0 and 1; {@code before} as the rows came, {@code after} cleaning. */
  public record View(
      LocalDate asOf,
      Optional<Double> score,
      Optional<Double> before,
      Optional<Double> after,
      List<FeedView> feeds,
      List<AdviceView> next) {}

  /** One feed: what came, what became of it, what was done, and what was wrong. */
  public record FeedView(
      String source,
      String feed,
      String grain,
      Diagnosis.Came came,
      Quality.Counts counts,
      Diagnosis.Done done,
      Optional<Double> score,
      Sides sides,
      List<FieldView> fields,
      List<TroubleView> troubles) {}

  /** The same dimensions on both sides of cleaning. */
  public record Sides(
      Optional<Double> scoreBefore,
      Optional<Double> scoreAfter,
      ScoreResource.Shares before,
      ScoreResource.Shares after) {
    static Sides of(Scorecard.Cleaned before, Scorecard.Cleaned after) {
      return new Sides(
          before.score(),
          after.score(),
          ScoreResource.Shares.of(before.dimensions()),
          ScoreResource.Shares.of(after.dimensions()));
    }
  }

  public record FieldView(String field, Optional<Double> score, Sides sides) {}

  /** What was wrong; no field where it is about the row. */
  public record TroubleView(
      Optional<String> field,
      String reason,
      String severity,
      String message,
      long found,
      List<Diagnosis.Example> examples) {}

  /** What to do next, in a sentence. */
  public record AdviceView(
      String what,
      String source,
      String feed,
      Optional<String> field,
      Optional<String> reason,
      long rows,
      String text) {}

  @Needs(Right.VIEW)
  @GetMapping
  @About("What came, what was wrong with it, what was done about it, and what to do next.")
  public View write(
      @RequestParam Optional<String> source, Viewer viewer, HttpServletRequest request) {
    var locale = Speech.of(request);
    var words = new DiagnosisWords(gongbi, locale);
    var diagnosis = diagnosis(source, viewer);
    return new View(
        diagnosis.asOf(),
        diagnosis.score(),
        diagnosis.before(),
        diagnosis.after(),
        diagnosis.feeds().stream().map(f -> feed(f, locale)).toList(),
        diagnosis.next().stream()
            .map(
                a ->
                    new AdviceView(
                        DiagnosisWords.code(a.what()),
                        a.feed().source().value(),
                        a.feed().feed(),
                        a.field(),
                        a.reason(),
                        a.rows(),
                        words.advice(a)))
            .toList());
  }

  private Diagnosis diagnosis(Optional<String> source, Viewer viewer) {
    var wanted = source.filter(s -> !s.isBlank());
    if (wanted.filter(s -> !SourceId.fits(s)).isPresent())
      throw Faults.notFound("source.no-such-source", wanted.get());
    return gongbi.diagnoses().write(wanted.map(SourceId::new), gongbi.asOf(), viewer);
  }

  private FeedView feed(Diagnosis.OfFeed feed, Locale locale) {
    var score = feed.score();
    return new FeedView(
        feed.feed().source().value(),
        feed.feed().feed(),
        score.grain(),
        feed.came(),
        feed.counts(),
        feed.done(),
        score.score(),
        Sides.of(score.before(), score.after()),
        score.fields().stream()
            .map(f -> new FieldView(f.field(), f.score(), Sides.of(f.before(), f.after())))
            .toList(),
        feed.troubles().stream()
            .map(
                t ->
                    new TroubleView(
                        t.field(),
                        t.reason(),
                        t.severity(),
                        QualityResource.said(gongbi, t.reason(), locale),
                        t.found(),
                        t.examples()))
            .toList());
  }

  @Needs(Right.EXPORT)
  @GetMapping("/file")
  @About(value = "The same as a workbook, a sheet a part.", file = DiagnosisFile.TYPE)
  public void file(
      @RequestParam Optional<String> source,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var diagnosis = diagnosis(source, viewer);
    var words = new DiagnosisWords(gongbi, Speech.of(request));
    var what = "quality/diagnosis" + diagnosis.source().map(s -> "/" + s).orElse("");
    gongbi.audit().record(viewer.user(), Act.EXPORTED, what, "xlsx");
    response.setContentType(DiagnosisFile.TYPE);
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(words.fileName(diagnosis) + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    words.file(diagnosis).write(response.getOutputStream());
  }
}
