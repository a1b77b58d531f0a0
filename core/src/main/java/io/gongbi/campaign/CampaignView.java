package io.gongbi.campaign;

import io.gongbi.catalog.Definition;
import io.gongbi.delivery.LedgerEntry;
import java.util.Map;
import java.util.Optional;

/**
 * A campaign with what has become of it so far, as far as its viewer sees. {@code planned}: whom
 * the launch means, of whom {@code entries} counts those who are entered by state. Stopped after
 * two batches, a campaign to 5,000 has planned 5,000 and entries of 2,000. {@code cost}: as it is
 * known now, which may be better than the draft knew. {@code whole}: whether that is everybody whom
 * the launch meant, so that its viewer may hold it back and go on with it.
 */
public record CampaignView(
    Definition<Campaign> definition,
    CampaignState state,
    Optional<Launch> launch,
    Cost cost,
    long planned,
    Map<LedgerEntry.State, Long> entries,
    boolean whole) {
  public CampaignView {
    entries = Map.copyOf(entries);
  }
}
