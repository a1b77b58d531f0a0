package io.gongbi.source;

/**
 * A system that facts come from: {@code crm}, {@code shop}. Account numbers count within one source
 * only; phone numbers are the same person's in all of them.
 */
public record SourceId(String value) implements Comparable<SourceId> {
  public SourceId {
    if (!fits(value)) throw new IllegalArgumentException("not a source: " + value);
  }

  /** No underscore: the landed table of feed {@code b} of source {@code a} is {@code a_b}. */
  public static boolean fits(String value) {
    return value.matches("[a-z][a-z0-9]{0,19}");
  }

  @Override
  public int compareTo(SourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
