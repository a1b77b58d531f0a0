package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Alarm;
import io.gongbi.identity.IdType;
import io.gongbi.identity.Judgements;
import io.gongbi.identity.Lesson;
import io.gongbi.identity.MatchQuality;
import io.gongbi.identity.Precision;
import io.gongbi.server.login.Needs;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the customers can be trusted that records became. */
@RestController
@About("How far the customers can be trusted that records became.")
@RequestMapping("/api/identity/quality")
public class MatchQualityResource {
  private final Gongbi gongbi;

  public MatchQualityResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  public record LargestView(long customer, long records) {}

  public record HeldView(String idType, long records, long customers) {}

  /** Of a source, or of all where it has no name. */
  public record CoverageView(String source, long records, long customers, List<HeldView> held) {}

  public record TypeView(String idType, Label label) {}

  /** {@code alarm}: many_records, two_ids, names, birthdays, id_numbers, or genders. */
  public record AlarmView(String alarm, long customers) {}

  /** {@code sureness}: strong, clear, or weak. */
  public record StratumView(String sureness, long pairs, long drawn, long same, long different) {}

  /** {@code estimate} is there once every stratum was looked at. */
  public record PrecisionView(
      long judged, long drawn, List<StratumView> strata, Optional<Precision.Estimate> estimate) {}

  /**
   * What judgements taught the model that is in use. {@code enough}: whether there were enough;
   * {@code wrong…} and {@code loss…} are of those held back.
   */
  public record LessonView(
      Instant learntAt,
      long judged,
      boolean enough,
      long used,
      long heldBack,
      long wrongAlone,
      long wrongTaught,
      double lossAlone,
      double lossTaught,
      boolean adopted) {}

  /**
   * {@code unjudged}: pairs that rest on one shared value, of which the precision says nothing;
   * {@code usual}: so many records are nothing odd; {@code needed}: judgements to learn from.
   */
  public record QualityView(
      List<MatchQuality.Size> sizes,
      List<LargestView> largest,
      List<TypeView> idTypes,
      List<CoverageView> coverage,
      long usual,
      List<AlarmView> alarms,
      PrecisionView precision,
      long unjudged,
      Judgements.Progress progress,
      int needed,
      Optional<LessonView> lesson) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping
  @About("Sizes of customers, coverage of identifiers, signs of wrong merges, sampled precision.")
  public QualityView report(Viewer viewer) {
    var report = gongbi.matchQuality().report(viewer);
    return new QualityView(
        report.sizes(),
        report.largest().stream()
            .map(l -> new LargestView(l.customer().value(), l.records()))
            .toList(),
        Arrays.stream(IdType.values()).map(t -> new TypeView(t.column(), t.label())).toList(),
        report.coverage().stream().map(MatchQualityResource::view).toList(),
        report.usual(),
        Arrays.stream(Alarm.values())
            .map(a -> new AlarmView(a.word(), report.alarms().getOrDefault(a, 0L)))
            .toList(),
        view(report.precision()),
        report.unjudged(),
        report.progress(),
        Lesson.ENOUGH,
        report.lesson().map(MatchQualityResource::view));
  }

  private static CoverageView view(MatchQuality.Coverage coverage) {
    return new CoverageView(
        coverage.source(),
        coverage.records(),
        coverage.customers(),
        coverage.held().stream()
            .map(h -> new HeldView(h.idType().column(), h.records(), h.customers()))
            .toList());
  }

  private static PrecisionView view(Precision precision) {
    return new PrecisionView(
        precision.judged(),
        precision.drawn(),
        precision.strata().stream()
            .map(
                s ->
                    new StratumView(
                        s.sureness().name().toLowerCase(Locale.ROOT),
                        s.pairs(),
                        s.drawn(),
                        s.same(),
                        s.different()))
            .toList(),
        precision.estimate());
  }

  private static LessonView view(Lesson lesson) {
    return new LessonView(
        lesson.learntAt(),
        lesson.judged(),
        lesson.wasEnough(),
        lesson.used(),
        lesson.heldBack(),
        lesson.alone().wrong(),
        lesson.taught().wrong(),
        lesson.alone().loss(),
        lesson.taught().loss(),
        lesson.adopted());
  }

  /** The values that a customer's records give a field. */
  public record ValuesView(String field, List<String> values) {}

  public record AlarmedView(long customer, long records, List<ValuesView> values) {}

  /** {@code of}: all that there are. */
  public record AlarmedPage(long of, List<AlarmedView> rows) {}

  @Needs(value = Right.VIEW, overAll = "identity.sees-some-only")
  @GetMapping("/alarms/{alarm}")
  @About("Customers who may be several people, those of most records first.")
  public AlarmedPage alarmed(
      @PathVariable String alarm,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "20") int limit,
      Viewer viewer) {
    var asked = Alarm.find(alarm).orElseThrow(() -> Faults.notFound("identity.no-alarm", alarm));
    var page = gongbi.matchQuality().alarmed(asked, offset, limit, viewer);
    return new AlarmedPage(
        page.of(),
        page.rows().stream()
            .map(
                a ->
                    new AlarmedView(
                        a.customer().value(),
                        a.records(),
                        a.values().stream()
                            .map(v -> new ValuesView(v.field(), v.values()))
                            .toList()))
            .toList());
  }
}
