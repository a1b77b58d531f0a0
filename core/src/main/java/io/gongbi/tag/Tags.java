package io.gongbi.tag;

import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Recount;
import io.gongbi.refresh.Standing;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitAuthor;
import io.gongbi.trait.TraitId;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tag library: what is defined, who holds it, since when and why. */
public final class Tags implements TraitAuthor {
  /** The key of the RFM tag that comes with the product. */
  public static final String RFM = "rfm";

  private static final int MOST_LEVELS = 5;
  private static final int LONGEST_CATEGORY = 60;
  private static final AsOf ANY_DAY = AsOf.endOf(LocalDate.EPOCH, ZoneOffset.UTC);

  /** Where a tag may go on to, from where it is. */
  private static final Map<Definition.Status, Set<Definition.Status>> NEXT =
      Map.of(
          Definition.Status.DRAFT,
          Set.of(
              Definition.Status.APPROVED, Definition.Status.PUBLISHED, Definition.Status.RETIRED),
          Definition.Status.APPROVED,
          Set.of(Definition.Status.PUBLISHED, Definition.Status.DRAFT, Definition.Status.RETIRED),
          Definition.Status.PUBLISHED,
          Set.of(Definition.Status.DRAFT, Definition.Status.RETIRED),
          Definition.Status.RETIRED,
          Set.of(Definition.Status.PUBLISHED));

  private final Warehouse warehouse;
  private final Definitions definitions;
  private final Authorship authors;
  private final Traits traits;
  private final Conditions conditions;
  private final TagTraits held;
  private final Gate gate;
  private final Recount recount;
  private final Supplier<AsOf> asOf;

  /**
   * {@code recount} is told of whatever is saved here. {@code asOf}: the moment that answers are
   * true for, now.
   */
  public Tags(
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
    this.held = new TagTraits(conditions);
    this.gate = gate;
    this.recount = recount;
    this.asOf = asOf;
    traits.authoredBy(this);
  }

  /** Publishes the ready tags that this company never had; a retired one stays retired. */
  public void ship() {
    for (var tag : ReadyTags.ALL) {
      if (definitions.history(Tag.KIND, tag.id()).isEmpty()) definitions.save(Tag.KIND, tag);
    }
  }

  /** Whether the tag came with the product, rather than from somebody here. */
  public static boolean isReady(DefinitionId id) {
    return ReadyTags.ALL.stream().anyMatch(t -> t.id().equals(id));
  }

  @Override
  public List<Trait> traits() {
    return inForce().map(held::of).toList();
  }

  /** What is only drafted or approved says nothing of anybody yet. */
  private Stream<Definition<Tag>> inForce() {
    return definitions.all(Tag.KIND).stream()
        .filter(d -> d.status() == Definition.Status.PUBLISHED);
  }

  public Definition<Tag> get(DefinitionId id) {
    return definitions.get(Tag.KIND, id);
  }

  public List<Definition<Tag>> all() {
    return definitions.all(Tag.KIND);
  }

  /** A new tag under the next free key. It is computed by a run of its own. */
  public Definition<Tag> add(Viewer by, Label label, Tag tag) {
    by.must(Right.DEFINE);
    var placed = placed(tag, Optional.empty());
    check(placed, Optional.empty());
    return counted(by, authors.add(by, Tag.KIND, "t", label, placed));
  }

  /** A new tag that is thought about: nobody holds it until it is published. */
  public Definition<Tag> draft(Viewer by, Label label, Tag tag) {
    by.must(Right.DEFINE);
    var placed = placed(tag, Optional.empty());
    check(placed, Optional.empty());
    return authors.add(by, Tag.KIND, "t", label, placed, Definition.Status.DRAFT);
  }

  /** A new version; with a key that is not taken, a new tag. Computed by a run of its own. */
  public Definition<Tag> put(Viewer by, DefinitionId id, Label label, Tag sent) {
    by.must(Right.DEFINE);
    var tag = placed(sent, Optional.of(id));
    check(tag, Optional.of(id));
    var known = definitions.find(Tag.KIND, id);
    if (known.isEmpty()) {
      return counted(by, authors.save(by, Tag.KIND, Definition.fresh(id, label, by.user(), tag)));
    }
    if (held.type(tag.rule()) != held.type(known.get().body().rule())) {
      throw new FaultException(
          new Fault.Conflict("tag.type-is-fixed", "rule", Map.of("tag", id.toString())));
    }
    return counted(
        by, authors.save(by, Tag.KIND, known.get().with(label).withOwner(by.user()).withBody(tag)));
  }

  /** Puts a tag elsewhere in the library. Throws {@code tag.category}. */
  public Definition<Tag> file(Viewer by, DefinitionId id, String category) {
    by.must(Right.DEFINE);
    mustBeCategory(category);
    var tag = definitions.get(Tag.KIND, id);
    var moved = placed(tag.body().inCategory(category), Optional.of(id));
    return counted(by, authors.save(by, Tag.KIND, tag.withBody(moved)));
  }

