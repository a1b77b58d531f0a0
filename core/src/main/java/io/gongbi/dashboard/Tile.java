package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.insight.Insight;
import java.util.Optional;

/**
 * One question on a board, drawn as {@code chart}, at a place of a grid of 12 columns.
 *
 * @param rolling where the question is about the latest days, instead of its own period
 */
public record Tile(
    String id,
    Label title,
    Insight insight,
    String chart,
    int x,
    int y,
    int w,
    int h,
    Optional<Rolling> rolling) {
  /** The tile with its question about the days that it means now. */
  Tile asOf(AsOf asOf) {
    return rolling
        .map(r -> new Tile(id, title, insight.during(r.period(asOf)), chart, x, y, w, h, rolling))
        .orElse(this);
  }
}
