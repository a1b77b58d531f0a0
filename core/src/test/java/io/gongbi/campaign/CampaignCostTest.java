package io.gongbi.campaign;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.campaign.CampaignFolder.SHANGHAI;
import static io.gongbi.campaign.CampaignFolder.customer;
import static io.gongbi.campaign.CampaignFolder.heldOut;
import static io.gongbi.campaign.CampaignFolder.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.delivery.Deliveries;
import io.gongbi.experiment.Interval;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.profile.ProfileTables;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cost of campaigns that are sent already: who says it, what is kept of that, and the ROI. */
final class CampaignCostTest extends FortyCustomers {
  /** Sees everybody, and no numbers. */
  private static final Viewer MEI = new Viewer(new UserId("mei"), Role.marketer());

  /** A draft for everybody of which nobody has said what a message costs. */
  private CampaignView unpriced(int controlPerMille) {
    var reach =
        new Reach.Own(company.everybody(), "file", "上新了", controlPerMille, Optional.empty());
    var campaign = new Campaign(reach, 14, new BigDecimal("0.3"));
    var id = gongbi.campaigns().add(LIN, Label.typed("上新"), campaign).id();
    return gongbi.campaigns().get(id, LIN, gongbi.asOf());
  }

  private static Cost cost(String perMessage, String other) {
    return new Cost(
        Optional.of(perMessage).filter(c -> !c.isEmpty()).map(BigDecimal::new),
        new BigDecimal(other));
  }

  private CampaignEffect effect(DefinitionId id) {
    return gongbi.campaigns().effect(id, LIN, gongbi.asOf());
  }

  /**
   * 18 were meant and bought for 30 each, 22 were held back and bought for 10 each: 20 a head, of
   * which 0.3 stays, makes 6 × 18 = 108. One of the 18 has no phone: at 0.5 for each of 17 messages
   * and 45.5 beside it cost 54, and (108 − 54) ÷ 54 = 1.
   */
  @Test
  void roi_comesWithTheCost_andFollowsIt() {
    var campaign = unpriced(500);
    var id = campaign.definition().id();
    company.launch(campaign, LIN);
    company.followed();
    var orders = new ArrayList<Map<String, Value>>();
    var bought = company.clock.instant().plus(Duration.ofDays(2));
    for (long customer = 1; customer <= 40; customer++) {
      orders.add(sale(customer, heldOut(campaign, customer) ? "10" : "30", bought));
    }
    company.put(ProfileTables.ORDER, orders);
    company.clock.forward(Duration.ofDays(20));
    assertThat(effect(id).arms())
        .extracting(a -> a.arm() + " " + a.people() + " " + a.sent())
        .containsExactly("control 22 0", "treated 18 17");
    assertThat(effect(id).cost()).isEmpty();
    assertThat(effect(id).effect().roi()).isEmpty();

    gongbi.campaigns().stateCost(id, cost("0.5", "45.5"), "六月账单", 0, LIN);
    assertThat(effect(id).cost().orElseThrow()).isEqualByComparingTo("54");
    assertThat(effect(id).effect().roi().map(Interval::estimate).orElseThrow())
        .isEqualTo(1.0, within(1e-9));

    gongbi.campaigns().stateCost(id, cost("", "45.5"), "", 1, LIN);
    assertThat(effect(id).cost()).isEmpty();
    assertThat(effect(id).effect().roi()).isEmpty();
  }

