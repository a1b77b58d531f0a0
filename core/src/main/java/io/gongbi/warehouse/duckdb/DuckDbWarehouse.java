package io.gongbi.warehouse.duckdb;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * The default engine: one file, {@code gongbi.duckdb}, in the data folder. Readers get connections
 * of their own and see committed states only. Files are read from the folder's {@code incoming} and
 * nowhere else; no extension is loaded, no other database attached.
 */
public final class DuckDbWarehouse implements Warehouse {
  /**
   * What may be tuned; the rest is fixed. {@code memory} as DuckDB writes it, such as {@code 4GB}.
   */
  public record Settings(Optional<String> memory, Optional<Integer> threads) {
    public static final Settings DEFAULT = new Settings(Optional.empty(), Optional.empty());
  }

  /** What the engine calls the store's file. Beside it there is nothing but temporary tables. */
  static final String STORE = "gongbi";

  /** Rows that are stored together, and what one thread takes at a time: see decision 9. */
  private static final int GROUP = 61_440;

  private final DuckDBConnection root;
  private final Dialect dialect = new DuckDbDialect();
  private final Deque<DuckDBConnection> idle = new ArrayDeque<>();
  private final Map<TableName, TableSpec> specs = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> writers = new ConcurrentHashMap<>();

  private final Log log;
  private final Unfilled unfilled = new Unfilled();

  private DuckDbWarehouse(DuckDBConnection root, Path file) {
    this.root = root;
    log = new Log(root, file);
  }

  /**
   * Opens or makes the store in {@code folder}, brings kept tables to this version by {@code
   * migrations}, and makes derived tables as declared. Throws {@code folder.in-use}, {@code
   * warehouse.damaged}, {@code store.from-newer-version}.
   */
  public static DuckDbWarehouse open(
      Path folder, List<TableSpec> specs, List<Migration> migrations, Settings settings) {
    var file = folder.resolve("gongbi.duckdb");
    var warehouse = new DuckDbWarehouse(connect(folder, file, settings), file);
    try {
      new Upkeep(warehouse.root).bring(specs, migrations, folder);
      specs.forEach(s -> warehouse.specs.put(s.name(), s));
      Upkeep.dynamic(warehouse.root).forEach(s -> warehouse.specs.put(s.name(), s));
      warehouse.unfilled.readFrom(warehouse.root);
      return warehouse;
    } catch (SQLException e) {
      warehouse.close();
      throw damaged(folder, e);
    } catch (RuntimeException e) {
      warehouse.close();
      throw e;
    }
  }

