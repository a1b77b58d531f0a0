package io.gongbi;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Distribution;
import io.gongbi.insight.Funnel;
import io.gongbi.insight.Grain;
import io.gongbi.insight.GroupProfile;
import io.gongbi.insight.Insight;
import io.gongbi.insight.Kpi;
import io.gongbi.insight.Mark;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.MetricId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways to answers: analyses, boards, reports. */
final class AskedWays {
  static final Period MARCH =
      new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));
  static final Trend REVENUE =
      new Trend(new MetricId("revenue"), Grain.MONTH, MARCH, Optional.empty(), Optional.empty());
  static final Funnel PAID =
      new Funnel(
          List.of(paid("once"), paid("again")), 30, MARCH, Optional.empty(), Optional.empty());
  static final Breakdown BY_RFM =
      new Breakdown(Optional.of(new TraitId("tag/rfm")), Optional.empty(), Optional.of(MARCH));

  static Funnel.Step paid(String label) {
    return new Funnel.Step(
        Label.typed(label), new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of("paid")));
  }

  static Mark mark(String column, String row, Value value) {
    return new Mark(column, Map.of(row, value));
  }

  /** Numbers, and who stands behind them. */
  List<Way> answers() {
    var ways = new ArrayList<Way>();
    ways.add(
        new Way(
            "insights.answer trend", "1856", (g, v) -> g.insights().answer(REVENUE, g.asOf(), v)));
    ways.add(
        new Way("insights.answer funnel", "3", (g, v) -> g.insights().answer(PAID, g.asOf(), v)));
    ways.add(
        new Way(
            "insights.answer breakdown",
            "1554.5",
            (g, v) -> g.insights().answer(BY_RFM, g.asOf(), v)));
    ways.add(
        new Way(
            "insights.answer by city",
            "北京",
            (g, v) ->
                g.insights().answer(Breakdown.by(FieldKey.of("customer.city")), g.asOf(), v)));
    var split =
        new Trend(
            REVENUE.metric(),
            REVENUE.grain(),
            REVENUE.period(),
            REVENUE.versus(),
            REVENUE.who(),
            Optional.of(Split.by(FieldKey.of("customer.city"))));
    ways.add(
        new Way(
            "insights.answer trend by city",
            "北京",
            (g, v) -> g.insights().answer(split, g.asOf(), v)));
    ways.add(
        new Way(
            "insights.answer kpi",
            "1856",
            (g, v) ->
                g.insights()
                    .answer(
                        new Kpi(REVENUE.metric(), REVENUE.period(), Optional.empty()),
                        g.asOf(),
                        v)));
    ways.add(
        new Way(
            "insights.answer distribution",
            "1554.5",
            (g, v) ->
                g.insights()
                    .answer(
                        new Distribution(
                            Distribution.Spread.SPENT, Optional.empty(), Optional.empty()),
                        g.asOf(),
                        v)));
    ways.add(
        new Way(
            "insights.answer groupProfile",
            "北京",
            (g, v) ->
                g.insights()
                    .answer(
                        new GroupProfile(
                            Condition.everyone(), List.of(Split.by(FieldKey.of("customer.city")))),
                        g.asOf(),
                        v)));
    ways.addAll(members("trend", REVENUE, mark("value", "bucket", Value.of("2026-03-01"))));
    ways.addAll(members("funnel", PAID, mark("customers", "step", Value.of(2))));
    ways.add(new Way("boards.all", "", (g, v) -> g.boards().all(g.asOf(), v)));
    ways.add(new Way("boards.find", "", (g, v) -> g.boards().find("overview", g.asOf(), v)));
    ways.add(
        new Way(
            "boards.answer",
            "1856",
            (g, v) ->
                g.boards().find("overview", g.asOf(), v).orElseThrow().tiles().stream()
                    .map(t -> g.boards().answer(t, g.asOf(), v))
                    .toList()));
    ways.add(
        new Way("reports.write", "北京", (g, v) -> g.reports().write(Optional.empty(), g.asOf(), v)));
    ways.add(new Way("reports.worthwhile", "", (g, v) -> g.reports().worthwhile(g.asOf(), v)));
    return ways;
  }

  static List<Way> members(String name, Insight question, Mark mark) {
    return List.of(
        new Way(
            "insights.members " + name,
            "Cyrano",
            (g, v) -> g.insights().members(question, mark, g.asOf(), v, 0, 50)));
  }
}
