package io.gongbi.delivery;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Refresher;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Warehouse;
import java.util.HashSet;

/**
 * What customers answered to messages that another system sent, as its log says. Who answered 退订
 * there wants no message from here either: 13900000001 answered the spring campaign of last year's
 * provider, the log is imported, and from then on the number stands among the opt-outs.
 *
 * <p>A wish is heard once for each campaign of the log. So one that was lifted since, because the
 * customer agreed again, stays lifted however often the log comes.
 */
public final class Replies {
  private static final String STEP = "delivery.logged";

  private final Catalog catalog;
  private final Warehouse warehouse;
  private final Gate gate;

  public Replies(Catalog catalog, Warehouse warehouse, Gate gate) {
    this.catalog = catalog;
    this.warehouse = warehouse;
    this.gate = gate;
  }

  /** After a refresh that has read logs. */
  public void hear(Refresher.Report report) {
    if (report.ran().stream().anyMatch(r -> r.step().equals(STEP))) hear();
  }

  /**
   * Enters the opt-outs that are not heard yet, and says how many are new. Doing it again changes
   * nothing, so that a process that ended between the import and this does it at its next start.
   */
  public long hear() {
    var told = warehouse.query(OptOutQuery.REPLIED, gate.view(Viewer.system())).stream().toList();
    if (told.isEmpty()) return 0;
    return catalog.in(
        t -> {
          var known = new HashSet<String>();
          t.query(OptOutQuery.HEARD).stream()
              .forEach(r -> known.add(key(r.text("address"), r.text("reason"))));
          var number = t.query(OptOutQuery.LAST).only().whole("number");
          long added = 0;
          for (var row : told) {
            if (known.contains(key(row.text("address"), reason(row)))) continue;
            added +=
                t.write(
                    OptOutQuery.add(
                        number + added + 1,
                        row.text("address"),
                        OptOut.Way.REPLY,
                        reason(row),
                        UserId.SYSTEM,
                        t.now()));
          }
          return added;
        });
  }

  private static String reason(Row row) {
    return row.textIfAny("campaign").orElse("");
  }

  private static String key(String address, String reason) {
    return address + "\n" + reason;
  }
}
