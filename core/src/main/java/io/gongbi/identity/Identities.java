package io.gongbi.identity;

import static io.gongbi.warehouse.Column.open;
import static io.gongbi.warehouse.Column.personal;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;
import static io.gongbi.warehouse.ColumnType.WHOLE;
import static io.gongbi.warehouse.Sensitivity.PERSONAL;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Warehouse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which records are one customer, and who a former id is today. Records r1 and r2 got 100001, r3
 * got 100002; then a record with the account of r1 and the card of r3 arrives: all four are 100001,
 * and 100002 is an alias of it for good, so whatever was once noted for 100002 still finds its
 * customer.
 *
 * <p>Thread-safe.
 */
public final class Identities {
  /**
   * Whose each cleaned record is. A record that belongs to nobody else is a customer of its own.
   */
  public static final TableSpec MEMBER =
      TableSpec.derived(
          "identity.member",
          open("source", TEXT),
          open("record_key", TEXT),
          open("customer_id", WHOLE));

  /**
   * The identifiers by which records were brought together: 13900000001 on three records is three
   * rows, each with {@code records_sharing} 3. A value on one record only is 1; a generic value is
   * not here, but in {@link #GENERIC}.
   */
  public static final TableSpec EVIDENCE =
      TableSpec.derived(
          "identity.evidence",
          open("source", TEXT),
          open("record_key", TEXT),
          open("customer_id", WHOLE),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("records_sharing", WHOLE));

  /** Values that too many records or names hold to mean one person, and why they were ignored. */
  public static final TableSpec GENERIC =
      TableSpec.derived(
          "identity.generic",
          open("scope", TEXT),
          open("id_type", TEXT),
          personal("id_value", TEXT),
          open("records", WHOLE),
          open("names", WHOLE),
          open("reason", TEXT));

  /** The customers whose records changed in the last run, old and new ids both. */
  public static final TableSpec TOUCHED =
      TableSpec.derived("identity.touched", open("customer_id", WHOLE));

  /** The last id of every record ever seen, also of records that are gone: they may come back. */
  public static final TableSpec ASSIGNMENT =
      TableSpec.kept(
          "identity.assignment",
          open("source", TEXT),
          open("record_key", TEXT),
          open("customer_id", WHOLE),
          open("since", MOMENT));

  /**
   * Who a former id is today; one row a former id, and {@code now_id} is never one itself. An id
   * whose records part from those of {@code now_id} again is theirs again, and no former one.
   */
  public static final TableSpec ALIAS =
      TableSpec.kept(
          "identity.alias",
          open("customer_id", WHOLE),
          open("now_id", WHOLE),
          open("since", MOMENT));

  /** Each change of whose a record is: from whom, to whom. The first customer is no change. */
  public static final TableSpec MOVED =
      TableSpec.kept(
          "identity.moved",
          open("source", TEXT),
          open("record_key", TEXT),
          open("was", WHOLE),
          open("becomes", WHOLE),
          open("since", MOMENT));

  public static final List<TableSpec> TABLES =
      Stream.of(
              List.of(MEMBER, EVIDENCE, GENERIC, TOUCHED, ASSIGNMENT, ALIAS, MOVED),
              List.of(Contradictions.CONTRADICTED),
              Match.TABLES,
              Resolve.SCRATCH)
          .flatMap(List::stream)
          .toList();

  public static final List<Migration> MIGRATIONS =
      List.of(
          new Migration("warehouse", "identity", 1, "assignment"),
          new Migration("warehouse", "identity", 2, "rate"),
          new Migration("warehouse", "identity", 3, "moved"),
          new Migration("warehouse", "identity", 4, "lesson"));

  private static final int MOST_GENERIC = 100;
  private static final int MOST_CONTRADICTED = 500;
  private static final int BATCH = 10_000;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Supplier<IdRules> rules;
  private final Supplier<List<Decision>> decisions;
  private final Supplier<List<Judgement>> judgements;
  private final Clock clock;

