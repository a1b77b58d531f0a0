package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Versus;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Distribution;
import io.gongbi.insight.Funnel;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metric;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.tag.LifecycleStage;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The boards that stand there when somebody comes for the first time: how business goes, and who is
 * about to leave. Of each only the tiles that this company's data can fill: without provinces there
 * is no map. Months are the last 12, or fewer where the data is younger; figures are of 30 days, so
 * that they are not almost nothing on the first of a month.
 */
record ReadyBoards(Facts facts, Set<DefinitionId> tags) {
  static final String OVERVIEW = "overview";
  static final String CHURN = "churn";
  static final List<String> IDS = List.of(OVERVIEW, CHURN);

  /** What is known of a company: the day of its first order, and what its data tells. */
  static final Sql FACTS =
      Sql.of(
          """
          select (select min(o.day) from {profile.order} o) as first_day,
                 (
                   select count(*)
                   from {profile.event} e
                   where e.name = 'registered'
                 ) as registered,
                 (
                   select count(*)
                   from {profile.event} e
                   where e.name = 'complained'
                 ) as complained,
                 (select count(o.channel) from {profile.order} o) as channels,
                 (select count(i.category) from {profile.item} i) as categories,
                 (select count(c.province) from {profile.customer} c) as provinces
          """);

  record Facts(
      LocalDate firstDay,
      boolean anyRegistered,
      boolean anyComplained,
      boolean anyChannel,
      boolean anyCategory,
      boolean anyProvince) {
    static Facts of(Row row) {
      return new Facts(
          row.day("first_day"),
          row.whole("registered") > 0,
          row.whole("complained") > 0,
          row.whole("channels") > 0,
          row.whole("categories") > 0,
          row.whole("provinces") > 0);
    }
  }

  private static final int MONTHS = 12;
  private static final int WINDOW = 90;
  private static final TraitId RFM = new TraitId("tag/rfm");
  private static final TraitId LIFECYCLE = new TraitId("tag/lifecycle");
  private static final Rolling THIRTY_DAYS = new Rolling(30, Grain.DAY);
  private static final Rolling YEAR = new Rolling(365, Grain.DAY);

  List<Board> boards(AsOf asOf) {
    return List.of(overview(asOf), churn(asOf));
  }

  private boolean has(TraitId trait) {
    return tags.contains(trait.definition());
  }

  private Rolling months(AsOf asOf) {
    long months =
        ChronoUnit.MONTHS.between(
                facts.firstDay().withDayOfMonth(1), asOf.latestDay().withDayOfMonth(1))
            + 1;
    return new Rolling((int) Math.clamp(months, 2L, MONTHS), Grain.MONTH);
  }

  private Board overview(AsOf asOf) {
    var months = months(asOf);
    var tiles = new Layout(asOf);
    tiles.figure("revenue_30", Metrics.REVENUE, THIRTY_DAYS);
    tiles.figure("orders_30", Metrics.ORDERS, THIRTY_DAYS);
    tiles.figure("buyers_30", Metrics.BUYERS, THIRTY_DAYS);
    tiles.figure("spend_30", Metrics.SPEND_PER_BUYER, THIRTY_DAYS);
    tiles.half(
        "revenue",
        new Label("月销售额与环比", "Revenue by month, beside the month before"),
        beside(new Versus.PrecedingBucket(), Metrics.REVENUE, asOf),
        "bar",
        months);
    tiles.half(
        "newcomers",
        new Label("每月新客数与去年同期", "New customers by month, beside a year before"),
        beside(new Versus.LastYear(), Metrics.NEW_CUSTOMERS, asOf),
        "line",
        months);
    if (facts.anyChannel())
      tiles.half(
          "channels",
          new Label("各渠道的月销售额", "Revenue by month and channel"),
          by("order.channel", Metrics.REVENUE, asOf),
          "bar",
          months);
    if (facts.anyProvince())
      tiles.half(
          "provinces",
          new Label("客户在哪些省份", "Where customers live"),
          Breakdown.by(FieldKey.of("customer.province")),
          "mapCustomers");
    if (has(LIFECYCLE)) stages(tiles);
    if (has(RFM))
      tiles.half(
          "rfm",
          new Label("RFM 各群的销售额", "Revenue by RFM group"),
          Breakdown.by(RFM),
          "revenue",
          YEAR);
    if (facts.anyCategory())
      tiles.half(
          "categories",
          new Label("销售额最高的品类", "Top categories by revenue"),
          by("item.category", Metrics.REVENUE, asOf),
          "bar",
          months);
    tiles.half(
        "again",
        facts.anyRegistered()
            ? new Label("注册后 90 天内的首购与复购", "First and second purchase within 90 days")
            : new Label("购买后 90 天内的复购", "Buying again within 90 days"),
        again(asOf),
        "funnel",
        months);
    return new Board(OVERVIEW, new Label("经营概览", "Overview"), tiles.done());
  }

