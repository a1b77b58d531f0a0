package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.cautions;
import static io.gongbi.insight.Analyst.period;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.insight.Distribution.Spread;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann (1) bought on 1, 4 and 14 March for 10, 30 and 40, on the 4th twice more for 5; Bo (2) on 2
 * and 3 March for 100 and 20; Cy (3) never; nobody known for 7.
 */
final class DistributionTest {
  @TempDir Path folder;
  private Analyst analyst;

  @BeforeEach
  void open() {
    analyst =
        new Analyst(
            new TestShop(folder)
                .customers(
                    """
                    customer_id=1 city=上海
                    customer_id=2 city=北京
                    customer_id=3 city=上海
                    """)
                .orders(
                    """
                    customer_id=1 kind=sale   day=2026-03-01 amount=10
                    customer_id=1 kind=sale   day=2026-03-04 amount=30
                    customer_id=1 kind=sale   day=2026-03-04 amount=5
                    customer_id=1 kind=return day=2026-03-05 amount=-5
                    customer_id=1 kind=sale   day=2026-03-14 amount=40
                    customer_id=2 kind=sale   day=2026-03-02 amount=100
                    customer_id=2 kind=sale   day=2026-03-03 amount=20
                                  kind=sale   day=2026-03-03 amount=7
                    """));
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  private static Distribution of(Spread spread) {
    return new Distribution(spread, Optional.empty(), Optional.empty());
  }

  /** Gaps of 3, 10 and 1 days; the 95th percentile is 9.3, so bins are of one day. */
  @Test
  void daysBetween_areOfPurchaseDaysThatFollowOneAnother() {
    var answer = analyst.ask(of(Spread.DAYS_BETWEEN), LATER);
    assertThat(TestShop.shown(answer.table()))
        .hasSize(10)
        .contains("1.0 2.0 1 1 0.3333333333333333", "3.0 4.0 1 1 0.3333333333333333")
        .endsWith("10.0 - 1 1 0.3333333333333333");
    var figures = answer.figures().orElseThrow().only();
    assertThat(figures.whole("count")).isEqualTo(3);
    assertThat(figures.whole("customers")).isEqualTo(2);
    assertThat(figures.real("median")).isEqualTo(3);
    assertThat(figures.real("least")).isEqualTo(1);
    assertThat(figures.real("most")).isEqualTo(10);
    assertThat(cautions(answer)).containsExactly("insight.few-counted");
  }

  /** Ann 85, Bo 120: the mean is 102.5, as is the median; 120 / 12 makes steps of 10. */
  @Test
  void spent_isOfBuyers_inRoundBins() {
    var answer = analyst.ask(of(Spread.SPENT), LATER);
    assertThat(TestShop.shown(answer.table()))
        .startsWith("0.0 10.0 0 0 0.0")
        .contains("80.0 90.0 1 1 0.5")
        .endsWith("120.0 - 1 1 0.5");
    assertThat(answer.figures().orElseThrow().only().real("mean")).isEqualTo(102.5);
  }

  @Test
  void ordersAndDays_areCounted() {
    assertThat(analyst.rows(of(Spread.ORDERS), LATER)).contains("4.0 - 1 1 0.5", "2.0 3.0 1 1 0.5");
    assertThat(analyst.rows(of(Spread.PURCHASE_DAYS), LATER))
        .containsExactly("1.0 2.0 0 0 0.0", "2.0 3.0 1 1 0.5", "3.0 - 1 1 0.5");
  }

  @Test
  void ofThePeriod_whereThereIsOne() {
    var days = of(Spread.ORDERS).during(period("2026-03-03", "2026-03-05"));
    assertThat(analyst.rows(days, LATER)).containsExactly("1.0 2.0 1 1 0.5", "2.0 - 1 1 0.5");
  }

  @Test
  void nothing_hasNoBins() {
    var before = of(Spread.DAYS_SINCE).during(period("2025-03-03", "2025-03-05"));
    assertThat(analyst.rows(before, LATER)).isEmpty();
  }

  @Test
  void everyBin_opensIntoItsCustomers() {
    assertThat(members(Spread.SPENT, 80, 90)).containsExactly(1L);
    var open =
        new Mark(
            "customers", Map.of("since", Value.of(new BigDecimal(10)), "until", Value.missing()));
    assertThat(analyst.members(of(Spread.DAYS_BETWEEN), open, LATER)).containsExactly(1L);
    assertThat(analyst.members(of(Spread.SPENT), open, LATER)).containsExactly(1L, 2L);
  }

  private java.util.Set<Long> members(Spread spread, int since, int until) {
    var at =
        Map.of("since", Value.of(new BigDecimal(since)), "until", Value.of(new BigDecimal(until)));
    return analyst.members(of(spread), new Mark("customers", at), LATER);
  }

  @Test
  void scopedViewer_seesOnlyHisCustomers() {
    var answer = analyst.insights.answer(of(Spread.SPENT), LATER, Analyst.of("北京"));
    assertThat(answer.figures().orElseThrow().only().real("mean")).isEqualTo(120);
  }

  @Test
  void text_isTheGoldenOne() {
    assertThat(analyst.ask(of(Spread.DAYS_BETWEEN), LATER).sql())
        .isEqualTo(Analyst.golden("distribution-days-between.sql"));
  }
}
