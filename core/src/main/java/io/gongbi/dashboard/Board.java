package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import java.util.List;

/** Questions that somebody looks at together. {@code id} is {@code overview}, {@code b1} … */
public record Board(String id, Label label, List<Tile> tiles) {
  public Board {
    tiles = List.copyOf(tiles);
  }

  Board asOf(AsOf asOf) {
    return new Board(id, label, tiles.stream().map(t -> t.asOf(asOf)).toList());
  }
}
