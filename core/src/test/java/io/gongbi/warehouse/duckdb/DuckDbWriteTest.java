package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.WriteContract;
import java.nio.file.Path;
import java.util.List;

final class DuckDbWriteTest extends WriteContract {
  @Override
  protected Warehouse open(Path folder, List<TableSpec> specs) {
    return DuckDbWarehouse.open(folder, specs, List.of(), DuckDbWarehouse.Settings.DEFAULT)
        .locked();
  }
}
