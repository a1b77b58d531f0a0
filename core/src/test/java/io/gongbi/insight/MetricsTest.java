package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.asOf;
import static io.gongbi.insight.Analyst.cautions;
import static io.gongbi.insight.Analyst.golden;
import static io.gongbi.insight.Analyst.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.calendar.Period;
import io.gongbi.calendar.Versus;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.MetricId;
import io.gongbi.metric.Metrics;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.FieldKey;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann (1, 上海) bought in February for 100 (2 pieces, online) and in March on the 3rd for 120 (3
 * pieces, online) and on the 20th for 30 (in store). Bo (2, 北京) bought first on 14 March, twice:
 * for 80 (1 piece) and 20 (no pieces known), both in store. Nobody known bought on 15 March for 50
 * (1 piece, in store). Cy (3, 上海) looked around in March, and was sent a message in April.
 */
final class MetricsTest {
  private static final Versus BEFORE = new Versus.PrecedingBucket();
  private static final Period MARCH = period("2026-03-01", "2026-04-01");
  private static final Split CHANNEL = Split.by(FieldKey.of("order.channel"));
  private static final Split CITY = Split.by(FieldKey.of("customer.city"));

  @TempDir Path folder;
  private Analyst analyst;

  @BeforeEach
  void open() {
    analyst =
        new Analyst(
            new TestShop(folder)
                .customers(
                    """
                    customer_id=1 city=上海 first_order_day=2026-02-10
                    customer_id=2 city=北京 first_order_day=2026-03-14
                    customer_id=3 city=上海
                    """)
                .orders(
                    """
                    customer_id=1 order_key=a kind=sale day=2026-02-10 amount=100 items=2 channel=online
                    customer_id=1 order_key=b kind=sale day=2026-03-03 amount=120 items=3 channel=online
                    customer_id=1 order_key=c kind=sale day=2026-03-20 amount=30          channel=store
                    customer_id=2 order_key=d kind=sale day=2026-03-14 amount=80  items=1 channel=store
                    customer_id=2 order_key=e kind=sale day=2026-03-14 amount=20          channel=store
                                  order_key=f kind=sale day=2026-03-15 amount=50  items=1 channel=store
                    """)
                .put(
                    ProfileTables.ITEM,
                    """
                    customer_id=1 source=s order_key=b kind=sale day=2026-03-03 quantity=1 amount=90 category=tea
                    customer_id=1 source=s order_key=b kind=sale day=2026-03-03 quantity=2 amount=30 category=cup
                    customer_id=2 source=s order_key=d kind=sale day=2026-03-14 quantity=1 amount=70 category=cup
                    """)
                .events(
                    """
                    customer_id=1 name=paid    day=2026-03-03
                    customer_id=2 name=paid    day=2026-03-14
                    customer_id=3 name=viewed  day=2026-03-05
                    customer_id=3 name=sent    day=2026-04-05
                    """));
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  private static Trend monthly(String metric, Optional<Split> split) {
    return new Trend(
        new MetricId(metric), Grain.MONTH, MARCH, Optional.of(BEFORE), Optional.empty(), split);
  }

  private String march(String metric) {
    var rows = analyst.rows(monthly(metric, Optional.empty()), LATER);
    assertThat(rows).hasSize(1);
    return rows.getFirst().substring("2026-03-01 ".length());
  }

  /** Value, that of February, change, running, anonymous; of a ratio what it was divided by. */
  @Test
  void everyMetric_isThatOfItsDefinition() {
    assertThat(march("identifiedRevenue")).isEqualTo("250 100 1.5 false 0");
    assertThat(march("items")).isEqualTo("5 2 1.5 false 1");
    assertThat(march("newCustomers")).isEqualTo("1 1 0.0 false 0");
    assertThat(march("repeatBuyers")).isEqualTo("1 0 - false 0");
    assertThat(march("activeCustomers")).isEqualTo("3 0 - false 0");
  }

  @Test
  void ratio_isOneMetricForEachOfAnother_andARateMovesByPoints() {
    assertThat(march("spendPerBuyer")).isEqualTo("125.0 100.0 0.25 false 0 2");
    assertThat(march("orderValue")).isEqualTo("60.0 100.0 -0.4 false 0 5");
    // Five pieces in the three orders that have lines.
    assertThat(march("itemsPerOrder")).startsWith("1.6666666666666667 2.0 ").endsWith(" false 0 3");
    assertThat(march("repurchaseRate")).isEqualTo("0.5 0.0 0.5 false 0 2");
    assertThat(march("identifiedShare"))
        .startsWith("0.8333333333333334 1.0 -0.1666")
        .endsWith(" false 0 300");
    var answer = analyst.ask(monthly("orderValue", Optional.empty()), LATER);
    assertThat(cautions(answer)).contains("insight.few-behind");
  }

  /** In May nothing was bought: there is no average of nothing, and nothing to compare it with. */
  @Test
  void ratioOfNothing_isMissing() {
    var may =
        new Trend(
            new MetricId("orderValue"),
            Grain.MONTH,
            period("2026-05-01", "2026-06-01"),
            Optional.of(BEFORE),
            Optional.empty());
    assertThat(analyst.rows(may, LATER)).containsExactly("2026-05-01 - - - false 0 0");
  }

  @Test
  void everyNumber_opensIntoThoseWhomItCounts() {
    assertThat(members("newCustomers")).containsExactly(2L);
    assertThat(members("repeatBuyers")).containsExactly(1L);
    assertThat(members("repurchaseRate")).containsExactly(1L);
    assertThat(members("orderValue")).containsExactly(1L, 2L);
    assertThat(members("activeCustomers")).containsExactly(1L, 2L, 3L);
    for (var metric : Metrics.SHIPPED)
      assertThat(analyst.ask(monthly(metric.id().value(), Optional.of(CITY)), LATER).table().size())
          .isPositive();
  }

  private java.util.Set<Long> members(String metric) {
    var mark = Analyst.mark("value", "bucket", Value.of("2026-03-01"));
    return analyst.members(monthly(metric, Optional.empty()), mark, LATER);
  }

  /** The store sold 30, 80, 20 and 50 in March, of which 50 to nobody known; online 120. */
  @Test
  void split_tellsTheBarsApart_theLargestFirst() {
    assertThat(analyst.rows(monthly("revenue", Optional.of(CHANNEL)), LATER))
        .containsExactly(
            "2026-03-01 store false 180 0 - false 50",
            "2026-03-01 online false 120 100 0.2 false 0");
    assertThat(analyst.rows(monthly("revenue", Optional.of(CITY)), LATER))
        .containsExactly(
            "2026-03-01 上海 false 150 100 0.5 false 0",
            "2026-03-01 北京 false 100 0 - false 0",
            "2026-03-01 - false 50 0 - false 50");
    assertThat(analyst.rows(monthly("repeatBuyers", Optional.of(CHANNEL)), LATER))
        .as("Ann bought once in each channel")
        .containsExactly(
            "2026-03-01 store false 0 0 - false 0", "2026-03-01 online false 0 0 - false 0");
  }

  @Test
  void split_opensPartByPart() {
    var revenue = monthly("revenue", Optional.of(CHANNEL));
    assertThat(analyst.members(revenue, part("value", "store"), LATER)).containsExactly(1L, 2L);
    assertThat(analyst.members(revenue, part("value", "online"), LATER)).containsExactly(1L);
    assertThat(analyst.members(revenue, part("previous", "online"), LATER)).containsExactly(1L);
    assertThat(analyst.members(revenue, part("previous", "store"), LATER)).isEmpty();
  }

  private static Mark part(String column, String part) {
    return new Mark(
        column,
        Map.of("bucket", Value.of("2026-03-01"), "part", Value.of(part), "rest", Value.of(false)));
  }

  /** Orders know no category, their goods do: 90 of tea, 30 and 70 of cups, in one order each. */
  @Test
  void byCategory_goodsCount() {
    var category = Optional.of(Split.by(FieldKey.of("item.category")));
    assertThat(analyst.rows(monthly("revenue", category), LATER))
        .containsExactly(
            "2026-03-01 cup false 100 0 - false 0", "2026-03-01 tea false 90 0 - false 0");
    assertThat(analyst.rows(monthly("orders", category), LATER))
        .containsExactly(
            "2026-03-01 cup false 2 0 - false 0", "2026-03-01 tea false 1 0 - false 0");
    assertThat(analyst.rows(monthly("items", category), LATER))
        .containsExactly(
            "2026-03-01 cup false 3 0 - false 0", "2026-03-01 tea false 1 0 - false 0");
    assertThat(cautions(analyst.ask(monthly("orders", category), LATER)))
        .contains("insight.goods-only");
    assertThat(faults(monthly("itemsPerOrder", category)))
        .containsExactly("split.field insight.split-metric");
    assertThat(faults(monthly("revenue", Optional.of(Split.by(FieldKey.of("order.status"))))))
        .containsExactly("split.field insight.unknown-field");
  }

  private List<String> faults(Insight question) {
    var thrown = catchThrowableOfType(FaultException.class, () -> analyst.ask(question, LATER));
    return thrown.faults().stream().map(f -> f.place() + " " + f.code()).toList();
  }

  /** Nine cities, of which the two smallest stand together. */
  @Test
  void smallParts_standTogether() {
    var customers = new StringBuilder();
    var orders = new StringBuilder();
    for (int i = 1; i <= 9; i++) {
      customers.append("customer_id=%d city=c%d\n".formatted(i, i));
      orders.append("customer_id=%d kind=sale day=2026-03-03 amount=%d\n".formatted(i, 10 * i));
    }
    analyst.shop.customers(customers.toString()).orders(orders.toString());
    var rows = analyst.rows(monthly("revenue", Optional.of(CITY)), LATER);
    assertThat(rows)
        .hasSize(8)
        .startsWith("2026-03-01 c9 false 90 0 - false 0")
        .endsWith("2026-03-01 - true 30 0 - false 0");
    var rest =
        new Mark(
            "value",
            Map.of(
                "bucket", Value.of("2026-03-01"), "part", Value.missing(), "rest", Value.of(true)));
    assertThat(analyst.members(monthly("revenue", Optional.of(CITY)), rest, LATER))
        .containsExactly(1L, 2L);
  }

  /** As of 15 March, noon: March so far is 220, of February until the 15th, noon, 100. */
  @Test
  void kpi_isOneNumber_besideTheMonthAndTheYearBefore() {
    var kpi = new Kpi(new MetricId("revenue"), MARCH, Optional.empty());
    assertThat(analyst.rows(kpi, LATER)).containsExactly("2026-03-01 300 100 2.0 false 50 0 -");
    assertThat(analyst.rows(kpi, asOf("2026-03-15T04:00:00Z")))
        .containsExactly("2026-03-01 220 100 1.2 true 0 0 -");
    var year =
        new Kpi(new MetricId("revenue"), period("2027-02-01", "2027-03-01"), Optional.empty());
    assertThat(analyst.rows(year, asOf("2027-06-01T00:00:00Z")))
        .containsExactly("2027-02-01 0 0 - false 0 100 -1.0");
    var mark = Analyst.mark("yearAgo", "bucket", Value.of("2027-02-01"));
    assertThat(analyst.members(year, mark, asOf("2027-06-01T00:00:00Z"))).containsExactly(1L);
    var before = Analyst.mark("previous", "bucket", Value.of("2026-03-01"));
    assertThat(analyst.members(kpi, before, LATER)).containsExactly(1L);
    // A period that has not begun has no number.
    assertThat(analyst.rows(kpi, asOf("2026-02-15T04:00:00Z"))).isEmpty();
  }

  @Test
  void scopedViewer_seesOnlyHisCustomers() {
    assertThat(analyst.rows(monthly("revenue", Optional.of(CHANNEL)), LATER, Analyst.of("北京")))
        .containsExactly("2026-03-01 store false 100 0 - false 0");
    assertThat(analyst.rows(monthly("newCustomers", Optional.empty()), LATER, Analyst.of("上海")))
        .containsExactly("2026-03-01 0 1 -1.0 false 0");
  }

  @Test
  void everyMetric_saysHowItIsReckoned() {
    assertThat(Metrics.ORDER_VALUE.reckoned().zh()).isEqualTo("销售额 ÷ 订单数");
    assertThat(Metrics.ITEMS_PER_ORDER.reckoned().en()).isEqualTo("Items sold ÷ Orders with lines");
    assertThat(Metrics.SHIPPED.stream().map(m -> m.id().value())).doesNotHaveDuplicates();
  }

  @Test
  void text_isTheGoldenOne() {
    assertThat(analyst.ask(monthly("repurchaseRate", Optional.of(CITY)), LATER).sql())
        .isEqualTo(golden("trend-repurchase-by-city.sql"));
  }
}
