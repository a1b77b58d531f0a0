package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The statements of one write, one after the other; {@link #cancel} stops the one that runs. */
final class Statements {
  private final DuckDBConnection connection;
  private final Dialect dialect;

  private volatile boolean cancelled;
  private volatile @Nullable Statement running;

  Statements(DuckDBConnection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Runs one statement; returns the rows it changed. */
  long run(String text) {
    return run(text, List.of());
  }

  /** Runs one statement with {@code values} for its {@code ?}; returns the rows it changed. */
  long run(String text, List<Value> values) {
    stopIfCancelled();
    var bound = new Sql.Bound(text, values);
    try {
      return run(bound);
    } catch (SQLException e) {
      throw failure(bound, e);
    }
  }

  /** Runs one statement around a question; returns the rows it changed. */
  long run(String before, Sql rows, View view, String after) {
    stopIfCancelled();
    try {
      var bound = PlanOnce.bind(connection, rows, view, dialect);
      return run(new Sql.Bound(before + bound.text() + after, bound.values()));
    } catch (SQLException e) {
      throw failure(rows.bind(view, dialect), e);
    }
  }

  private long run(Sql.Bound bound) throws SQLException {
    try (var statement = PlanOnce.statement(connection, bound)) {
      running = statement;
      return PlanOnce.execute(statement, bound) ? 0 : Math.max(0, statement.getUpdateCount());
    } finally {
      running = null;
    }
  }

  /** The columns of an answer, without asking for its rows. */
  List<String> columnsOf(Sql rows, View view) {
    var bound = rows.bind(view, dialect);
    var described = new Sql.Bound("describe " + bound.text(), bound.values());
    try (var statement = PlanOnce.statement(connection, described)) {
      PlanOnce.execute(statement, described);
      var names = new ArrayList<String>();
      try (var columns = statement.getResultSet()) {
        while (columns.next()) names.add(columns.getString("column_name"));
      }
      return names;
    } catch (SQLException e) {
      throw failure(bound, e);
    }
  }

  /** Gives a table one more column, behind those it has. */
  void addColumn(TableName table, Column column) {
    run(
        "alter table %s add column %s %s"
            .formatted(dialect.physical(table), column.name(), dialect.type(column.type())));
  }

  boolean isCancelled() {
    return cancelled;
  }

  void stopIfCancelled() {
    if (cancelled) throw new CancelledException();
  }

  void cancel() {
    cancelled = true;
    var statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw new SqlFailure("cancel", List.of(), e);
      }
    }
  }

  private RuntimeException failure(Sql.Bound bound, SQLException cause) {
    return cancelled
        ? new CancelledException()
        : new SqlFailure(bound.text(), bound.values(), cause);
  }
}
