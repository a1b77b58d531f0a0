package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.FLAG;
import static io.gongbi.warehouse.ColumnType.TEXT;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives every cleaned record its customer. Records that share an identifier are one customer, and
 * so are chains of them: a–b by phone and b–c by card make a, b and c one. After a small landing
 * only the components within its {@link Reach} are resolved again, by the same questions and with
 * the same ids as if all were. What is passed on are the customers touched.
 */
final class Resolve implements Step {
  /** Ids before the first one given; six digits look like an id and not like a count. */
  private static final long BEFORE_FIRST = 100_000;

  private static final String NUMBERS = "identity.numbers";
  private static final int BATCH = 100_000;

  /** Records by number. Like the three tables below, filled and emptied within one run. */
  static final TableSpec NODE =
      TableSpec.derived(
          "identity.node",
          open("node", ColumnType.WHOLE),
          open("source", TEXT),
          open("record_key", TEXT));

  /** Values shared by two or more records; {@code first_node} is the least record of the value. */
  static final TableSpec LINK =
      TableSpec.derived(
          "identity.link",
          open("node", ColumnType.WHOLE),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("records_sharing", ColumnType.WHOLE),
          open("first_node", ColumnType.WHOLE));

  /**
   * Of the first records of shared values those that are not the first of their component; {@code
   * first_node} is, and names it.
   */
  static final TableSpec PART =
      TableSpec.derived(
          "identity.part", open("node", ColumnType.WHOLE), open("first_node", ColumnType.WHOLE));

  /** The ids of each component: the one it keeps, and those it swallowed. */
  static final TableSpec CLAIM =
      TableSpec.derived(
          "identity.claim",
          open("component", ColumnType.WHOLE),
          open("customer_id", ColumnType.WHOLE),
          open("swallowed", FLAG));

  static final List<TableSpec> SCRATCH =
      Stream.of(List.of(NODE, LINK, PART, CLAIM), Reach.SCRATCH, Match.SCRATCH)
          .flatMap(List::stream)
          .toList();

  private static final View ALL = View.everything();
  private static final Slice WHOLE = new Slice.Whole();

  private final Limits limits;
  private final Clock clock;

  Resolve(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "identity.resolve";
  }

  @Override
  public Label label() {
    return new Label("识别同一客户", "Find records of the same customer");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(
        Dataset.of("quality.customer"),
        Dataset.of("quality.order"),
        Dataset.of("quality.touched_order"),
        Dataset.of("quality.touched_record"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(
        Dataset.of("identity.member"),
        Dataset.of("identity.evidence"),
        Dataset.of("identity.generic"),
        Dataset.of("identity.touched"),
        Dataset.of("identity.assignment"),
        Dataset.of("identity.alias"));
  }

  @Override
  public int version() {
    // Other limits are another meaning: the next run does everything.
    return 1 + (limits.stated().hashCode() & 0xFFFFFF);
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    var since = clock.instant();
    var reach = Reach.of(delta, limits, write);
    write.replace(NODE, WHOLE, LinkQuery.NODES, reach.isEverything() ? ALL : reach.view());
    try (var ids = write.hold(LinkQuery.IDS_HELD, LinkQuery.IDS, ALL)) {
      if (reach.isEverything()) {
        write.replace(Identities.GENERIC, WHOLE, LinkQuery.generic(limits), ids.view());
      }
      write.replace(LINK, WHOLE, LinkQuery.LINKS, ids.view());
    }
    connect(write);
    try (var cores = cores(write)) {
      new Match(write).run(cores.view(), reach.isEverything() ? ALL : reach.view());
      try (var placed = write.hold(LinkQuery.PLACED_HELD, PairQuery.PLACED, cores.view())) {
        name(write, placed.view());
        try (var next = write.hold(MemberQuery.NEXT_HELD, MemberQuery.NEXT, placed.view())) {
          assign(write, delta, reach, since, next.view());
        }
      }
    }
    SCRATCH.forEach(write::clear);
    return delta instanceof Delta.Everything
        ? delta
        : new Delta.Customers(Sql.of("select t.customer_id from {identity.touched} t"));
  }

  /** Which records one account, card or openid holds together. */
  private static Write.Held cores(Write write) {
    try (var tied = write.hold(LinkQuery.PLACED_HELD, LinkQuery.PLACED, ALL)) {
      return write.hold(FaceQuery.CORES_HELD, FaceQuery.CORES, tied.view());
    }
  }

  /** {@code next}: whose each record is from now on. */
  private static void assign(Write write, Delta delta, Reach reach, Instant since, View next) {
    write.update(
        Identities.ALIAS, "now_id", Map.of("now_id", "next_id"), ClaimQuery.REPOINTED, ALL);
    write.append(Identities.ALIAS, ClaimQuery.swallowed(since), ALL);
    write.replace(Identities.TOUCHED, WHOLE, moved(delta), next.over(reach.view()));
    write.replace(Identities.MEMBER, reach.customers(), MemberQuery.MEMBERS, next);
    if (delta instanceof Delta.Batches) {
      write.replace(Identities.TOUCHED, WHOLE, MemberQuery.WRITTEN, ALL);
    }
    write.replace(
        Identities.ASSIGNMENT,
        Slice.rows(MemberQuery.REASSIGNED_KEYS, "source", "record_key"),
        MemberQuery.reassigned(since),
        next);
    write.replace(Identities.EVIDENCE, reach.customers(), MemberQuery.EVIDENCE, next);
  }

  private static Sql moved(Delta delta) {
    return switch (delta) {
      case Delta.Everything _ -> MemberQuery.NOBODY;
      case Delta.Batches _ -> MemberQuery.moved(MemberQuery.NOBODY);
      case Delta.Customers c -> MemberQuery.moved(c.ids());
    };
  }

  /**
   * Only records that share something leave the warehouse, as pairs of numbers, and only where
   * values chain does anything come back.
   */
  private static void connect(Write write) {
    int nodes = Math.toIntExact(write.query(LinkQuery.NODE_COUNT, ALL).only().whole("nodes"));
    var components = new Components(nodes);
    var firsts = new BitSet(nodes);
    write.each(
        LinkQuery.EDGES,
        ALL,
        BATCH,
        edges ->
            edges
                .rows()
                .forEach(
                    e -> {
                      int first = number(e.getLast());
                      firsts.set(first);
                      components.join(number(e.getFirst()), first);
                    }));
    write.clear(PART);
    var rows = new ArrayList<List<Value>>();
    components.each(
        (node, first) -> {
          if (node == first || !firsts.get(node)) return;
          rows.add(List.of(Value.of((long) node), Value.of((long) first)));
          if (rows.size() == BATCH) flush(write, rows);
        });
    flush(write, rows);
  }

  private static int number(Value cell) {
    return switch (cell) {
      case Value.Whole w -> Math.toIntExact(w.value());
      case Value v -> throw new IllegalStateException("not a node: " + v);
    };
  }

  private static void flush(Write write, List<List<Value>> rows) {
    write.append(PART, new Table(PART.columns(), rows));
    rows.clear();
  }

  private static void name(Write write, View placed) {
    long last =
        Math.max(
            Math.max(BEFORE_FIRST, write.reached(NUMBERS).value()),
            write.query(ClaimQuery.LAST_ID, ALL).only().wholeIfAny("last_id").orElse(0L));
    write.replace(CLAIM, WHOLE, ClaimQuery.claims(last), placed);
    long reached =
        write.query(ClaimQuery.HIGHEST_CLAIM, ALL).only().wholeIfAny("last_id").orElse(last);
    write.mark(NUMBERS, new Position(Math.max(last, reached)));
  }
}