  /**
   * Calls a category otherwise, or puts it under another one, with all that is in it: {@code
   * behaviour/复购} to {@code value/复购} takes {@code behaviour/复购/大促} along. Returns how many tags
   * moved. Throws {@code tag.category}, {@code tag.category-circle}, {@code tag.no-category}.
   */
  public int moveCategory(Viewer by, String from, String into) {
    by.must(Right.DEFINE);
    mustBeCategory(into);
    var source = Tag.steps(from);
    // Those that move may get another writing of the same; those that stay are written as they are.
    var to = categories(d -> d.body().moved(from, into).isEmpty()).asWritten(into);
    mustBeCategory(to);
    var target = Tag.steps(to);
    if (target.size() > source.size() && target.subList(0, source.size()).equals(source))
      throw Faults.bad("tag.category-circle", "to");
    var moved =
        definitions.all(Tag.KIND).stream()
            .flatMap(d -> d.body().moved(from, to).map(d::withBody).stream())
            .toList();
    if (moved.isEmpty()) throw Faults.bad("tag.no-category", "from");
    moved.forEach(d -> mustBeCategory(d.body().category()));
    moved.forEach(d -> authors.save(by, Tag.KIND, d));
    recount.begin(by.user(), new Label("移动标签分类", "Move a category of tags"));
    return moved.size();
  }

  /**
   * In the category that is meant, as others have it: what this tag had itself does not bind it.
   */
  private Tag placed(Tag tag, Optional<DefinitionId> id) {
    var others = categories(d -> !id.equals(Optional.of(d.id())));
    var category = others.asWritten(tag.category());
    mustBeCategory(category);
    return tag.inCategory(category);
  }

  private Categories categories(Predicate<Definition<Tag>> whose) {
    return new Categories(
        Stream.concat(
                Tag.CATEGORIES.keySet().stream(),
                definitions.all(Tag.KIND).stream().filter(whose).map(d -> d.body().category()))
            .toList());
  }

  /** Throws {@code tag.category} for none, too many levels, or a name too long. */
  public static void mustBeCategory(String category) {
    var steps = Tag.steps(category);
    if (steps.isEmpty()
        || steps.size() > MOST_LEVELS
        || steps.stream().anyMatch(s -> s.length() > LONGEST_CATEGORY)) {
      throw new FaultException(
          new Fault.BadQuestion(
              "tag.category",
              "category",
              Map.of(
                  "levels",
                  Integer.toString(MOST_LEVELS),
                  "most",
                  Integer.toString(LONGEST_CATEGORY))));
    }
  }

  private void check(Tag tag, Optional<DefinitionId> id) {
    mustBeSound(tag.rule());
    if (id.isPresent() && traits.circular(TraitId.of(id.get()), tag.rule().reads())) {
      throw Faults.bad("tag.circle", "rule");
    }
  }

  /**
   * Soon nobody holds it any more, and at once it is not offered; its history stays, and it can be
   * published again. Throws {@code definition.in-use} while a segment or another tag asks for it.
   */
  public void retire(Viewer by, DefinitionId id) {
    by.must(Right.DEFINE);
    var label = authors.retire(by, Tag.KIND, id).label();
    recount.begin(by.user(), new Label("停用标签：" + label.zh(), "Retire tag: " + label.en()));
  }

  /**
   * Moves a tag on: a draft is approved, what is approved is published and computed, what is
   * published is retired or taken back to a draft; a retired one is taken up again by publishing
   * it. Throws {@code tag.no-such-step} for other ways, {@code definition.in-use} as {@link
   * #retire}.
   */
  public Definition<Tag> move(Viewer by, DefinitionId id, Definition.Status to) {
    by.must(Right.DEFINE);
    var tag = definitions.get(Tag.KIND, id);
    if (!NEXT.getOrDefault(tag.status(), Set.of()).contains(to)) {
      throw Faults.bad("tag.no-such-step", "status");
    }
    return switch (to) {
      case RETIRED -> {
        retire(by, id);
        yield definitions.get(Tag.KIND, id);
      }
      case PUBLISHED -> {
        check(tag.body(), Optional.of(id));
        yield counted(by, authors.save(by, Tag.KIND, tag.with(to)));
      }
      case DRAFT, APPROVED -> {
        // From whoever is in force nothing may be taken that another rule asks for.
        boolean wasInForce = tag.status() == Definition.Status.PUBLISHED;
        if (wasInForce) retire(by, id);
        var now = definitions.get(Tag.KIND, id);
        yield authors.save(by, Tag.KIND, now.with(to));
      }
    };
  }

