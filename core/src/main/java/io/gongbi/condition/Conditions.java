package io.gongbi.condition;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Shape;
import io.gongbi.condition.NormalForm.Tree;
import io.gongbi.fault.Faults;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MeasureQuery;
import io.gongbi.metric.Window;
import io.gongbi.source.Mapping;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.Trait;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers who meets a condition, how many they are, and why somebody does or does not. Reads only;
 * what it may read is the view that the caller brings.
 */
public final class Conditions {
  /** How conditions are written in JSON; the names are promises to what is stored. */
  public static final List<Shape> SHAPES =
      Stream.concat(
              Standard.SHAPES.stream(),
              Stream.of(
                  Family.of(Condition.class)
                      .with("all", Condition.All.class)
                      .with("any", Condition.Any.class)
                      .with("not", Condition.Not.class)
                      .with("attribute", Condition.Attribute.class)
                      .with("behaviour", Condition.Behaviour.class)
                      .with("picked", Condition.Picked.class)
                      .with("holds", Condition.Holds.class),
                  Family.of(Window.class)
                      .with("lastDays", Window.LastDays.class)
                      .with("ago", Window.Ago.class)
                      .with("during", Window.During.class)
                      .with("running", Window.Running.class)
                      .with("firstDays", Window.FirstDays.class)
                      .with("ever", Window.Ever.class)))
          .toList();

  /** As many deciding rows as a person wants to see; the newest. */
  private static final int ROWS_SHOWN = 20;

  /** As many values as a list shows that one still reads; whoever looks for others types. */
  private static final int VALUES_OFFERED = 50;

  private final Warehouse warehouse;
  private final Traits traits;
  private final Words words;

  /**
   * @param mappings those that hold, by which the sources of rows have names
   */
  public Conditions(
      Warehouse warehouse, Traits traits, Standard standard, Supplier<List<Mapping>> mappings) {
    this.warehouse = warehouse;
    this.traits = traits;
    this.words = new Words(standard, mappings);
  }

  /** Of a company that has mapped nothing yet. */
  public Conditions(Warehouse warehouse, Traits traits, Standard standard) {
    this(warehouse, traits, standard, List::of);
  }

  /** The tables as they stand, with columns for the traits that were stated. */
  public Ground ground() {
    return ground(traits.held());
  }

  /** The same, inside a write that has just made columns. */
  public Ground ground(TableSpec held) {
    return new Ground(
        table("profile.customer"),
        table("profile.order"),
        table("profile.item"),
        table("profile.event"),
        held);
  }

  /** The same inside a write, with columns for these traits whether stated before or not. */
  public Ground ground(Write write, Collection<Trait> known) {
    return ground(traits.ensured(write, known));
  }

  private TableSpec table(String name) {
    return warehouse.spec(TableName.of(name)).orElseThrow();
  }

  /** What may be said, with words for it. */
  public Vocabulary vocabulary() {
    return vocabulary(ground());
  }

  private Vocabulary vocabulary(Ground ground) {
    return words.of(ground, traits.all());
  }

  /** The fields of rows that can be counted, by names that need no knowledge of traits. */
  public Optional<Vocabulary.Counted> counted(EntityName entity) {
    var held = TableSpec.of(Traits.HELD, TableSpec.Keeping.KEPT, List.of());
    return words.of(ground(held), List.of()).behaviour(entity);
  }

  /** A value of a field, and how many of the customers in view have it. */
  public record Occurring(String value, long customers) {}

  /**
   * The values that occur in a text field, those with {@code part} in them, the most frequent
   * first: Shanghai 1,204, Beijing 380. What says who somebody is, such as a name or a phone
   * number, offers nothing, whoever asks; nor do fields whose values are known beforehand.
   */
  public List<Occurring> occurring(FieldKey key, String part, View view) {
    var field =
        vocabulary()
            .field(key)
            .orElseThrow(() -> Faults.bad("where.unknown-field", key.toString()));
    boolean offers =
        field.type() == ColumnType.TEXT
            && field.sensitivity() == Sensitivity.OPEN
            && field.codes().isEmpty();
    if (!offers) return List.of();
    return warehouse.query(OccurringQuery.of(field, part.strip(), VALUES_OFFERED), view).stream()
        .map(row -> new Occurring(row.text("value"), row.whole("customers")))
        .toList();
  }

  /** Adds everything that is wrong with the condition to {@code faults}. */
  public void check(Condition condition, String place, Faults faults) {
    new ConditionCheck(vocabulary(), faults).check(condition, place);
  }

  /** The same for a measure that stands alone, such as that of a statistic. */
  public void check(Measure measure, String place, Faults faults) {
    new ConditionCheck(vocabulary(), faults).measure(measure, place, 1);
  }

  /** The same for a filter over rows of an entity that can be counted, such as events. */
  public void check(Where rows, EntityName of, String place, Faults faults) {
    new ConditionCheck(vocabulary(), faults).rows(rows, of, place);
  }

  /** Throws all faults of the condition. */
  public void mustBeSound(Condition condition, String place) {
    var faults = new Faults();
    check(condition, place, faults);
    faults.throwIfAny();
  }

  /** {@code customer_id} of everybody who meets the condition now. */
  public Sql members(Condition condition, AsOf asOf) {
    return ConditionQuery.members(condition, asOf, ground());
  }

  public long count(Condition condition, AsOf asOf, View view) {
    var count =
        Sql.of("select count(*) as customers from members m")
            .step("members", members(condition, asOf));
    return warehouse.query(count, view).only().whole("customers");
  }

