package io.gongbi.profile;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Field;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What other {@link Survivorships} would change, before they are saved: 312 customers would get
 * another birthday, 40 another name, 330 customers in all, and here are some of them.
 */
public final class SurvivorshipTrials {
  /** Enough to see what kind of change it is. */
  private static final int SAMPLES = 3;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Standard standard;
  private final SurvivorshipSettings settings;

  public SurvivorshipTrials(
      Warehouse warehouse, Gate gate, Standard standard, SurvivorshipSettings settings) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.standard = standard;
    this.settings = settings;
  }

  /** A value of one customer, and the source that says it. */
  public record Said(Value value, String source) {}

  /**
   * One customer's value of today, and what would stand in its place; {@code masked}: this viewer
   * sees a hint of both.
   */
  public record Example(
      CustomerId customer, Optional<String> name, boolean masked, Said before, Said after) {}

  /** How many customers would get another value of a field. */
  public record OfField(Field field, long customers, List<Example> examples) {
    public OfField {
      examples = List.copyOf(examples);
    }
  }

  /** {@code customers} would get another value of one field or more. */
  public record Trial(long customers, List<OfField> fields) {
    public Trial {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Against what stands today; only fields in which anybody's value changes are named. Counts are
   * of all customers, values as this viewer may see them. Throws what {@link
   * SurvivorshipSettings#change} does.
   */
  public Trial tried(Survivorships asked, Viewer viewer) {
    SurvivorshipSettings.mustDecide(viewer);
    settings.mustFit(asked);
    var changed = changed(asked);
    if (changed.isEmpty()) return new Trial(0, List.of());
    var customers = new LinkedHashSet<CustomerId>();
    changed.forEach(r -> customers.add(customer(r)));
    var said =
        warehouse.query(SurvivorshipQuery.said(customers), gate.view(viewer)).stream().toList();
    var fields = new ArrayList<OfField>();
    for (var field : standard.entity(Standard.CUSTOMER).orElseThrow().fields()) {
      var rows =
          changed.stream().filter(r -> r.text("field").equals(field.key().column())).toList();
      if (rows.isEmpty()) continue;
      fields.add(
          new OfField(
              field,
              rows.getFirst().whole("customers"),
              rows.stream().flatMap(r -> example(field, r, said, viewer).stream()).toList()));
    }
    return new Trial(changed.getFirst().whole("everybody"), fields);
  }

  /** Which value wins is told from what records say, not from what a viewer sees of it. */
  private List<Row> changed(Survivorships asked) {
    var before = settings.chosen();
    var customer = warehouse.spec(ProfileTables.CUSTOMER.name()).orElse(ProfileTables.CUSTOMER);
    var there = Set.copyOf(customer.columns().stream().map(c -> c.name()).toList());
    var all =
        asked.all(standard.now()).stream().filter(f -> there.contains(f.field().column())).toList();
    var view = gate.view(Viewer.system());
    var fields = all.stream().filter(f -> asked.changes(f.field().column(), before)).toList();
    if (fields.isEmpty()) return List.of();
    var filled =
        ConflictQuery.filled(fields, warehouse.query(ConflictQuery.filled(fields), view).only());
    var winners = new ConflictQuery(asked.trusted(), filled, all, customer).winners();
    return warehouse.query(SurvivorshipQuery.changed(winners, SAMPLES), view).stream().toList();
  }

  private static Optional<Example> example(
      Field field, Row changed, List<Row> said, Viewer viewer) {
    var before = one(said, r -> isOf(field, changed, r) && r.flag("chosen"));
    var after = one(said, r -> isOf(field, changed, r) && isSameRecord(changed, r));
    if (before.isEmpty() || after.isEmpty()) return Optional.empty();
    return Optional.of(
        new Example(
            customer(changed),
            before.get().textIfAny("name"),
            Portraits.isHidden(field, viewer),
            said(field, before.get()),
            said(field, after.get())));
  }

  private static Said said(Field field, Row row) {
    return new Said(Portraits.shown(field, row), row.text("source"));
  }

  private static Optional<Row> one(List<Row> rows, Predicate<Row> wanted) {
    return rows.stream().filter(wanted).findFirst();
  }

  private static boolean isOf(Field field, Row changed, Row said) {
    return said.text("field").equals(field.key().column())
        && customer(said).equals(customer(changed));
  }

  private static boolean isSameRecord(Row changed, Row said) {
    return said.text("source").equals(changed.text("source"))
        && said.text("record_key").equals(changed.text("record_key"))
        && said.wholeIfAny("batch").equals(changed.wholeIfAny("batch"))
        && said.wholeIfAny("line").equals(changed.wholeIfAny("line"));
  }

  private static CustomerId customer(Row row) {
    return new CustomerId(row.whole("customer_id"));
  }
}
