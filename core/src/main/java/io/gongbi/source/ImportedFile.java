package io.gongbi.source;

import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.refresh.Run;
import io.gongbi.refresh.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one import made of one of its files. Of five files that were handed in together two may have
 * landed, one been refused with its faults, and two not been read, because somebody stopped the
 * run: those can be begun again.
 *
 * @param upload the upload that it came as, until that is spent; empty for a file of this machine
 * @param batch of a file that landed
 * @param landed rows and lines that are no rows
 * @param run how the import stands as a whole; after a failure what landed may wait to be cleaned
 */
public record ImportedFile(
    RunId id,
    int ordinal,
    FeedId feed,
    String name,
    Optional<String> upload,
    State state,
    Optional<Long> batch,
    long landed,
    long unreadable,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    List<Fault> faults,
    Run.State run,
    Instant begunAt,
    UserId by) {
  /** How far a file came. */
  public enum State {
    /** Its turn has not come, or it is being read. */
    WAITING,
    LANDED,
    /** It has faults of its own. */
    REFUSED,
    /** The import ended before its turn came, or while it was read; nothing of it has landed. */
    STOPPED
  }

  public ImportedFile {
    faults = List.copyOf(faults);
  }

  /** Whether beginning again can help: it was stopped, or refused for what may be over by now. */
  public boolean mayBeBegunAgain() {
    return upload.isPresent()
        && (state == State.STOPPED
            || (state == State.REFUSED
                && !faults.isEmpty()
                && faults.stream().allMatch(f -> f instanceof Fault.Unavailable)));
  }
}
