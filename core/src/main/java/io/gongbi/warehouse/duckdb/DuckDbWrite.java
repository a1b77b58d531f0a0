package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.DelimitedFile;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One DuckDB transaction on a connection of its own. */
final class DuckDbWrite implements Write {
  private final DuckDbWarehouse warehouse;
  private final DuckDBConnection connection;
  private final Set<String> concepts;
  private final Runnable release;
  private final List<TableSpec> made = new ArrayList<>();

  /** Physical tables that an ordered insert of no rows went to: see {@link #wake}. */
  private final Set<String> hollow = new HashSet<>();

  /** What this write changed of the columns without cells. */
  private final Map<TableName, Set<String>> unfilled = new HashMap<>();

  /** Tables whose columns without cells nobody fills in this write either, as its caller says. */
  private final Set<TableName> promised = new HashSet<>();

  /** Derived tables made whole here: no longer stale when this commits. */
  private final Set<TableName> whole = new LinkedHashSet<>();

  private volatile boolean cancelled;
  private volatile @Nullable Statement running;
  private boolean open = true;

  DuckDbWrite(
      DuckDbWarehouse warehouse,
      DuckDBConnection connection,
      Set<String> concepts,
      Runnable release) {
    this.warehouse = warehouse;
    this.connection = connection;
    this.concepts = concepts;
    this.release = release;
    // An explicit statement first: an appender that is the first act of a transaction would commit
    // its rows on its own.
    run("begin transaction", List.of());
  }

  @Override
  public Table query(Sql sql, View view) {
    var all = new Table[1];
    each(sql, view, Integer.MAX_VALUE, t -> all[0] = t);
    return all[0];
  }

  @Override
  public void each(Sql sql, View view, int batch, Consumer<Table> consumer) {
    stopIfCancelled();
    DuckDbWarehouse.read(connection, sql, view, warehouse.dialect(), batch, consumer);
  }

  @Override
  public void ensure(TableSpec table, Set<String> unfilled) {
    mine(table);
    var standing = standing(table.name());
    if (table.keeping() == TableSpec.Keeping.DERIVED) {
      if (!standing.equals(Optional.of(table))) widen(table, standing.orElseThrow());
      return;
    }
    var columns = new ArrayList<Column>();
    standing.ifPresent(s -> columns.addAll(s.columns()));
    var lacking =
        table.columns().stream()
            .filter(c -> columns.stream().noneMatch(s -> s.name().equals(c.name())))
            .toList();
    if (standing.isEmpty()) {
      run("create schema if not exists " + table.name().concept(), List.of());
      run(new Upkeep(connection).create(table, physical(table.name()), unfilled), List.of());
      this.unfilled.put(table.name(), unfilled);
    } else {
      add(table.name(), lacking);
    }
    note(table.name(), lacking, columns.size());
    columns.addAll(lacking);
    made.add(TableSpec.of(table.name(), TableSpec.Keeping.KEPT, columns));
  }

  @Override
  public boolean stands(TableSpec table) {
    return standing(table.name()).equals(Optional.of(table));
  }

  private Optional<TableSpec> standing(TableName table) {
    return made.stream()
        .filter(s -> s.name().equals(table))
        .reduce((a, b) -> b)
        .or(() -> warehouse.spec(table));
  }

  /** A derived table as it is declared now: its declaration is written down, so that it stays. */
  private void widen(TableSpec table, TableSpec standing) {
    add(
        table.name(),
        table.columns().stream().filter(c -> standing.find(c.name()).isEmpty()).toList());
    run(
        "update warehouse.derived set fingerprint = ? where table_name = ?",
        List.of(Value.of(table.fingerprint()), Value.of(table.name().toString())));
    made.add(table);
  }

  private void add(TableName table, List<Column> columns) {
    for (var column : columns) {
      run(
          "alter table %s add column %s %s"
              .formatted(physical(table), column.name(), warehouse.dialect().type(column.type())),
          List.of());
    }
  }

  /** Writes down which columns a table was given, the first of them at {@code ordinal}. */
  private void note(TableName table, List<Column> columns, int ordinal) {
    if (columns.isEmpty()) return;
    var values = new ArrayList<Value>();
    for (var column : columns) {
      values.add(Value.of(table.toString()));
      values.add(Value.of(ordinal++));
      values.add(Value.of(column.name()));
      values.add(Value.of(column.type().name()));
      values.add(Value.of(column.sensitivity().name()));
    }
    run(
        "insert into warehouse.made_column values "
            + columns.stream().map(c -> "(?, ?, ?, ?, ?)").collect(Collectors.joining(", ")),
        values);
  }

