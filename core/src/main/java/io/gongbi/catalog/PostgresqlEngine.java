package io.gongbi.catalog;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database that several nodes share. Its writers take turns on an advisory lock, as SQLite's do
 * by nature: what a transaction has checked stays true until it commits, and the positions of a log
 * come in the order of the commits, so that a reader never passes one that is still to come.
 *
 * <p>Text is compared byte by byte ({@code collate "C"}), days and moments are ISO text, so that
 * the same question has the same answer in the same order on both engines.
 */
record PostgresqlEngine(String url) implements Engine {
  /** "gongbi" as a number; the second key keeps catalogs of different schemas apart. */
  private static final String TURN =
      "select pg_advisory_xact_lock(1735289191, hashtext(current_schema()))";

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Connection connect(boolean writer) throws SQLException {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "gongbi");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    var connection = DriverManager.getConnection(url, properties);
    try (var statement = connection.createStatement()) {
      // Whatever the server's default: an answered commit is on disk, a stuck writer is given up.
      statement.execute("set synchronous_commit = on");
      statement.execute("set lock_timeout = '60s'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Read committed, so that what is read after the turn was awaited is what the last one left. */
  @Override
  public String begin(boolean write) {
    return write
        ? "begin isolation level read committed; " + TURN
        : "begin isolation level repeatable read read only";
  }

  @Override
  public String declare(String text) {
    return ColumnSlots.fill(
        text,
        Map.of(
            "text", "text collate \"C\"",
            "whole", "bigint",
            "decimal", "numeric(18,4)",
            "flag", "boolean",
            "day", "text collate \"C\"",
            "moment", "text collate \"C\"",
            "json", "text",
            "strict", ""));
  }

  @Override
  public void bind(PreparedStatement statement, int index, Value value) throws SQLException {
    switch (value) {
      case Value.Flag f -> statement.setBoolean(index, f.value());
      case Value.Decimal d -> statement.setBigDecimal(index, d.value());
      default -> Cells.bind(statement, index, value);
    }
  }

  @Override
  public Value read(@Nullable Object cell) {
    return switch (cell) {
      case null -> Value.missing();
      case Integer i -> Value.of(i.longValue());
      case Long l -> Value.of(l);
      // A sum of whole numbers comes as numeric without decimals.
      case BigDecimal d when d.scale() == 0 -> Value.of(d.longValueExact());
      case BigDecimal d -> Cells.money(d);
      case Double d -> Cells.money(BigDecimal.valueOf(d));
      case Boolean b -> Value.of(b ? 1 : 0);
      case String s -> Value.of(s);
      default -> throw new IllegalStateException("cannot read a " + cell.getClass());
    };
  }

  @Override
  public RuntimeException explain(SQLException failure, String text, List<Value> values) {
    var state = state(failure);
    var detail = String.valueOf(failure.getMessage());
    return switch (state) {
      case "23505" -> new Violation(Violation.Rule.UNIQUE, detail, failure);
      case "23503" -> new Violation(Violation.Rule.REFERENCE, detail, failure);
      case "23502" -> new Violation(Violation.Rule.FILLED, detail, failure);
      case "23514" -> new Violation(Violation.Rule.CHECK, detail, failure);
      case "55P03" -> unavailable("catalog.busy", detail, failure);
      case "53100" -> unavailable("catalog.disk-full", detail, failure);
      case "XX001", "XX002" -> unavailable("catalog.damaged", detail, failure);
      default ->
          disconnected(failure) || state.startsWith("28") || state.startsWith("3D")
              ? unavailable("catalog.unreachable", detail, failure)
              : new SqlFailure(text, values, failure);
    };
  }

  private FaultException unavailable(String code, String detail, SQLException cause) {
    var place = place();
    var fault = new Fault.Unavailable(code, place, Map.of("file", place, "detail", detail));
    var exception = new FaultException(fault);
    exception.initCause(cause);
    return exception;
  }

  /** The address without the password that may follow it. */
  private String place() {
    int question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }

  private static String state(SQLException failure) {
    var state = failure.getSQLState();
    return state == null ? "" : state;
  }

  @Override
  public boolean disconnected(SQLException failure) {
    var state = state(failure);
    return state.startsWith("08") || state.startsWith("57P");
  }

  @Override
  public void inspect(Connection connection) {
    // The server's own business.
  }

  @Override
  public void settle(Connection connection) {
    // Nothing is left open between transactions.
  }
}
