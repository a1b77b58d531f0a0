package io.gongbi.insight;

import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Versus;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Shape;
import io.gongbi.catalog.Written;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metric;
import io.gongbi.metric.Metrics;
import io.gongbi.profile.ProfileTables;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers questions, and opens every number of an answer into the customers behind it. What a
 * viewer may not see is in no number: the same text is asked through another view. Thread-safe.
 */
public final class Insights {
  /** How questions are written in JSON; the names are promises to what is stored. */
  public static final List<Shape> SHAPES =
      Stream.concat(
              Conditions.SHAPES.stream(),
              Stream.of(
                  Family.of(Insight.class)
                      .with("trend", Trend.class)
                      .with("funnel", Funnel.class)
                      .with("breakdown", Breakdown.class)
                      .with("kpi", Kpi.class)
                      .with("distribution", Distribution.class)
                      .with("groupProfile", GroupProfile.class),
                  Family.of(Versus.class)
                      .with("preceding", Versus.Preceding.class)
                      .with("precedingBucket", Versus.PrecedingBucket.class)
                      .with("lastYear", Versus.LastYear.class)
                      .with("chosen", Versus.Chosen.class),
                  Written.lower(Grain.class),
                  Written.lower(Distribution.Spread.class)))
          .toList();

  /** As many values of a trait as a person can look at. */
  private static final int MOST_VALUES = 1_000;

  private static final int LARGEST_PAGE = 1_000;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Conditions conditions;
  private final Traits traits;

