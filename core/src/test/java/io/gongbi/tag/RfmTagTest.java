package io.gongbi.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Delta;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Op;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The groups of RFM, and what follows from them. */
final class RfmTagTest extends TaggedShop {
  /**
   * In 365 days Ann has R 14, F 3, M 600; Bo R 91, F 1, M 40 (the return is subtracted, and is no
   * purchase); Cy R 90, F 1, M 80. Means: R 65, F 1.67, M 240. Ann is high in all three, the others
   * in none. Dee bought before the window, Eve never: no group.
   */
  @Test
  void rfm_comparesWithTheMean() {
    refresh(new Delta.Everything());
    assertThat(held("tag_rfm")).containsExactly("1 111", "2 000", "3 000", "4 -", "5 -");
    var report = tags.rfm(RFM, LIN);
    var lines = report.thresholds().orElseThrow();
    assertThat(lines.r()).isEqualTo(65);
    assertThat(lines.f()).isEqualTo(5 / 3.0);
    assertThat(lines.m()).isEqualTo(240);
    assertThat(report.without()).isEqualTo(2);
    assertThat(report.groups()).hasSize(8);
    assertThat(report.groups().getFirst())
        .isEqualTo(
            new RfmReport.Group(
                RfmGroup.CHAMPIONS,
                RfmGroup.CHAMPIONS.label(),
                1,
                1 / 3.0,
                Optional.of(new RfmReport.Thresholds(14, 3, 600)),
                600,
                600 / 720.0));
    assertThat(report.groups().getLast())
        .isEqualTo(
            new RfmReport.Group(
                RfmGroup.LOST,
                RfmGroup.LOST.label(),
                2,
                2 / 3.0,
                Optional.of(new RfmReport.Thresholds(90.5, 1, 60)),
                120,
                120 / 720.0));
  }

