package io.gongbi.dashboard;

import io.gongbi.calendar.Period;
import io.gongbi.fault.Faults;
import io.gongbi.insight.Insights;
import io.gongbi.insight.Kpi;
import io.gongbi.metric.Metrics;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;

/** Finds everything that is wrong with a board before it is saved. */
final class BoardCheck {
  static final int COLUMNS = 12;
  static final int MOST_TILES = 60;
  private static final int DEEPEST = 1_000;
  private static final int LONGEST = 1_100;
  private static final int LONGEST_TEXT = 2_000;

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
    board.filter().ifPresent(this::check);
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
    tile.rolling().ifPresent(r -> check(r, place + ".rolling"));
    if (tile.insight().isPresent() == tile.text().isPresent()
        || (tile.text().isPresent() && tile.rolling().isPresent()))
      faults.bad("dashboard.tile-matter", place, Map.of());
    tile.insight().ifPresent(i -> insights.check(i, place + ".insight", faults));
    tile.text()
        .map(t -> Math.max(t.zh().length(), t.en().length()))
        .filter(length -> length > LONGEST_TEXT)
        .ifPresent(
            length ->
                faults.bad("dashboard.tile-text", place + ".text", words(length, LONGEST_TEXT)));
  }

  private void check(Board.Filter filter) {
    if (filter.rolling().isPresent() && filter.period().isPresent())
      faults.bad("dashboard.filter-period", "filter.period", Map.of());
    filter.rolling().ifPresent(r -> check(r, "filter.rolling"));
    // Asked as any question about these days and customers is.
    var period = filter.period().orElseGet(BoardCheck::anyDay);
    insights.check(new Kpi(Metrics.REVENUE.id(), period, filter.who()), "filter", faults);
  }

  private static Period anyDay() {
    return new Period(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1));
  }

  private void check(Rolling rolling, String place) {
    if (rolling.last() < 1 || rolling.last() > LONGEST)
      faults.bad("dashboard.rolling", place + ".last", words(rolling.last(), LONGEST));
  }

  private static Map<String, String> words(int found, int most) {
    return Map.of("found", Integer.toString(found), "most", Integer.toString(most));
  }
}
