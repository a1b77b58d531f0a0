package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Conditions;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.trait.Cause;
import io.gongbi.trait.Trait;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps one tag true. {@code read} are the traits that its rule reads, with the tag itself: they
 * get their columns before the rule is asked, also in the run that states them for the first time.
 */
record TagStep(
    Definition<Tag> definition,
    Trait trait,
    List<Trait> read,
    Set<Dataset> inputs,
    Traits traits,
    Conditions conditions)
    implements Step {
  @Override
  public String name() {
    return "tag." + definition.id().key();
  }

  @Override
  public Label label() {
    return new Label("计算标签：" + definition.label().zh(), "Compute tag: " + definition.label().en());
  }

  @Override
  public Set<Dataset> reads() {
    var reads = new HashSet<>(inputs);
    reads.add(Traits.ROWS);
    reads.add(Dataset.of("profile.card"));
    trait.reads().forEach(t -> reads.add(Dataset.of("trait.held", t.definition())));
    return reads;
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("trait.held", definition.id()));
  }

  @Override
  public int version() {
    return definition.version();
  }

  @Override
  public boolean looksAtToday() {
    return definition.body().rule().looksAtToday();
  }

  /**
   * Where one customer's value depends on the others', a change of some is a change of all: those
   * whose value turned are passed on with those that were given.
   */
  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    var rule = definition.body().rule();
    boolean everybody = rule.needsEverybody();
    var ground = conditions.ground(write, read);
    var end = traits.end(write);
    traits.state(
        write,
        trait,
        everybody ? new Slice.Whole() : Traits.slice(delta),
        TagQuery.rows(rule, asOf, ground),
        new Cause.ByRule(definition.version()),
        asOf);
    return everybody && delta instanceof Delta.Customers some
        ? new Delta.Customers(Traits.alsoChanged(some.ids(), end))
        : delta;
  }
}
