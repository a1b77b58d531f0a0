package io.gongbi.segment;

import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
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

  /** A list as it is kept: the customers of its day. */
  static Sql kept(String segment, Sql ids) {
    return Sql.of("select distinct #segment as segment, i.customer_id from ids i")
        .step("ids", ids)
        .with("segment", Value.of(segment));
  }

  static Sql named(String segment) {
    return Sql.of("select #segment as segment").with("segment", Value.of(segment));
  }

  /** Who stands on a list, by today's ids; who is no customer any more has left it. */
  static Sql listed(String segment) {
    return Sql.of(
            """
            select distinct c.customer_id,
                   true as value
            from {segment.listed} l
            left join {identity.alias} a on a.customer_id = l.customer_id
            join {profile.customer} c on c.customer_id = coalesce(a.now_id, l.customer_id)
            where l.segment = #segment
            """)
        .with("segment", Value.of(segment));
  }

  /** One who stands on a list and is not held to be a member yet. */
  static Sql absent(String segment, TraitId trait) {
    return Sql.of(
            """
            select l.customer_id
            from listed l
            left join {trait.held} h on h.customer_id = l.customer_id
            where not coalesce(h.%s, false)
            limit 1
            """
                .formatted(trait.column()))
        .step("listed", listed(segment));
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
