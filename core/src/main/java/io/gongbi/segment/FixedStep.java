package io.gongbi.segment;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.trait.Cause;
import io.gongbi.trait.Trait;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Set;

/**
 * Keeps one fixed segment on the people that were listed. The list itself never changes: it carries
 * the customer ids of its day, and who they are today is asked of {@code identity.alias} at every
 * run. Hence everybody on it is looked at, whatever the delta: a listed id that was swallowed is
 * not among the customers touched since, but its new owner's membership depends on it.
 */
record FixedStep(Definition<Segment> definition, String origin, Trait trait, Traits traits)
    implements Step {
  @Override
  public String name() {
    return "segment." + definition.id().key();
  }

  @Override
  public Label label() {
    return new Label(
        "更新固定人群：" + definition.label().zh(), "Update fixed segment: " + definition.label().en());
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(
        Dataset.of("segment.listed"),
        Dataset.of("identity.alias"),
        Dataset.of("profile.customer"),
        Traits.ROWS);
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
    return false;
  }

  /** The list is written just after its definition: a refresh may have come between the two. */
  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    return traits.held().find(trait.id().column()).isEmpty()
        || write
                .query(SegmentQuery.absent(definition.id().key(), trait.id()), View.everything())
                .size()
            > 0;
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    traits.state(
        write,
        trait,
        new Slice.Whole(),
        SegmentQuery.listed(definition.id().key()),
        new Cause.ByPerson(definition.owner(), origin),
        asOf);
    return delta;
  }
}
