package io.gongbi.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Gate;
import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Conditions;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.Standard;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages by the rhythm of others, as of 2026-03-15. */
final class LifecycleTest {
  private static final AsOf AS_OF =
      AsOf.endOf(LocalDate.parse("2026-03-14"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;
  private TestShop shop;

  /**
   * Days before the as-of day: 2 bought 45, 35, 25 and 5 days ago (gaps 10, 10, 20), 3 bought 75,
   * 65 and 45 days ago (10, 20), 7 bought 12 and 2 days ago (10); 4, 5 and 6 once each, 30, 10 and
   * 15 days ago; 1 never. Gaps: 10 four times, 20 twice; median 10, 80th percentile 20. Purchase
   * days 1, 1, 1, 2, 3, 4: the top quarter begins at 2.75.
   */
  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1
        customer_id=2
        customer_id=3
        customer_id=4
        customer_id=5
        customer_id=6
        customer_id=7
        """);
    shop.orders(
        """
        customer_id=2 kind=sale day=2026-01-29 amount=10
        customer_id=2 kind=sale day=2026-02-08 amount=10
        customer_id=2 kind=sale day=2026-02-18 amount=10
        customer_id=2 kind=sale day=2026-03-10 amount=10
        customer_id=3 kind=sale day=2025-12-30 amount=10
        customer_id=3 kind=sale day=2026-01-09 amount=10
        customer_id=3 kind=sale day=2026-01-29 amount=10
        customer_id=4 kind=sale day=2026-02-13 amount=10
        customer_id=5 kind=sale day=2026-03-05 amount=10
        customer_id=5 kind=return day=2026-03-07 amount=-10
        customer_id=6 kind=sale day=2026-02-28 amount=10
        customer_id=7 kind=sale day=2026-03-03 amount=10
        customer_id=7 kind=sale day=2026-03-13 amount=10
        """);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private List<String> stages(TagRule.Lifecycle rule) {
    var ground = new Conditions(shop.warehouse, shop.traits, new Standard()).ground();
    return shop.rows(TagQuery.rows(rule, AS_OF, ground), View.everything()).stream()
        .sorted()
        .toList();
  }

  private static TagRule.Lifecycle withLeast(int gaps) {
    return new TagRule.Lifecycle(50, 80, new BigDecimal(2), 25, gaps);
  }

  /**
   * 3 was silent for 45 days, more than twice 20; 4 for 30; 6 for 15, later than new, not yet at
   * risk.
   */
  @Test
  void stages_followTheRhythm() {
    assertThat(stages(withLeast(6)))
        .containsExactly(
            "1 registered", "2 loyal", "3 lost", "4 at_risk", "5 new", "6 unsure", "7 growing");
  }

  @Test
  void stages_areUnknown_whereTooFewBoughtAgain() {
    assertThat(stages(withLeast(7)))
        .containsExactly(
            "1 registered", "2 unsure", "3 unsure", "4 unsure", "5 unsure", "6 unsure", "7 unsure");
  }

  /**
   * Customers of tea, 2 and 7, wait 10, 10, 20 and 10 days: median 10, 80th percentile 14. 4 buys
   * tea too: after 30 days of silence, more than twice 14, it is lost, as 3 is by the lines of all.
   */
  @Test
  void category_hasItsOwnRhythm_whereItHasEnoughGaps() {
    shop.put(
        ProfileTables.ITEM,
        """
        customer_id=2 kind=sale day=2026-03-10 category=tea
        customer_id=4 kind=sale day=2026-02-13 category=tea
        customer_id=7 kind=sale day=2026-03-13 category=tea
        customer_id=3 kind=sale day=2026-01-29 category=pots
        """);
    assertThat(stages(withLeast(4)))
        .containsExactly(
            "1 registered", "2 loyal", "3 lost", "4 lost", "5 new", "6 unsure", "7 growing");
  }

  /**
   * All six gaps are 10, 10, 10, 10, 20, 20: median 10, 80th percentile 20. Tea has 10, 10, 10, 20:
   * 10 and 14; pots 10, 20: 15 and 18, but too few for lines of its own.
   */
  @Test
  void rhythm_isWhatTheLinesAreMadeOf() {
    shop.put(
        ProfileTables.ITEM,
        """
        customer_id=2 kind=sale day=2026-03-10 category=tea
        customer_id=7 kind=sale day=2026-03-13 category=tea
        customer_id=3 kind=sale day=2026-01-29 category=pots
        """);
    var conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
    var rhythm =
        new PreviewReading(shop.warehouse, conditions, new Gate(shop.warehouse))
            .rhythm(withLeast(4), AS_OF);
    // Between two gaps the engine interpolates: 14 may come as 14.000000000000004.
    assertThat(rhythm)
        .usingRecursiveComparison()
        .withComparatorForType(new DoubleComparator(1e-9), Double.class)
        .isEqualTo(
            new Rhythm(
                AS_OF,
                Optional.of(new Rhythm.Line(Optional.empty(), 6, true, 10, 20, 40)),
                List.of(
                    new Rhythm.Line(Optional.of("tea"), 4, true, 10, 14, 28),
                    new Rhythm.Line(Optional.of("pots"), 2, false, 15, 18, 36)),
                Optional.of(2.75),
                false));
  }

  @Test
  void rhythm_isEmpty_whereNobodyBoughtAgain() {
    shop.orders("customer_id=4 kind=sale day=2026-02-13 amount=10");
    var conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
    var rhythm =
        new PreviewReading(shop.warehouse, conditions, new Gate(shop.warehouse))
            .rhythm(withLeast(4), AS_OF);
    assertThat(rhythm)
        .isEqualTo(new Rhythm(AS_OF, Optional.empty(), List.of(), Optional.of(1.0), false));
  }
}