  /**
   * {@code rules}, {@code decisions} and {@code judgements}, which stand in an order of their own,
   * are asked anew for each run, since people change them.
   */
  public Identities(
      Warehouse warehouse,
      Gate gate,
      Supplier<IdRules> rules,
      Supplier<List<Decision>> decisions,
      Supplier<List<Judgement>> judgements,
      Clock clock) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.rules = rules;
    this.decisions = decisions;
    this.judgements = judgements;
    this.clock = clock;
  }

  public List<Step> steps() {
    return List.of(resolving(rules.get()));
  }

  /** The step by these rules, and by all that people said. */
  public Step resolving(IdRules by) {
    return new Resolve(by, Matching.DEFAULT, decisions.get(), judgements.get(), clock);
  }

  /** Who this id is today: itself, unless it was swallowed by another. */
  public CustomerId current(CustomerId once) {
    return warehouse
        .query(IdentityQuery.now(once), gate.view(Viewer.system()))
        .first()
        .map(r -> new CustomerId(r.whole("now_id")))
        .orElse(once);
  }

  /** The ids that this customer once had as well, smallest first. */
  public List<CustomerId> formerly(CustomerId now) {
    return warehouse.query(IdentityQuery.formerly(now), gate.view(Viewer.system())).stream()
        .map(r -> new CustomerId(r.whole("customer_id")))
        .toList();
  }

  /**
   * Which records hang together by which values, and what those have in common that share none.
   * Throws {@code identity.no-customer} when nobody of this id, former ids included, is there for
   * the viewer.
   */
  public Why why(CustomerId customer, Viewer viewer) {
    var now = current(customer);
    var view = gate.view(viewer);
    var records =
        warehouse.query(IdentityQuery.records(now), view).stream().map(Identities::ref).toList();
    if (records.isEmpty()) throw Faults.notFound("identity.no-customer", customer.toString());
    // In the order of types and values, so that rows of one value follow each other.
    var bonds = new LinkedHashMap<Held, List<RecordRef>>();
    warehouse.query(IdentityQuery.evidence(now), view).stream()
        .forEach(
            r ->
                bonds
                    .computeIfAbsent(
                        Held.of(type(r.text("id_type")), r.text("id_value"), r.text("source")),
                        h -> new ArrayList<>())
                    .add(ref(r)));
    return new Why(
        now,
        records,
        bonds.entrySet().stream()
            .map(b -> new Why.Bond(b.getKey().type(), b.getKey().value(), b.getValue()))
            .toList(),
        Weights.last(sql -> warehouse.query(sql, gate.view(Viewer.system())))
            .map(w -> new Likenesses(w.model()).of(warehouse.query(IdentityQuery.pairs(now), view)))
            .orElse(List.of()));
  }

  /** A value within its scope: account 42 of two sources is two values. */
  private record Held(IdType type, String value, String scope) {
    static Held of(IdType type, String value, String source) {
      return new Held(type, value, type.isOfItsSource() ? source : "");
    }
  }

  /**
   * Whose each record is: {@code (source, source_record_id, customer_id)}, in the order of the
   * first two, some rows at a time. Whose each order is stands under {@code shop-order}, by the
   * order's number. What is not in sight of the viewer is left out.
   */
  public void links(Viewer viewer, Consumer<Table> some) {
    warehouse.each(IdentityQuery.LINKS, gate.view(viewer), BATCH, some);
  }

  /** How many rows {@link #links} gives. */
  public long linkCount(Viewer viewer) {
    return warehouse.query(IdentityQuery.LINK_COUNT, gate.view(viewer)).only().whole("links");
  }

  /**
   * How far records have become customers, as far as the viewer may see, and the {@value
   * #MOST_GENERIC} generic values that most records hold. Who sees only some customers sees no
   * cleaned records and no generic values, hence no counts by type of identifier.
   */
  public Summary summary(Viewer viewer) {
    var view = gate.view(viewer);
    var recordsOf = new LinkedHashMap<String, Long>();
    var matchedOf = new HashMap<String, Long>();
    for (var row : warehouse.query(IdentityQuery.BY_SOURCE, view).stream().toList()) {
      recordsOf.put(row.text("source"), row.whole("records"));
      matchedOf.put(row.text("source"), row.whole("matched"));
    }
    if (recordsOf.size() > IdentityQuery.MOST_SOURCES) {
      throw new FaultException(
          new Fault.TooLarge(
              "identity.too-many-sources",
              "",
              Map.of(
                  "sources", Integer.toString(recordsOf.size()),
                  "limit", Integer.toString(IdentityQuery.MOST_SOURCES))));
    }
    var sources = List.copyOf(recordsOf.keySet());
    var overlaps =
        warehouse.query(IdentityQuery.overlaps(sources), view).stream()
            .map(r -> new Summary.Overlap(in(r.whole("mask"), sources), r.whole("customers")))
            .toList();
    return new Summary(
        recordsOf.values().stream().mapToLong(n -> n).sum(),
        overlaps.stream().mapToLong(Summary.Overlap::customers).sum(),
        sources.stream()
            .map(
                s ->
                    new Summary.OfSource(
                        s,
                        recordsOf.getOrDefault(s, 0L),
                        matchedOf.getOrDefault(s, 0L),
                        customers(overlaps, o -> o.contains(s)),
                        customers(overlaps, o -> o.equals(Set.of(s)))))
            .toList(),
        overlaps,
        warehouse.query(IdentityQuery.BY_ID_TYPE, view).stream()
            .map(
                r ->
                    new Summary.OfIdType(
                        type(r.text("id_type")),
                        r.whole("records"),
                        r.whole("customers"),
                        r.whole("shared")))
            .sorted(Comparator.comparing(Summary.OfIdType::idType))
            .toList(),
        warehouse.query(IdentityQuery.generic(MOST_GENERIC), view).stream()
            .map(
                r ->
                    new Summary.Generic(
                        type(r.text("id_type")),
                        r.text("scope"),
                        r.text("id_value"),
                        r.whole("records"),
                        r.whole("names"),
                        r.text("reason")))
            .toList());
  }

  /**
   * Values that brought nobody together because a more trusted one spoke against it, and who holds
   * each, so far as they are more than one; the value where the viewer may see such values. Throws
   * {@code identity.sees-some-only}.
   */
  public List<Summary.Contradicted> contradicted(Viewer viewer) {
    Decisions.mustSeeAll(viewer);
    // Values that look alike under a mask are not one.
    var holders = new LinkedHashMap<List<String>, List<CustomerId>>();
    warehouse
        .query(IdentityQuery.contradicted(MOST_CONTRADICTED), gate.view(Viewer.system()))
        .stream()
        .forEach(
            r ->
                holders
                    .computeIfAbsent(
                        List.of(r.text("id_type"), r.text("scope"), r.text("id_value")),
                        _ -> new ArrayList<>())
                    .add(new CustomerId(r.whole("customer_id"))));
    return holders.entrySet().stream()
        .map(
            h -> {
              var type = type(h.getKey().getFirst());
              var field = new FieldKey(Standard.CUSTOMER, type.column());
              return new Summary.Contradicted(
                  type,
                  h.getKey().get(1),
                  Optional.of(h.getKey().getLast())
                      .filter(_ -> viewer.role().shows(field, PERSONAL)),
                  h.getValue());
            })
        .toList();
  }

  private static long customers(List<Summary.Overlap> overlaps, Predicate<Set<String>> which) {
    return overlaps.stream()
        .filter(o -> which.test(o.sources()))
        .mapToLong(Summary.Overlap::customers)
        .sum();
  }

  private static Set<String> in(long mask, List<String> sources) {
    return IntStream.range(0, sources.size())
        .filter(i -> (mask & (1L << i)) != 0)
        .mapToObj(sources::get)
        .collect(Collectors.toSet());
  }

  private static RecordRef ref(Row row) {
    return new RecordRef(row.text("source"), row.text("record_key"));
  }

  private static IdType type(String column) {
    return IdType.find(column).orElseThrow(() -> new IllegalStateException("no id type " + column));
  }
}
