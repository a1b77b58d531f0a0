package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Set;

/**
 * What advertising cost. There are few such rows, a few a day, and no customer changes them: they
 * are made anew as a whole.
 */
final class CostStep implements Step {
  private static final Sql COSTS =
      Sql.of(
          """
          select c.source,
                 c.day,
                 c.channel,
                 c.campaign,
                 c.amount,
                 c.impressions,
                 c.clicks
          from {quality.cost} c
          order by c.day nulls last, c.source nulls last, c.channel nulls last, c.campaign nulls last
          """);

  @Override
  public String name() {
    return "profile.cost";
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
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("profile.cost"));
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
    write.replace(ProfileTables.COST, new Slice.Whole(), COSTS, View.everything());
    return delta;
  }
}
