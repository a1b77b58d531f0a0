package io.gongbi.source;

import java.util.List;

/**
 * One column of a file as its first rows show it: {@code filled} is the share of rows with
 * something in it, {@code examples} are a few of its different values. {@code rounded}: long
 * numbers all of which end in zeros after their 15th digit, which is what Excel leaves of order
 * numbers.
 */
public record ColumnLook(
    String name, Type type, double filled, List<String> examples, boolean rounded) {
  /** What the values look like; they land as text all the same. */
  public enum Type {
    TEXT,
    NUMBER,
    DAY,
    MOMENT,
    FLAG
  }

  public ColumnLook {
    examples = List.copyOf(examples);
  }
}
