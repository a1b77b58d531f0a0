package io.gongbi.catalog;

import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two databases behind a catalog, reduced to what differs between them. */
sealed interface Engine permits SqliteEngine, PostgresqlEngine {
  /** The name that a migration written for this engine alone carries. */
  String name();

  Connection connect(boolean writer) throws SQLException;

  String begin(boolean write);

  /** Text of a migration, with its slots for column types filled. */
  String declare(String text);

  void bind(PreparedStatement statement, int index, Value value) throws SQLException;

  /** A cell as the driver gave it, before its column's name has its say. */
  Value read(@Nullable Object cell);

  /**
   * What a failed statement means: a {@link Violation}, a {@link FaultException} for the operator,
   * or a bug.
   */
  RuntimeException explain(SQLException failure, String text, List<Value> values);

  /** Whether the connection itself is gone, so that a new one may do. */
  boolean disconnected(SQLException failure);

  /** Cheap proof, when opening, that the store can be trusted. */
  void inspect(Connection connection) throws SQLException;

  /** Leaves the store in its simplest form; other processes may still be using it. */
  void settle(Connection connection) throws SQLException;
}
