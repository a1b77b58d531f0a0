package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What advertising cost. There are few such rows, a few a day, and no customer changes them: they
 * are made anew as a whole.
 */
record CostStep(TableSpec table) implements MakesTable {
  private Sql costs() {
    return Sql.of(
        """
        select %s
        from {quality.cost} c
        order by c.day nulls last, c.source nulls last, c.channel nulls last, c.campaign nulls last
        """
            .formatted(
                table.columns().stream()
                    .map(c -> "c." + c.name())
                    .collect(Collectors.joining(",\n       "))));
  }

  @Override
  public Label label() {
    return new Label("整理投放费用", "Advertising cost");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(Dataset.of("quality.cost"));
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void make(Delta delta, AsOf asOf, Write write) {
    write.replace(table, new Slice.Whole(), costs(), View.everything());
  }
}
