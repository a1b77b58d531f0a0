package io.gongbi.quality;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;

/** What has landed, and by which mapping it was cleaned last. */
final class FeedQuery {
  private FeedQuery() {}

  static Sql headings() {
    return Sql.of(
        """
        select h.source, h.feed, h.place, h.name
        from {source.heading} h
        order by h.source nulls last, h.feed nulls last, h.place nulls last
        """);
  }

  static Sql batches() {
    return Sql.of("select b.source, b.feed, b.batch from {source.batch} b");
  }

  static Sql cleaned() {
    return Sql.of("select f.source, f.feed, f.fingerprint from {quality.feed} f");
  }

  /** No row of a table, in its columns. */
  static Sql none(TableSpec table) {
    return Sql.of("select t.* from {" + table.name() + "} t where false");
  }
}
