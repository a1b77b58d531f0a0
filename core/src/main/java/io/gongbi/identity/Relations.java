package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Faults;
import io.gongbi.identity.Relation.Kind;
import io.gongbi.identity.Relation.Shared;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Warehouse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Households, companies and shared devices: customers who stayed two, and what they share. Read
 * from what the last run compared them by; nothing is kept, and nobody is merged. Thread-safe.
 */
public final class Relations {
  private static final int MOST = 50;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Identities identities;

  public Relations(Warehouse warehouse, Gate gate, Identities identities) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.identities = identities;
  }

  /** Customers who stand in such a relation, and how many pairs of them do. */
  public record Count(long customers, long pairs) {}

  /**
   * Those whom the viewer may see, the surest of each kind first. What they share is told by kind
   * and never by value. Throws {@code identity.no-customer} when nobody of this id, former ids
   * included, is there for the viewer.
   */
  public List<Relation> of(CustomerId customer, Viewer viewer) {
    var now = identities.current(customer);
    if (warehouse.query(IdentityQuery.records(now), gate.view(viewer)).size() == 0) {
      throw Faults.notFound("identity.no-customer", customer.toString());
    }
    // Masked values would be shared by people who share nothing.
    var all =
        warehouse.query(RelationQuery.of(now, MOST), gate.view(Viewer.system())).stream()
            .map(Relations::relation)
            .toList();
    if (all.isEmpty()) return all;
    var sight = new HashSet<CustomerId>();
    var others = all.stream().map(r -> r.other().value()).toList();
    warehouse.query(GrowthQuery.among(others), gate.view(viewer)).stream()
        .forEach(r -> sight.add(new CustomerId(r.whole("customer_id"))));
    return all.stream().filter(r -> sight.contains(r.other())).toList();
  }

  private static Relation relation(Row row) {
    return new Relation(
        new CustomerId(row.whole("other")),
        Kind.valueOf(row.text("kind")),
        Arrays.stream(Shared.values()).filter(s -> row.whole(s.column()) == 1).toList(),
        row.whole("holders"),
        row.flag("same_surname"),
        row.flag("is_sure"));
  }

  /** By kind, all of them. Throws {@code identity.sees-some-only}. */
  public Map<Kind, Count> counts(Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    var counts = new EnumMap<Kind, Count>(Kind.class);
    for (var kind : Kind.values()) counts.put(kind, new Count(0, 0));
    warehouse.query(RelationQuery.COUNTS, gate.view(Viewer.system())).stream()
        .forEach(
            r ->
                counts.put(
                    Kind.valueOf(r.text("kind")),
                    new Count(r.whole("customers"), r.whole("pairs"))));
    return counts;
  }
}
