package io.gongbi.identity;

import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.List;

/**
 * How far a run must look. Of a part of the records each question asks several times: they are held
 * until it is closed.
 *
 * @param view what the slots of records and members show in this run
 */
record Reach(View view, boolean isEverything, List<Write.Held> held) implements AutoCloseable {
  static final Reach EVERYTHING = new Reach(View.everything(), true, List.of());

  static final TableName RECORDS = TableName.of("quality.customer");
  private static final TableName MEMBERS = TableName.of("identity.member");

  Reach {
    held = List.copyOf(held);
  }

  /** As far as the customers go that are written down as affected. */
  static Reach affected(Write write) {
    var records = write.hold(RECORDS, ReachQuery.AFFECTED_RECORDS, View.everything());
    var members = write.hold(MEMBERS, ReachQuery.AFFECTED_MEMBERS, View.everything());
    return new Reach(members.view().over(records.view()), false, List.of(members, records));
  }

  /** The rows that the run replaces of a table of customers. */
  Slice customers() {
    return isEverything ? new Slice.Whole() : Slice.rows(ReachQuery.AFFECTED_KEYS, "customer_id");
  }

  @Override
  public void close() {
    held.forEach(Write.Held::close);
  }
}
