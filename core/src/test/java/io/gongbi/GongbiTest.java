package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Messages;
import io.gongbi.warehouse.Position;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can stand in the way of opening a data folder, each said so that an operator can act. */
final class GongbiTest {
  @TempDir Path folder;

  private void made() {
    Gongbi.open(folder, Clock.systemUTC()).close();
  }

  /** The one fault of opening, whose sentence must exist in both languages. */
  private Fault refused() {
    var fault =
        catchThrowableOfType(
                FaultException.class, () -> Gongbi.open(folder, Clock.systemUTC()).close())
            .faults()
            .getFirst();
    assertThat(Messages.knows(fault.code(), Locale.CHINESE)).isTrue();
    assertThat(Messages.knows(fault.code(), Locale.ENGLISH)).isTrue();
    assertThat(Messages.say(fault, Locale.CHINESE)).doesNotContain("{");
    return fault;
  }

  @Test
  void folder_isMade_andOpensAgain() {
    made();
    made();
    assertThat(folder.resolve("catalog.sqlite")).isRegularFile();
    assertThat(folder.resolve("gongbi.duckdb")).isRegularFile();
  }

  @Test
  void folder_isRefused_whileSomebodyElseHasItOpen() {
    var first = Gongbi.open(folder, Clock.systemUTC());
    assertThat(refused().code()).isEqualTo("folder.in-use");
    first.close();
    made();
  }

  @Test
  void folder_isRefused_whenItIsAFile() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "x");
    assertThat(refused().code()).isEqualTo("folder.unusable");
  }

  @Test
  void damagedWarehouse_isSaid() throws IOException {
    made();
    Files.writeString(folder.resolve("gongbi.duckdb"), "this is no warehouse ".repeat(1000));
    assertThat(refused().code()).isEqualTo("warehouse.damaged");
  }

  @Test
  void damagedCatalog_isSaid() throws IOException {
    made();
    var file = folder.resolve("catalog.sqlite");
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.allocate(2_000), 100);
    }
    assertThat(refused().code()).isEqualTo("catalog.damaged");
  }

  @Test
  void newerWarehouse_isLeftAlone() throws SQLException {
    made();
    execute(
        "jdbc:duckdb:" + folder.resolve("gongbi.duckdb"),
        "insert into warehouse.migration values ('trait/99', 1)");
    var fault = refused();
    assertThat(fault.code()).isEqualTo("store.from-newer-version");
    assertThat(fault.words().get("migrations")).isEqualTo("trait/99");
  }

  @Test
  void newerCatalog_isLeftAlone() throws SQLException {
    made();
    execute(
        "jdbc:sqlite:" + folder.resolve("catalog.sqlite"),
        "insert into catalog_migration select 'journey', 1, 'x', checksum, applied_at"
            + " from catalog_migration limit 1");
    assertThat(refused().code()).isEqualTo("store.from-newer-version");
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The catalog is replaced by an older one: the warehouse mirrors entries that it never had. */
  @Test
  void halfRestoredFolder_isRefused_withBothPositions() {
    try (var gongbi = Gongbi.open(folder, Clock.systemUTC());
        var write = gongbi.warehouse().write(Set.of("delivery"))) {
      write.mark("delivery.entry", new Position(12));
      write.commit();
    }
    var fault = refused();
    assertThat(fault.code()).isEqualTo("store.reader-ahead");
    assertThat(Messages.say(fault, Locale.ENGLISH)).contains("up to 12").contains("ends at 0");
  }

  @Test
  void halfRestoredFolder_isRefused_whenLandedRowsAreMissing() {
    try (var gongbi = Gongbi.open(folder, Clock.systemUTC());
        var write = gongbi.warehouse().write(Set.of("refresh"))) {
      write.mark("refresh.landed", new Position(1));
      write.commit();
    }
    assertThat(refused().words()).containsEntry("reached", "1").containsEntry("end", "0");
  }
}
