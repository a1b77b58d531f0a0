package io.gongbi.identity;

import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.View;

/**
 * How far a run must look.
 *
 * @param view what the slots of records and members show in this run
 */
record Reach(View view, boolean isEverything) {
  static final Reach EVERYTHING = new Reach(View.everything(), true);

  /** The rows that the run replaces of a table of customers. */
  Slice customers() {
    return isEverything ? new Slice.Whole() : Slice.rows(ReachQuery.AFFECTED_KEYS, "customer_id");
  }
}
