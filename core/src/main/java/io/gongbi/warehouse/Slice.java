package io.gongbi.warehouse;

import java.util.List;
import java.util.Set;

/** Which rows of a table a write replaces. */
public sealed interface Slice {
  /** The rows whose {@code keyColumns} stand in the result of {@code keys}. */
  static Slice rows(Sql keys, String... keyColumns) {
    return new Rows(keys, List.of(keyColumns));
  }

  /**
   * {@code unfilled}: columns that neither the rows fill nor those that the same write appends. An
   * engine need keep nothing for them, row by row; a later write may fill them.
   */
  record Whole(Set<String> unfilled) implements Slice {
    public Whole {
      unfilled = Set.copyOf(unfilled);
    }

    public Whole() {
      this(Set.of());
    }
  }

  /** {@code keys} selects as many columns as there are key columns, in their order. */
  record Rows(Sql keys, List<String> keyColumns) implements Slice {
    public Rows {
      keyColumns = List.copyOf(keyColumns);
      if (keyColumns.isEmpty()) throw new IllegalArgumentException("a slice needs a key column");
    }
  }
}
