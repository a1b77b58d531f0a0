package io.gongbi.warehouse;

/** How far something has got in an ordered log. */
public record Position(long value) implements Comparable<Position> {
  public static final Position START = new Position(0);

  @Override
  public int compareTo(Position other) {
    return Long.compare(value, other.value);
  }
}
