package io.gongbi.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tags say of customers, and when they are counted. */
final class TagsTest extends TaggedShop {
  @Test
  void readyTags_sayWhatARetailerExpects() {
    refresh(new Delta.Everything());
    // Bo's two orders are one purchase day. 90 days ago is within the last 90 days, 91 is not.
    assertThat(held("tag_reachable, tag_repeat_buyer_365, tag_sleeping_90"))
        .containsExactly("1 true true -", "2 - - true", "3 true - -", "4 - - true", "5 true - -");
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
}
