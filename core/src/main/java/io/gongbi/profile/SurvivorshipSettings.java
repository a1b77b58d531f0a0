package io.gongbi.profile;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Recount;
import io.gongbi.standard.Field;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The {@link Survivorships} that the company chose for itself. Thread-safe.
 *
 * <p>Example: two of five systems ask for birthdays, and the crm does so with an identity card. The
 * analyst sets birthday to the most trusted source and puts the crm first; {@link
 * SurvivorshipTrials} says that 312 customers get another birthday; the run that begins on saving
 * gives it to them.
 */
public final class SurvivorshipSettings {
  private final Definitions definitions;
  private final Authorship authors;
  private final Standard standard;
  private final Supplier<List<String>> sources;
  private final Recount recount;

  /** {@code sources}: those that say anything of customers, by name. */
  public SurvivorshipSettings(
      Definitions definitions,
      Authorship authors,
      Standard standard,
      Supplier<List<String>> sources,
      Recount recount) {
    this.definitions = definitions;
    this.authors = authors;
    this.standard = standard;
    this.sources = sources;
    this.recount = recount;
  }

  public Survivorships chosen() {
    return definitions
        .find(Survivorships.KIND, Survivorships.ID)
        .map(Definition::body)
        .orElse(Survivorships.USUAL);
  }

  /** The sources that say anything of customers. */
  public List<String> sources() {
    return sources.get();
  }

  /**
   * All customers are put together anew by a run that begins now, unless nothing changed. The last
   * to speak is right. Throws what {@link #mustFit} does.
   */
  public Survivorships change(Survivorships asked, Viewer by) {
    mustDecide(by);
    mustFit(asked);
    if (asked.equals(chosen())) return asked;
    authors.save(
        by,
        Survivorships.KIND,
        definitions
            .find(Survivorships.KIND, Survivorships.ID)
            .map(d -> d.withOwner(by.user()).withBody(asked))
            .orElseGet(
                () -> Definition.fresh(Survivorships.ID, Survivorships.LABEL, by.user(), asked)));
    recount.begin(by.user(), new Label("按新的取值规则合并客户资料", "Put customers together by the new rules"));
    return asked;
  }

  /** Whoever sees some customers only does not decide for all. */
  static void mustDecide(Viewer viewer) {
    viewer.must(Right.CURATE);
    viewer.mustSeeEverybody("profile.sees-some-only");
  }

  /**
   * Throws {@code profile.no-field}, {@code profile.rule-unfit}, {@code profile.place-apart},
   * {@code profile.no-trust}, {@code profile.unknown-source}, {@code profile.source-twice}, all at
   * once.
   */
  void mustFit(Survivorships asked) {
    var faults = new Faults();
    var columns =
        fields().stream().map(Field::asColumn).collect(Collectors.toMap(Column::name, c -> c));
    asked
        .rules()
        .forEach(
            (name, rule) -> {
              var at = "rules." + name;
              var column = columns.get(name);
              if (column == null) faults.bad("profile.no-field", at, Map.of());
              else if (!Survivorship.choices(column).contains(rule))
                faults.bad("profile.rule-unfit", at, Map.of("rule", rule.word()));
              else if (rule == Survivorship.Rule.MOST_TRUSTED && asked.trusted().isEmpty())
                faults.bad("profile.no-trust", at, Map.of());
            });
    if (Survivorship.PLACE.stream().map(asked::rule).distinct().count() > 1)
      faults.bad("profile.place-apart", "rules." + Survivorship.PLACE.getFirst(), Map.of());
    var known = Set.copyOf(sources());
    var seen = new HashSet<String>();
    for (int i = 0; i < asked.trusted().size(); i++) {
      var source = asked.trusted().get(i);
      var at = "trusted[" + i + "]";
      // One that brought customers once may be gone since, and come back.
      if (!known.contains(source) && !chosen().trusted().contains(source))
        faults.bad("profile.unknown-source", at, Map.of("source", source));
      if (!seen.add(source)) faults.bad("profile.source-twice", at, Map.of("source", source));
    }
    faults.throwIfAny();
  }

  /** The fields of a customer that rules are chosen for. */
  public List<Field> fields() {
    return standard.entity(Standard.CUSTOMER).orElseThrow().fields();
  }
}
