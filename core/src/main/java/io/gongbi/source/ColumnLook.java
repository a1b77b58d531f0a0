package io.gongbi.source;

import java.util.List;

/**
 * One column of a file as its first rows show it: {@code filled} is the share of rows with
 * something in it, {@code examples} are a few of its different values.
 */
public record ColumnLook(String name, Type type, double filled, List<String> examples) {
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