  /** Every part of the condition, in its order, as it is for one customer in view. */
  public List<Finding> explain(Condition condition, CustomerId customer, AsOf asOf, View view) {
    var form = NormalForm.of(condition);
    if (form.atoms().isEmpty()) return List.of();
    var ground = ground();
    var sql = ConditionQuery.atoms(form, asOf, ground);
    var one = only(customer, view);
    var found = warehouse.query(sql, one).first();
    if (found.isEmpty()) return List.of();
    var sentences = new Sentences(vocabulary(ground));
    return form.leaves().stream()
        .map(leaf -> finding(form, leaf, found.get(), sentences, asOf, ground, one))
        .toList();
  }

  /** Each part of the condition by itself, over the customers in view, in its order. */
  public List<Part> parts(Condition condition, AsOf asOf, View view) {
    var form = NormalForm.of(condition);
    if (form.atoms().isEmpty()) return List.of();
    var ground = ground();
    var row = warehouse.query(ConditionQuery.parts(form, asOf, ground), view).only();
    var sentences = new Sentences(vocabulary(ground));
    var leaves = form.leaves();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < leaves.size(); i++) {
      var leaf = leaves.get(i);
      var atom = form.atoms().get(leaf.atom());
      boolean bound = atom instanceof Condition.Behaviour && leaf.holds();
      parts.add(
          new Part(
              sentences.atom(atom, leaf.holds()),
              row.whole("n" + i),
              bound ? row.value("x" + i) : Value.missing()));
    }
    return List.copyOf(parts);
  }

  private Finding finding(
      NormalForm form,
      Tree.Leaf leaf,
      Row row,
      Sentences sentences,
      AsOf asOf,
      Ground ground,
      View one) {
    var atom = form.atoms().get(leaf.atom());
    boolean holds = row.flag("a" + leaf.atom()) == leaf.holds();
    var text = sentences.atom(atom, leaf.holds());
    var value = row.value("f" + leaf.atom());
    return switch (atom) {
      case Condition.Behaviour behaviour -> {
        var measure = behaviour.measure();
        var rows = rows(measure, asOf, ground, one);
        var op = leaf.holds() ? behaviour.op() : WhereWords.opposite(behaviour.op());
        var wanted = Label.typed(Sentences.bound(op, behaviour.bound()));
        yield new Finding(
            text,
            holds,
            value,
            wanted,
            rows,
            measure.window().days(asOf),
            nothing(measure, rows, sentences, asOf));
      }
      case Condition.Picked picked -> {
        var measure = picked.measure();
        var rows = rows(measure, asOf, ground, one);
        yield new Finding(
            text,
            holds,
            value,
            sentences.wanted(picked, leaf.holds()),
            rows,
            measure.window().days(asOf),
            nothing(measure, rows, sentences, asOf));
      }
      case Condition.Attribute _, Condition.Holds _ ->
          new Finding(
              text, holds, value, text, Table.empty(List.of()), Optional.empty(), Optional.empty());
    };
  }

  private static Optional<Label> nothing(
      Measure measure, Table rows, Sentences sentences, AsOf asOf) {
    return rows.size() > 0
        ? Optional.empty()
        : Optional.of(sentences.nothing(measure, measure.window().days(asOf)));
  }

  /** The number that a measure is for one customer, and the newest rows it is made of. */
  public Measured measured(Measure measure, CustomerId customer, AsOf asOf, View view) {
    var ground = ground();
    var one = only(customer, view);
    var table = ground.rowsOf(measure.entity()).orElseThrow();
    var value =
        warehouse
            .query(MeasureQuery.byCustomer(List.of(measure), table, asOf), one)
            .first()
            .map(r -> r.value("m0"))
            .orElseGet(() -> measure.aggregate().ofNothingIsZero() ? Value.of(0) : Value.missing());
    var sentences = new Sentences(vocabulary(ground));
    var rows = rows(measure, asOf, ground, one);
    return new Measured(
        sentences.measure(measure), value, rows, nothing(measure, rows, sentences, asOf));
  }

  /** Whether what a measure picks out of the rows is a text. */
  public boolean picksText(Measure measure) {
    return ground()
        .rowsOf(measure.entity())
        .filter(table -> measure.type(table) == ColumnType.TEXT)
        .isPresent();
  }

  /** What a measure measures, in words. */
  public Label said(Measure measure) {
    return new Sentences(vocabulary()).measure(measure);
  }

  /** A measure of one customer, in words and with its rows, or that there are none. */
  public record Measured(Label text, Value value, Table rows, Optional<Label> nothing) {}

  private Table rows(Measure measure, AsOf asOf, Ground ground, View one) {
    var table = ground.rowsOf(measure.entity()).orElseThrow();
    return warehouse.query(MeasureQuery.rows(measure, table, asOf, ROWS_SHOWN), one);
  }

  /** Whether there is such a customer in view. */
  public boolean sees(CustomerId customer, View view) {
    return warehouse.query(one(customer), view).size() > 0;
  }

  private static Sql one(CustomerId customer) {
    return Sql.of("select c.customer_id from {profile.customer} c where c.customer_id = #customer")
        .with("customer", Value.of(customer.value()));
  }

  /** The view narrowed to one customer. */
  private View only(CustomerId customer, View view) {
    var tables =
        Set.of(
            TableName.of("profile.customer"),
            TableName.of("profile.order"),
            TableName.of("profile.item"),
            TableName.of("profile.event"),
            Traits.HELD);
    return traits.narrowed(tables, Slice.rows(one(customer), "customer_id")).over(view);
  }
}
