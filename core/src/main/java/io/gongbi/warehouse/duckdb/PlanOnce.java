package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * Has the engine plan a text once. The driver has a prepared statement planned when it is made and
 * again when it is run, and the texts of steps are long: planning one may take longer than the rows
 * do. A long text therefore takes its values from variables of the connection; what is left without
 * parameters needs no preparing.
 */
final class PlanOnce {
  /** Shorter texts are planned in less time than setting a variable takes. */
  private static final int LONG = 500;

  /** So many characters take as long to plan as a variable takes to set: half a millisecond. */
  private static final int A_VARIABLE = 150;

  private PlanOnce() {}

  /** Binds a question, and sets the variables that its text refers to. */
  static Sql.Bound bind(DuckDBConnection connection, Sql sql, View view, Dialect dialect)
      throws SQLException {
    var named = sql.bind(view, dialect, i -> "getvariable('" + name(i) + "')");
    if (named.text().length() < Math.max(LONG, named.values().size() * A_VARIABLE))
      return sql.bind(view, dialect);
    for (int i = 0; i < named.values().size(); i++) {
      try (var variable = connection.prepareStatement("set variable " + name(i) + " = ?")) {
        Cells.bind(variable, named.values().subList(i, i + 1));
        variable.execute();
      }
    }
    return new Sql.Bound(named.text(), List.of());
  }

  private static String name(int place) {
    return "gb_value_" + place;
  }

  /** A statement for {@link #execute}: only one with parameters is prepared. */
  static Statement statement(DuckDBConnection connection, Sql.Bound bound) throws SQLException {
    if (bound.values().isEmpty()) return connection.createStatement();
    var statement = connection.prepareStatement(bound.text());
    Cells.bind(statement, bound.values());
    return statement;
  }

  /** Whether it gave rows, as {@link Statement#execute(String)} says. */
  static boolean execute(Statement statement, Sql.Bound bound) throws SQLException {
    return bound.values().isEmpty()
        ? statement.execute(bound.text())
        : ((PreparedStatement) statement).execute();
  }
}
