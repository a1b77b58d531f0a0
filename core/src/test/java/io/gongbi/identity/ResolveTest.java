package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.quality.CleanTables;
import io.gongbi.refresh.Delta;
import org.junit.jupiter.api.Test;

/** Which records are one customer, and which id that customer keeps. */
final class ResolveTest extends ResolvedGround {
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

  /** 13800000000 is a clerk's: six names. 13900000001 is a household's: two names, two people. */
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
            "100008 crm/8");
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
    given.run(steps(limited(IdType.EMAIL, 3, 3)), ALL);
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
}
