package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.asOf;
import static io.gongbi.insight.Analyst.cautions;
import static io.gongbi.insight.Analyst.golden;
import static io.gongbi.insight.Analyst.mark;
import static io.gongbi.insight.Analyst.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments are of March 2026 in UTC; the company is in Shanghai, eight hours ahead. */
final class FunnelTest {
  private static final Period MARCH = period("2026-03-01", "2026-04-01");

  @TempDir Path folder;
  private Analyst analyst;

  @BeforeEach
  void open() {
    analyst = new Analyst(new TestShop(folder));
    analyst.shop.customers(
        IntStream.rangeClosed(1, 9)
            .mapToObj("customer_id=%1$d city=c%1$d net_revenue=%1$d\n"::formatted)
            .reduce("", String::concat));
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  /** One event a line: customer, name, day of March or day and time, perhaps an amount. */
  private void events(String lines) {
    analyst.shop.events(
        lines
            .lines()
            .filter(l -> !l.isBlank())
            .map(l -> l.strip().split("\\s+"))
            .map(
                w ->
                    "customer_id=%s name=%s happened_at=2026-03-%s%s"
                        .formatted(
                            w[0],
                            w[1],
                            w[2].contains("T") ? w[2] + "Z" : w[2] + "T02:00:00Z",
                            w.length > 3 ? " amount=" + w[3] : ""))
            .reduce("", (all, line) -> all + line + "\n"));
  }

  private static Where named(String name) {
    return new Where.Compare(FieldKey.of("event.name"), Op.EQ, Value.of(name));
  }

  private static Where paid(String least) {
    var amount = FieldKey.of("event.amount");
    var enough = new Where.Compare(amount, Op.GE, Value.of(new BigDecimal(least)));
    return new Where.Both(List.of(named("paid"), enough));
  }

  private static Funnel funnel(int days, String... names) {
    return funnel(days, Arrays.stream(names).map(FunnelTest::named).toArray(Where[]::new));
  }

  private static Funnel funnel(int days, Where... steps) {
    var named =
        IntStream.range(0, steps.length)
            .mapToObj(
                i -> new Funnel.Step(new Label("第" + (i + 1) + "步", "Step " + (i + 1)), steps[i]))
            .toList();
    return new Funnel(named, days, MARCH, Optional.empty(), Optional.empty());
  }

  private static Funnel strict(Funnel funnel) {
    return new Funnel(
        funnel.steps(), funnel.windowDays(), funnel.period(), Optional.of(true), funnel.who());
  }

  /** Customers, open, and median hours of each step: {@code 3/0/-}. */
  private List<String> counts(Funnel funnel, AsOf asOf) {
    return analyst.ask(funnel, asOf).table().stream()
        .map(
            r ->
                "%s/%s/%s"
                    .formatted(
                        r.whole("customers"),
                        r.whole("open"),
                        r.missing("median_hours") ? "-" : r.value("median_hours").shown()))
        .toList();
  }

  private List<String> counts(Funnel funnel) {
    return counts(funnel, LATER);
  }

  /** Ann sees, carts, buys. Bo sees and carts. Cy carts before seeing, so he has only seen. */
  @Test
  void funnel_countsOnlyStepsInOrder() {
    events(
        """
        1 view 01
        1 cart 02
        1 buy  03
        2 view 01
        2 cart 05
        3 cart 01
        3 view 03
        """);
    var answer = analyst.ask(funnel(7, "view", "cart", "buy"), LATER);
    assertThat(TestShop.shown(answer.table()))
        .containsExactly(
            "1 第1步 Step 1 3 - 1.0 0 -",
            "2 第2步 Step 2 2 0.6666666666666666 0.6666666666666666 0 60.0",
            "3 第3步 Step 3 1 0.5 0.3333333333333333 0 24.0");
    assertThat(cautions(answer)).containsExactly("insight.few-started");
    assertThat(answer.reads().toString()).isEqualTo("[profile.event]");
    assertThat(analyst.shop.rows(answer.sql())).isEqualTo(TestShop.shown(answer.table()));
  }

  /** With 30 at the first step one customer moves a rate by 3.3 points, and nothing is said. */
  @Test
  void fewAtTheFirstStep_areWarnedOf() {
    var funnel = funnel(7, "view", "buy");
    views(29);
    assertThat(analyst.ask(funnel, LATER).cautions())
        .containsExactly(new Caution("insight.few-started", Map.of("customers", "29")));
    views(30);
    assertThat(analyst.ask(funnel, LATER).cautions()).isEmpty();
  }

  private void views(int customers) {
    analyst.shop.events(
        IntStream.rangeClosed(1, customers)
            .mapToObj("customer_id=%d name=view happened_at=2026-03-01T02:00:00Z\n"::formatted)
            .reduce("", String::concat));
  }

  /** Seven days later to the microsecond counts, one microsecond more does not. */
  @Test
  void window_includesItsLastMoment_andIsCountedFromTheFirstStep() {
    events(
        """
        1 view 01T10:00:00
        1 cart 05T10:00:00
        1 buy  08T10:00:00
        2 view 01T10:00:00
        2 cart 05T10:00:00
        2 buy  08T10:00:00.000001
        """);
    assertThat(counts(funnel(7, "view", "cart", "buy")))
        .containsExactly("2/0/-", "2/0/96.0", "1/0/72.0");
  }

  /** From her first view Ann gets nowhere in time, from her second to the end. */
  @Test
  void bestStartCounts() {
    events(
        """
        1 view 01
        1 view 09
        1 cart 10
        1 buy  16
        """);
    assertThat(counts(funnel(7, "view", "cart", "buy")))
        .containsExactly("1/0/-", "1/0/24.0", "1/0/144.0");
  }

  /** Ann's first start reaches the cart after 48 hours; her second, which goes on, after 1. */
  @Test
  void hours_areThoseOfTheFirstStartThatCameThisFar() {
    events(
        """
        1 view 01T00:00:00
        1 cart 03T00:00:00
        1 view 20T00:00:00
        1 cart 20T01:00:00
        1 buy  20T04:00:00
        """);
    assertThat(counts(funnel(7, "view", "cart", "buy")))
        .containsExactly("1/0/-", "1/0/48.0", "1/0/3.0");
  }

  /** Ann paid once, Bo twice, Cy twice in the same second, Di twice but 31 days apart. */
  @Test
  void paidAndPaidAgain_takesTwoPayments() {
    events(
        """
        1 paid 03
        2 paid 03
        2 paid 04
        3 paid 03
        3 paid 03
        4 paid 01T00:00:00
        4 paid 31T00:00:01
        """);
    assertThat(counts(funnel(30, "paid", "paid"))).containsExactly("4/0/-", "2/0/12.0");
    assertThat(counts(funnel(30, "paid", "paid", "paid")))
        .containsExactly("4/0/-", "2/0/12.0", "0/0/-");
  }

  /** Ordered and paid in one second, written down in either order. */
  @Test
  void eventsOfOneMoment_countInTheOrderOfTheSteps() {
    events(
        """
        1 paid    03
        1 ordered 03
        2 ordered 03
        2 paid    03
        """);
    assertThat(counts(funnel(7, "ordered", "paid"))).containsExactly("2/0/-", "2/0/0.0");
    assertThat(counts(funnel(7, "paid", "ordered"))).containsExactly("2/0/-", "2/0/0.0");
  }

  /** Ann paid once and was refunded, all in one second: the payment is not two. */
  @Test
  void oneEvent_fillsOneStep_alsoAroundAnother() {
    events(
        """
        1 paid     03
        1 refunded 03
        2 paid     03
        2 refunded 03
        2 paid     03
        3 paid     03
        3 refunded 03
        3 paid     09
        """);
    assertThat(counts(funnel(30, "paid", "refunded", "paid")))
        .containsExactly("3/0/-", "3/0/0.0", "2/0/72.0");
  }

  /** 100 or more, then anything: Ann's one payment is both, but only once; Bo has another. */
  @Test
  void stepsThatOverlap_takeTwoEvents() {
    events(
        """
        1 paid 03 100
        2 paid 03 100
        2 paid 03 5
        3 paid 03 5
        3 paid 04 100
        4 paid 03 100
        4 paid 05 5
        """);
    assertThat(counts(funnel(30, paid("100"), named("paid")))).containsExactly("4/0/-", "2/0/24.0");
    // The other way round Bo may give the 5 to the first step, and Cy does.
    assertThat(counts(funnel(30, named("paid"), paid("100")))).containsExactly("4/0/-", "2/0/12.0");
  }

  /** The start lies in March of Shanghai, what follows may be in April. */
  @Test
  void startLiesInThePeriod_laterStepsMayRunPastIt() {
    analyst.shop.events(
        """
        customer_id=1 name=view happened_at=2026-02-28T15:59:59Z
        customer_id=1 name=buy  happened_at=2026-03-02T00:00:00Z
        customer_id=2 name=view happened_at=2026-02-28T16:00:00Z
        customer_id=2 name=buy  happened_at=2026-02-28T16:00:00Z
        customer_id=3 name=view happened_at=2026-03-31T15:59:59Z
        customer_id=3 name=buy  happened_at=2026-04-07T15:59:59Z
        customer_id=4 name=view happened_at=2026-03-31T16:00:00Z
        customer_id=4 name=buy  happened_at=2026-03-31T16:00:00Z
        """);
    assertThat(counts(funnel(7, "view", "buy"))).containsExactly("2/0/-", "2/0/84.0");
  }

  /** Ann looked at the cart between view and buy; Bo at nothing; Cy restarted; Di at once. */
  @Test
  void strict_forbidsOtherEventsBetween() {
    events(
        """
        1 view 01
        1 cart 02
        1 buy  03
        2 view 01
        2 buy  03
        3 view 01
        3 cart 02
        3 view 03
        3 buy  04
        4 cart 01
        4 view 02
        4 buy  02
        4 cart 02
        """);
    assertThat(counts(funnel(7, "view", "buy"))).containsExactly("4/0/-", "4/0/48.0");
    assertThat(counts(strict(funnel(7, "view", "buy")))).containsExactly("4/0/-", "3/0/24.0");
  }

  /**
   * Going on to the cart at once leaves the second cart in the way of the purchase; taking the
   * second cart for the step does not.
   */
  @Test
  void strict_followsEveryWay() {
    events(
        """
        1 view 01
        1 cart 01
        1 cart 02
        1 buy  03
        """);
    assertThat(counts(strict(funnel(7, "view", "cart", "buy"))))
        .containsExactly("1/0/-", "1/0/0.0", "1/0/24.0");
  }

  /**
   * On the 6th at 02:00 Ann, who viewed on the 1st, may still buy; Bo's window of the 30th of
   * February is over; Cy has bought; Di's lasts to this very moment.
   */
  @Test
  void openWindows_areCountedApart() {
    analyst.shop.events(
        """
        customer_id=1 name=view happened_at=2026-03-01T02:00:00Z
        customer_id=1 name=cart happened_at=2026-03-02T02:00:00Z
        customer_id=2 name=view happened_at=2026-02-28T16:00:00Z
        customer_id=3 name=view happened_at=2026-03-04T02:00:00Z
        customer_id=3 name=cart happened_at=2026-03-04T02:00:00Z
        customer_id=3 name=buy  happened_at=2026-03-04T02:00:00Z
        customer_id=4 name=view happened_at=2026-03-01T02:00:01Z
        customer_id=5 name=view happened_at=2026-03-06T02:00:00Z
        """);
    var funnel = funnel(5, "view", "cart", "buy");
    var asOf = asOf("2026-03-06T02:00:00Z");
    assertThat(counts(funnel, asOf)).containsExactly("4/1/-", "2/1/12.0", "1/0/0.0");
    assertThat(cautions(analyst.ask(funnel, asOf)))
        .containsExactly("insight.few-started", "insight.open-windows");
    assertThat(members(funnel, "open", 1, asOf)).containsExactly(4L);
    assertThat(members(funnel, "open", 2, asOf)).containsExactly(1L);
    assertThat(members(funnel, "open", 3, asOf)).isEmpty();
    // A second later Ann's window is over too.
    assertThat(counts(funnel, asOf("2026-03-06T02:00:01Z")))
        .containsExactly("5/2/-", "2/0/12.0", "1/0/0.0");
  }

  private java.util.Set<Long> members(Funnel funnel, String column, long step, AsOf asOf) {
    return analyst.members(funnel, mark(column, "step", Value.of(step)), asOf);
  }

  /** Strict, whoever did something else since cannot go on. */
  @Test
  void strict_isOpenOnlyForWhoeverDidNothingSince() {
    events(
        """
        1 view 01
        2 view 01
        2 cart 02
        """);
    var funnel = strict(funnel(7, "view", "buy"));
    assertThat(counts(funnel, asOf("2026-03-04T00:00:00Z"))).containsExactly("2/1/-", "0/0/-");
    assertThat(members(funnel, "open", 1, asOf("2026-03-04T00:00:00Z"))).containsExactly(1L);
  }

  @Test
  void steps_openIntoTheirCustomers() {
    events(
        """
        1 view 01
        1 buy  02
        2 view 01
        3 buy  01
        """);
    var funnel = funnel(7, "view", "buy");
    assertThat(members(funnel, "customers", 1, LATER)).containsExactly(1L, 2L);
    assertThat(members(funnel, "customers", 2, LATER)).containsExactly(1L);
    var mark = mark("customers", "step", Value.of(1));
    var page = analyst.insights.members(funnel, mark, LATER, Analyst.everyone(), 0, 1);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.rows().only().whole("customer_id")).isEqualTo(2);
  }

