package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One file in the data folder. WAL lets readers go on while one writes; {@code synchronous=full}
 * makes a commit durable before it returns; STRICT tables refuse a value of the wrong type.
 */
record SqliteEngine(Path file) implements Engine {
  private static final long SMALL_ENOUGH = 32L << 20;

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Connection connect(boolean writer) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 10000");
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma synchronous = full");
      statement.execute("pragma foreign_keys = on");
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma cache_size = " + (writer ? -16_000 : -4_000));
      if (!writer) statement.execute("pragma query_only = on");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Immediate: a writer that first reads must not find out at its first write that it is late. */
  @Override
  public String begin(boolean write) {
    return write ? "begin immediate" : "begin";
  }

  @Override
  public String declare(String text) {
    return ColumnSlots.fill(
        text,
        Map.of(
            "text", "text",
            "whole", "integer",
            "decimal", "real",
            "flag", "integer",
            "day", "text",
            "moment", "text",
            "json", "text",
            "strict", "strict"));
  }

  @Override
  public void bind(PreparedStatement statement, int index, Value value) throws SQLException {
    switch (value) {
      case Value.Flag f -> statement.setLong(index, f.value() ? 1 : 0);
      case Value.Decimal d -> statement.setDouble(index, exact(d.value()));
      default -> Cells.bind(statement, index, value);
    }
  }

  /** SQLite has no decimals; fifteen digits pass through a double unharmed, more are refused. */
  private static double exact(BigDecimal value) {
    double near = value.doubleValue();
    if (BigDecimal.valueOf(near).compareTo(value) != 0)
      throw new IllegalArgumentException("too many digits for the catalog: " + value);
    return near;
  }

  @Override
  public Value read(@Nullable Object cell) {
    return switch (cell) {
      case null -> Value.missing();
      case Integer i -> Value.of(i.longValue());
      case Long l -> Value.of(l);
      case Double d -> Cells.money(BigDecimal.valueOf(d));
      case String s -> Value.of(s);
      default -> throw new IllegalStateException("cannot read a " + cell.getClass());
    };
  }

  @Override
  public RuntimeException explain(SQLException failure, String text, List<Value> values) {
    var detail = String.valueOf(failure.getMessage());
    return switch (code(failure)) {
      case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
          new Violation(Violation.Rule.UNIQUE, detail, failure);
      case SQLITE_CONSTRAINT_FOREIGNKEY -> new Violation(Violation.Rule.REFERENCE, detail, failure);
      case SQLITE_CONSTRAINT_NOTNULL -> new Violation(Violation.Rule.FILLED, detail, failure);
      case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_DATATYPE ->
          new Violation(Violation.Rule.CHECK, detail, failure);
      default ->
          switch (code(failure).code & 0xff) {
            case 11, 26 -> unavailable("catalog.damaged", detail, failure);
            case 13 -> unavailable("catalog.disk-full", detail, failure);
            case 5, 6 -> unavailable("catalog.busy", detail, failure);
            case 10, 14 -> unavailable("catalog.unreachable", detail, failure);
            default -> new SqlFailure(text, values, failure);
          };
    };
  }

  private FaultException unavailable(String code, String detail, SQLException cause) {
    var place = file.toString();
    var fault = new Fault.Unavailable(code, place, Map.of("file", place, "detail", detail));
    var exception = new FaultException(fault);
    exception.initCause(cause);
    return exception;
  }

  private static SQLiteErrorCode code(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  @Override
  public boolean disconnected(SQLException failure) {
    return false;
  }

  /**
   * Reads every page, a second for 100 to 1000 MB. A catalog that has grown past {@link
   * #SMALL_ENOUGH} is taken at its word; damage in it is told by the first statement that meets it.
   */
  @Override
  public void inspect(Connection connection) throws SQLException {
    boolean small = file.toFile().length() <= SMALL_ENOUGH;
    var check = small ? "pragma quick_check(1)" : "select 'ok' from sqlite_schema limit 1";
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(check)) {
      var said = result.next() ? result.getString(1) : "no tables";
      if (!said.equals("ok")) throw unavailable("catalog.damaged", said, new SQLException(said));
    }
  }

  @Override
  public void settle(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("pragma wal_checkpoint(truncate)");
    }
  }
}
