package io.gongbi.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** The bytes of a file as they are read, packed or not, with a word now and then on how many. */
final class Metered extends FilterInputStream {
  private static final long EVERY = 1 << 20;

  private final LongConsumer told;
  private long bytes;
  private long next = EVERY;

  Metered(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) count(1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) count(n);
    return n;
  }

  private void count(int n) {
    bytes += n;
    if (bytes < next) return;
    next = bytes + EVERY;
    told.accept(bytes);
  }
}
