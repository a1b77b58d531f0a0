package io.gongbi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.identity.Ground;
import io.gongbi.identity.IdRules;
import io.gongbi.identity.Identities;
import io.gongbi.quality.CleanTables;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Step;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileStepsTest {
  private static final Delta ALL = new Delta.Everything();

  @TempDir Path folder;
  private Ground given;

  @BeforeEach
  void open() {
    given = new Ground(folder);
  }

  @AfterEach
  void close() {
    given.close();
  }

  static List<Step> steps(Ground ground) {
    return steps(ground, Survivorships.USUAL);
  }

  static List<Step> steps(Ground ground, Survivorships chosen) {
    var identities =
        new Identities(
            ground.warehouse(),
            ground.gate(),
            () -> IdRules.DEFAULT,
            List::of,
            List::of,
            Ground.CLOCK);
    var all = new ArrayList<>(identities.steps());
    all.addAll(profiles(ground, identities, chosen).steps());
    return all;
  }

  static Profiles profiles(Ground ground, Identities identities) {
    return profiles(ground, identities, Survivorships.USUAL);
  }

  static Profiles profiles(Ground ground, Identities identities, Survivorships chosen) {
    return new Profiles(
        ground.warehouse(),
        ground.gate(),
        identities,
        Ground.CLOCK,
        () -> Ground.SHANGHAI,
        () -> chosen,
        Map::of,
        new Standard());
  }

  private static Delta batch(long batch) {
    return new Delta.Batches(Set.of(batch));
  }

  private List<String> orders() {
    return given.rows(
        """
        select o.order_key, o.kind, o.customer_id, o.day, o.amount, o.items
        from {profile.order} o
        order by o.order_key nulls last, o.kind desc nulls last
        """);
  }

  /**
   * Ann is 100001. Paid at 23:30 and 00:10 of Shanghai: two days, though one in UTC. o5: 60 goods +
   * 8 postage − 5 discount; fee and test are no revenue. o6: 100 sold, 40 taken back beside it. C7
   * and D8 sum below 0. o9 came to nothing, y has no time. x is nobody's.
   */
  @Test
  void orders_areSalesAndReturns_asFinanceCountsThem() {
    given.customers(1, "source record_key name\nshop   ann        Ann");
    given.orders(
        1,
        """
        source order_key buyer_key ordered_at       paid_at          status    amount
        shop   o1        ann       2026-03-01T22:00 2026-03-01T23:30 paid      100
        shop   o2        ann       2026-03-01T22:00 2026-03-02T00:10 completed 20.5
        shop   o3        ann       2026-03-03T10:00 -                unpaid    30
        shop   o3c       ann       2026-03-03T11:00 2026-03-03T11:01 cancelled 31
        shop   o4        ann       2026-03-04T10:00 2026-03-04T10:05 refunded  50
        shop   o5        ann       2026-03-05T10:00 -                -         -
        shop   o6        ann       2026-03-06T10:00 -                -         -
        shop   C7        ann       2026-03-07T10:00 -                -         -
        shop   D8        ann       2026-03-08T10:00 -                -         -
        shop   o9        ann       2026-03-09T10:00 2026-03-09T10:00 paid      0
        shop   x         -         2026-03-10T10:00 -                -         70
        shop   y         ann       -                -                paid      80
        """);
    given.lines(
        1,
        """
        source line_no    order_key kind     quantity amount
        shop   o5|1       o5        product  2        60
        shop   o5|2       o5        postage  1        8
        shop   o5|3       o5        discount 1        -5
        shop   o5|4       o5        fee      1        3
        shop   o5|5       o5        test     1        9
        shop   o6|1       o6        -        1        100
        shop   o6|2       o6        return   1        40
        shop   C7|1       C7        return   -3       -25
        shop   C7|2       C7        fee      -1       -900
        shop   D8|1       D8        discount -1       -27.5
        """);
    given.run(steps(given), ALL);
    assertThat(orders())
        .containsExactly(
            "C7 return 100001 2026-03-07 -25 -3",
            "D8 return 100001 2026-03-08 -27.5 -",
            "o1 sale 100001 2026-03-01 100 -",
            "o2 sale 100001 2026-03-02 20.5 -",
            "o4 sale 100001 2026-03-04 50 -",
            "o4 return 100001 2026-03-04 -50 -",
            "o5 sale 100001 2026-03-05 63 2",
            "o6 sale 100001 2026-03-06 100 1",
            "o6 return 100001 2026-03-06 -40 -1",
            "x sale - 2026-03-10 70 -");
    // 100 + 20.5 + 50 + 63 + 100 = 333.5 sold, 25 + 27.5 + 50 + 40 = 142.5 back, on five days.
    assertThat(
            given.rows(
                """
                select c.customer_id, c.orders, c.purchase_days, c.first_order_day, c.last_order_day,
                       c.items, c.revenue, c.refunds, c.net_revenue
                from {profile.customer} c
                """))
        .containsExactly("100001 5 5 2026-03-01 2026-03-06 3 333.5 142.5 191");
    assertThat(
            given.rows(
                """
                select e.name, e.ref, e.amount, e.day
                from {profile.event} e
                where e.ref in ('o1', 'o3', 'o3c', 'o4', 'o6', 'C7', 'o9')
                order by e.happened_at nulls last, e.name nulls last
                """))
        .containsExactly(
            "ordered o1 100 2026-03-01",
            "paid o1 100 2026-03-01",
            "ordered o3 30 2026-03-03",
            "ordered o3c 31 2026-03-03",
            "ordered o4 50 2026-03-04",
            "paid o4 50 2026-03-04",
            "refunded o4 -50 2026-03-04",
            "ordered o6 100 2026-03-06",
            "paid o6 100 2026-03-06",
            "refunded o6 -40 2026-03-06",
            "refunded C7 -25 2026-03-07",
            "ordered o9 0 2026-03-09");
  }

  @Test
  void customerWithReturnsOnly_hasNoRevenueAndNoPurchaseDay() {
    given.customers(1, "source record_key name\nshop   ann        Ann\nshop   bo         Bo");
    given.orders(
        1,
        """
        source order_key buyer_key ordered_at       amount
        shop   C1        ann       2026-03-01T22:00 -100
        """);
    given.run(steps(given), ALL);
    assertThat(
            given.rows(
                """
                select c.name, c.orders, c.purchase_days, c.first_order_day, c.last_order_day,
                       c.revenue, c.refunds, c.net_revenue
                from {profile.customer} c
                order by c.customer_id nulls last
                """))
        .containsExactly("Ann 0 0 - - 0 100 -100", "Bo 0 0 - - 0 0 0");
  }

  /**
   * One person, five records on one phone. Name: 王芳 and 王女士 stand on two each, and her own record
   * that was seen last, u1, wins. Phone: all agree. E-mail: her own record, though a parcel was
   * later. City and province: together from the record that has both. Level: seen last. Registered:
   * the earliest; 2024-01-01 00:30 in Shanghai is still 2023 in UTC.
   */
  @Test
  void goldenRecord_takesEachFieldByItsRule_andSaysWhy() {
    given.customers(
        1,
        """
        source record_key name   phone       email  province city level seen_at          registered_at    points
        crm    M1         王芳   13900000001 a@x.cn 浙江     杭州 金卡  2026-01-01T00:00 2024-01-01T00:30 1200.5
        shop   u1         王女士 13900000001 -      -        上海 -     2026-02-01T00:00 2025-01-01T00:00 -
        shop   u2         -      13900000001 -      -        -    银卡  2026-03-01T00:00 -                -
        shop   buyer:1    王女士 13900000001 -      -        -    -     2026-04-01T00:00 -                -
        shop   buyer:2    王芳   13900000001 b@x.cn -        -    -     2026-05-01T00:00 -                -
        """);
    given.run(steps(given), ALL);
    assertThat(
            given.rows(
                """
                select c.customer_id, c.name, c.phone, c.email, c.province, c.city, c.level, c.points,
                       c.registered_day, c.sources, c.records
                from {profile.customer} c
                """))
        .containsExactly("100001 王女士 13900000001 a@x.cn 浙江 杭州 银卡 1200.5 2024-01-01 2 5");
    assertThat(
            given.rows(
                """
                select k.field, k.value, k.record_key, k.chosen, k.why
                from {profile.conflict} k
                order by k.field nulls last, k.chosen desc nulls last, k.record_key nulls last
                """))
        .containsExactly(
            "city 杭州 M1 true profile.why-most-complete",
            "city 上海 u1 false profile.why-less-complete",
            "email a@x.cn M1 true profile.why-own-record",
            "email b@x.cn buyer:2 false profile.why-from-order",
            "level 银卡 u2 true profile.why-latest",
            "level 金卡 M1 false profile.why-older",
            "name 王女士 u1 true profile.why-latest",
            "name 王芳 M1 false profile.why-older",
            "name 王女士 buyer:1 false profile.why-same",
            "name 王芳 buyer:2 false profile.why-from-order",
            "registered_at 2023-12-31 16:30:00 M1 true profile.why-earliest",
            "registered_at 2024-12-31 16:00:00 u1 false profile.why-not-earliest");
  }

  /**
   * Of 春: delivered, twice in the log; of 夏 a failure; a control row; 秋 sent; and when she joined.
   */
  @Test
  void events_ofDeliveriesAndRegistration() {
    given.customers(
        1,
        """
        source record_key registered_at
        crm    M1         2026-01-01T08:00
        sms    r1         -
        sms    r2         -
        """);
    given.deliveries(
        1,
        """
        source record_key recipient_key campaign arm     sent_at          status
        sms    1          r1            春       treated 2026-03-01T10:00 delivered
        sms    2          r1            春       treated 2026-03-01T10:00 delivered
        sms    3          r1            夏       -       2026-03-02T10:00 failed
        sms    4          r2            春       control 2026-03-01T10:00 control
        sms    5          r2            秋       treated 2026-03-03T00:30 sent
        sms    6          -             秋       treated 2026-03-03T00:30 sent
        """);
    given.run(steps(given), ALL);
    assertThat(
            given.rows(
                """
                select e.customer_id, e.name, e.day, e.amount, e.source, e.ref
                from {profile.event} e
                order by e.customer_id nulls last, e.name nulls last
                """))
        .containsExactly(
            "100001 registered 2026-01-01 - crm M1",
            "100002 delivered 2026-03-01 - sms 春",
            "100002 sent 2026-03-01 - sms 春",
            "100003 sent 2026-03-03 - sms 秋");
  }

  /** A newer export says that o1 was Bo's, that x, so far nobody's, was Ann's, and z nobody's. */
  @Test
  void order_movesToItsNewBuyer_andLeavesTheOld() {
    given.customers(1, "source record_key name\nshop   ann        Ann\nshop   bo         Bo");
    given.orders(
        1,
        """
        source order_key buyer_key ordered_at       amount
        shop   o1        ann       2026-03-01T10:00 100
        shop   x         -         2026-03-02T10:00 70
        shop   z         ann       2026-03-03T10:00 5
        """);
    given.run(steps(given), ALL);
    given.orders(
        2,
        """
        source order_key buyer_key ordered_at       amount
        shop   o1        bo        2026-03-01T10:00 100
        shop   x         ann       2026-03-02T10:00 70
        shop   z         -         2026-03-03T10:00 5
        """);
    given.run(steps(given), batch(2));
    assertThat(orders())
        .containsExactly(
            "o1 sale 100002 2026-03-01 100 -",
            "x sale 100001 2026-03-02 70 -",
            "z sale - 2026-03-03 5 -");
    assertThat(
            given.rows(
                "select c.name, c.revenue from {profile.customer} c order by c.customer_id nulls last"))
        .containsExactly("Ann 70", "Bo 100");
    assertThat(given.rows("select count(*) as n from {profile.event} e")).containsExactly("4");
  }

  /** The law, over the whole chain: the same rows, whoever the numbers name. */
  @Test
  void everything_equalsAnySplitIntoBatches() throws Exception {
    for (int seed = 1; seed <= 2; seed++) {
      var landings = landings(new Random(seed), 6);
      try (var once = new Ground(Files.createDirectory(folder.resolve("once" + seed)));
          var split = new Ground(Files.createDirectory(folder.resolve("split" + seed)))) {
        for (int batch = 1; batch <= landings.size(); batch++) {
          landings.get(batch - 1).accept(once);
          landings.get(batch - 1).accept(split);
          split.run(steps(split), batch(batch));
        }
        once.run(steps(once), ALL);
        for (var table :
            List.of(
                ProfileTables.ORDER,
                ProfileTables.RECORD,
                ProfileTables.CONFLICT,
                ProfileTables.CUSTOMER,
                ProfileTables.EVENT)) {
          assertThat(named(split, table)).as(table.name().toString()).isEqualTo(named(once, table));
          assertThat(named(once, table)).hasSizeGreaterThan(25);
        }
      }
    }
  }

  /** A table with the least record of a customer in place of the number. */
  private static List<String> named(Ground ground, TableSpec table) {
    var columns =
        table.columns().stream()
            .map(
                c ->
                    switch (c.name()) {
                      case "customer_id" -> "w.who";
                      // The same rows are put into both grounds, at lines counted on.
                      case "line" -> "0 as line";
                      default -> "t." + c.name();
                    })
            .collect(Collectors.joining(", "));
    return ground.rows(
        """
        select %s
        from {%s} t
        left join (
          select m.customer_id, min(m.source || '/' || m.record_key) as who
          from {identity.member} m
          group by m.customer_id
        ) w on w.customer_id = t.customer_id
        order by all
        """
            .formatted(columns, table.name()));
  }

  /** Landings that overlap: later ones repeat records and orders with other content and buyers. */
  private static List<Consumer<Ground>> landings(Random random, int batches) {
    var landings = new ArrayList<Consumer<Ground>>();
    for (int i = 1; i <= batches; i++) {
      long batch = i;
      var customers =
          new StringBuilder("source record_key name phone email seen_at registered_at\n");
      for (int n : distinct(random, 20, 60)) {
        customers.append(
            "shop c%d n%d %s %s 2026-01-%02dT00:00 2025-01-%02dT12:00\n"
                .formatted(
                    n,
                    random.nextInt(5),
                    random.nextInt(3) == 0 ? "-" : "139" + random.nextInt(40),
                    random.nextInt(2) == 0 ? "-" : random.nextInt(40) + "@x.cn",
                    1 + random.nextInt(28),
                    1 + random.nextInt(28)));
      }
      var orders = new StringBuilder("source order_key buyer_key ordered_at status amount\n");
      for (int n : distinct(random, 25, 80)) {
        orders.append(
            "shop o%d %s 2026-02-%02dT%02d:00 %s %s\n"
                .formatted(
                    n,
                    random.nextInt(4) == 0 ? "-" : "c" + random.nextInt(60),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    List.of("paid", "refunded", "cancelled", "-").get(random.nextInt(4)),
                    random.nextInt(2) == 0 ? "-" : Integer.toString(random.nextInt(100) - 20)));
      }
      var lines = new StringBuilder("source line_no order_key kind quantity amount\n");
      for (int n : distinct(random, 25, 80)) {
        lines.append(
            "shop o%d|%d o%d %s 1 %d\n"
                .formatted(
                    n,
                    random.nextInt(2),
                    n,
                    List.of("product", "return", "fee").get(random.nextInt(3)),
                    random.nextInt(50)));
      }
      var deliveries =
          new StringBuilder("source record_key recipient_key campaign sent_at status\n");
      for (int n : distinct(random, 10, 40)) {
        deliveries.append(
            "shop d%d c%d k%d 2026-03-%02dT09:00 delivered\n"
                .formatted(n, random.nextInt(60), random.nextInt(3), 1 + random.nextInt(28)));
      }
      int gone = random.nextInt(40);
      landings.add(
          ground -> {
            ground.customers(batch, customers.toString());
            ground.orders(batch, orders.toString());
            ground.lines(batch, lines.toString());
            ground.deliveries(batch, deliveries.toString());
            ground.remove(CleanTables.CUSTOMER, "shop/c" + batch);
            ground.remove(CleanTables.ORDER, "shop/o" + gone);
            ground.remove(CleanTables.ORDER_LINE, "shop/o" + (gone + 1) + "|0");
            ground.remove(CleanTables.DELIVERY, "shop/d" + gone);
          });
    }
    return landings;
  }

  private static int[] distinct(Random random, int howMany, int below) {
    return random.ints(0, below).distinct().limit(howMany).toArray();
  }
}
