package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.insight.Insight;
import java.util.Optional;

/**
 * One question on a board, drawn as {@code chart}, at a place of a grid of 12 columns; or words in
 * its place, which say what the tiles beside them are about.
 *
 * @param insight the question; this, or {@code text}, never both
 * @param rolling where the question is about the latest days, instead of its own period
 * @param text a paragraph under the title
 */
public record Tile(
    String id,
    Label title,
    Optional<Insight> insight,
    String chart,
    int x,
    int y,
    int w,
    int h,
    Optional<Rolling> rolling,
    Optional<Label> text) {
  /** How words are drawn. */
  public static final String TEXT = "text";

  public static Tile asking(
      String id,
      Label title,
      Insight insight,
      String chart,
      int x,
      int y,
      int w,
      int h,
      Optional<Rolling> rolling) {
    return new Tile(id, title, Optional.of(insight), chart, x, y, w, h, rolling, Optional.empty());
  }

  public static Tile saying(String id, Label title, Label text, int x, int y, int w, int h) {
    return new Tile(
        id, title, Optional.empty(), TEXT, x, y, w, h, Optional.empty(), Optional.of(text));
  }

  /** The tile with its question about the days that it means now. */
  Tile asOf(AsOf asOf) {
    if (rolling.isEmpty() || insight.isEmpty()) return this;
    var now = insight.get().during(rolling.get().period(asOf));
    return new Tile(id, title, Optional.of(now), chart, x, y, w, h, rolling, text);
  }
}
