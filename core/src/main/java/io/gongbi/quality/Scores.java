package io.gongbi.quality;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.ColumnType.DAY;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.source.FeedId;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the data of each feed and field is worth, now and at the runs before. The counts are taken
 * by a step after cleaning; what a score is made of them stands in {@link Scorecard}.
 */
public final class Scores {
  /**
   * How many rows of a file stand and are clean, and in how many of them a mapped cell says
   * something. Blanks say nothing.
   */
  public static final TableSpec FILLING =
      TableSpec.derived(
          "quality.filling",
          open("source", TEXT),
          open("feed", TEXT),
          open("batch", WHOLE),
          open("field", TEXT),
          open("standing", WHOLE),
          open("clean", WHOLE),
          open("given", WHOLE),
          open("given_clean", WHOLE));

  /**
   * What was counted of the fields of a feed, each time that it was no longer what it was before:
   * rows with one {@code number} are of one run, the rest as {@link Scorecard.Counts} has it.
   */
  public static final TableSpec SCORE =
      TableSpec.kept(
          "quality.score",
          open("number", WHOLE),
          open("measured_at", MOMENT),
          open("as_of", DAY),
          open("source", TEXT),
          open("feed", TEXT),
          open("field", TEXT),
          open("place", WHOLE),
          open("rows", WHOLE),
          open("clean", WHOLE),
          open("given", WHOLE),
          open("kept", WHOLE),
          open("refused", WHOLE),
          open("told", WHOLE),
          open("repeated", WHOLE),
          open("ruled", WHOLE),
          open("broken", WHOLE),
          open("newest_at", MOMENT),
          open("broken_clean", WHOLE));

  public static final List<TableSpec> TABLES = List.of(FILLING, SCORE);
  public static final List<Migration> MIGRATIONS =
      List.of(
          new Migration("warehouse", "quality", 1, "score"),
          new Migration("warehouse", "quality", 2, "broken_clean"));

  /** A trend goes back so many measurements of a feed. */
  private static final int MOST = 30;

  private final Warehouse warehouse;
  private final Gate gate;

  public Scores(Warehouse warehouse, Gate gate) {
    this.warehouse = warehouse;
    this.gate = gate;
  }

  /** As the viewer may see it, as of a moment. */
  public Scorecard card(Viewer viewer, AsOf asOf) {
    var view = gate.view(viewer);
    var reasons = new HashMap<String, List<Scorecard.Found>>();
    warehouse.query(ScoreQuery.reasons(), view).stream()
        .forEach(
            r ->
                reasons
                    .computeIfAbsent(id(r) + "/" + r.text("field"), f -> new ArrayList<>())
                    .add(
                        new Scorecard.Found(
                            r.text("reason"), r.text("severity"), r.whole("found"))));
    var feeds = measured(view);
    var all = feeds.values().stream().map(f -> f.card(asOf, reasons)).toList();
    return new Scorecard(
        mean(all, Scorecard.OfFeed::score),
        mean(all, f -> f.before().score()),
        mean(all, f -> f.after().score()),
        trend(List.copyOf(feeds.values()), asOf),
        Scorecard.worstFirst(all, Scorecard.OfFeed::score, f -> f.feed().toString()));
  }

  private Map<FeedId, Measured> measured(View view) {
    var feeds = new LinkedHashMap<FeedId, Measured>();
    warehouse.query(ScoreQuery.history().with("most", Value.of(MOST)), view).stream()
        .forEach(r -> feeds.computeIfAbsent(id(r), id -> Measured.of(id, r)).take(r));
    return feeds;
  }

  private static Optional<Double> mean(
      List<Scorecard.OfFeed> feeds, Function<Scorecard.OfFeed, Optional<Double>> score) {
    return Scorecard.mean(feeds.stream().flatMap(f -> score.apply(f).stream()).toList());
  }

  /**
   * What fell at any run from what was measured before it by as much as the alarm says, the newest
   * first and then the deepest.
   */
  List<Fall> falls(Viewer viewer, AsOf asOf, FallAlarm alarm) {
    return measured(gate.view(viewer)).values().stream()
        .flatMap(f -> f.falls(asOf, alarm))
        .sorted(
            Comparator.comparing(Fall::number)
                .thenComparing(Fall::by)
                .reversed()
                .thenComparing(f -> f.feed().toString())
                .thenComparing(f -> f.field().orElse("")))
        .toList();
  }

  private static FeedId id(Row row) {
    return FeedId.of(row.text("source"), row.text("feed"));
  }

  /**
   * What the whole scored at each run, by what had been measured of each feed until then. It begins
   * where nothing is cut off of any feed.
   */
  private static List<Scorecard.Point> trend(List<Measured> feeds, AsOf asOf) {
    var runs = new TreeMap<Long, Instant>();
    for (var feed : feeds) feed.times.forEach((number, taken) -> runs.put(number, taken.at()));
    long from = feeds.stream().mapToLong(Measured::from).max().orElse(0);
    var points = new ArrayList<Scorecard.Point>();
    runs.tailMap(from)
        .forEach(
            (number, at) ->
                Scorecard.mean(
                        feeds.stream().flatMap(f -> f.scoreUntil(number, asOf).stream()).toList())
                    .ifPresent(score -> points.add(new Scorecard.Point(at, score))));
    return points;
  }

