package io.gongbi.segment;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Conditions;
import io.gongbi.condition.NormalForm;
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
import java.util.Set;
import java.util.stream.Stream;

/** Keeps one dynamic segment true. */
final class SegmentStep implements Step {
  private final Definition<Segment> definition;
  private final Segment.Dynamic who;
  private final Trait trait;
  private final Traits traits;
  private final Conditions conditions;

  SegmentStep(
      Definition<Segment> definition,
      Segment.Dynamic who,
      Trait trait,
      Traits traits,
      Conditions conditions) {
    this.definition = definition;
    this.who = who;
    this.trait = trait;
    this.traits = traits;
    this.conditions = conditions;
  }

  @Override
  public String name() {
    return "segment." + definition.id().key();
  }

  @Override
  public Label label() {
    return new Label(
        "更新人群：" + definition.label().zh(), "Update segment: " + definition.label().en());
  }

  @Override
  public Set<Dataset> reads() {
    var reads = new HashSet<Dataset>();
    reads.add(Dataset.of("profile.customer"));
    reads.add(Dataset.of("profile.order"));
    reads.add(Dataset.of("profile.item"));
    reads.add(Dataset.of("profile.event"));
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
    return NormalForm.of(who.who()).looksAtToday()
        || who.cap().map(SegmentStep::looksAtToday).orElse(false);
  }

  private static boolean looksAtToday(Cap cap) {
    return cap instanceof Cap.Ranked ranked && ranked.by().looksAtToday();
  }

  /**
   * Where places are few, one who comes pushes another out: a change of some is a change of all,
   * and those who turned are passed on with those that were given.
   */
  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    // With columns for tags that are stated for the first time in this very run.
    var read =
        Stream.concat(
                Stream.of(trait), traits.all().stream().filter(t -> trait.reads().contains(t.id())))
            .toList();
    boolean everybody = who.cap().isPresent();
    var members = SegmentQuery.dynamic(who, asOf, conditions.ground(write, read));
    var end = traits.end(write);
    traits.state(
        write,
        trait,
        everybody ? new Slice.Whole() : Traits.slice(delta),
        SegmentQuery.stated(members),
        new Cause.ByRule(definition.version()),
        asOf);
    return everybody && delta instanceof Delta.Customers some
        ? new Delta.Customers(Traits.alsoChanged(some.ids(), end))
        : delta;
  }
}
