package io.gongbi.source;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings files into the warehouse: every row untouched, numbered by batch and line, in one commit.
 * A file lands whole or not at all; lines that are no rows land too, as what they are.
 */
public final class Landing {
  /** One landed file: rows that could be read, and lines that could not. */
  public record Batch(long number, FeedId feed, String fileName, long rows, long unreadable) {
    public long landed() {
      return rows + unreadable;
    }
  }

  private static final Label COMPARING = new Label("核对文件", "Check the file");
  private static final Label NAMING = new Label("找出所有的列", "Find all columns");
  private static final Label READING = new Label("读取文件", "Read the file");
  private static final Label WRITING = new Label("写入", "Write rows");

  private final Warehouse warehouse;
  private final Path incoming;
  private final Clock clock;
  private final long partBytes;

  /**
   * {@code incoming}: the only folder that the engine may read; emptied here of what a crash left.
   */
  public Landing(Warehouse warehouse, Path incoming, Clock clock) {
    this(warehouse, incoming, clock, Prepared.PART_BYTES);
  }

  Landing(Warehouse warehouse, Path incoming, Clock clock, long partBytes) {
    this.warehouse = warehouse;
    this.incoming = incoming;
    this.clock = clock;
    this.partBytes = partBytes;
    try {
      Files.createDirectories(incoming);
      try (var left = Files.list(incoming)) {
        for (var file : left.toList()) Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lands a file by its feed's mapping. Throws {@code source.same-file} when the very same content
   * landed in this feed before, unless {@code again}; {@code source.column-missing} for every
   * mapped column that the file lacks; {@code source.rounded-numbers}; whatever {@link Looks} has
   * to say.
   */
  public Batch land(Path file, String name, Mapping mapping, boolean again, Progress progress) {
    return land(file, name, Optional.empty(), mapping, Alignment.of(mapping), again, progress);
  }

  /**
   * {@code known}: the fingerprint of the file where it was taken on its way in. {@code own}: what
   * was said of this file; its columns land as those of its feed.
   */
  Batch land(
      Path file,
      String name,
      Optional<String> known,
      Mapping own,
      Alignment alignment,
      boolean again,
      Progress progress) {
    progress.step("source.compare", COMPARING);
    var look = Looks.look(file, name, own.layout());
    boolean all = own.lines().stream().allMatch(l -> look.columnNames().contains(l.column()));
    try {
      return land(
          file,
          name,
          known,
          own,
          alignment,
          again,
          look,
          all ? look.columnNames() : columns(file, name, look, progress),
          progress);
    } catch (JsonFile.StrangePath e) {
      return land(
          file,
          name,
          known,
          own,
          alignment,
          again,
          look,
          columns(file, name, look, progress),
          progress);
    }
  }

  private Batch land(
      Path file,
      String name,
      Optional<String> known,
      Mapping own,
      Alignment alignment,
      boolean again,
      FileLook look,
      List<String> columns,
      Progress progress) {
    alignment.check(own, columns, name);
    var rounded = new Faults();
    RoundedNumbers.faults(own, look).forEach(rounded::add);
    rounded.throwIfAny();
    var hash =
        Fingerprint.ofContent(known.orElseGet(() -> fingerprint(file, progress)), own.layout());
    if (!again) {
      var same = same(own.id(), hash, name);
      if (same.isPresent()) throw new FaultException(same.get());
    }
    var names = columns.stream().map(alignment::name).toList();
    return land(file, fileName(name, look), hash, look, names, alignment.mapping(), progress);
  }

  /** {@code source.same-file} when the very same content landed in this feed before. */
  public Optional<Fault> same(Uploads.Upload file, Mapping mapping) {
    return same(
        mapping.id(), Fingerprint.ofContent(file.fingerprint(), mapping.layout()), file.name());
  }

  /**
   * Where a feed has no key the newest file of a name stands, so a further worksheet of a workbook
   * goes by the workbook's name and its own.
   */
  private static String fileName(String name, FileLook look) {
    var sheet = look.layout().sheet();
    boolean first = sheet.isEmpty() || look.sheets().indexOf(sheet.get()) < 1;
    return first ? name : name + " · " + sheet.get();
  }

  /**
   * All of them: an object far down may have a key that none before it had. Asked only where those
   * that a look finds are not enough, since the whole file is read for it.
   */
  private static List<String> columns(Path file, String name, FileLook look, Progress progress) {
    if (look.layout().format() != Layout.Format.JSON) return look.columnNames();
    try {
      progress.step("source.columns", NAMING);
      long size = Files.size(file);
      return Looks.selfDescribed(file, name, look.layout(), bytes -> progress.read(bytes, size, 0))
          .columns(Integer.MAX_VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Fault> same(FeedId feed, String hash, String name) {
    return warehouse
        .query(SourceQuery.sameFile(feed, hash), View.everything())
        .first()
        .map(
            r ->
                new Fault.Conflict(
                    "source.same-file", name, Map.of("file", name, "before", r.text("file_name"))));
  }

  private static void prepare(
      Path file,
      String name,
      FileLook look,
      List<String> names,
      Prepared prepared,
      LongConsumer told)
      throws IOException {
    var layout = look.layout();
    int above = layout.skip() + (layout.header() ? 1 : 0);
    switch (layout.format()) {
      case XLSX -> {
        var book = Workbook.open(file, name);
        var sheet = layout.sheet().orElse(look.sheets().getFirst());
        if (layout.stack().isPresent()) new SheetStack(book, layout, sheet).prepare(prepared, told);
        else book.prepare(sheet, above, prepared, told);
      }
      case JSON, PARQUET -> Looks.selfDescribed(file, name, layout, told).prepare(names, prepared);
      case CSV ->
          new TextFile(file, name, Bytes.of(file, name), told)
              .prepare(
                  Looks.charset(layout, name), layout.delimiter(), layout.quote(), above, prepared);
    }
  }

  private Batch land(
      Path file,
      String name,
      String hash,
      FileLook look,
      List<String> names,
      Mapping mapping,
      Progress progress) {
    var feed = mapping.id();
    var id = UUID.randomUUID();
    try (var write = warehouse.write(Set.of("source"))) {
      progress.onCancel(write::cancel);
      progress.step("source.read", READING);
      long size = Files.size(file);
      // Rows of whole parts: who reads ahead may not look into the one that is being written.
      var rowsSoFar = new AtomicLong();
      // What this file has not is still a column of the feed.
      var mapped = mapping.lines().stream().map(Mapping.Line::column);
      var columns =
          places(write, feed, Stream.concat(names.stream(), mapped).distinct().toList())
              .subList(0, names.size());
      var table = Sources.landed(feed, headings(write, feed).size());
      write.ensure(table);
      long number = write.query(SourceQuery.NEXT, View.everything()).only().whole("batch");
      var layout = look.layout();
      try (var loader = new Loader(write, table, number);
          var prepared =
              new Prepared(
                  end -> incoming.resolve(id + "." + end),
                  partBytes,
                  layout.delimiter(),
                  layout.quote(),
                  columns,
                  part -> {
                    loader.load(part);
                    rowsSoFar.addAndGet(part.rows());
                  })) {
        prepare(
            file,
            name,
            look,
            names,
            prepared,
            bytes -> progress.read(bytes, size, rowsSoFar.get()));
        prepared.end();
        if (prepared.rowCount() + prepared.noRowCount() == 0)
          throw Faults.bad("source.no-rows", name);
        progress.step("source.land", WRITING);
        long rows = loader.loaded();
        long unreadable = write.load(table, prepared.noRows(), number);
        if (rows != prepared.rowCount() || unreadable != prepared.noRowCount()) {
          throw new IllegalStateException(
              "of %d rows and %d others the engine read %d and %d"
                  .formatted(prepared.rowCount(), prepared.noRowCount(), rows, unreadable));
        }
        var batch = new Batch(number, feed, name, rows, unreadable);
        write.append(
            Sources.BATCH,
            new Table(
                Sources.BATCH.columns(),
                List.of(
                    List.of(
                        Value.of(number),
                        Value.of(feed.source().value()),
                        Value.of(feed.feed()),
                        Value.of(name),
                        Value.of(hash),
                        Value.of(batch.landed()),
                        Value.of(clock.instant())))));
        write.commit();
        return batch;
      }
    } catch (IOException e) {
      throw FullDisk.or(e, name);
    } catch (SqlFailure e) {
      throw FullDisk.or(e, name);
    }
  }

  /** The columns of the landed table for these columns of a file, in the file's order. */
  private static List<String> places(Write write, FeedId feed, List<String> names) {
    var known = headings(write, feed);
    var added = new ArrayList<List<Value>>();
    var places = new ArrayList<String>();
    for (var name : names) {
      var place = known.get(name);
      if (place == null) {
        place = (long) known.size() + 1;
        known.put(name, place);
        added.add(
            List.of(
                Value.of(feed.source().value()),
                Value.of(feed.feed()),
                Value.of(place),
                Value.of(name)));
      }
      places.add("c" + place);
    }
    write.append(Sources.HEADING, new Table(Sources.HEADING.columns(), added));
    return places;
  }

  private static Map<String, Long> headings(Write write, FeedId feed) {
    var places = new TreeMap<String, Long>();
    write.query(SourceQuery.headings(feed), View.everything()).stream()
        .forEach(r -> places.put(r.text("name"), r.whole("place")));
    return places;
  }

  private static String fingerprint(Path file, Progress progress) {
    try {
      long size = Files.size(file);
      return Fingerprint.of(file, bytes -> progress.read(bytes, size, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Batches in the order of landing. */
  public Feed<Long> landed() {
    return new Landed(warehouse);
  }

  /** Every batch of a feed, the newest first, for the page of a source. */
  public Table batches(Viewer viewer, Gate gate) {
    return warehouse.query(SourceQuery.BATCHES, gate.view(viewer));
  }

  /**
   * What has landed in a feed, as if its newest file were looked at again: all columns that ever
   * came, and the newest rows. Empty when nothing has landed. The viewer's masks hold.
   */
  public Optional<FileLook> look(Mapping mapping, Viewer viewer, Gate gate) {
    var feed = mapping.id();
    var view = gate.view(viewer);
    var names =
        warehouse.query(SourceQuery.headingsInOrder(feed), view).stream()
            .map(r -> r.text("name"))
            .toList();
    if (names.isEmpty()) return Optional.empty();
    var found =
        warehouse.query(SourceQuery.newestRows(feed, names.size(), Looks.SAMPLE), view).stream()
            .toList();
    return Optional.of(
        Looks.landed(
            mapping.layout(),
            names,
            found.stream()
                .map(
                    r ->
                        new SheetRow(
                            r.whole("line"),
                            IntStream.rangeClosed(1, names.size())
                                .mapToObj(i -> r.textIfAny("c" + i).orElse(""))
                                .toList()))
                .toList()));
  }

  private record Landed(Warehouse warehouse) implements Feed<Long> {
    @Override
    public String name() {
      return "source.landed";
    }

    @Override
    public List<Entry<Long>> after(Position position, int limit) {
      Sql sql = SourceQuery.after(position, limit);
      return warehouse.query(sql, View.everything()).stream()
          .map(r -> new Entry<>(new Position(r.whole("batch")), r.whole("batch")))
          .toList();
    }

    @Override
    public Position end() {
      return new Position(
          warehouse.query(SourceQuery.NEXT, View.everything()).only().whole("batch") - 1);
    }
  }
}
