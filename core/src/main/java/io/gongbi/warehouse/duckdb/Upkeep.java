package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Migrations;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * What the store knows of itself: migrations applied, declarations of derived tables, columns of
 * tables made at run time, cursors of readers; and the function library, laid anew when its text
 * changed.
 */
final class Upkeep {
  static final Sql STALE = Sql.of("select table_name from {warehouse.derived} where stale");

  private final DuckDBConnection connection;
  private final DuckDbDialect dialect = new DuckDbDialect();

  Upkeep(DuckDBConnection connection) {
    this.connection = connection;
  }

  static Sql reached(String reader) {
    return Sql.of("select position from {warehouse.cursor} where reader = #reader")
        .with("reader", Value.of(reader));
  }

  /**
   * All in one transaction: a start that is broken off leaves the version before, and nobody waits
   * for the disk more than once.
   */
  void bring(List<TableSpec> specs, List<Migration> migrations, Path folder) throws SQLException {
    DuckDbWarehouse.run(connection, "begin");
    boolean good = false;
    try {
      lay(specs, migrations, folder);
      good = true;
    } finally {
      DuckDbWarehouse.run(connection, good ? "commit" : "rollback");
    }
  }

  private void lay(List<TableSpec> specs, List<Migration> migrations, Path folder)
      throws SQLException {
    runAll(resource("db/warehouse/own.duckdb.sql"));
    for (var concept : specs.stream().map(s -> s.name().concept()).distinct().toList()) {
      DuckDbWarehouse.run(connection, "create schema if not exists " + concept);
    }
    new Migrations("duckdb", migrations).bring(new Applied(), folder.toString());
    layFunctions(resource("db/warehouse/functions.duckdb.sql"));
    var standing = derivedFingerprints();
    for (var spec : specs) {
      if (spec.keeping() == TableSpec.Keeping.DERIVED) {
        if (!spec.fingerprint().equals(standing.remove(spec.name().toString()))) remake(spec);
      } else {
        checkKept(spec);
      }
    }
    for (var gone : standing.keySet()) {
      DuckDbWarehouse.run(
          connection, "drop table if exists " + dialect.physical(TableName.of(gone)));
      DuckDbWarehouse.run(
          connection,
          "delete from warehouse.derived where table_name = " + DuckDbDialect.quoted(gone));
    }
  }

  private void runAll(String statements) throws SQLException {
    for (var statement : statements.split(";\\s*\n")) {
      if (!statement.isBlank()) DuckDbWarehouse.run(connection, statement);
    }
  }

  /** Reading some fifty definitions takes longer than opening the store: only when they differ. */
  private void layFunctions(String library) throws SQLException {
    long checksum = Migrations.checksum(library);
    try (var statement = connection.createStatement();
        var laid =
            statement.executeQuery(
                "select count(*) from warehouse.library where checksum = " + checksum)) {
      if (laid.next() && laid.getLong(1) > 0) return;
    }
    runAll(library);
    DuckDbWarehouse.run(connection, "delete from warehouse.library");
    DuckDbWarehouse.run(connection, "insert into warehouse.library values (" + checksum + ")");
  }

  /** The empty table, and that it waits to be rebuilt. */
  private void remake(TableSpec spec) throws SQLException {
    var name = DuckDbDialect.quoted(spec.name().toString());
    DuckDbWarehouse.run(connection, "drop table if exists " + dialect.physical(spec.name()));
    DuckDbWarehouse.run(connection, create(spec, dialect.physical(spec.name())));
    DuckDbWarehouse.run(connection, "delete from warehouse.derived where table_name = " + name);
    DuckDbWarehouse.run(
        connection,
        "insert into warehouse.derived values ("
            + name
            + ", "
            + DuckDbDialect.quoted(spec.fingerprint())
            + ", true)");
  }

  String create(TableSpec spec, String physical) {
    return create(spec, physical, Set.of());
  }

  /** {@code unfilled}: columns without cells, see {@link Unfilled}. */
  String create(TableSpec spec, String physical, Set<String> unfilled) {
    return spec.columns().stream()
        .map(
            c -> {
              var type = dialect.type(c.type());
              return "  "
                  + c.name()
                  + " "
                  + type
                  + (unfilled.contains(c.name()) ? Unfilled.as(type) : "");
            })
        .collect(Collectors.joining(",\n", "create table " + physical + " (\n", "\n)"));
  }

  private void checkKept(TableSpec spec) throws SQLException {
    var found = new LinkedHashMap<String, ColumnType>();
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery("select * from " + dialect.physical(spec.name()) + " limit 0")) {
      Cells.columns(result).forEach(c -> found.put(c.name(), c.type()));
    }
    var declared = new LinkedHashMap<String, ColumnType>();
    spec.columns().forEach(c -> declared.put(c.name(), c.type()));
    if (!found.equals(declared)) {
      throw new IllegalStateException(
          spec.name() + " is declared as " + declared + " but its migrations made " + found);
    }
  }

  private Map<String, String> derivedFingerprints() throws SQLException {
    var found = new TreeMap<String, String>();
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery("select table_name, fingerprint from warehouse.derived")) {
      while (result.next()) found.put(result.getString(1), result.getString(2));
    }
    return found;
  }

  /** Declarations of tables that were made at run time by {@link DuckDbWrite#ensure}. */
  static List<TableSpec> dynamic(DuckDBConnection connection) throws SQLException {
    var columns = new LinkedHashMap<String, List<Column>>();
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select table_name, name, type, sensitivity from warehouse.made_column"
                    + " order by table_name, ordinal")) {
      while (result.next()) {
        columns
            .computeIfAbsent(result.getString(1), t -> new ArrayList<>())
            .add(
                new Column(
                    result.getString(2),
                    ColumnType.valueOf(result.getString(3)),
                    Sensitivity.valueOf(result.getString(4))));
      }
    }
    return columns.entrySet().stream()
        .map(e -> TableSpec.of(TableName.of(e.getKey()), TableSpec.Keeping.KEPT, e.getValue()))
        .toList();
  }

  private static String resource(String path) {
    try (var in = Upkeep.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("no resource " + path);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Applied implements Migrations.Store {
    @Override
    public Map<String, Long> applied() {
      var found = new TreeMap<String, Long>();
      try (var statement = connection.createStatement();
          var result = statement.executeQuery("select id, checksum from warehouse.migration")) {
        while (result.next()) found.put(result.getString(1), result.getLong(2));
        return found;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void apply(Migration migration, String text, long checksum) {
      try {
        DuckDbWarehouse.run(connection, text);
        DuckDbWarehouse.run(
            connection,
            "insert into warehouse.migration values ("
                + DuckDbDialect.quoted(migration.id())
                + ", "
                + checksum
                + ")");
      } catch (SQLException e) {
        throw new IllegalStateException("migration " + migration.id() + ": " + e.getMessage(), e);
      }
    }
  }
}
