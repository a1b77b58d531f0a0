package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.SHANGHAI;
import static io.gongbi.campaign.CampaignFolder.csv;
import static io.gongbi.campaign.CampaignFolder.heldOut;
import static io.gongbi.campaign.CampaignFolder.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Label;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.experiment.Experiment;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a campaign to forty customers changed: each arm in its window, counted by the plan. */
final class CampaignEffectTest extends FortyCustomers {
  /**
   * Of the treated, every third buys for 100 within the window; of the control group one buys for
   * 40, and one the day after it ends.
   */
  @Test
  void effect_countsEachArmInItsWindow_whetherTheMessageArrivedOrNot() {
    var campaign = company.draft(LIN, 500);
    company.launch(campaign, LIN);
    var orders = new ArrayList<Map<String, Value>>();
    var entered = company.clock.instant();
    long treated = 0;
    long control = 0;
    long converted = 0;
    for (long id = 1; id <= 40; id++) {
      if (heldOut(campaign, id)) {
        control++;
        if (control == 1) orders.add(sale(id, "40", entered.plus(Duration.ofDays(3))));
        if (control == 2) orders.add(sale(id, "70", entered.plus(Duration.ofDays(15))));
      } else {
        treated++;
        if (treated % 3 == 0) {
          converted++;
          orders.add(sale(id, "100", entered.plus(Duration.ofDays(5))));
        }
        // Before the campaign, and so no conversion.
        orders.add(sale(id, "999", entered.minus(Duration.ofDays(1))));
      }
    }
    company.followed();
    company.put(ProfileTables.ORDER, orders);
    company.clock.forward(Duration.ofDays(20));
    var effect = gongbi.campaigns().effect(campaign.definition().id(), LIN, gongbi.asOf());
    assertThat(effect.arms())
        .extracting(
            CampaignEffect.ArmResult::arm,
            CampaignEffect.ArmResult::people,
            CampaignEffect.ArmResult::converted,
            a -> a.revenue().intValue())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Experiment.CONTROL, control, 1L, 40),
            org.assertj.core.groups.Tuple.tuple(
                Experiment.TREATED, treated, converted, (int) converted * 100));
    assertThat(effect.window().orElseThrow().open()).isFalse();
    assertThat(effect.effect().enough())
        .as("one buyer in the control group tells nothing")
        .isFalse();
    long sent =
        gongbi.deliveries().ledger().counts(campaign.definition().id()).get(LedgerEntry.State.SENT);
    assertThat(effect.cost().orElseThrow())
        .isEqualByComparingTo(new BigDecimal("0.10").multiply(BigDecimal.valueOf(sent)));
  }

  /**
   * Number 40 has no phone and is refused: treated by the plan, so counted among the treated, and
   * neither sent to nor paid for.
   */
  @Test
  void refused_countAsTreated_andCostNothing() {
    var campaign = company.draft(LIN, 0);
    company.launch(campaign, LIN);
    company.followed();
    company.put(
        ProfileTables.ORDER,
        List.of(sale(40, "100", company.clock.instant().plus(Duration.ofDays(1)))));
    company.clock.forward(Duration.ofDays(20));
    var id = campaign.definition().id();
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).entries())
        .isEqualTo(Map.of(LedgerEntry.State.SENT, 39L, LedgerEntry.State.REFUSED, 1L));
    var effect = gongbi.campaigns().effect(id, LIN, gongbi.asOf());
    var arm = effect.arms().getFirst();
    assertThat(List.of(arm.people(), arm.sent(), arm.delivered(), arm.converted()))
        .containsExactly(40L, 39L, 0L, 1L);
    assertThat(effect.cost().orElseThrow()).isEqualByComparingTo("3.90");
    var refused = gongbi.campaigns().entries(id, Optional.of(LedgerEntry.State.REFUSED), 0, 9, LIN);
    assertThat(refused)
        .extracting(e -> e.customer().value() + " " + e.reason().orElse(""))
        .containsExactly("40 delivery.no-address");
    assertThat(csv(gongbi.campaigns().list(id, LIN)))
        .hasSize(40)
        .noneMatch(l -> l.contains("客户40"));
  }

  /** Twenty against twenty see no lift that a message could bring: nobody sends without knowing. */
  @Test
  void launch_thatCanShowTooLittle_isRefused_unlessKnowingly() {
    var bought = company.clock.instant().minus(Duration.ofDays(5));
    company.put(ProfileTables.ORDER, List.of(sale(1, "10", bought), sale(2, "10", bought)));
    var id = company.draft(LIN, 500).definition().id();
    assertThatThrownBy(() -> gongbi.launches().launch(id, LIN, gongbi.asOf(), false))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("campaign.too-small");
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).launch()).isEmpty();

    gongbi.runs().await(gongbi.launches().launch(id, LIN, gongbi.asOf(), true));
    var view = gongbi.campaigns().get(id, LIN, gongbi.asOf());
    long control =
        java.util.stream.LongStream.rangeClosed(1, 40)
            .filter(c -> Campaign.experiment(id, 500).armOf(new CustomerId(c)).control())
            .count();
    var foreseen = view.launch().orElseThrow().foreseen().orElseThrow();
    assertThat(foreseen.metric()).isEqualTo(Goal.Metric.CONVERSION);
    assertThat(foreseen.history()).isEqualTo(40);
    assertThat(foreseen.base()).as("two of forty").isEqualTo(0.05);
    assertThat(foreseen.worth()).as("a quarter of that, to a tenth of a point").isEqualTo(0.013);
    assertThat(foreseen.detectable().orElseThrow())
        .isEqualTo(
            io.gongbi.experiment.Power.USUAL.detectable(0.05, 40 - control, control).orElseThrow(),
            org.assertj.core.api.Assertions.within(0.00005));
    assertThat(foreseen.knowingly()).isTrue();
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).foreseen()).contains(foreseen);
  }

  /**
   * Somebody treated orders on the day before, within the first 24 hours, and twice on the fifth
   * day, once for the second time; one of the control group on the third day. Six days are over.
   */
  @Test
  void effect_followsBothGroupsDayByDay() {
    var campaign = company.draft(LIN, 500);
    company.launch(campaign, LIN);
    company.followed();
    var entered = company.clock.instant();
    var treated = new ArrayList<Long>();
    var control = new ArrayList<Long>();
    for (long id = 1; id <= 40; id++) (heldOut(campaign, id) ? control : treated).add(id);
    company.put(
        ProfileTables.ORDER,
        List.of(
            sale(treated.get(0), "10", entered.minus(Duration.ofHours(3))),
            sale(treated.get(0), "20", entered.plus(Duration.ofHours(2))),
            sale(treated.get(0), "30", entered.plus(Duration.ofHours(4 * 24 + 1))),
            sale(treated.get(1), "40", entered.plus(Duration.ofHours(4 * 24 + 2))),
            sale(control.get(0), "50", entered.plus(Duration.ofHours(2 * 24 + 2))),
            // Until here all is known.
            sale(control.get(1), "-1", entered.plus(Duration.ofHours(6 * 24 + 1)))));
    company.clock.forward(Duration.ofDays(8));
    var id = campaign.definition().id();
    var effect = gongbi.campaigns().effect(id, LIN, gongbi.asOf());

    assertThat(effect.arms())
        .extracting(a -> a.arm() + " " + a.converted() + " " + a.orders())
        .containsExactly("control 1 1", "treated 2 3");
    var days = effect.days();
    assertThat(days.stream().filter(d -> d.arm().equals(Experiment.TREATED)).map(d -> d.nth()))
        .containsExactly(-7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5);
    double each = treated.size();
    assertThat(days.stream().filter(d -> d.orders() > 0))
        .containsExactly(
            new CampaignEffect.Day(-1, Experiment.TREATED, 1, 1000 / each, 0),
            new CampaignEffect.Day(0, Experiment.TREATED, 1, 1000 / each, 1 / each),
            new CampaignEffect.Day(4, Experiment.TREATED, 2, 2000 / each, 2 / each),
            new CampaignEffect.Day(
                2, Experiment.CONTROL, 1, 1000.0 / control.size(), 1.0 / control.size()));
    var balance = effect.balance().orElseThrow();
    assertThat(balance.treated()).isEqualTo(1 / each);
    assertThat(balance.control()).isZero();
    assertThat(balance.alarm()).isFalse();
  }

  /** Nobody said what a message costs: 8 yuan for a poster are not all, and no return is told. */
  @Test
  void cost_isUnknown_whereNobodySaidWhatAMessageCosts() {
    var drafted = company.draft(LIN, 300);
    var id = drafted.definition().id();
    var own = (Reach.Own) drafted.definition().body().reach();
    var unpriced =
        new Reach.Own(
            own.segment(), own.channel(), own.message(), own.controlPerMille(), Optional.empty());
    gongbi
        .campaigns()
        .change(
            LIN,
            id,
            Label.typed("上新"),
            new Campaign(unpriced, 14, new BigDecimal("0.3"), Goal.USUAL, new BigDecimal("8")));
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).definition().body().reach())
        .isEqualTo(unpriced);
    assertThat(gongbi.forecast().rehearse(id, LIN, gongbi.asOf()).cost()).isEmpty();
    company.launch(drafted, LIN);
    company.followed();
    var entries = gongbi.deliveries().ledger();
    assertThat(entries.counts(id).get(LedgerEntry.State.SENT)).isPositive();
    company.put(
        ProfileTables.ORDER,
        IntStream.rangeClosed(1, 40)
            .mapToObj(i -> sale(i, "100", company.clock.instant().plus(Duration.ofDays(1))))
            .toList());
    company.clock.forward(Duration.ofDays(20));
    var effect = gongbi.campaigns().effect(id, LIN, gongbi.asOf());
    assertThat(effect.cost()).isEmpty();
    assertThat(effect.effect().roi()).isEmpty();
  }

  /** Forty people for 8 yuan beside 10 cents a message; Mei sees 20 of them and half of the 8. */
  @Test
  void otherCost_isTold_andSharedByWhomOneSees() {
    var drafted = company.draft(LIN, 0);
    var body = drafted.definition().body();
    var id = drafted.definition().id();
    gongbi
        .campaigns()
        .change(
            LIN,
            id,
            Label.typed("上新"),
            new Campaign(body.reach(), 14, body.margin(), Goal.USUAL, new BigDecimal("8")));
    assertThat(gongbi.forecast().rehearse(id, LIN, gongbi.asOf()).cost().orElseThrow())
        .as("39 have a phone")
        .isEqualByComparingTo("11.90");
    company.launch(drafted, LIN);
    company.followed();
    assertThat(gongbi.campaigns().effect(id, LIN, gongbi.asOf()).cost().orElseThrow())
        .isEqualByComparingTo("11.90");
    assertThat(gongbi.campaigns().effect(id, SHANGHAI, gongbi.asOf()).cost().orElseThrow())
        .as("19 messages and half of the rest")
        .isEqualByComparingTo("5.90");
  }

  /** Orders end on 1 March; the campaign begins on 11 March, and nothing of it can be known. */
  @Test
  void effect_saysThatOrdersEndBeforeTheLaunch() {
    company.put(ProfileTables.ORDER, List.of(sale(1, "10", company.clock.instant())));
    company.clock.forward(Duration.ofDays(10));
    var campaign = company.draft(LIN, 500);
    company.launch(campaign, LIN);
    company.followed();
    var id = campaign.definition().id();
    var knowledge = gongbi.campaigns().effect(id, LIN, gongbi.asOf()).knowledge();
    assertThat(knowledge.endsBefore()).isTrue();
    assertThat(knowledge.newestOrder()).contains(Instant.parse("2026-03-01T04:00:00Z"));
    company.put(
        ProfileTables.ORDER, List.of(sale(2, "10", company.clock.instant().plusSeconds(60))));
    var later = gongbi.campaigns().effect(id, LIN, gongbi.asOf()).knowledge();
    assertThat(later.endsBefore()).isFalse();
    assertThat(later.endsWithin()).as("thirteen days of the window are still to come").isTrue();
  }
}
