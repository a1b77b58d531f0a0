package io.gongbi.campaign;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** What was said of the cost of campaigns after they were sent, in the catalog. */
final class CostQuery {
  private CostQuery() {}

  /** The oldest first. */
  static Sql stated(DefinitionId id) {
    return Sql.of(
            """
            select number,
                   per_message,
                   other,
                   note,
                   stated_by,
                   stated_at
            from campaign_cost
            where campaign = #id
            order by number
            """)
        .with("id", Value.of(id.key()));
  }

  static Sql state(DefinitionId id, long number, Cost cost, String note, UserId by, Instant now) {
    return Sql.of(
            """
            insert into campaign_cost
              (campaign, number, per_message, other, note, stated_by, stated_at)
            values
              (#id, #number, #perMessage, #other, #note, #by, #now)
            """)
        .with("id", Value.of(id.key()))
        .with("number", Value.of(number))
        .with("perMessage", cost.perMessage().map(Value::of).orElse(Value.missing()))
        .with("other", Value.of(cost.other()))
        .with("note", Value.of(note))
        .with("by", Value.of(by.value()))
        .with("now", Value.of(now));
  }
}