  @Test
  void whoAndScope_leaveOthersOut() {
    events(
        """
        1 view 01
        1 buy  02
        2 view 01
        """);
    var funnel = funnel(7, "view", "buy");
    var second =
        new Condition.Attribute(
            new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("c2")));
    var ofSecond = new Funnel(funnel.steps(), 7, MARCH, Optional.empty(), Optional.of(second));
    for (var question : List.of(ofSecond, strict(ofSecond)))
      assertThat(counts(question)).containsExactly("1/0/-", "0/0/-");
    assertThat(analyst.rows(funnel, LATER, Analyst.of("c1")))
        .containsExactly("1 第1步 Step 1 1 - 1.0 0 -", "2 第2步 Step 2 1 1.0 1.0 0 24.0");
    var mark = mark("customers", "step", Value.of(1));
    assertThat(analyst.members(funnel, mark, LATER, Analyst.of("c2"))).containsExactly(2L);
  }

  /** Nobody there: zeros, and no rates. */
  @Test
  void emptyFunnel_isAllZero() {
    assertThat(analyst.rows(funnel(7, "view", "buy"), LATER))
        .containsExactly("1 第1步 Step 1 0 - - 0 -", "2 第2步 Step 2 0 - - 0 -");
  }

  @Test
  void text_isTheGoldenOne() {
    assertThat(analyst.ask(funnel(7, "view", "cart", "buy"), LATER).sql())
        .isEqualTo(golden("funnel-three-steps.sql"));
    assertThat(analyst.ask(funnel(90, "paid", "paid"), LATER).sql())
        .isEqualTo(golden("funnel-paid-again.sql"));
    assertThat(analyst.ask(strict(funnel(7, "view", "buy")), LATER).sql())
        .isEqualTo(golden("funnel-strict.sql"));
  }

  @Test
  void faults_areSaidAllAtOnce() {
    var bad =
        new Funnel(
            List.of(
                new Funnel.Step(Label.typed("x"), new Where.Missing(FieldKey.of("event.mood")))),
            0,
            period("1800-01-01", "2026-01-01"),
            Optional.empty(),
            Optional.of(new Condition.Not(new Condition.Any(List.of()))));
    assertThatThrownBy(() -> analyst.ask(bad, LATER))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults().stream().map(f -> f.place() + " " + f.code()))
                    .containsExactly(
                        "steps insight.too-few-steps",
                        "steps[0].where.field condition.unknown-field",
                        "windowDays insight.window-days",
                        "period insight.period-range",
                        "who.of condition.empty-group"));
  }
}
