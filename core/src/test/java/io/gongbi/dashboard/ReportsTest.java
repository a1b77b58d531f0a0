package io.gongbi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportsTest {
  private static final AsOf JUNE =
      AsOf.endOf(LocalDate.parse("2026-06-14"), ZoneId.of("Asia/Shanghai"));
  private static final Condition SHANGHAI = city("上海");

  @TempDir Path folder;
  private TestShop shop;
  private Conditions conditions;
  private Reports reports;

  private static Condition city(String name) {
    return new Condition.Attribute(
        new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of(name)));
  }

  @BeforeEach
  void open() {
    shop = new TestShop(folder, List.of(io.gongbi.identity.Identities.MEMBER), List.of());
    conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
    reports = new Reports(shop.warehouse, new Gate(shop.warehouse), conditions, shop.traits);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Report write(Condition... who) {
    return reports.write(
        who.length == 0 ? Optional.empty() : Optional.of(who[0]), JUNE, Viewer.system());
  }

  private static String shares(Report report, String division) {
    return report.divisions().stream()
        .filter(d -> d.id().equals(division))
        .map(
            d ->
                d.known()
                    + "+"
                    + d.unknown()
                    + d.shares().stream()
                        .map(s -> " " + s.value() + ":" + s.customers() + "/" + s.everyone())
                        .reduce("", String::concat))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The year is 2025-06-15 … 2026-06-14. Ann buys on 3 May and twice on 10 May, Bo once; Cy bought
   * 400 the year before. 30 of the year have no customer; Bo's return is no purchase.
   */
  private void sales() {
    shop.customers(
        """
        customer_id=1 city=上海 gender=女 birthday=1992-08-01 orders=3 revenue=200
        customer_id=2 city=上海 gender=男 orders=1 revenue=100
        customer_id=3 city=北京 gender=女 birthday=2008-12-31 orders=1 revenue=400
        customer_id=4 orders=0 revenue=0
        """);
    shop.orders(
        """
        customer_id=1 kind=sale   day=2026-05-03 amount=120 channel=store
        customer_id=1 kind=sale   day=2026-05-10 amount=50  channel=tmall
        customer_id=1 kind=sale   day=2026-05-10 amount=30  channel=tmall
        customer_id=2 kind=sale   day=2025-06-15 amount=100 channel=store
        customer_id=2 kind=return day=2025-06-20 amount=-40 channel=store
        customer_id=3 kind=sale   day=2025-06-14 amount=400 channel=store
        kind=sale day=2026-05-03 amount=30
        """);
    shop.put(
        ProfileTables.ITEM,
        """
        customer_id=1 kind=sale day=2026-05-03 category=茶 product_name=龙井 amount=120
        customer_id=2 kind=sale day=2025-06-15 category=茶 product_name=普洱 amount=60
        customer_id=2 kind=sale day=2025-06-15 category=器 product_name=盖碗 amount=40
        """);
  }

  @Test
  void worth_isOfTheYearBesideTheYearBefore() {
    sales();
    var report = write();
    assertThat(report.year().from()).isEqualTo(LocalDate.parse("2025-06-15"));
    assertThat(report.heads()).isEqualTo(new Report.Heads(4, 4, 3));
    assertThat(report.worth())
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(
            new Report.Worth(
                2,
                1,
                4,
                new BigDecimal(300),
                Optional.of(new BigDecimal("150.00")),
                Optional.of(new BigDecimal("75.00")),
                Optional.of(0.5)));
    assertThat(report.before().revenue()).isEqualByComparingTo("400");
    assertThat(report.before().repurchase()).contains(0.0);
    assertThat(report.comparable()).as("one day of that year is known").isFalse();
    assertThat(report.anonymous().orElseThrow()).isEqualByComparingTo("30");
  }

  @Test
  void yearBefore_isComparable_whereOrdersReachBackToItsBegin() {
    shop.customers("customer_id=1 orders=2 revenue=300");
    shop.orders(
        """
        customer_id=1 kind=sale day=2024-07-14 amount=100
        customer_id=1 kind=sale day=2026-05-03 amount=200
        """);
    assertThat(write().comparable()).as("14 July lies within 30 days of 15 June").isTrue();
  }

  /**
   * Cy turns 18 in this very year, so she counts as 18; of all no share differs from that of all.
   */
  @Test
  void divisions_tellWhoTheyAreAndWhatTheyBuy() {
    sales();
    var all = write();
    assertThat(shares(all, "gender")).isEqualTo("3+1 女:2/2 男:1/1");
    assertThat(shares(all, "age")).isEqualTo("2+2 18-24:1/1 25-34:1/1");
    assertThat(shares(all, "city")).isEqualTo("3+1 上海:2/2 北京:1/1");
    assertThat(shares(all, "channel")).isEqualTo("2+2 store:2/2 tmall:1/1");
    assertThat(shares(all, "category")).isEqualTo("2+2 茶:2/2 器:1/1");
    assertThat(all.divisions())
        .flatExtracting(Report.Division::shares)
        .allMatch(s -> s.tgi().isEmpty() && !s.differs());
    assertThat(shares(write(city("北京")), "gender")).isEqualTo("1+0 女:1/2");
  }

  @Test
  void report_ofSome_isOfTheirPurchasesAlone() {
    sales();
    var report = write(SHANGHAI);
    assertThat(report.heads()).isEqualTo(new Report.Heads(2, 4, 2));
    assertThat(report.worth().revenue()).isEqualByComparingTo("300");
    assertThat(report.before().buyers()).isZero();
    assertThat(report.before().perBuyer()).isEmpty();
    assertThat(report.anonymous()).isEmpty();
  }

  /**
   * Of 60 in Shanghai 45 are women, of all 120 these 45 alone: 75 % against 37.5 %, a TGI of 200.
   */
  @Test
  void tgi_isTheShareAgainstThatOfAll() {
    var rows = new StringBuilder();
    for (int i = 1; i <= 120; i++)
      rows.append(
          "customer_id=%d city=%s gender=%s orders=0\n"
              .formatted(i, i <= 60 ? "上海" : "北京", i <= 45 ? "女" : "男"));
    shop.customers(rows.toString());
    var women =
        write(SHANGHAI).divisions().stream()
            .filter(d -> d.id().equals("gender"))
            .findFirst()
            .orElseThrow()
            .shares()
            .getFirst();
    assertThat(women)
        .isEqualTo(new Report.Share("女", 45, 0.75, 45, Optional.empty(), Optional.of(200.0), true));
  }

  /** 19 buyers of 1 and one of 81 make 100: the best twentieth brings 81 %, more than 80 %. */
  @Test
  void concentration_isOfTheBestBuyersFirst() {
    var orders = new StringBuilder();
    for (int i = 1; i <= 20; i++)
      orders.append(
          "customer_id=%d kind=sale day=2026-05-03 amount=%d\n".formatted(i, i == 7 ? 81 : 1));
    shop.orders(orders.toString());
    shop.customers(customers(20));
    var found = write().concentration();
    assertThat(found.buyers()).isEqualTo(20);
    assertThat(found.points()).hasSize(20).startsWith(0.81, 0.82).endsWith(1.0);
    assertThat(found.eighty()).contains(0.05);
    assertThat(write(SHANGHAI).concentration())
        .isEqualTo(new Report.Concentration(0, List.of(), Optional.empty()));
  }

  private static String customers(int count) {
    var rows = new StringBuilder();
    for (int i = 1; i <= count; i++)
      rows.append("customer_id=%d orders=2 revenue=100\n".formatted(i));
    return rows.toString();
  }

  /**
   * Everybody came back after 20 days, so half do within 20. On 15 March, 91 days before the as-of
   * day of 15 June, 100 customers had bought once, 5 days ago; 25 of them bought in the 90 days
   * after, for 40 each. Today 8 have bought once, 10 days ago: 8 × 25/100 × 40 = 80.
   */
  @Test
  void opportunity_isWhatTheSameOnceLedTo() {
    var orders = new StringBuilder();
    for (int i = 1; i <= 100; i++) {
      orders.append("customer_id=%d kind=sale day=2024-01-01 amount=10\n".formatted(1000 + i));
      orders.append("customer_id=%d kind=sale day=2024-01-21 amount=10\n".formatted(1000 + i));
      orders.append("customer_id=%d kind=sale day=2026-03-11 amount=10\n".formatted(i));
      if (i <= 25)
        orders.append("customer_id=%d kind=sale day=2026-03-31 amount=40\n".formatted(i));
    }
    for (int i = 101; i <= 108; i++)
      orders.append("customer_id=%d kind=sale day=2026-06-05 amount=10\n".formatted(i));
    shop.orders(orders.toString());
    shop.customers(customers(1100));
    var report = write();
    assertThat(report.interval())
        .isEqualTo(new Report.Rhythm(125, Optional.of(20L), Optional.of(20L)));
    var second =
        report.opportunities().stream()
            .filter(o -> o.rule().id().equals("secondOrder"))
            .findFirst()
            .orElseThrow();
    assertThat(second.heads()).isEqualTo(8);
    assertThat(second.baseHeads()).isEqualTo(100);
    assertThat(second.baseBuyers()).isEqualTo(25);
    assertThat(second.stake())
        .contains(new Opportunity.Stake(0.25, new BigDecimal("40.00"), new BigDecimal("80.00")));
    assertThat(second.rule())
        .isEqualTo(new Opportunity.Rule("secondOrder", 0, 20, Optional.empty()));
    // The segment that it opens counts the very heads.
    assertThat(conditions.count(second.who(), JUNE, new Gate(shop.warehouse).view(Viewer.system())))
        .isEqualTo(8);
  }

  /** Two people put something into the cart this week; one of them bought. Too few to say more. */
  @Test
  void opportunity_ofTooFew_tellsHeadsWithoutMoney() {
    shop.customers(customers(2));
    shop.events(
        """
        customer_id=1 name=carted day=2026-06-12
        customer_id=2 name=carted day=2026-06-12
        """);
    shop.orders("customer_id=2 kind=sale day=2026-06-13 amount=10");
    var found = write().opportunities();
    assertThat(found).extracting(o -> o.rule().id() + " " + o.heads()).containsExactly("carted 1");
    assertThat(found.getFirst().stake()).isEmpty();
  }

  /**
   * Of 200 buyers of the year 100 bought 茶; of these 60 also bought 器, of the other 100 buyers 20
   * did: 80 of 200, usually 40 %, after 茶 60 %, a lift of 1.5. Of the 40 who bought 茶 and never 器,
   * 91 days ago the same held for all 100 who bought 茶, and 60 of them bought 器 in the 90 days
   * after, for 30 each (and 布 for 500, which doesn't count): 40 × 60/100 × 30 = 720. 器 → 茶 is a
   * rule as well (75 % against 50 %), but 91 days ago only 20 had 器 without 茶, too few for money; 器
   * → 布 is one that nobody is left for.
   */
  @Test
  void crossSell_isWhereBuyersOfOneCategoryBuyAnother_andMoneyIsWhatTheySpentOnIt() {
    var items = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      items.append(
          "customer_id=%d kind=sale day=2026-02-01 category=%s amount=50\n"
              .formatted(i, i <= 100 ? "茶" : "布"));
      if (i <= 60) {
        items.append("customer_id=%d kind=sale day=2026-04-01 category=器 amount=30\n".formatted(i));
        items.append(
            "customer_id=%d kind=sale day=2026-04-01 category=布 amount=500\n".formatted(i));
      }
      if (i > 180)
        items.append("customer_id=%d kind=sale day=2026-02-01 category=器 amount=30\n".formatted(i));
    }
    shop.put(ProfileTables.ITEM, items.toString());
    shop.customers(customers(200));
    var cross =
        write().opportunities().stream().filter(o -> o.rule().id().equals("crossSell")).toList();
    assertThat(cross).hasSize(1);
    var best = cross.getFirst();
    var affinity = best.rule().affinity().orElseThrow();
    assertThat(affinity.bought() + " → " + affinity.missing()).isEqualTo("茶 → 器");
    assertThat(affinity.counts()).isEqualTo(new Affinity.Counts(200, 100, 80, 60));
    assertThat(affinity.support()).isEqualTo(0.3);
    assertThat(affinity.confidence()).isEqualTo(0.6);
    assertThat(affinity.lift()).isCloseTo(1.5, within(1e-9));
    assertThat(affinity.low()).isGreaterThan(1.1);
    assertThat(best.heads()).isEqualTo(40);
    assertThat(best.baseHeads()).isEqualTo(100);
    assertThat(best.stake())
        .contains(new Opportunity.Stake(0.6, new BigDecimal("30.00"), new BigDecimal("720.00")));
    // The segment that it opens counts the very heads.
    assertThat(conditions.count(best.who(), JUNE, new Gate(shop.warehouse).view(Viewer.system())))
        .isEqualTo(40);
  }

  /** Wilson at 95 % of 200 of 400 is 0.451 … 0.549; against 0.3 that is 1.50 … 1.83. */
  @Test
  void affinity_isRealWhereItsIntervalIsAboveWhatIsUsual() {
    var found = Affinity.of("茶", "茶具", new Affinity.Counts(1000, 400, 300, 200), 0.95);
    assertThat(found.lift()).isCloseTo(1.667, within(0.001));
    assertThat(found.low()).isCloseTo(1.504, within(0.001));
    assertThat(found.high()).isCloseTo(1.829, within(0.001));
    // 29 who bought both are too few; 33 of 100 against 0.3 may be chance; so may 45 of 100, if it
    // is
    // the best of 870 pairs.
    assertThat(Affinity.real("茶", "器", new Affinity.Counts(1000, 30, 300, 29), 1)).isEmpty();
    assertThat(Affinity.real("茶", "器", new Affinity.Counts(1000, 100, 300, 33), 1)).isEmpty();
    assertThat(Affinity.real("茶", "器", new Affinity.Counts(1000, 100, 300, 45), 1)).isPresent();
    assertThat(Affinity.real("茶", "器", new Affinity.Counts(1000, 100, 300, 45), 870)).isEmpty();
  }

  @Test
  void report_ofNobody_isEmpty() {
    var report = write();
    assertThat(report.heads()).isEqualTo(new Report.Heads(0, 0, 0));
    assertThat(report.worth().perBuyer()).isEmpty();
    assertThat(report.opportunities()).isEmpty();
    assertThat(report.interval())
        .isEqualTo(new Report.Rhythm(0, Optional.empty(), Optional.empty()));
  }

  @Test
  void report_ofAnUnknownField_isRefused() {
    var unknown =
        new Condition.Attribute(
            new Where.Compare(FieldKey.of("customer.mood"), Op.EQ, Value.of("good")));
    assertThatThrownBy(() -> write(unknown)).isInstanceOf(FaultException.class);
  }
}
