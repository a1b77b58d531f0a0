package io.gongbi.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text of rows on its way to a file. Cells come in single bytes and short runs, for each of which
 * the buffered stream of the platform would take a lock.
 */
final class RowText implements Closeable {
  private static final int SIZE = 1 << 17;
  private static final int LONGEST_NUMBER = 20;

  private final OutputStream out;
  private byte[] buffer;
  private int length;

  RowText(OutputStream out) {
    this(out, SIZE);
  }

  RowText(OutputStream out, int size) {
    this.out = out;
    this.buffer = new byte[size];
  }

  void write(byte one) throws IOException {
    if (length == buffer.length) flush();
    buffer[length++] = one;
  }

  void write(byte[] bytes, int offset, int count) throws IOException {
    if (count > buffer.length - length) {
      flush();
      if (count > buffer.length) {
        out.write(bytes, offset, count);
        return;
      }
    }
    System.arraycopy(bytes, offset, buffer, length, count);
    length += count;
  }

  /** A number from 0 on, in plain digits; 0 is nothing, as no line has it. */
  void number(long number) throws IOException {
    if (LONGEST_NUMBER > buffer.length - length) flush();
    int digits = 0;
    for (long rest = number; rest > 0; rest /= 10) digits++;
    int at = length += digits;
    for (long rest = number; rest > 0; rest /= 10) buffer[--at] = (byte) ('0' + rest % 10);
  }

  /** A cell between quotes, with those within it doubled; an empty one is nothing at all. */
  void quoted(String cell, byte quote) throws IOException {
    if (cell.isEmpty()) return;
    var bytes = cell.getBytes(StandardCharsets.UTF_8);
    write(quote);
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != quote) continue;
      // Up to the quote and with it: it stands once more at the front of what follows.
      write(bytes, from, i + 1 - from);
      from = i;
    }
    write(bytes, from, bytes.length - from);
    write(quote);
  }

  private void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  /** Also closed where the rest cannot be written. */
  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
