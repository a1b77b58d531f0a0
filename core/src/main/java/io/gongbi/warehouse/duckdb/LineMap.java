package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.DelimitedFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * On which line of the file does each record begin? The engine numbers the rows that it could read;
 * blank lines, line breaks inside quotes and lines that are no rows shift that number against what
 * a person sees in an editor. One pass over the bytes; the map is kept only where it is needed.
 */
final class LineMap {
  private final DelimitedFile file;
  private final long[] rejectedAt;
  private long[] starts = new long[1024];
  private int records;
  private boolean irregular;
  private final long[] rejectedLine;

  private LineMap(DelimitedFile file, long[] rejectedAt) {
    this.file = file;
    this.rejectedAt = rejectedAt;
    this.rejectedLine = new long[rejectedAt.length];
  }

  /** {@code rejectedAt}: sorted byte positions of the lines that the engine refused. */
  static LineMap of(DelimitedFile file, long[] rejectedAt) throws IOException {
    var map = new LineMap(file, rejectedAt);
    try (var in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 20)) {
      map.scan(in);
    }
    return map;
  }

  /** Whether row n does not simply begin on line n (counted after what is skipped). */
  boolean irregular() {
    return irregular || rejectedAt.length > 0;
  }

  /** Lines on which the readable rows begin, in order. */
  long[] lines() {
    return Arrays.copyOf(starts, records);
  }

  /** The line of the i-th refused position. */
  long rejectedLine(int i) {
    return rejectedLine[i];
  }

  private void scan(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int toSkip = file.skip() + (file.header() ? 1 : 0);
    long line = 1;
    long startLine = 1;
    long start = 0;
    long at = 0;
    int nextRejected = 0;
    boolean quoted = false;
    boolean fieldStart = true;
    boolean blank = true;
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++, at++) {
        byte b = buffer[i];
        if (b == '\n') {
          line++;
          if (quoted) {
            irregular = true;
            continue;
          }
          nextRejected = take(toSkip, blank, startLine, at, nextRejected);
          if (toSkip > 0) toSkip--;
          start = at + 1;
          startLine = line;
          fieldStart = true;
          blank = true;
        } else if (b == file.quote() && (quoted || fieldStart)) {
          quoted = !quoted;
          // After a closing quote a second one reopens: "" inside quotes is a quote.
          fieldStart = !quoted;
          blank = false;
        } else {
          if (b != '\r') blank = false;
          fieldStart = b == file.delimiter() && !quoted;
        }
      }
    }
    if (at > start) take(toSkip, blank, startLine, at, nextRejected);
  }

  private int take(int toSkip, boolean blank, long startLine, long end, int next) {
    int rejected = next;
    while (rejected < rejectedAt.length && rejectedAt[rejected] <= end) {
      rejectedLine[rejected++] = startLine;
    }
    if (toSkip > 0) return rejected;
    if (blank) {
      irregular = true;
    } else if (rejected == next) {
      if (records == starts.length) starts = Arrays.copyOf(starts, records * 2);
      starts[records++] = startLine;
    }
    return rejected;
  }
}
