package io.gongbi.quality;

import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Faults;
import io.gongbi.source.Mappings;
import io.gongbi.source.SourceId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who looks after sources and rules, and when they are to be looked at again. It is kept apart from
 * what it is about, so that naming an owner cleans nothing anew. Thread-safe.
 */
public final class Upkeep {
  private static final int LONGEST = 500;

  private final Definitions definitions;
  private final Authorship authors;
  private final Users users;
  private final Rules rules;
  private final Mappings mappings;
  private final Supplier<LocalDate> today;

  /** {@code today}: where the company is. */
  public Upkeep(
      Definitions definitions,
      Authorship authors,
      Users users,
      Rules rules,
      Mappings mappings,
      Supplier<LocalDate> today) {
    this.definitions = definitions;
    this.authors = authors;
    this.users = users;
    this.rules = rules;
    this.mappings = mappings;
    this.today = today;
  }

  /** Of what is still there. */
  public List<Care> all() {
    return definitions.all(Care.KIND).stream()
        .map(Definition::body)
        .filter(c -> called(c.of(), c.key()).isPresent())
        .toList();
  }

  /** Nobody's and never, where nobody has said anything. */
  public Care of(Care.Of of, String key) {
    return definitions
        .find(Care.KIND, id(of, key))
        .map(Definition::body)
        .orElseGet(() -> Care.none(of, key));
  }

  /** Those whose day has come, the longest overdue first. */
  public List<Care> due() {
    var day = today.get();
    return all().stream()
        .filter(c -> c.isDue(day))
        .sorted(
            Comparator.comparing((Care c) -> c.reviewOn().orElseThrow()).thenComparing(Care::key))
        .toList();
  }

  public LocalDate today() {
    return today.get();
  }

  /** What it is called; empty for what is gone. */
  public Optional<Label> called(Care.Of of, String key) {
    return switch (of) {
      case SOURCE ->
          SourceId.fits(key)
              ? Optional.ofNullable(mappings.labels().get(new SourceId(key)))
              : Optional.empty();
      case RULE ->
          rules.all().stream()
              .filter(r -> r.id().key().equals(key))
              .findFirst()
              .map(Definition::label);
    };
  }

  /**
   * Says who looks after it, and when it is to be looked at again. Throws {@code
   * quality.care-unknown}, {@code quality.care-owner} for nobody who may log in, {@code
   * quality.sees-some-only}.
   */
  public Care assign(
      Care.Of of, String key, Optional<UserId> owner, Optional<LocalDate> reviewOn, Viewer by) {
    by.must(Right.DEFINE);
    Rules.mustSeeAll(by);
    mustBeThere(of, key);
    if (owner.isPresent() && users.find(owner.get()).isEmpty())
      throw Faults.bad("quality.care-owner", "owner");
    var before = of(of, key);
    return keep(new Care(of, key, owner, reviewOn, before.last()), by);
  }

  /**
   * Somebody has looked at it: the owner, or whoever may change it. {@code next}: when to look
   * again. Throws {@code quality.care-unknown}, {@code quality.care-next} for a day that is not to
   * come, {@code quality.care-note}, {@code quality.sees-some-only}.
   */
  public Care reviewed(Care.Of of, String key, String note, Optional<LocalDate> next, Viewer by) {
    mustBeThere(of, key);
    var before = of(of, key);
    if (before.owner().filter(by.user()::equals).isEmpty()) by.must(Right.DEFINE);
    Rules.mustSeeAll(by);
    var faults = new Faults();
    if (next.filter(day -> !day.isAfter(today.get())).isPresent())
      faults.bad("quality.care-next", "next", Map.of());
    if (note.strip().length() > LONGEST)
      faults.bad("quality.care-note", "note", Map.of("most", Integer.toString(LONGEST)));
    faults.throwIfAny();
    var review = new Care.Review(by.user(), today.get(), note.strip());
    return keep(new Care(of, key, before.owner(), next, Optional.of(review)), by);
  }

  private void mustBeThere(Care.Of of, String key) {
    if (called(of, key).isEmpty()) throw Faults.notFound("quality.care-unknown", key);
  }

  private Care keep(Care care, Viewer by) {
    var id = id(care.of(), care.key());
    var label = called(care.of(), care.key()).orElseThrow();
    var next =
        definitions
            .find(Care.KIND, id)
            .map(d -> d.with(label).withOwner(by.user()).withBody(care))
            .orElseGet(() -> Definition.fresh(id, label, by.user(), care));
    return authors.save(by, Care.KIND, next).body();
  }

  private static DefinitionId id(Care.Of of, String key) {
    return Care.KIND.id(of.name().toLowerCase(Locale.ROOT) + "_" + key);
  }
}
