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
import io.gongbi.metric.Metrics;
import io.gongbi.profile.Profiles;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
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
                      .with("breakdown", Breakdown.class),
                  Family.of(Versus.class)
                      .with("preceding", Versus.Preceding.class)
                      .with("precedingBucket", Versus.PrecedingBucket.class)
                      .with("lastYear", Versus.LastYear.class)
                      .with("chosen", Versus.Chosen.class),
                  Written.lower(Grain.class)))
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

  /** Throws everything that is wrong with the question. */
  public Answer answer(Insight question, AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    mustBeSound(question);
    var view = gate.view(viewer);
    var cautions = new Cautions(viewer);
    return switch (question) {
      case Trend trend -> {
        var query = query(trend, asOf);
        var asked = ask(query.answer(), view);
        cautions.about(trend, query.buckets(), asked.table(), firstDay(trend, view));
        yield asked.answer(asOf, cautions);
      }
      case Funnel funnel -> {
        var asked = ask(query(funnel, asOf).answer(), view);
        cautions.about(asked.table());
        yield asked.answer(asOf, cautions);
      }
      case Breakdown breakdown -> {
        var query = query(breakdown, asOf);
        var asked = ask(query.answer(MOST_VALUES + 1), view);
        var anonymous = warehouse.query(query.anonymous(), view).only().decimal("revenue");
        cautions.about(query.isStated(), asked.table().size(), MOST_VALUES, anonymous);
        yield asked.atMost(MOST_VALUES).answer(asOf, cautions);
      }
    };
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
   * role says. Throws {@code insight.mark-column}, {@code insight.mark-row}, {@code insight.page}.
   */
  public Members members(
      Insight question, Mark mark, AsOf asOf, Viewer viewer, int offset, int limit) {
    viewer.must(Right.VIEW);
    if (offset < 0 || limit < 1 || limit > LARGEST_PAGE)
      throw new FaultException(
          new Fault.BadQuestion(
              "insight.page", "limit", Map.of("most", Integer.toString(LARGEST_PAGE))));
    var members = membersSql(question, mark, asOf);
    var view = gate.view(viewer);
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
    };
  }

  private TrendQuery query(Trend trend, AsOf asOf) {
    var metric = Metrics.get(trend.metric());
    return new TrendQuery(trend, metric, table(Profiles.ORDER), asOf, who(trend.who(), asOf));
  }

  private FunnelQuery query(Funnel funnel, AsOf asOf) {
    var who = who(funnel.who(), asOf);
    return new FunnelQuery(funnel, table(Profiles.EVENT), asOf, who, warehouse.dialect());
  }

  private BreakdownQuery query(Breakdown breakdown, AsOf asOf) {
    return new BreakdownQuery(breakdown, divider(breakdown), table(Profiles.ORDER), asOf);
  }

  private Divider divider(Breakdown breakdown) {
    var trait = breakdown.trait().flatMap(traits::find);
    if (trait.isPresent()) return Divider.of(trait.get(), traits.held());
    return breakdown
        .field()
        .flatMap(field -> attribute(field, conditions))
        .map(field -> Divider.of(field, conditions.ground().customer()))
        .orElseThrow(() -> Faults.bad("insight.divider", "trait"));
  }

  /** A field that customers may be told apart by. */
  static Optional<Field> attribute(FieldKey key, Conditions conditions) {
    return key.entity().equals(Standard.CUSTOMER)
        ? conditions.vocabulary().attribute(key.column())
        : Optional.empty();
  }

  private Optional<Sql> who(Optional<Condition> who, AsOf asOf) {
    return who.map(condition -> conditions.members(condition, asOf));
  }

  /** As it stands here: a company may have added fields. */
  private TableSpec table(TableSpec declared) {
    return warehouse.spec(declared.name()).orElse(declared);
  }
}
