package io.gongbi.source;

import java.util.List;

/**
 * What a person is shown of a file before it is imported: how it was read, its worksheets, its
 * columns, its first rows with the line of each, what among them is no row, and whether more
 * follows.
 */
public record FileLook(
    Layout layout,
    List<String> sheets,
    List<ColumnLook> columns,
    List<List<String>> rows,
    List<Long> lines,
    List<NoRow> noRows,
    boolean more) {
  public FileLook {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    lines = List.copyOf(lines);
    noRows = List.copyOf(noRows);
  }

  public List<String> columnNames() {
    return columns.stream().map(ColumnLook::name).toList();
  }
}
