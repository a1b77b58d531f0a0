package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@link Contradictions} asks of records that hang together, and leaves behind. */
final class ContradictionQuery {
  private ContradictionQuery() {}

  /** The counted values of each record of a component that has more of a type than it may. */
  static Sql held(IdRules rules) {
    return overfull(
        Sql.of(
            """
            select p.node,
                   h.id_type,
                   h.scope,
                   h.id_value
            from overfull o
            join {identity.placed} p on p.component = o.component
            join counted h on h.node = p.node
            """),
        rules);
  }

  /** What ties the records of such components. */
  static Sql ties(IdRules rules) {
    return overfull(
        Sql.of(
            """
            select l.node,
                   l.id_type,
                   l.id_value,
                   l.records_sharing,
                   l.first_node
            from overfull o
            join {identity.placed} p on p.component = o.component
            join {identity.link} l on l.node = p.node
            where l.ties
            """),
        rules);
  }

  private static Sql overfull(Sql sql, IdRules rules) {
    var most =
        rules.counted().stream()
            .map(t -> "select '%1$s' as id_type, #%1$sMost as most\n".formatted(t.column()))
            .collect(Collectors.joining("union all\n"));
    sql =
        sql.step("most", most)
            .step("holding", LinkQuery.HOLDING)
            .step(
                "counted",
                """
                select h.node,
                       h.id_type,
                       h.scope,
                       h.id_value,
                       m.most
                from holding h
                join most m on m.id_type = h.id_type
                """)
            .step(
                "overfull",
                """
                select distinct x.component
                from (
                  select v.component
                  from (
                    select distinct p.component, c.id_type, c.scope, c.id_value, c.most
                    from {identity.placed} p
                    join counted c on c.node = p.node
                  ) v
                  group by v.component, v.id_type, v.most
                  having count(*) > v.most
                ) x
                """);
    for (var type : rules.counted()) {
      sql = sql.with(type.column() + "Most", Value.of(rules.of(type).values().orElseThrow()));
    }
    return sql;
  }

  /** What records share, with what is cut tying nobody. */
  static final Sql LINKS =
      Sql.of(
          """
          select l.node,
                 l.id_type,
                 l.id_value,
                 l.records_sharing,
                 l.first_node,
                 l.ties and c.id_type is null as ties
          from {identity.link} l
          left join {identity.cut} c
            on c.id_type = l.id_type and c.id_value = l.id_value and c.first_node = l.first_node
          """);

  /** The values that are cut, one row for each customer that holds one. */
  static final Sql KEPT =
      Sql.of(
          """
          select distinct n.customer_id,
                 case when l.id_type in (%s) then n.source else '' end as scope,
                 l.id_type,
                 l.id_value
          from {identity.cut} c
          join {identity.link} l
            on c.id_type = l.id_type and c.id_value = l.id_value and c.first_node = l.first_node
          join {identity.next} n on n.node = l.node
          """
              .formatted(
                  Arrays.stream(IdType.values())
                      .filter(IdType::isOfItsSource)
                      .map(t -> "'" + t.column() + "'")
                      .collect(Collectors.joining(", "))));

  /** Whoever else holds a value that ties nobody and that one of the affected holds, or did. */
  static final Sql HOLDERS =
      Sql.of(
          """
          select distinct o.customer_id
          from {identity.contradicted} c
          join {identity.contradicted} o
            on o.id_type = c.id_type and o.scope = c.scope and o.id_value = c.id_value
          where c.customer_id in (select a.customer_id from {identity.affected} a)
            and o.customer_id not in (select a.customer_id from {identity.affected} a)
          """);
}
