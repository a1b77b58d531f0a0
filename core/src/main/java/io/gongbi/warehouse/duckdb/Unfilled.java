package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.TableName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * The columns for which a table has no cells, because no row fills them: each is computed, as
 * nothing. Of the columns of a deed a company fills a third, and storing an empty cell takes half
 * the time of a full one. Who writes such a column has it made a real one first.
 */
final class Unfilled {
  private final Map<TableName, Set<String>> columns = new HashMap<>();

  /** What stands after a column's name and {@code type} where it has no cells. */
  static String as(String type) {
    return " generated always as (cast(null as " + type + ")) virtual";
  }

  /** Called once, when the store is opened. */
  synchronized void readFrom(DuckDBConnection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                """
                select table_schema, table_name, column_name
                from information_schema.columns
                where is_generated = 'ALWAYS'
                """)) {
      while (result.next()) {
        columns
            .computeIfAbsent(
                new TableName(result.getString(1), result.getString(2)), t -> new HashSet<>())
            .add(result.getString(3));
      }
    }
  }

  synchronized Set<String> of(TableName table) {
    return columns.getOrDefault(table, Set.of());
  }

  /** What a committed write changed. */
  synchronized void changed(Map<TableName, Set<String>> now) {
    columns.putAll(now);
  }
}
