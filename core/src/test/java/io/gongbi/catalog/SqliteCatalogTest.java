package io.gongbi.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqliteCatalogTest extends CatalogContract {
  @Override
  protected CatalogEngine engine() {
    return CatalogEngine.SQLITE;
  }

  @Test
  void everyTable_isStrict() throws SQLException {
    var file = filled();
    try (var connection = new SqliteEngine(file).connect(false)) {
      assertThat(texts(connection, "select name from pragma_table_list where type = 'table'"))
          .contains("catalog_definition", "catalog_log", "catalog_mark", "catalog_migration");
      assertThat(
              texts(
                  connection,
                  """
                  select name
                  from pragma_table_list
                  where type = 'table'
                    and strict = 0
                    and name not like 'sqlite_%'
                  """))
          .isEmpty();
    }
  }

  /** 2 is full: one fsync a commit, before the commit returns. */
  @Test
  void connection_isDurableAndChecksItsKeys() throws SQLException {
    try (var connection = new SqliteEngine(filled()).connect(true)) {
      assertThat(texts(connection, "select synchronous from pragma_synchronous"))
          .containsExactly("2");
      assertThat(texts(connection, "select journal_mode from pragma_journal_mode"))
          .containsExactly("wal");
      assertThat(texts(connection, "select foreign_keys from pragma_foreign_keys"))
          .containsExactly("1");
    }
  }

  @Test
  void aFileThatIsNoDatabase_isDamaged() throws IOException {
    var file = folder.resolve("other.db");
    Files.write(file, "these are my notes, not a catalog. ".repeat(100).getBytes(UTF_8));
    assertThat(damage(file)).isEqualTo("catalog.damaged at " + file);
  }

  @Test
  void aFileWithOverwrittenPages_isDamaged() throws IOException {
    var file = filled();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[20_000]), channel.size() / 2);
    }
    assertThat(damage(file)).isEqualTo("catalog.damaged at " + file);
  }

  @Test
  void aFileThatWasCutShort_isDamaged() throws IOException {
    var file = filled();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    assertThat(damage(file)).isEqualTo("catalog.damaged at " + file);
  }

  @Test
  void aFolderThatDoesNotExist_isUnreachable() {
    var file = folder.resolve("nowhere/catalog.db");
    assertThat(damage(file)).isEqualTo("catalog.unreachable at " + file);
  }

  /** SQLite has no decimals: what would come back changed does not go in. */
  @Test
  void moreDigitsThanFifteen_areRefused() {
    var file = folder.resolve("digits.db");
    try (var catalog = Catalog.open(file, List.of(), Clock.systemUTC())) {
      var exact = new java.math.BigDecimal("12345678901.2345");
      var ask = Sql.of("select #x as x");
      assertThat(
              catalog.<Value>read(t -> t.query(ask.with("x", Value.of(exact))).only().value("x")))
          .isEqualTo(Value.of(exact));
      var wide = Value.of(new java.math.BigDecimal("12345678901234.5678"));
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class,
                  () -> catalog.read(t -> t.query(ask.with("x", wide)))))
          .hasMessageContaining("12345678901234.5678");
    }
  }

  private Path filled() {
    var file = folder.resolve("filled.db");
    var insert =
        Sql.of(
            """
            insert into catalog_mark (reader, position, marked_at)
            values (#reader, 1, '2026-01-31T00:00:00.000000Z')
            """);
    try (var catalog = Catalog.open(file, List.of(), Clock.systemUTC())) {
      List<Map<String, Value>> rows =
          IntStream.range(0, 5_000)
              .mapToObj(i -> Map.of("reader", Value.of("reader " + i)))
              .toList();
      catalog.run(t -> t.writeAll(insert, rows));
    }
    return file;
  }

  private static String damage(Path file) {
    var refusal =
        catchThrowableOfType(
            FaultException.class, () -> Catalog.open(file, List.of(), Clock.systemUTC()).close());
    assertThat(refusal.faults()).singleElement().isInstanceOf(Fault.Unavailable.class);
    var fault = refusal.faults().getFirst();
    return fault.code() + " at " + fault.words().get("file");
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) texts.add(result.getString(1));
    }
    return texts;
  }
}