  public Insights(Warehouse warehouse, Gate gate, Conditions conditions, Traits traits) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.conditions = conditions;
    this.traits = traits;
  }

  /** Adds everything that is wrong with a question, its places under {@code place}. */
  public void check(Insight question, String place, Faults faults) {
    var prefix = place.isEmpty() ? "" : place + ".";
    new InsightCheck(conditions, traits, faults).check(question, prefix);
  }

  private void mustBeSound(Insight question) {
    var faults = new Faults();
    check(question, "", faults);
    faults.throwIfAny();
  }

  private static void mustApply(Insight question, Viewer viewer) {
    if (question.measures().map(Metrics::get).filter(Metric::needsEverybody).isPresent()) {
      viewer.mustSeeEverybody("insight.metric-needs-everybody");
    }
  }

  /**
   * Throws everything that is wrong with the question, and {@code insight.metric-needs-everybody}
   * for who sees some customers only where that leaves nothing to be said.
   */
  public Answer answer(Insight question, AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    mustBeSound(question);
    mustApply(question, viewer);
    var view = gate.figures(viewer);
    var cautions = new Cautions(viewer);
    if (warehouse.spec(ProfileTables.CARD.name()).isPresent())
      cautions.aboutCards(warehouse.query(MemberQuery.OUTSIDE, view).only().whole("cards"));
    return switch (question) {
      case Trend trend -> course(trend, query(trend, asOf), asOf, view, cautions);
      case Kpi kpi -> course(kpi.asTrend(), query(kpi, asOf), asOf, view, cautions);
      case Funnel funnel -> {
        var asked = ask(query(funnel, asOf).answer(), view);
        cautions.about(funnel, asked.table());
        yield asked.answer(asOf, cautions);
      }
      case Breakdown breakdown -> values(breakdown, asOf, view, cautions);
      case Distribution distribution -> {
        var query = query(distribution, asOf);
        var figures = warehouse.query(query.figures(), view);
        var asked = ask(query.answer(query.starts(figures.only())), view);
        cautions.about(figures.only());
        yield asked.answer(asOf, cautions).with(figures);
      }
      case GroupProfile profile -> likeness(profile, asOf, view, cautions);
    };
  }

  private Answer course(Trend trend, TrendQuery query, AsOf asOf, View view, Cautions cautions) {
    var asked = ask(query.answer(), view);
    cautions.about(trend, query.buckets(), asked.table(), firstDay(trend, view));
    return asked.answer(asOf, cautions);
  }

  private Answer values(Breakdown breakdown, AsOf asOf, View view, Cautions cautions) {
    var query = query(breakdown, asOf);
    var asked = ask(query.answer(MOST_VALUES + 1), view);
    var anonymous =
        breakdown.who().isEmpty()
            ? warehouse.query(query.anonymous(), view).only().decimal("revenue")
            : BigDecimal.ZERO;
    cautions.aboutSeveral(query.isSeveral());
    cautions.about(query.isStated(), asked.table().size(), MOST_VALUES, anonymous);
    return asked.atMost(MOST_VALUES).answer(asOf, cautions);
  }

  private Answer likeness(GroupProfile profile, AsOf asOf, View view, Cautions cautions) {
    var asked = ask(query(profile, asOf).answer(), view);
    var members = conditions.members(profile.who(), asOf);
    var figures = warehouse.query(GroupProfileQuery.figures(members), view);
    cautions.aboutGroup(figures.only());
    cautions.aboutSeveralShares(
        profile.by().stream().map(splits()::splitter).anyMatch(Splitter::several));
    return asked.answer(asOf, cautions).with(figures);
  }

  /** Nothing when the trend is compared with nothing, or when there are no orders. */
  private Optional<LocalDate> firstDay(Trend trend, View view) {
    return trend.versus().isEmpty()
        ? Optional.empty()
        : warehouse.query(TrendQuery.firstDay(), view).only().dayIfAny("first_day");
  }

  private Asked ask(Sql sql, View view) {
    long began = System.nanoTime();
    var table = warehouse.query(sql, view);
    long milliseconds = (System.nanoTime() - began) / 1_000_000;
    return new Asked(table, sql.explain(view, warehouse.dialect()), milliseconds, sql.reads());
  }

  private record Asked(Table table, String sql, long milliseconds, Set<TableName> reads) {
    Answer answer(AsOf asOf, Cautions cautions) {
      return new Answer(table, asOf, sql, milliseconds, cautions.found(), reads);
    }

    Asked atMost(int rows) {
      return table.size() <= rows
          ? this
          : new Asked(
              new Table(table.columns(), table.rows().subList(0, rows)), sql, milliseconds, reads);
    }
  }

  /**
   * One page of the customers behind a number, those who spent most first, masked as the viewer's
   * role says. Throws {@code insight.mark-column}, {@code insight.mark-row}, {@code insight.page},
   * and what {@link #answer} throws.
   */
  public Members members(
      Insight question, Mark mark, AsOf asOf, Viewer viewer, int offset, int limit) {
    viewer.must(Right.VIEW);
    if (offset < 0 || limit < 1 || limit > LARGEST_PAGE)
      throw new FaultException(
          new Fault.BadQuestion(
              "insight.page", "limit", Map.of("most", Integer.toString(LARGEST_PAGE))));
    var members = membersSql(question, mark, asOf);
    mustApply(question, viewer);
    var view = gate.figures(viewer);
    return new Members(
        warehouse.query(MemberQuery.count(members), view).only().whole("customers"),
        warehouse.query(MemberQuery.page(members, offset, limit), view));
  }

  /**
   * {@code customer_id} of the customers behind a number, each once: to be asked through a viewer's
   * gate, saved as a segment, sent to.
   */
  public Sql membersSql(Insight question, Mark mark, AsOf asOf) {
    mustBeSound(question);
    return switch (question) {
      case Trend trend -> query(trend, asOf).members(mark);
      case Funnel funnel -> query(funnel, asOf).members(mark);
      case Breakdown breakdown -> query(breakdown, asOf).members(mark);
      case Kpi kpi -> query(kpi, asOf).members(mark);
      case Distribution distribution -> query(distribution, asOf).members(mark);
      case GroupProfile profile -> query(profile, asOf).members(mark);
    };
  }

  private TrendQuery query(Trend trend, AsOf asOf) {
    var rows = rows(Metrics.get(trend.metric()), trend.split(), trend.who(), asOf);
    return new TrendQuery(trend, rows, asOf);
  }

  private TrendQuery query(Kpi kpi, AsOf asOf) {
    var rows = rows(Metrics.get(kpi.metric()), Optional.empty(), kpi.who(), asOf);
    return new TrendQuery(kpi, rows, asOf);
  }

  /**
   * Goods have a category and a name, orders have not: a metric that is told apart by them is taken
   * over goods.
   */
  private MetricRows rows(
      Metric metric, Optional<Split> split, Optional<Condition> who, AsOf asOf) {
    var table =
        metric.of().equals(Measure.EVENT)
            ? ProfileTables.EVENT
            : split.flatMap(Split::field).filter(Splits::isOfGoods).isPresent()
                ? ProfileTables.ITEM
                : ProfileTables.ORDER;
    return new MetricRows(
        metric, table(table), asOf, who(who, asOf), split.map(splits()::splitter));
  }

  private Splits splits() {
    return new Splits(conditions, traits);
  }

  private FunnelQuery query(Funnel funnel, AsOf asOf) {
    var who = who(funnel.who(), asOf);
    var split = funnel.split().map(splits()::splitter);
    return new FunnelQuery(
        funnel, table(ProfileTables.EVENT), asOf, who, split, warehouse.dialect());
  }

  private DistributionQuery query(Distribution distribution, AsOf asOf) {
    var who = who(distribution.who(), asOf);
    return new DistributionQuery(distribution, table(ProfileTables.ORDER), asOf, who);
  }

  private GroupProfileQuery query(GroupProfile profile, AsOf asOf) {
    var by = profile.by().stream().map(splits()::splitter).toList();
    return new GroupProfileQuery(by, conditions.members(profile.who(), asOf));
  }

  private BreakdownQuery query(Breakdown breakdown, AsOf asOf) {
    return new BreakdownQuery(
        breakdown,
        splits().divider(new Split(breakdown.trait(), breakdown.field())),
        table(ProfileTables.ORDER),
        asOf,
        who(breakdown.who(), asOf));
  }

  private Optional<Sql> who(Optional<Condition> who, AsOf asOf) {
    return who.map(condition -> conditions.members(condition, asOf));
  }

  /** As it stands here: a company may have added fields. */
  private TableSpec table(TableSpec declared) {
    return warehouse.spec(declared.name()).orElse(declared);
  }
}
