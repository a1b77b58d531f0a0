package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Questions that somebody looks at together. {@code id} is {@code overview}, {@code b1} …
 *
 * @param filter what all of its tiles are about when it is opened
 */
public record Board(String id, Label label, List<Tile> tiles, Optional<Filter> filter) {
  public Board {
    tiles = List.copyOf(tiles);
    filter = filter.filter(f -> !f.equals(Filter.NONE));
  }

  public Board(String id, Label label, List<Tile> tiles) {
    this(id, label, tiles, Optional.empty());
  }

  /**
   * Days and customers that all tiles are about: instead of the days of each, and within the
   * customers of each. A tile about women, on a board about 上海, is about women in 上海.
   *
   * @param rolling the latest days; these, or {@code period}, never both
   */
  public record Filter(
      Optional<Rolling> rolling, Optional<Period> period, Optional<Condition> who) {
    static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  Board asOf(AsOf asOf) {
    return new Board(id, label, tiles.stream().map(t -> t.asOf(asOf)).toList(), filter);
  }
}
