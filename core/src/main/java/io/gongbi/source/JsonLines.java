package io.gongbi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of UTF-8 text as bytes, numbered from 1; of an endless one only the beginning is kept. */
final class JsonLines {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 17];
  private int from;
  private int to;
  private int end;
  private int next;
  private boolean drained;
  private boolean tooLong;
  private long number;

  JsonLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() throws IOException {
    from = next;
    tooLong = false;
    int at = from;
    while (true) {
      while (at < end && buffer[at] != '\n') at++;
      if (at < end) break;
      if (at - from > Records.LONGEST) return endless();
      at -= from;
      if (!fill()) {
        at += from;
        break;
      }
      at += from;
    }
    to = at;
    next = Math.min(at + 1, end);
    if (from == to && at == end && drained) return false;
    number++;
    return true;
  }

  /** Drops the rest of a line without keeping it. */
  private boolean endless() throws IOException {
    var kept = Arrays.copyOfRange(buffer, from, from + Records.LONGEST);
    int at = end;
    while (true) {
      from = at;
      at = 0;
      if (!fill()) {
        at = end;
        break;
      }
      at = from;
      while (at < end && buffer[at] != '\n') at++;
      if (at < end) break;
    }
    // The beginning goes where no later line stands any more.
    int rest = Math.max(0, end - at - 1);
    var whole = new byte[Math.max(buffer.length, kept.length + rest)];
    System.arraycopy(kept, 0, whole, 0, kept.length);
    System.arraycopy(buffer, Math.min(at + 1, end), whole, kept.length, rest);
    buffer = whole;
    from = 0;
    to = kept.length;
    next = kept.length;
    end = kept.length + rest;
    tooLong = true;
    number++;
    return true;
  }

  private boolean fill() throws IOException {
    if (drained) return false;
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, end - from);
      end -= from;
      from = 0;
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

  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong;
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The first {@code most} bytes of the line, for a person to find it by. */
  String text(int most) {
    int cut = Math.min(to, from + most);
    while (cut < to && cut > from && (buffer[cut] & 0xC0) == 0x80) cut--;
    return JsonObjects.utf8(buffer, from, cut) + (cut < to ? "…" : "");
  }
}
