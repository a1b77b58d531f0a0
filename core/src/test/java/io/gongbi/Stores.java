package io.gongbi;

import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that both stores of a folder hold, as text: the rows of each table, in an order that
 * means nothing. Which tables there are is asked of the stores themselves, so that none is
 * forgotten.
 */
public record Stores(Map<String, List<String>> rows) {
  /** A cell of the columns that are left out. */
  private static final String LEFT_OUT = "*";

  /**
   * @param except names of tables, {@code identity.moved}, and of columns, {@code
   *     identity.assignment.since}, that are not looked at; each must exist
   */
  static Stores of(Gongbi gongbi, Path folder, Set<String> except) {
    var unused = new TreeSet<>(except);
    var rows = new TreeMap<String, List<String>>();
    for (var spec : gongbi.warehouse().specs()) {
      var name = spec.name().toString();
      if (unused.remove(name)) continue;
      var columns =
          spec.columns().stream()
              .map(
                  c ->
                      unused.remove(name + "." + c.name())
                          ? "'" + LEFT_OUT + "' as " + c.name()
                          : c.name())
              .toList();
      var sql = "select " + String.join(", ", columns) + " from {" + name + "}";
      rows.put(name, sorted(gongbi, sql));
    }
    for (var table : tables(gongbi)) {
      if (rows.containsKey(table) || except.contains(table)) continue;
      rows.put(table, sorted(gongbi, "select * from " + table));
      unused.remove(table);
    }
    readCatalog(folder, unused, rows);
    if (!unused.isEmpty()) throw new IllegalArgumentException("no such table: " + unused);
    return new Stores(rows);
  }

  private static List<String> sorted(Gongbi gongbi, String sql) {
    return TestShop.shown(gongbi.warehouse().query(Sql.of(sql), View.everything())).stream()
        .sorted()
        .toList();
  }

  /** The warehouse's tables as its engine lists them. */
  private static List<String> tables(Gongbi gongbi) {
    return sorted(
        gongbi,
        """
        select t.table_schema || '.' || t.table_name as name
        from information_schema.tables t
        where t.table_catalog = 'gongbi' and t.table_type = 'BASE TABLE'
        """);
  }

  private static void readCatalog(
      Path folder, Set<String> unused, TreeMap<String, List<String>> rows) {
    var address = "jdbc:sqlite:" + folder.resolve("catalog.sqlite");
    try (var connection = DriverManager.getConnection(address)) {
      var names =
          strings(
              connection,
              "select name from sqlite_master where type = 'table'",
              "",
              new TreeSet<>());
      for (var name : names) {
        if (unused.remove(name)) continue;
        rows.put(name, strings(connection, "select * from " + name, name, unused));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> strings(
      Connection connection, String sql, String table, Set<String> unused) throws SQLException {
    var found = new ArrayList<String>();
    var leftOut = new TreeSet<String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var columns = result.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        var name = columns.getColumnName(i);
        if (unused.remove(table + "." + name)) leftOut.add(name);
      }
      while (result.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          var cell = result.getString(i);
          var shown = cell == null ? "-" : cell;
          cells.add(leftOut.contains(columns.getColumnName(i)) ? LEFT_OUT : shown);
        }
        found.add(String.join(" ", cells));
      }
    }
    return found.stream().sorted().toList();
  }

  /**
   * How this differs from what was before: {@code − segment.listed segment/s1 100002} went, {@code
   * +} came. Empty when bit by bit the same.
   */
  public List<String> since(Stores before) {
    var said = new ArrayList<String>();
    var tables = new TreeSet<>(before.rows.keySet());
    tables.addAll(rows.keySet());
    for (var table : tables) {
      var was = new ArrayList<>(before.rows.getOrDefault(table, List.of()));
      var is = new ArrayList<>(rows.getOrDefault(table, List.of()));
      for (var row : List.copyOf(is)) {
        if (was.remove(row)) is.remove(row);
      }
      was.forEach(r -> said.add("− " + table + " " + r));
      is.forEach(r -> said.add("+ " + table + " " + r));
    }
    return said;
  }
}
