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
 * Sales and returns. For some customers it remakes their orders, and those that came, changed or
 * went in this run, which are also those of nobody.
 */
final class OrderStep implements Step {
  private final TableSpec table;

  /** {@code table}: that of orders, as this company has it. */
  OrderStep(TableSpec table) {
    this.table = table;
  }

  private static final String DUE =
      """
      select o.*
      from {quality.order} o
      left join {identity.member} m on m.source = o.source and m.record_key = o.buyer_key
      where m.customer_id in (select g.customer_id from given g)
         or (o.source, o.order_key) in (select t.source, t.order_key from {quality.touched_order} t)
      """;

  private static final String STALE =
      """
      select p.source,
             p.order_key
      from {profile.order} p
      where p.customer_id in (select g.customer_id from given g)
      union
      select o.source,
             o.order_key
      from {quality.order} o
      union
      select t.source,
             t.order_key
      from {quality.touched_order} t
      """;

  @Override
  public String name() {
    return "profile.order";
  }

  @Override
  public Label label() {
    return new Label("整理订单与退货", "Sales and returns");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(
        Dataset.of("quality.order"),
        Dataset.of("quality.order_line"),
        Dataset.of("quality.touched_order"),
        Dataset.of("identity.member"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("profile.order"));
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
    var rows = OrderQuery.orders(asOf.zone(), ProfileTables.added(table));
    switch (delta) {
      case Delta.Customers c ->
          write.replace(
              table,
              Slice.rows(Sql.of(STALE).step("given", c.ids()), "source", "order_key"),
              rows,
              View.of("quality.order_line", Sql.of(Narrow.LINES_OF_THOSE))
                  .over(View.of("quality.order", Sql.of(DUE).step("given", c.ids()))));
      case Delta.Everything _, Delta.Batches _ ->
          write.replace(table, new Slice.Whole(), rows, View.everything());
    }
    return delta;
  }
}
