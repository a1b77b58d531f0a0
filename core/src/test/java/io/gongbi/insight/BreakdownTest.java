package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.cautions;
import static io.gongbi.insight.Analyst.golden;
import static io.gongbi.insight.Analyst.mark;
import static io.gongbi.insight.Analyst.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.Cause;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann (1) and Bo (2) are 111, Cy (3) is 000, Di (4) has no value. In March Ann bought for 100, Bo
 * for nothing; in May Ann for 20, Cy for 30 and brought 30 back, Di for 7, nobody known for 5.
 */
final class BreakdownTest {
  private static final Trait RFM =
      new Trait(
          new TraitId("tag/rfm"),
          ColumnType.TEXT,
          new Label("RFM", "RFM"),
          List.of(coded("111"), coded("011"), coded("000")),
          Set.of());
  private static final Trait LEVEL = trait("tag/level", ColumnType.TEXT);
  private static final Trait SPENT = trait("tag/spent", ColumnType.DECIMAL);
  private static final Trait VIP = trait("tag/vip", ColumnType.FLAG);
  private static final Trait LIKED = trait("tag/liked", ColumnType.TEXT_LIST);
  private static final Trait NEW = trait("tag/new", ColumnType.TEXT);

  @TempDir Path folder;
  private Analyst analyst;

  private static Trait.Coded coded(String value) {
    return new Trait.Coded(Value.of(value), Label.typed(value));
  }

  private static Trait trait(String id, ColumnType type) {
    return new Trait(new TraitId(id), type, Label.typed(id), List.of(), Set.of());
  }

  @BeforeEach
  void open() {
    var shop =
        new TestShop(folder)
            .customers(
                """
                customer_id=1 city=上海
                customer_id=2 city=北京
                customer_id=3 city=上海
                customer_id=4 city=上海
                """)
            .orders(
                """
                customer_id=1 kind=sale   day=2026-03-03 amount=100
                customer_id=1 kind=sale   day=2026-05-03 amount=20
                customer_id=3 kind=sale   day=2026-05-04 amount=30
                customer_id=3 kind=return day=2026-05-05 amount=-30
                customer_id=4 kind=sale   day=2026-05-06 amount=7
                              kind=sale   day=2026-05-06 amount=5
                """);
    shop.traits.authoredBy(() -> List.of(RFM, LEVEL, SPENT, VIP, NEW, LIKED));
    state(shop, RFM, "(1, '111'), (2, '111'), (3, '000')");
    state(shop, LEVEL, "(1, 'gold'), (2, 'tin'), (3, 'tin'), (4, 'ash')");
    state(shop, SPENT, "(1, 12.5), (3, 2), (4, 100)");
    state(shop, LIKED, "(1, ['鞋', '女装']), (2, ['鞋']), (3, ['女装', '鞋', '童装'])");
    state(shop, VIP, "(1, true), (2, false)");
    analyst = new Analyst(shop);
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  private static void state(TestShop shop, Trait trait, String rows) {
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      shop.traits.state(
          write,
          trait,
          new Slice.Whole(),
          Sql.of("select * from (values " + rows + ") r (customer_id, value)"),
          new Cause.ByPerson(new UserId("lin"), "test"),
          LATER);
      write.commit();
    }
  }

  private static Breakdown by(Trait trait) {
    return Breakdown.by(trait.id());
  }

  /** 011 has nobody and no row; what nobody known bought is told beside. */
  @Test
  void values_keepTheirOrder_andThoseWithoutComeLast() {
    var answer = analyst.ask(by(RFM), LATER);
    assertThat(TestShop.shown(answer.table())).containsExactly("111 2 120", "000 1 30", "- 1 7");
    assertThat(cautions(answer)).containsExactly("insight.anonymous-left-out");
    assertThat(answer.reads().stream().map(Object::toString).sorted())
        .containsExactly("profile.customer", "profile.order", "trait.held");
    assertThat(analyst.shop.rows(answer.sql())).isEqualTo(TestShop.shown(answer.table()));
  }

  /**
   * Ann and Cy like 鞋 and 女装, Bo 鞋, Cy also 童装: four customers, seven rows, and what Ann spent
   * stands at both.
   */
  @Test
  void severalValues_countTheirCustomerAtEach() {
    var answer = analyst.ask(by(LIKED), LATER);
    assertThat(TestShop.shown(answer.table()))
        .containsExactly("鞋 3 150", "女装 2 150", "童装 1 30", "- 1 7");
    assertThat(cautions(answer))
        .containsExactly("insight.anonymous-left-out", "insight.several-values");
    assertThat(analyst.members(by(LIKED), mark("customers", "value", Value.of("女装")), LATER))
        .containsExactly(1L, 3L);
    assertThat(analyst.members(by(LIKED), mark("customers", "value", Value.missing()), LATER))
        .containsExactly(4L);
  }

  @Test
  void valuesWithoutAnOrder_standBySize_numbersByNumber_yesBeforeNo() {
    assertThat(analyst.rows(by(LEVEL), LATER)).containsExactly("tin 2 30", "ash 1 7", "gold 1 120");
    assertThat(analyst.rows(by(SPENT), LATER))
        .containsExactly("2 1 30", "12.5 1 120", "100 1 7", "- 1 0");
    assertThat(analyst.rows(by(VIP), LATER)).containsExactly("true 1 120", "false 1 0", "- 2 37");
  }

  @Test
  void revenue_isOfThePeriod_whereThereIsOne() {
    var march = by(RFM).during(period("2026-03-01", "2026-04-01"));
    assertThat(analyst.rows(march, LATER)).containsExactly("111 2 100", "000 1 0", "- 1 0");
    assertThat(members(march, "revenue", Value.of("111"))).containsExactly(1L);
  }

