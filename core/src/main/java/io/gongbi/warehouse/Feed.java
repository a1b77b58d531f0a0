package io.gongbi.warehouse;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.util.List;
import java.util.Map;

/**
 * An ordered, durable log that can be read again from any position. A reader commits its cursor in
 * the store that holds the reader's effect: with the cause instead, a crash between the two repeats
 * or drops the effect.
 */
public interface Feed<T> {
  String name();

  /** Entries after {@code position}, oldest first, at most {@code limit}. */
  List<Entry<T>> after(Position position, int limit);

  /** The position of the newest entry, {@link Position#START} when there is none. */
  Position end();

  /**
   * Throws {@code store.reader-ahead} when a reader claims to have read what is not here: its store
   * and the feed's are not of one moment, as after a restore of only one of them. Read on from
   * there, and it would silently skip whatever takes those positions next.
   */
  default void mustReach(String reader, Position reached) {
    var end = end();
    if (reached.compareTo(end) > 0) {
      throw new FaultException(
          new Fault.Conflict(
              "store.reader-ahead",
              name(),
              Map.of(
                  "reader", reader,
                  "feed", name(),
                  "reached", Long.toString(reached.value()),
                  "end", Long.toString(end.value()))));
    }
  }

  /** One entry and where it stands. */
  record Entry<T>(Position position, T body) {}
}
