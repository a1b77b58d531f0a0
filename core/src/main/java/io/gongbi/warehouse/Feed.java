package io.gongbi.warehouse;

import java.util.List;

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

  /** One entry and where it stands. */
  record Entry<T>(Position position, T body) {}
}
