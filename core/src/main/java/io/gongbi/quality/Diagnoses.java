package io.gongbi.quality;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.fault.Faults;
import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the {@link Diagnosis} of a source or of all, as a viewer may see it. Thread-safe. */
public final class Diagnoses {
  private static final int EXAMPLES = 3;
  private static final int ADVICE = 6;

  /** Days after which data counts as old; up to seven it is recent. */
  private static final long OLD = 14;

  private static final Set<String> MASKED =
      Set.of(
          "quality.privacy-number",
          "quality.phone-masked",
          "quality.name-masked",
          "quality.email-masked");

  /** Below it most of a field is missing. */
  private static final double HALF = 0.5;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Quality quality;
  private final Scores scores;
  private final Rules rules;
  private final Corrections corrections;
  private final Repairs repairs;
  private final Dismissals dismissals;

  public Diagnoses(
      Warehouse warehouse,
      Gate gate,
      Quality quality,
      Scores scores,
      Rules rules,
      Corrections corrections,
      Repairs repairs,
      Dismissals dismissals) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.quality = quality;
    this.scores = scores;
    this.rules = rules;
    this.corrections = corrections;
    this.repairs = repairs;
    this.dismissals = dismissals;
  }

  /** Throws {@code source.no-such-source}. */
  public Diagnosis write(Optional<SourceId> source, AsOf asOf, Viewer viewer) {
    var view = DismissalQuery.open(dismissals.inForce()).over(gate.view(viewer));
    var counts = new HashMap<FeedId, Quality.FeedQuality>();
    for (var feed : quality.counts(viewer)) counts.put(feed.feed(), feed);
    var came = came(view);
    var troubles = troubles(view);
    var feeds = new ArrayList<Diagnosis.OfFeed>();
    for (var score : scores.card(viewer, asOf).feeds()) {
      var account = counts.get(score.feed());
      if (account == null || source.filter(s -> !s.equals(score.feed().source())).isPresent())
        continue;
      var found = troubles.getOrDefault(score.feed(), List.of());
      feeds.add(
          new Diagnosis.OfFeed(
              score,
              came.getOrDefault(
                  score.feed(), new Diagnosis.Came(0, Optional.empty(), Optional.empty())),
              account.counts(),
              done(score.feed(), score.grain(), account, found),
              found));
    }
    if (source.isPresent() && feeds.isEmpty())
      throw Faults.notFound("source.no-such-source", source.get().value());
    return new Diagnosis(
        source,
        asOf.day(),
        Scorecard.mean(feeds.stream().flatMap(f -> f.score().score().stream()).toList()),
        Scorecard.mean(feeds.stream().flatMap(f -> f.score().before().score().stream()).toList()),
        Scorecard.mean(feeds.stream().flatMap(f -> f.score().after().score().stream()).toList()),
        feeds,
        next(feeds));
  }

  private Map<FeedId, Diagnosis.Came> came(View view) {
    var came = new HashMap<FeedId, Diagnosis.Came>();
    warehouse.query(DiagnosisQuery.came(), view).stream()
        .forEach(
            r ->
                came.put(
                    feed(r),
                    new Diagnosis.Came(
                        r.whole("files"), r.momentIfAny("first_at"), r.momentIfAny("last_at"))));
    return came;
  }

  private Map<FeedId, List<Diagnosis.Trouble>> troubles(View view) {
    record Named(FeedId feed, String field, String reason, String severity, long found) {}
    var examples = new LinkedHashMap<Named, List<Diagnosis.Example>>();
    warehouse.query(DiagnosisQuery.troubles(EXAMPLES), view).stream()
        .forEach(
            r ->
                examples
                    .computeIfAbsent(
                        new Named(
                            feed(r),
                            r.text("field"),
                            r.text("reason"),
                            r.text("severity"),
                            r.whole("found")),
                        n -> new ArrayList<>())
                    .add(
                        new Diagnosis.Example(
                            r.textIfAny("value"),
                            r.whole("rows"),
                            r.textIfAny("file_name").orElse(""),
                            r.whole("line"))));
    var troubles = new HashMap<FeedId, List<Diagnosis.Trouble>>();
    examples.forEach(
        (named, some) ->
            troubles
                .computeIfAbsent(named.feed(), f -> new ArrayList<>())
                .add(
                    new Diagnosis.Trouble(
                        Optional.of(named.field()).filter(f -> !f.isEmpty()),
                        named.reason(),
                        named.severity(),
                        named.found(),
                        some)));
    return troubles;
  }

  private static FeedId feed(Row row) {
    return FeedId.of(row.text("source"), row.text("feed"));
  }

  private Diagnosis.Done done(
      FeedId feed, String grain, Quality.FeedQuality account, List<Diagnosis.Trouble> troubles) {
    return new Diagnosis.Done(
        troubles.stream()
            .filter(t -> t.severity().equals("warn"))
            .mapToLong(Diagnosis.Trouble::found)
            .sum(),
        corrections.inForce().values().stream().filter(c -> c.id().equals(feed)).count(),
        repairs.inForce().values().stream().filter(r -> r.id().equals(feed)).count(),
        account.dismissed(),
        rules.inForce().values().stream()
            .filter(r -> r.covers(new EntityName(grain), feed))
            .count());
  }

  /** The most rows first; what is old or empty comes after what is wrong. */
  private static List<Diagnosis.Advice> next(List<Diagnosis.OfFeed> feeds) {
    var wrong =
        feeds.stream()
            .flatMap(
                f ->
                    Stream.concat(
                        masked(f), f.troubles().stream().flatMap(t -> about(f.feed(), t))))
            .sorted(Comparator.comparing(Diagnosis.Advice::rows).reversed());
    var old =
        feeds.stream()
            .filter(f -> f.score().daysOld().orElse(0L) > OLD)
            .map(
                f ->
                    new Diagnosis.Advice(
                        Diagnosis.Advice.What.IMPORT,
                        f.feed(),
                        Optional.empty(),
                        Optional.empty(),
                        f.score().daysOld().orElseThrow()));
    var empty =
        feeds.stream()
            .flatMap(
                f ->
                    f.score().fields().stream()
                        .filter(
                            one ->
                                one.dimensions().getOrDefault(Dimension.COMPLETENESS, 1.0) < HALF)
                        .map(
                            one ->
                                new Diagnosis.Advice(
                                    Diagnosis.Advice.What.FILL,
                                    f.feed(),
                                    Optional.of(one.field()),
                                    Optional.empty(),
                                    one.counts().clean() - one.counts().kept())))
            .sorted(Comparator.comparing(Diagnosis.Advice::rows).reversed())
            .limit(2);
    return Stream.of(wrong.limit(ADVICE - 2), old.limit(1), empty)
        .flatMap(s -> s)
        .limit(ADVICE)
        .toList();
  }

  /** What a platform hides of a field, one advice for masks and lent numbers alike. */
  private static Stream<Diagnosis.Advice> masked(Diagnosis.OfFeed feed) {
    var hidden = new TreeMap<String, Long>();
    for (var trouble : feed.troubles()) {
      if (MASKED.contains(trouble.reason()) && !trouble.isOut())
        trouble.field().ifPresent(f -> hidden.merge(f, trouble.found(), Long::sum));
    }
    return hidden.entrySet().stream()
        .map(
            e ->
                new Diagnosis.Advice(
                    Diagnosis.Advice.What.MASKED,
                    feed.feed(),
                    Optional.of(e.getKey()),
                    Optional.empty(),
                    e.getValue()));
  }

  private static Stream<Diagnosis.Advice> about(FeedId feed, Diagnosis.Trouble trouble) {
    // A total is no row of data, and nobody needs to do anything about it.
    if (trouble.severity().equals("remind")
        || trouble.severity().equals("capped")
        || trouble.reason().equals("quality.total-line")
        || (MASKED.contains(trouble.reason()) && !trouble.isOut())) return Stream.empty();
    var what =
        !trouble.isOut()
            ? Diagnosis.Advice.What.MEND_AT_SOURCE
            : trouble.field().isPresent()
                    && trouble.examples().stream().anyMatch(e -> e.value().isPresent())
                ? Diagnosis.Advice.What.REPAIR
                : Diagnosis.Advice.What.EXPORT_ANEW;
    return Stream.of(
        new Diagnosis.Advice(
            what, feed, trouble.field(), Optional.of(trouble.reason()), trouble.found()));
  }
}
