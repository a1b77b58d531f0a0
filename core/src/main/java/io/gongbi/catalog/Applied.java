package io.gongbi.catalog;

import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Migrations;
import java.util.Map;
import java.util.TreeMap;

/** The catalog's side of its migrations. */
record Applied(Engine engine, Transaction transaction) implements Migrations.Store {
  @Override
  public Map<String, Long> applied() {
    transaction.run(engine.declare(CatalogQuery.MIGRATION_TABLE));
    var applied = new TreeMap<String, Long>();
    transaction.query(CatalogQuery.migrations()).stream()
        .forEach(
            row ->
                applied.put(
                    row.text("concept") + "/" + row.whole("version"), row.whole("checksum")));
    return applied;
  }

  @Override
  public void apply(Migration migration, String text, long checksum) {
    transaction.run(engine.declare(text));
    transaction.write(CatalogQuery.migrated(migration, checksum, transaction.now()));
  }
}
