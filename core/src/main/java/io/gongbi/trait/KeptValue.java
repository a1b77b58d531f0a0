package io.gongbi.trait;

import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;

/**
 * How history keeps a value: as text, whatever its type, so that one column holds them all. A flag
 * is kept as {@code true}, a list of several values as one text that parts into them again.
 */
final class KeptValue {
  private KeptValue() {}

  /** A value of this type as history keeps it. */
  static String text(String value, ColumnType type) {
    return type == ColumnType.TEXT_LIST
        ? "gb_as_text(" + value + ")"
        : "cast(" + value + " as varchar)";
  }

  /** The value from what history kept. */
  static String typed(String kept, ColumnType type, Dialect dialect) {
    return type == ColumnType.TEXT_LIST
        ? "gb_as_list(" + kept + ")"
        : "cast(" + kept + " as " + dialect.type(type) + ")";
  }
}
