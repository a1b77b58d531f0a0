package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.identity.IdRules.Use;
import io.gongbi.identity.match.Comparison;
import io.gongbi.quality.CleanTables;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a company may say of an id type, and what that makes of its records. */
final class IdRulesTest extends ResolvedGround {
  private void resolve(IdRules rules) {
    given.run(steps(rules), ALL);
  }

  private static IdRules as(IdType type, Use use) {
    return IdRules.DEFAULT.with(type, IdRules.DEFAULT.of(type).as(use));
  }

  /** A gym: 张伟 lends his card to 李丽. He also shows it in the shop. */
  private void gym() {
    given.customers(
        1,
        """
        source record_key name member_card
        crm    1          张伟 C1
        pos    2          李丽 C1
        shop   3          张伟 C1
        shop   4          -    C1
        """);
  }

  @Test
  void lentCard_isAHint_andTiesNobodyAlone() {
    gym();
    resolve(IdRules.DEFAULT);
    assertThat(members())
        .containsExactly("100001 crm/1", "100001 pos/2", "100001 shop/3", "100001 shop/4");
    resolve(as(IdType.MEMBER_CARD, Use.SHARED));
    assertThat(members())
        .as("two names are two people; whoever has none may be either")
        .containsExactly("100001 crm/1", "100001 shop/3", "100002 pos/2", "100003 shop/4");
    assertThat(patterns("crm/1", "shop/3"))
        .containsExactly(Comparison.NAME.at(5) + Comparison.SHARED_ID.at(2));
  }

  private List<Long> patterns(String one, String other) {
    return given
        .warehouse()
        .query(
            Sql.of(
                    """
                select p.pattern
                from {identity.pair} p
                where p.one_source || '/' || p.one_key = #one
                  and p.other_source || '/' || p.other_key = #other
                """)
                .with("one", Value.of(one))
                .with("other", Value.of(other)),
            View.everything())
        .stream()
        .map(r -> r.whole("pattern"))
        .toList();
  }

  @Test
  void typeThatIsOff_saysNothing() {
    gym();
    resolve(as(IdType.MEMBER_CARD, Use.OFF));
    assertThat(members())
        .containsExactly("100001 crm/1", "100002 pos/2", "100003 shop/3", "100004 shop/4");
    assertThat(given.rows("select e.id_value from {identity.evidence} e")).isEmpty();
    given.customers(
        2,
        """
        source record_key name phone
        crm    5          王五 13900000005
        shop   6          王五 13900000005
        """);
    resolve(IdRules.DEFAULT);
    assertThat(members()).contains("100005 crm/5", "100005 shop/6");
    resolve(as(IdType.PHONE, Use.OFF));
    assertThat(members()).contains("100005 crm/5").doesNotContain("100005 shop/6");
  }

  /** Where nobody shares a phone, two names on it are one person. */
  @Test
  void phone_tiesAlone_whereItIsExclusive() {
    given.customers(
        1,
        """
        source record_key name phone
        crm    1          张伟 13900000001
        shop   1          李丽 13900000001
        """);
    resolve(IdRules.DEFAULT);
    assertThat(members()).containsExactly("100001 crm/1", "100002 shop/1");
    resolve(as(IdType.PHONE, Use.EXCLUSIVE));
    assertThat(members()).containsExactly("100001 crm/1", "100001 shop/1");
  }

  /** A device is what a household shares; accounts of two shops are no one account. */
  @Test
  void sharedIds_findWhoIsCompared() {
    given.customers(
        1,
        """
        source record_key name device platform_id
        app    1          张伟 D1     -
        shop   2          张伟 D1     u7
        shop   3          李丽 D1     u8
        pos    4          李丽 -      u8
        pos    5          王芳 -      u9
        pos    6          王芳 -      u9
        """);
    resolve(as(IdType.PLATFORM_ID, Use.SHARED));
    assertThat(members())
        .containsExactly(
            "100001 app/1",
            "100001 shop/2",
            "100002 pos/4",
            "100003 pos/5",
            "100003 pos/6",
            "100004 shop/3");
  }

  private static IdRules oneCard() {
    return IdRules.DEFAULT.with(
        IdType.MEMBER_CARD, IdRules.DEFAULT.of(IdType.MEMBER_CARD).atMost(1));
  }

  /** Two people on one tablet: one openid, two cards. Each card has another record. */
  private void tablet() {
    given.customers(
        1,
        """
        source record_key openid member_card
        mini   1          X      A
        mini   2          X      B
        mini   3          X      -
        mini   4          Y      A
        mini   5          Y      -
        mini   6          Z      B
        """);
  }

  @Test
  void openid_thatContradictsCards_tiesNobody() {
    tablet();
    resolve(IdRules.DEFAULT);
    assertThat(members()).allMatch(m -> m.startsWith("100001 ")).hasSize(6);
    resolve(oneCard());
    assertThat(members())
        .as("Y contradicts nothing; X does, and mini/3 is nobody's")
        .containsExactly(
            "100001 mini/1",
            "100001 mini/4",
            "100001 mini/5",
            "100002 mini/2",
            "100002 mini/6",
            "100003 mini/3");
    assertThat(
            given.rows(
                "select c.id_type, c.id_value, c.scope, c.customer_id from {identity.contradicted} c order by all"))
        .containsExactly("openid X mini 100001", "openid X mini 100002", "openid X mini 100003");
  }

  /** The other way round: openids are believed, and the card that would add a third is not. */
  @Test
  void card_isFollowedOnlyWhereItAddsNone_whenOpenidsAreTrustedMore() {
    given.customers(
        1,
        """
        source record_key openid member_card
        mini   1          X      A
        mini   2          X      B
        mini   4          Y      A
        mini   5          Y      C
        """);
    resolve(
        oneCard()
            .trusting(
                List.of(
                    IdType.OPENID,
                    IdType.MEMBER_CARD,
                    IdType.UNIONID,
                    IdType.PLATFORM_ID,
                    IdType.PHONE,
                    IdType.EMAIL,
                    IdType.DEVICE)));
    assertThat(members())
        .containsExactly("100001 mini/1", "100001 mini/2", "100002 mini/4", "100002 mini/5");
    assertThat(given.rows("select distinct c.id_type, c.id_value from {identity.contradicted} c"))
        .containsExactly("member_card A");
  }

  /** When the contradiction goes, also from outside, what was cut ties again. */
  @Test
  void cutValue_tiesAgain_whenNothingSpeaksAgainstItAnyMore() {
    tablet();
    given.run(steps(oneCard()), batch(1));
    given.remove(CleanTables.CUSTOMER, "mini/2");
    given.customers(
        2,
        """
        source record_key openid member_card
        mini   6          Z      -
        """);
    given.run(steps(oneCard()), batch(2));
    assertThat(members())
        .containsExactly(
            "100001 mini/1", "100001 mini/3", "100001 mini/4", "100001 mini/5", "100002 mini/6");
    assertThat(given.rows("select c.id_value from {identity.contradicted} c")).isEmpty();
  }
}