  /** What a rule would say if it were saved now, to the customers in sight. */
  public TagPreview preview(TagRule rule, Viewer viewer) {
    viewer.must(Right.DEFINE);
    mustBeSound(rule);
    var trait = held.of(new TraitId("tag/preview"), new Label("试算", "Preview"), rule);
    return reading().preview(rule, trait, viewer, asOf.get());
  }

  /** How long customers wait before they buy again, and the lines that this rule draws from it. */
  public Rhythm rhythm(TagRule.Lifecycle rule) {
    mustBeSound(rule);
    return reading().rhythm(rule, asOf.get());
  }

  private PreviewReading reading() {
    return new PreviewReading(warehouse, conditions, gate);
  }

  private void mustBeSound(TagRule rule) {
    var faults = new Faults();
    new TagCheck(conditions, faults).check(rule);
    faults.throwIfAny();
  }

  private Definition<Tag> counted(Viewer by, Definition<Tag> definition) {
    recount.begin(by.user(), step(definition).label());
    return definition;
  }

  /** One step for each tag in use. */
  public List<Step> steps() {
    return inForce().<Step>map(this::step).toList();
  }

  private TagStep step(Definition<Tag> definition) {
    var trait = held.of(definition);
    var read = new ArrayList<>(List.of(trait));
    trait.reads().forEach(t -> traits.find(t).ifPresent(read::add));
    // Which tables a rule reads is the same on every day.
    var inputs =
        TagQuery.rows(definition.body().rule(), ANY_DAY, conditions.ground()).reads().stream()
            .filter(t -> !t.equals(Traits.HELD))
            .map(t -> Dataset.of(t.toString()))
            .collect(Collectors.toSet());
    return new TagStep(definition, trait, read, inputs, traits, conditions);
  }

  /** All of them, drafts and the retired as well, which nobody holds. */
  public List<TagView> views(Viewer viewer) {
    var view = gate.figures(viewer);
    // In this order: what is counted between the two is then shown as being counted, and not an old
    // number as the new one.
    var standing = Standing.of(warehouse, view);
    var holders = traits.holders(view);
    return Stream.concat(definitions.all(Tag.KIND).stream(), definitions.retired(Tag.KIND).stream())
        .map(d -> view(d, holders, standing, view))
        .toList();
  }

  public TagView view(DefinitionId id, Viewer viewer) {
    var view = gate.figures(viewer);
    var definition = get(id);
    var standing = Standing.of(warehouse, view);
    return view(definition, traits.holders(view), standing, view);
  }

  private TagView view(
      Definition<Tag> definition, Traits.Holders holders, Standing standing, View view) {
    var trait = held.of(definition);
    if (definition.status() != Definition.Status.PUBLISHED) {
      return new TagView(definition, trait, 0, holders.customers(), List.of(), false);
    }
    // A number has as many values as holders: its distribution is the statistic's own page.
    boolean listed =
        trait.type() == ColumnType.TEXT || trait.type() == ColumnType.FLAG || trait.isSeveral();
    var values =
        listed
            ? traits.values(trait.id(), view).stream()
                .map(
                    r ->
                        new TagView.Count(
                            r.value("value"), trait.shown(r.value("value")), r.whole("customers")))
                .toList()
            : List.<TagView.Count>of();
    return new TagView(
        definition,
        trait,
        holders.of(trait.id()),
        holders.customers(),
        values,
        !standing.has(step(definition)));
  }

  /** Days on which the number of holders changed: day, holders, entered, exited. */
  public Table history(DefinitionId id, Viewer viewer) {
    get(id);
    return traits.history(TraitId.of(id), asOf.get(), gate.view(viewer));
  }

  /** The same for each value of a tag that has several: day, value, holders, entered, exited. */
  public Table valueHistory(DefinitionId id, Viewer viewer) {
    get(id);
    return traits.valueHistory(TraitId.of(id), asOf.get(), gate.view(viewer));
  }

  /** Who got it, lost it, or moved to another value last; as {@link Traits#latest}. */
  public Table latest(DefinitionId id, int most, Viewer viewer) {
    get(id);
    return traits.latest(TraitId.of(id), most, gate.view(viewer));
  }

  /** Throws {@code tag.no-such-customer} for one that this viewer does not see. */
  public Why why(DefinitionId id, CustomerId customer, Viewer viewer) {
    var definition = get(id);
    return new WhyReading(warehouse, traits, conditions, gate)
        .why(definition, held.of(definition), customer, viewer, asOf.get());
  }

  /** The eight groups of an RFM tag. Throws {@code tag.not-rfm}. */
  public RfmReport rfm(DefinitionId id, Viewer viewer) {
    var definition = get(id);
    if (!(definition.body().rule() instanceof TagRule.Rfm rfm)) {
      throw Faults.bad("tag.not-rfm", id.toString());
    }
    return new RfmReading(warehouse, traits, conditions, gate)
        .report(TraitId.of(id), rfm, viewer, asOf.get());
  }
}
