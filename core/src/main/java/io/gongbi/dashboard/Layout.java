package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Kpi;
import io.gongbi.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts tiles down as one writes: from left to right, and in a new row where one does not fit. */
final class Layout {
  private static final int FIGURE = 3;
  private static final int FIGURE_HEIGHT = 2;
  private static final int HALF = 6;
  private static final int HEIGHT = 4;

  private final AsOf asOf;
  private final List<Tile> tiles = new ArrayList<>();
  private int x;
  private int y;
  private int rowHeight;

  Layout(AsOf asOf) {
    this.asOf = asOf;
  }

  /** One number of the latest days, called by its metric: the days may be chosen otherwise. */
  void figure(String id, Metric metric, Rolling rolling) {
    place(FIGURE, FIGURE_HEIGHT);
    var kpi = new Kpi(metric.id(), rolling.period(asOf), Optional.empty());
    tiles.add(
        Tile.asking(
            id, metric.label(), kpi, "number", x, y, FIGURE, FIGURE_HEIGHT, Optional.of(rolling)));
    x += FIGURE;
  }

  /** A chart, half of the board wide, of how things stand whatever the days. */
  void half(String id, Label title, Insight insight, String chart) {
    half(id, title, insight, chart, Optional.empty());
  }

  /** The same of a question that is asked about days that roll. */
  void half(String id, Label title, Insight insight, String chart, Rolling rolling) {
    half(id, title, insight.during(rolling.period(asOf)), chart, Optional.of(rolling));
  }

  private void half(
      String id, Label title, Insight insight, String chart, Optional<Rolling> rolling) {
    place(HALF, HEIGHT);
    tiles.add(Tile.asking(id, title, insight, chart, x, y, HALF, HEIGHT, rolling));
    x += HALF;
  }

  void words(String id, Label title, Label text) {
    place(BoardCheck.COLUMNS, 1);
    tiles.add(Tile.saying(id, title, text, x, y, BoardCheck.COLUMNS, 1));
    x += BoardCheck.COLUMNS;
  }

  /** A row holds tiles of one height. */
  private void place(int width, int height) {
    if (x + width > BoardCheck.COLUMNS || (x > 0 && height != rowHeight)) {
      x = 0;
      y += rowHeight;
    }
    rowHeight = height;
  }

  List<Tile> done() {
    return List.copyOf(tiles);
  }
}
