package io.gongbi.dashboard;

import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.experiment.Interval;
import io.gongbi.experiment.Proportion;
import io.gongbi.profile.ProfileTables;
import io.gongbi.tag.Tag;
import io.gongbi.tag.Tags;
import io.gongbi.trait.TraitId;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the report of all customers, or of those who meet a condition, over what the viewer may
 * see. Thread-safe.
 */
public final class Reports {
  private static final int YEAR = 365;

  /** A quiet shop sells on some day of these, if it sold at all. */
  private static final int OPENING_DAYS = 30;

  private static final TraitId RFM = TraitId.of(Tag.KIND.id(Tags.RFM));

  /** Fewer, and a TGI says more about chance than about people. */
  private static final long FEWEST_KNOWN = 50;

  private static final long FEWEST_BUYERS = 20;
  private static final long FEWEST_INTERVALS = 100;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Conditions conditions;
  private final Traits traits;
  private final Opportunities opportunities;

  public Reports(Warehouse warehouse, Gate gate, Conditions conditions, Traits traits) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.conditions = conditions;
    this.traits = traits;
    this.opportunities = new Opportunities(warehouse, conditions);
  }

  /** Throws everything that is wrong with the condition. */
  public Report write(Optional<Condition> who, AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    who.ifPresent(w -> conditions.mustBeSound(w, "who"));
    var view = gate.figures(viewer);
    var year = asOf.lastDays(YEAR);
    var query =
        new ReportQuery(
            who.map(w -> conditions.members(w, asOf)).orElseGet(ReportQuery::everyone), asOf, year);
    var heads = warehouse.query(query.heads(), view).only();
    var rhythm = rhythm(view);
    return new Report(
        asOf,
        year,
        new Report.Heads(heads.whole("customers"), heads.whole("of_all"), heads.whole("buyers")),
        worth(query, year, view),
        worth(query, year.preceding(), view),
        warehouse
                .query(query.before(year.preceding().from().plusDays(OPENING_DAYS)), view)
                .only()
                .whole("orders")
            > 0,
        who.isPresent()
            ? Optional.empty()
            : Optional.of(warehouse.query(query.anonymous(), view).only().decimal("revenue")),
        cards(query, year, viewer, view),
        DivisionQuery.ALL.stream()
            .map(id -> division(id, query, heads.whole("customers"), who.isPresent(), view))
            .toList(),
        concentration(query, view),
        rfm(query, view),
        beats(query, view),
        rhythm,
        opportunities.find(rhythm, who, asOf, view));
  }

  /** What the report of all customers says is worth doing, without the rest of it. */
  public List<Opportunity> worthwhile(AsOf asOf, Viewer viewer) {
    viewer.must(Right.VIEW);
    var view = gate.figures(viewer);
    return opportunities.find(rhythm(view), Optional.empty(), asOf, view);
  }

  private Report.Cards cards(ReportQuery query, Period year, Viewer viewer, View view) {
    if (warehouse.spec(ProfileTables.CARD.name()).isEmpty())
      return new Report.Cards(Map.of(), Optional.empty(), 0, BigDecimal.ZERO);
    // Those left out are no customers in the view of figures: only what anybody may see has them.
    var all = gate.view(viewer);
    var leftOut =
        warehouse.query(query.leftOut(), all).stream()
            .collect(Collectors.toMap(r -> r.text("verdict"), r -> r.whole("cards")));
    var suspected = warehouse.query(query.suspected(), view).only();
    return new Report.Cards(
        leftOut,
        leftOut.isEmpty() ? Optional.empty() : Optional.of(worth(query, year, all)),
        suspected.whole("cards"),
        suspected.decimal("revenue"));
  }

  private Report.Worth worth(ReportQuery query, Period days, View view) {
    var row = warehouse.query(query.worth(days), view).only();
    long buyers = row.whole("buyers");
    long orders = row.whole("orders");
    var revenue = row.decimal("revenue");
    return new Report.Worth(
        buyers,
        row.whole("again"),
        orders,
        revenue,
        per(revenue, buyers),
        per(revenue, orders),
        buyers == 0 ? Optional.empty() : Optional.of((double) row.whole("again") / buyers));
  }

  private static Optional<BigDecimal> per(BigDecimal money, long of) {
    return of == 0
        ? Optional.empty()
        : Optional.of(money.divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP));
  }

  private Report.Division division(
      String id, ReportQuery query, long customers, boolean isPart, View view) {
    var rows = warehouse.query(query.division(id), view).stream().toList();
    long known = rows.isEmpty() ? 0 : rows.getFirst().whole("known");
    var shares = rows.stream().map(row -> share(row, isPart)).toList();
    return new Report.Division(id, known, customers - known, shares);
  }

  private static Report.Share share(Row row, boolean isPart) {
    long known = row.whole("known");
    var own = new Proportion(row.whole("customers"), known);
    double usual = (double) row.whole("everyone") / row.whole("everyone_known");
    boolean compares = isPart && known >= FEWEST_KNOWN;
    return new Report.Share(
        row.text("value"),
        row.whole("customers"),
        own.rate(),
        row.whole("everyone"),
        row.missing("revenue") ? Optional.empty() : Optional.of(row.decimal("revenue")),
        compares ? Optional.of(100 * own.rate() / usual) : Optional.empty(),
        compares && !own.interval(Interval.USUAL_LEVEL).contains(usual));
  }

  private Report.Concentration concentration(ReportQuery query, View view) {
    var rows = warehouse.query(query.concentration(), view).stream().toList();
    long buyers = rows.isEmpty() ? 0 : rows.getFirst().whole("buyers");
    if (buyers < FEWEST_BUYERS || rows.getFirst().missing("share"))
      return new Report.Concentration(buyers, List.of(), Optional.empty());
    return new Report.Concentration(
        buyers,
        rows.stream().map(r -> r.real("share")).toList(),
        Optional.of((double) rows.getFirst().whole("eighty") / buyers));
  }

  private List<Report.RfmShare> rfm(ReportQuery query, View view) {
    if (traits.held().find(RFM.column()).isEmpty()) return List.of();
    return warehouse.query(query.rfm(RFM), view).stream()
        .map(r -> new Report.RfmShare(r.text("code"), r.whole("customers"), r.decimal("revenue")))
        .toList();
  }

  private List<Report.Beat> beats(ReportQuery query, View view) {
    return warehouse.query(query.beats(), view).stream()
        .map(
            r ->
                new Report.Beat((int) r.whole("weekday"), (int) r.whole("hour"), r.whole("orders")))
        .toList();
  }

  private Report.Rhythm rhythm(View view) {
    var row = warehouse.query(ReportQuery.intervals(), view).only();
    long intervals = row.whole("intervals");
    if (intervals < FEWEST_INTERVALS)
      return new Report.Rhythm(intervals, Optional.empty(), Optional.empty());
    return new Report.Rhythm(
        intervals,
        Optional.of(Math.max(1, Math.round(row.real("median")))),
        Optional.of(Math.max(2, Math.round(row.real("late")))));
  }
}