  /**
   * 100 were sent to by another system, whose log says of 40 that they cost 0.10 each: 4 is known.
   * At 0.05 for each of the others and 53 beside, it cost 4 + 3 + 53 = 60. They bought for 1,200
   * and 100 who were held back for 800: (400 × 0.3 − 60) ÷ 60 = 1.
   */
  @Test
  void logThatSaysNoCost_isFilledIn_andWhatItSaysStands() {
    var entered = Instant.parse("2026-02-01T04:00:00Z");
    var people = new ArrayList<Map<String, Value>>();
    var logged = new ArrayList<Map<String, Value>>();
    var orders = new ArrayList<Map<String, Value>>();
    for (long id = 101; id <= 300; id++) {
      boolean treated = id <= 200;
      people.add(customer(id, "客户" + id));
      var row = new HashMap<String, Value>();
      row.put("campaign", Value.of("春季"));
      row.put("customer_id", Value.of(id));
      row.put("arm", Value.of(treated ? "treated" : "control"));
      row.put("state", Value.of(treated ? "SENT" : "HELD_OUT"));
      row.put("entered_at", Value.of(entered));
      row.put("rows", Value.of(1L));
      if (id <= 140) row.put("cost", Value.of(new BigDecimal("0.10")));
      logged.add(row);
      orders.add(sale(id, treated ? "12" : "8", entered.plus(Duration.ofDays(1))));
    }
    company.customers(people);
    company.put(Deliveries.LOGGED, logged);
    company.put(ProfileTables.ORDER, orders);
    var adopted = new Campaign(new Reach.Imported("春季"), 14, new BigDecimal("0.3"));
    var id = gongbi.campaigns().add(LIN, Label.typed("春季"), adopted).id();
    assertThat(effect(id).cost().orElseThrow()).isEqualByComparingTo("4");

    gongbi.campaigns().stateCost(id, cost("0.05", "53"), "", 0, MEI);
    assertThat(effect(id).cost().orElseThrow()).isEqualByComparingTo("60");
    assertThat(effect(id).effect().roi().map(Interval::estimate).orElseThrow())
        .isEqualTo(1.0, within(1e-9));
  }

  @Test
  void whatWasSaid_isKept_withWhoAndWhen() {
    var campaign = unpriced(0);
    var id = campaign.definition().id();
    company.launch(campaign, LIN);
    company.followed();
    var first = company.clock.instant();
    gongbi.campaigns().stateCost(id, cost("0.045", "0"), " 六月账单 ", 0, LIN);
    company.clock.forward(Duration.ofHours(2));
    gongbi.campaigns().stateCost(id, cost("0.045", "800.00"), "", 1, MEI);
    var second = company.clock.instant();
    company.reopen();
    gongbi = company.gongbi;
    assertThat(gongbi.campaigns().cost(id, MEI))
        .isEqualTo(
            new CampaignCost(
                cost("0.0450", "800.0000"),
                List.of(
                    new StatedCost(
                        2,
                        cost("0.0450", "0.0000"),
                        cost("0.0450", "800.0000"),
                        "",
                        new UserId("mei"),
                        second),
                    new StatedCost(
                        1,
                        cost("", "0"),
                        cost("0.0450", "0.0000"),
                        "六月账单",
                        new UserId("lin"),
                        first)),
                true));
    assertThat(gongbi.campaigns().get(id, LIN, gongbi.asOf()).cost())
        .isEqualTo(cost("0.0450", "800.0000"));
    assertThat(gongbi.audit().newest(2))
        .extracting(e -> e.user().value() + " " + e.act() + " " + e.what() + " " + e.detail())
        .containsExactly(
            "mei DEFINED campaign/c1 cost a message: 0.045 → 0.045, other cost: 0 → 800",
            "lin DEFINED campaign/c1 cost a message: unknown → 0.045, other cost: 0 → 0, 六月账单");
  }

  @Test
  void amounts_thatAreNone_areRefusedTogether_andChangeNothing() {
    var campaign = unpriced(0);
    var id = campaign.definition().id();
    company.launch(campaign, LIN);
    for (var bad :
        List.of(
            cost("-0.01", "-1"),
            cost("0.00001", "0.001"),
            cost("1000000.01", "100000000000.01"),
            cost("1e999999999", "1e999999999"),
            cost("1e-999999999", "1e-999999999"))) {
      assertThatThrownBy(() -> gongbi.campaigns().stateCost(id, bad, "x".repeat(201), 0, LIN))
          .isInstanceOfSatisfying(
              FaultException.class,
              e ->
                  assertThat(e.faults())
                      .containsExactly(
                          new Fault.BadQuestion(
                              "campaign.cost",
                              "costPerMessage",
                              Map.of("most", "1,000,000", "places", "4")),
                          new Fault.BadQuestion(
                              "campaign.other-cost",
                              "otherCost",
                              Map.of("most", "100,000,000,000", "places", "2")),
                          new Fault.BadQuestion(
                              "campaign.cost-note", "note", Map.of("most", "200"))));
    }
    assertThat(gongbi.campaigns().cost(id, LIN).stated()).isEmpty();
    gongbi.campaigns().stateCost(id, cost("1000000.0000", "1e11"), "x".repeat(200), 0, LIN);
    assertThat(effect(id).cost()).isPresent();
  }

