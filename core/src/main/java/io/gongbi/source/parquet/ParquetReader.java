package io.gongbi.source.parquet;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * One Parquet file as rows of text, in its own order, a row group at a time. What is nested becomes
 * columns of its own, as with JSON: a struct {@code goods(sku, name)} is {@code goods.sku} and
 * {@code goods.name}; a list or a map stays one cell, as JSON.
 *
 * <p>Not thread-safe. Close it when done.
 */
public final class ParquetReader implements AutoCloseable {
  /** A row group is read a page at a time; more than this, one page unpacks to something absurd. */
  private static final String MEMORY = "256MB";

  /** Takes the cells of one row, by its number from 1; says whether more are wanted. */
  public interface Taker {
    boolean take(long row, List<String> cells);
  }

  private final Path file;
  private final String name;
  private final Connection engine;
  private final List<ParquetColumn> columns;

  private ParquetReader(Path file, String name, int mostColumns) throws SQLException {
    this.file = file.toAbsolutePath();
    this.name = name;
    this.engine = open(this.file);
    try {
      this.columns = columns(mostColumns);
    } catch (SQLException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /**
   * Reads what the file says of itself. Throws {@code source.damaged-parquet}; {@code
   * source.too-many-columns} when there are more than {@code mostColumns}, nested ones counted.
   */
  public static ParquetReader of(Path file, String name, int mostColumns) {
    try {
      return new ParquetReader(file, name, mostColumns);
    } catch (SQLException e) {
      throw refused(file.toAbsolutePath(), name, e);
    }
  }

  private static Connection open(Path file) throws SQLException {
    var settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", "");
    // Another core is busy with storing the rows; and each further thread would hold a row group.
    settings.setProperty("threads", "1");
    settings.setProperty("jdbc_stream_results", "true");
    var engine = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (var statement = engine.createStatement()) {
      statement.execute(
          "set allowed_paths = [%s, %s]".formatted(quoted(file.toString()), quoted(pattern(file))));
      statement.execute("set enable_external_access = false");
      statement.execute("set TimeZone = 'UTC'");
      statement.execute("set lock_configuration = true");
      return engine;
    } catch (SQLException e) {
      engine.close();
      throw e;
    }
  }

  /** The file as a pattern that fits it alone: the engine takes {@code [1]} in a name for one. */
  private static String pattern(Path file) {
    return file.toString().replaceAll("([\\[*?])", "[$1]");
  }

  /** Where rows come from; folders called {@code year=2026} are no columns. */
  private String from(boolean numbered) {
    return "from read_parquet(%s, hive_partitioning = false, file_row_number = %s)"
        .formatted(quoted(pattern(file)), numbered);
  }

  private List<ParquetColumn> columns(int most) throws SQLException {
    var found = new ArrayList<ParquetColumn>();
    try (var statement = engine.createStatement();
        var result = statement.executeQuery("describe select * " + from(false))) {
      while (result.next())
        add(found, ParquetColumn.top(result.getString(1), result.getString(2)), most);
    }
    return List.copyOf(found);
  }

  /** Adds a column; a struct as what it holds. */
  private void add(List<ParquetColumn> found, ParquetColumn column, int most) {
    if (column.isStruct()) {
      for (var part : column.parts()) add(found, part, most);
      return;
    }
    if (found.size() >= most)
      throw new FaultException(
          new Fault.TooLarge("source.too-many-columns", name, Map.of("most", "" + most)));
    found.add(column);
  }

  /** What the columns are called, nested ones by their path; as the file says, perhaps twice. */
  public List<String> names() {
    return columns.stream().map(ParquetColumn::name).toList();
  }

  /** How many rows the file says that it has. */
  public long rows() {
    try (var statement = engine.createStatement();
        var result =
            statement.executeQuery(
                "select num_rows from parquet_file_metadata(%s)"
                    .formatted(quoted(pattern(file))))) {
      return result.next() ? result.getLong(1) : 0;
    } catch (SQLException e) {
      throw refused(file, name, e);
    }
  }

  /**
   * Gives one row after the other for as long as more are wanted. Throws {@code
   * source.damaged-parquet} where the file cannot be read on.
   */
  public void each(Taker taker) {
    var question =
        columns.stream()
            .map(c -> ",\n" + c.cell())
            .collect(Collectors.joining("", "select file_row_number", "\n" + from(true)));
    try (var statement = engine.createStatement();
        var result = statement.executeQuery(question)) {
      while (result.next()) if (!taker.take(result.getLong(1) + 1, cells(result))) return;
    } catch (SQLException e) {
      throw refused(file, name, e);
    }
  }

  private List<String> cells(ResultSet result) throws SQLException {
    var cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) cells[i] = columns.get(i).text(result, i + 2);
    return List.of(cells);
  }

  /** In the engine's words, which name the file by a place that nobody knows. */
  private static FaultException refused(Path file, String name, SQLException e) {
    var said =
        Objects.requireNonNullElse(e.getMessage(), "")
            .lines()
            .findFirst()
            .orElse("")
            .replace(pattern(file), name)
            .replace(file.toString(), name);
    var fault =
        said.toLowerCase(Locale.ROOT).contains("out of memory")
            ? new Fault.TooLarge("source.parquet-memory", name, Map.of())
            : new Fault.BadQuestion("source.damaged-parquet", name, Map.of("detail", said));
    var thrown = new FaultException(fault);
    thrown.initCause(e);
    return thrown;
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      engine.close();
    } catch (SQLException e) {
      throw refused(file, name, e);
    }
  }
}
