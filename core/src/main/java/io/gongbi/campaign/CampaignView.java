package io.gongbi.campaign;

import io.gongbi.catalog.Definition;
import io.gongbi.delivery.LedgerEntry;
import java.util.Map;
import java.util.Optional;

/** A campaign with what has become of it so far; {@code entries} counts the ledger by state. */
public record CampaignView(
    Definition<Campaign> definition,
    CampaignState state,
    Optional<Launch> launch,
    Map<LedgerEntry.State, Long> entries) {
  public CampaignView {
    entries = Map.copyOf(entries);
  }
}
