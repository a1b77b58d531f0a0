package io.gongbi.campaign;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.LedgerEntry;
import io.gongbi.delivery.Mirror;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of campaigns, as far as one viewer may see it. Who sees everybody of an audience
 * reads the ledger, which knows at once; who sees some of them reads its copy in the warehouse,
 * which the gate can hold to their customers.
 *
 * <p>A campaign reached 40, of whom 20 live in Shanghai. Mei of Shanghai finds 20 people in it. In
 * the one that she launched, she finds everybody: it could reach nobody out of her sight.
 */
final class Sight {
  private final Warehouse warehouse;
  private final Deliveries deliveries;
  private final Mirror mirror;
  private final View view;
  private final Map<String, Long> meant;
  private final Map<String, Long> seen;

  static Sight of(Viewer viewer, Gate gate, Warehouse warehouse, Deliveries deliveries) {
    return new Sight(warehouse, deliveries, gate.view(viewer), gate.view(Viewer.system()));
  }

  /** {@code whole} shows everything: only how many there are in all is asked of it. */
  private Sight(Warehouse warehouse, Deliveries deliveries, View view, View whole) {
    this.warehouse = warehouse;
    this.deliveries = deliveries;
    this.mirror = new Mirror(warehouse);
    this.view = view;
    this.meant = audiences(whole);
    this.seen = audiences(view);
  }

  private Map<String, Long> audiences(View by) {
    var people = new HashMap<String, Long>();
    warehouse.query(AudienceQuery.AUDIENCES, by).stream()
        .forEach(r -> people.put(r.text("campaign"), r.whole("people")));
    return people;
  }

  /** Whether nobody of the frozen audience is out of sight. */
  boolean isWhole(DefinitionId id) {
    return planned(id) == meant.getOrDefault(id.key(), 0L);
  }

  /** Those of the frozen audience who are in sight. */
  long planned(DefinitionId id) {
    return seen.getOrDefault(id.key(), 0L);
  }

  Map<LedgerEntry.State, Long> counts(DefinitionId id) {
    return isWhole(id) ? deliveries.ledger().counts(id) : mirror.counts(id, view);
  }

  List<LedgerEntry> entries(
      DefinitionId id, Optional<LedgerEntry.State> state, long offset, long limit) {
    return isWhole(id)
        ? deliveries.ledger().list(id, state, offset, limit)
        : mirror.list(id, state, offset, limit, view);
  }

  /** Of whom this viewer may say what became of them. */
  Predicate<CustomerId> theirs(DefinitionId id) {
    if (isWhole(id)) return customer -> true;
    var ids = new HashSet<Long>();
    warehouse.each(
        AudienceQuery.ids(id.key()),
        view,
        10_000,
        batch -> batch.stream().forEach(r -> ids.add(r.whole("customer_id"))));
    return customer -> ids.contains(customer.value());
  }
}
