package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.quality.CleanTables;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolveTest {
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

  private static List<Step> steps(Limits limits) {
    return List.of(new Resolve(limits, Ground.CLOCK));
  }

  private Delta resolve(Delta delta) {
    return given.run(steps(Limits.DEFAULT), delta);
  }

  private static Delta batch(long batch) {
    return new Delta.Batches(Set.of(batch));
  }

  private List<String> members() {
    return given.rows(
        """
        select m.customer_id, m.source || '/' || m.record_key as record
        from {identity.member} m
        order by m.customer_id nulls last, record nulls last
        """);
  }

  private List<String> aliases() {
    return given.rows(
        "select l.customer_id, l.now_id from {identity.alias} l order by l.customer_id nulls last");
  }

  private List<String> touched() {
    return given.rows(
        "select t.customer_id from {identity.touched} t order by t.customer_id nulls last");
  }

  /** a–b by phone, b–c by card, c–d by account: a chain over three kinds of identifier. */
  @Test
  void records_areOneCustomer_whenTheyHangTogetherByAnyChain() {
    given.customers(
        1,
        """
        source record_key phone       email member_card platform_id
        crm    a          13900000001 -     -           -
        shop   b          13900000001 -     A1          -
        shop   c          -           -     A1          u7
        shop   d          -           x@y.z -           u7
        crm    e          13900000002 -     -           -
        crm    f          -           -     -           -
        """);
    assertThat(resolve(ALL)).isEqualTo(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/a",
            "100001 shop/b",
            "100001 shop/c",
            "100001 shop/d",
            "100002 crm/e",
            "100003 crm/f");
    assertThat(
            given.rows(
                """
                select e.customer_id, e.id_type, e.id_value, e.source, e.record_key, e.records_sharing
                from {identity.evidence} e
                order by e.id_type nulls last, e.record_key nulls last
                """))
        .containsExactly(
            "100001 member_card A1 shop b 2",
            "100001 member_card A1 shop c 2",
            "100001 phone 13900000001 crm a 2",
            "100001 phone 13900000001 shop b 2",
            "100001 platform_id u7 shop c 2",
            "100001 platform_id u7 shop d 2");
  }

  /** Member a stands in two feeds of the crm: one record, which brings b and c together. */
  @Test
  void record_isOne_whenTwoFeedsOfASourceUseItsKey() {
    given.customers(
        1,
        """
        source feed    record_key phone       email
        crm    members a          13900000001 -
        crm    points  a          13900000002 a@x.cn
        shop   users   b          13900000001 a@x.cn
        shop   users   c          13900000002 -
        """);
    resolve(ALL);
    assertThat(members()).containsExactly("100001 crm/a", "100001 shop/b", "100001 shop/c");
    assertThat(
            given.rows(
                """
                select e.id_value, e.source || '/' || e.record_key as record, e.records_sharing
                from {identity.evidence} e
                order by e.id_value nulls last, record nulls last
                """))
        .containsExactly(
            "13900000001 crm/a 2",
            "13900000001 shop/b 2",
            "13900000002 crm/a 2",
            "13900000002 shop/c 2",
            "a@x.cn crm/a 2",
            "a@x.cn shop/b 2");
  }

  @Test
  void accounts_meanTheSamePersonOnlyWithinOneSource() {
    given.customers(
        1,
        """
        source record_key platform_id
        forum  1          42
        shop   1          42
        shop   2          42
        """);
    resolve(ALL);
    assertThat(members()).containsExactly("100001 forum/1", "100002 shop/1", "100002 shop/2");
  }

  /** 13800000000 is a clerk's: six names. 13900000001 is a household's: two names. */
  @Test
  void value_isIgnoredAndListed_whenTooManyNamesHoldIt() {
    given.customers(
        1,
        """
        source record_key name phone
        crm    1          王一 13800000000
        crm    2          王二 13800000000
        crm    3          王三 13800000000
        crm    4          王四 13800000000
        crm    5          王五 13800000000
        crm    6          王六 13800000000
        crm    7          李一 13900000001
        crm    8          李二 13900000001
        """);
    resolve(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/1",
            "100002 crm/2",
            "100003 crm/3",
            "100004 crm/4",
            "100005 crm/5",
            "100006 crm/6",
            "100007 crm/7",
            "100007 crm/8");
    assertThat(
            given.rows(
                "select g.id_type, g.id_value, g.records, g.names, g.reason from {identity.generic} g"))
        .containsExactly("phone 13800000000 6 6 identity.too-many-names");
  }

  @Test
  void value_isIgnoredAndListed_whenTooManyRecordsHoldIt() {
    given.customers(
        1,
        """
        source record_key email
        crm    1          info@x.cn
        crm    2          info@x.cn
        crm    3          info@x.cn
        crm    4          info@x.cn
        """);
    given.run(steps(Limits.DEFAULT.with(IdType.EMAIL, new Limits.Limit(3, 3))), ALL);
    assertThat(given.rows("select count(distinct m.customer_id) as n from {identity.member} m"))
        .containsExactly("4");
    assertThat(
            given.rows(
                "select g.id_type, g.id_value, g.records, g.names, g.reason from {identity.generic} g"))
        .containsExactly("email info@x.cn 4 0 identity.too-many-records");
  }

  /** Two records of 100002 and one of 100001 meet: most of the records were 100002's. */
  @Test
  void merge_keepsTheIdOfMostRecords_andRemembersTheOther() {
    given.customers(
        1,
        """
        source record_key phone       member_card
        crm    a          13900000001 -
        shop   b          13900000002 -
        shop   c          13900000002 -
        """);
    resolve(ALL);
    assertThat(members()).containsExactly("100001 crm/a", "100002 shop/b", "100002 shop/c");
    given.customers(
        2,
        """
        source record_key phone       email
        shop   d          13900000001 d@x.cn
        shop   c          13900000002 d@x.cn
        """);
    var passed = resolve(batch(2));
    assertThat(members())
        .containsExactly("100002 crm/a", "100002 shop/b", "100002 shop/c", "100002 shop/d");
    assertThat(aliases()).containsExactly("100001 100002");
    assertThat(touched()).containsExactly("100001", "100002");
    assertThat(passed).isInstanceOf(Delta.Customers.class);
  }

  /** 100001 went into 100002; then 100002 goes into 100003: 100001 points to 100003. */
  @Test
  void alias_followsToWhoItIsToday_afterSeveralMerges() {
    given.customers(
        1,
        """
        source record_key phone       email
        crm    a          13900000001 -
        crm    b          13900000002 -
        crm    c          13900000002 -
        crm    d          13900000003 -
        crm    e          13900000003 -
        crm    f          13900000003 -
        crm    g          13900000003 -
        """);
    resolve(ALL);
    given.customers(2, "source record_key phone       email\ncrm    a          13900000002 -");
    resolve(batch(2));
    assertThat(aliases()).containsExactly("100001 100002");
    given.customers(3, "source record_key phone       email\ncrm    c          13900000002 m@x.cn");
    given.customers(3, "source record_key phone       email\ncrm    g          13900000003 m@x.cn");
    resolve(batch(3));
    assertThat(aliases()).containsExactly("100001 100003", "100002 100003");
    var identities = identities();
    assertThat(identities.current(id(100001))).isEqualTo(id(100003));
    assertThat(identities.current(id(100003))).isEqualTo(id(100003));
    assertThat(identities.formerly(id(100003))).containsExactly(id(100001), id(100002));
  }

  private Identities identities() {
    return new Identities(given.warehouse(), given.gate(), () -> Limits.DEFAULT, Ground.CLOCK);
  }

  private static CustomerId id(long value) {
    return new CustomerId(value);
  }

  /** Three records by one phone; two of them turn out to have another: the two keep the id. */
  @Test
  void split_leavesTheIdWithTheLargestPart() {
    given.customers(
        1,
        """
        source record_key phone
        crm    a          13900000001
        crm    b          13900000001
        crm    c          13900000001
        """);
    resolve(ALL);
    given.customers(
        2,
        """
        source record_key phone
        crm    b          13900000009
        crm    c          13900000009
        """);
    resolve(batch(2));
    assertThat(members()).containsExactly("100001 crm/b", "100001 crm/c", "100002 crm/a");
    assertThat(touched()).containsExactly("100001", "100002");
    assertThat(aliases()).isEmpty();
  }

  @Test
  void recordThatComesBack_getsItsIdBack_andIdsAreNeverReused() {
    given.customers(
        1,
        """
        source record_key phone
        crm    a          13900000001
        crm    b          13900000002
        """);
    resolve(ALL);
    given.remove(CleanTables.CUSTOMER, "crm/b");
    resolve(batch(2));
    assertThat(members()).containsExactly("100001 crm/a");
    assertThat(touched()).containsExactly("100002");
    given.customers(3, "source record_key phone\ncrm    c          13900000003");
    resolve(batch(3));
    assertThat(members()).containsExactly("100001 crm/a", "100003 crm/c");
    given.customers(4, "source record_key phone\ncrm    b          13900000002");
    resolve(batch(4));
    assertThat(members()).containsExactly("100001 crm/a", "100002 crm/b", "100003 crm/c");
  }

  /** Of the batch 2: a record, an order, a line of an old order, and a delivery. 100005 rests. */
  @Test
  void touched_areTheCustomersOfWhateverLanded() {
    given.customers(
        1,
        """
        source record_key phone
        shop   a          13900000001
        shop   b          13900000002
        shop   c          13900000003
        shop   d          13900000004
        shop   e          13900000005
        """);
    given.orders(1, "source order_key order_no buyer_key\nshop   o3        o3       c");
    resolve(ALL);
    given.customers(2, "source record_key phone       city\nshop   a          13900000001 上海");
    given.orders(2, "source order_key order_no buyer_key\nshop   o2        o2       b");
    given.orders(2, "source order_key order_no buyer_key\nshop   o9        o9       -");
    given.lines(2, "source line_no order_key amount\nshop   o3|1    o3        5");
    given.deliveries(
        2, "source record_key recipient_key campaign\nshop   x          d             春");
    resolve(batch(2));
    assertThat(touched()).containsExactly("100001", "100002", "100003", "100004");
    resolve(batch(3));
    assertThat(touched()).as("nothing touched").isEmpty();
    given.remove(CleanTables.ORDER, "shop/o2");
    resolve(batch(4));
    assertThat(touched()).as("lost an order").containsExactly("100002");
  }

  @Test
  void why_namesTheValuesThatBind_maskedForWhoMayNotSeeThem() {
    given.customers(
        1,
        """
        source record_key phone       member_card
        crm    a          13900000001 A1
        shop   b          13900000001 A1
        shop   c          13900000001 -
        shop   d          13900000009 -
        """);
    resolve(ALL);
    var why = identities().why(id(100001), Viewer.system());
    var a = new RecordRef("crm", "a");
    var b = new RecordRef("shop", "b");
    var c = new RecordRef("shop", "c");
    assertThat(why)
        .isEqualTo(
            new Why(
                id(100001),
                List.of(a, b, c),
                List.of(
                    new Why.Bond(IdType.MEMBER_CARD, "A1", List.of(a, b)),
                    new Why.Bond(IdType.PHONE, "13900000001", List.of(a, b, c)))));
    assertThat(identities().why(id(100002), Viewer.system()).bonds()).isEmpty();
  }

  @Test
  void summary_addsUp() {
    given.customers(
        1,
        """
        source record_key phone       member_card
        crm    ann        13900000001 A1
        shop   ann        13900000001 -
        shop   ann2       -           -
        shop   bo         13900000002 -
        """);
    resolve(ALL);
    assertThat(identities().summary(Viewer.system()))
        .isEqualTo(
            new Summary(
                4,
                3,
                List.of(
                    new Summary.OfSource("crm", 1, 1, 1, 0),
                    new Summary.OfSource("shop", 3, 1, 3, 2)),
                List.of(
                    new Summary.Overlap(Set.of("shop"), 2),
                    new Summary.Overlap(Set.of("crm", "shop"), 1)),
                List.of(
                    new Summary.OfIdType(IdType.PHONE, 3, 2, 2),
                    new Summary.OfIdType(IdType.EMAIL, 0, 0, 0),
                    new Summary.OfIdType(IdType.MEMBER_CARD, 1, 1, 0),
                    new Summary.OfIdType(IdType.PLATFORM_ID, 0, 0, 0),
                    new Summary.OfIdType(IdType.OPENID, 0, 0, 0),
                    new Summary.OfIdType(IdType.UNIONID, 0, 0, 0)),
                List.of()));
  }

  /** One phone under three names, where two are the most. */
  @Test
  void summary_listsGenericValues_whichBroughtNobodyTogether() {
    given.customers(
        1,
        """
        source record_key name phone
        crm    r1         王芳 13900000001
        crm    r2         李雷 13900000001
        crm    r3         张伟 13900000001
        """);
    given.run(steps(Limits.DEFAULT.with(IdType.PHONE, new Limits.Limit(50, 2))), ALL);
    var summary = identities().summary(Viewer.system());
    assertThat(summary.customers()).isEqualTo(3);
    assertThat(summary.generic())
        .containsExactly(
            new Summary.Generic(IdType.PHONE, "", "13900000001", 3, 3, "identity.too-many-names"));
    assertThat(summary.byIdType().getFirst())
        .isEqualTo(new Summary.OfIdType(IdType.PHONE, 3, 3, 0));
  }

  @Test
  void rowOrder_changesNothing() throws Exception {
    var rows = random(new Random(7), 300);
    given.put(CleanTables.CUSTOMER, rows);
    resolve(ALL);
    var expected = members();
    for (int seed = 1; seed <= 3; seed++) {
      var shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(seed));
      try (var other = new Ground(Files.createDirectory(folder.resolve("shuffled" + seed)))) {
        other.put(CleanTables.CUSTOMER, shuffled);
        other.run(steps(Limits.DEFAULT), ALL);
        assertThat(
                other.rows(
                    """
                    select m.customer_id, m.source || '/' || m.record_key as record
                    from {identity.member} m
                    order by m.customer_id nulls last, record nulls last
                    """))
            .isEqualTo(expected);
      }
    }
  }

  /** The law: one run over everything, or any split into batches: the same records are together. */
  @Test
  void everything_equalsAnySplitIntoBatches() throws Exception {
    var rows = random(new Random(11), 300);
    given.put(CleanTables.CUSTOMER, rows);
    resolve(ALL);
    var expected = parts(given);
    for (int seed = 1; seed <= 3; seed++) {
      var random = new Random(seed);
      try (var other = new Ground(Files.createDirectory(folder.resolve("split" + seed)))) {
        var left = new ArrayList<>(rows);
        Collections.shuffle(left, random);
        for (long batch = 1; !left.isEmpty(); batch++) {
          int n = Math.min(left.size(), 1 + random.nextInt(90));
          var landed = left.subList(0, n);
          long number = batch;
          other.put(
              CleanTables.CUSTOMER,
              landed.stream()
                  .map(
                      r -> {
                        var row = new ArrayList<>(r);
                        row.set(3, Value.of(number));
                        return List.copyOf(row);
                      })
                  .toList());
          landed.clear();
          other.run(steps(Limits.DEFAULT), batch(batch));
        }
        assertThat(parts(other)).isEqualTo(expected);
      }
    }
  }

  /**
   * Small landings on a large ground, resolved within their reach, beside the same landings with
   * everything resolved anew: equal to the row, ids included. Limits are low, so that values become
   * generic and cease to be; records change, vanish and come back.
   */
  @Test
  void smallLanding_leavesWhatResolvingEverythingLeaves() throws Exception {
    var limits = Limits.DEFAULT.with(IdType.PHONE, new Limits.Limit(6, 2));
    for (int seed = 1; seed <= 2; seed++) {
      var random = new Random(seed);
      try (var narrow = new Ground(Files.createDirectory(folder.resolve("narrow" + seed)));
          var whole = new Ground(Files.createDirectory(folder.resolve("whole" + seed)))) {
        var rows = random(random, 200);
        narrow.put(CleanTables.CUSTOMER, rows);
        whole.put(CleanTables.CUSTOMER, rows);
        narrow.run(steps(limits), batch(1));
        whole.run(steps(limits), ALL);
        int flips = 0;
        var generic = narrow.rows(GENERIC);
        for (long batch = 2; batch <= 12; batch++) {
          var landed = landing(random, batch);
          var gone = "crm/r" + 2 * random.nextInt(110);
          for (var ground : List.of(narrow, whole)) {
            ground.put(CleanTables.CUSTOMER, landed);
            ground.remove(CleanTables.CUSTOMER, gone);
          }
          narrow.run(steps(limits), batch(batch));
          whole.run(steps(limits), ALL);
          for (var table : List.of(MEMBER, ALIAS, GENERIC, EVIDENCE, ASSIGNMENT)) {
            assertThat(narrow.rows(table)).as(table).isEqualTo(whole.rows(table)).isNotEmpty();
          }
          if (!generic.equals(narrow.rows(GENERIC))) flips++;
          generic = narrow.rows(GENERIC);
        }
        assertThat(flips).as("landings that changed what is generic").isGreaterThan(3);
      }
    }
  }

  private static final String MEMBER = "select m.* from {identity.member} m order by all";
  private static final String ALIAS = "select l.* from {identity.alias} l order by all";
  private static final String GENERIC = "select g.* from {identity.generic} g order by all";
  private static final String EVIDENCE = "select e.* from {identity.evidence} e order by all";
  private static final String ASSIGNMENT = "select a.* from {identity.assignment} a order by all";

  /** Ten records, old ones with new content and new ones. */
  private static List<List<Value>> landing(Random random, long batch) {
    var rows = new ArrayList<List<Value>>();
    var all = random(random, 220);
    for (int i : random.ints(0, 220).distinct().limit(10).toArray()) {
      var row = new ArrayList<>(all.get(i));
      row.set(3, Value.of(batch));
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  /** Customers named by their least record: numbers depend on history, who is together doesn't. */
  private static Map<String, Set<String>> parts(Ground ground) {
    var byCustomer = new TreeMap<Long, TreeSet<String>>();
    ground
        .warehouse()
        .query(
            Sql.of(
                "select m.customer_id, m.source || '/' || m.record_key as record from {identity.member} m"),
            View.everything())
        .stream()
        .forEach(
            r ->
                byCustomer
                    .computeIfAbsent(r.whole("customer_id"), c -> new TreeSet<>())
                    .add(r.text("record")));
    var named = new TreeMap<String, Set<String>>();
    byCustomer.values().forEach(part -> named.put(part.first(), part));
    return named;
  }

  /** Records over few values, so that chains of all lengths and one generic phone come about. */
  private static List<List<Value>> random(Random random, int records) {
    var rows = new ArrayList<List<Value>>();
    for (int i = 0; i < records; i++) {
      var phone =
          random.nextInt(20) == 0 ? "13800000000" : "139%08d".formatted(random.nextInt(records));
      var row = new ArrayList<Value>();
      for (var column : CleanTables.CUSTOMER.columns()) {
        row.add(
            switch (column.name()) {
              case "source" -> Value.of(i % 2 == 0 ? "crm" : "shop");
              case "feed" -> Value.of("feed");
              case "record_key" -> Value.of("r" + i);
              case "batch", "line" -> Value.of(1);
              case "name" -> Value.of("n" + random.nextInt(40));
              case "phone" -> some(random, 0.7, phone);
              case "email" -> some(random, 0.3, random.nextInt(records) + "@x.cn");
              case "member_card" -> some(random, 0.4, "A" + random.nextInt(records));
              case "platform_id" -> some(random, 0.4, "u" + random.nextInt(records));
              default -> Value.missing();
            });
      }
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static Value some(Random random, double share, String value) {
    return random.nextDouble() < share ? Value.of(value) : Value.missing();
  }
}
