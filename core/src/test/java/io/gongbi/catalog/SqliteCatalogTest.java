package io.gongbi.catalog;

class SqliteCatalogTest extends CatalogContract {
  @Override
  protected CatalogEngine engine() {
    return CatalogEngine.SQLITE;
  }
}
