package io.gongbi.trait;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.List;

/** The history as a feed: the product itself reads it, so nothing is hidden. */
record TraitChanges(Warehouse warehouse) implements Feed<TraitChange> {
  @Override
  public String name() {
    return Traits.CHANGE.name().toString();
  }

  @Override
  public List<Entry<TraitChange>> after(Position position, int limit) {
    return warehouse.query(ChangeQuery.after(position.value(), limit), all()).stream()
        .map(TraitChanges::change)
        .map(c -> new Entry<>(c.position(), c))
        .toList();
  }

  @Override
  public Position end() {
    return new Position(warehouse.query(ChangeQuery.END, all()).only().whole("position"));
  }

  private View all() {
    return new Gate(warehouse).view(Viewer.system());
  }

  static TraitChange change(Row row) {
    return new TraitChange(
        new Position(row.whole("position")),
        new CustomerId(row.whole("customer_id")),
        new TraitId(row.text("trait_id")),
        row.textIfAny("before"),
        row.textIfAny("after"),
        row.moment("happened_at"),
        Cause.parse(row.text("cause")));
  }
}
