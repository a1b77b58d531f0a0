package io.gongbi.delivery;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;

/** Questions of whoever knows messages by the number they went to. */
final class NumberQuery {
  private NumberQuery() {}

  /** As phones are cleaned on import, and why there is nothing where there is nothing. */
  static Sql read(List<String> typed) {
    return Sql.of(
            """
            select t.typed,
                   gb_phone(t.typed) as phone,
                   coalesce(gb_phone_fault(t.typed), 'quality.phone-invalid') as fault
            from (select gb_each_line(#typed) as typed) t
            """)
        .with("typed", Value.of(String.join("\n", typed)));
  }

  static Sql writtenTo(String origin, List<String> addresses) {
    return Sql.of(
            """
            select number,
                   customer_id,
                   address
            from delivery_entry
            where address in (#addresses)
              and origin = #origin
              and state not in ('HELD_OUT', 'REFUSED')
            """)
        .with("addresses", Value.of(addresses))
        .with("origin", Value.of(origin));
  }
}
