package io.gongbi.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one declaration of a table, read by migrations, masks, erasure, lineage, docs and engines.
 *
 * <p>DERIVED tables follow from others: when their declaration changes they are made anew, empty,
 * and the next run rebuilds everything. KEPT tables hold what cannot be computed again (landed
 * rows, histories, id assignments): they are made and changed by numbered migrations, or, where
 * their columns follow from a source, by {@link Write#ensure}.
 */
public record TableSpec(
    TableName name, Keeping keeping, Optional<String> customerColumn, List<Column> columns) {
  /** Whether the rows can be computed again. */
  public enum Keeping {
    DERIVED,
    KEPT
  }

  public TableSpec {
    columns = List.copyOf(columns);
    if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
      throw new IllegalArgumentException("a column stands twice in " + name);
    }
  }

  public static TableSpec derived(String name, Column... columns) {
    return of(TableName.of(name), Keeping.DERIVED, List.of(columns));
  }

  public static TableSpec kept(String name, Column... columns) {
    return of(TableName.of(name), Keeping.KEPT, List.of(columns));
  }

  /** The customer column is the one called {@code customer_id}, if there is one. */
  public static TableSpec of(TableName name, Keeping keeping, List<Column> columns) {
    var customer = columns.stream().map(Column::name).filter("customer_id"::equals).findFirst();
    return new TableSpec(name, keeping, customer, columns);
  }

  /** The same with more columns at its end. */
  public TableSpec and(List<Column> more) {
    return new TableSpec(
        name, keeping, customerColumn, Stream.concat(columns.stream(), more.stream()).toList());
  }

  public Column column(String column) {
    return find(column)
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
  }

  public Optional<Column> find(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** Equal for equal declarations of columns; stored beside a derived table to notice a change. */
  public String fingerprint() {
    return columns.stream().map(c -> c.name() + " " + c.type()).collect(Collectors.joining(", "));
  }

  /** The columns as a select list, each with an alias before it: {@code c.name, c.city}. */
  public String columnsOf(String alias) {
    return columns.stream()
        .map(c -> alias + "." + c.name())
        .collect(Collectors.joining(",\n       "));
  }

  /** Used where the columns are known in code and only the order matters. */
  public boolean has(String... names) {
    return Arrays.stream(names).allMatch(n -> find(n).isPresent());
  }
}
