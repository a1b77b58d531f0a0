package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;

import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that one account, card, openid or unionid holds together, and chains of them: a core is
 * the smallest that a customer is made of.
 */
final class Cores {
  /** Records by number. Like the two tables below, filled and emptied within one run. */
  static final TableSpec NODE =
      TableSpec.derived(
          "identity.node", open("node", WHOLE), open("source", TEXT), open("record_key", TEXT));

  /**
   * Values shared by two or more records; {@code first_node} is the least record of the value,
   * {@code ties} whether whoever holds it is one person.
   */
  static final TableSpec LINK =
      TableSpec.derived(
          "identity.link",
          open("node", WHOLE),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("records_sharing", WHOLE),
          open("first_node", WHOLE),
          open("ties", FLAG));

  /**
   * Of the first records of shared values those that are not the first of their core; {@code
   * first_node} is, and names it.
   */
  static final TableSpec PART =
      TableSpec.derived("identity.part", open("node", WHOLE), open("first_node", WHOLE));

  /** Who people said are two, or one, side by side: 0 and 1. */
  static final TableSpec PIN =
      TableSpec.derived(
          "identity.pin",
          open("decision", WHOLE),
          open("verdict", TEXT),
          open("side", WHOLE),
          open("source", TEXT),
          open("record_key", TEXT));

  static final List<TableSpec> SCRATCH = List.of(NODE, LINK, PART, PIN, Contradictions.CUT);

  private static final View ALL = View.everything();
  private static final Slice WHOLE_TABLE = new Slice.Whole();
  private static final int BATCH = 100_000;

  private Cores() {}

  /** Writes down what people decided. */
  static void pin(Write write, List<Decision> decisions) {
    var rows = new ArrayList<List<Value>>();
    for (int d = 0; d < decisions.size(); d++) {
      var decision = decisions.get(d);
      for (int side = 0; side < 2; side++) {
        for (var record : side == 0 ? decision.one() : decision.other()) {
          rows.add(
              List.of(
                  Value.of((long) d),
                  Value.of(decision.verdict().name()),
                  Value.of((long) side),
                  Value.of(record.source()),
                  Value.of(record.recordKey())));
        }
      }
    }
    write.clear(PIN);
    write.append(PIN, new Table(PIN.columns(), rows));
  }

  /** Numbers the records that {@code records} shows, and finds what they share. */
  static void number(Write write, View records) {
    write.replace(NODE, WHOLE_TABLE, LinkQuery.NODES, records);
  }

  /**
   * The core of each record within reach, in its slot. Of everything, which values are generic is
   * found as well: that is not known then.
   */
  static Write.Held hold(Write write, IdRules rules, Reach reach) {
    boolean everything = reach.isEverything();
    number(write, reach.view());
    try (var ids = write.hold(LinkQuery.IDS_HELD, LinkQuery.ids(rules), reach.view())) {
      if (everything)
        write.replace(Identities.GENERIC, WHOLE_TABLE, LinkQuery.generic(rules), ids.view());
      boolean repeated = !everything || isRepeated(write);
      write.replace(LINK, WHOLE_TABLE, LinkQuery.links(rules, repeated), ids.view());
      write.clear(Contradictions.CUT);
      if (!rules.counted().isEmpty()) {
        connect(write);
        new Contradictions(write, rules).cut(ids.view());
      }
    }
    connect(write);
    try (var tied = write.hold(LinkQuery.PLACED_HELD, LinkQuery.PLACED, ALL)) {
      return write.hold(FaceQuery.CORES_HELD, FaceQuery.CORES, tied.view());
    }
  }

  /** Whether any record came by several feeds. */
  private static boolean isRepeated(Write write) {
    return write.query(LinkQuery.ROW_COUNT, ALL).only().whole("records") > nodes(write);
  }

  private static long nodes(Write write) {
    return write.query(LinkQuery.NODE_COUNT, ALL).only().whole("nodes");
  }

  /**
   * Only values that meet in one record leave the warehouse, as pairs of numbers, and only where
   * they chain does anything come back.
   */
  private static void connect(Write write) {
    var components = new Components(Math.toIntExact(nodes(write)));
    write.each(
        LinkQuery.EDGES,
        ALL,
        BATCH,
        edges ->
            edges.stream()
                .forEach(e -> components.join(number(e, "node"), number(e, "first_node"))));
    write.clear(PART);
    var rows = new ArrayList<List<Value>>();
    components.each(
        (node, first) -> {
          if (node == first) return;
          rows.add(List.of(Value.of((long) node), Value.of((long) first)));
          if (rows.size() == BATCH) flush(write, rows);
        });
    flush(write, rows);
  }

  private static int number(Row row, String column) {
    return Math.toIntExact(row.whole(column));
  }

  private static void flush(Write write, List<List<Value>> rows) {
    write.append(PART, new Table(PART.columns(), rows));
    rows.clear();
  }
}
