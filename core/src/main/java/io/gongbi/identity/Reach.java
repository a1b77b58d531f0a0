package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.List;
import java.util.Map;

/**
 * How far a run must look. After a landing that is small beside what is there, only the components
 * that it can have moved: those of the changed records, of records that share a value with one, and
 * of the holders of a value that became generic or ceased to be. Nothing else can differ: an
 * unchanged record outside shares no value with a record inside, or that value would have put both
 * into one component already.
 *
 * @param view what the slots of records and members show in this run
 * @param customers the rows of members and evidence that it replaces
 */
record Reach(View view, Slice customers) {
  /** Finding the affected part costs a few passes over all: it must save more than that. */
  private static final int SMALL = 4;

  static final TableSpec SUSPECT =
      TableSpec.derived(
          "identity.suspect",
          open("scope", TEXT),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("was_generic", FLAG));

  static final TableSpec AFFECTED =
      TableSpec.derived("identity.affected", open("customer_id", WHOLE));

  /** Filled and emptied within one run. */
  static final List<TableSpec> SCRATCH = List.of(SUSPECT, AFFECTED);

  private static final View ALL = View.everything();
  private static final Reach EVERYTHING = new Reach(ALL, new Slice.Whole());

  /** Finds it, and brings {@code identity.generic} up to date for what lies in it. */
  static Reach of(Delta delta, Limits limits, Write write) {
    if (delta instanceof Delta.Batches) {
      var sizes = write.query(ReachQuery.SIZES, ALL).only();
      if (sizes.whole("changed") * SMALL < sizes.whole("members")) return around(limits, write);
    }
    return EVERYTHING;
  }

  private static Reach around(Limits limits, Write write) {
    write.replace(SUSPECT, new Slice.Whole(), ReachQuery.SUSPECTS, ALL);
    write.replace(
        Identities.GENERIC,
        Slice.rows(ReachQuery.SUSPECT_KEYS, "scope", "id_type", "id_value"),
        LinkQuery.generic(limits),
        View.of(Map.of(LinkQuery.IDS_HELD, LinkQuery.IDS)).over(ReachQuery.HOLDERS_OF_SUSPECTS));
    write.replace(AFFECTED, new Slice.Whole(), ReachQuery.AFFECTED, ALL);
    return new Reach(
        ReachQuery.AFFECTED_RECORDS, Slice.rows(ReachQuery.AFFECTED_KEYS, "customer_id"));
  }

  boolean isEverything() {
    return customers instanceof Slice.Whole;
  }
}
