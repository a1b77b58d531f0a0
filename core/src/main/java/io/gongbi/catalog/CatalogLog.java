package io.gongbi.catalog;

import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import java.util.List;

/** One log of the catalog as others follow it. */
record CatalogLog(Catalog catalog, String name) implements Feed<String> {
  @Override
  public List<Entry<String>> after(Position position, int limit) {
    return catalog.read(
        t ->
            t.query(CatalogQuery.after(name, position, limit)).stream()
                .map(r -> new Entry<>(new Position(r.whole("position")), r.text("body")))
                .toList());
  }

  @Override
  public Position end() {
    return catalog.read(
        t -> new Position(t.query(CatalogQuery.end(name)).only().whole("position")));
  }
}
