package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.List;

/**
 * Finds how far a landing reaches that is small beside what is there. First the customers whose
 * records changed, or hold a value that a changed record holds or that became or ceased to be
 * generic; then whoever shares a key with these as they look now, or did before; then whoever is or
 * would be one with any of them, and so on until nobody is added. Nothing else can differ: where
 * clusters form anew is bounded by pairs that speak for one person, and all of those are inside.
 */
final class Approach {
  /** Finding the affected part costs a few passes over all: it must save more than that. */
  private static final int SMALL = 4;

  static final TableSpec SUSPECT =
      TableSpec.derived(
          "identity.suspect",
          open("scope", TEXT),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("was_generic", FLAG));

  /** Keys that may lead to others than before; {@code cores}: how many have it by now. */
  static final TableSpec SUSPECT_KEY =
      TableSpec.derived(
          "identity.suspect_key",
          open("kind", TEXT),
          personal("value", TEXT),
          open("cores", WHOLE),
          open("was_crowded", FLAG));

  static final TableSpec AFFECTED =
      TableSpec.derived("identity.affected", open("customer_id", WHOLE));

  /** Filled and emptied within one run. */
  static final List<TableSpec> SCRATCH = List.of(SUSPECT, SUSPECT_KEY, AFFECTED);

  private static final View ALL = View.everything();
  private static final Slice WHOLE_TABLE = new Slice.Whole();

  private final Write write;
  private final IdRules rules;
  private final Weights weights;

  Approach(Write write, IdRules rules, Weights weights) {
    this.write = write;
    this.rules = rules;
    this.weights = weights;
  }

  /** Finds it, and brings up to date for what lies in it which values are generic or crowded. */
  Reach of(Delta delta) {
    if (!(delta instanceof Delta.Batches)) return Reach.EVERYTHING;
    var sizes = write.query(ReachQuery.SIZES, ALL).only();
    if (sizes.whole("changed") * SMALL >= sizes.whole("members")) return Reach.EVERYTHING;
    changed();
    sharing();
    neighbours();
    return Reach.affected(write);
  }

  private void changed() {
    new Match(write).learnNames(ReachQuery.CHANGED_RECORDS, false);
    write.replace(SUSPECT, WHOLE_TABLE, ReachQuery.SUSPECTS, ALL);
    generic();
    write.replace(AFFECTED, WHOLE_TABLE, ReachQuery.AFFECTED, ALL);
    contradicting();
  }

  /** Of what became generic or ceased to be. */
  private void generic() {
    try (var records = write.hold(Reach.RECORDS, ReachQuery.HOLDERS_OF_SUSPECTS, ALL)) {
      Cores.number(write, records.view());
      try (var ids = write.hold(LinkQuery.IDS_HELD, LinkQuery.ids(rules), records.view())) {
        write.replace(
            Identities.GENERIC,
            Slice.rows(ReachQuery.SUSPECT_KEYS, "scope", "id_type", "id_value"),
            LinkQuery.generic(rules),
            ids.view());
      }
    }
  }

  private void sharing() {
    // Whose phone is crowded looks otherwise: values come before what is made of them.
    for (boolean ofFaces : new boolean[] {false, true}) {
      try (var reach = Reach.affected(write);
          var cores = Cores.hold(write, rules, reach);
          var faces = new Faces(write, rules, cores.view(), reach.view())) {
        if (ofFaces) faces.look(weights.reachable());
        suspect(ofFaces ? ReachQuery.KEYS : ReachQuery.VALUES, faces.view());
      }
    }
  }

  private void suspect(Sql keys, View faces) {
    write.replace(SUSPECT_KEY, WHOLE_TABLE, keys, faces);
    write.replace(
        Match.CROWDED,
        Slice.rows(ReachQuery.SUSPECT_KEY_VALUES, "kind", "value"),
        ReachQuery.crowded(weights.records()),
        ALL);
    write.append(AFFECTED, ReachQuery.SHARING, ALL);
    contradicting();
  }

  /** What is cut here may tie there: only all who hold a value tell. */
  private void contradicting() {
    if (rules.counted().isEmpty()) return;
    long added = 1;
    while (added > 0) added = write.append(AFFECTED, ContradictionQuery.HOLDERS, ALL);
  }

  private void neighbours() {
    long added = 1;
    while (added > 0) {
      added = write.append(AFFECTED, ReachQuery.NEIGHBOURS, ALL);
      contradicting();
    }
  }
}
