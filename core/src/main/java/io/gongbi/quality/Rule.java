package io.gongbi.quality;

import io.gongbi.source.FeedId;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import java.util.Optional;

/**
 * A rule that people lay on landed rows. "Orders of the shop must be paid after they were placed,
 * else into quarantine": of 50,636 orders 312 go there with the reason {@code rule:r1}, and come
 * back as soon as the rule is switched off.
 *
 * @param rows which rows: those that are of this entity
 * @param source only those of this source
 * @param feed only those of this feed of the source
 * @param on whether it holds; one that is off is kept for later
 */
public record Rule(
    EntityName rows,
    Optional<SourceId> source,
    Optional<String> feed,
    Severity severity,
    boolean on,
    CleaningRule check) {
  /** What happens to a row that breaks it. */
  public enum Severity {
    /** The row stays, and is listed. */
    REMIND,
    /**
     * The row stays with the fence in the place of the number that lies beyond it, and is listed
     * with both. Of {@link CleaningRule.Outlier} alone, and never of a cell of the key.
     */
    CAP,
    /** The row is out until somebody mends it. */
    QUARANTINE
  }

  private static final String REASON = "rule:";

  Rule withCheck(CleaningRule other) {
    return new Rule(rows, source, feed, severity, on, other);
  }

  /** Whether it is laid on the rows of a feed. */
  public boolean covers(EntityName grain, FeedId id) {
    return grain.equals(rows)
        && source.map(s -> s.equals(id.source())).orElse(true)
        && feed.map(f -> f.equals(id.feed())).orElse(true);
  }

  /** {@code rule:r1}: the reason under which the rows of a rule are listed. */
  public static String reason(String key) {
    return REASON + key;
  }

  /** The key of the rule that this reason is of; empty for what we refuse ourselves. */
  public static Optional<String> keyOf(String reason) {
    return reason.startsWith(REASON)
        ? Optional.of(reason.substring(REASON.length()))
        : Optional.empty();
  }
}
