package io.gongbi.delivery;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Optional;

/** Questions to the ledger's copy in the warehouse. */
final class MirrorQuery {
  private MirrorQuery() {}

  static Sql counts(String origin) {
    return Sql.of(
            """
            select e.state,
                   count(*) as n
            from {delivery.entry} e
            where e.origin = #origin
            group by e.state
            """)
        .with("origin", Value.of(origin));
  }

  static Sql list(String origin, Optional<LedgerEntry.State> state, long offset, long limit) {
    return Sql.of(
            """
            select e.number,
                   e.origin,
                   e.customer_id,
                   e.arm,
                   e.channel,
                   e.state,
                   e.reason,
                   e.entered_at,
                   e.sent_at,
                   e.delivered_at,
                   e.opted_out_at,
                   e.parts
            from {delivery.entry} e
            where e.origin = #origin
              and (#state = '' or e.state = #state)
            order by e.number nulls last
            limit #limit offset #offset
            """)
        .with("origin", Value.of(origin))
        .with("state", Value.of(state.map(Enum::name).orElse("")))
        .with("offset", Value.of(offset))
        .with("limit", Value.of(limit));
  }
}
