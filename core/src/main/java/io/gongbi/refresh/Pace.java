package io.gongbi.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast something goes, and how long the rest of it will take: 200 MB of 2,000 in ten seconds
 * leave 90. Nothing is said of the first seconds and the first few hundredths, which are no measure
 * of the rest. Thread-safe.
 */
final class Pace {
  private static final Duration SOONEST = Duration.ofSeconds(5);
  private static final double LEAST = 0.02;

  private Optional<Instant> since = Optional.empty();
  private long first;
  private long last;
  private long total;

  /** The time left at this moment, if it can be told. What goes back or changes begins anew. */
  synchronized Optional<Duration> left(Instant now, long done, long of) {
    if (since.isEmpty() || of != total || done < last) {
      since = Optional.of(now);
      first = done;
      total = of;
    }
    last = done;
    var spent = Duration.between(since.get(), now);
    long gone = done - first;
    if (spent.compareTo(SOONEST) < 0 || gone < LEAST * total) return Optional.empty();
    double seconds = spent.toMillis() / 1000.0 * Math.max(0, total - done) / gone;
    return Optional.of(Duration.ofSeconds(Math.round(seconds)));
  }
}
