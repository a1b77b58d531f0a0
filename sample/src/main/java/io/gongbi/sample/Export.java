package io.gongbi.sample;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A sheet as a tired exporting job writes it: now and then a row comes twice, or again with newer
 * content, some two hundred lines later, where the next page overlaps. Keeps count, and tells the
 * truth which lines are not to survive.
 */
final class Export implements Closeable {

  /** Why a landed row is not a clean row. */
  enum Flaw {
    /** Repeats an earlier line cell by cell. */
    REPEAT,
    /** A later line has the same key and newer content. */
    SUPERSEDED,
    /** The cell that names the record is empty. */
    NO_KEY,
    /** The amount is not a number. */
    BAD_AMOUNT,
    /** The time of the order is 0000-00-00. */
    BAD_TIME,
    /** Sums up the lines above it. */
    TOTAL
  }

  private record Later(long line, boolean repeat, List<Object> cells) {}

  private static final int OVERLAP = 200;

  private final String file;
  private final Sheet sheet;
  private final Truth truth;
  private final int head;
  private final Deque<Later> waiting = new ArrayDeque<>();
  private long rows;

  Export(String file, Sheet sheet, Truth truth) {
    this(file, sheet, truth, 1);
  }

  /**
   * @param head lines above the first row: the header, and titles above it
   */
  Export(String file, Sheet sheet, Truth truth, int head) {
    this.file = file;
    this.sheet = sheet;
    this.truth = truth;
    this.head = head;
  }

  void row(Object... cells) throws IOException {
    write(cells);
    while (!waiting.isEmpty() && waiting.getFirst().line() <= rows) {
      writeLater(waiting.removeFirst());
    }
  }

  void flawed(Flaw flaw, Object... cells) throws IOException {
    truth.flaw(file, rows + head + 1, flaw);
    row(cells);
  }

  /** The row under all others that some program adds; nothing may follow. */
  void total(Object... cells) throws IOException {
    writeWaiting();
    truth.flaw(file, rows + head + 1, Flaw.TOTAL);
    write(cells);
  }

  /** The row, and the same again further down. */
  void twice(Object... cells) throws IOException {
    waiting.addLast(new Later(rows + OVERLAP, true, List.of(cells)));
    row(cells);
  }

  /** The row as it was, and further down as it has become. */
  void thenNewer(Object[] was, Object[] became) throws IOException {
    waiting.addLast(new Later(rows + OVERLAP, false, List.of(became)));
    flawed(Flaw.SUPERSEDED, was);
  }

  private void writeLater(Later later) throws IOException {
    if (later.repeat()) {
      truth.flaw(file, rows + head + 1, Flaw.REPEAT);
    }
    write(later.cells().toArray());
  }

  private void write(Object... cells) throws IOException {
    sheet.row(cells);
    rows++;
  }

  /** Lines written, without the header; complete after {@link #close}. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writeWaiting();
    sheet.close();
  }

  private void writeWaiting() throws IOException {
    while (!waiting.isEmpty()) {
      writeLater(waiting.removeFirst());
    }
  }
}
