package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is one person by what records have in common, and who is not in spite of it. */
final class MatchTest extends ResolvedGround {
  /** One phone: the same name written in five ways is one person, another name is another. */
  @Test
  void household_staysTwoPeople_howeverANameIsWritten() {
    given.customers(
        1,
        """
        source record_key name      phone
        crm    1          张伟      13900000001
        crm    2          李丽      13900000001
        pos    1          張偉      13900000001
        pos    2          Zhang·Wei 13900000001
        shop   1          张玮      13900000001
        shop   2          李女士    13900000001
        shop   3          王先生    13900000001
        """
            .replace("Zhang·Wei", "ZhangWei"));
    resolve(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/1",
            "100001 pos/1",
            "100001 pos/2",
            "100001 shop/1",
            "100002 crm/2",
            "100003 shop/2",
            "100004 shop/3");
  }

  /** Without a name a phone tells who it is while it has one name, and nobody when it has two. */
  @Test
  void recordWithoutAName_joinsNobody_whereAPhoneHasTwoNames() {
    given.customers(
        1,
        """
        source record_key name phone
        crm    1          张伟 13900000001
        pos    1          -    13900000001
        crm    2          张伟 18612340987
        crm    3          李丽 18612340987
        pos    2          -    18612340987
        """);
    resolve(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/1", "100001 pos/1", "100002 crm/2", "100003 crm/3", "100004 pos/2");
    assertThat(
            given.rows(
                """
                select p.one_source || '/' || p.one_key || ' ' || p.other_source || '/' || p.other_key as pair,
                       p.customer_id = p.other_customer as one,
                       p.joins
                from {identity.pair} p
                order by pair
                """))
        .containsExactly(
            "crm/1 pos/1 true true", "crm/2 pos/2 false false", "crm/3 pos/2 false false");
  }

  /** The number was 王强's and is 赵敏's now; who gave both phone and name is not in doubt. */
  @Test
  void recycledNumber_bringsNoStrangersTogether() {
    given.customers(
        1,
        """
        source record_key name phone       email    birthday
        crm    1          王强 13900000001 wq@x.cn  1970-02-03
        shop   1          王强 13900000007 wq@x.cn  -
        crm    2          赵敏 13900000001 -        1998-05-06
        shop   2          赵敏 13900000001 zm@x.cn  -
        """);
    resolve(ALL);
    assertThat(members())
        .containsExactly("100001 crm/1", "100001 shop/1", "100002 crm/2", "100002 shop/2");
  }

  /** Of two people called 王伟 a birthday tells one from the other; who has none stays alone. */
  @Test
  void namesakes_areOne_onlyWhereSomethingBesidesAgrees() {
    given.customers(
        1,
        """
        source record_key name birthday   address
        crm    1          王伟 1980-01-02 -
        shop   1          王伟 1980-01-02 -
        crm    2          王伟 1991-07-08 人民路12号3幢502室
        shop   2          王伟 -          人民路12号3栋502
        shop   3          王伟 -          -
        """);
    resolve(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/1", "100001 shop/1", "100002 crm/2", "100002 shop/2", "100003 shop/3");
  }

  /** An account orders for somebody else: the receiver's phone is not the account's. */
  @Test
  void giftReceiver_isNotWhoOrdered() {
    given.customers(
        1,
        """
        source record_key name platform_id phone
        shop   u1         张伟 u1          13900000001
        shop   buyer:1    张伟 u1          13900000001
        shop   buyer:2    李丽 u1          13900000002
        crm    M1         李丽 -           13900000002
        crm    M2         张伟 -           13900000001
        """);
    resolve(ALL);
    assertThat(members())
        .containsExactly(
            "100001 crm/M1",
            "100002 crm/M2",
            "100002 shop/buyer:1",
            "100002 shop/buyer:2",
            "100002 shop/u1");
  }

  /** One digit wrong at the till: the name and the rest of the number tell. */
  @Test
  void slipOfADigit_isForgiven_whereTheNameAgrees() {
    given.customers(
        1,
        """
        source record_key name   phone
        crm    1          欧阳娜 13912345678
        pos    1          欧阳娜 13912345687
        pos    2          李丽   13912345679
        """);
    resolve(ALL);
    assertThat(members()).containsExactly("100001 crm/1", "100001 pos/1", "100002 pos/2");
  }
}
