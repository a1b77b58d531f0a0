package io.gongbi.segment;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Shape;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.condition.Finding;
import io.gongbi.condition.NormalForm;
import io.gongbi.condition.Part;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Recount;
import io.gongbi.refresh.Standing;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.tag.Why;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitAuthor;
import io.gongbi.trait.TraitId;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Segments from the first head count to the list that leaves the house. */
public final class Segments implements TraitAuthor {
  /** How segments are written in JSON. */
  public static final List<Shape> SHAPES =
      Stream.concat(
              Conditions.SHAPES.stream(),
              Stream.of(
                  Family.of(Segment.class)
                      .with("dynamic", Segment.Dynamic.class)
                      .with("fixed", Segment.Fixed.class),
                  Family.of(Cap.class)
                      .with("ranked", Cap.Ranked.class)
                      .with("drawn", Cap.Drawn.class)))
          .toList();

  public static final Kind<Segment> KIND =
      Kind.of("segment", Segment.class, SHAPES)
          .naming(s -> traitsOf(s).stream().map(TraitId::definition).collect(Collectors.toSet()));

  /** Who stood on a fixed list when it was saved, by the customer ids of that moment. */
  public static final TableSpec LISTED =
      TableSpec.kept(
          "segment.listed",
          Column.open("segment", ColumnType.TEXT),
          Column.open("customer_id", ColumnType.WHOLE));

  public static final List<TableSpec> TABLES = List.of(LISTED);
  public static final List<Migration> MIGRATIONS =
      List.of(new Migration("warehouse", "segment", 1, "listed"));

  private final Warehouse warehouse;
  private final Definitions definitions;
  private final Authorship authors;
  private final Traits traits;
  private final Conditions conditions;
  private final Gate gate;
  private final Recount recount;
  private final Supplier<AsOf> asOf;

  /**
   * {@code recount} is told of whatever is saved here. {@code asOf}: the moment that answers are
   * true for, now.
   */
  public Segments(
      Warehouse warehouse,
      Definitions definitions,
      Authorship authors,
      Traits traits,
      Conditions conditions,
      Gate gate,
      Recount recount,
      Supplier<AsOf> asOf) {
    this.warehouse = warehouse;
    this.definitions = definitions;
    this.authors = authors;
    this.traits = traits;
    this.conditions = conditions;
    this.gate = gate;
    this.recount = recount;
    this.asOf = asOf;
    traits.authoredBy(this);
  }

  @Override
  public List<Trait> traits() {
    return definitions.all(KIND).stream().map(Segments::trait).toList();
  }

  private static Trait trait(Definition<Segment> definition) {
    return new Trait(
        TraitId.of(definition.id()),
        ColumnType.FLAG,
        definition.label(),
        List.of(),
        traitsOf(definition.body()));
  }

  private static Set<TraitId> traitsOf(Segment segment) {
    return switch (segment) {
      case Segment.Dynamic d ->
          NormalForm.of(d.who()).atoms().stream()
              .flatMap(a -> a instanceof Condition.Holds h ? Stream.of(h.trait()) : Stream.empty())
              .collect(Collectors.toSet());
      case Segment.Fixed f -> Set.of();
    };
  }

  /** How many of the customers in sight meet a condition, now. */
  public HeadCount count(Condition condition, Viewer viewer) {
    return count(new Segment.Dynamic(condition), viewer);
  }

  /** The same of a segment with few places: of those who fit, as many as there are places for. */
  public HeadCount count(Segment.Dynamic segment, Viewer viewer) {
    mustBeSound(segment);
    long start = System.nanoTime();
    var moment = asOf.get();
    var sql = SegmentQuery.headCount(segment, moment, conditions.ground());
    var view = gate.figures(viewer);
    var row = warehouse.query(sql, view).only();
    return new HeadCount(
        row.whole("customers"),
        row.whole("fitting"),
        row.whole("of_all"),
        moment,
        (System.nanoTime() - start) / 1_000_000,
        sql.explain(view, warehouse.dialect()));
  }

  /** Each part of a condition by itself: which of them lets nobody through. */
  public List<Part> parts(Condition condition, Viewer viewer) {
    conditions.mustBeSound(condition, "condition");
    return conditions.parts(condition, asOf.get(), gate.figures(viewer));
  }

  /** The values of a field that occur among the customers in sight, as head counts count them. */
  public List<Conditions.Occurring> occurring(FieldKey field, String part, Viewer viewer) {
    return conditions.occurring(field, part, gate.figures(viewer));
  }