  private Board churn(AsOf asOf) {
    var months = months(asOf);
    var tiles = new Layout(asOf);
    tiles.words(
        "reading",
        new Label("留住客户，先看这里", "Keeping customers: begin here"),
        new Label(
            "“流失风险”是超过了同类客户通常复购间隔的人，趁早联系还来得及；点开任何数字，都能看到名单，并存为人群。",
            "Customers at risk have stayed away longer than most of their kind do before they come"
                + " back: there is still time. Open any number to see the list and keep it as a"
                + " segment."));
    tiles.figure("rate", Metrics.REPURCHASE_RATE, YEAR);
    tiles.figure("repeat", Metrics.REPEAT_BUYERS, YEAR);
    tiles.figure("active", Metrics.ACTIVE_CUSTOMERS, THIRTY_DAYS);
    tiles.figure("fresh", Metrics.NEW_CUSTOMERS, THIRTY_DAYS);
    if (has(LIFECYCLE)) {
      stages(tiles);
      if (has(RFM)) {
        tiles.half(
            "at_risk",
            new Label("流失风险客户的消费", "What customers at risk spent"),
            among(RFM, holds(LifecycleStage.AT_RISK)),
            "revenue",
            YEAR);
        tiles.half(
            "lost",
            new Label("新近流失：一年内还买过的流失客户", "Lost lately: lost, though they bought within a year"),
            among(RFM, Condition.all(holds(LifecycleStage.LOST), boughtWithin(365))),
            "customers");
      }
    }
    tiles.half(
        "silent",
        new Label("多久没有来买了", "How long they have not bought"),
        new Distribution(Distribution.Spread.DAYS_SINCE, Optional.empty(), Optional.empty()),
        "distribution");
    tiles.half(
        "rates",
        new Label("每月活跃客户数与去年同期", "Active customers by month, beside a year before"),
        beside(new Versus.LastYear(), Metrics.ACTIVE_CUSTOMERS, asOf),
        "line",
        months);
    if (facts.anyComplained())
      tiles.half(
          "complaints",
          new Label("投诉之后 60 天内还来买吗", "Who buys within 60 days of a complaint"),
          new Funnel(
              List.of(step("投诉", "Complained", "complained"), step("再次购买", "Bought again", "paid")),
              60,
              YEAR.period(asOf),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Split.by(FieldKey.of("event.topic")))),
          "funnel",
          YEAR);
    return new Board(CHURN, new Label("流失预警", "Churn"), tiles.done());
  }

  private static void stages(Layout tiles) {
    tiles.half(
        "stages",
        new Label("客户处在哪个阶段", "Customers by life cycle stage"),
        Breakdown.by(LIFECYCLE),
        "customers");
  }

  /** Month by month, beside an earlier time. */
  private Insight beside(Versus earlier, Metric metric, AsOf asOf) {
    return trend(metric, Optional.of(earlier), Optional.empty(), asOf);
  }

  /** Month by month, told apart by a field. */
  private Insight by(String field, Metric metric, AsOf asOf) {
    return trend(metric, Optional.empty(), Optional.of(Split.by(FieldKey.of(field))), asOf);
  }

  private Insight trend(Metric metric, Optional<Versus> versus, Optional<Split> split, AsOf asOf) {
    var period = months(asOf).period(asOf);
    return new Trend(metric.id(), Grain.MONTH, period, versus, Optional.empty(), split);
  }

  private Insight again(AsOf asOf) {
    var steps =
        facts.anyRegistered()
            ? List.of(
                step("注册", "Registered", "registered"),
                step("首次购买", "First purchase", "paid"),
                step("再次购买", "Second purchase", "paid"))
            : List.of(step("购买", "Purchase", "paid"), step("再次购买", "Another purchase", "paid"));
    return new Funnel(steps, WINDOW, months(asOf).period(asOf), Optional.empty(), Optional.empty());
  }

  private static Insight among(TraitId by, Condition who) {
    return new Breakdown(Optional.of(by), Optional.empty(), Optional.empty(), Optional.of(who));
  }

  private static Condition holds(LifecycleStage stage) {
    return new Condition.Holds(LIFECYCLE, Op.EQ, Value.of(stage.code()));
  }

  private static Condition boughtWithin(int days) {
    var orders =
        Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.COUNT, new Window.LastDays(days));
    return new Condition.Behaviour(orders, Op.GE, BigDecimal.ONE);
  }

  private static Funnel.Step step(String zh, String en, String event) {
    var named = new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of(event));
    return new Funnel.Step(new Label(zh, en), named);
  }
}
