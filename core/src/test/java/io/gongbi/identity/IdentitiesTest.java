package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people are told of customers that records were resolved to. */
final class IdentitiesTest extends ResolvedGround {
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
                    new Why.Bond(IdType.PHONE, "13900000001", List.of(a, b, c))),
                List.of()));
    assertThat(identities().why(id(100002), Viewer.system()).bonds()).isEmpty();
  }

  /**
   * 2 pairs are too few to learn from: what is usual weighs them. The parts add up to the weight,
   * or just above it, and two pairs hold three cores together.
   */
  @Test
  void why_saysWhatTwoHaveInCommon_andWhatItIsWorth() {
    given.customers(
        1,
        """
        source record_key name phone       email  birthday
        crm    a          张伟 13900000001 -      1990-03-04
        pos    b          张伟 13900000001 -      1990-03-04
        shop   c          張伟 -           z@x.cn 1990-03-04
        """);
    given.run(
        List.of(new Resolve(IdRules.DEFAULT, Matching.DEFAULT, List.of(), List.of(), Ground.CLOCK)),
        ALL);
    var likenesses = identities().why(id(100001), Viewer.system()).likenesses();
    assertThat(likenesses.stream().map(l -> l.one() + " " + l.other()))
        .containsExactly("crm/a pos/b", "crm/a shop/c");
    var first = likenesses.getFirst();
    assertThat(first.traits().stream().map(t -> t.found().zh()))
        .containsExactly("姓名相同", "生日相同", "手机号相同");
    assertThat(first.traits()).allSatisfy(t -> assertThat(t.bits()).isPositive());
    double sum = first.before() + first.traits().stream().mapToDouble(Why.Trait::bits).sum();
    assertThat(first.bits()).isGreaterThan(10).isBetween(sum - 1, sum);
    assertThat(likenesses.get(1).traits().stream().map(t -> t.found().en()))
        .containsExactly("Same name", "Same birthday");
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
                    new Summary.OfIdType(IdType.UNIONID, 0, 0, 0),
                    new Summary.OfIdType(IdType.DEVICE, 0, 0, 0)),
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
    given.run(steps(limited(IdType.PHONE, 50, 2)), ALL);
    var summary = identities().summary(Viewer.system());
    assertThat(summary.customers()).isEqualTo(3);
    assertThat(summary.generic())
        .containsExactly(
            new Summary.Generic(IdType.PHONE, "", "13900000001", 3, 3, "identity.too-many-names"));
    assertThat(summary.byIdType().getFirst())
        .isEqualTo(new Summary.OfIdType(IdType.PHONE, 3, 3, 0));
  }
}
