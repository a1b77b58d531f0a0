package io.gongbi.condition;

import io.gongbi.standard.Field;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.Locale;

/**
 * Which values of a text field occur, and for how many customers: {@code value} and {@code
 * customers}, the most frequent first.
 */
final class OccurringQuery {
  private OccurringQuery() {}

  /** Those with {@code part} in them, small letters or capitals; all of them for an empty one. */
  static Sql of(Field field, String part, int most) {
    var column = field.key().column();
    var table = TableName.of("profile." + field.key().entity().value());
    // Customers stand there once; whoever bought two coats must not count as two.
    var each = field.key().entity().equals(Standard.CUSTOMER) ? "" : "distinct ";
    var rows =
        Sql.of(
            """
            select %s
              r.%s as value,
              r.customer_id
            from {%s} r
            where r.%s <> ''
              and r.customer_id is not null%s
            """
                .formatted(
                    each,
                    column,
                    table,
                    column,
                    part.isEmpty()
                        ? ""
                        : "\n  and lower(r.%s) like #part escape '!'".formatted(column)));
    var sql =
        Sql.of(
                """
                select
                  h.value,
                  count(*) as customers
                from held h
                group by h.value
                order by customers desc nulls last, h.value nulls last
                limit #most
                """)
            .step("held", rows)
            .with("most", Value.of(most));
    return part.isEmpty() ? sql : sql.with("part", Value.of("%" + escaped(part) + "%"));
  }

  private static String escaped(String part) {
    return part.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
