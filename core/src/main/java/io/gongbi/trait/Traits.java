package io.gongbi.trait;

import static io.gongbi.warehouse.Column.open;

import io.gongbi.access.Gate;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.profile.Panel;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.TableSpec.Keeping;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What is said of customers, now and in the past. {@code trait.change} only grows; {@code
 * trait.held} is what follows from it today, one row a customer and one typed column a trait, and
 * always equals a replay of the changes.
 *
 * <p>Example: on 1 March the rows for {@code tag/vip} are Ann and Bo: two changes, none → true. On
 * 2 March they are Bo and Cy: two changes, Ann true → none and Cy none → true. Stating the same
 * again changes nothing.
 */
public final class Traits {
  /** The history. Positions are dense, in the order of the statements. */
  public static final TableSpec CHANGE =
      TableSpec.kept(
          "trait.change",
          open("position", ColumnType.WHOLE),
          open("customer_id", ColumnType.WHOLE),
          open("trait_id", ColumnType.TEXT),
          open("before", ColumnType.TEXT),
          open("after", ColumnType.TEXT),
          open("happened_at", ColumnType.MOMENT),
          open("cause", ColumnType.TEXT));

  /** Every trait that was ever stated, so that the history keeps its labels. */
  public static final TableSpec TRAIT =
      TableSpec.kept(
          "trait.trait",
          open("trait_id", ColumnType.TEXT),
          open("type", ColumnType.TEXT),
          open("label_zh", ColumnType.TEXT),
          open("label_en", ColumnType.TEXT),
          open("stated_at", ColumnType.MOMENT),
          open("retired_at", ColumnType.MOMENT));

  public static final TableName HELD = TableName.of("trait.held");

  /** The part of {@code trait.held} that is its rows, apart from what stands in them. */
  public static final Dataset ROWS =
      Dataset.of("trait.held", new DefinitionId("trait", "customers"));

  /** The part of {@code trait.held} that no definition owns any more. */
  static final Dataset RETIRED = Dataset.of("trait.held", new DefinitionId("trait", "retired"));

