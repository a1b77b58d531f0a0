package io.gongbi.profile;

import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.util.Collection;
import java.util.function.Function;
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

  /** Rewrites the rows of the customers that the delta names, or all. */
  static void rewrite(
      Write write, TableSpec table, Delta delta, Sql rows, Function<Sql, View> narrowed) {
    switch (delta) {
      case Delta.Customers c ->
          write.replace(
              table, Slice.rows(ids(c.ids()), "customer_id"), rows, narrowed.apply(c.ids()));
      case Delta.Everything _, Delta.Batches _ ->
          write.replace(table, new Slice.Whole(), rows, View.everything());
    }
  }

  private static Sql ids(Sql given) {
    return Sql.of("select g.customer_id from given g").step("given", given);
  }
}
