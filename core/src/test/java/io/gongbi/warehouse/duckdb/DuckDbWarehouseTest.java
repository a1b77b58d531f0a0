package io.gongbi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.WarehouseContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
