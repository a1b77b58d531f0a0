package io.gongbi.source;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Progress;
import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.DelimitedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in. A thread of its own looks at it, takes its fingerprint and writes down, in
 * parts, what the engine is to read; one part waits while the one before it is stored. Of a file of
 * three parts whoever stores it asks
 *
 * <pre>
 * head()   names and fingerprint
 * next()   part 1, next() part 2, next() part 3, next() nothing
 * end()    how many rows that were, and the lines that are no rows
 * </pre>
 */
final class Reading implements AutoCloseable {
  private static final Label COMPARING = new Label("核对文件", "Check the file");
  private static final Label NAMING = new Label("找出所有的列", "Find all columns");
  private static final Label ROWS = new Label("读取文件", "Read the file");

  /** A file, its own name, what was said of it, and how its columns become those of its feed. */
  record Ask(
      Path file, String name, Optional<String> fingerprint, Mapping own, Alignment alignment) {
    static Ask of(Imports.Item item, Alignment alignment) {
      var fingerprint = item.upload().map(Uploads.Upload::fingerprint);
      return new Ask(item.file(), item.name(), fingerprint, item.mapping(), alignment);
    }

    Mapping mapping() {
      return alignment.mapping();
    }
  }

  /**
   * What is known of a file before its rows. {@code names}: its columns as its feed calls them, in
   * the file's order.
   */
  record Head(String fileName, String hash, List<String> names) {
    Head {
      names = List.copyOf(names);
    }
  }

  /** What is known of it after them. */
  record End(long rows, DelimitedFile noRows) {}

  /** An object far down has a key that none before it had: what came so far is void. */
  static final class Anew extends Exception {
    private static final long serialVersionUID = 1;
  }

  private sealed interface Piece {
    record Begun(Head head) implements Piece {}

    record Part(DelimitedFile text) implements Piece {}

    record Ended(End end) implements Piece {}

    record Failed(Throwable why) implements Piece {}
  }

  private final Ask ask;
  private final Path folder;
  private final long partBytes;
  private final Consumer<String> admit;
  private final Progress progress;
  private final Runnable whenRead;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

  /** For a part that waits: a file of one part is read to its end before anybody takes it. */
  private final Semaphore room = new Semaphore(1);

  private final Thread reader;
  private volatile boolean closed;
  private boolean atEnd;

  /** Rows of whole parts: who reads ahead may not look into the one that is being written. */
  private final AtomicLong rowsSoFar = new AtomicLong();

  // Of the reading thread, until it has ended.
  private @Nullable Prepared prepared;

  // Of the thread that stores.
  private @Nullable Head head;
  private @Nullable End end;

  /**
   * Begins to read. {@code folder}: where the parts may stand. {@code admit} is asked with the
   * content's fingerprint before any row is read, and throws what speaks against it. {@code
   * whenRead} is called by the reading thread when all is read; the last part may not be taken yet.
   */
  Reading(
      Ask ask,
      Path folder,
      long partBytes,
      Consumer<String> admit,
      Progress progress,
      Runnable whenRead) {
    this.ask = ask;
    this.folder = folder;
    this.partBytes = partBytes;
    this.admit = admit;
    this.progress = progress;
    this.whenRead = whenRead;
    reader = Thread.ofPlatform().daemon().name("read").start(this::read);
  }

  Ask ask() {
    return ask;
  }

  /** Waits for it. Throws what reading threw. */
  Head head() {
    var known = head;
    if (known != null) return known;
    return switch (take()) {
      case Piece.Begun begun -> head = begun.head();
      case Piece.Part _, Piece.Ended _, Piece.Failed _ ->
          throw new IllegalStateException("rows before the head of " + ask.name());
    };
  }

  /** Waits for the next part; none when that was all. Throws what reading threw. */
  Optional<DelimitedFile> next() throws Anew {
    if (end != null) return Optional.empty();
    return switch (take()) {
      case Piece.Part part -> {
        room.release();
        yield Optional.of(part.text());
      }
      case Piece.Ended ended -> {
        end = ended.end();
        yield Optional.empty();
      }
      case Piece.Begun begun -> {
        head = begun.head();
        throw new Anew();
      }
      case Piece.Failed _ -> throw new IllegalStateException("not thrown: " + ask.name());
    };
  }

  /** Once there is no next part. */
  End end() {
    var known = end;
    if (known == null) throw new IllegalStateException("not read to its end: " + ask.name());
    return known;
  }

