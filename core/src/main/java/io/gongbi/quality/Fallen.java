package io.gongbi.quality;

import io.gongbi.source.FeedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two measurements of a feed, and finds what fell from one to the other. */
record Fallen(FeedId feed, long number, Instant measuredAt, FallAlarm alarm) {
  /** One share, measured twice. */
  private record Pair(double before, double now, long of) {}

  /** {@code old}: the days before the as-of day of the newest row. */
  void add(
      Map<String, Scorecard.Counts> before,
      Optional<Long> oldBefore,
      Map<String, Scorecard.Counts> now,
      Optional<Long> oldNow,
      Consumer<Fall> found) {
    for (var dimension : Dimension.values()) {
      var pairs = new ArrayList<Pair>();
      now.forEach(
          (field, counts) ->
              pair(Optional.ofNullable(before.get(field)), counts, dimension)
                  .ifPresent(
                      pair -> {
                        pairs.add(pair);
                        tell(Optional.of(field), dimension, pair, found);
                      }));
      whole(pairs).ifPresent(pair -> tell(Optional.empty(), dimension, pair, found));
    }
    long rows = Math.min(clean(before), clean(now));
    if (oldBefore.isEmpty() || oldNow.isEmpty() || rows < alarm.least()) return;
    var pair =
        new Pair(Scorecard.timeliness(oldBefore.get()), Scorecard.timeliness(oldNow.get()), rows);
    tell(Optional.empty(), Dimension.TIMELINESS, pair, found);
  }

  /** Of a few rows a single one is many points: such a share is compared with nothing. */
  private Optional<Pair> pair(
      Optional<Scorecard.Counts> before, Scorecard.Counts now, Dimension dimension) {
    var was = before.map(c -> c.dimensions().get(dimension));
    var is = Optional.ofNullable(now.dimensions().get(dimension));
    long of = Math.min(before.map(c -> c.of(dimension)).orElse(0L), now.of(dimension));
    if (was.isEmpty() || is.isEmpty() || of < alarm.least()) return Optional.empty();
    return Optional.of(new Pair(was.get(), is.get(), of));
  }

  /**
   * The feed as a whole, of the same fields both times: that a column is no longer mapped is no
   * fall. One field alone is told by itself.
   */
  private static Optional<Pair> whole(List<Pair> fields) {
    if (fields.size() < 2) return Optional.empty();
    return Optional.of(
        new Pair(
            fields.stream().mapToDouble(Pair::before).average().orElseThrow(),
            fields.stream().mapToDouble(Pair::now).average().orElseThrow(),
            fields.stream().mapToLong(Pair::of).min().orElseThrow()));
  }

  private void tell(Optional<String> field, Dimension dimension, Pair pair, Consumer<Fall> found) {
    // Points have one decimal on screen: what is shown as five points is five.
    double fell = Math.round((pair.before() - pair.now()) * 1_000) / 10.0;
    if (fell < alarm.points()) return;
    found.accept(
        new Fall(feed, number, measuredAt, field, dimension, pair.before(), pair.now(), pair.of()));
  }

  private static long clean(Map<String, Scorecard.Counts> fields) {
    return fields.values().stream().mapToLong(Scorecard.Counts::clean).max().orElse(0);
  }
}
