package io.gongbi.source;

import io.gongbi.warehouse.DelimitedFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the engine is given to read instead of the file itself: one text of rows that all have the
 * same number of cells, and one of lines that are no rows. The first cell of each is its line in
 * the file.
 */
final class Prepared implements Closeable {
  private final Path rowsFile;
  private final Path noRowsFile;
  private final OutputStream rows;
  private final OutputStream noRows;
  private final byte delimiter;
  private final byte quote;
  private final int width;
  private long rowCount;
  private long noRowCount;
  private boolean lineBreaks;
  private final byte[] digits = new byte[20];

  /** {@code delimiter} and {@code quote} of the file, so that most rows are copied as they are. */
  Prepared(Path rowsFile, Path noRowsFile, char delimiter, char quote, int width)
      throws IOException {
    this.rowsFile = rowsFile;
    this.noRowsFile = noRowsFile;
    this.delimiter = (byte) delimiter;
    this.quote = (byte) quote;
    this.width = width;
    rows = new BufferedOutputStream(Files.newOutputStream(rowsFile), 1 << 17);
    noRows = new BufferedOutputStream(Files.newOutputStream(noRowsFile), 1 << 13);
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
      number(record.line());
      rows.write(delimiter);
      rows.write(record.bytes(), record.offset(), record.length());
      rows.write('\n');
      rowCount++;
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
    number(line);
    for (int i = 0; i < width; i++) {
      rows.write(delimiter);
      var cell = i < cells.size() ? cells.get(i) : "";
      lineBreaks |= cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
      quoted(rows, cell);
    }
    rows.write('\n');
    rowCount++;
  }

  private void refuse(NoRow noRow) throws IOException {
    noRows.write(Long.toString(noRow.line()).getBytes(StandardCharsets.US_ASCII));
    noRows.write(delimiter);
    quoted(noRows, noRow.landed());
    noRows.write(delimiter);
    quoted(noRows, noRow.text());
    noRows.write('\n');
    noRowCount++;
  }

  private void quoted(OutputStream out, String cell) throws IOException {
    if (cell.isEmpty()) return;
    out.write(quote);
    for (byte b : cell.getBytes(StandardCharsets.UTF_8)) {
      if (b == quote) out.write(b);
      out.write(b);
    }
    out.write(quote);
  }

  private void number(long line) throws IOException {
    int at = digits.length;
    for (long rest = line; rest > 0; rest /= 10) digits[--at] = (byte) ('0' + rest % 10);
    rows.write(digits, at, digits.length - at);
  }

  /** For the engine: {@code columns} are those of the landed table, in the file's order. */
  DelimitedFile rows(List<String> columns) {
    return new DelimitedFile(
        rowsFile, (char) delimiter, (char) quote, columns, rowCount, lineBreaks);
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

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      noRows.close();
    }
  }

  /** Removes both texts. */
  void delete() {
    for (var file : List.of(rowsFile, noRowsFile)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It lies in incoming and goes at the next start.
        file.toFile().deleteOnExit();
      }
    }
  }
}
