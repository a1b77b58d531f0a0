package io.gongbi.dashboard;

import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Questions that somebody looks at together. {@code id} is {@code overview}, {@code b1} …
 *
 * <p>Everybody opens every board, and a board is its maker's: Lin made b1, so Lin and
 * administrators rename, overwrite and delete it, while Chen, who may make boards, keeps a copy as
 * a board of her own. The ready boards are the product's, and so the administrators'.
 *
 * @param filter what all of its tiles are about when it is opened
 * @param maker whose it is; nobody's before it is saved
 */
public record Board(
    String id, Label label, List<Tile> tiles, Optional<Filter> filter, Optional<UserId> maker) {
  public Board {
    tiles = List.copyOf(tiles);
    filter = filter.filter(f -> !f.equals(Filter.NONE));
  }

  public Board(String id, Label label, List<Tile> tiles) {
    this(id, label, tiles, Optional.empty());
  }

  public Board(String id, Label label, List<Tile> tiles, Optional<Filter> filter) {
    this(id, label, tiles, filter, Optional.empty());
  }

  /** Whether the viewer may rename, overwrite and delete it. */
  public boolean isChangeableBy(Viewer viewer) {
    var rights = viewer.role().rights();
    return rights.contains(Right.DEFINE)
        && (rights.contains(Right.ADMIN) || maker.filter(viewer.user()::equals).isPresent());
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
    return new Board(id, label, tiles.stream().map(t -> t.asOf(asOf)).toList(), filter, maker);
  }
}
