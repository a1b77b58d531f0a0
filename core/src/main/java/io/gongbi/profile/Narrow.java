package io.gongbi.profile;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.View;
import java.util.Collection;
import java.util.stream.Collectors;

/** The same text for all customers and for some: what differs is what stands in the slots. */
final class Narrow {
  private Narrow() {}

  /** Tables with a {@code customer_id}, showing only these customers. */
  static View customers(Sql ids, Collection<String> tables) {
    return View.of(
        tables.stream()
            .collect(
                Collectors.toMap(
                    TableName::of,
                    table ->
                        Sql.of(
                                """
                                select t.*
                                from {%s} t
                                where t.customer_id in (select g.customer_id from given g)
                                """
                                    .formatted(table))
                            .step("given", ids))));
  }

  /**
   * The same, and only those of the orders and lines that are theirs: what an order comes to is not
   * summed over every line ever sold.
   */
  static View orders(Sql ids, Collection<String> tables) {
    return View.of("quality.order_line", Sql.of(LINES_OF_THOSE))
        .over(View.of("quality.order", Sql.of(ORDERS_OF_MEMBERS)))
        .over(customers(ids, tables));
  }

  static final String LINES_OF_THOSE =
      """
      select l.*
      from {quality.order_line} l
      where (l.source, l.order_key) in (select o.source, o.order_key from {quality.order} o)
      """;

  private static final String ORDERS_OF_MEMBERS =
      """
      select o.*
      from {quality.order} o
      join {identity.member} m on m.source = o.source and m.record_key = o.buyer_key
      """;
}
