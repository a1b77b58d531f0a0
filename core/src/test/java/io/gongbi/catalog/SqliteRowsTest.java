package io.gongbi.catalog;

class SqliteRowsTest extends CatalogRowsContract {
  @Override
  protected CatalogEngine engine() {
    return CatalogEngine.SQLITE;
  }
}
