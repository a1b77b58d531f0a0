package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is worth doing. Each rule is a condition over what customers did, so that the same
 * words can be asked as of an earlier day: how many of those for whom it held then bought in the
 * days after is the rate that stands beside the heads of today.
 */
final class Opportunities {
  private static final int RECENT = 7;
  private static final int WELCOME = 30;
  private static final int YEAR = 365;

  /** As many pairs of categories are weighed; of them the best is shown. */
  private static final int MOST_PAIRS = 3;

  /** Below every sum of money. */
  private static final BigDecimal MINUS = BigDecimal.ONE.negate();

  private static final Comparator<Opportunity> BEST =
      Comparator.comparing((Opportunity o) -> o.stake().map(Opportunity.Stake::money).orElse(MINUS))
          .reversed();

  private final Warehouse warehouse;
  private final Conditions conditions;

  Opportunities(Warehouse warehouse, Conditions conditions) {
    this.warehouse = warehouse;
    this.conditions = conditions;
  }

  /** {@code category}: the only one whose revenue counts, if it is one. */
  private record Candidate(Opportunity.Rule rule, Condition who, Optional<String> category) {
    Candidate(Opportunity.Rule rule, Condition who) {
      this(rule, who, Optional.empty());
    }
  }

  /** The most money first; {@code who} narrows the heads of today, never the rates. */
  List<Opportunity> find(Report.Rhythm rhythm, Optional<Condition> who, AsOf asOf, View view) {
    var then = new AsOf(asOf.startOf(asOf.day().minusDays(Opportunity.DAYS + 1L)), asOf.zone());
    var others = weighed(candidates(rhythm, spent(view)), who, asOf, then, view);
    var pair = weighed(pairs(asOf, view), who, asOf, then, view).limit(1);
    return Stream.concat(others, pair).sorted(BEST).toList();
  }

  /** Who bought one category in the year and never another that its buyers tend to buy. */
  private List<Candidate> pairs(AsOf asOf, View view) {
    var rows = ask(OpportunityQuery.pairs(asOf.lastDays(YEAR)), view).stream().toList();
    return rows.stream()
        .flatMap(
            r ->
                Affinity.real(
                    r.text("bought"),
                    r.text("missing"),
                    new Affinity.Counts(
                        r.whole("buyers"),
                        r.whole("of_first"),
                        r.whole("of_second"),
                        r.whole("of_both")),
                    rows.size())
                    .stream())
        .sorted(Comparator.comparingDouble(Affinity::low).reversed())
        .limit(MOST_PAIRS)
        .map(
            a ->
                new Candidate(
                    new Opportunity.Rule("crossSell", 0, YEAR, Optional.empty(), Optional.of(a)),
                    Condition.all(
                        ofCategory(a.bought(), new Window.LastDays(YEAR), Op.GE, 1),
                        ofCategory(a.missing(), new Window.Ever(), Op.EQ, 0)),
                    Optional.of(a.missing())))
        .toList();
  }

  private Stream<Opportunity> weighed(
      List<Candidate> candidates, Optional<Condition> who, AsOf asOf, AsOf then, View view) {
    return candidates.stream()
        .map(c -> weighed(c, who, asOf, then, view))
        .filter(o -> o.heads() > 0)
        .sorted(BEST);
  }

  private Opportunity weighed(
      Candidate candidate, Optional<Condition> who, AsOf asOf, AsOf then, View view) {
    var meant = who.<Condition>map(w -> Condition.all(w, candidate.who())).orElse(candidate.who());
    long heads =
        ask(OpportunityQuery.heads(conditions.members(meant, asOf)), view).only().whole("heads");
    var base =
        ask(
                OpportunityQuery.after(
                    conditions.members(candidate.who(), then),
                    candidate.category(),
                    then,
                    Opportunity.DAYS),
                view)
            .only();
    long baseHeads = base.whole("heads");
    long baseBuyers = base.whole("buyers");
    return new Opportunity(
        candidate.rule(),
        meant,
        heads,
        baseHeads,
        baseBuyers,
        stake(heads, baseHeads, baseBuyers, base.decimal("revenue")));
  }

