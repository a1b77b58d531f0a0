package io.gongbi.standard;

import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a company added to the standard. A name once given is never given again, and what
 * kind of values a field holds never changes; its label, codes and care may. Thread-safe.
 */
public final class CompanyFields {
  /** The entities that may be given fields: all of them. */
  public static final List<EntityName> ENTITIES =
      new Standard().entities().stream().map(Entity::name).toList();

  /** Wider tables take longer to make anew: see what was measured in decision 12. */
  private static final int MOST_OF_AN_ENTITY = 200;

  private static final int LONGEST_KEY = 40;

  private final Catalog catalog;
  private final Definitions definitions;
  private final BiConsumer<UserId, Definition<CompanyField>> trail;
  private final BiConsumer<UserId, Label> changed;
  private volatile @Nullable List<Definition<CompanyField>> held;

  /**
   * {@code trail} writes down by whom and what, together with the change; {@code changed} is told
   * once it is kept.
   */
  public CompanyFields(
      Catalog catalog,
      Definitions definitions,
      BiConsumer<UserId, Definition<CompanyField>> trail,
      BiConsumer<UserId, Label> changed) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.trail = trail;
    this.changed = changed;
  }

  /** All that there ever were, retired ones too, by their names. */
  public List<Definition<CompanyField>> all() {
    var known = held;
    if (known == null) {
      known = definitions.all(CompanyField.KIND);
      held = known;
    }
    return known;
  }

  /** Throws {@code definition.unknown}. */
  public Definition<CompanyField> get(String column) {
    return definitions.get(CompanyField.KIND, id(column));
  }

  /**
   * Adds a field under a name of its own, {@code pet} as {@code x_pet}, or else under the next
   * number, {@code x_1}. Throws all {@code standard.…} faults at once.
   */
  public Definition<CompanyField> add(
      Optional<String> name, Label label, CompanyField field, UserId by) {
    var faults = new Faults();
    name.filter(n -> !n.matches("[a-z][a-z0-9_]{0," + (LONGEST_KEY - 1) + "}"))
        .ifPresent(n -> faults.bad("standard.bad-name", "name", Map.of("name", n)));
    check(label, field, Optional.empty(), faults);
    if (all().stream().filter(d -> d.body().entity().equals(field.entity())).count()
        >= MOST_OF_AN_ENTITY)
      faults.bad(
          "standard.too-many", "entity", Map.of("most", Integer.toString(MOST_OF_AN_ENTITY)));
    faults.throwIfAny();
    return kept(
        by,
        () ->
            name.map(
                    n ->
                        definitions.save(
                            CompanyField.KIND,
                            Definition.fresh(id(CompanyField.PREFIX + n), label, by, field)))
                .orElseGet(
                    () ->
                        definitions.add(CompanyField.KIND, CompanyField.PREFIX, label, by, field)));
  }

  /**
   * Changes what may change. Throws {@code standard.fixed} where entity or type would, and what
   * {@link #add} throws.
   */
  public Definition<CompanyField> change(
      String column, int version, Label label, CompanyField field, UserId by) {
    var before = get(column);
    var faults = new Faults();
    if (!before.body().entity().equals(field.entity()))
      faults.bad("standard.fixed", "entity", Map.of());
    if (before.body().type() != field.type()) faults.bad("standard.fixed", "type", Map.of());
    check(label, field, Optional.of(before.id()), faults);
    faults.throwIfAny();
    return kept(
        by,
        () ->
            definitions.save(
                CompanyField.KIND,
                new Definition<>(
                    before.id(), version, label, by, before.status(), before.changedAt(), field)));
  }

  /** Throws {@code standard.in-use} with the names of what speaks of the field. */
  public Definition<CompanyField> retire(String column, UserId by) {
    var users = usedBy(column);
    if (!users.isEmpty())
      throw new FaultException(
          new Fault.Conflict(
              "standard.in-use",
              "",
              Map.of(
                  "users",
                  users.stream().map(d -> d.label().zh()).collect(Collectors.joining("、")))));
    return turned(column, true, by);
  }

  /** A retired field is offered again; it is empty until a column is mapped to it. */
  public Definition<CompanyField> restore(String column, UserId by) {
    return turned(column, false, by);
  }

  private Definition<CompanyField> turned(String column, boolean retired, UserId by) {
    var before = get(column);
    if (before.body().retired() == retired) return before;
    return kept(
        by,
        () ->
            definitions.save(
                CompanyField.KIND,
                before.withOwner(by).withBody(before.body().asRetired(retired))));
  }

  /**
   * The mappings, tags, segments and whatever else people defined that speaks of a field; of a
   * company's own also where it stands on goods or events.
   */
  public List<Definitions.Mention> usedBy(FieldKey field) {
    return CompanyField.isOne(field.column())
        ? usedBy(field.column())
        : definitions.mentioning("\"" + field + "\"");
  }

  private List<Definitions.Mention> usedBy(String column) {
    return definitions.mentioning("." + column + "\"");
  }

  private Definition<CompanyField> kept(UserId by, Supplier<Definition<CompanyField>> save) {
    var saved =
        catalog.in(
            t -> {
              var field = save.get();
              trail.accept(by, field);
              return field;
            });
    held = null;
    changed.accept(by, saved.label());
    return saved;
  }

  private void check(Label label, CompanyField field, Optional<DefinitionId> self, Faults faults) {
    if (!ENTITIES.contains(field.entity()))
      faults.bad("standard.no-entity", "entity", Map.of("entity", field.entity().value()));
    if (label.zh().length() > LONGEST_KEY || label.en().length() > LONGEST_KEY)
      faults.bad("standard.long-label", "label", Map.of("most", Integer.toString(LONGEST_KEY)));
    if (isTaken(label, field.entity(), self))
      faults.bad("standard.label-taken", "label", Map.of("label", label.zh()));
    boolean choice = field.type() == CompanyField.Type.CHOICE;
    if (choice && field.codes().isEmpty()) faults.bad("standard.no-codes", "codes", Map.of());
    if (!choice && !field.codes().isEmpty()) faults.bad("standard.codes-unfit", "codes", Map.of());
    var taken = new HashSet<String>();
    for (int i = 0; i < field.codes().size(); i++) {
      var code = field.codes().get(i);
      var place = "codes[" + i + "]";
      if (!code.value().matches("[a-z0-9][a-z0-9_]{0,39}"))
        faults.bad("standard.bad-code", place, Map.of("code", code.value()));
      // What a file says is told by its words too: two codes that read alike could not be told.
      var words = Choices.words(code);
      if (words.stream().anyMatch(taken::contains))
        faults.bad("standard.code-twice", place, Map.of("code", code.label().zh()));
      taken.addAll(words);
    }
  }

  private boolean isTaken(Label label, EntityName entity, Optional<DefinitionId> self) {
    var others =
        Stream.concat(
            new Standard()
                .entity(entity).stream().flatMap(e -> e.fields().stream()).map(Field::label),
            all().stream()
                .filter(d -> d.body().entity().equals(entity) && !self.equals(Optional.of(d.id())))
                .map(Definition::label));
    return others.anyMatch(o -> o.zh().equals(label.zh()) || o.en().equals(label.en()));
  }

  private static DefinitionId id(String column) {
    return CompanyField.KIND.id(column);
  }
}
