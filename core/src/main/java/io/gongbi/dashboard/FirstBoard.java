package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Versus;
import io.gongbi.catalog.Label;
import io.gongbi.insight.Funnel;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The board that stands there when somebody comes for the first time: revenue by month beside the
 * month before, and how many buy again. Both of the last 12 months, or fewer where the data is
 * younger.
 */
record FirstBoard(LocalDate firstDay, boolean anyRegistered) {
  static final String ID = "overview";

  /** What is known of a company: the day of its first order, and whether anybody registered. */
  static final Sql FACTS =
      Sql.of(
          """
          select (select min(o.day) from {profile.order} o) as first_day,
                 (
                   select count(*)
                   from {profile.event} e
                   where e.name = 'registered'
                 ) as registered
          """);

  private static final int MONTHS = 12;
  private static final int WINDOW = 90;

  Board board(AsOf asOf) {
    long months =
        ChronoUnit.MONTHS.between(firstDay.withDayOfMonth(1), asOf.latestDay().withDayOfMonth(1))
            + 1;
    var rolling = new Rolling(Math.clamp(months, 2, MONTHS), Grain.MONTH);
    var period = rolling.period(asOf);
    var revenue =
        new Trend(
            Metrics.REVENUE.id(),
            Grain.MONTH,
            period,
            Optional.of(new Versus.PrecedingBucket()),
            Optional.empty());
    var again =
        new Funnel(
            anyRegistered
                ? List.of(
                    step("注册", "Registered", "registered"),
                    step("首次购买", "First purchase", "paid"),
                    step("再次购买", "Second purchase", "paid"))
                : List.of(step("购买", "Purchase", "paid"), step("再次购买", "Another purchase", "paid")),
            WINDOW,
            period,
            Optional.empty(),
            Optional.empty());
    return new Board(
        ID,
        new Label("经营概览", "Overview"),
        List.of(
            new Tile(
                "revenue",
                new Label("月销售额与环比", "Revenue by month, beside the month before"),
                revenue,
                "bar",
                0,
                0,
                6,
                4,
                Optional.of(rolling)),
            new Tile(
                "again",
                anyRegistered
                    ? new Label("注册后 90 天内的首购与复购", "First and second purchase within 90 days")
                    : new Label("购买后 90 天内的复购", "Buying again within 90 days"),
                again,
                "funnel",
                6,
                0,
                6,
                4,
                Optional.of(rolling))));
  }

  private static Funnel.Step step(String zh, String en, String event) {
    var named = new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of(event));
    return new Funnel.Step(new Label(zh, en), named);
  }
}
