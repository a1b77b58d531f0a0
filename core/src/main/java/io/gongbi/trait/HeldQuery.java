package io.gongbi.trait;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked of {@code trait.held}: who holds what now. */
final class HeldQuery {
  static Sql holders(TableSpec held) {
    var columns =
        Traits.traitColumns(held).stream()
            .map(Column::name)
            .map(c -> ",\n       count(h." + c + ") as " + c)
            .collect(Collectors.joining());
    return Sql.of("select count(*) as customers" + columns + "\nfrom {trait.held} h");
  }

  static Sql values(TraitId trait, boolean several) {
    if (several)
      return Sql.of(
          """
          select gb_at(h.%1$s, n.place) as value,
                 count(*) as customers
          from {trait.held} h
          %2$s
          group by gb_at(h.%1$s, n.place)
          order by count(*) desc nulls last, gb_at(h.%1$s, n.place) nulls last
          """
              .formatted(trait.column(), EachValue.of("h." + trait.column())));
    return Sql.of(
        """
        select h.%1$s as value,
               count(*) as customers
        from {trait.held} h
        where h.%1$s is not null
        group by h.%1$s
        order by count(*) desc nulls last, h.%1$s nulls last
        """
            .formatted(trait.column()));
  }

  static Sql ranks(Trait trait) {
    var column = "h." + trait.id().column();
    var value = trait.isSeveral() ? "gb_at(" + column + ", 1)" : column;
    var codes = trait.values();
    if (codes.isEmpty())
      return Sql.of("select h.customer_id, " + value + " as value from {trait.held} h");
    var places =
        IntStream.range(0, codes.size())
            .mapToObj(i -> "when %s = #code%s then %s".formatted(value, i, i))
            .collect(Collectors.joining("\n         "));
    var sql =
        Sql.of(
            """
            select h.customer_id,
                   case %s
                   end as value
            from {trait.held} h
            where %s is not null
            """
                .formatted(places, value));
    for (int i = 0; i < codes.size(); i++) sql = sql.with("code" + i, codes.get(i).value());
    return sql;
  }

  static Sql noRanks() {
    return Sql.of("select h.customer_id, 0 as value from {trait.held} h where false");
  }

  static Sql heldBy(TableSpec held, List<CustomerId> customers) {
    var values = new HashMap<String, Value>();
    customers.forEach(c -> values.put("customer" + c, Value.of(c.value())));
    var wanted = customers.stream().map(c -> "#customer" + c).collect(Collectors.joining(", "));
    return Sql.of(
            """
            select %s
            from {trait.held} h
            where %s
            """
                .formatted(
                    held.columnsOf("h"),
                    customers.isEmpty() ? "false" : "h.customer_id in (" + wanted + ")"))
        .with(values);
  }
}
