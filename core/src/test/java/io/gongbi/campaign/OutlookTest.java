package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.heldOut;
import static io.gongbi.campaign.CampaignFolder.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told before a launch to forty customers: sizes, cost, and what could be seen. */
final class OutlookTest extends FortyCustomers {
  /** Everybody of Shanghai and Beijing: 40, of whom 4 bought and number 40 has no phone. */
  @Test
  void outlook_tellsWhatEachControlGroupCouldShow() {
    var bought = company.clock.instant().minus(Duration.ofDays(5));
    company.put(
        ProfileTables.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var segment = gongbi.segments().add(LIN, Label.typed("所有人"), Condition.everyone());
    company.counted();
    var outlook =
        gongbi.forecast().outlook(segment.id(), "file", 14, Goal.USUAL, LIN, gongbi.asOf());
    assertThat(List.of(outlook.audience(), outlook.of(), outlook.noAddress()))
        .containsExactly(40L, 40L, 1L);
    assertThat(outlook.sizing().orElseThrow().base().level()).isEqualTo(0.1);
    assertThat(outlook.shares()).hasSize(51);
    var none = outlook.shares().getFirst();
    assertThat(none.control()).isEqualTo(0);
    assertThat(none.detectable()).isEmpty();
    assertThat(none.enough()).isFalse();
    var half = outlook.shares().getLast();
    assertThat(List.of(half.treated(), half.control())).containsExactly(20L, 20L);
    assertThat(half.detectable())
        .isEqualTo(io.gongbi.experiment.Power.USUAL.detectable(0.1, 20, 20));
  }

  /**
   * Who has not bought in ten days: 36 of 40 now, none of whom bought lately, by definition. One
   * window of 14 days ago all 40 were in it, and four bought since: 10 % is what to expect.
   */
  @Test
  void outlook_expectsWhatTheSegmentDidOneWindowAgo() {
    var bought = company.clock.instant().minus(Duration.ofDays(5));
    company.put(
        ProfileTables.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var sales = new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale"));
    var lately = Measure.of(Measure.ORDER, sales, Aggregate.COUNT, new Window.LastDays(10));
    var asleep = new Condition.Not(new Condition.Behaviour(lately, Op.GE, BigDecimal.ONE));
    var segment = gongbi.segments().add(LIN, Label.typed("沉睡"), asleep);
    company.counted();
    var outlook =
        gongbi.forecast().outlook(segment.id(), "file", 14, Goal.USUAL, LIN, gongbi.asOf());
    assertThat(outlook.audience()).isEqualTo(36);
    assertThat(outlook.sizing().orElseThrow().base().level()).isEqualTo(0.1);
  }

  @Test
  void rehearsal_withoutControl_canShowNothing() {
    var campaign = company.draft(LIN, 0);
    var rehearsal = gongbi.forecast().rehearse(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(rehearsal.control()).isEqualTo(0);
    assertThat(rehearsal.foreseen().detectable()).isEmpty();
    assertThat(rehearsal.enough()).isFalse();
  }

  @Test
  void rehearsal_tellsSizesAndWhatCouldBeSeen() {
    var bought = company.clock.instant().minus(Duration.ofDays(5));
    company.put(
        ProfileTables.ORDER,
        List.of(
            sale(1, "10", bought),
            sale(2, "10", bought),
            sale(3, "10", bought),
            sale(4, "10", bought)));
    var campaign = company.draft(LIN, 500);
    var rehearsal = gongbi.forecast().rehearse(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(rehearsal.audience()).isEqualTo(40);
    assertThat(rehearsal.foreseen().base()).isEqualTo(4 / 40.0);
    long held =
        java.util.stream.LongStream.rangeClosed(1, 40).filter(c -> heldOut(campaign, c)).count();
    long reached = 40 - held - (heldOut(campaign, 40) ? 0 : 1);
    assertThat(rehearsal.cost().orElseThrow())
        .as("ten cents for each who gets it")
        .isEqualByComparingTo(new BigDecimal("0.10").multiply(BigDecimal.valueOf(reached)));
    assertThat(rehearsal.enough()).as("twenty against twenty see nothing").isFalse();
    assertThat(rehearsal.sample()).hasSize(5);
    assertThat(rehearsal.sample().getFirst().text()).startsWith("客户").contains("您好");
  }
}
