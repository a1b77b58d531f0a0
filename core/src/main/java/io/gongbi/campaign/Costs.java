package io.gongbi.campaign;

import io.gongbi.access.Act;
import io.gongbi.access.AuditTrail;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What campaigns cost. Until one is sent its draft says so; the bill often comes later, so that it
 * may be said afterwards too. Each saying is kept, with who it was, and the last one counts.
 */
final class Costs {
  private static final int LONGEST_NOTE = 200;

  private final Catalog catalog;
  private final AuditTrail audit;

  Costs(Catalog catalog, AuditTrail audit) {
    this.catalog = catalog;
    this.audit = audit;
  }

  /** What was said since it was sent, the newest first. */
  List<StatedCost> stated(DefinitionId id, Campaign campaign) {
    var stated = new ArrayList<StatedCost>();
    var before = Cost.of(campaign);
    for (var row : catalog.read(t -> t.query(CostQuery.stated(id))).stream().toList()) {
      var cost = new Cost(row.decimalIfAny("per_message"), row.decimal("other"));
      stated.addFirst(
          new StatedCost(
              row.whole("number"),
              before,
              cost,
              row.text("note"),
              new UserId(row.text("stated_by")),
              row.moment("stated_at")));
      before = cost;
    }
    return stated;
  }

  /** What counts now. */
  Cost of(DefinitionId id, Campaign campaign) {
    var stated = stated(id, campaign);
    return stated.isEmpty() ? Cost.of(campaign) : stated.getFirst().cost();
  }

  /**
   * {@code seen}: the number of the last saying that who says this knew of, 0 for none. Throws
   * {@code campaign.cost}, {@code campaign.other-cost}, {@code campaign.cost-note}, {@code
   * campaign.cost-same}, {@code campaign.cost-meanwhile}.
   */
  void state(Definition<Campaign> definition, Cost cost, String note, long seen, Viewer by) {
    var said = note.strip();
    var faults = new Faults();
    cost.check(faults);
    if (said.length() > LONGEST_NOTE) {
      faults.bad("campaign.cost-note", "note", Map.of("most", "" + LONGEST_NOTE));
    }
    faults.throwIfAny();
    var id = definition.id();
    catalog.run(
        t -> {
          var stated = stated(id, definition.body());
          if (stated.size() != seen) {
            throw new FaultException(
                new Fault.Conflict("campaign.cost-meanwhile", "", Map.of("campaign", id.key())));
          }
          var before = stated.isEmpty() ? Cost.of(definition.body()) : stated.getFirst().cost();
          if (cost.isSame(before)) throw Faults.bad("campaign.cost-same", "costPerMessage");
          t.write(CostQuery.state(id, seen + 1, cost, said, by.user(), t.now()));
          audit.record(by.user(), Act.DEFINED, id.toString(), detail(before, cost, said));
        });
  }

  /** {@code cost a message: unknown → 0.045, other cost: 0 → 800, June bill}. */
  private static String detail(Cost before, Cost now, String note) {
    return "cost a message: %s → %s, other cost: %s → %s"
            .formatted(
                before.perMessage().map(Costs::plain).orElse("unknown"),
                now.perMessage().map(Costs::plain).orElse("unknown"),
                plain(before.other()),
                plain(now.other()))
        + (note.isEmpty() ? "" : ", " + note);
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
