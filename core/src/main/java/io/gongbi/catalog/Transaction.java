package io.gongbi.catalog;

import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One transaction on the catalog. Reading, it sees one moment of the catalog throughout; writing,
 * it is alone: what it has checked stays true until it commits. Tables have plain names ({@code
 * delivery_entry}), values are {@code #name}, a list of texts may stand in {@code in (#names)}.
 *
 * <p>A failed statement spoils the transaction: it can only be rolled back. Used by the thread that
 * was given it, and not kept.
 */
public final class Transaction {
  private static final int BATCH = 1_000;

  private final Engine engine;
  private final Connection connection;
  private final boolean writes;
  private final Instant now;
  private boolean spoilt;

  Transaction(Engine engine, Connection connection, boolean writes, Instant now) {
    this.engine = engine;
    this.connection = connection;
    this.writes = writes;
    this.now = now;
  }

  /** When this transaction began, to the microsecond: the same for everything that it writes. */
  public Instant now() {
    return now;
  }

  /** A select, or a write that says {@code returning}. */
  public Table query(Sql sql) {
    var bound = Binding.of(sql);
    return with(
        bound,
        statement -> {
          bind(statement, bound.values());
          try (var result = statement.executeQuery()) {
            return Cells.read(engine, result);
          }
        });
  }

  /** Returns the number of rows that it wrote. */
  public long write(Sql sql) {
    var bound = Binding.of(sql);
    return with(
        bound,
        statement -> {
          bind(statement, bound.values());
          return (long) statement.executeUpdate();
        });
  }

  /**
   * The same write for many rows, each giving the values that {@code sql} leaves open: a million
   * claims in one durable commit. Returns the number of rows written in all.
   */
  public long writeAll(Sql sql, List<Map<String, Value>> rows) {
    if (rows.isEmpty()) return 0;
    var many = Binding.Many.of(sql, rows.getFirst().keySet());
    return with(
        many.bound(),
        statement -> {
          long written = 0;
          for (int from = 0; from < rows.size(); from += BATCH) {
            for (var row : rows.subList(from, Math.min(from + BATCH, rows.size()))) {
              bind(statement, many.values(row));
              statement.addBatch();
            }
            for (int count : statement.executeBatch()) written += count;
          }
          return written;
        });
  }

  /**
   * The cursor rule: how far a reader of a feed has got is committed with what it wrote. A cursor
   * never goes back, for that would repeat the effect.
   */
  public void mark(String reader, Position reached) {
    var before = reached(reader);
    if (reached.compareTo(before) < 0)
      throw new IllegalArgumentException(reader + " was at " + before + ", not back to " + reached);
    write(CatalogQuery.mark(reader, reached, now));
  }

  /** Where a reader stands, {@link Position#START} when it has not read yet. */
  public Position reached(String reader) {
    return query(CatalogQuery.reached(reader))
        .first()
        .map(row -> new Position(row.whole("position")))
        .orElse(Position.START);
  }

  /** Adds to a log what others may follow by {@link Catalog#log}: JSON, as a rule. */
  public Position append(String log, String body) {
    return new Position(query(CatalogQuery.append(log, body, now)).only().whole("position"));
  }

  private void bind(PreparedStatement statement, List<Value> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) engine.bind(statement, i + 1, values.get(i));
  }

  /** A text of several statements, as migrations are. */
  void run(String text) {
    attempt(
        text,
        List.of(),
        () -> {
          try (var statement = connection.createStatement()) {
            return (long) statement.executeUpdate(text);
          }
        });
  }

  private <R> R with(Sql.Bound bound, Use<R> use) {
    return attempt(
        bound.text(),
        bound.values(),
        () -> {
          try (var statement = connection.prepareStatement(bound.text())) {
            return use.of(statement);
          }
        });
  }

  private <R> R attempt(String text, List<Value> values, Attempt<R> attempt) {
    if (spoilt) throw new IllegalStateException("a statement failed before: roll back");
    boolean good = false;
    try {
      R result = attempt.run();
      good = true;
      return result;
    } catch (SQLException e) {
      throw engine.explain(e, text, values);
    } finally {
      if (!good) spoil();
    }
  }

  /** It may not be committed any more. */
  void spoil() {
    spoilt = true;
  }

  boolean isSpoilt() {
    return spoilt;
  }

  boolean writes() {
    return writes;
  }

  private interface Use<R> {
    R of(PreparedStatement statement) throws SQLException;
  }

  private interface Attempt<R> {
    R run() throws SQLException;
  }
}
