package io.gongbi.catalog;

class PostgresqlRowsTest extends CatalogRowsContract {
  @Override
  protected CatalogEngine engine() {
    return CatalogEngine.POSTGRESQL;
  }
}
