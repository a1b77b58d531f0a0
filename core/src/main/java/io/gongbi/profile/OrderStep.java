package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Map;
import java.util.Set;

/**
 * Sales and returns. For some customers it also remakes every anonymous row, because nobody's delta
 * names those, and it passes on whoever loses an order or a message to them: a newer export that
 * names another buyer takes the order away from the first.
 */
final class OrderStep implements Step {
  /** Orders of the given customers, and those of nobody. */
  private static final String THEIRS =
      """
      select o.*
      from {quality.order} o
      left join {identity.member} m on m.source = o.source and m.record_key = o.buyer_key
      where m.customer_id is null or m.customer_id in (select g.customer_id from given g)
      """;

  private static final String THEIR_LINES =
      """
      select l.*
      from {quality.order_line} l
      where (l.source, l.order_key) in (select o.source, o.order_key from {quality.order} o)
      """;

  private static final String STALE =
      """
      select p.source,
             p.order_key
      from {profile.order} p
      where p.customer_id is null or p.customer_id in (select g.customer_id from given g)
      union
      select o.source,
             o.order_key
      from {quality.order} o
      """;

  private static final String THEIR_DELIVERIES =
      """
      select d.*
      from {quality.delivery} d
      left join {identity.member} m on m.source = d.source and m.record_key = d.recipient_key
      where m.customer_id is null or m.customer_id in (select g.customer_id from given g)
      """;

  /** Asked while orders, events and recipients still stand as the last run left them. */
  private static final String TOUCHED =
      """
      select g.customer_id
      from given g
      union
      select p.customer_id
      from {profile.order} p
      join {quality.order} o on o.source = p.source and o.order_key = p.order_key
      where p.customer_id is not null
      union
      select e.customer_id
      from {profile.event} e
      join {quality.order} o on o.source = e.source and o.order_key = e.ref
      where e.name = 'ordered'
      union
      select r.customer_id
      from {profile.recipient} r
      join {quality.delivery} d on d.source = r.source and d.record_key = r.record_key
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
        Dataset.of("quality.delivery"),
        Dataset.of("identity.member"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("profile.order"), Dataset.of("profile.touched"));
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
    var rows = OrderQuery.orders(asOf.zone());
    return switch (delta) {
      case Delta.Customers c -> {
        var theirs =
            View.of("quality.order_line", Sql.of(THEIR_LINES))
                .over(
                    View.of(
                        Map.of(
                            TableName.of("quality.order"),
                            Sql.of(THEIRS).step("given", c.ids()),
                            TableName.of("quality.delivery"),
                            Sql.of(THEIR_DELIVERIES).step("given", c.ids()))));
        write.replace(
            Profiles.TOUCHED, new Slice.Whole(), Sql.of(TOUCHED).step("given", c.ids()), theirs);
        write.replace(
            Profiles.ORDER,
            Slice.rows(Sql.of(STALE).step("given", c.ids()), "source", "order_key"),
            rows,
            theirs);
        yield new Delta.Customers(Sql.of("select t.customer_id from {profile.touched} t"));
      }
      case Delta.Everything _, Delta.Batches _ -> {
        write.replace(Profiles.TOUCHED, new Slice.Whole(), NOBODY, View.everything());
        write.replace(Profiles.ORDER, new Slice.Whole(), rows, View.everything());
        yield delta;
      }
    };
  }

  private static final Sql NOBODY =
      Sql.of("select cast(null as bigint) as customer_id where false");
}
