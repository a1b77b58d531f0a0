package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.insight.Funnel;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Heads counted while somebody clicks a segment together, and a funnel of four steps, by the
 * product's own translation.
 */
final class HeadCount implements Work {
  private static final Viewer SOMEBODY = new Viewer(new UserId("somebody"), Role.administrator());

  /** From a glance at the customer's row to five conditions over rows, orders and tags. */
  static final Map<String, Condition> CONDITIONS = new LinkedHashMap<>();

  static {
    CONDITIONS.put("city", city());
    CONDITIONS.put("lapsed", Condition.all(bought(2), new Condition.Not(boughtIn(90, 1))));
    CONDITIONS.put(
        "five",
        Condition.all(
            Condition.any(city(), bought(4)),
            spent(365, 500),
            boughtIn(180, 1),
            new Condition.Not(boughtIn(30, 1)),
            Condition.holds(new TraitId("tag/reachable"))));
    CONDITIONS.put("browsed", Condition.all(looked(7), new Condition.Not(boughtIn(7, 1))));
  }

  private static final int QUARTER = 90;
  private static final int WINDOW = 7;

  private final Gongbi gongbi;

  HeadCount(Path folder) {
    gongbi = Gongbi.open(folder.resolve("company"), Clock.systemUTC());
  }

  private static Condition city() {
    return new Condition.Attribute(
        new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")));
  }

  private static Condition bought(int days) {
    return new Condition.Behaviour(
        Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DISTINCT_DAYS, new Window.Ever()),
        Op.GE,
        BigDecimal.valueOf(days));
  }

  private static Condition boughtIn(int days, int times) {
    return new Condition.Behaviour(
        Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.COUNT, new Window.LastDays(days)),
        Op.GE,
        BigDecimal.valueOf(times));
  }

  private static Condition spent(int days, int atLeast) {
    return new Condition.Behaviour(
        Measure.of(
            new Where.Always(),
            Aggregate.SUM,
            FieldKey.of("order.amount"),
            new Window.LastDays(days)),
        Op.GE,
        BigDecimal.valueOf(atLeast));
  }

  private static Condition looked(int days) {
    return new Condition.Behaviour(
        Measure.of(
            Measure.EVENT,
            new Where.In(
                FieldKey.of("event.name"),
                Stream.of("viewed", "carted", "favourited").map(Value::of).toList()),
            Aggregate.COUNT,
            new Window.LastDays(days)),
        Op.GE,
        BigDecimal.ONE);
  }

  /** Opened the mini-program, looked at something, put it into the cart, paid. */
  private Funnel funnel(AsOf asOf) {
    return new Funnel(
        Stream.of("logged_in", "viewed", "carted", "paid")
            .map(
                name ->
                    new Funnel.Step(
                        Label.typed(name),
                        new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of(name))))
            .toList(),
        WINDOW,
        new Period(asOf.latestDay().minusDays(QUARTER - 1), asOf.latestDay().plusDays(1)),
        Optional.empty(),
        Optional.empty());
  }

  private static void put(Checksum.Builder sum, Row step) {
    var name = "step " + step.whole("step");
    sum.put(name, step.whole("customers")).put(name + " open", step.whole("open"));
    if (!step.missing("median_hours"))
      sum.put(name + " hours", BigDecimal.valueOf(step.real("median_hours")));
  }

  @Override
  public Checksum once(Stopwatch watch) {
    var sum = Checksum.builder();
    var asOf = gongbi.asOf();
    watch.start();
    var steps = gongbi.insights().answer(funnel(asOf), asOf, SOMEBODY).table();
    watch.lap("funnel");
    steps.stream().forEach(step -> put(sum, step));
    CONDITIONS.forEach(
        (name, condition) -> {
          var count = gongbi.segments().count(condition, SOMEBODY);
          watch.lap(name);
          sum.put(name, count.count()).put(name + " of", count.of());
        });
    return sum.build();
  }

  @Override
  public void close() {
    gongbi.close();
  }
}
