package io.gongbi.quality;

import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import java.util.Optional;

/**
 * A decision that rows in quarantine need nobody's work: they stay out and stay in the account, and
 * leave the list of what is open.
 *
 * <p>"The sums below the till's files, 412 rows so far": one decision for all rows that were
 * refused for the same reason in the same field; or for one row alone, with whatever was wrong with
 * it, when {@code spot} names its file and line.
 *
 * @param reason as it stands in {@code quality.quarantine}
 * @param field as it stands there; empty for a reason that is about the row
 * @param until the newest batch that it is about; empty when rows that land later are set aside too
 * @param note why, in the words of who decided
 */
public record Dismissal(
    SourceId source,
    String feed,
    String reason,
    String field,
    Optional<Correction.Spot> spot,
    Optional<Long> until,
    String note) {
  public FeedId id() {
    return new FeedId(source, feed);
  }
}
