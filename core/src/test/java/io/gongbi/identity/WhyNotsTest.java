package io.gongbi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.identity.Decision.Verdict;
import io.gongbi.identity.WhyNot.Reason;
import io.gongbi.identity.WhyNots.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why two are two, or one. */
final class WhyNotsTest extends ResolvedGround {
  private final List<Definition<Decision>> decisions = new ArrayList<>();

  /**
   * A couple with one phone; two namesakes in two towns; a clerk's phone with six names and two
   * records without; and somebody who shares nothing with anybody.
   */
  @BeforeEach
  void people() {
    given.customers(
        1,
        """
        source record_key name phone       member_card city
        crm    1          张伟 13900000001 C1          上海
        crm    2          李丽 13900000001 C2          上海
        pos    1          张伟 13900000001 C1          -
        crm    3          王芳 13700000003 C3          北京
        shop   3          王芳 13611112222 -           广州
        crm    4          赵一 18600000000 -           -
        crm    5          钱二 18600000000 -           -
        crm    6          孙三 18600000000 -           -
        crm    7          周四 18600000000 -           -
        crm    8          吴五 18600000000 -           -
        crm    9          郑六 18600000000 -           -
        pos    8          -    18600000000 -           -
        pos    9          -    18600000000 -           -
        shop   7          陈七 15012345678 -           -
        """);
    resolveAll();
  }

  private void resolveAll() {
    var said = decisions.stream().map(Definition::body).toList();
    given.run(
        List.of(new Resolve(IdRules.DEFAULT, Matching.DEFAULT, said, List.of(), Ground.CLOCK)),
        ALL);
  }

  private WhyNot why(String one, String other) {
    return whyNots().of(whole(one), whole(other), Viewer.system());
  }

  private WhyNots whyNots() {
    return new WhyNots(
        given.warehouse(), given.gate(), identities(), () -> IdRules.DEFAULT, () -> decisions);
  }

  private Side whole(String record) {
    var customer =
        members().stream().filter(m -> m.endsWith(" " + record)).findFirst().orElseThrow();
    return new Side(id(Long.parseLong(customer.split(" ", 2)[0])), Optional.empty());
  }

  private static RecordRef ref(String record) {
    return new RecordRef(
        record.substring(0, record.indexOf('/')), record.substring(record.indexOf('/') + 1));
  }

  private static List<String> found(WhyNot why) {
    return why.traits().stream().map(t -> t.found().en() + (t.bits() < 0 ? " -" : " +")).toList();
  }

  @Test
  void coupleWithOnePhone_isTwo_sinceTheyAreCalledOtherwise() {
    var why = why("crm/1", "crm/2");
    assertThat(why.reason()).isEqualTo(Reason.CALLED_OTHERWISE);
    assertThat(found(why)).containsExactly("Names differ -", "Same phone -", "Same city -");
    assertThat(why.two())
        .contains(new Label("共用联系方式的两个人", "two people who share how to reach them"));
    assertThat(why.bits().orElseThrow()).isNegative();
    assertThat(
            why.before().orElseThrow() + why.traits().stream().mapToDouble(Why.Trait::bits).sum())
        .as("the steps add up")
        .isCloseTo(why.bits().orElseThrow(), within(0.01));
  }

  @Test
  void namesakesInTwoTowns_areTwo_sinceMoreSpeaksAgainst() {
    var why = why("crm/3", "shop/3");
    assertThat(why.reason()).isEqualTo(Reason.MORE_AGAINST);
    assertThat(found(why)).containsExactly("Same name -", "Phones differ -", "Cities differ -");
  }

  @Test
  void whoShareAClerksPhoneAlone_areTold_thatItSaysNothing() {
    var why = why("pos/8", "pos/9");
    assertThat(why.reason()).isEqualTo(Reason.ONLY_IGNORED);
    assertThat(why.ignored())
        .containsExactly(
            new WhyNot.Ignored(new Label("手机号", "Phone"), Optional.of(8L), Optional.of(6L)));
    assertThat(why.bits()).as("they were not compared").isEmpty();
  }

  @Test
  void whoHasNoNameAndSharesNothing_wasNeverCompared() {
    assertThat(why("pos/8", "shop/7").reason()).isEqualTo(Reason.NEVER_COMPARED);
  }

  /** Two records of one customer: the card ties them. */
  @Test
  void recordsOfOneCustomer_areOne() {
    var customer = whole("crm/1").customer();
    var why =
        whyNots()
            .of(
                new Side(customer, Optional.of(ref("crm/1"))),
                new Side(customer, Optional.of(ref("pos/1"))),
                Viewer.system());
    assertThat(why.reason()).isEqualTo(Reason.ONE);
    assertThat(why.tied()).containsExactly(IdType.MEMBER_CARD);
  }

  @Test
  void whomAPersonParted_areTold_byWhom() {
    decisions.add(
        Definition.fresh(
            Decisions.KIND.id("d1"),
            Label.typed("≠ 100001"),
            new UserId("lin"),
            new Decision(Verdict.APART, List.of(ref("pos/1")), List.of(ref("crm/1")), "父子")));
    resolveAll();
    var why = why("crm/1", "pos/1");
    assertThat(why.reason()).isEqualTo(Reason.DECIDED);
    assertThat(why.decision().orElseThrow().body().note()).isEqualTo("父子");
    assertThat(why.tied()).containsExactly(IdType.MEMBER_CARD);
  }

  @Test
  void whatIsNotThere_isSaid() {
    var one = whole("crm/1");
    assertThatThrownBy(() -> whyNots().of(one, one, Viewer.system()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("identity.compare-self");
    var foreign = new Side(one.customer(), Optional.of(ref("crm/2")));
    assertThatThrownBy(() -> whyNots().of(foreign, whole("crm/2"), Viewer.system()))
        .hasMessageContaining("identity.no-record");
  }
}
