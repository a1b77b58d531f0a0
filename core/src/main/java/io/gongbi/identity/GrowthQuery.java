package io.gongbi.identity;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What {@link Growths} asks. */
final class GrowthQuery {
  private GrowthQuery() {}

  static Sql records(CustomerId customer) {
    return Sql.of(
            """
            select m.source,
                   m.record_key,
                   s.seen_at
            from {identity.member} m
            left join seen s on s.source = m.source and s.record_key = m.record_key
            where m.customer_id = #customer
            order by s.seen_at nulls last, m.source nulls last, m.record_key nulls last
            """)
        .step(
            "seen",
            """
            select c.source,
                   c.record_key,
                   min(c.seen_at) as seen_at
            from {quality.customer} c
            join {identity.member} m on m.source = c.source and m.record_key = c.record_key
            where m.customer_id = #customer
            group by c.source, c.record_key
            """)
        .with("customer", Value.of(customer.value()));
  }

  /** Pairs of one customer that were found to be one, the strongest first. */
  static Sql pairs(CustomerId customer) {
    return Sql.of(
            """
            select p.one_source,
                   p.one_key,
                   p.other_source,
                   p.other_key,
                   p.weight
            from {identity.pair} p
            where p.customer_id = #customer and p.other_customer = #customer and p.weight > 0
            order by p.joins desc nulls last, p.weight desc nulls last, p.one_source nulls last,
              p.one_key nulls last, p.other_source nulls last, p.other_key nulls last
            """)
        .with("customer", Value.of(customer.value()));
  }

  /** Records that came to a customer or left it, by all the ids that it ever had. */
  static Sql moves(CustomerId customer) {
    return Sql.of(
            """
            select v.since,
                   v.was,
                   v.becomes,
                   v.source,
                   v.record_key
            from {identity.moved} v
            where v.becomes in (select i.customer_id from ids i)
               or v.was in (select i.customer_id from ids i)
            order by v.since nulls last, v.was nulls last, v.becomes nulls last,
              v.source nulls last, v.record_key nulls last
            """)
        .step(
            "ids",
            """
            select #customer as customer_id
            union all
            select l.customer_id
            from {identity.alias} l
            where l.now_id = #customer
            """)
        .with("customer", Value.of(customer.value()));
  }

  /** Former ids of a customer, and when each became one. */
  static Sql formers(CustomerId customer) {
    return Sql.of(
            """
            select l.customer_id,
                   l.since
            from {identity.alias} l
            where l.now_id = #customer
            order by l.since nulls last, l.customer_id nulls last
            """)
        .with("customer", Value.of(customer.value()));
  }

  /** Those of these who are customers in the view. */
  static Sql among(List<Long> customers) {
    var sql =
        Sql.of(
            """
            select distinct m.customer_id
            from {identity.member} m
            where m.customer_id in (%s)
            """
                .formatted(
                    LongStream.range(0, customers.size())
                        .mapToObj(i -> "#of" + i)
                        .collect(Collectors.joining(", "))));
    for (int i = 0; i < customers.size(); i++) {
      sql = sql.with("of" + i, Value.of(customers.get(i)));
    }
    return sql;
  }
}
