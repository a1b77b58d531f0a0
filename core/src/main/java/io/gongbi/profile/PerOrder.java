package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A step whose rows belong to one order each: for some customers it makes those of their orders
 * anew, and of orders that came, changed or went in this run, which may be nobody's. {@code stale}
 * names the orders whose rows make way, {@code due} shows what the new ones are made of; in both
 * {@code given} are the customers.
 */
record PerOrder(
    Label label,
    TableSpec table,
    List<String> from,
    String stale,
    Function<Sql, View> due,
    Function<ZoneId, Sql> rows)
    implements MakesTable {

  /** Sales and returns. */
  static PerOrder orders(TableSpec table) {
    return new PerOrder(
        new Label("整理订单与退货", "Sales and returns"),
        table,
        List.of("quality.order", "quality.order_line", "quality.touched_order", "identity.member"),
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
        """,
        given ->
            View.of("quality.order_line", Sql.of(Narrow.LINES_OF_THOSE))
                .over(View.of("quality.order", Sql.of(ORDERS_DUE).step("given", given))),
        zone -> OrderQuery.orders(zone, ProfileTables.added(table)));
  }

  /** Where the rows stand before they are sorted; no table of its own. */
  private static final TableName MADE = TableName.of("profile.made");

  /**
   * Sorted apart from being made: what orders are joined with has then left the memory in which
   * they are sorted. In one statement the engine gave up on a million orders in 128 MB.
   */
  private static final Sql SORTED =
      Sql.of(
          """
          select r.*
          from {profile.made} r
          order by r.customer_id nulls last, r.happened_at nulls last
          """);

  private static final String ORDERS_DUE =
      """
      select o.*
      from {quality.order} o
      left join {identity.member} m on m.source = o.source and m.record_key = o.buyer_key
      where m.customer_id in (select g.customer_id from given g)
         or (o.source, o.order_key) in (select t.source, t.order_key from {quality.touched_order} t)
      """;

  /** The goods of sales and returns, after {@link #orders} has made these. */
  static PerOrder items(TableSpec table) {
    return new PerOrder(
        new Label("整理商品明细", "Goods sold and returned"),
        table,
        List.of("profile.order", "quality.order_line", "quality.touched_order"),
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
        """,
        given ->
            View.of("quality.order_line", Sql.of(LINES_OF_SALES))
                .over(View.of("profile.order", Sql.of(SALES_DUE).step("given", given))),
        zone -> OrderQuery.items(ProfileTables.added(table)));
  }

  private static final String SALES_DUE =
      """
      select p.*
      from {profile.order} p
      where p.customer_id in (select g.customer_id from given g)
         or (p.source, p.order_key) in (select t.source, t.order_key from {quality.touched_order} t)
      """;

  private static final String LINES_OF_SALES =
      """
      select l.*
      from {quality.order_line} l
      where (l.source, l.order_key) in (select p.source, p.order_key from {profile.order} p)
      """;

  @Override
  public Set<Dataset> reads() {
    return from.stream().map(Dataset::of).collect(Collectors.toSet());
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void make(Delta delta, AsOf asOf, Write write) {
    var made = rows.apply(asOf.zone());
    switch (delta) {
      case Delta.Customers c ->
          write.replace(
              table,
              Slice.rows(Sql.of(stale).step("given", c.ids()), "source", "order_key"),
              made,
              due.apply(c.ids()));
      case Delta.Everything _, Delta.Batches _ -> {
        try (var held = write.hold(MADE, made, View.everything())) {
          write.replace(table, new Slice.Whole(), SORTED, held.view());
        }
      }
    }
  }
}
