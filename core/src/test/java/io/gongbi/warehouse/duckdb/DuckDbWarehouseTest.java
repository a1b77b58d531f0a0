package io.gongbi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Shortage;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.WarehouseContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DuckDbWarehouseTest extends WarehouseContract {
  @Override
  protected Warehouse open(Path folder, List<TableSpec> specs) {
    return DuckDbWarehouse.open(folder, specs, List.of(), DuckDbWarehouse.Settings.DEFAULT)
        .locked();
  }

  @Test
  void open_saysThatTheFileIsDamaged() throws Exception {
    Files.writeString(folder.resolve("gongbi.duckdb"), "this is no database".repeat(1000));
    assertThatThrownBy(() -> open(folder, List.of()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("warehouse.damaged");
  }

  /** Its checksums speak of blocks, which is no word about a lock. */
  @Test
  void open_saysThatTheFileIsDamaged_whenSomeBytesOfItAre() throws Exception {
    open(folder, List.of()).close();
    var file = folder.resolve("gongbi.duckdb");
    var bytes = Files.readAllBytes(file);
    for (int i = 0; i < 7; i++) bytes[i] ^= 0x55;
    Files.write(file, bytes);
    assertThatThrownBy(() -> open(folder, List.of()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("warehouse.damaged");
  }

  /** Lists cannot be put on disk: nine million numbers want more than 32 MB. */
  @Test
  void whatTakesTooMuchMemory_isToldFromABug() {
    var settings = new DuckDbWarehouse.Settings(Optional.of("32MB"), Optional.of(1));
    try (var warehouse = DuckDbWarehouse.open(folder, List.of(), List.of(), settings)) {
      var large =
          Sql.of("select max(length(l)) as n from (select list(i) as l from range(9000000) r(i))");
      assertThatThrownBy(() -> warehouse.query(large, View.everything()))
          .satisfies(e -> assertThat(Shortage.of(e)).contains(Shortage.MEMORY));
      assertThatThrownBy(() -> warehouse.query(Sql.of("select 1 / 'x' as n"), View.everything()))
          .satisfies(e -> assertThat(Shortage.of(e)).isEmpty());
    }
  }

  /** A text that somebody smuggled in reaches no file, and cannot open the door for the next. */
  @Test
  void locked_reachesNoFileButWhatCameIn() throws Exception {
    var secret = Files.writeString(folder.resolve("secret.csv"), "password\n");
    Files.createDirectories(folder.resolve("incoming"));
    var came = Files.writeString(folder.resolve("incoming/came.csv"), "row\n");
    try (var warehouse = open(folder, List.of())) {
      var allowed = Sql.of("select content from read_text('" + came + "')");
      assertThat(warehouse.query(allowed, View.everything()).only().text("content"))
          .isEqualTo("row\n");
      for (var smuggled :
          List.of(
              "select * from read_text('" + secret + "')",
              "copy (select 1) to '" + folder.resolve("out.csv") + "'",
              "attach '" + folder.resolve("other.duckdb") + "' as other",
              "set global enable_external_access = true",
              "set global allowed_directories = ['/']",
              "load httpfs")) {
        assertThatThrownBy(() -> warehouse.query(Sql.of(smuggled), View.everything()))
            .as(smuggled)
            .isInstanceOf(SqlFailure.class);
      }
    }
    assertThat(folder.resolve("out.csv")).doesNotExist();
    assertThat(folder.resolve("other.duckdb")).doesNotExist();
  }

  /**
   * 40 bytes a row, and too few rows for the engine to store them beside the log: two megabytes of
   * it, taken over once writers have paused.
   */
  @Test
  void log_isTakenOverLater_andWhatStandsInItIsThere() throws Exception {
    var log = folder.resolve("gongbi.duckdb.wal");
    var numbers = TableSpec.derived("demo.number", Column.open("n", ColumnType.TEXT));
    var rows =
        Sql.of(
            "select cast(r.n as varchar) || repeat('abcdefghij', 4) as n from range(50000) r(n)");
    try (var warehouse = open(folder, List.of(numbers))) {
      try (var write = warehouse.write(Set.of("demo"))) {
        write.replace(numbers, new Slice.Whole(), rows, View.everything());
        write.commit();
      }
      assertThat(Files.size(log)).isGreaterThan(1 << 20);
      for (int i = 0; i < 600 && Files.exists(log) && Files.size(log) > 0; i++) Thread.sleep(50);
      assertThat(Files.exists(log) ? Files.size(log) : 0).isZero();
      assertThat(
              warehouse
                  .query(Sql.of("select count(*) as n from {demo.number}"), View.everything())
                  .only()
                  .whole("n"))
          .isEqualTo(50_000);
    }
  }

  /** Questions about one customer skip most of a table that is sorted by customers. */
  @Test
  void sortedInsert_staysSorted() {
    var numbers = TableSpec.derived("demo.number", Column.open("n", ColumnType.WHOLE));
    var rows =
        Sql.of("select r.n * 7919 % 400009 as n from range(400000) r(n) order by 1 nulls last");
    try (var warehouse = open(folder, List.of(numbers))) {
      try (var write = warehouse.write(Set.of("demo"))) {
        write.replace(numbers, new Slice.Whole(), rows, View.everything());
        write.commit();
      }
      assertThat(
              warehouse
                  .query(
                      Sql.of(
                          """
                          select count(*) as misplaced
                          from (
                            select d.n, lag(d.n) over (order by d.rowid nulls last) as before
                            from {demo.number} d
                          ) p
                          where p.before > p.n
                          """),
                      View.everything())
                  .only()
                  .whole("misplaced"))
          .isZero();
    }
  }
}
