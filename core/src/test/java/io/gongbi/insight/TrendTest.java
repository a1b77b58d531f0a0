package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.asOf;
import static io.gongbi.insight.Analyst.cautions;
import static io.gongbi.insight.Analyst.golden;
import static io.gongbi.insight.Analyst.mark;
import static io.gongbi.insight.Analyst.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.calendar.Versus;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.MetricId;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann (1, 上海) and Bo (2, 北京), and sales to nobody known: in February 100 to Ann on the 10th and 60
 * to Bo on the 20th; in March 120 to Ann on the 3rd, 80 to Bo on the 14th, 50 to nobody on the
 * 14th, 30 back to Ann on the 20th; in April nothing; in May 40 to Bo on the 4th.
 */
final class TrendTest {
  private static final Versus BEFORE = new Versus.PrecedingBucket();

  @TempDir Path folder;
  private Analyst analyst;

  @BeforeEach
  void open() {
    analyst =
        new Analyst(
            new TestShop(folder)
                .customers(
                    """
                    customer_id=1 name=Ann phone=13900000001 city=上海 net_revenue=190
                    customer_id=2 name=Bo  phone=13900000002 city=北京 net_revenue=180
                    """)
                .orders(
                    """
                    customer_id=1 kind=sale   day=2026-02-10 amount=100
                    customer_id=2 kind=sale   day=2026-02-20 amount=60
                    customer_id=1 kind=sale   day=2026-03-03 amount=120
                    customer_id=2 kind=sale   day=2026-03-14 amount=80
                                  kind=sale   day=2026-03-14 amount=50
                    customer_id=1 kind=return day=2026-03-20 amount=-30
                    customer_id=2 kind=sale   day=2026-05-04 amount=40
                    """));
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  private static Trend monthly(String metric, String from, String until, Versus versus) {
    return trend(metric, Grain.MONTH, period(from, until), Optional.of(versus));
  }

  private static Trend trend(String metric, Grain grain, Period period, Optional<Versus> versus) {
    return new Trend(new MetricId(metric), grain, period, versus, Optional.empty());
  }

  /** April is 0, not absent; February's base, January, has nothing, so February has no change. */
  @Test
  void revenue_standsBesideTheMonthBefore() {
    var trend = monthly("revenue", "2026-02-01", "2026-06-01", BEFORE);
    assertThat(analyst.rows(trend, LATER))
        .containsExactly(
            "2026-02-01 160 0 - false 0",
            "2026-03-01 250 160 0.5625 false 50",
            "2026-04-01 0 250 -1.0 false 0",
            "2026-05-01 40 0 - false 0");
  }

  @Test
  void everyMetric_isThatOfItsDefinition() {
    assertThat(march("netRevenue")).isEqualTo("220 160 0.375 false 50");
    assertThat(march("refunds")).isEqualTo("30 0 - false 0");
    assertThat(march("orders")).isEqualTo("3 2 0.5 false 1");
    assertThat(march("buyers")).isEqualTo("2 2 0.0 false 0");
    assertThat(Metrics.SHIPPED).hasSize(15);
  }

  private String march(String metric) {
    var rows = analyst.rows(monthly(metric, "2026-03-01", "2026-04-01", BEFORE), LATER);
    assertThat(rows).hasSize(1);
    return rows.getFirst().substring("2026-03-01 ".length());
  }

  /** March and April are compared with January and February, though neither is in the period. */
  @Test
  void preceding_isTheEquallyLongPeriodBefore_alignedBarByBar() {
    var trend = monthly("revenue", "2026-03-01", "2026-05-01", new Versus.Preceding());
    assertThat(analyst.rows(trend, LATER))
        .containsExactly("2026-03-01 250 0 - false 50", "2026-04-01 0 160 -1.0 false 0");
  }

  /** 22 days: 20 February meets 29 January, 3 March the 9th of February, 4 March the 10th. */
  @Test
  void preceding_movesByDays_whereBarsAreDays() {
    var trend =
        trend(
            "revenue",
            Grain.DAY,
            period("2026-02-20", "2026-03-14"),
            Optional.of(new Versus.Preceding()));
    assertThat(analyst.rows(trend, LATER))
        .hasSize(22)
        .contains("2026-03-03 120 0 - false 0", "2026-03-04 0 100 -1.0 false 0");
  }

  /** The fourth day has no counterpart among the three. */
  @Test
  void chosenPeriod_isAlignedBarByBar() {
    var trend =
        trend(
            "revenue",
            Grain.DAY,
            period("2026-03-13", "2026-03-17"),
            Optional.of(new Versus.Chosen(period("2026-02-19", "2026-02-22"))));
    assertThat(analyst.rows(trend, LATER))
        .containsExactly(
            "2026-03-13 0 0 - false 0",
            "2026-03-14 130 60 1.1666666666666667 false 50",
            "2026-03-15 0 0 - false 0",
            "2026-03-16 0 - - false 0");
  }

  @Test
  void lastYear_isTheSameDatesAYearEarlier() {
    var trend = monthly("revenue", "2027-03-01", "2027-04-01", new Versus.LastYear());
    var asOf = AsOf.endOf(LocalDate.parse("2027-12-31"), Analyst.SHANGHAI);
    assertThat(analyst.rows(trend, asOf)).containsExactly("2027-03-01 0 250 -1.0 false 0");
  }

  /** 14 March 2026 is a Saturday, of the week of Monday the 9th; the 1st cuts the first week. */
  @Test
  void weeks_beginOnMonday_andAreCutByThePeriod() {
    var trend =
        trend("revenue", Grain.WEEK, period("2026-03-01", "2026-03-17"), Optional.of(BEFORE));
    var answer = analyst.ask(trend, LATER);
    assertThat(TestShop.shown(answer.table()))
        .containsExactly(
            "2026-03-01 0 0 - false 0",
            "2026-03-02 120 0 - false 0",
            "2026-03-09 130 120 0.08333333333333333 false 50",
            "2026-03-16 0 0 - false 0");
    assertThat(cautions(answer)).contains("insight.cut-bucket");
  }

  /**
   * On 15 March, 09:00, March stands at 250 and is compared with February up to the 15th, 09:00:
   * Ann's 100 of the 10th, not Bo's 60 of the 20th. What is not past yet has no bar.
   */
  @Test
  void runningBucket_isMarked_andComparedWithAnEqualStretch() {
    var trend = monthly("revenue", "2026-02-01", "2026-06-01", BEFORE);
    var answer = analyst.ask(trend, asOf("2026-03-15T01:00:00Z"));
    assertThat(TestShop.shown(answer.table()))
        .containsExactly("2026-02-01 160 0 - false 0", "2026-03-01 250 100 1.5 true 50");
    assertThat(cautions(answer))
        .containsExactly(
            "insight.anonymous",
            "insight.base-before-data",
            "insight.not-begun",
            "insight.open-bucket");
  }

  /** At 12:00 on the 14th, the 130 of that noon has not happened; an hour later it has. */
  @Test
  void whatIsNotPast_doesNotCount() {
    var day = trend("revenue", Grain.DAY, period("2026-03-14", "2026-03-15"), Optional.empty());
    assertThat(analyst.rows(day, asOf("2026-03-14T04:00:00Z")))
        .containsExactly("2026-03-14 0 - - true 0");
    assertThat(analyst.rows(day, asOf("2026-03-14T05:00:00Z")))
        .containsExactly("2026-03-14 130 - - true 50");
  }

  @Test
  void futurePeriod_hasNoBars_andSaysSo() {
    var answer =
        analyst.ask(monthly("revenue", "2027-01-01", "2027-03-01", new Versus.Preceding()), LATER);
    assertThat(answer.table().rows()).isEmpty();
    assertThat(answer.table().columns()).hasSize(6);
    assertThat(cautions(answer)).containsExactly("insight.not-begun");
  }

  @Test
  void answer_saysHowItWasMade() {
    var answer = analyst.ask(monthly("revenue", "2026-02-01", "2026-06-01", BEFORE), LATER);
    assertThat(answer.table().columns().stream().map(c -> c.name() + " " + c.type()))
        .containsExactly(
            "bucket DAY",
            "value DECIMAL",
            "previous DECIMAL",
            "change REAL",
            "open FLAG",
            "anonymous DECIMAL");
    assertThat(answer.reads().toString()).isEqualTo("[profile.order]");
    assertThat(answer.asOf()).isEqualTo(LATER);
    assertThat(
            answer.cautions().stream().map(c -> c.say(Locale.CHINA, Currency.getInstance("CNY"))))
        .contains("其中 ¥50.00（11.1%）来自匿名订单，展开后的客户名单不包含这一部分。");
    assertThat(analyst.shop.rows(answer.sql())).isEqualTo(TestShop.shown(answer.table()));
  }

  @Test
  void text_isTheGoldenOne() {
    var trend = monthly("revenue", "2026-03-01", "2026-05-01", BEFORE);
    assertThat(analyst.ask(trend, LATER).sql()).isEqualTo(golden("trend-revenue-by-month.sql"));
  }

  @Test
  void who_leavesOthersAndNobodyOut() {
    var shanghai =
        new Condition.Attribute(
            new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")));
    var trend =
        new Trend(
            new MetricId("revenue"),
            Grain.MONTH,
            period("2026-03-01", "2026-04-01"),
            Optional.of(BEFORE),
            Optional.of(shanghai));
    assertThat(analyst.rows(trend, LATER)).containsExactly("2026-03-01 120 100 0.2 false 0");
    assertThat(members(trend, "value", "2026-03-01")).containsExactly(1L);
  }

  private java.util.Set<Long> members(Trend trend, String column, String bucket) {
    return analyst.members(trend, mark(column, "bucket", Value.of(bucket)), LATER);
  }

  /** A day of an answer travels as text, and is understood as a day too. */
  @Test
  void bar_opensIntoItsCustomers() {
    var trend = monthly("revenue", "2026-02-01", "2026-06-01", BEFORE);
    assertThat(members(trend, "value", "2026-03-01")).containsExactly(1L, 2L);
    assertThat(members(trend, "value", "2026-04-01")).isEmpty();
    assertThat(members(trend, "previous", "2026-04-01")).containsExactly(1L, 2L);
    assertThat(members(trend, "value", "2026-05-01")).containsExactly(2L);
    var day = mark("value", "bucket", Value.of(LocalDate.parse("2026-05-01")));
    assertThat(analyst.members(trend, day, LATER)).containsExactly(2L);
    var returners = monthly("refunds", "2026-03-01", "2026-04-01", BEFORE);
    assertThat(members(returners, "value", "2026-03-01")).containsExactly(1L);
  }

  /** The running bar opens into those of the stretch that it is compared with. */
  @Test
  void base_ofARunningBar_opensIntoItsStretch() {
    var trend = monthly("buyers", "2026-03-01", "2026-04-01", BEFORE);
    var asOf = asOf("2026-03-15T01:00:00Z");
    assertThat(analyst.rows(trend, asOf)).containsExactly("2026-03-01 2 1 1.0 true 0");
    assertThat(analyst.members(trend, mark("previous", "bucket", Value.of("2026-03-01")), asOf))
        .containsExactly(1L);
  }

  @Test
  void buyers_areAsManyAsTheirMembers_inEveryBar() {
    for (var grain : Grain.values()) {
      var trend = trend("buyers", grain, period("2026-02-03", "2026-05-20"), Optional.of(BEFORE));
      analyst.ask(trend, LATER).table().stream()
          .forEach(
              row -> {
                var bucket = mark("value", "bucket", row.value("bucket"));
                assertThat(analyst.members(trend, bucket, LATER)).hasSize((int) row.whole("value"));
                if (!row.missing("previous")) {
                  var base = mark("previous", "bucket", row.value("bucket"));
                  assertThat(analyst.members(trend, base, LATER))
                      .hasSize((int) row.whole("previous"));
                }
              });
    }
  }

  @Test
  void members_areRowsOfTheList_biggestFirst() {
    var trend = monthly("revenue", "2026-03-01", "2026-04-01", BEFORE);
    var mark = mark("value", "bucket", Value.of("2026-03-01"));
    var first = analyst.insights.members(trend, mark, LATER, Analyst.everyone(), 0, 1);
    assertThat(first.total()).isEqualTo(2);
    assertThat(TestShop.shown(first.rows())).containsExactly("1 Ann 13900000001 上海 - - 190 -");
    var second = analyst.insights.members(trend, mark, LATER, Analyst.everyone(), 1, 1);
    assertThat(TestShop.shown(second.rows())).containsExactly("2 Bo 13900000002 北京 - - 180 -");
  }

  /** Bo of 北京 and what nobody bought are in no number of somebody who sees 上海. */
  @Test
  void scopedViewer_seesOnlyHisCustomers_masked() {
    var trend = monthly("revenue", "2026-02-01", "2026-06-01", BEFORE);
    var shanghai = Analyst.of("上海");
    var answer = analyst.insights.answer(trend, LATER, shanghai);
    assertThat(TestShop.shown(answer.table()))
        .containsExactly(
            "2026-02-01 100 0 - false 0",
            "2026-03-01 120 100 0.2 false 0",
            "2026-04-01 0 120 -1.0 false 0",
            "2026-05-01 0 0 - false 0");
    assertThat(cautions(answer)).contains("insight.scoped").doesNotContain("insight.anonymous");
    var mark = mark("value", "bucket", Value.of("2026-03-01"));
    assertThat(analyst.members(trend, mark, LATER, shanghai)).containsExactly(1L);
    var page = analyst.insights.members(trend, mark, LATER, shanghai, 0, 10);
    assertThat(page.total()).isEqualTo(1);
    assertThat(TestShop.shown(page.rows())).containsExactly("1 A** 139****0001 上海 - - 190 -");
    var beijing = analyst.rows(trend, LATER, Analyst.of("北京"));
    assertThat(beijing.get(1)).isEqualTo("2026-03-01 80 60 0.3333333333333333 false 0");
  }

  /** What two regions sell, and what nobody bought, is all there is. */
  @Test
  void regionsAndNobody_sumToTheWhole() {
    var trend =
        trend("netRevenue", Grain.WEEK, period("2026-02-01", "2026-06-01"), Optional.empty());
    var all = analyst.ask(trend, LATER).table();
    var shanghai = analyst.insights.answer(trend, LATER, Analyst.of("上海")).table();
    var beijing = analyst.insights.answer(trend, LATER, Analyst.of("北京")).table();
    assertThat(all.size()).isEqualTo(18);
    for (int i = 0; i < all.size(); i++) {
      var parts =
          shanghai
              .row(i)
              .decimal("value")
              .add(beijing.row(i).decimal("value"))
              .add(all.row(i).decimal("anonymous"));
      assertThat(parts).isEqualByComparingTo(all.row(i).decimal("value"));
    }
  }

  @Test
  void faults_areSaidAllAtOnce() {
    var where = new Where.Compare(FieldKey.of("customer.mood"), Op.EQ, Value.of("good"));
    var trend =
        new Trend(
            new MetricId("profit"),
            Grain.DAY,
            period("2000-01-01", "2026-01-01"),
            Optional.of(new Versus.Chosen(period("1600-01-01", "1601-01-01"))),
            Optional.of(new Condition.Attribute(where)));
    assertThatThrownBy(() -> analyst.ask(trend, LATER))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults().stream().map(f -> f.place() + " " + f.code()))
                    .containsExactly(
                        "metric metric.unknown",
                        "period insight.too-many-buckets",
                        "versus.period insight.period-range",
                        "who.customer.field condition.unknown-field"));
  }

  @Test
  void marks_thatAreNotThere_areRefused() {
    var trend = monthly("revenue", "2026-03-01", "2026-04-01", BEFORE);
    var refused =
        List.of(
            mark("change", "bucket", Value.of("2026-03-01")),
            mark("anonymous", "bucket", Value.of("2026-03-01")),
            mark("value", "bucket", Value.of("2026-03-02")),
            mark("value", "bucket", Value.of("tomorrow")),
            mark("value", "step", Value.of(BigDecimal.ONE)));
    assertThat(
            refused.stream()
                .map(
                    m ->
                        org.assertj.core.api.Assertions.catchThrowableOfType(
                            FaultException.class, () -> analyst.members(trend, m, LATER)))
                .map(e -> e.faults().getFirst().code()))
        .containsExactly(
            "insight.mark-column",
            "insight.mark-column",
            "insight.mark-row",
            "insight.mark-row",
            "insight.mark-row");
  }
}
