package io.gongbi.quality;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.source.Landing;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.source.Sources;
import io.gongbi.source.TestLanding;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A data folder into which a test lands texts and has them cleaned. Files land a minute apart. */
final class CleanFolder implements AutoCloseable {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  final Warehouse warehouse;
  final List<Mapping> mappings;

  /** In force, by their keys. */
  final SortedMap<String, Rule> rules = new TreeMap<>();

  /** In force, by their keys. */
  final SortedMap<String, Correction> corrections = new TreeMap<>();

  private final Path folder;
  private final Clock clock;
  private final Landing landing;
  private final Set<Long> uncleaned = new TreeSet<>();
  private int minutes;

  CleanFolder(Path folder, Mapping... mappings) {
    this.folder = folder;
    this.mappings = new ArrayList<>(List.of(mappings));
    var specs =
        Stream.of(Sources.TABLES, CleanTables.TABLES, Scores.TABLES)
            .flatMap(List<TableSpec>::stream)
            .toList();
    var migrations =
        Stream.of(Sources.MIGRATIONS, Scores.MIGRATIONS).flatMap(List<Migration>::stream).toList();
    warehouse =
        DuckDbWarehouse.open(folder, specs, migrations, DuckDbWarehouse.Settings.DEFAULT).locked();
    clock =
        new Clock() {
          @Override
          public Instant instant() {
            return START.plus(Duration.ofMinutes(minutes++));
          }

          @Override
          public ZoneId getZone() {
            return SHANGHAI;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    landing = new Landing(warehouse, folder.resolve("incoming"), clock);
  }

  /** A mapping of source {@code shop}; lines are {@code column → field}, one each. */
  static Mapping mapping(String feed, String grain, List<String> key, String lines) {
    return new Mapping(
        new SourceId("shop"),
        Label.typed("Shop"),
        feed,
        new EntityName(grain),
        Layout.csv(),
        key,
        lines
            .lines()
            .map(l -> l.split("→"))
            .map(l -> Mapping.Line.of(l[0].strip(), l[1].strip()))
            .toList(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  long land(Mapping mapping, String fileName, String text) {
    try {
      var upload = Files.writeString(Files.createTempFile(folder, "upload", ".csv"), text);
      return land(mapping, fileName, upload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long land(Mapping mapping, String fileName, Path upload) {
    long batch = TestLanding.land(landing, upload, fileName, mapping, true, Progress.NONE).number();
    uncleaned.add(batch);
    return batch;
  }

  /** Everything anew. */
  Delta clean() {
    uncleaned.clear();
    return clean(new Delta.Everything());
  }

  /** Only what landed since the last cleaning. */
  Delta cleanNew() {
    var delta = new Delta.Batches(Set.copyOf(uncleaned));
    uncleaned.clear();
    return clean(delta);
  }

  /** Whether a refresh would clean though nothing has landed. */
  boolean hasNews() {
    try (var write = warehouse.write(Set.of("quality"))) {
      return step().hasNews(write, new AsOf(START, SHANGHAI));
    }
  }

  /** What would be refused if every cell of every row were asked about, doubtful or not. */
  List<String> refusedOfAll() {
    var askAll =
        View.of(
            "quality.marked",
            Sql.of("select f.batch, f.line, f.fate, 1 as doubtful from {quality.fate} f"));
    try (var write = warehouse.write(Set.of("quality"))) {
      return readings().of(sql -> write.query(sql, View.everything()), SHANGHAI).stream()
          .flatMap(
              f ->
                  Stream.concat(
                      Stream.of(new QuarantineQuery(f, Doubts.ALL).refusals()),
                      f.repeats().stream().map(r -> QuarantineQuery.repeated(f, r))))
          .flatMap(q -> shown(write.query(q, askAll)).stream())
          .sorted()
          .toList();
    }
  }

  private Step step() {
    return cleaning().steps().getFirst();
  }

  /** What checks rules; none can be saved here. */
  Rules rules() {
    return new Rules(null, null, warehouse, new Standard(), (by, what) -> {});
  }

  Readings readings() {
    return cleaning().readings();
  }

  Cleaning cleaning() {
    return new Cleaning(() -> mappings, () -> rules, () -> corrections, new Standard(), clock);
  }

  /** Cleans, and scores what was cleaned. */
  private Delta clean(Delta delta) {
    try (var write = warehouse.write(Set.of("quality"))) {
      var asOf = new AsOf(START, SHANGHAI);
      var passedOn = delta;
      for (var step : cleaning().steps()) {
        passedOn = step.run(passedOn, asOf, write, Progress.NONE);
      }
      write.commit();
      return passedOn;
    }
  }

  /** The rows of a question, cells separated by blanks; what is missing is a dot. */
  List<String> rows(String sql) {
    return rows(Sql.of(sql));
  }

  List<String> rows(Sql sql) {
    return shown(warehouse.query(sql, View.everything()));
  }

  private static List<String> shown(Table table) {
    return table.stream()
        .map(
            r ->
                String.join(
                    " ",
                    r.cells().stream()
                        .map(v -> v instanceof Value.Missing ? "·" : v.shown())
                        .toList()))
        .toList();
  }

  /** Every row of every table, except what only the last run left behind. */
  List<String> everything() {
    var all = new ArrayList<String>();
    for (var table : warehouse.specs()) {
      if (!table.name().concept().equals("quality") || table.equals(Scores.SCORE)) continue;
      if (table.name().name().startsWith("touched")) continue;
      rows("select t.* from {" + table.name() + "} t").stream()
          .map(r -> table.name().name() + ": " + r)
          .sorted()
          .forEach(all::add);
    }
    return all;
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