  @Override
  public void clear(TableSpec table) {
    mine(table);
    run("drop table " + physical(table.name()), List.of());
    run(new Upkeep(connection).create(table, physical(table.name())), List.of());
    hollow.remove(physical(table.name()));
    unfilled.put(table.name(), Set.of());
    whole.add(table.name());
  }

  @Override
  public long replace(TableSpec table, Slice slice, Sql rows, View view) {
    mine(table);
    return switch (slice) {
      case Slice.Whole w -> {
        // Beside the old one, because the question may read the table that it replaces.
        var next = TableName.of(table.name() + "__next");
        run(new Upkeep(connection).create(table, physical(next), w.unfilled()), List.of());
        long written = insert(table, physical(next), rows, view);
        run("drop table " + physical(table.name()), List.of());
        run(
            "alter table %s rename to \"%s\"".formatted(physical(next), table.name().name()),
            List.of());
        if (hollow.remove(physical(next))) hollow.add(physical(table.name()));
        else hollow.remove(physical(table.name()));
        unfilled.put(table.name(), w.unfilled());
        promised.add(table.name());
        whole.add(table.name());
        yield written;
      }
      case Slice.Rows r -> {
        // The new rows are computed before the old ones go: the question may read them.
        run("drop table if exists gb_slice", List.of());
        run("create temp table gb_slice as\n", rows, view, "");
        delete(table, slice, view);
        makeRoom(table, () -> columnsOf(Sql.of("select * from gb_slice"), view));
        wake(table, physical(table.name()));
        long written =
            run(
                "insert into " + physical(table.name()) + " by name select * from gb_slice",
                List.of());
        run("drop table gb_slice", List.of());
        yield written;
      }
    };
  }

  @Override
  public long append(TableSpec table, Sql rows, View view) {
    mine(table);
    if (!promised.contains(table.name())) makeRoom(table, () -> columnsOf(rows, view));
    return insert(table, physical(table.name()), rows, view);
  }

  private long insert(TableSpec table, String physical, Sql rows, View view) {
    wake(table, physical);
    long written = run("insert into " + physical + " by name\n", rows, view, "");
    if (written == 0 && ordered(rows, view)) hollow.add(physical);
    return written;
  }

  /** Whether the engine may have to keep an order; sure of a question that has none in it. */
  private boolean ordered(Sql rows, View view) {
    return rows.bind(view, warehouse.dialect())
        .text()
        .toLowerCase(Locale.ROOT)
        .contains("order by");
  }

  private void noLongerStale() {
    if (whole.isEmpty()) return;
    run(
        "update warehouse.derived set stale = false where stale and table_name in "
            + whole.stream().map(t -> "?").collect(Collectors.joining(", ", "(", ")")),
        whole.stream().map(t -> Value.of(t.toString())).toList());
  }

  /**
   * An insert of no rows that keeps an order makes DuckDB 2.0.0 store a later large one of the same
   * transaction with the statistics of nothing: every comparison with its columns then finds
   * nothing. A row put in between and taken out again keeps them true. It also has the commit write
   * all rows of the table into the log, so it is done only where it is needed.
   */
  private void wake(TableSpec table, String physical) {
    if (!hollow.remove(physical)) return;
    run("insert into " + physical + " default values", List.of());
    run(
        "delete from "
            + physical
            + table.columns().stream()
                .map(c -> c.name() + " is null")
                .collect(Collectors.joining(" and ", " where ", "")),
        List.of());
  }

