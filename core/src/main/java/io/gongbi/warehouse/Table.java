package io.gongbi.warehouse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A typed answer: columns, and rows of cells in their order. For answers that a person reads. */
public record Table(List<Column> columns, List<List<Value>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public static Table empty(List<Column> columns) {
    return new Table(columns, List.of());
  }

  public int size() {
    return rows.size();
  }

  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) return i;
    }
    throw new IllegalArgumentException("no column " + column + " in " + columns);
  }

  public Row row(int index) {
    return new Row(this, rows.get(index));
  }

  public Stream<Row> stream() {
    return rows.stream().map(cells -> new Row(this, cells));
  }

  public Optional<Row> first() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(row(0));
  }

  /** The answer of a question that has exactly one row, such as a count. */
  public Row only() {
    if (rows.size() != 1) throw new IllegalStateException("wanted one row, got " + rows.size());
    return row(0);
  }
}
