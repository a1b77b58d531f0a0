package io.gongbi.delivery;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;

/** The ledger's questions about messages that never left, or that nobody accepted. */
final class AgainQuery {
  private AgainQuery() {}

  static Sql waiting(String origin, int most) {
    return Sql.of(
            """
            select e.number,
                   e.address,
                   e.name,
                   e.body,
                   case when exists (
                     select 1
                     from delivery_opt_out o
                     where o.address = e.address and o.lifted_at is null
                   ) then 1 else 0 end as opted_out
            from delivery_entry e
            where e.origin = #origin and e.state = 'CLAIMED' and e.again = 1
            order by e.number
            limit #most
            """)
        .with("origin", Value.of(origin))
        .with("most", Value.of((long) most));
  }

  /** From here on nobody knows whether it left, until its receipt says so. */
  static Sql take(long number, long batch, long position) {
    return Sql.of(
            """
            update delivery_entry
            set again = 0, batch = #batch, position = #position
            where number = #number
            """)
        .with("number", Value.of(number))
        .with("batch", Value.of(batch))
        .with("position", Value.of(position));
  }

  static Sql refuse(long number, Refusal refusal, long position) {
    return Sql.of(
            """
            update delivery_entry
            set state = 'REFUSED', again = 0, batch = 0, parts = 0, reason = #reason, position = #position
            where number = #number
            """)
        .with("number", Value.of(number))
        .with("reason", Value.of(refusal.code()))
        .with("position", Value.of(position));
  }

  /** How many of the last {@code n} that were handed over failed or have no answer. */
  static Sql lost(String origin, int n) {
    return Sql.of(
            """
            select count(*) as n
            from (
              select state
              from delivery_entry
              where origin = #origin and batch > 0 and again = 0
              order by number desc
              limit #last
            ) l
            where l.state in ('FAILED', 'UNCERTAIN')
            """)
        .with("origin", Value.of(origin))
        .with("last", Value.of((long) n));
  }
}
