package io.gongbi.source;

import java.io.InputStream;
import java.util.function.LongConsumer;

/** The bytes of a file as they are read, packed or not, with a word now and then on how many. */
final class Metered extends Counting {
  private static final long EVERY = 1 << 20;

  private final LongConsumer told;
  private long bytes;
  private long next = EVERY;

  Metered(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  @Override
  void count(int n) {
    bytes += n;
    if (bytes < next) return;
    next = bytes + EVERY;
    told.accept(bytes);
  }
}
