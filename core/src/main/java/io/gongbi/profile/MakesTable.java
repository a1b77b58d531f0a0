package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Write;
import java.util.Set;

/** A step that makes one table of what is clean, whatever day it is. */
interface MakesTable extends Step {
  TableSpec table();

  /** Makes the rows that a delta touches; never called when nothing has landed. */
  void make(Delta delta, AsOf asOf, Write write);

  @Override
  default String name() {
    return table().name().toString();
  }

  @Override
  default Set<Dataset> writes() {
    return Set.of(Dataset.of(table().name().toString()));
  }

  @Override
  default boolean looksAtToday() {
    return false;
  }

  /** The company added a field since, which is empty until a column is mapped to it. */
  @Override
  default boolean hasNews(Write write, AsOf asOf) {
    return !write.stands(table());
  }

  @Override
  default Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    write.ensure(table());
    if (!delta.equals(Delta.NOTHING_LANDED)) make(delta, asOf, write);
    return delta;
  }
}