  private static Optional<Opportunity.Stake> stake(
      long heads, long baseHeads, long baseBuyers, BigDecimal revenue) {
    if (baseHeads < Opportunity.FEWEST_HEADS || baseBuyers < Opportunity.FEWEST_BUYERS)
      return Optional.empty();
    var money =
        revenue
            .multiply(BigDecimal.valueOf(heads))
            .divide(BigDecimal.valueOf(baseHeads), 2, RoundingMode.HALF_UP);
    return Optional.of(
        new Opportunity.Stake(
            (double) baseBuyers / baseHeads,
            revenue.divide(BigDecimal.valueOf(baseBuyers), 2, RoundingMode.HALF_UP),
            money));
  }

  private Optional<BigDecimal> spent(View view) {
    var row = ask(OpportunityQuery.usualSpend(), view).only();
    return row.missing("spent")
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(Math.round(row.real("spent"))));
  }

  private static List<Candidate> candidates(Report.Rhythm rhythm, Optional<BigDecimal> usual) {
    var found = new ArrayList<Candidate>();
    rhythm
        .late()
        .ifPresent(
            late ->
                usual.ifPresent(
                    spent ->
                        found.add(
                            new Candidate(
                                new Opportunity.Rule("winBack", late, 2 * late, Optional.of(spent)),
                                Condition.all(
                                    since(Op.GT, late), since(Op.LE, 2 * late), sum(spent))))));
    rhythm
        .median()
        .ifPresent(
            median ->
                found.add(
                    new Candidate(
                        new Opportunity.Rule("secondOrder", 0, median, Optional.empty()),
                        Condition.all(days(Op.EQ, 1), since(Op.LE, median)))));
    if (rhythm.median().isPresent() && rhythm.late().isPresent()) {
      long median = rhythm.median().get();
      long late = rhythm.late().get();
      found.add(
          new Candidate(
              new Opportunity.Rule("dueAgain", median, late, Optional.empty()),
              Condition.all(days(Op.GE, 2), since(Op.GT, median), since(Op.LE, late))));
    }
    found.add(
        new Candidate(
            new Opportunity.Rule("carted", 0, RECENT, Optional.empty()),
            Condition.all(did("carted", RECENT, Op.GE, 1), bought(RECENT))));
    found.add(
        new Candidate(
            new Opportunity.Rule("browsed", 0, RECENT, Optional.empty()),
            Condition.all(
                did("viewed", RECENT, Op.GE, 1), did("carted", RECENT, Op.EQ, 0), bought(RECENT))));
    found.add(
        new Candidate(
            new Opportunity.Rule("firstOrder", 0, WELCOME, Optional.empty()),
            Condition.all(did("registered", WELCOME, Op.GE, 1), days(Op.EQ, 0))));
    return found;
  }

  /** Days since the last purchase. */
  private static Condition since(Op op, long days) {
    return sales(Aggregate.DAYS_SINCE_LAST, new Window.Ever(), op, days);
  }

  /** On so many days they ever bought. */
  private static Condition days(Op op, long days) {
    return sales(Aggregate.DISTINCT_DAYS, new Window.Ever(), op, days);
  }

  /** They bought nothing in the last days. */
  private static Condition bought(int within) {
    return sales(Aggregate.COUNT, new Window.LastDays(within), Op.EQ, 0);
  }

  private static Condition sales(Aggregate aggregate, Window window, Op op, long bound) {
    return new Condition.Behaviour(
        Measure.of(Measure.ORDER, Metrics.SALES, aggregate, window), op, BigDecimal.valueOf(bound));
  }

  /** They bought something of a category so many times. */
  private static Condition ofCategory(String category, Window window, Op op, int times) {
    var rows =
        new Where.Both(
            List.of(
                new Where.Compare(FieldKey.of("item.kind"), Op.EQ, Value.of("sale")),
                new Where.Compare(FieldKey.of("item.category"), Op.EQ, Value.of(category))));
    return new Condition.Behaviour(
        Measure.of(Measure.ITEM, rows, Aggregate.COUNT, window), op, BigDecimal.valueOf(times));
  }

  private static Condition sum(BigDecimal atLeast) {
    return new Condition.Behaviour(
        Measure.of(Metrics.SALES, Aggregate.SUM, FieldKey.of("order.amount"), new Window.Ever()),
        Op.GE,
        atLeast);
  }

  private static Condition did(String event, int within, Op op, long times) {
    var named = new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of(event));
    return new Condition.Behaviour(
        Measure.of(Measure.EVENT, named, Aggregate.COUNT, new Window.LastDays(within)),
        op,
        BigDecimal.valueOf(times));
  }

  private Table ask(Sql sql, View view) {
    return warehouse.query(sql, view);
  }
}
