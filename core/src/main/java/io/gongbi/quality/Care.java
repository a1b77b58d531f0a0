package io.gongbi.quality;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.UserId;
import io.gongbi.catalog.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who looks after a source or a rule, and on which day somebody should ask whether it is still
 * right. "Chen looks after the shop's files; on 1 March they are to be looked at again": from that
 * day on Chen is told, until somebody has said what the look has found.
 *
 * @param of what is looked after, and {@code key} which: {@code crm}, {@code r1}
 * @param reviewOn when to look at it again; empty where nobody wants to be reminded
 * @param last what somebody found who looked
 */
public record Care(
    Of of,
    String key,
    Optional<UserId> owner,
    Optional<LocalDate> reviewOn,
    Optional<Review> last) {
  /** What somebody may look after. */
  public enum Of {
    SOURCE,
    RULE
  }

  /** Somebody looked at it on a day; {@code note} may be empty where all was well. */
  public record Review(UserId by, LocalDate on, String note) {}

  static final Kind<Care> KIND = Kind.of("care", Care.class, List.of(Written.lower(Of.class)));

  static Care none(Of of, String key) {
    return new Care(of, key, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether the day has come. */
  public boolean isDue(LocalDate today) {
    return reviewOn.filter(day -> !day.isAfter(today)).isPresent();
  }
}