  private static DuckDBConnection connect(Path folder, Path file, Settings settings) {
    var properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    // Nobody may rely on the order of unsorted rows, and keeping it costs half of each load again.
    properties.setProperty("preserve_insertion_order", "false");
    properties.setProperty("checkpoint_threshold", Log.MOST);
    settings.memory().ifPresent(m -> properties.setProperty("memory_limit", m));
    settings.threads().ifPresent(t -> properties.setProperty("threads", t.toString()));
    try {
      var incoming = Files.createDirectories(folder.resolve("incoming")).toRealPath();
      var temporary = Files.createDirectories(folder.resolve("tmp")).toRealPath();
      properties.setProperty(
          "allowed_directories", "[" + DuckDbDialect.quoted(incoming + "/") + "]");
      properties.setProperty("temp_directory", temporary.toString());
      var connection =
          DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
      run(
          connection,
          "attach "
              + DuckDbDialect.quoted(file.toAbsolutePath().toString())
              + " as "
              + STORE
              + " (row_group_size "
              + GROUP
              + ")");
      run(connection, "use " + STORE);
      run(connection, "set global enable_external_access = false");
      run(connection, "set global TimeZone = 'UTC'");
      // Each list of words would be a join of its own, and a step that reads cells has dozens of
      // them: see decision 16.
      run(connection, "set global disabled_optimizers = 'in_clause'");
      return connection;
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("Could not set lock")) {
        throw new FaultException(
            new Fault.Conflict(
                "folder.in-use", file.toString(), Map.of("folder", folder.toString())));
      }
      throw damaged(folder, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FaultException damaged(Path folder, SQLException cause) {
    var fault =
        new FaultException(
            new Fault.Unavailable(
                "warehouse.damaged",
                folder.resolve("gongbi.duckdb").toString(),
                Map.of(
                    "detail", String.valueOf(cause.getMessage()).lines().findFirst().orElse(""))));
    fault.initCause(cause);
    return fault;
  }

  /** One more connection to the store. */
  static DuckDBConnection another(DuckDBConnection root) throws SQLException {
    var connection = root.duplicate();
    run(connection, "use " + STORE);
    return connection;
  }

  static void run(DuckDBConnection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** After this, no statement can change the engine's settings. Called once all is open. */
  public DuckDbWarehouse locked() {
    try {
      run(root, "set lock_configuration = true");
      return this;
    } catch (SQLException e) {
      throw new SqlFailure("set lock_configuration = true", List.of(), e);
    }
  }

  @Override
  public Table query(Sql sql, View view) {
    var all = new Table[1];
    each(sql, view, Integer.MAX_VALUE, t -> all[0] = t);
    return all[0];
  }

  @Override
  public void each(Sql sql, View view, int batch, Consumer<Table> consumer) {
    var connection = borrow();
    try {
      read(connection, sql, view, dialect, batch, consumer);
    } finally {
      giveBack(connection);
    }
  }

  static void read(
      DuckDBConnection connection,
      Sql sql,
      View view,
      Dialect dialect,
      int batch,
      Consumer<Table> consumer) {
    try {
      var bound = PlanOnce.bind(connection, sql, view, dialect);
      try (var statement = PlanOnce.statement(connection, bound)) {
        PlanOnce.execute(statement, bound);
        try (var result = statement.getResultSet()) {
          Cells.read(result, batch, consumer);
        }
      }
    } catch (SQLException e) {
      var bound = sql.bind(view, dialect);
      throw new SqlFailure(bound.text(), bound.values(), e);
    }
  }

  DuckDBConnection borrow() {
    synchronized (idle) {
      var connection = idle.pollFirst();
      if (connection != null) return connection;
    }
    try {
      return another(root);
    } catch (SQLException e) {
      throw new SqlFailure("open a connection", List.of(), e);
    }
  }

  void giveBack(DuckDBConnection connection) {
    synchronized (idle) {
      if (idle.size() < 16) {
        idle.addFirst(connection);
        return;
      }
    }
    closeQuietly(connection);
  }

  @Override
  public Write write(Set<String> concepts) {
    // Always in the same order, so that two writers never wait for each other.
    var held =
        new TreeSet<>(concepts)
            .stream().map(c -> writers.computeIfAbsent(c, x -> new Semaphore(1))).toList();
    held.forEach(Semaphore::acquireUninterruptibly);
    return new DuckDbWrite(
        this, borrow(), Set.copyOf(concepts), () -> held.forEach(Semaphore::release));
  }

  @Override
  public Position reached(String reader) {
    return query(Upkeep.reached(reader), View.everything())
        .first()
        .map(r -> new Position(r.whole("position")))
        .orElse(Position.START);
  }

  @Override
  public Set<TableName> stale() {
    return query(Upkeep.STALE, View.everything()).stream()
        .map(r -> TableName.of(r.text("table_name")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<TableSpec> spec(TableName table) {
    return Optional.ofNullable(specs.get(table));
  }

  @Override
  public List<TableSpec> specs() {
    return List.copyOf(new TreeMap<>(specs).values());
  }

  Unfilled unfilled() {
    return unfilled;
  }

  void committed(List<TableSpec> made) {
    made.forEach(s -> specs.put(s.name(), s));
    log.grew();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    log.close();
    synchronized (idle) {
      idle.forEach(DuckDbWarehouse::closeQuietly);
      idle.clear();
    }
    closeQuietly(root);
  }

  private static void closeQuietly(DuckDBConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailure("close", List.of(), e);
    }
  }
}
