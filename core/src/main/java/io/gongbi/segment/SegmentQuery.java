package io.gongbi.segment;

import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** What segments ask the warehouse. */
final class SegmentQuery {
  private SegmentQuery() {}

  static Sql members(TraitId trait) {
    return Sql.of(
        "select h.customer_id from {trait.held} h where coalesce(h.%s, false)"
            .formatted(trait.column()));
  }

  static Sql stated(Sql members) {
    return Sql.of("select distinct m.customer_id, true as value from members m")
        .step("members", members);
  }

  /**
   * A list that was read before, as rows again; ids only, so the text cannot carry anything else.
   */
  static Sql listed(Table list) {
    if (list.size() == 0) {
      return Sql.of("select c.customer_id, true as value from {profile.customer} c where false");
    }
    return Sql.of(
        list.stream()
            .map(r -> "(" + r.whole("customer_id") + ")")
            .collect(
                Collectors.joining(
                    ", ",
                    "select l.customer_id, true as value from (values ",
                    ") l (customer_id)")));
  }

  static Sql counted(Sql members) {
    return Sql.of(
            """
            select (select count(*) from members m) as customers,
                   (select count(*) from {profile.customer} c) as of_all
            """)
        .step("members", members);
  }

  /** One column of a list: where it stands, and its name there. */
  record Chosen(TableName table, Column column) {
    String text() {
      return (table.concept().equals("profile") ? "c." : "h.") + column.name();
    }
  }

  static Sql list(Sql members, List<Chosen> columns) {
    return Sql.of(
            """
            select c.customer_id,
                   %s
            from members m
            join {profile.customer} c on c.customer_id = m.customer_id
            left join {trait.held} h on h.customer_id = m.customer_id
            order by c.customer_id nulls last
            """
                .formatted(
                    columns.stream().map(Chosen::text).collect(Collectors.joining(",\n       "))))
        .step("members", members);
  }
}
