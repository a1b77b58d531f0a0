package io.gongbi.campaign;

import java.util.List;

/**
 * What a campaign costs by what is known now, and all that was said of it since it was sent, the
 * newest first. {@code correctable}: whether who asks may say something else.
 */
public record CampaignCost(Cost cost, List<StatedCost> stated, boolean correctable) {
  public CampaignCost {
    stated = List.copyOf(stated);
  }
}
