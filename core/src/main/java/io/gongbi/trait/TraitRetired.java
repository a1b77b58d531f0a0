package io.gongbi.trait;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Write;
import java.util.Set;

/** Takes from everybody what no definition says any more. */
record TraitRetired(Traits traits) implements Step {
  @Override
  public String name() {
    return "trait.retired";
  }

  @Override
  public Label label() {
    return new Label("清理已停用的标签和人群", "Clear away retired tags and segments");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of();
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Traits.RETIRED);
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    return traits.anyRetired(write);
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    traits.retire(write, asOf);
    return delta;
  }
}
