package io.gongbi.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it. */
abstract class Counting extends FilterInputStream {
  Counting(InputStream in) {
    super(in);
  }

  /** So many bytes more were read; what it throws ends the reading. */
  abstract void count(int bytes);

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
}
