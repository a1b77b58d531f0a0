package io.gongbi.dashboard;

import io.gongbi.fault.Faults;
import io.gongbi.insight.Insights;
import java.util.HashSet;
import java.util.Map;

/** Finds everything that is wrong with a board before it is saved. */
final class BoardCheck {
  static final int COLUMNS = 12;
  static final int MOST_TILES = 60;
  private static final int DEEPEST = 1_000;
  private static final int LONGEST = 1_100;

  private final Insights insights;
  private final Faults faults = new Faults();

  BoardCheck(Insights insights) {
    this.insights = insights;
  }

  /** Throws everything at once. */
  void mustBeSound(Board board) {
    if (!board.id().matches("[a-z][a-z0-9_]{0,62}"))
      faults.bad("dashboard.id", "id", Map.of("id", board.id()));
    if (board.tiles().size() > MOST_TILES)
      faults.bad("dashboard.too-many-tiles", "tiles", words(board.tiles().size(), MOST_TILES));
    var ids = new HashSet<String>();
    for (int i = 0; i < board.tiles().size(); i++) {
      var tile = board.tiles().get(i);
      var place = "tiles[" + i + "]";
      if (tile.id().isBlank() || !ids.add(tile.id()))
        faults.bad("dashboard.tile-id", place + ".id", Map.of("id", tile.id()));
      check(tile, place);
    }
    faults.throwIfAny();
  }

  private void check(Tile tile, String place) {
    boolean fits =
        tile.x() >= 0
            && tile.y() >= 0
            && tile.w() >= 1
            && tile.h() >= 1
            && tile.x() + tile.w() <= COLUMNS
            && tile.y() <= DEEPEST
            && tile.h() <= DEEPEST;
    if (!fits)
      faults.bad("dashboard.tile-place", place, Map.of("columns", Integer.toString(COLUMNS)));
    if (!tile.chart().matches("[a-z][a-zA-Z]{0,39}"))
      faults.bad("dashboard.tile-chart", place + ".chart", Map.of("chart", tile.chart()));
    tile.rolling()
        .filter(r -> r.last() < 1 || r.last() > LONGEST)
        .ifPresent(
            r ->
                faults.bad("dashboard.rolling", place + ".rolling.last", words(r.last(), LONGEST)));
    insights.check(tile.insight(), place + ".insight", faults);
  }

  private static Map<String, String> words(int found, int most) {
    return Map.of("found", Integer.toString(found), "most", Integer.toString(most));
  }
}
