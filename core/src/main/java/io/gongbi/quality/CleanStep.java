package io.gongbi.quality;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The step {@code quality.clean}. */
final class CleanStep implements Step {
  private static final View ALL = View.everything();

  private final Readings readings;
  private final Standard standard;

  CleanStep(Readings readings, Standard standard) {
    this.readings = readings;
    this.standard = standard;
  }

  @Override
  public String name() {
    return "quality.clean";
  }

  @Override
  public Label label() {
    return new Label("清洗", "Clean");
  }

  @Override
  public Set<Dataset> reads() {
    return Stream.concat(
            Stream.of("source.batch", "source.heading"),
            readings.mappings().stream().map(m -> m.id().landed().toString()))
        .map(Dataset::of)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<Dataset> writes() {
    return CleanTables.TABLES.stream()
        .map(t -> Dataset.of(t.name().toString()))
        .collect(Collectors.toSet());
  }

  @Override
  public int version() {
    return 10;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  /** A changed mapping means other clean rows of the same landed ones. */
  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    return lacksColumns(write)
        || CleaningWork.corrected(write, readings.corrections())
        || !onlyLanded(readings.of(sql -> write.query(sql, ALL), asOf.zone()), Set.of(), write);
  }

  /** A field was added since, or is to be looked after otherwise. */
  private boolean lacksColumns(Write write) {
    return !CleanTables.of(standard).stream().allMatch(write::stands);
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    if (lacksColumns(write)) CleanTables.of(standard).forEach(write::ensure);
    var feeds = readings.of(sql -> write.query(sql, ALL), asOf.zone());
    var work = new CleaningWork(write, progress, feeds, standard, readings.corrections());
    if (delta instanceof Delta.Batches batches && onlyLanded(feeds, batches.landed(), write)) {
      work.touched(batches.landed());
      // Corrected rows came long ago: those who follow are told which batches to look at anew.
      return batches.landed().isEmpty() ? Delta.batches(work.touchedBatches()) : delta;
    }
    work.everything();
    return new Delta.Everything();
  }

  /**
   * Whether new batches are all that changed: every feed was cleaned by the mapping that it has
   * now, or lands for the first time.
   */
  private static boolean onlyLanded(List<Reading> feeds, Set<Long> landed, Write write) {
    var cleaned = new HashMap<String, String>();
    write.query(FeedQuery.cleaned(), ALL).stream()
        .forEach(r -> cleaned.put(r.text("source") + "/" + r.text("feed"), r.text("fingerprint")));
    var landedBefore =
        write.query(FeedQuery.batches(), ALL).stream()
            .filter(r -> !landed.contains(r.whole("batch")))
            .map(r -> r.text("source") + "/" + r.text("feed"))
            .collect(Collectors.toSet());
    for (var feed : feeds) {
      var id = feed.mapping().id().toString();
      var by = cleaned.remove(id);
      if (by == null ? landedBefore.contains(id) : !by.equals(feed.fingerprint())) return false;
    }
    return cleaned.isEmpty();
  }
}
