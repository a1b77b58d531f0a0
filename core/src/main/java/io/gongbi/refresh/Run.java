package io.gongbi.refresh;

import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of background work as a person sees it: what, by whom, since when, how far, and how it
 * ended. {@code result} holds counts worth telling, such as {@code landed → 541909}.
 */
public record Run(
    RunId id,
    UserId by,
    Kind kind,
    Label label,
    State state,
    Optional<Stretch> at,
    Instant startedAt,
    Optional<Instant> endedAt,
    List<Fault> faults,
    Map<String, String> result) {
  /** What kind of work. */
  public enum Kind {
    IMPORT,
    REFRESH,
    SEND,
    DEMO,
    /** Something is tried, and nothing of it stays. */
    TRIAL
  }

  /** Where it stands. {@code CANCELLED}: a person stopped it, and nothing of it remains. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean ended() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /**
   * The stretch of work under way; {@code total} 0 when its length is not known. While files are
   * read, {@code done} and {@code total} are bytes, {@code rows} is what has come so far, and
   * {@code left} the time that the rest of the reading will take, once that can be said.
   */
  public record Stretch(
      String step,
      Label label,
      long done,
      long total,
      Optional<Long> rows,
      Optional<Duration> left) {
    Stretch(String step, Label label, long done, long total) {
      this(step, label, done, total, Optional.empty(), Optional.empty());
    }
  }

  public Run {
    faults = List.copyOf(faults);
    result = Map.copyOf(result);
  }

  /** The right to stop it: a sending is for those who send, a trial for those who set things. */
  Right right() {
    return switch (kind) {
      case SEND -> Right.SEND;
      case TRIAL -> Right.ADMIN;
      case IMPORT, REFRESH, DEMO -> Right.DEFINE;
    };
  }

  /**
   * Whether this viewer may stop it. Who sees some customers only stops what they began themselves.
   */
  public boolean mayBeStoppedBy(Viewer viewer) {
    return viewer.role().rights().contains(right())
        && (by.equals(viewer.user()) || viewer.seesEverybody());
  }
}
