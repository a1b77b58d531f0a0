package io.gongbi.delivery;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger as the warehouse follows it, for who may see some of the customers only: the gate
 * holds its rows to theirs, which the book itself, where no customer has a city, cannot do. It is
 * as new as the last refresh.
 *
 * <p>Of 40 entries 20 are of Shanghai: who sees Shanghai counts 20, as if there were no others.
 */
public final class Mirror {
  private final Warehouse warehouse;

  public Mirror(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** As {@link Ledger#counts}, of the customers in sight. */
  public Map<LedgerEntry.State, Long> counts(DefinitionId origin, View view) {
    var counts = new HashMap<LedgerEntry.State, Long>();
    warehouse.query(MirrorQuery.counts(origin.toString()), view).stream()
        .forEach(r -> counts.put(LedgerEntry.State.valueOf(r.text("state")), r.whole("n")));
    return counts;
  }

  /** As {@link Ledger#list}, of the customers in sight. */
  public List<LedgerEntry> list(
      DefinitionId origin, Optional<LedgerEntry.State> state, long offset, long limit, View view) {
    return warehouse.query(MirrorQuery.list(origin.toString(), state, offset, limit), view).stream()
        .map(LedgerQuery::entry)
        .toList();
  }
}
