package io.gongbi.profile;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row a customer: the chosen value of each field, and what the orders come to. A customer whose
 * only rows are returns has revenue 0 and no purchase day.
 */
final class CustomerQuery {
  private final List<Column> fields;

  /** {@code customer}: its table, as this company has it. */
  CustomerQuery(List<Survivorship> fields, TableSpec customer) {
    this.fields = fields.stream().map(f -> customer.column(f.field().column())).toList();
  }

  Sql customers(ZoneId zone) {
    return Sql.of(
            """
            select f.customer_id,
                   %s,
                   gb_local_day(f.registered_at, #zone) as registered_day,
                   f.sources,
                   f.records,
                   w.first_order_day,
                   w.last_order_day,
                   coalesce(w.orders, 0) as orders,
                   coalesce(w.purchase_days, 0) as purchase_days,
                   coalesce(w.items, 0) as items,
                   coalesce(w.revenue, 0) as revenue,
                   coalesce(w.refunds, 0) as refunds,
                   coalesce(w.revenue, 0) - coalesce(w.refunds, 0) as net_revenue
            from fact f
            left join worth w on w.customer_id = f.customer_id
            order by f.customer_id nulls last
            """
                .formatted(perField(c -> "f." + c.name())))
        .with("zone", Value.of(zone.getId()))
        // Where records agree each says the value; where not, the conflict tells who won.
        .step(
            "said",
            """
            select r.customer_id,
                   count(distinct r.source) as sources,
                   count(*) as records,
                   %s
            from {profile.record} r
            group by r.customer_id
            """
                .formatted(perField(c -> "max(r.%1$s) as %1$s".formatted(c.name()))))
        .step(
            "won",
            """
            select k.customer_id,
                   %s
            from {profile.conflict} k
            where k.chosen
            group by k.customer_id
            """
                .formatted(perField(CustomerQuery::chosen)))
        .step(
            "fact",
            """
            select s.customer_id,
                   s.sources,
                   s.records,
                   %s
            from said s
            left join won w on w.customer_id = s.customer_id
            """
                .formatted(perField(c -> "coalesce(w.%1$s, s.%1$s) as %1$s".formatted(c.name()))))
        // By day first: a customer's distinct days are then a plain count.
        .step(
            "day",
            """
            select o.customer_id,
                   o.day,
                   sum(case when o.kind = 'sale' then 1 else 0 end) as orders,
                   sum(case when o.kind = 'sale' then o.items end) as items,
                   sum(case when o.kind = 'sale' then o.amount else 0 end) as revenue,
                   sum(case when o.kind = 'return' then -o.amount else 0 end) as refunds
            from {profile.order} o
            where o.customer_id is not null
            group by o.customer_id, o.day
            """)
        .step(
            "worth",
            """
            select d.customer_id,
                   min(case when d.orders > 0 then d.day end) as first_order_day,
                   max(case when d.orders > 0 then d.day end) as last_order_day,
                   sum(d.orders) as orders,
                   sum(case when d.orders > 0 then 1 else 0 end) as purchase_days,
                   sum(d.items) as items,
                   sum(d.revenue) as revenue,
                   sum(d.refunds) as refunds
            from day d
            group by d.customer_id
            """);
  }

  private String perField(Function<Column, String> text) {
    return fields.stream().map(text).collect(Collectors.joining(",\n       "));
  }

  private static String chosen(Column column) {
    var value = "max(case when k.field = '%s' then k.value end)".formatted(column.name());
    var typed =
        switch (column.type()) {
          case TEXT -> value;
          case DAY -> "cast(" + value + " as date)";
          case MOMENT -> "cast(" + value + " as timestamp)";
          case DECIMAL -> "cast(" + value + " as decimal(18,4))";
          case WHOLE, REAL, FLAG, TEXT_LIST ->
              throw new IllegalStateException("no field of a customer is so: " + column);
        };
    return typed + " as " + column.name();
  }
}
