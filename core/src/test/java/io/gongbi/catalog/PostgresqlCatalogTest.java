package io.gongbi.catalog;

class PostgresqlCatalogTest extends CatalogContract {
  @Override
  protected CatalogEngine engine() {
    return CatalogEngine.POSTGRESQL;
  }
}
