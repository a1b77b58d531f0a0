package io.gongbi.channel;

import java.util.concurrent.TimeUnit;

/**
 * Lets so many through in a second, evenly, whoever asks: at 10 a second, the eleventh goes a
 * second after the first. Thread-safe.
 */
public final class Pace {
  private long next = System.nanoTime();

  /** Waits until {@code n} more may go. */
  public void await(int n, int perSecond) throws InterruptedException {
    long wait = slot(n, perSecond) - System.nanoTime();
    if (wait > 0) TimeUnit.NANOSECONDS.sleep(wait);
  }

  private synchronized long slot(int n, int perSecond) {
    long mine = Math.max(next, System.nanoTime());
    next = mine + n * 1_000_000_000L / perSecond;
    return mine;
  }
}