  /** Saves a dynamic segment. Its members are counted by a run of their own. */
  public Definition<Segment> add(Viewer by, Label label, Condition who) {
    return add(by, label, new Segment.Dynamic(who));
  }

  public Definition<Segment> add(Viewer by, Label label, Segment.Dynamic segment) {
    by.must(Right.DEFINE);
    mustBeSound(segment);
    return counted(by, authors.add(by, KIND, "s", label, segment));
  }

  public Definition<Segment> change(Viewer by, DefinitionId id, Label label, Condition who) {
    return change(by, id, label, new Segment.Dynamic(who));
  }

  /** Saves a new version; until its run has ended, the members are those of the version before. */
  public Definition<Segment> change(
      Viewer by, DefinitionId id, Label label, Segment.Dynamic segment) {
    by.must(Right.DEFINE);
    mustBeSound(segment);
    if (traits.circular(TraitId.of(id), traitsOf(segment))) {
      throw Faults.bad("segment.circle", "condition");
    }
    var definition = definitions.get(KIND, id);
    return counted(by, authors.save(by, KIND, definition.with(label).withBody(segment)));
  }

  private void mustBeSound(Segment.Dynamic segment) {
    var faults = new Faults();
    conditions.check(segment.who(), "condition", faults);
    segment.cap().ifPresent(cap -> places().check(cap, faults));
    faults.throwIfAny();
  }

  public Definition<Segment> rename(Viewer by, DefinitionId id, Label label) {
    by.must(Right.DEFINE);
    return counted(by, authors.save(by, KIND, definitions.get(KIND, id).with(label)));
  }

  /**
   * Saves a list: {@code ids} selects {@code customer_id}, read as this viewer sees it. Those on it
   * stay members for good, also under another id when records are found to be one customer.
   */
  public Definition<Segment> fix(Viewer by, Label label, String origin, Sql ids) {
    return fix(by, label, origin, ids, gate.view(by));
  }

  /** The same of those behind a figure: as figures count them. */
  public Definition<Segment> fixCounted(Viewer by, Label label, String origin, Sql ids) {
    return fix(by, label, origin, ids, gate.figures(by));
  }

  private Definition<Segment> fix(Viewer by, Label label, String origin, Sql ids, View view) {
    by.must(Right.DEFINE);
    var definition = authors.add(by, KIND, "s", label, new Segment.Fixed(origin));
    try (var write = warehouse.write(Set.of("segment"))) {
      write.append(LISTED, SegmentQuery.kept(definition.id().key(), ids), view);
      write.commit();
    } catch (RuntimeException e) {
      authors.delete(by, KIND, definition.id());
      throw e;
    }
    return counted(by, definition);
  }

  /**
   * Who is in a segment at this moment, as a list that stays as it is; of somebody who sees some
   * customers only, those. Throws {@code segment.counting}.
   */
  public Definition<Segment> snapshot(Viewer by, DefinitionId id, Label label) {
    by.must(Right.DEFINE);
    var origin = "snapshot " + id + " " + asOf.get().day();
    return fix(by, label, origin, members(id));
  }

  private Definition<Segment> counted(Viewer by, Definition<Segment> definition) {
    recount.begin(by.user(), step(definition).label());
    return definition;
  }

  /** Throws {@code definition.in-use} while a campaign or another segment names it. */
  public void delete(Viewer by, DefinitionId id) {
    by.must(Right.DEFINE);
    var label = definitions.get(KIND, id).label();
    authors.delete(by, KIND, id);
    try (var write = warehouse.write(Set.of("segment"))) {
      write.delete(LISTED, Slice.rows(SegmentQuery.named(id.key()), "segment"), gate.view(by));
      write.commit();
    }
    recount.begin(by.user(), new Label("删除人群：" + label.zh(), "Delete segment: " + label.en()));
  }

  /**
   * {@code customer_id} of the members as of the last refresh. Throws {@code segment.counting}
   * while a saved version waits for its run: nobody should act on the members of another one.
   */
  public Sql members(DefinitionId id) {
    var definition = definitions.get(KIND, id);
    if (isCounting(definition, standing())) {
      throw new FaultException(
          new Fault.Conflict(
              "segment.counting", id.toString(), Map.of("segment", definition.label().zh())));
    }
    return SegmentQuery.members(trait(definition).id());
  }

  private Standing standing() {
    return Standing.of(warehouse, gate.view(Viewer.system()));
  }

  private boolean isCounting(Definition<Segment> definition, Standing standing) {
    return !standing.has(step(definition));
  }

