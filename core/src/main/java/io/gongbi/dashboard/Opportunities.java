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

/**
 * Finds what is worth doing. Each rule is a condition over what customers did, so that the same
 * words can be asked as of an earlier day: how many of those for whom it held then bought in the
 * days after is the rate that stands beside the heads of today.
 */
final class Opportunities {
  private static final int RECENT = 7;
  private static final int WELCOME = 30;

  private final Warehouse warehouse;
  private final Conditions conditions;

  Opportunities(Warehouse warehouse, Conditions conditions) {
    this.warehouse = warehouse;
    this.conditions = conditions;
  }

  private record Candidate(Opportunity.Rule rule, Condition who) {}

  /** The most money first; {@code who} narrows the heads of today, never the rates. */
  List<Opportunity> find(Report.Rhythm rhythm, Optional<Condition> who, AsOf asOf, View view) {
    var then = new AsOf(asOf.startOf(asOf.day().minusDays(Opportunity.DAYS + 1L)), asOf.zone());
    return candidates(rhythm, spent(view)).stream()
        .map(c -> weighed(c, who, asOf, then, view))
        .filter(o -> o.heads() > 0)
        .sorted(
            Comparator.comparing(
                    (Opportunity o) -> o.stake().map(Opportunity.Stake::money).orElse(MINUS))
                .reversed())
        .toList();
  }

  /** Below every sum of money. */
  private static final BigDecimal MINUS = BigDecimal.ONE.negate();

  private Opportunity weighed(
      Candidate candidate, Optional<Condition> who, AsOf asOf, AsOf then, View view) {
    var meant = who.<Condition>map(w -> Condition.all(w, candidate.who())).orElse(candidate.who());
    long heads =
        ask(ReportQuery.heads(conditions.members(meant, asOf)), view).only().whole("heads");
    var base =
        ask(
                ReportQuery.after(
                    conditions.members(candidate.who(), then), then, Opportunity.DAYS),
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
    var row = ask(ReportQuery.usualSpend(), view).only();
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
