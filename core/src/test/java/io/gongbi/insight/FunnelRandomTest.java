package io.gongbi.insight;

import static io.gongbi.insight.Analyst.mark;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.insight.FunnelByHand.Event;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random funnels over random histories against {@link FunnelByHand}. Few moments, six hours apart
 * or a microsecond beside them, few names and steps that overlap: so ties, repeats and the last
 * moment of a window are everywhere.
 */
final class FunnelRandomTest {
  private static final int CUSTOMERS = 400;
  private static final int FUNNELS = 30;
  private static final FieldKey NAME = FieldKey.of("event.name");
  private static final FieldKey AMOUNT = FieldKey.of("event.amount");
  private static final Instant BEGIN = Instant.parse("2026-03-01T16:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void funnel_isWhatItsDefinitionSays(long seed) {
    var random = new SplittableRandom(seed);
    try (var shop = new TestShop(folder)) {
      var analyst = new Analyst(shop);
      var events = events(random);
      shop.put(ProfileTables.EVENT, table(events));
      int steps = 0;
      for (int i = 0; i < FUNNELS; i++) {
        var funnel = funnel(random);
        var asOf = new AsOf(BEGIN.plus(random.nextLong(16, 48) * 6, HOURS), Analyst.SHANGHAI);
        var expected = new FunnelByHand(funnel, asOf).answer(events);
        check(analyst, funnel, asOf, expected);
        checkMembers(analyst, funnel, asOf, expected, random);
        if (!funnel.isStrict() && i % 3 == 0) checkPlainSql(analyst, funnel, asOf, expected);
        for (var step : expected) if (!step.customers().isEmpty()) steps++;
      }
      assertThat(steps).as("steps that anybody came to").isGreaterThan(FUNNELS * 2);
    }
  }

  private static void check(
      Analyst analyst, Funnel funnel, AsOf asOf, List<FunnelByHand.Counted> expected) {
    check(analyst.ask(funnel, asOf).table(), funnel, asOf, expected);
  }

  private static void check(
      Table answer, Funnel funnel, AsOf asOf, List<FunnelByHand.Counted> expected) {
    assertThat(answer.size()).isEqualTo(expected.size());
    for (int k = 0; k < expected.size(); k++) {
      var row = answer.row(k);
      var step = expected.get(k);
      var told = "step " + (k + 1) + " of " + funnel + " " + asOf;
      assertThat(row.whole("customers")).as(told).isEqualTo(step.customers().size());
      assertThat(row.whole("open")).as("open, " + told).isEqualTo(step.open().size());
      assertThat(row.missing("median_hours")).as(told).isEqualTo(step.medianHours().isEmpty());
      step.medianHours()
          .ifPresent(h -> assertThat(row.real("median_hours")).as(told).isCloseTo(h, within(1e-9)));
      // Steps never grow, and whoever is open stopped here.
      if (k > 0) {
        var before = answer.row(k - 1);
        long lost = before.whole("customers") - row.whole("customers");
        assertThat(before.whole("open")).as(told).isBetween(0L, lost);
      }
    }
  }

  private static void checkMembers(
      Analyst analyst,
      Funnel funnel,
      AsOf asOf,
      List<FunnelByHand.Counted> expected,
      SplittableRandom random) {
    int k = random.nextInt(1, expected.size() + 1);
    assertThat(analyst.members(funnel, mark("customers", "step", Value.of(k)), asOf))
        .as("step " + k + " of " + funnel)
        .isEqualTo(expected.get(k - 1).customers());
    assertThat(analyst.members(funnel, mark("open", "step", Value.of(k)), asOf))
        .as("open at step " + k + " of " + funnel)
        .isEqualTo(expected.get(k - 1).open());
  }

  /** The clause that any engine can do gives what DuckDB's own does. */
  private static void checkPlainSql(
      Analyst analyst, Funnel funnel, AsOf asOf, List<FunnelByHand.Counted> expected) {
    var warehouse = analyst.shop.warehouse;
    var sql =
        new FunnelQuery(
                funnel,
                ProfileTables.EVENT,
                asOf,
                Optional.empty(),
                Optional.empty(),
                new Plain(warehouse.dialect()))
            .answer();
    assertThat(sql.explain(View.everything(), warehouse.dialect())).contains("join lateral");
    check(warehouse.query(sql, View.everything()), funnel, asOf, expected);
  }

  private record Plain(Dialect names) implements Dialect {
    @Override
    public String physical(TableName table) {
      return names.physical(table);
    }

    @Override
    public String literal(Value value) {
      return names.literal(value);
    }

    @Override
    public String type(ColumnType type) {
      return names.type(type);
    }
  }

  private static List<Event> events(SplittableRandom random) {
    var events = new ArrayList<Event>();
    for (long customer = 1; customer <= CUSTOMERS; customer++) {
      int count = random.nextInt(0, 9);
      for (int i = 0; i < count; i++) {
        var at = BEGIN.plus(Duration.ofHours(6L * random.nextInt(0, 32)));
        if (random.nextInt(6) == 0) at = at.plusNanos(1_000L * random.nextInt(-1, 2));
        // Half of the time together with the event before, as orders and payments are.
        if (i > 0 && random.nextInt(3) == 0) at = events.getLast().happenedAt();
        var name = "abcd".substring(random.nextInt(4)).substring(0, 1);
        var amount = BigDecimal.valueOf(random.nextInt(1, 4));
        events.add(new Event(events.size(), customer, name, at, amount));
      }
    }
    return events;
  }

  private static Table table(List<Event> events) {
    return new Table(
        ProfileTables.EVENT.columns(),
        events.stream()
            .map(
                e ->
                    filledUp(
                        Value.of(e.customer()),
                        Value.of(e.name()),
                        Value.of(e.happenedAt()),
                        Value.of(LocalDate.ofInstant(e.happenedAt(), Analyst.SHANGHAI)),
                        Value.of(e.amount()),
                        Value.of("shop"),
                        Value.missing()))
            .toList());
  }

  /** What an event tells beyond its amount and source is nothing here. */
  private static List<Value> filledUp(Value... first) {
    var row = new ArrayList<>(List.of(first));
    while (row.size() < ProfileTables.EVENT.columns().size()) row.add(Value.missing());
    return row;
  }

  private static Funnel funnel(SplittableRandom random) {
    int count = random.nextInt(2, 6);
    var steps =
        IntStream.range(0, count)
            .mapToObj(i -> new Funnel.Step(Label.typed("step " + (i + 1)), where(random)))
            .toList();
    var from = LocalDate.parse("2026-03-02").plusDays(random.nextInt(3));
    var period = new Period(from, from.plusDays(random.nextInt(1, 6)));
    return new Funnel(
        steps,
        random.nextInt(1, 5),
        period,
        random.nextInt(3) == 0 ? Optional.of(true) : Optional.empty(),
        Optional.empty());
  }

  private static Where where(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Where.In(NAME, List.of(Value.of("a"), Value.of("b")));
      case 1 -> new Where.Both(List.of(name(random), amount(random)));
      case 2 -> new Where.Either(List.of(name(random), amount(random)));
      case 3 -> new Where.Except(name(random));
      default -> name(random);
    };
  }

  private static Where name(SplittableRandom random) {
    return new Where.Compare(
        NAME, Op.EQ, Value.of("abc".substring(random.nextInt(3)).substring(0, 1)));
  }

  private static Where amount(SplittableRandom random) {
    return new Where.Compare(AMOUNT, Op.GE, Value.of(random.nextInt(2, 4)));
  }
}
