package io.gongbi.source;

import java.util.List;

/**
 * What a person is shown of a file before it is imported: how it was read, its worksheets, its
 * columns, its first rows, and whether more rows follow.
 */
public record FileLook(
    Layout layout,
    List<String> sheets,
    List<ColumnLook> columns,
    List<List<String>> rows,
    boolean more) {
  public FileLook {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  public List<String> columnNames() {
    return columns.stream().map(ColumnLook::name).toList();
  }
}