  /** The company calls its champions 铁粉; the others keep their names, the values their codes. */
  @Test
  void rfm_groupsMayBeRenamed() {
    var names = java.util.Map.of("111", Label.typed("铁粉"));
    var rule = new TagRule.Rfm(365, TagRule.Rfm.Split.MEAN, Optional.empty(), names);
    tags.put(LIN, RFM, NAME, new Tag("value", NAME, rule));
    assertThat(held("tag_rfm")).containsExactly("1 111", "2 000", "3 000", "4 -", "5 -");
    assertThat(tags.view(RFM, LIN).values())
        .containsExactly(
            new TagView.Count(Value.of("000"), new Label("一般挽留客户", "To win back"), 2),
            new TagView.Count(Value.of("111"), Label.typed("铁粉"), 1));
    assertThat(tags.rfm(RFM, LIN).groups().getFirst().label()).isEqualTo(Label.typed("铁粉"));
    var wrong =
        new TagRule.Rfm(
            365,
            TagRule.Rfm.Split.MEAN,
            Optional.empty(),
            java.util.Map.of("112", Label.typed("铁粉"), "110", Label.typed("长".repeat(31))));
    assertThatThrownBy(() -> tags.put(LIN, RFM, NAME, new Tag("value", NAME, wrong)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code, Fault::place)
                    .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("tag.rfm-group", "rule.names.112"),
                        org.assertj.core.groups.Tuple.tuple("tag.rfm-name", "rule.names.110")));
  }

  @Test
  void rfm_theMeanItselfIsHigh() {
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=0.1
        customer_id=2 kind=sale day=2026-03-01 amount=0.1
        customer_id=3 kind=sale day=2026-03-01 amount=0.1
        """);
    refresh(new Delta.Everything());
    assertThat(held("tag_rfm")).containsExactly("1 111", "2 111", "3 111", "4 -", "5 -");
  }

  @Test
  void rfm_byGivenCuts() {
    var cuts = new TagRule.Rfm.Cuts(90, 1, new BigDecimal(600));
    tags.put(
        LIN,
        RFM,
        NAME,
        new Tag("value", NAME, new TagRule.Rfm(365, TagRule.Rfm.Split.CUSTOM, Optional.of(cuts))));
    assertThat(held("tag_rfm"))
        .as("at most 90 days, at least one day, at least 600")
        .containsExactly("1 111", "2 010", "3 110", "4 -", "5 -");
  }

  /**
   * Ten customers with F 1 × 6, 2 × 2, 3, 4: ranks 1 (six share it), 7, 7, 9, 10, so scores 1 × 6,
   * 4, 4, 5, 5; the mean of scores is 2.4, so two purchase days are high.
   */
  @Test
  void rfm_byFifths_equalValuesShareAScore() {
    var customers = new StringBuilder();
    var orders = new StringBuilder();
    int[] days = {1, 1, 1, 1, 1, 1, 2, 2, 3, 4};
    for (int i = 0; i < days.length; i++) {
      customers.append("customer_id=").append(i + 1).append('\n');
      for (int d = 0; d < days[i]; d++) {
        orders.append(
            "customer_id=%d kind=sale day=2026-03-%02d amount=%s%n"
                .formatted(i + 1, 10 - d, new BigDecimal(12).divide(new BigDecimal(days[i]))));
      }
    }
    shop.customers(customers.toString()).orders(orders.toString());
    tags.put(
        LIN,
        RFM,
        NAME,
        new Tag("value", NAME, new TagRule.Rfm(365, TagRule.Rfm.Split.QUANTILE, Optional.empty())));
    // All last bought on the 10th and spent 12: R and M are one shared score, which is its own
    // mean.
    assertThat(held("tag_rfm"))
        .containsExactly(
            "1 101", "2 101", "3 101", "4 101", "5 101", "6 101", "7 111", "8 111", "9 111",
            "10 111");
    assertThat(tags.rfm(RFM, LIN).thresholds().orElseThrow())
        .isEqualTo(new RfmReport.Thresholds(5, 2, 12));
  }

  @Test
  void viewersOfACity_seeTheCompanysGroupsOfTheirCustomers() {
    refresh(new Delta.Everything());
    var report = tags.rfm(RFM, SHANGHAI);
    assertThat(report.thresholds()).isEqualTo(tags.rfm(RFM, LIN).thresholds());
    assertThat(report.groups().stream().mapToLong(RfmReport.Group::customers).boxed())
        .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
    assertThat(report.without()).isZero();
    var view = tags.view(SLEEPING, SHANGHAI);
    assertThat(view.holders()).isEqualTo(1);
    assertThat(view.coverage()).isEqualTo(0.5);
    assertThatThrownBy(() -> tags.why(SLEEPING, new CustomerId(3), SHANGHAI))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactly("tag.no-such-customer"));
  }

  /**
   * A tag on top of RFM: Cy's great purchase makes Ann's M low, and Ann, who is in no delta, must
   * lose the tag that asks for her group.
   */
  @Test
  void whatFollowsFromRfm_hearsOfEverybodyWhoseGroupTurned() {
    refresh(new Delta.Everything());
    var champions = new Condition.Holds(new TraitId("tag/rfm"), Op.EQ, Value.of("111"));
    tags.put(LIN, Tag.KIND.id("champion"), NAME, Tag.flag("value", NAME, champions));
    assertThat(held("tag_rfm, tag_champion")).contains("1 111 true", "3 000 -");
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=100
        customer_id=1 kind=sale day=2026-02-03 amount=200
        customer_id=2 kind=sale day=2025-12-14 amount=50
        customer_id=3 kind=sale day=2026-03-14 amount=5000
        customer_id=3 kind=sale day=2026-03-13 amount=5000
        """);
    refresh(new Delta.Customers(ids(3)));
    assertThat(held("tag_rfm, tag_champion"))
        .containsExactly("1 110 -", "2 000 -", "3 111 true", "4 - -", "5 - -");
  }
}
