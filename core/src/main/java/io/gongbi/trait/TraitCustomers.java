package io.gongbi.trait;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Write;
import java.util.Set;

/** Keeps the rows of {@code trait.held} those of {@code profile.customer}. */
record TraitCustomers(Traits traits) implements Step {
  @Override
  public String name() {
    return "trait.customers";
  }

  @Override
  public Label label() {
    return new Label("同步客户名单", "Follow the list of customers");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(Dataset.of("profile.customer"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Traits.ROWS);
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
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    traits.follow(write, Traits.slice(delta), asOf);
    return delta;
  }
}
