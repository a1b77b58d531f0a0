package io.gongbi.source;

import io.gongbi.warehouse.DelimitedFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is given to read instead of the file itself: texts of rows that all have the same
 * number of cells, and one of lines that are no rows. The first cell of each is its line in the
 * file. Rows come in parts: while the engine reads one, the next is written.
 */
final class Prepared implements Closeable {
  /** A million rows or so: the engine stores what it reads at once best in large pieces. */
  static final long PART_BYTES = 128 << 20;

  private static final byte LINE_END = '\n';

  private final Function<String, Path> place;
  private final long partBytes;
  private final Consumer<DelimitedFile> full;
  private final byte delimiter;
  private final byte quote;
  private final List<String> columns;
  private final int width;
  private final Path noRowsFile;
  private final RowText noRows;
  private @Nullable RowText rows;
  private Path rowsFile;
  private int parts;
  private long written;
  private long rowsInPart;
  private long rowCount;
  private long noRowCount;
  private boolean lineBreaks;

  /**
   * {@code place}: where a text may stand, by the end of its name. {@code delimiter} and {@code
   * quote} of the file, so that most rows are copied as they are. {@code columns}: those of the
   * file. {@code full} gets each part of about {@code partBytes}, and removes its text.
   */
  Prepared(
      Function<String, Path> place,
      long partBytes,
      char delimiter,
      char quote,
      List<String> columns,
      Consumer<DelimitedFile> full)
      throws IOException {
    this.place = place;
    this.partBytes = partBytes;
    this.full = full;
    this.delimiter = (byte) delimiter;
    this.quote = (byte) quote;
    this.columns = List.copyOf(columns);
    this.width = columns.size();
    rowsFile = place.apply("0.csv");
    noRowsFile = place.apply("no-rows.csv");
    noRows = new RowText(Files.newOutputStream(noRowsFile), 1 << 13);
  }

  /** Takes the record as a row, or as what it is. */
  void take(Records record) throws IOException {
    var noRow = record.noRow(width);
    if (noRow.isPresent()) {
      refuse(noRow.get());
      return;
    }
    lineBreaks |= record.holdsLineBreaks();
    if (record.isRegular(width)) {
      var out = number(record.line());
      out.write(delimiter);
      out.write(record.bytes(), record.offset(), record.length());
      endRow(out, record.length());
    } else {
      row(record.line(), record.cells());
    }
  }

  /** Takes the cells of a sheet's row; the last may be missing. */
  void take(long line, List<String> cells) throws IOException {
    if (cells.size() > width) {
      refuse(new NoRow(line, NoRow.Why.TOO_MANY_COLUMNS, 0, String.join(",", cells)));
    } else {
      row(line, cells);
    }
  }

  private void row(long line, List<String> cells) throws IOException {
    var out = number(line);
    int length = 0;
    for (int i = 0; i < width; i++) {
      out.write(delimiter);
      var cell = i < cells.size() ? cells.get(i) : "";
      lineBreaks |= cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
      out.quoted(cell, quote);
      length += cell.length();
    }
    endRow(out, length);
  }

  private void endRow(RowText out, int length) throws IOException {
    out.write(LINE_END);
    rowCount++;
    rowsInPart++;
    written += length;
    if (written >= partBytes) endPart();
  }

  private void endPart() throws IOException {
    if (rows == null) return;
    rows.close();
    rows = null;
    full.accept(
        new DelimitedFile(
            rowsFile, (char) delimiter, (char) quote, columns, rowsInPart, lineBreaks));
    rowsFile = place.apply(++parts + ".csv");
    written = 0;
    rowsInPart = 0;
    lineBreaks = false;
  }

  /** Takes a line that is no row as what it is. */
  void refuse(NoRow noRow) throws IOException {
    noRows.number(noRow.line());
    noRows.write(delimiter);
    noRows.quoted(noRow.landed(), quote);
    noRows.write(delimiter);
    noRows.quoted(noRow.text(), quote);
    noRows.write(LINE_END);
    noRowCount++;
  }

  /** Where the row goes that begins with this number. */
  private RowText number(long line) throws IOException {
    if (rows == null) rows = new RowText(Files.newOutputStream(rowsFile));
    rows.number(line);
    return rows;
  }

  DelimitedFile noRows() {
    return new DelimitedFile(
        noRowsFile, (char) delimiter, (char) quote, List.of("unreadable", "raw"), noRowCount, true);
  }

  long rowCount() {
    return rowCount;
  }

  long noRowCount() {
    return noRowCount;
  }

  /** Gives the last part, and ends the text of lines that are no rows. */
  void end() throws IOException {
    endPart();
    noRows.close();
  }

  /** Removes what nobody took. */
  @Override
  public void close() throws IOException {
    // Each by itself: on a full disk closing one fails, and the other would stay open.
    try (var _ = noRows;
        var _ = rows) {
      // nothing is left to write
    } finally {
      remove(rowsFile);
      remove(noRowsFile);
    }
  }

  /** Removes a text. */
  static void remove(Path text) {
    try {
      Files.deleteIfExists(text);
    } catch (IOException e) {
      // It lies in incoming and goes at the next start.
      text.toFile().deleteOnExit();
    }
  }
}
