package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Set;

/**
 * The goods of sales and returns, after {@link OrderStep} has made these: for some customers those
 * of their orders, and of orders that came, changed or went in this run.
 */
final class ItemStep implements Step {
  private final TableSpec table;

  /** {@code table}: that of goods, as this company has it. */
  ItemStep(TableSpec table) {
    this.table = table;
  }

  private static final String DUE =
      """
      select p.*
      from {profile.order} p
      where p.customer_id in (select g.customer_id from given g)
         or (p.source, p.order_key) in (select t.source, t.order_key from {quality.touched_order} t)
      """;

  private static final String LINES_OF_DUE =
      """
      select l.*
      from {quality.order_line} l
      where (l.source, l.order_key) in (select p.source, p.order_key from {profile.order} p)
      """;

  private static final String STALE =
      """
      select i.source,
             i.order_key
      from {profile.item} i
      where i.customer_id in (select g.customer_id from given g)
      union
      select p.source,
             p.order_key
      from {profile.order} p
      where p.customer_id in (select g.customer_id from given g)
      union
      select t.source,
             t.order_key
      from {quality.touched_order} t
      """;

  @Override
  public String name() {
    return "profile.item";
  }

  @Override
  public Label label() {
    return new Label("整理商品明细", "Goods sold and returned");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(
        Dataset.of("profile.order"),
        Dataset.of("quality.order_line"),
        Dataset.of("quality.touched_order"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("profile.item"));
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  /** The company added a field since, which is empty until a column is mapped to it. */
  @Override
  public boolean hasNews(Write write, AsOf asOf) {
    return !write.stands(table);
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    write.ensure(table);
    if (delta.equals(Delta.NOTHING_LANDED)) return delta;
    var rows = OrderQuery.items(ProfileTables.added(table));
    switch (delta) {
      case Delta.Customers c ->
          write.replace(
              table,
              Slice.rows(Sql.of(STALE).step("given", c.ids()), "source", "order_key"),
              rows,
              View.of("quality.order_line", Sql.of(LINES_OF_DUE))
                  .over(View.of("profile.order", Sql.of(DUE).step("given", c.ids()))));
      case Delta.Everything _, Delta.Batches _ ->
          write.replace(table, new Slice.Whole(), rows, View.everything());
    }
    return delta;
  }
}