  /** What Mei sees is not the newest any more; what Lin says is nothing new. */
  @Test
  void whatIsNothingNew_orWasNotKnown_isRefused() {
    var campaign = unpriced(0);
    var id = campaign.definition().id();
    company.launch(campaign, LIN);
    gongbi.campaigns().stateCost(id, cost("0.05", "0"), "", 0, LIN);
    assertThatThrownBy(() -> gongbi.campaigns().stateCost(id, cost("0.06", "0"), "", 0, MEI))
        .hasMessageContaining("campaign.cost-meanwhile");
    assertThatThrownBy(() -> gongbi.campaigns().stateCost(id, cost("0.050", "0.00"), "", 1, LIN))
        .hasMessageContaining("campaign.cost-same");
    assertThat(gongbi.campaigns().cost(id, LIN).cost()).isEqualTo(cost("0.0500", "0.0000"));
  }

  /**
   * Not before it is sent, when the draft says it; not who may not send, nor who sees a part of
   * whom it reached only.
   */
  @Test
  void whoMaySay_isWhoMaySend_toEverybodyInIt() {
    var campaign = unpriced(0);
    var id = campaign.definition().id();
    var said = cost("0.05", "0");
    assertThat(gongbi.campaigns().cost(id, LIN).correctable()).isFalse();
    assertThatThrownBy(() -> gongbi.campaigns().stateCost(id, said, "", 0, LIN))
        .hasMessageContaining("campaign.cost-of-draft");
    company.launch(campaign, LIN);
    company.followed();
    assertThatThrownBy(() -> gongbi.campaigns().stateCost(id, said, "", 0, SHANGHAI))
        .hasMessageContaining("campaign.cost-out-of-sight");
    var viewer = new Viewer(new UserId("vic"), Role.viewer());
    assertThatThrownBy(() -> gongbi.campaigns().stateCost(id, said, "", 0, viewer))
        .isInstanceOf(FaultException.class);
    assertThat(
            List.of(
                gongbi.campaigns().cost(id, LIN).correctable(),
                gongbi.campaigns().cost(id, MEI).correctable(),
                gongbi.campaigns().cost(id, SHANGHAI).correctable(),
                gongbi.campaigns().cost(id, viewer).correctable()))
        .containsExactly(true, true, false, false);

    var theirs = company.draft(SHANGHAI, 0);
    company.launch(theirs, SHANGHAI);
    company.followed();
    gongbi.campaigns().stateCost(theirs.definition().id(), said, "", 0, SHANGHAI);
    assertThat(gongbi.campaigns().cost(theirs.definition().id(), LIN).cost())
        .isEqualTo(cost("0.0500", "0.0000"));
  }

  /** Of another system's campaign, who sees a part of those in its log does not say it either. */
  @Test
  void costOfAnotherSystemsCampaign_isSaidByWhoSeesAllInItsLog() {
    var logged = new ArrayList<Map<String, Value>>();
    for (long id = 1; id <= 4; id++) {
      logged.add(
          Map.of(
              "campaign", Value.of(id <= 2 ? "全国" : "上海"),
              "customer_id", Value.of(id <= 2 ? id : id == 3 ? 4 : 6),
              "arm", Value.of("treated"),
              "state", Value.of("SENT"),
              "entered_at", Value.of(Instant.parse("2026-02-01T04:00:00Z")),
              "rows", Value.of(1L)));
    }
    company.put(Deliveries.LOGGED, logged);
    var ids = new ArrayList<DefinitionId>();
    for (var name : List.of("全国", "上海")) {
      var adopted = new Campaign(new Reach.Imported(name), 14, new BigDecimal("0.3"));
      ids.add(gongbi.campaigns().add(LIN, Label.typed(name), adopted).id());
    }
    assertThatThrownBy(
            () -> gongbi.campaigns().stateCost(ids.get(0), cost("1", "0"), "", 0, SHANGHAI))
        .hasMessageContaining("campaign.cost-out-of-sight");
    gongbi.campaigns().stateCost(ids.get(1), cost("1", "0"), "", 0, SHANGHAI);
    assertThat(effect(ids.get(1)).cost().orElseThrow()).isEqualByComparingTo("2");
  }
}
