package io.gongbi.source;

import java.util.List;
import java.util.Optional;

/**
 * What stands on one line of a table, of a text or of a worksheet: its cells, or why there are
 * none. A blank line has no cells.
 */
record SheetRow(long line, List<String> cells, Optional<NoRow> trouble) {
  SheetRow(long line, List<String> cells) {
    this(line, cells, Optional.empty());
  }

  SheetRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }

  int width() {
    return cells.size();
  }

  String cell(int i) {
    return i < cells.size() ? cells.get(i) : "";
  }

  /** Why this is no row of {@code width} columns. */
  Optional<NoRow> noRow(int width, boolean mayBeShort) {
    if (trouble.isPresent()) return trouble;
    boolean surplus = cells.stream().skip(width).anyMatch(c -> !c.isEmpty());
    if (!surplus && (mayBeShort || cells.size() >= width)) return Optional.empty();
    return Optional.of(
        new NoRow(
            line,
            surplus ? NoRow.Why.TOO_MANY_COLUMNS : NoRow.Why.MISSING_COLUMNS,
            0,
            String.join(",", cells)));
  }
}
