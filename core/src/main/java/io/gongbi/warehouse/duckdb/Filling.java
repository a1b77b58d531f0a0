package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which columns one write leaves without cells and which it fills: what stands in {@link Unfilled}
 * until then, and what of it this write changed. Others learn of it by {@link #committed} alone.
 */
final class Filling {
  private final Statements statements;
  private final Dialect dialect;
  private final Unfilled before;

  /** The columns without cells of the tables that this write made or made room in. */
  private final Map<TableName, Set<String>> now = new HashMap<>();

  /** Tables whose columns without cells nobody fills in this write either, as its caller says. */
  private final Set<TableName> promised = new HashSet<>();

  Filling(Statements statements, Dialect dialect, Unfilled before) {
    this.statements = statements;
    this.dialect = dialect;
    this.before = before;
  }

  /** A table was made anew, without cells for {@code columns}, which this write may fill. */
  void made(TableName table, Set<String> columns) {
    now.put(table, columns);
  }

  /** A table was made anew, without cells for {@code columns}, which this write does not fill. */
  void promised(TableName table, Set<String> columns) {
    made(table, columns);
    promised.add(table);
  }

  /**
   * Has cells made for what the question names, before its rows are appended. Where nothing is to
   * come the question is not looked at: that takes as long as planning it.
   */
  void makeRoomFor(TableSpec table, Sql rows, View view) {
    if (promised.contains(table.name())) return;
    makeRoom(table, () -> statements.columnsOf(rows, view));
  }

  /** Has cells made for those of {@code named} that have none; only asks if any column has none. */
  void makeRoom(TableSpec table, Supplier<? extends Collection<String>> named) {
    var lacking = new HashSet<>(now.getOrDefault(table.name(), before.of(table.name())));
    if (lacking.isEmpty()) return;
    var filled = Set.copyOf(named.get());
    for (var column : table.columns()) {
      if (!lacking.contains(column.name()) || !filled.contains(column.name())) continue;
      statements.run(
          "alter table %s drop column %s".formatted(dialect.physical(table.name()), column.name()));
      statements.addColumn(table.name(), column);
      lacking.remove(column.name());
    }
    now.put(table.name(), lacking);
  }

  /** The write is committed: from now on this holds for everybody. */
  void committed() {
    before.changed(now);
  }
}
