package io.gongbi.profile;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * From cleaned orders and lines to sales and returns.
 *
 * <ul>
 *   <li>What counts: orders that are neither unpaid nor cancelled. A file without a status lists
 *       sales. A time that nobody gave leaves an order out: it belongs to no day.
 *   <li>Amount: the order's own where the file gives one, above 0 a sale, below 0 a return. Else
 *       the lines: goods, postage, discounts and manual entries sum to the sale, return lines to a
 *       return beside it. When goods and the rest sum below 0 (a cancellation invoice) all of it is
 *       one return. Fees, adjustments and tests are no revenue. An order of 0 is neither.
 *   <li>When: at paid time, else at the time of the order. A cancellation invoice is a return on
 *       its own date. An order with status refunded is a sale and an equal return; the file knows
 *       no date of the refund, so both stand at the sale's time and its day nets to 0.
 *   <li>Items: quantity of goods; negative in a return; empty when the file has no lines.
 * </ul>
 */
final class OrderQuery {
  private OrderQuery() {}

  private static final Sql LINES =
      Sql.of(
          """
          select l.source,
                 l.order_key,
                 sum(case when coalesce(l.kind, 'product') in ('product', 'postage', 'discount', 'manual')
                          then l.amount end) as sold,
                 sum(case when l.kind = 'return' then -abs(l.amount) end) as returned,
                 sum(case when coalesce(l.kind, 'product') = 'product' then l.quantity end) as items_sold,
                 sum(case when l.kind = 'return' then -abs(l.quantity) end) as items_returned
          from {quality.order_line} l
          group by l.source, l.order_key
          """);

  /** Orders with what they come to: {@code sale} is never below 0, {@code back} never above. */
  private static Sql receipts(List<String> added) {
    return Sql.of(
            """
              select o.source,
                     o.order_key,
                     o.order_no,
                     o.buyer_key,
                     o.ordered_at,
                     o.paid_at,
                     coalesce(o.paid_at, o.ordered_at) as happened_at,
                     o.status,
                     o.channel,
                     o.shop,
                     case when o.amount is not null then case when o.amount > 0 then o.amount else 0 end
                          when l.sold > 0 then l.sold
                          else 0 end as sale,
                     case when o.amount is not null then case when o.amount < 0 then o.amount else 0 end
                          when l.sold > 0 then coalesce(l.returned, 0)
                          else coalesce(l.sold, 0) + coalesce(l.returned, 0) end as back,
                     l.items_sold,
                     l.items_returned%s
              from {quality.order} o
              left join line l on l.source = o.source and l.order_key = o.order_key
              """
                .formatted(of("o", added)))
        .step("line", LINES);
  }

  /** {@code added}: the columns of fields that the company added to orders. */
  static Sql orders(ZoneId zone, List<String> added) {
    return Sql.of(
            """
            select m.customer_id,
                   k.source,
                   k.order_key,
                   k.order_no,
                   k.kind,
                   k.status,
                   k.happened_at,
                   gb_local_day(k.happened_at, #zone) as day,
                   k.amount,
                   k.items,
                   k.channel,
                   k.shop%s
            from kept k
            left join {identity.member} m on m.source = k.source and m.record_key = k.buyer_key
            """
                .formatted(of("k", added)))
        .with("zone", Value.of(zone.getId()))
        .step("receipt", receipts(added))
        .step(
            "counted",
            """
            select r.*
            from receipt r
            where r.happened_at is not null
              and coalesce(r.status, 'paid') not in ('unpaid', 'cancelled')
            """)
        .step(
            "kept",
            """
            select c.source, c.order_key, c.order_no, c.buyer_key, c.status, c.happened_at, c.channel, c.shop%1$s,
                   'sale' as kind,
                   c.sale as amount,
                   c.items_sold as items
            from counted c
            where c.sale > 0
            union all
            select c.source, c.order_key, c.order_no, c.buyer_key, c.status, c.happened_at, c.channel, c.shop%1$s,
                   'return' as kind,
                   case when c.status = 'refunded' and c.sale > 0 then -c.sale else c.back end as amount,
                   case when c.status = 'refunded' and c.sale > 0 then -c.items_sold
                        when c.sale > 0 then c.items_returned
                        when c.items_sold is null and c.items_returned is null then null
                        else -abs(coalesce(c.items_sold, 0)) + coalesce(c.items_returned, 0) end as items
            from counted c
            where c.back < 0 or (c.status = 'refunded' and c.sale > 0)
            """
                .formatted(of("c", added)));
  }

  /**
   * The goods of the orders in sight. Of an order that was refunded as a whole each good goes back;
   * what was sold and returned on one receipt is goods of both; of a receipt that comes to a return
   * everything is. A category is told by its levels, each as a path from the first: 美妆, 美妆/护肤,
   * 美妆/护肤/面霜.
   */
  static Sql items(List<String> added) {
    return Sql.of(
            """
          select p.customer_id,
                 p.source,
                 p.order_key,
                 p.kind,
                 p.happened_at,
                 p.day,
                 l.product_code,
                 l.product_name,
                 gb_category_level(l.path, 1) as category,
                 gb_category_level(l.path, 2) as category_2,
                 gb_category_level(l.path, 3) as category_3,
                 case when p.kind = 'sale' then l.quantity else -abs(l.quantity) end as quantity,
                 case when p.kind = 'sale' then l.amount else -abs(l.amount) end as amount,
                 p.channel%s
          from {profile.order} p
          join pathed l on l.source = p.source and l.order_key = p.order_key
          left join {profile.order} s
            on s.source = p.source and s.order_key = p.order_key and s.kind = 'sale' and p.kind = 'return'
          where case
                  when p.kind = 'sale' then coalesce(l.kind, 'product') = 'product'
                  when s.order_key is null then coalesce(l.kind, 'product') in ('product', 'return')
                  when p.status = 'refunded' then coalesce(l.kind, 'product') = 'product'
                  else l.kind = 'return'
                end
          """
                .formatted(of("l", added)))
        .step("pathed", PATHED);
  }

  /** Lines with their category as one path, which a file may give in a cell or in up to three. */
  private static final String PATHED =
      """
      select l.*,
             gb_category_under(
               gb_category_under(gb_category_path(l.category), l.category_2),
               l.category_3
             ) as path
      from {quality.order_line} l
      """;

  /** The columns of fields that the company added, behind others. */
  private static String of(String alias, List<String> added) {
    return added.stream().map(c -> ",\n       " + alias + "." + c).collect(Collectors.joining());
  }

  /** Orders placed, paid or not, with what they came to. Returns alone are no orders. */
  static final Sql PLACED =
      Sql.of(
              """
              select m.customer_id,
                     r.ordered_at,
                     r.sale,
                     r.source,
                     r.order_key,
                     r.channel
              from receipt r
              join {identity.member} m on m.source = r.source and m.record_key = r.buyer_key
              where r.ordered_at is not null
                and (r.back = 0 or r.sale > 0)
              """)
          .step("receipt", receipts(List.of()));
}
