package io.gongbi.campaign;

import io.gongbi.delivery.Deliveries;
import io.gongbi.fault.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Whether a campaign can be carried out as it is written; says all that is wrong at once. */
final class CampaignCheck {
  private static final int LONGEST_WINDOW = 365;
  private static final int LARGEST_CONTROL = 900;

  private final Deliveries deliveries;
  private final Faults faults = new Faults();

  CampaignCheck(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** {@code past}: what the imported log names, for whoever wants to adopt one. */
  void mustBeSound(Campaign campaign, List<PastCampaign> past) {
    window(campaign.windowDays());
    if (campaign.margin().signum() < 0 || campaign.margin().compareTo(BigDecimal.ONE) > 0) {
      faults.bad("campaign.margin", "margin", Map.of());
    }
    Cost.of(campaign).check(faults);
    goal(campaign.goal());
    switch (campaign.reach()) {
      case Reach.Own own -> own(own);
      case Reach.Imported imported -> {
        if (past.stream().noneMatch(p -> p.name().equals(imported.name()))) {
          faults.bad("campaign.not-in-log", "imported", Map.of("name", imported.name()));
        }
      }
    }
    faults.throwIfAny();
  }

  void mustBePlannable(int days, Goal goal) {
    window(days);
    goal(goal);
    faults.throwIfAny();
  }

  private void goal(Goal goal) {
    if (goal.worth().isEmpty()) return;
    var worth = goal.worth().get();
    if (worth.signum() > 0
        && (goal.metric() == Goal.Metric.REVENUE || worth.compareTo(BigDecimal.ONE) <= 0)) return;
    faults.bad("campaign.worth", "worth", Map.of());
  }

  private void window(int days) {
    if (days >= 1 && days <= LONGEST_WINDOW) return;
    faults.bad(
        "campaign.window-days", "windowDays", Map.of("least", "1", "most", "" + LONGEST_WINDOW));
  }

  private void own(Reach.Own own) {
    new MessageText(own.message()).check("message", faults);
    if (own.controlPerMille() < 0 || own.controlPerMille() > LARGEST_CONTROL) {
      faults.bad("campaign.control-share", "controlPerMille", Map.of("most", "" + LARGEST_CONTROL));
    }
    if (deliveries.channels().stream().noneMatch(c -> c.id().equals(own.channel()))) {
      faults.bad("campaign.no-such-channel", "channel", Map.of("channel", own.channel()));
    }
  }
}
