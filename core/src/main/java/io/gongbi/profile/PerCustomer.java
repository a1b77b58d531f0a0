package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.refresh.Dataset;
import io.gongbi.refresh.Delta;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step whose rows belong to one customer each and follow from that customer's rows alone: it can
 * be run for any of them. {@code narrowed} are the tables it reads that have a {@code customer_id};
 * the others are {@code reached} through those, in the way that {@code narrowing} says.
 */
record PerCustomer(
    Label label,
    int version,
    TableSpec table,
    List<String> narrowed,
    List<String> reached,
    BiFunction<Sql, List<String>, View> narrowing,
    Rows rows)
    implements MakesTable {
  /** The rows of all customers in sight; what one row says of them may decide on the texts. */
  @FunctionalInterface
  interface Rows {
    Texts in(ZoneId zone, Function<Sql, Row> asked);
  }

  /** One or several, none of which reads the table, and the columns that none of them fills. */
  record Texts(List<Sql> all, Set<String> unfilled) {
    Texts(Sql only) {
      this(List.of(only), Set.of());
    }
  }

  @Override
  public Set<Dataset> reads() {
    return Stream.concat(narrowed.stream(), reached.stream())
        .map(Dataset::of)
        .collect(Collectors.toSet());
  }

  @Override
  public void make(Delta delta, AsOf asOf, Write write) {
    var texts = rows.in(asOf.zone(), q -> write.query(q, View.everything()).only());
    switch (delta) {
      case Delta.Customers c ->
          replace(
              write,
              Slice.rows(
                  Sql.of("select g.customer_id from given g").step("given", c.ids()),
                  "customer_id"),
              texts.all(),
              narrowing.apply(c.ids(), narrowed));
      case Delta.Everything _, Delta.Batches _ ->
          replace(write, new Slice.Whole(texts.unfilled()), texts.all(), View.everything());
    }
  }

  private void replace(Write write, Slice slice, List<Sql> parts, View view) {
    write.replace(table, slice, parts.getFirst(), view);
    parts.stream().skip(1).forEach(p -> write.append(table, p, view));
  }
}