  private Set<Long> members(Insight breakdown, String column, Value value) {
    return analyst.members(breakdown, mark(column, "value", value), LATER);
  }

  @Test
  void everyNumber_opensIntoItsCustomers() {
    assertThat(members(by(RFM), "customers", Value.of("111"))).containsExactly(1L, 2L);
    assertThat(members(by(RFM), "revenue", Value.of("111"))).containsExactly(1L);
    assertThat(members(by(RFM), "customers", Value.missing())).containsExactly(4L);
    assertThat(members(by(SPENT), "customers", Value.of(new BigDecimal("12.50"))))
        .containsExactly(1L);
    assertThat(members(by(VIP), "customers", Value.of(false))).containsExactly(2L);
    for (var trait : List.of(RFM, LEVEL, SPENT, VIP, NEW)) {
      var table = analyst.ask(by(trait), LATER).table();
      table.stream()
          .forEach(
              r ->
                  assertThat(members(by(trait), "customers", r.value("value")))
                      .hasSize((int) r.whole("customers")));
      assertThat(table.stream().mapToLong(r -> r.whole("customers")).sum()).isEqualTo(4);
    }
  }

  /** A tag that was defined but not computed yet: nobody has a value. */
  @Test
  void traitThatWasNeverStated_saysSo() {
    var answer = analyst.ask(by(NEW), LATER);
    assertThat(TestShop.shown(answer.table())).containsExactly("- 4 157");
    assertThat(cautions(answer)).contains("insight.not-stated");
    assertThat(members(by(NEW), "customers", Value.of("x"))).isEmpty();
  }

  @Test
  void scopedViewer_seesOnlyHisCustomers() {
    assertThat(analyst.rows(by(RFM), LATER, Analyst.of("上海")))
        .containsExactly("111 1 120", "000 1 30", "- 1 7");
    assertThat(analyst.rows(by(RFM), LATER, Analyst.of("北京"))).containsExactly("111 1 0");
    var mark = mark("customers", "value", Value.of("111"));
    assertThat(analyst.members(by(RFM), mark, LATER, Analyst.of("北京"))).containsExactly(2L);
  }

  @Test
  void unknownTrait_isRefused() {
    var unknown = Breakdown.by(new TraitId("tag/mood")).during(period("1000-01-01", "1000-01-02"));
    assertThatThrownBy(() -> analyst.ask(unknown, LATER))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults().stream().map(f -> f.place() + " " + f.code()))
                    .containsExactly("trait insight.unknown-trait", "period insight.period-range"));
  }

  @Test
  void field_tellsCustomersApart_asATraitDoes() {
    var city = Breakdown.by(FieldKey.of("customer.city"));
    assertThat(analyst.rows(city, LATER)).containsExactly("上海 3 157", "北京 1 0");
    assertThat(members(city, "customers", Value.of("上海"))).containsExactly(1L, 3L, 4L);
    assertThat(members(city, "revenue", Value.of("北京"))).isEmpty();
    assertThat(analyst.rows(city, LATER, Analyst.of("北京"))).containsExactly("北京 1 0");
    assertThat(cautions(analyst.ask(city, LATER))).containsExactly("insight.anonymous-left-out");
  }

  /** Nobody left a gender: one row, without a value, of all four. */
  @Test
  void fieldThatNobodyFilled_isOneRow() {
    var gender = Breakdown.by(FieldKey.of("customer.gender"));
    assertThat(analyst.rows(gender, LATER)).containsExactly("- 4 157");
    assertThat(members(gender, "customers", Value.missing())).containsExactly(1L, 2L, 3L, 4L);
  }

  /** Of those in 上海, Ann, Cy and Di: what nobody known bought is no longer missing. */
  @Test
  void someCustomers_areToldApartAlone() {
    var shanghai =
        new Condition.Attribute(
            new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海")));
    var among =
        new Breakdown(
            Optional.of(RFM.id()), Optional.empty(), Optional.empty(), Optional.of(shanghai));
    var answer = analyst.ask(among, LATER);
    assertThat(TestShop.shown(answer.table())).containsExactly("111 1 120", "000 1 30", "- 1 7");
    assertThat(cautions(answer)).isEmpty();
    assertThat(members(among, "customers", Value.of("111"))).containsExactly(1L);
    assertThat(members(among, "revenue", Value.of("000"))).containsExactly(3L);
    assertThat(among.during(period("2026-03-01", "2026-04-01")).names())
        .containsExactly(RFM.id().definition());
  }

  @Test
  void divider_isOneThing_andOfCustomers() {
    assertThat(faults(new Breakdown(Optional.empty(), Optional.empty(), Optional.empty())))
        .containsExactly("trait insight.divider");
    var both =
        new Breakdown(
            Optional.of(RFM.id()), Optional.of(FieldKey.of("customer.city")), Optional.empty());
    assertThat(faults(both)).containsExactly("trait insight.divider");
    for (var wrong : List.of("customer.mood", "customer.customer_id", "order.kind"))
      assertThat(faults(Breakdown.by(FieldKey.of(wrong))))
          .containsExactly("field insight.unknown-field");
  }

  private List<String> faults(Insight question) {
    var thrown = catchThrowableOfType(FaultException.class, () -> analyst.ask(question, LATER));
    return thrown.faults().stream().map(f -> f.place() + " " + f.code()).toList();
  }

  @Test
  void text_isTheGoldenOne() {
    assertThat(analyst.ask(by(RFM), LATER).sql()).isEqualTo(golden("breakdown-rfm.sql"));
  }
}