  public static final List<TableSpec> TABLES = List.of(CHANGE, TRAIT);
  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("warehouse", "trait", 1, "change"));

  private static final Column CUSTOMER = open("customer_id", ColumnType.WHOLE);

  private final Warehouse warehouse;
  private final List<TraitAuthor> authors = new CopyOnWriteArrayList<>();
  private volatile Gate.Figures figures = ask -> View.everything();

  public Traits(Warehouse warehouse) {
    this.warehouse = warehouse;
    if (warehouse.spec(HELD).isEmpty()) {
      try (var write = warehouse.write(Set.of("trait"))) {
        write.ensure(heldWith(List.of()));
        write.commit();
      }
    }
  }

  /** A package above tells which traits it states. */
  public void authoredBy(TraitAuthor author) {
    authors.add(author);
  }

  /** A package above tells of whom rules say nothing. */
  public void rulesAre(Gate.Figures figures) {
    this.figures = figures;
  }

  /** Every trait that may be asked about now. */
  public List<Trait> all() {
    return authors.stream().flatMap(a -> a.traits().stream()).toList();
  }

  public Optional<Trait> find(TraitId id) {
    return all().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** Whether {@code id}, computed from {@code reads}, would at length be computed from itself. */
  public boolean circular(TraitId id, Set<TraitId> reads) {
    var known = new HashMap<TraitId, Set<TraitId>>();
    all().forEach(t -> known.put(t.id(), t.reads()));
    var reached = new HashSet<TraitId>();
    var next = new ArrayList<>(reads);
    while (!next.isEmpty()) {
      var trait = next.removeLast();
      if (trait.equals(id)) return true;
      if (reached.add(trait)) next.addAll(known.getOrDefault(trait, Set.of()));
    }
    return false;
  }

  /**
   * Says that {@code rows} (customer_id, value; at most one row a customer, no row: no value) is
   * what holds now for the customers of the slice. Differences from what was held become changes;
   * the rest is untouched. The same call for everybody and for a few: the rows are asked with every
   * table of customers narrowed to the slice. A rule says nothing of whom figures leave out; what a
   * person says is said of anybody. Returns how many changed.
   */
  public long state(Write write, Trait trait, Slice customers, Sql rows, Cause cause, AsOf asOf) {
    var held = ensured(write, List.of(trait));
    catalogue(write, trait, asOf);
    long end = end(write).value();
    var query = new StatementQuery(warehouse.dialect(), trait.id(), trait.type());
    var differences = query.differences(rows, ids(customers), end, cause, asOf);
    long changed =
        write.append(
            CHANGE,
            differences,
            narrowed(differences.reads(), customers).over(among(cause, write)));
    if (changed > 0) {
      write.append(held, StatementQuery.changedWithoutRow(end), View.everything());
      write.update(
          held,
          CUSTOMER.name(),
          Map.of(trait.id().column(), "value"),
          query.changedSince(end),
          View.everything());
    }
    return changed;
  }

  private View among(Cause cause, Write write) {
    return cause instanceof Cause.ByRule
        ? figures.layer(sql -> write.query(sql, View.everything()))
        : View.everything();
  }

  /** Whether something is still held that no definition in use says any more. */
  boolean anyRetired(Write write) {
    return !retired(write).isEmpty();
  }

  /** What is no longer said is held by nobody; its history stays. */
  void retire(Write write, AsOf asOf) {
    for (var trait : retired(write)) {
      state(write, trait, new Slice.Whole(), StatementQuery.NOBODY, new Cause.Retired(), asOf);
      write.update(
          TRAIT,
          "trait_id",
          Map.of("retired_at", "retired_at"),
          StatementQuery.retired(trait.id(), asOf),
          View.everything());
    }
  }

  private List<Trait> retired(Write write) {
    var said = all().stream().map(Trait::id).collect(Collectors.toSet());
    return write.query(StatementQuery.STATED, View.everything()).stream()
        .map(StatementQuery::stated)
        .filter(t -> !said.contains(t.id()))
        .toList();
  }

  /** The table of present values with columns for these traits, which are made if they lack. */
  public TableSpec ensured(Write write, Collection<Trait> traits) {
    var table = heldWith(traits);
    write.ensure(table);
    return table;
  }

  /** The table of present values as it stands. */
  public TableSpec held() {
    return heldWith(List.of());
  }

  private TableSpec heldWith(Collection<Trait> traits) {
    var columns = new ArrayList<>(warehouse.spec(HELD).map(TableSpec::columns).orElse(List.of()));
    if (columns.isEmpty()) columns.add(CUSTOMER);
    for (var trait : traits) {
      var standing = columns.stream().filter(c -> c.name().equals(trait.id().column())).findFirst();
      if (standing.isEmpty()) columns.add(trait.asColumn());
      else if (standing.get().type() != trait.type())
        throw new IllegalStateException(trait.id() + " is held as " + standing.get().type());
    }
    return TableSpec.of(HELD, Keeping.KEPT, columns);
  }

  private static void catalogue(Write write, Trait trait, AsOf asOf) {
    write.delete(
        TRAIT, Slice.rows(StatementQuery.named(trait.id()), "trait_id"), View.everything());
    write.append(TRAIT, StatementQuery.catalogued(trait, asOf), View.everything());
  }

  /** The position of the newest change that this write sees. */
  public Position end(Write write) {
    return new Position(write.query(ChangeQuery.END, View.everything()).only().whole("position"));
  }

  /** Those of a delta, and whoever changed after a position: {@code customer_id}. */
  public static Sql alsoChanged(Sql ids, Position end) {
    return ChangeQuery.alsoChanged(ids, end.value());
  }

  private static Optional<Sql> ids(Slice customers) {
    return switch (customers) {
      case Slice.Whole _ -> Optional.empty();
      case Slice.Rows rows -> {
        if (!rows.keyColumns().equals(List.of(CUSTOMER.name())))
          throw new IllegalArgumentException("not a slice of customers: " + rows.keyColumns());
        yield Optional.of(rows.keys());
      }
    };
  }

  /**
   * A view in which every table of customers among {@code tables} shows only those of the slice:
   * the same text, asked about a few.
   */
  public View narrowed(Set<TableName> tables, Slice customers) {
    var ids = ids(customers);
    if (ids.isEmpty()) return View.everything();
    var standIns = new HashMap<TableName, Sql>();
    for (var table : tables) {
      warehouse
          .spec(table)
          .flatMap(TableSpec::customerColumn)
          .ifPresent(c -> standIns.put(table, StatementQuery.only(table, c, ids.get())));
    }
    return View.of(standIns);
  }

  /** The slice of customers that a delta asks a step to do. */
  public static Slice slice(Delta delta) {
    return switch (delta) {
      case Delta.Customers some -> Slice.rows(some.ids(), CUSTOMER.name());
      case Delta.Everything _, Delta.Batches _ -> new Slice.Whole();
    };
  }

  /**
   * Keeps a row of {@code trait.held} for every customer, which runs before traits are stated, and
   * takes away what is no longer said of anybody.
   */
  public List<Step> steps() {
    return List.of(new TraitCustomers(this), new TraitRetired(this));
  }

  /** The step's work: customers that are no more lose everything, new ones get a row. */
  void follow(Write write, Slice customers, AsOf asOf) {
    var held = held();
    var gone = StatementQuery.gone();
    // Asked first: what each of them loses is a question a trait, and mostly nobody is gone.
    var some = StatementQuery.anybody(gone);
    if (write.query(some, narrowed(some.reads(), customers)).only().flag("some")) {
      var lost = StatementQuery.lost(held, end(write).value(), asOf);
      write.append(CHANGE, lost, narrowed(lost.reads(), customers));
      write.delete(held, Slice.rows(gone, CUSTOMER.name()), narrowed(gone.reads(), customers));
    }
    var arrived = StatementQuery.arrived();
    write.append(held, arrived, narrowed(arrived.reads(), customers));
  }

  /** The changes, for whoever acts on them. */
  public Feed<TraitChange> changes() {
    return new TraitChanges(warehouse);
  }

  /** What was held at a moment of the past, in the place of what is held now. */
  public View on(AsOf past) {
    return View.of(Map.of(HELD, ChangeQuery.heldOn(held(), warehouse.dialect(), past)));
  }

  /** Days on which the number of holders changed: day, holders, entered, exited. */
  public Table history(TraitId trait, AsOf asOf, View view) {
    return warehouse.query(ChangeQuery.history(trait, asOf), view);
  }

  /** The same for each value of a trait that has several: day, value, holders, entered, exited. */
  public Table valueHistory(TraitId trait, AsOf asOf, View view) {
    return warehouse.query(ChangeQuery.valueHistory(trait, asOf, isSeveral(trait)), view);
  }

  /**
   * Who turned last: at most {@code most} customers who came, who left, and who moved from one
   * value to another, each newest first: turn ({@code came}, {@code left}, {@code moved}),
   * customer_id, name, before, after, happened_at, cause. The name is missing where the customer is
   * no more.
   */
  public Table latest(TraitId trait, int most, View view) {
    return warehouse.query(ChangeQuery.latest(trait, most), view);
  }

  /** Customers in sight, and how many of them hold each trait. */
  public Holders holders(View view) {
    var held = held();
    var row = warehouse.query(HeldQuery.holders(held), view).only();
    var count = new TreeMap<String, Long>();
    for (var column : traitColumns(held)) {
      count.put(TraitId.ofColumn(column.name()).value(), row.whole(column.name()));
    }
    return new Holders(row.whole("customers"), count);
  }

  /** How many customers are in sight, and how many of them hold each trait, by its id. */
  public record Holders(long customers, Map<String, Long> byTrait) {
    public Holders {
      byTrait = Map.copyOf(byTrait);
    }

    public long of(TraitId trait) {
      return byTrait.getOrDefault(trait.value(), 0L);
    }
  }

  /** How many customers hold each value: value, customers, the most frequent first. */
  public Table values(TraitId trait, View view) {
    return held().find(trait.column()).isPresent()
        ? warehouse.query(HeldQuery.values(trait, isSeveral(trait)), view)
        : Table.empty(List.of(open("value", ColumnType.TEXT), open("customers", ColumnType.WHOLE)));
  }

  /**
   * What a list is sorted by, {@code customer_id, value}: the value held, a coded one by its place
   * among the codes, so that life cycle stages come in the order of life; of several the foremost.
   * Of a flag nobody holds false. Empty where there is no such trait.
   */
  public Optional<Sql> ranks(TraitId id) {
    return find(id)
        .map(
            trait ->
                held().find(id.column()).isPresent()
                    ? HeldQuery.ranks(trait)
                    : HeldQuery.noRanks());
  }

  private boolean isSeveral(TraitId trait) {
    return held().find(trait.column()).filter(c -> c.type() == ColumnType.TEXT_LIST).isPresent();
  }

  /** The changes of one trait of one customer, the newest first. */
  public List<TraitChange> changesOf(CustomerId customer, TraitId trait, View view) {
    return warehouse.query(ChangeQuery.changesOf(customer, trait), view).stream()
        .map(TraitChanges::change)
        .toList();
  }

  /** The value that one customer holds; missing when none, or out of sight. */
  public Value valueOf(TraitId trait, CustomerId customer, View view) {
    if (held().find(trait.column()).isEmpty()) return Value.missing();
    return heldBy(List.of(customer), view).stream()
        .findFirst()
        .map(r -> r.value(trait.column()))
        .orElseGet(Value::missing);
  }

  /** What is said of a customer, on the 360 page. */
  public Panel panel() {
    return new TraitPanel();
  }

  /** What these customers hold: customer_id and a column a trait. */
  public Table heldBy(List<CustomerId> customers, View view) {
    return warehouse.query(HeldQuery.heldBy(held(), customers), view);
  }

  static List<Column> traitColumns(TableSpec held) {
    return held.columns().stream().filter(c -> !c.equals(CUSTOMER)).toList();
  }
}