  /** What one run counted of a feed. */
  private record Taken(
      Instant at,
      LocalDate asOf,
      Optional<Instant> newestAt,
      Map<String, Scorecard.Counts> fields) {}

  /** What was counted of a feed, by the number of the run. */
  private record Measured(
      FeedId feed,
      String grain,
      Optional<Instant> landedAt,
      boolean cutOff,
      TreeMap<Long, Taken> times) {
    static Measured of(FeedId id, Row row) {
      return new Measured(
          id,
          row.text("grain"),
          row.momentIfAny("landed_at"),
          row.whole("times") > MOST,
          new TreeMap<>());
    }

    void take(Row row) {
      times
          .computeIfAbsent(
              row.whole("number"),
              n ->
                  new Taken(
                      row.moment("measured_at"),
                      row.day("as_of"),
                      row.momentIfAny("newest_at"),
                      new LinkedHashMap<>()))
          .fields()
          .put(
              row.text("field"),
              new Scorecard.Counts(
                  row.whole("rows"),
                  row.whole("clean"),
                  row.whole("given"),
                  row.whole("kept"),
                  row.whole("refused"),
                  row.wholeIfAny("told"),
                  row.wholeIfAny("repeated").orElse(0L),
                  row.wholeIfAny("ruled"),
                  row.whole("broken"),
                  row.wholeIfAny("broken_clean")));
    }

    /** The first run of which all is known. */
    long from() {
      return cutOff ? times.firstKey() : 0;
    }

    private boolean isLast(Taken taken) {
      return taken.equals(times.lastEntry().getValue());
    }

    /**
     * What was counted last is as old as it is today. What was counted before is as old as it was
     * on its day, and no older than from today's: of data that stopped the first run did not know
     * yet that it had, and looked from the day of the import.
     */
    private Optional<Long> daysOld(Taken taken, AsOf asOf) {
      var today = asOf.day();
      var day = isLast(taken) || taken.asOf().isAfter(today) ? today : taken.asOf();
      return taken.newestAt().map(newest -> Scorecard.daysOld(asOf.dayOf(newest), day));
    }

    private Optional<Double> score(Taken taken, AsOf asOf) {
      return Scorecard.mean(
          Scorecard.ofFeed(taken.fields().values(), daysOld(taken, asOf)).values());
    }

    Optional<Double> scoreUntil(long number, AsOf asOf) {
      var taken = times.floorEntry(number);
      return taken == null ? Optional.empty() : score(taken.getValue(), asOf);
    }

    Stream<Fall> falls(AsOf asOf, FallAlarm alarm) {
      var falls = new ArrayList<Fall>();
      for (var now : times.entrySet()) {
        var before = times.lowerEntry(now.getKey());
        if (before == null) continue;
        new Fallen(feed, now.getKey(), now.getValue().at(), alarm)
            .add(
                before.getValue().fields(),
                daysOld(before.getValue(), asOf),
                now.getValue().fields(),
                daysOld(now.getValue(), asOf),
                falls::add);
      }
      return falls.stream();
    }

    Scorecard.OfFeed card(AsOf asOf, Map<String, List<Scorecard.Found>> reasons) {
      var now = times.lastEntry().getValue();
      var days = daysOld(now, asOf);
      var fields =
          now.fields().entrySet().stream()
              .map(
                  f ->
                      new Scorecard.OfField(
                          f.getKey(),
                          f.getValue().score(),
                          f.getValue().dimensions(),
                          Scorecard.Cleaned.of(f.getValue().before()),
                          Scorecard.Cleaned.of(f.getValue().after()),
                          f.getValue(),
                          trend(f.getKey()),
                          reasons.getOrDefault(feed + "/" + f.getKey(), List.of())))
              .toList();
      return new Scorecard.OfFeed(
          feed,
          grain,
          score(now, asOf),
          Scorecard.ofFeed(now.fields().values(), days),
          Scorecard.Cleaned.of(
              Scorecard.ofFeed(now.fields().values(), days, Scorecard.Counts::before)),
          Scorecard.Cleaned.of(
              Scorecard.ofFeed(now.fields().values(), days, Scorecard.Counts::after)),
          now.newestAt(),
          days,
          landedAt,
          times.values().stream()
              .flatMap(t -> score(t, asOf).map(s -> new Scorecard.Point(t.at(), s)).stream())
              .toList(),
          Scorecard.worstFirst(fields, Scorecard.OfField::score, Scorecard.OfField::field));
    }

    private List<Scorecard.Point> trend(String field) {
      return times.values().stream()
          .filter(t -> t.fields().containsKey(field))
          .flatMap(
              t -> t.fields().get(field).score().map(s -> new Scorecard.Point(t.at(), s)).stream())
          .toList();
    }
  }
}
