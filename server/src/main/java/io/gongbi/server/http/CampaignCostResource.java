package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.campaign.CampaignCost;
import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Cost;
import io.gongbi.campaign.StatedCost;
import io.gongbi.catalog.Label;
import io.gongbi.server.login.Needs;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a campaign costs, as it is known after it was sent: the bill comes later. */
@RestController
@About("What a campaign costs, and who said so after it was sent.")
@RequestMapping("/api/campaigns/{key}/cost")
public class CampaignCostResource {
  private final Gongbi gongbi;
  private final Campaigns campaigns;

  public CampaignCostResource(Gongbi gongbi) {
    this.gongbi = gongbi;
    this.campaigns = gongbi.campaigns();
  }

  /** Without {@code perMessage}, nobody knows what a message costs. */
  public record AmountsView(Optional<BigDecimal> perMessage, BigDecimal other) {
    private static AmountsView of(Cost cost) {
      return new AmountsView(cost.perMessage(), cost.other());
    }
  }

  /** {@code number}: 1 for the first of a campaign; {@code before}: what counted until then. */
  public record StatedView(
      long number, AmountsView before, AmountsView now, String note, Label by, Instant statedAt) {}

  /**
   * {@code correctable}: whether whoever asks may say something else; {@code stated}: what was said
   * since the campaign was sent, the newest first.
   */
  public record View(AmountsView now, boolean correctable, List<StatedView> stated) {}

  /**
   * A cost to be said. {@code costPerMessage}: left out, it is not known; of a campaign of another
   * system it counts for messages of which the log says no cost. {@code otherCost}: what the whole
   * campaign costs beside its messages. {@code seen}: the number of the last saying that whoever
   * says this has seen, 0 for none.
   */
  public record Said(
      Optional<BigDecimal> costPerMessage,
      BigDecimal otherCost,
      Optional<String> note,
      long seen) {}

  @About("What a campaign costs by what is known now, and who said so since it was sent.")
  @Needs(Right.VIEW)
  @GetMapping
  public View cost(@PathVariable String key, Viewer viewer) {
    return view(campaigns.cost(CampaignResource.id(key), viewer));
  }

  @About(
      "Adds or corrects the cost of a campaign that was sent; refused when somebody else did so meanwhile.")
  @Needs(Right.SEND)
  @PutMapping
  public View state(@PathVariable String key, @RequestBody Said said, Viewer viewer) {
    campaigns.stateCost(
        CampaignResource.id(key),
        new Cost(said.costPerMessage(), said.otherCost()),
        said.note().orElse(""),
        said.seen(),
        viewer);
    return cost(key, viewer);
  }

  private View view(CampaignCost cost) {
    var doers = Doers.of(gongbi);
    return new View(
        AmountsView.of(cost.cost()),
        cost.correctable(),
        cost.stated().stream().map(s -> view(s, doers)).toList());
  }

  private static StatedView view(StatedCost stated, Doers doers) {
    return new StatedView(
        stated.number(),
        AmountsView.of(stated.before()),
        AmountsView.of(stated.cost()),
        stated.note(),
        doers.called(stated.by()),
        stated.statedAt());
  }
}