  private SegmentView view(
      Definition<Segment> definition, Traits.Holders holders, Standing standing) {
    return new SegmentView(
        definition, holders.of(TraitId.of(definition.id())), isCounting(definition, standing));
  }

  /**
   * Who met the condition of a segment as of an earlier moment, by what they did until then; a
   * fixed list is the same at any moment. Attributes and tags are those of today.
   */
  public Sql membersAt(DefinitionId id, AsOf moment) {
    return switch (definitions.get(KIND, id).body()) {
      case Segment.Dynamic dynamic -> SegmentQuery.dynamic(dynamic, moment, conditions.ground());
      case Segment.Fixed fixed -> members(id);
    };
  }

  public List<SegmentView> all(Viewer viewer) {
    // In this order: what is counted between the two is then shown as being counted, and not an old
    // number as the new one.
    var standing = standing();
    var holders = traits.holders(gate.view(viewer));
    return definitions.all(KIND).stream().map(d -> view(d, holders, standing)).toList();
  }

  public SegmentView get(DefinitionId id, Viewer viewer) {
    var definition = definitions.get(KIND, id);
    var standing = standing();
    return view(definition, traits.holders(gate.view(viewer)), standing);
  }

  /** Days on which the size changed: day, holders, entered, exited. */
  public Table history(DefinitionId id, Viewer viewer) {
    definitions.get(KIND, id);
    return traits.history(TraitId.of(id), asOf.get(), gate.view(viewer));
  }

  /** Who came and left last; as {@link Traits#latest}. */
  public Table latest(DefinitionId id, int most, Viewer viewer) {
    definitions.get(KIND, id);
    return traits.latest(TraitId.of(id), most, gate.view(viewer));
  }

  /**
   * Why a customer is in a segment or is not; of a fixed list only when it was made, and by whom.
   * Throws {@code segment.no-such-customer} for one that this viewer does not see.
   */
  public Why why(DefinitionId id, CustomerId customer, Viewer viewer) {
    var definition = definitions.get(KIND, id);
    var view = gate.view(viewer);
    if (!conditions.sees(customer, view)) {
      throw Faults.notFound("segment.no-such-customer", customer.toString());
    }
    var trait = TraitId.of(id);
    var moment = asOf.get();
    var members =
        switch (definition.body()) {
          case Segment.Dynamic dynamic ->
              SegmentQuery.dynamic(dynamic, moment, conditions.ground());
          case Segment.Fixed _ -> members(id);
        };
    return Why.of(
        traits.valueOf(trait, customer, view),
        moment,
        switch (definition.body()) {
          case Segment.Dynamic dynamic -> {
            var findings = findings(dynamic, customer, moment, view);
            yield conditions.sees(customer, gate.figures(viewer))
                ? findings
                : Finding.leftOut(findings);
          }
          case Segment.Fixed _ -> List.of();
        },
        traits.changesOf(customer, trait, view),
        members.explain(view, warehouse.dialect()));
  }

  /** The parts of the condition; of a capped segment also the place, which is one among all. */
  private List<Finding> findings(
      Segment.Dynamic segment, CustomerId customer, AsOf moment, View view) {
    var findings = new ArrayList<>(conditions.explain(segment.who(), customer, moment, view));
    segment
        .cap()
        .map(cap -> places().finding(segment.who(), cap, customer, moment))
        .ifPresent(findings::add);
    return findings;
  }

  private Places places() {
    return new Places(warehouse, conditions, gate);
  }

  public List<Step> steps() {
    return definitions.all(KIND).stream().map(this::step).toList();
  }

  private Step step(Definition<Segment> definition) {
    return switch (definition.body()) {
      case Segment.Dynamic dynamic ->
          new SegmentStep(definition, dynamic, trait(definition), traits, conditions);
      case Segment.Fixed fixed ->
          new FixedStep(definition, fixed.origin(), trait(definition), traits);
    };
  }

  /** The columns that a list may have: those of a customer, and what is said of customers. */
  public SegmentList list(DefinitionId id, List<String> columns, Viewer viewer) {
    return list(members(id), columns, viewer);
  }

  /** The same of customers that were found or chosen: {@code ids} selects {@code customer_id}. */
  public SegmentList list(Sql ids, List<String> columns, Viewer viewer) {
    viewer.must(Right.EXPORT);
    return SegmentList.of(
        warehouse, gate.view(viewer), ids, columns, conditions.vocabulary(), traits.held());
  }
}