  private Piece take() {
    try {
      var piece = pieces.take();
      if (!(piece instanceof Piece.Failed failed)) return piece;
      switch (failed.why()) {
        case RuntimeException e -> throw e;
        case IOException e -> throw new UncheckedIOException(e);
        case Error e -> throw e;
        default -> throw new IllegalStateException(failed.why());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private void read() {
    try {
      pieces.add(new Piece.Ended(all()));
      if (mayGoOn()) whenRead.run();
    } catch (IOException | RuntimeException | Error e) {
      pieces.add(new Piece.Failed(e));
    }
  }

  /** From here on it is busy with what comes after this file, and must not be interrupted. */
  private synchronized boolean mayGoOn() {
    atEnd = true;
    return !closed;
  }

  private End all() throws IOException {
    progress.step("source.compare", COMPARING);
    var look = Looks.look(ask.file(), ask.name(), ask.own().layout());
    var mapped = ask.own().lines().stream().map(Mapping.Line::column).toList();
    boolean found = look.columnNames().containsAll(mapped);
    try {
      return all(look, found ? look.columnNames() : columns(look));
    } catch (JsonFile.StrangePath e) {
      if (prepared != null) prepared.close();
      return all(look, columns(look));
    }
  }

  private End all(FileLook look, List<String> columns) throws IOException {
    ask.alignment().check(ask.own(), columns, ask.name());
    var rounded = new Faults();
    RoundedNumbers.faults(ask.own(), look).forEach(rounded::add);
    rounded.throwIfAny();
    var known = ask.fingerprint().orElseGet(this::fingerprint);
    var hash = Fingerprint.ofContent(known, ask.own().layout());
    admit.accept(hash);
    var names = columns.stream().map(ask.alignment()::name).toList();
    pieces.add(new Piece.Begun(new Head(fileName(look), hash, names)));
    progress.step("source.read", ROWS);
    rowsSoFar.set(0);
    long size = Files.size(ask.file());
    var layout = look.layout();
    var id = UUID.randomUUID();
    var rows =
        new Prepared(
            end -> folder.resolve(id + "." + end),
            partBytes,
            layout.delimiter(),
            layout.quote(),
            columns,
            this::pass);
    prepared = rows;
    prepare(look, columns, rows, size);
    rows.end();
    if (rows.rowCount() + rows.noRowCount() == 0) throw Faults.bad("source.no-rows", ask.name());
    return new End(rows.rowCount(), rows.noRows());
  }

  private void prepare(FileLook look, List<String> columns, Prepared rows, long size)
      throws IOException {
    var file = ask.file();
    var name = ask.name();
    var layout = look.layout();
    int above = layout.skip() + (layout.header() ? 1 : 0);
    switch (layout.format()) {
      case XLSX -> {
        var book = Workbook.open(file, name);
        var sheet = layout.sheet().orElse(look.sheets().getFirst());
        if (layout.stack().isPresent())
          new SheetStack(book, layout, sheet).prepare(rows, bytes -> tell(bytes, size));
        else book.prepare(sheet, above, rows, bytes -> tell(bytes, size));
      }
      case JSON, PARQUET ->
          Looks.selfDescribed(file, name, layout, bytes -> tell(bytes, size))
              .prepare(columns, rows);
      case CSV ->
          new TextFile(file, name, Bytes.of(file, name), bytes -> tell(bytes, size))
              .prepare(
                  Looks.charset(layout, name), layout.delimiter(), layout.quote(), above, rows);
    }
  }

  private void pass(DelimitedFile part) {
    try {
      room.acquire();
      pieces.add(new Piece.Part(part));
      rowsSoFar.addAndGet(part.rows());
    } catch (InterruptedException e) {
      Prepared.remove(part.path());
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private void tell(long bytes, long size) {
    if (closed) throw new CancelledException();
    progress.read(bytes, size, rowsSoFar.get());
  }

  /**
   * All of them: an object far down may have a key that none before it had. Asked only where those
   * that a look finds are not enough, since the whole file is read for it.
   */
  private List<String> columns(FileLook look) throws IOException {
    if (look.layout().format() != Layout.Format.JSON) return look.columnNames();
    progress.step("source.columns", NAMING);
    rowsSoFar.set(0);
    long size = Files.size(ask.file());
    return Looks.selfDescribed(ask.file(), ask.name(), look.layout(), bytes -> tell(bytes, size))
        .columns(Integer.MAX_VALUE);
  }

  private String fingerprint() {
    try {
      long size = Files.size(ask.file());
      return Fingerprint.of(ask.file(), bytes -> tell(bytes, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where a feed has no key the newest file of a name stands, so a further worksheet of a workbook
   * goes by the workbook's name and its own.
   */
  private String fileName(FileLook look) {
    var sheet = look.layout().sheet();
    boolean first = sheet.isEmpty() || look.sheets().indexOf(sheet.get()) < 1;
    return first ? ask.name() : ask.name() + " · " + sheet.get();
  }

  /** Stops reading, waits until it has stopped, and removes what nobody took. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (!atEnd) reader.interrupt();
    }
    boolean interrupted = Thread.interrupted();
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
    for (var left = pieces.poll(); left != null; left = pieces.poll())
      if (left instanceof Piece.Part part) Prepared.remove(part.text().path());
    try {
      if (prepared != null) prepared.close();
    } catch (IOException e) {
      // A full disk says so once more on closing; whoever stores has heard it.
    }
  }
}
