package io.gongbi.source;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.DelimitedFile;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings files into the warehouse: every row untouched, numbered by batch and line, in one commit.
 * A file lands whole or not at all; lines that are no rows land too, as what they are. {@link
 * Imports} is the way in.
 */
public final class Landing {
  /** One landed file: rows that could be read, and lines that could not. */
  public record Batch(long number, FeedId feed, String fileName, long rows, long unreadable) {
    public long landed() {
      return rows + unreadable;
    }
  }

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
   * Begins to read a file, see {@link Reading}, which throws {@code source.same-file} when the very
   * same content landed in this feed before, unless {@code again}; {@code source.column-missing}
   * for every mapped column that the file lacks; {@code source.rounded-numbers}; whatever {@link
   * Looks} has to say.
   */
  Reading read(Reading.Ask ask, boolean again, Progress progress, Runnable whenRead) {
    return new Reading(
        ask, incoming, partBytes, hash -> admit(ask, hash, again), progress, whenRead);
  }

  /** Whether so many parts of files that nobody has stored yet may stand on the disk. */
  boolean hasRoomFor(int parts) {
    try {
      return Files.getFileStore(incoming).getUsableSpace() > parts * partBytes;
    } catch (IOException e) {
      return false;
    }
  }

  /** Stores what is read, in one commit; throws what reading throws. */
  Batch store(Reading reading, boolean again, Progress progress) {
    var name = reading.ask().name();
    try {
      while (true) {
        try {
          return stored(reading, again, progress);
        } catch (Reading.Anew e) {
          // What was stored of it went with its write.
        }
      }
    } catch (UncheckedIOException e) {
      throw FullDisk.or(e, name);
    } catch (SqlFailure e) {
      throw FullDisk.or(e, name);
    }
  }

  private Batch stored(Reading reading, boolean again, Progress progress) throws Reading.Anew {
    var head = reading.head();
    var mapping = reading.ask().mapping();
    var feed = mapping.id();
    try (var write = warehouse.write(Set.of("source"))) {
      progress.onCancel(write::cancel);
      // Once more: while this was read, the file before it may have brought the same.
      admit(reading.ask(), head.hash(), again);
      // What this file has not is still a column of the feed.
      var mapped = mapping.lines().stream().map(Mapping.Line::column);
      var places = places(write, feed, Stream.concat(head.names().stream(), mapped));
      var columns = head.names().stream().map(name -> "c" + places.get(name)).toList();
      var table = Sources.landed(feed, places.size());
      write.ensure(table, Sources.OF_NO_ROWS);
      long number = write.query(SourceQuery.NEXT, View.everything()).only().whole("batch");
      long rows = 0;
      for (var part = reading.next(); part.isPresent(); part = reading.next())
        rows += load(write, table, part.get().into(columns), number);
      progress.step("source.land", WRITING);
      var end = reading.end();
      long unreadable = write.load(table, end.noRows(), number);
      if (rows != end.rows() || unreadable != end.noRows().rows()) {
        throw new IllegalStateException(
            "of %s rows and %s others the engine read %s and %s"
                .formatted(end.rows(), end.noRows().rows(), rows, unreadable));
      }
      var batch = new Batch(number, feed, head.fileName(), rows, unreadable);
      write.append(
          Sources.BATCH,
          new Table(
              Sources.BATCH.columns(),
              List.of(
                  List.of(
                      Value.of(number),
                      Value.of(feed.source().value()),
                      Value.of(feed.feed()),
                      Value.of(head.fileName()),
                      Value.of(head.hash()),
                      Value.of(batch.landed()),
                      Value.of(clock.instant())))));
      write.commit();
      return batch;
    }
  }

  private static long load(Write write, TableSpec table, DelimitedFile part, long batch) {
    try {
      return write.load(table, part, batch);
    } finally {
      Prepared.remove(part.path());
    }
  }

  private void admit(Reading.Ask ask, String hash, boolean again) {
    if (again) return;
    same(ask.own().id(), hash, ask.name())
        .ifPresent(
            fault -> {
              throw new FaultException(fault);
            });
  }

  /** {@code source.same-file} when the very same content landed in this feed before. */
  public Optional<Fault> same(Uploads.Upload file, Mapping mapping) {
    return same(
        mapping.id(), Fingerprint.ofContent(file.fingerprint(), mapping.layout()), file.name());
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

  /** Where each column of a feed stands in its landed table, those among {@code names} included. */
  private static Map<String, Long> places(Write write, FeedId feed, Stream<String> names) {
    var places = headings(write, feed);
    var added = new ArrayList<List<Value>>();
    names.forEach(
        name -> {
          if (places.containsKey(name)) return;
          long place = places.size() + 1L;
          places.put(name, place);
          added.add(
              List.of(
                  Value.of(feed.source().value()),
                  Value.of(feed.feed()),
                  Value.of(place),
                  Value.of(name)));
        });
    if (!added.isEmpty()) {
      write.append(Sources.HEADING, new Table(Sources.HEADING.columns(), added));
    }
    return places;
  }

  private static Map<String, Long> headings(Write write, FeedId feed) {
    var places = new TreeMap<String, Long>();
    write.query(SourceQuery.headings(feed), View.everything()).stream()
        .forEach(r -> places.put(r.text("name"), r.whole("place")));
    return places;
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
