package io.gongbi.source;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Transaction;
import io.gongbi.fault.Fault;
import io.gongbi.refresh.FaultRows;
import io.gongbi.refresh.RunId;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every import there ever was, file by file: who brought what in when, how long it took, what was
 * refused and why. Written while the import runs, so that it is true after a crash too.
 */
public final class ImportLog {
  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("catalog", "source", 1, "import"));

  private final Catalog catalog;

  public ImportLog(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Which files; what is not given is not narrowed. */
  public record Which(Optional<SourceId> source, Optional<ImportedFile.State> state) {}

  /** A page of them, and how many there are. */
  public record Page(long total, List<ImportedFile> files) {
    public Page {
      files = List.copyOf(files);
    }
  }

  void begin(RunId run, List<Imports.Item> items) {
    var rows = new ArrayList<Map<String, Value>>();
    for (var item : items) {
      rows.add(
          Map.of(
              "run", Value.of(run.value()),
              "ordinal", Value.of((long) rows.size()),
              "source", Value.of(item.mapping().source().value()),
              "feed", Value.of(item.mapping().feed()),
              "name", Value.of(item.name()),
              "upload", Value.of(item.upload().map(Uploads.Upload::id).orElse(""))));
    }
    catalog.run(t -> t.writeAll(ImportQuery.ADD, rows));
  }

  void started(RunId run, int ordinal) {
    catalog.run(t -> t.write(ImportQuery.started(run, ordinal, t.now())));
  }

  void landed(RunId run, int ordinal, Landing.Batch batch) {
    catalog.run(t -> t.write(ImportQuery.landed(run, ordinal, batch, t.now())));
  }

  void refused(RunId run, int ordinal, List<Fault> faults) {
    var rows = new ArrayList<Map<String, Value>>();
    for (var fault : faults) {
      var row = new HashMap<>(FaultRows.of(fault));
      row.put("run", Value.of(run.value()));
      row.put("ordinal", Value.of((long) ordinal));
      row.put("number", Value.of((long) rows.size()));
      rows.add(row);
    }
    catalog.run(
        t -> {
          t.write(ImportQuery.refused(run, ordinal, t.now()));
          t.writeAll(ImportQuery.FAULT, rows);
        });
  }

  /**
   * Notes what landed in the moment before a process ended, and was not noted any more: of a file
   * that was begun, whose import was cut off, a batch stands in the warehouse that no entry has. It
   * would else be told that nothing of it had landed, and beginning it again be refused, since it
   * has. To be called at the start, before any import begins.
   */
  public void settle(Warehouse warehouse, View view) {
    var cutOff = catalog.read(t -> t.query(ImportQuery.CUT_OFF)).stream().toList();
    if (cutOff.isEmpty()) return;
    var noted = new HashSet<Long>();
    catalog.read(t -> t.query(ImportQuery.NOTED)).stream()
        .forEach(r -> noted.add(r.whole("batch")));
    for (var file : cutOff) {
      var feed = FeedId.of(file.text("source"), file.text("feed"));
      var name = file.text("file_name");
      var since = SourceQuery.landedSince(feed, name, file.moment("started_at"));
      warehouse.query(since, view).stream()
          .filter(b -> noted.add(b.whole("batch")))
          .findFirst()
          .ifPresent(
              b -> {
                long number = b.whole("batch");
                long noRows =
                    warehouse.query(SourceQuery.noRows(feed, number), view).only().whole("n");
                var batch = new Landing.Batch(number, feed, name, b.whole("rows") - noRows, noRows);
                catalog.run(
                    t ->
                        t.write(
                            ImportQuery.landed(
                                new RunId(file.whole("run")),
                                (int) file.whole("ordinal"),
                                batch,
                                b.moment("landed_at"))));
              });
    }
  }

  /** The files of one import, in their order; none when the run is no import. */
  public List<ImportedFile> of(RunId run) {
    return catalog.read(t -> files(t, ImportQuery.ofRun(run)));
  }

  /** The newest import first, its files in their order. */
  public Page list(Which which, long offset, int limit) {
    return catalog.read(
        t ->
            new Page(
                t.query(ImportQuery.count(which)).only().whole("n"),
                files(t, ImportQuery.list(which, offset, limit))));
  }

  private static List<ImportedFile> files(Transaction t, Sql sql) {
    return t.query(sql).stream()
        .map(
            r ->
                ImportQuery.file(
                    r, t.query(ImportQuery.faults(r.whole("run"), r.whole("ordinal")))))
        .toList();
  }
}
