package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sales and returns. For some customers it remakes their orders and those of the batches that
 * landed since it last looked, which are also those of nobody; and it passes on whoever loses an
 * order or a message to them: a newer export that names another buyer takes the order away from the
 * first.
 */
final class OrderStep implements Step {
  private static final String READER = "profile.order";

  /** Orders of the given customers, as of now and as of the last run, and orders newly landed. */
  private static final String DUE =
      """
      select o.source, o.order_key
      from {quality.order} o
      join {identity.member} m on m.source = o.source and m.record_key = o.buyer_key
      where m.customer_id in (select g.customer_id from given g)
      union
      select o.source, o.order_key
      from {quality.order} o
      where o.batch > #reached
      union
      select l.source, l.order_key
      from {quality.order_line} l
      where l.batch > #reached
      union
      select p.source, p.order_key
      from {profile.order} p
      where p.customer_id in (select g.customer_id from given g)
      union
      select e.source, e.ref as order_key
      from {profile.event} e
      where e.name = 'ordered' and e.customer_id in (select g.customer_id from given g)
      """;

  private static final String DUE_ORDERS =
      """
      select o.*
      from {quality.order} o
      where (o.source, o.order_key) in (select d.source, d.order_key from {profile.due} d)
      """;

  private static final String DUE_DELIVERIES =
      """
      select d.*
      from {quality.delivery} d
      left join {identity.member} m on m.source = d.source and m.record_key = d.recipient_key
      where d.batch > #reached or m.customer_id in (select g.customer_id from given g)
      """;

  private static final String DUE_KEYS = "select d.source, d.order_key from {profile.due} d";

  /** Asked while orders, events and recipients still stand as the last run left them. */
  private static final String TOUCHED =
      """
      select g.customer_id
      from given g
      union
      select p.customer_id
      from {profile.order} p
      join {profile.due} d on d.source = p.source and d.order_key = p.order_key
      where p.customer_id is not null
      union
      select e.customer_id
      from {profile.event} e
      join {profile.due} d on d.source = e.source and d.order_key = e.ref
      where e.name = 'ordered'
      union
      select r.customer_id
      from {profile.recipient} r
      join {quality.delivery} d on d.source = r.source and d.record_key = r.record_key
      """;

  private static final String NEWEST =
      """
      select max(x.batch) as newest
      from (
        select max(o.batch) as batch from {quality.order} o
        union all
        select max(l.batch) as batch from {quality.order_line} l
        union all
        select max(d.batch) as batch from {quality.delivery} d
      ) x
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
    return Set.of(
        Dataset.of("profile.order"), Dataset.of("profile.due"), Dataset.of("profile.touched"));
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
    var passedOn =
        switch (delta) {
          case Delta.Customers c -> some(c.ids(), rows, write);
          case Delta.Everything _, Delta.Batches _ -> {
            write.replace(Profiles.TOUCHED, new Slice.Whole(), NOBODY, View.everything());
            write.replace(Profiles.DUE, new Slice.Whole(), NOTHING, View.everything());
            write.replace(Profiles.ORDER, new Slice.Whole(), rows, View.everything());
            yield delta;
          }
        };
    var newest = write.query(Sql.of(NEWEST), View.everything()).only().wholeIfAny("newest");
    newest.ifPresent(batch -> write.mark(READER, new Position(batch)));
    return passedOn;
  }

  private static Delta some(Sql given, Sql rows, Write write) {
    var reached = Value.of(write.reached(READER).value());
    UnaryOperator<Sql> bound = sql -> sql.with("reached", reached).step("given", given);
    write.replace(Profiles.DUE, new Slice.Whole(), bound.apply(Sql.of(DUE)), View.everything());
    write.replace(
        Profiles.TOUCHED,
        new Slice.Whole(),
        Sql.of(TOUCHED).step("given", given),
        View.of("quality.delivery", bound.apply(Sql.of(DUE_DELIVERIES))));
    write.replace(
        Profiles.ORDER,
        Slice.rows(Sql.of(DUE_KEYS), "source", "order_key"),
        rows,
        View.of("quality.order_line", Sql.of(Narrow.LINES_OF_THOSE))
            .over(View.of("quality.order", Sql.of(DUE_ORDERS))));
    return new Delta.Customers(Sql.of("select t.customer_id from {profile.touched} t"));
  }

  private static final Sql NOBODY =
      Sql.of("select cast(null as bigint) as customer_id where false");

  private static final Sql NOTHING =
      Sql.of(
          "select cast(null as varchar) as source, cast(null as varchar) as order_key where false");
}
