package io.gongbi.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Plan;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.RunId;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TagsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AsOf AS_OF = AsOf.endOf(LocalDate.parse("2026-03-14"), ZONE);
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  private static final Viewer SHANGHAI =
      new Viewer(
          new UserId("hu"),
          new Role(
              "south",
              Set.of(Right.VIEW),
              new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")),
              false,
              Set.of()));
  private static final DefinitionId RFM = Tag.KIND.id("rfm");
  private static final DefinitionId SLEEPING = Tag.KIND.id("sleeping_90");
  private static final Label NAME = Label.typed("VIP");

  @TempDir Path folder;
  private TestShop shop;
  private Catalog catalog;
  private Tags tags;
  private AsOf asOf = AS_OF;
  private long runs;

  /**
   * Days before 2026-03-15: Ann bought 14, 40 and 300 days ago (three days, 600 in all), Bo twice
   * on one day 91 days ago and gave 30 back 10 days ago, Cy once 90 days ago, Dee once two years
   * ago, Eve never.
   */
  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1 name=Ann city=上海 phone=13900000001
        customer_id=2 name=Bo city=上海
        customer_id=3 name=Cy city=北京 phone=13900000003
        customer_id=4 name=Dee city=北京
        customer_id=5 name=Eve phone=13900000005
        """);
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=100 order_no=A1
        customer_id=1 kind=sale day=2026-02-03 amount=200 order_no=A2
        customer_id=1 kind=sale day=2025-05-19 amount=300 order_no=A3
        customer_id=2 kind=sale day=2025-12-14 amount=50 order_no=B1
        customer_id=2 kind=sale day=2025-12-14 amount=20 order_no=B2
        customer_id=2 kind=return day=2026-03-05 amount=-30 order_no=B3
        customer_id=3 kind=sale day=2025-12-15 amount=80 order_no=C1
        customer_id=4 kind=sale day=2024-03-01 amount=900 order_no=D1
        kind=sale day=2026-03-10 amount=999 order_no=X1
        """);
    catalog =
        Catalog.open(
            folder.resolve("catalog.sqlite"),
            Users.MIGRATIONS,
            Clock.fixed(Instant.parse("2026-03-15T00:00:00Z"), ZoneOffset.UTC));
    var definitions = new Definitions(catalog);
    tags =
        new Tags(
            shop.warehouse,
            definitions,
            new Authorship(catalog, definitions, new AuditTrail(catalog)),
            shop.traits,
            new Conditions(shop.warehouse, shop.traits, new Standard()),
            new Gate(shop.warehouse),
            (by, what) -> recount(),
            () -> asOf);
    tags.ship();
  }

  /** What a run of its own does in the product, done before the call returns. */
  private void recount() {
    shop.refresher(this::steps, () -> asOf)
        .refresh(new RunId(++runs), asOf.instant(), false, Progress.NONE);
  }

  private List<Step> steps() {
    return Stream.concat(shop.traits.steps().stream(), tags.steps().stream()).toList();
  }

  @AfterEach
  void close() {
    catalog.close();
    shop.close();
  }

  private void refresh(Delta delta) {
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      var next = delta;
      for (var step : Plan.of(steps()).steps()) next = step.run(next, asOf, write, Progress.NONE);
      write.commit();
    }
  }

  private List<String> held(String columns) {
    return shop.rows("select customer_id, " + columns + " from {trait.held} order by customer_id");
  }

  private static Sql ids(long... ids) {
    var rows = new ArrayList<String>();
    for (long id : ids) rows.add("select " + id + " as customer_id");
    return Sql.of(String.join(" union all ", rows));
  }

  @Test
  void readyTags_sayWhatARetailerExpects() {
    refresh(new Delta.Everything());
    // Bo's two orders are one purchase day. 90 days ago is within the last 90 days, 91 is not.
    assertThat(held("tag_reachable, tag_repeat_buyer_365, tag_sleeping_90"))
        .containsExactly("1 true true -", "2 - - true", "3 true - -", "4 - - true", "5 true - -");
  }

  /**
   * In 365 days Ann has R 14, F 3, M 600; Bo R 91, F 1, M 40 (the return is subtracted, and is no
   * purchase); Cy R 90, F 1, M 80. Means: R 65, F 1.67, M 240. Ann is high in all three, the others
   * in none. Dee bought before the window, Eve never: no group.
   */
  @Test
  void rfm_comparesWithTheMean() {
    refresh(new Delta.Everything());
    assertThat(held("tag_rfm")).containsExactly("1 111", "2 000", "3 000", "4 -", "5 -");
    var report = tags.rfm(RFM, LIN);
    var lines = report.thresholds().orElseThrow();
    assertThat(lines.r()).isEqualTo(65);
    assertThat(lines.f()).isEqualTo(5 / 3.0);
    assertThat(lines.m()).isEqualTo(240);
    assertThat(report.without()).isEqualTo(2);
    assertThat(report.groups()).hasSize(8);
    assertThat(report.groups().getFirst())
        .isEqualTo(
            new RfmReport.Group(
                RfmGroup.CHAMPIONS,
                RfmGroup.CHAMPIONS.label(),
                1,
                1 / 3.0,
                Optional.of(new RfmReport.Thresholds(14, 3, 600)),
                600,
                600 / 720.0));
    assertThat(report.groups().getLast())
        .isEqualTo(
            new RfmReport.Group(
                RfmGroup.LOST,
                RfmGroup.LOST.label(),
                2,
                2 / 3.0,
                Optional.of(new RfmReport.Thresholds(90.5, 1, 60)),
                120,
                120 / 720.0));
  }

  /** The company calls its champions 铁粉; the others keep their names, the values their codes. */
  @Test
  void rfm_groupsMayBeRenamed() {
    var names = java.util.Map.of("111", Label.typed("铁粉"));
    var rule = new TagRule.Rfm(365, TagRule.Rfm.Split.MEAN, Optional.empty(), names);
    tags.put(LIN, RFM, NAME, new Tag("value", NAME, rule));
    assertThat(held("tag_rfm")).containsExactly("1 111", "2 000", "3 000", "4 -", "5 -");
    assertThat(tags.view(RFM, LIN).values())
        .containsExactly(
            new TagView.Count(Value.of("000"), new Label("一般挽留客户", "To win back"), 2),
            new TagView.Count(Value.of("111"), Label.typed("铁粉"), 1));
    assertThat(tags.rfm(RFM, LIN).groups().getFirst().label()).isEqualTo(Label.typed("铁粉"));
    var wrong =
        new TagRule.Rfm(
            365,
            TagRule.Rfm.Split.MEAN,
            Optional.empty(),
            java.util.Map.of("112", Label.typed("铁粉"), "110", Label.typed("长".repeat(31))));
    assertThatThrownBy(() -> tags.put(LIN, RFM, NAME, new Tag("value", NAME, wrong)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code, Fault::place)
                    .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("tag.rfm-group", "rule.names.112"),
                        org.assertj.core.groups.Tuple.tuple("tag.rfm-name", "rule.names.110")));
  }

  @Test
  void rfm_theMeanItselfIsHigh() {
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=0.1
        customer_id=2 kind=sale day=2026-03-01 amount=0.1
        customer_id=3 kind=sale day=2026-03-01 amount=0.1
        """);
    refresh(new Delta.Everything());
    assertThat(held("tag_rfm")).containsExactly("1 111", "2 111", "3 111", "4 -", "5 -");
  }

  @Test
  void rfm_byGivenCuts() {
    var cuts = new TagRule.Rfm.Cuts(90, 1, new BigDecimal(600));
    tags.put(
        LIN,
        RFM,
        NAME,
        new Tag("value", NAME, new TagRule.Rfm(365, TagRule.Rfm.Split.CUSTOM, Optional.of(cuts))));
    assertThat(held("tag_rfm"))
        .as("at most 90 days, at least one day, at least 600")
        .containsExactly("1 111", "2 010", "3 110", "4 -", "5 -");
  }

  /**
   * Ten customers with F 1 × 6, 2 × 2, 3, 4: ranks 1 (six share it), 7, 7, 9, 10, so scores 1 × 6,
   * 4, 4, 5, 5; the mean of scores is 2.4, so two purchase days are high.
   */
  @Test
  void rfm_byFifths_equalValuesShareAScore() {
    var customers = new StringBuilder();
    var orders = new StringBuilder();
    int[] days = {1, 1, 1, 1, 1, 1, 2, 2, 3, 4};
    for (int i = 0; i < days.length; i++) {
      customers.append("customer_id=").append(i + 1).append('\n');
      for (int d = 0; d < days[i]; d++) {
        orders.append(
            "customer_id=%d kind=sale day=2026-03-%02d amount=%s%n"
                .formatted(i + 1, 10 - d, new BigDecimal(12).divide(new BigDecimal(days[i]))));
      }
    }
    shop.customers(customers.toString()).orders(orders.toString());
    tags.put(
        LIN,
        RFM,
        NAME,
        new Tag("value", NAME, new TagRule.Rfm(365, TagRule.Rfm.Split.QUANTILE, Optional.empty())));
    // All last bought on the 10th and spent 12: R and M are one shared score, which is its own
    // mean.
    assertThat(held("tag_rfm"))
        .containsExactly(
            "1 101", "2 101", "3 101", "4 101", "5 101", "6 101", "7 111", "8 111", "9 111",
            "10 111");
    assertThat(tags.rfm(RFM, LIN).thresholds().orElseThrow())
        .isEqualTo(new RfmReport.Thresholds(5, 2, 12));
  }

  @Test
  void viewersOfACity_seeTheCompanysGroupsOfTheirCustomers() {
    refresh(new Delta.Everything());
    var report = tags.rfm(RFM, SHANGHAI);
    assertThat(report.thresholds()).isEqualTo(tags.rfm(RFM, LIN).thresholds());
    assertThat(report.groups().stream().mapToLong(RfmReport.Group::customers).boxed())
        .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
    assertThat(report.without()).isZero();
    var view = tags.view(SLEEPING, SHANGHAI);
    assertThat(view.holders()).isEqualTo(1);
    assertThat(view.coverage()).isEqualTo(0.5);
    assertThatThrownBy(() -> tags.why(SLEEPING, new CustomerId(3), SHANGHAI))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactly("tag.no-such-customer"));
  }

  /**
   * The law: some customers at a time equals everybody at once, also where groups depend on all.
   */
  @Test
  void steps_everythingEqualsAnySplit() {
    refresh(new Delta.Everything());
    shop.orders(
        """
        customer_id=3 kind=sale day=2026-03-14 amount=5000
        customer_id=5 kind=sale day=2026-03-13 amount=10
        customer_id=1 kind=sale day=2026-03-01 amount=100
        customer_id=2 kind=sale day=2025-12-14 amount=50
        """);
    refresh(new Delta.Customers(ids(3)));
    refresh(new Delta.Customers(ids(5, 1)));
    refresh(new Delta.Customers(ids(2, 4)));
    var columns = "tag_reachable, tag_repeat_buyer_365, tag_sleeping_90, tag_rfm";
    var split = held(columns);
    var before = shop.rows("select count(*) as n from {trait.change}");
    refresh(new Delta.Everything());
    assertThat(held(columns)).isEqualTo(split);
    assertThat(shop.rows("select count(*) as n from {trait.change}")).isEqualTo(before);
  }

  /**
   * A tag on top of RFM: Cy's great purchase makes Ann's M low, and Ann, who is in no delta, must
   * lose the tag that asks for her group.
   */
  @Test
  void whatFollowsFromRfm_hearsOfEverybodyWhoseGroupTurned() {
    refresh(new Delta.Everything());
    var champions = new Condition.Holds(new TraitId("tag/rfm"), Op.EQ, Value.of("111"));
    tags.put(LIN, Tag.KIND.id("champion"), NAME, Tag.flag("value", NAME, champions));
    assertThat(held("tag_rfm, tag_champion")).contains("1 111 true", "3 000 -");
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=100
        customer_id=1 kind=sale day=2026-02-03 amount=200
        customer_id=2 kind=sale day=2025-12-14 amount=50
        customer_id=3 kind=sale day=2026-03-14 amount=5000
        customer_id=3 kind=sale day=2026-03-13 amount=5000
        """);
    refresh(new Delta.Customers(ids(3)));
    assertThat(held("tag_rfm, tag_champion"))
        .containsExactly("1 110 -", "2 000 -", "3 111 true", "4 - -", "5 - -");
  }

  @Test
  void tags_readingTags_areRightInTheirFirstRun() {
    var definitions = new Definitions(catalog);
    var asleep = Condition.holds(new TraitId("tag/sleeping_90"));
    // "a_…" sorts before what it reads; only the plan can know the order.
    definitions.save(
        Tag.KIND,
        Definition.fresh(
            Tag.KIND.id("a_awake"),
            NAME,
            LIN.user(),
            Tag.flag("value", NAME, new Condition.Not(asleep))));
    refresh(new Delta.Everything());
    assertThat(held("tag_a_awake")).containsExactly("1 true", "2 -", "3 true", "4 -", "5 true");
  }

  @Test
  void firstMatchingCaseWins() {
    var city = FieldKey.of("customer.city");
    var tag =
        new Tag(
            "fact",
            NAME,
            new TagRule.Rule(
                List.of(
                    new TagRule.Case(
                        Value.of("buyer"), Optional.of(new Label("买家", "Buyer")), spent("100")),
                    new TagRule.Case(
                        Value.of("local"),
                        Optional.empty(),
                        new Condition.Attribute(new Where.Compare(city, Op.EQ, Value.of("上海")))),
                    new TagRule.Case(
                        Value.of("nowhere"),
                        Optional.empty(),
                        new Condition.Attribute(new Where.Missing(city))))));
    tags.put(LIN, Tag.KIND.id("kind"), NAME, tag);
    assertThat(held("tag_kind"))
        .containsExactly("1 buyer", "2 local", "3 -", "4 buyer", "5 nowhere");
    var view = tags.view(Tag.KIND.id("kind"), LIN);
    assertThat(view.values())
        .contains(new TagView.Count(Value.of("buyer"), new Label("买家", "Buyer"), 2));
    assertThat(view.values()).extracting(TagView.Count::customers).containsExactly(2L, 1L, 1L);
    // Bo is told of the case that gave his value, Cy of all three that did not.
    assertThat(tags.why(Tag.KIND.id("kind"), new CustomerId(2), LIN).atoms()).hasSize(1);
    assertThat(tags.why(Tag.KIND.id("kind"), new CustomerId(3), LIN).atoms()).hasSize(3);
  }

  private static Condition spent(String least) {
    return new Condition.Behaviour(
        Measure.of(Metrics.SALES, Aggregate.SUM, FieldKey.of("order.amount"), new Window.Ever()),
        Op.GE,
        new BigDecimal(least));
  }

  @Test
  void statisticsAndBands() {
    var spent =
        Measure.of(Metrics.SALES, Aggregate.SUM, FieldKey.of("order.amount"), new Window.Ever());
    var since =
        Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.DAYS_SINCE_LAST, new Window.Ever());
    tags.put(LIN, Tag.KIND.id("spent"), NAME, new Tag("value", NAME, new TagRule.Statistic(spent)));
    tags.put(LIN, Tag.KIND.id("since"), NAME, new Tag("value", NAME, new TagRule.Statistic(since)));
    tags.put(
        LIN,
        Tag.KIND.id("band"),
        NAME,
        new Tag(
            "value",
            NAME,
            new TagRule.Banded(
                spent, List.of(new BigDecimal(80), new BigDecimal(600)), List.of("低", "中", "高"))));
    // Nothing spent is 0 and the lowest band; no last purchase is no value. A cut belongs above.
    assertThat(held("tag_spent, tag_since, tag_band"))
        .containsExactly("1 600 14 高", "2 70 91 低", "3 80 90 中", "4 900 744 高", "5 0 - 低");
    var why = tags.why(Tag.KIND.id("band"), new CustomerId(3), LIN);
    assertThat(why.value()).isEqualTo(Value.of("中"));
    assertThat(why.atoms().getFirst().found()).isEqualTo(Value.of(new BigDecimal("80.0000")));
    assertThat(tags.view(Tag.KIND.id("spent"), LIN).values()).as("a number").isEmpty();
  }

  @Test
  void why_showsWhatDecided() {
    refresh(new Delta.Everything());
    var bo = tags.why(SLEEPING, new CustomerId(2), LIN);
    assertThat(bo.holds()).isTrue();
    assertThat(bo.value()).isEqualTo(Value.of(true));
    assertThat(bo.since()).contains(AS_OF.instant());
    assertThat(bo.span()).as("ever has no first day").isEmpty();
    assertThat(bo.atoms()).hasSize(1);
    var finding = bo.atoms().getFirst();
    assertThat(finding.text())
        .isEqualTo(new Label("最近一次购买距今超过 90 天", "Last purchase more than 90 days ago"));
    assertThat(finding.holds()).isTrue();
    assertThat(finding.found()).isEqualTo(Value.of(91));
    assertThat(finding.wanted().zh()).isEqualTo("> 90");
    assertThat(finding.rows().stream().map(r -> r.text("order_no")))
        .containsExactlyInAnyOrder("B1", "B2");
    assertThat(bo.changes()).hasSize(1);
    assertThat(bo.sql()).contains("date '2026-03-15'");

    var ann = tags.why(Tag.KIND.id("repeat_buyer_365"), new CustomerId(3), LIN);
    assertThat(ann.holds()).isFalse();
    assertThat(ann.atoms().getFirst().found()).isEqualTo(Value.of(1));
    assertThat(ann.atoms().getFirst().wanted().zh()).isEqualTo("≥ 2");
    assertThat(ann.span())
        .contains(new Period(LocalDate.parse("2025-03-15"), LocalDate.parse("2026-03-15")));

    var eve = tags.why(RFM, new CustomerId(5), LIN);
    assertThat(eve.holds()).isFalse();
    assertThat(eve.atoms()).hasSize(1);
    assertThat(eve.atoms().getFirst().wanted().zh()).isEqualTo("≥ 1");
    var cy = tags.why(RFM, new CustomerId(3), LIN);
    assertThat(cy.value()).isEqualTo(Value.of("000"));
    assertThat(cy.atoms()).extracting(f -> f.found().shown()).containsExactly("90", "1", "80");
    assertThat(cy.atoms())
        .extracting(f -> f.wanted().en())
        .containsExactly("≤ 65.00", "≥ 1.67", "≥ 240.00");
    assertThat(cy.atoms()).noneMatch(f -> f.holds());
  }

  @Test
  void theDayTurns_andOnlyThen() {
    refresh(new Delta.Everything());
    assertThat(tags.steps())
        .filteredOn(Step::looksAtToday)
        .extracting(Step::name)
        .containsExactlyInAnyOrder(
            "tag.active_30",
            "tag.browsed_no_order_7",
            "tag.frequent_repeat",
            "tag.high_potential_new",
            "tag.lifecycle",
            "tag.monthly_repeat",
            "tag.preferred_categories",
            "tag.preferred_category",
            "tag.preferred_channel",
            "tag.repeat_buyer_365",
            "tag.rfm",
            "tag.sale_day_shopper",
            "tag.sleeping_90",
            "tag.yearly_10000");
    asOf = AsOf.endOf(LocalDate.parse("2026-03-15"), ZONE);
    refresh(new Delta.Everything());
    assertThat(held("tag_sleeping_90")).contains("3 true");
    assertThat(TestShop.shown(tags.history(SLEEPING, LIN)))
        .containsExactly("2026-03-15 2 2 0", "2026-03-16 3 1 0");
  }

  @Test
  void saving_saysEverythingThatIsWrong() {
    var rule =
        new TagRule.Rule(
            List.of(
                new TagRule.Case(Value.of("a"), Optional.empty(), Condition.any()),
                new TagRule.Case(
                    Value.of(true),
                    Optional.empty(),
                    new Condition.Holds(new TraitId("tag/nosuch"), Op.EQ, Value.of(true)))));
    assertThatThrownBy(() -> tags.add(LIN, NAME, new Tag("fact", NAME, rule)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(f -> f.code() + " " + f.place())
                    .containsExactlyInAnyOrder(
                        "condition.empty-group rule.cases[0].when",
                        "tag.mixed-values rule.cases[1].value",
                        "condition.unknown-trait rule.cases[1].when.trait"));
    var bands =
        new TagRule.Banded(
            new Measure(
                Measure.ORDER,
                new Where.Always(),
                Aggregate.SUM,
                Optional.empty(),
                new Window.LastDays(0)),
            List.of(BigDecimal.TEN, BigDecimal.ONE),
            List.of("x", "x", "y"));
    assertThatThrownBy(() -> tags.add(LIN, NAME, new Tag("fact", NAME, bands)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactlyInAnyOrder(
                        "condition.window-days",
                        "condition.measure-needs-field",
                        "tag.cuts-not-rising",
                        "tag.band-names"));
    assertThatThrownBy(() -> tags.add(SHANGHAI, NAME, new Tag("fact", NAME, rule)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.faults().getFirst()).isInstanceOf(Fault.Forbidden.class));
  }

  @Test
  void aTagKeepsItsType_andCannotReadItself() {
    var sleeping = Condition.holds(TraitId.of(SLEEPING));
    assertThatThrownBy(
            () -> tags.put(LIN, SLEEPING, NAME, new Tag("x", NAME, TagRule.Rfm.byMean(30))))
        .hasMessageContaining("tag.type-is-fixed");
    assertThatThrownBy(() -> tags.put(LIN, SLEEPING, NAME, Tag.flag("x", NAME, sleeping)))
        .hasMessageContaining("tag.circle");
    var other = tags.add(LIN, NAME, Tag.flag("x", NAME, sleeping));
    assertThat(other.id()).isEqualTo(Tag.KIND.id("t1"));
    assertThatThrownBy(
            () ->
                tags.put(
                    LIN,
                    SLEEPING,
                    NAME,
                    Tag.flag("x", NAME, Condition.holds(TraitId.of(other.id())))))
        .hasMessageContaining("tag.circle");
    assertThatThrownBy(() -> tags.retire(LIN, SLEEPING)).hasMessageContaining("definition.in-use");
    tags.retire(LIN, other.id());
    tags.retire(LIN, SLEEPING);
    assertThat(
            shop.rows("select count(tag_t1) as n, count(tag_sleeping_90) as m from {trait.held}"))
        .containsExactly("0 0");
    tags.ship();
    assertThat(tags.all()).extracting(Definition::id).doesNotContain(SLEEPING);
    assertThat(tags.views(LIN))
        .filteredOn(v -> v.definition().status() == Definition.Status.RETIRED)
        .extracting(v -> v.definition().id(), TagView::holders, TagView::counting)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SLEEPING, 0L, false),
            org.assertj.core.groups.Tuple.tuple(other.id(), 0L, false));
    tags.move(LIN, SLEEPING, Definition.Status.PUBLISHED);
    assertThat(held("tag_sleeping_90")).containsExactly("1 -", "2 true", "3 -", "4 true", "5 -");
    assertThat(
            shop.rows(Sql.of("select max(position) as n from {trait.change}"), View.everything()))
        .hasSize(1);
  }

  /**
   * Five of the demo's people, none of whom holds a draft; published, those of Shanghai hold it.
   */
  @Test
  void aDraft_isHeldByNobody_untilItIsPublished() {
    var shanghai = Tag.flag("fact", NAME, Condition.everyone());
    var id = tags.draft(LIN, NAME, shanghai).id();
    assertThat(tags.traits()).extracting(t -> t.id().value()).doesNotContain("tag/t1");
    assertThat(tags.view(id, LIN).holders()).isZero();
    assertThat(tags.view(id, LIN).counting()).isFalse();
    assertThatThrownBy(
            () -> tags.add(LIN, NAME, Tag.flag("x", NAME, Condition.holds(TraitId.of(id)))))
        .hasMessageContaining("condition.unknown-trait");
    assertThat(tags.move(LIN, id, Definition.Status.APPROVED).status())
        .isEqualTo(Definition.Status.APPROVED);
    assertThat(runs).isZero();
    tags.move(LIN, id, Definition.Status.PUBLISHED);
    assertThat(tags.view(id, LIN).holders()).isEqualTo(5);
    var user = tags.add(LIN, NAME, Tag.flag("x", NAME, Condition.holds(TraitId.of(id))));
    assertThatThrownBy(() -> tags.move(LIN, id, Definition.Status.DRAFT))
        .hasMessageContaining("definition.in-use");
    tags.retire(LIN, user.id());
    assertThat(tags.move(LIN, id, Definition.Status.DRAFT).status())
        .isEqualTo(Definition.Status.DRAFT);
    assertThat(tags.view(id, LIN).holders()).isZero();
    assertThatThrownBy(() -> tags.move(LIN, user.id(), Definition.Status.APPROVED))
        .hasMessageContaining("tag.no-such-step");
  }

  /** Before it is saved: 1 of 5 bought in the last 30 days; who sees Shanghai counts among 2. */
  @Test
  void aPreview_isWhatSavingWouldSay_toThoseInSight() {
    var recent = Tag.flag("x", NAME, bought(30)).rule();
    var preview = tags.preview(recent, LIN);
    assertThat(preview)
        .isEqualTo(
            new TagPreview(
                1, 5, List.of(new TagView.Count(Value.of(true), Label.typed("true"), 1)), AS_OF));
    assertThat(tags.preview(TagRule.Rfm.byMean(365), LIN).values())
        .extracting(v -> v.value().shown() + " " + v.customers())
        .containsExactly("000 2", "111 1");
    assertThat(tags.preview(Tag.flag("x", NAME, bought(3)).rule(), LIN))
        .isEqualTo(new TagPreview(0, 5, List.of(), AS_OF));
    assertThatThrownBy(() -> tags.preview(recent, SHANGHAI)).hasMessageContaining("right-missing");
    var hu = new Viewer(SHANGHAI.user(), Role.marketer().over(SHANGHAI.role().customers()));
    assertThat(tags.preview(recent, hu).customers()).isEqualTo(2);
    assertThatThrownBy(() -> tags.preview(TagRule.Lifecycle.RETAIL, hu))
        .hasMessageContaining("tag.preview-needs-everybody");
  }

  private static Condition bought(int days) {
    return new Condition.Behaviour(
        Measure.of(
            Measure.ORDER,
            new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale")),
            Aggregate.COUNT,
            new Window.LastDays(days)),
        Op.GE,
        BigDecimal.ONE);
  }

  private Definition<Tag> inCategory(String category) {
    return tags.add(
        LIN,
        Label.typed(category),
        Tag.flag(category, Label.typed("-"), new Condition.Attribute(new Where.Always())));
  }

  private List<String> categories() {
    return tags.all().stream()
        .filter(d -> !Tags.isReady(d.id()))
        .map(d -> d.body().category())
        .toList();
  }

  /** 购买行为 has 复购 below it, and that 大促; 复购客 only begins alike. */
  @Test
  void category_isAPath_andMovesWithAllThatIsInIt() {
    var first = inCategory(" behaviour / 复购 /");
    inCategory("behaviour/复购/大促");
    inCategory("behaviour/复购客");
    assertThat(categories()).containsExactly("behaviour/复购", "behaviour/复购/大促", "behaviour/复购客");
    assertThat(first.body().categoryLabel()).isEqualTo(new Label("购买行为 / 复购", "Behaviour / 复购"));
    assertThat(tags.moveCategory(LIN, "behaviour/复购", "value/老客")).isEqualTo(2);
    assertThat(categories()).containsExactly("value/老客", "value/老客/大促", "behaviour/复购客");
    tags.file(LIN, first.id(), "会员日");
    assertThat(categories()).containsExactly("会员日", "value/老客/大促", "behaviour/复购客");
    assertThat(tags.get(first.id()).owner()).isEqualTo(LIN.user());
  }

  @Test
  void category_isRefused_underItself_ofNobody_orTooDeep() {
    inCategory("a/b");
    assertThatThrownBy(() -> tags.moveCategory(LIN, "a", "a/b/c"))
        .hasMessageContaining("tag.category-circle");
    assertThatThrownBy(() -> tags.moveCategory(LIN, "z", "y"))
        .hasMessageContaining("tag.no-category");
    assertThatThrownBy(() -> inCategory("1/2/3/4/5/6")).hasMessageContaining("tag.category");
    // a/b would lie on level 6.
    assertThatThrownBy(() -> tags.moveCategory(LIN, "a", "1/2/3/4/5"))
        .hasMessageContaining("tag.category");
    assertThatThrownBy(() -> tags.moveCategory(LIN, "a", " / "))
        .hasMessageContaining("tag.category");
    assertThat(categories()).containsExactly("a/b");
    var chen = new Viewer(new UserId("chen"), Role.viewer());
    assertThatThrownBy(() -> tags.moveCategory(chen, "a", "b"))
        .hasMessageContaining("access.right-missing");
  }
}
