package io.gongbi.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts UTF-8 text into records, one after the other, and says of each on which line it begins. Line
 * ends may be mixed; a quoted cell may hold any of them. What is no record costs one line and not
 * the rest of the file: in
 *
 * <pre>
 * 1,"Ann
 * 2,Bo
 * 3,"Cy"
 * </pre>
 *
 * the quote of line 1 seems to end before {@code Cy}, where no cell can end, so line 1 is refused
 * at its character 3, and lines 2 and 3 are read. A quoted cell longer than {@link #LONGEST} counts
 * as unclosed too.
 *
 * <p>The dialect is RFC 4180; beyond it, quotes inside a bare cell are kept as they are, and blanks
 * after a closing quote are dropped.
 */
final class Records implements Closeable {
  /** Bytes of the longest record. */
  static final int LONGEST = 1 << 20;

  /** Bytes of a refused record that are kept, for a person to find it by. */
  private static final int SHOWN = 2_000;

  private final InputStream in;
  private final byte delimiter;
  private final byte quote;
  private final boolean[] special = new boolean[256];

  private byte[] buffer = new byte[1 << 17];
  private int start;
  private int end;
  private boolean drained;

  /** Of files from old Macs, in which a carriage return alone ends a line. */
  private final boolean returnEndsLine;

  private long line;
  private long nextLine = 1;
  private int length;
  private int cells;
  private int[] bounds = new int[64];
  private boolean[] doubled = new boolean[32];
  private boolean odd;
  private int breaks;
  private int nul;
  private NoRow.@Nullable Why trouble;
  private int troubleAt;
  private String refused = "";
  private int next;

  Records(InputStream in, char delimiter, char quote) throws IOException {
    this.in = in;
    this.delimiter = (byte) delimiter;
    this.quote = (byte) quote;
    for (int b : new int[] {delimiter, quote, '\n', '\r', 0}) special[b & 0xFF] = true;
    fill();
    returnEndsLine = holds('\r') && !holds('\n');
  }

  private boolean holds(char wanted) {
    for (int i = 0; i < end; i++) if (buffer[i] == wanted) return true;
    return false;
  }

  /** Goes to the next record; false when there is none. */
  boolean next() throws IOException {
    start += next;
    next = 0;
    line = nextLine;
    cells = 0;
    odd = false;
    breaks = 0;
    nul = -1;
    trouble = null;
    if (peek(0) < 0) return false;
    int at = 0;
    while (true) {
      at = peek(at) == quote ? quoted(at) : bare(at);
      if (trouble != null) return true;
      if (peek(at) != delimiter) break;
      at++;
    }
    length = at;
    next = peek(at) < 0 ? at : at + lineEnd(at);
    nextLine = line + breaks + 1;
    if (nul >= 0) {
      refuse(NoRow.Why.NUL, nul);
      refused = shown(length);
    }
    return true;
  }

  /** A byte of the record, −1 behind the end of the text. */
  private int peek(int at) throws IOException {
    while (start + at >= end) if (!fill()) return -1;
    return buffer[start + at] & 0xFF;
  }

  private boolean fill() throws IOException {
    if (drained) return false;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
    int n = in.read(buffer, end, buffer.length - end);
    if (n <= 0) {
      drained = true;
      return false;
    }
    end += n;
    return true;
  }

  /** How many bytes the line end at this place has; 0 when there is none. */
  private int lineEnd(int at) throws IOException {
    int b = peek(at);
    if (b == '\n') return 1;
    if (b != '\r') return 0;
    int after = peek(at + 1);
    return after == '\n' ? 2 : returnEndsLine || after < 0 ? 1 : 0;
  }

  private int ordinary(int from) {
    int i = start + from;
    while (i < end && !special[buffer[i] & 0xFF]) i++;
    return i - start;
  }

  private int bare(int from) throws IOException {
    int at = from;
    while (true) {
      at = ordinary(at);
      int b = peek(at);
      if (b < 0 || b == delimiter || lineEnd(at) > 0) {
        cell(from, at, false);
        return at;
      }
      if (at > LONGEST) return tooLong();
      if (!special[b]) continue; // the buffer was filled anew
      if (b == 0 && nul < 0) nul = at;
      odd = true;
      at++;
    }
  }

  private int quoted(int open) throws IOException {
    int at = open + 1;
    int breaksBefore = breaks;
    boolean twice = false;
    while (true) {
      at = ordinary(at);
      int b = peek(at);
      if (b >= 0 && at > LONGEST && breaks == 0) return tooLong();
      if (b < 0 || at > LONGEST) return unclosed(open, breaksBefore);
      int lineEnd = lineEnd(at);
      if (b == quote) {
        if (peek(at + 1) == quote) {
          twice = true;
          at += 2;
          continue;
        }
        int after = at + 1;
        while (isBlank(peek(after))) after++;
        int follows = peek(after);
        if (follows < 0 || follows == delimiter || lineEnd(after) > 0) {
          odd |= after > at + 1;
          cell(open + 1, at, twice);
          return after;
        }
        return breaks > breaksBefore ? unclosed(open, breaksBefore) : stray(at);
      }
      if (lineEnd > 0) {
        breaks++;
        at += lineEnd;
      } else {
        if (b == 0 && nul < 0) nul = at;
        if (special[b]) at++;
      }
    }
  }

  private boolean isBlank(int b) {
    return (b == ' ' || b == '\t') && b != delimiter;
  }

  private void cell(int from, int to, boolean twice) {
    if (cells == doubled.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
      doubled = Arrays.copyOf(doubled, doubled.length * 2);
    }
    bounds[2 * cells] = from;
    bounds[2 * cells + 1] = to;
    doubled[cells++] = twice;
  }

  private void refuse(NoRow.Why why, int at) {
    trouble = why;
    troubleAt = at;
  }

  /** Refuses what stands up to the end of the line on which a quote was opened. */
  private int unclosed(int open, int breaksBefore) throws IOException {
    refuse(NoRow.Why.UNCLOSED_QUOTE, open);
    return upToLineEnd(open, breaksBefore);
  }

  private int stray(int close) throws IOException {
    refuse(NoRow.Why.STRAY_QUOTE, close);
    return upToLineEnd(close, breaks);
  }

  private int upToLineEnd(int from, int breaksBefore) throws IOException {
    int at = from;
    while (peek(at) >= 0 && lineEnd(at) == 0) {
      if (at > LONGEST) return tooLong();
      at++;
    }
    length = at;
    breaks = breaksBefore;
    next = at + lineEnd(at);
    nextLine = line + breaks + 1;
    refused = shown(at);
    return at;
  }

  /** Drops the rest of an endless line without keeping it. */
  private int tooLong() throws IOException {
    refuse(NoRow.Why.TOO_LONG, LONGEST);
    refused = shown(LONGEST);
    int at = 0;
    while (peek(at) >= 0 && lineEnd(at) == 0) {
      if (++at == LONGEST) {
        start += at;
        at = 0;
      }
    }
    length = 0;
    breaks = 0;
    next = at + lineEnd(at);
    nextLine = line + 1;
    return at;
  }

  private String shown(int length) {
    int most = Math.min(length, SHOWN);
    // Not in the middle of a character.
    while (most < length && most > 0 && (buffer[start + most] & 0xC0) == 0x80) most--;
    return new String(buffer, start, most, StandardCharsets.UTF_8).replace('\0', '␀')
        + (most < length ? "…" : "");
  }

  /** The line on which the record begins, counted from 1. */
  long line() {
    return line;
  }

  /** A line with nothing on it but blanks and delimiters, as spreadsheets leave below a table. */
  boolean isBlank() {
    if (trouble != null) return false;
    for (int i = 0; i < cells; i++) {
      for (int at = bounds[2 * i]; at < bounds[2 * i + 1]; at++) {
        if (buffer[start + at] != ' ' && buffer[start + at] != '\t') return false;
      }
    }
    return true;
  }

  /** Why this is no row of {@code width} cells. Empty cells beyond the last column don't count. */
  Optional<NoRow> noRow(int width) {
    if (trouble != null) return trouble();
    if (cells == width || (cells > width && nothingFrom(width))) return Optional.empty();
    return Optional.of(
        new NoRow(
            line,
            cells < width ? NoRow.Why.MISSING_COLUMNS : NoRow.Why.TOO_MANY_COLUMNS,
            0,
            shown(length)));
  }

  /** Why this cannot be cut into cells at all. */
  Optional<NoRow> trouble() {
    return trouble == null
        ? Optional.empty()
        : Optional.of(new NoRow(line, trouble, character(), refused));
  }

  private boolean nothingFrom(int width) {
    for (int i = width; i < cells; i++) if (bounds[2 * i] < bounds[2 * i + 1]) return false;
    return true;
  }

  /** The place of the trouble in its line, in characters from 1; 0 when it has none. */
  private long character() {
    if (trouble == NoRow.Why.TOO_LONG) return 0;
    int from = troubleAt;
    while (from > 0 && !endsLine(buffer[start + from - 1])) from--;
    return new String(buffer, start + from, troubleAt - from, StandardCharsets.UTF_8)
            .codePoints()
            .count()
        + 1;
  }

  private boolean endsLine(byte b) {
    return b == '\n' || (returnEndsLine && b == '\r');
  }

  /** The cells; of what cannot be cut, its text as one. */
  List<String> cells() {
    if (trouble != null) return List.of(refused);
    if (isBlank()) return List.of();
    var texts = new ArrayList<String>(cells);
    for (int i = 0; i < cells; i++) texts.add(cell(i));
    return texts;
  }

  private String cell(int i) {
    var text =
        new String(
            buffer,
            start + bounds[2 * i],
            bounds[2 * i + 1] - bounds[2 * i],
            StandardCharsets.UTF_8);
    var mark = Character.toString((char) (quote & 0xFF));
    return doubled[i] ? text.replace(mark + mark, mark) : text;
  }

  /** Whether the engine reads the very bytes as these cells. */
  boolean isRegular(int width) {
    return !odd && cells == width;
  }

  boolean holdsLineBreaks() {
    return breaks > 0;
  }

  byte[] bytes() {
    return buffer;
  }

  int offset() {
    return start;
  }

  int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
