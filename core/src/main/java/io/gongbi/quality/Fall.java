package io.gongbi.quality;

import io.gongbi.source.FeedId;
import java.time.Instant;
import java.util.Optional;

/**
 * A dimension of a feed or of one of its fields that is worth less than when it was measured
 * before. "Phones of the members were 0.91 filled, and since Tuesday's file 0.78, of 4,300 rows".
 *
 * @param number of the run that measured it
 * @param measuredAt when that was
 * @param field empty for the feed as a whole: the mean over the fields that were measured both
 *     times on enough rows
 * @param of how many rows or values the smaller of the two shares is of
 */
public record Fall(
    FeedId feed,
    long number,
    Instant measuredAt,
    Optional<String> field,
    Dimension dimension,
    double before,
    double now,
    long of) {
  public double by() {
    return before - now;
  }
}
