package io.gongbi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Kpi;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.FieldKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the tiles of a ready board come to lie, on a board of 12 columns. */
final class LayoutTest {
  private static final AsOf MARCH_31 =
      AsOf.endOf(LocalDate.parse("2026-03-30"), ZoneId.of("Asia/Shanghai"));
  private static final Rolling WEEK = new Rolling(7, Grain.DAY);

  private static void half(Layout layout, String id) {
    var provinces = Breakdown.by(FieldKey.of("customer.province"));
    layout.half(id, Label.typed(id), provinces, "mapCustomers");
  }

  /**
   * <pre>
   * y 0  words words words words
   * y 1  a     b     c     d       figures: 3 wide, 2 high
   * y 3  e
   * y 5  left        right         halves: 6 wide, 4 high; none fits beside e, which is lower
   * y 9  last
   * </pre>
   */
  @Test
  void tiles_flowFromLeftToRight_andARowIsOfOneHeight() {
    var layout = new Layout(MARCH_31);
    layout.words("words", Label.typed("words"), Label.typed("read"));
    for (var id : new String[] {"a", "b", "c", "d", "e"}) layout.figure(id, Metrics.REVENUE, WEEK);
    half(layout, "left");
    half(layout, "right");
    half(layout, "last");

    assertThat(layout.done())
        .extracting(t -> "%s %d,%d %d×%d".formatted(t.id(), t.x(), t.y(), t.w(), t.h()))
        .containsExactly(
            "words 0,0 12×1",
            "a 0,1 3×2",
            "b 3,1 3×2",
            "c 6,1 3×2",
            "d 9,1 3×2",
            "e 0,3 3×2",
            "left 0,5 6×4",
            "right 6,5 6×4",
            "last 0,9 6×4");
  }

  /** Seven days before the morning of 31 March: the 24th to the 30th. */
  @Test
  void rollingTile_asksAboutTheDaysThatItMeansNow() {
    var layout = new Layout(MARCH_31);
    layout.figure("revenue", Metrics.REVENUE, WEEK);
    layout.half(
        "rfm", Label.typed("rfm"), Breakdown.by(FieldKey.of("customer.level")), "revenue", WEEK);

    var week = new Period(LocalDate.parse("2026-03-24"), LocalDate.parse("2026-03-31"));
    assertThat(layout.done().get(0).insight())
        .contains(new Kpi(Metrics.REVENUE.id(), week, Optional.empty()));
    assertThat(layout.done().get(0).title()).isEqualTo(Metrics.REVENUE.label());
    assertThat(layout.done().get(1).insight())
        .contains(Breakdown.by(FieldKey.of("customer.level")).during(week));
    assertThat(layout.done().get(1).rolling()).contains(WEEK);
  }
}
