package io.gongbi.quality;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.source.FeedId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The step {@code quality.score}: counts what the fields of each feed are worth after cleaning, and
 * writes it behind what was counted before when it is no longer the same. Only feeds whose rows
 * changed are counted, and of these only the files.
 */
final class ScoreStep implements Step {
  private static final View ALL = View.everything();

  /** What says when, and not what. */
  private static final Set<String> OF_THE_RUN = Set.of("number", "measured_at", "as_of");

  private final Readings readings;
  private final Clock clock;

  ScoreStep(Readings readings, Clock clock) {
    this.readings = readings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "quality.score";
  }

  @Override
  public Label label() {
    return new Label("数据质量评分", "Score the data");
  }

  @Override
  public Set<Dataset> reads() {
    return Stream.concat(
            ScoreQuery.read().stream(),
            readings.mappings().stream().map(m -> m.id().landed().toString()))
        .map(Dataset::of)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("quality.filling"), Dataset.of("quality.score"));
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    var feeds = readings.of(sql -> write.query(sql, ALL), asOf.zone());
    var corrected = CorrectionQuery.laidOver(feeds, readings.corrections().values());
    var changed = delta instanceof Delta.Everything ? feeds : touched(feeds, write);
    if (delta instanceof Delta.Everything) {
      write.clear(Scores.FILLING);
      for (var feed : feeds) fill(feed, corrected, write);
    } else {
      for (var feed : changed) {
        var batches = FillingQuery.touchedBatches(feed);
        write.delete(Scores.FILLING, Slice.rows(batches, "batch"), ALL);
        var narrowed = FillingQuery.ofTouchedBatches(feed);
        fill(
            feed,
            View.of(feed.mapping().id().landed().toString(), narrowed).over(corrected),
            write);
      }
    }
    long number = write.query(ScoreQuery.lastNumber(), ALL).only().whole("number") + 1;
    var when = List.of(Value.of(number), Value.of(clock.instant()), Value.of(asOf.day()));
    var last = new HashMap<FeedId, List<List<Value>>>();
    write.query(ScoreQuery.last(), ALL).stream()
        .forEach(r -> last.computeIfAbsent(id(r), f -> new ArrayList<>()).add(counts(r)));
    for (var feed : changed) {
      keep(feed, when, last.getOrDefault(feed.mapping().id(), List.of()), write);
    }
    return delta;
  }

  private static FeedId id(Row row) {
    return FeedId.of(row.text("source"), row.text("feed"));
  }

  private static void fill(Reading feed, View landed, Write write) {
    var rows = new ArrayList<List<Value>>();
    for (var batch : write.query(FillingQuery.counted(feed), landed).stream().toList()) {
      for (int i = 0; i < feed.cells().size(); i++) {
        rows.add(
            List.of(
                Value.of(feed.mapping().source().value()),
                Value.of(feed.mapping().feed()),
                batch.value("batch"),
                Value.of(feed.cells().get(i).field().toString()),
                batch.value("standing"),
                batch.value("clean"),
                batch.value("given" + i),
                batch.value("given_clean" + i)));
      }
    }
    if (!rows.isEmpty()) write.append(Scores.FILLING, new Table(Scores.FILLING.columns(), rows));
  }

  private static List<Reading> touched(List<Reading> feeds, Write write) {
    var named =
        write.query(CorrectionQuery.touchedFeeds(), ALL).stream()
            .map(r -> r.text("source") + "/" + r.text("feed"))
            .collect(Collectors.toSet());
    return feeds.stream().filter(f -> named.contains(f.mapping().id().toString())).toList();
  }

  private static void keep(Reading feed, List<Value> when, List<List<Value>> last, Write write) {
    var rows = new ArrayList<List<Value>>();
    var now = new ArrayList<List<Value>>();
    for (var row : write.query(ScoreQuery.measured(feed), ALL).stream().toList()) {
      var counts = counts(row);
      var whole = new ArrayList<>(when);
      whole.addAll(counts);
      now.add(counts);
      rows.add(whole);
    }
    if (rows.isEmpty() || now.equals(last)) return;
    write.append(Scores.SCORE, new Table(Scores.SCORE.columns(), rows));
  }

  private static List<Value> counts(Row row) {
    return Scores.SCORE.columns().stream()
        .filter(c -> !OF_THE_RUN.contains(c.name()))
        .map(c -> row.value(c.name()))
        .toList();
  }
}