  @Override
  public long append(TableSpec table, Table rows) {
    mine(table);
    if (rows.columns().size() != table.columns().size()) {
      throw new IllegalArgumentException(
          table.name() + " has " + table.columns().size() + " columns, got " + rows.columns());
    }
    stopIfCancelled();
    makeRoom(table, () -> names(table.columns()));
    wake(table, physical(table.name()));
    // A column that was given room later stands behind the others in the store.
    var places =
        columnsOf(Sql.of("select * from {" + table.name() + "}"), View.everything()).stream()
            .map(c -> names(table.columns()).indexOf(c))
            .toList();
    try (var appender = connection.createAppender(table.name().concept(), table.name().name())) {
      for (var row : rows.rows()) {
        appender.beginRow();
        for (int i : places) {
          Cells.append(appender, row.get(i), table.columns().get(i).type());
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new SqlFailure("append to " + table.name(), List.of(), e);
    }
    return rows.size();
  }

  @Override
  public Held hold(TableName slot, Sql rows, View view) {
    var table = "gb_held_" + slot.concept() + "_" + slot.name();
    run("create temp table " + table + " as\n", rows, view, "");
    var standIn = View.of(slot.toString(), Sql.of("select * from " + table));
    return new Held() {
      @Override
      public View view() {
        return standIn;
      }

      @Override
      public void close() {
        // What was cancelled is rolled back with all that it held.
        if (!cancelled) run("drop table " + table, List.of());
      }
    };
  }

  @Override
  public long update(
      TableSpec table, String keyColumn, Map<String, String> columns, Sql rows, View view) {
    mine(table);
    makeRoom(table, columns::keySet);
    var sets =
        columns.entrySet().stream()
            .map(e -> table.column(e.getKey()).name() + " = n." + e.getValue())
            .collect(Collectors.joining(", "));
    // Held first: the engine then knows how few they are, and goes through the table row by row in
    // its own order. In the order of the news it took ten times as long for 140,000 of 340,000
    // rows.
    run("create temp table gb_news as\n", rows, view, "");
    long updated =
        run(
            "update %s as t set %s from gb_news n where t.%s = n.%s"
                .formatted(physical(table.name()), sets, table.column(keyColumn).name(), keyColumn),
            List.of());
    run("drop table gb_news", List.of());
    return updated;
  }

  @Override
  public long delete(TableSpec table, Slice slice, View view) {
    mine(table);
    return switch (slice) {
      case Slice.Whole w -> run("delete from " + physical(table.name()), List.of());
      case Slice.Rows r -> {
        var columns =
            r.keyColumns().stream()
                .map(k -> table.column(k).name())
                .collect(Collectors.joining(", "));
        yield run(
            "delete from %s where (%s) in (".formatted(physical(table.name()), columns),
            r.keys(),
            view,
            ")");
      }
    };
  }

  @Override
  public long load(TableSpec table, DelimitedFile file, long batch) {
    mine(table);
    if (file.rows() == 0) return 0;
    makeRoom(table, file::columns);
    wake(table, physical(table.name()));
    return new FileLoad(this).load(physical(table.name()), file, batch);
  }

  @Override
  public void mark(String reader, Position reached) {
    run("delete from warehouse.cursor where reader = ?", List.of(Value.of(reader)));
    run(
        "insert into warehouse.cursor values (?, ?)",
        List.of(Value.of(reader), Value.of(reached.value())));
  }

  @Override
  public Position reached(String reader) {
    return query(Upkeep.reached(reader), View.everything())
        .first()
        .map(r -> new Position(r.whole("position")))
        .orElse(Position.START);
  }

  @Override
  public void commit() {
    stopIfCancelled();
    noLongerStale();
    run("commit", List.of());
    open = false;
    warehouse.committed(made, unfilled);
  }

  @Override
  public void cancel() {
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

  @Override
  public void close() {
    try {
      if (open) {
        open = false;
        try (var statement = connection.createStatement()) {
          statement.execute("rollback");
        } catch (SQLException e) {
          throw new SqlFailure("rollback", List.of(), e);
        }
      }
    } finally {
      warehouse.giveBack(connection);
      release.run();
    }
  }

  /** Has cells made for those of {@code named} that have none. */
  private void makeRoom(TableSpec table, Supplier<? extends Collection<String>> named) {
    var lacking =
        new HashSet<>(unfilled.getOrDefault(table.name(), warehouse.unfilled(table.name())));
    if (lacking.isEmpty()) return;
    var filled = Set.copyOf(named.get());
    for (var column : table.columns()) {
      if (!lacking.contains(column.name()) || !filled.contains(column.name())) continue;
      run(
          "alter table %s drop column %s".formatted(physical(table.name()), column.name()),
          List.of());
      add(table.name(), List.of(column));
      lacking.remove(column.name());
    }
    unfilled.put(table.name(), lacking);
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private List<String> columnsOf(Sql rows, View view) {
    var bound = rows.bind(view, warehouse.dialect());
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

  private String physical(TableName table) {
    return warehouse.dialect().physical(table);
  }

  private void mine(TableSpec table) {
    if (!concepts.contains(table.name().concept())) {
      throw new IllegalArgumentException("this write is for " + concepts + ", not " + table.name());
    }
  }

  private void stopIfCancelled() {
    if (cancelled) throw new CancelledException();
  }

  /** Runs one statement around a question; returns the rows it changed. */
  private long run(String before, Sql rows, View view, String after) {
    stopIfCancelled();
    try {
      var bound = PlanOnce.bind(connection, rows, view, warehouse.dialect());
      return run(new Sql.Bound(before + bound.text() + after, bound.values()));
    } catch (SQLException e) {
      throw failure(rows.bind(view, warehouse.dialect()), e);
    }
  }

  /** Runs one statement; returns the rows it changed. */
  long run(String text, List<Value> values) {
    stopIfCancelled();
    var bound = new Sql.Bound(text, values);
    try {
      return run(bound);
    } catch (SQLException e) {
      throw failure(bound, e);
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

  private RuntimeException failure(Sql.Bound bound, SQLException cause) {
    return cancelled
        ? new CancelledException()
        : new SqlFailure(bound.text(), bound.values(), cause);
  }
}
