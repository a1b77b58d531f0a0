package io.gongbi.delivery;

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

/** Whom another system reached, by customer: the imported log, once per customer and campaign. */
final class LoggedStep implements Step {
  /**
   * Somebody who stands in the log under two records counts once. If the two say different arms he
   * was treated, whatever the plan was, and {@code arms} = 2 says so.
   */
  private static final Sql ROWS =
      Sql.of(
          """
          select d.campaign,
                 m.customer_id,
                 case when max(case when d.arm = 'treated' then 1 else 0 end) = 1
                   then 'treated' else 'control' end as arm,
                 max(d.channel) as channel,
                 case max(case when d.status in ('delivered', 'opted-out') or gb_opts_out(d.reply) then 3
                               when d.status = 'sent' then 2
                               when d.status = 'failed' then 1
                               else 0 end)
                   when 3 then 'DELIVERED' when 2 then 'SENT' when 1 then 'FAILED'
                   else 'HELD_OUT' end as state,
                 min(d.sent_at) as entered_at,
                 cast(sum(d.cost) as decimal(18,4)) as cost,
                 count(*) as rows,
                 count(distinct d.arm) as arms,
                 max(case when d.status = 'opted-out' or gb_opts_out(d.reply) then 1 else 0 end) = 1
                   as opted_out
          from {quality.delivery} d
          join {identity.member} m on m.source = d.source and m.record_key = d.recipient_key
          where d.arm is not null
          group by d.campaign,
                   m.customer_id
          """);

  @Override
  public String name() {
    return "delivery.logged";
  }

  @Override
  public Label label() {
    return new Label("整理历史触达", "Read past campaigns");
  }

  @Override
  public Set<Dataset> reads() {
    return Set.of(Dataset.of("quality.delivery"), Dataset.of("identity.member"));
  }

  @Override
  public Set<Dataset> writes() {
    return Set.of(Dataset.of("delivery.logged"));
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public boolean looksAtToday() {
    return false;
  }

  @Override
  public Delta run(Delta delta, AsOf asOf, Write write, Progress progress) {
    switch (delta) {
      case Delta.Everything e ->
          write.replace(Deliveries.LOGGED, new Slice.Whole(), ROWS, View.everything());
      case Delta.Customers c -> {
        var touched =
            Sql.of(
                    "select m.* from {identity.member} m where m.customer_id in (select t.customer_id from touched t)")
                .step("touched", c.ids());
        write.replace(
            Deliveries.LOGGED,
            Slice.rows(c.ids(), "customer_id"),
            ROWS,
            View.of("identity.member", touched));
      }
      case Delta.Batches b ->
          throw new IllegalStateException("customers are known by now: batches were " + b.landed());
    }
    return delta;
  }
}
