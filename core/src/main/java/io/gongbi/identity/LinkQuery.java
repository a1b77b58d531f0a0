package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What records share, and which of it ties them beyond doubt: {@link #links} has every value that
 * two or more hold, {@link #EDGES} and {@link #PLACED} go by those alone that are one person's.
 */
final class LinkQuery {
  private LinkQuery() {}

  /**
   * Records numbered from 0 in the order of their refs, so that the least record of a component is
   * its least number, whatever order the rows lie in. Two feeds of one source that use the same key
   * speak of the same record.
   */
  static final Sql NODES =
      Sql.of(
              """
              select row_number() over (order by r.source nulls last, r.record_key nulls last) - 1 as node,
                     r.source,
                     r.record_key
              from ref r
              """)
          .step(
              "ref",
              """
              select distinct c.source,
                     c.record_key
              from {quality.customer} c
              """);

  /** Where all identifiers stand while they are needed; no table of its own. */
  static final TableName IDS_HELD = TableName.of("identity.id");

  /**
   * Every identifier in use of every record: one row each, or more where feeds repeat one. Names
   * are told apart by how they are read; half a name is none.
   */
  static Sql ids(IdRules rules) {
    var used = rules.used();
    return Sql.of(used.stream().map(LinkQuery::idsOf).collect(Collectors.joining("union all\n")))
        .step(
            "holder",
            """
            select n.node,
                   c.source,
                   case when f.hint is null then coalesce(f.reading, c.name) end as name,
                   %s
            from {identity.node} n
            join {quality.customer} c on c.source = n.source and c.record_key = n.record_key
            left join {identity.form} f on f.name = c.name
            """
                .formatted(
                    used.stream()
                        .map(t -> "c." + t.column())
                        .collect(Collectors.joining(",\n       "))));
  }

  static String perType(Function<IdType, String> select) {
    return Arrays.stream(IdType.values()).map(select).collect(Collectors.joining("union all\n"));
  }

  private static String idsOf(IdType type) {
    return """
    select h.node,
           '%1$s' as id_type,
           %2$s as scope,
           h.%1$s as id_value,
           h.name
    from holder h
    where h.%1$s is not null
    """
        .formatted(type.column(), type.isOfItsSource() ? "h.source" : "''");
  }

  /** Values that too many records or names hold. */
  static Sql generic(IdRules rules) {
    var sql =
        Sql.of(
                """
                select n.scope,
                       n.id_type,
                       n.id_value,
                       n.records,
                       n.names,
                       case when n.records > l.most_records then 'identity.too-many-records'
                            else 'identity.too-many-names' end as reason
                from named n
                join limits l on l.id_type = n.id_type
                where n.records > l.most_records or n.names > l.most_names
                """)
            .step("limits", perType(LinkQuery::limitOf))
            .step(
                "held",
                """
                select i.id_type,
                       i.scope,
                       i.id_value
                from {identity.id} i
                group by i.id_type, i.scope, i.id_value
                having count(*) > #fewest
                """)
            // Distinct values are counted only where there are rows enough for too many.
            .step(
                "named",
                """
                select i.id_type,
                       i.scope,
                       i.id_value,
                       count(distinct i.node) as records,
                       count(distinct i.name) as names
                from {identity.id} i
                join held h on h.id_type = i.id_type and h.scope = i.scope and h.id_value = i.id_value
                group by i.id_type, i.scope, i.id_value
                """);
    int fewest = Integer.MAX_VALUE;
    for (var type : IdType.values()) {
      var limit = rules.of(type);
      fewest = Math.min(fewest, Math.min(limit.records(), limit.names()));
      sql =
          sql.with(type.column() + "Records", Value.of(limit.records()))
              .with(type.column() + "Names", Value.of(limit.names()));
    }
    return sql.with("fewest", Value.of(fewest));
  }

  private static String limitOf(IdType type) {
    return "select '%1$s' as id_type, #%1$sRecords as most_records, #%1$sNames as most_names\n"
        .formatted(type.column());
  }

  /**
   * The values that two or more records share, without the generic ones; {@code ties} where one
   * person alone has such a value.
   *
   * @param repeated whether a record may have several rows
   */
  static Sql links(IdRules rules, boolean repeated) {
    var exclusive = rules.all(IdRules.Use.EXCLUSIVE);
    return Sql.of(
            """
            select h.node,
                   h.id_type,
                   h.id_value,
                   s.records_sharing,
                   s.first_node,
                   %s as ties
            from holding h
            join shared s on s.id_type = h.id_type and s.scope = h.scope and s.id_value = h.id_value
            """
                .formatted(exclusive.isEmpty() ? "false" : "h.id_type in " + list(exclusive)))
        .step("holding", repeated ? HOLDING : HOLDING.replace("select distinct", "select"))
        .step(
            "shared",
            """
            select h.id_type,
                   h.scope,
                   h.id_value,
                   min(h.node) as first_node,
                   count(*) as records_sharing
            from holding h
            left join {identity.generic} g
              on g.id_type = h.id_type and g.scope = h.scope and g.id_value = h.id_value
            where g.id_value is null
            group by h.id_type, h.scope, h.id_value
            having count(*) > 1
            """);
  }

  /** A record of two feeds holds a value once. */
  static final String HOLDING =
      """
      select distinct i.node,
             i.id_type,
             i.scope,
             i.id_value
      from {identity.id} i
      """;

  /** As a list in SQL, which must not be empty: of none, one that is none. */
  static String list(List<IdType> types) {
    if (types.isEmpty()) return "('')";
    return types.stream()
        .map(t -> "'" + t.column() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Where {@link #PLACED} stands while it is needed; no table of its own. */
  static final TableName PLACED_HELD = TableName.of("identity.placed");

  /**
   * The component of each record that is tied to another: that of a value it shares, whichever,
   * since all of them lead to one. Most values lead to the first record of their component at once.
   */
  static final Sql PLACED =
      Sql.of(
              """
              select t.node,
                     coalesce(p.first_node, t.first_node) as component
              from tied t
              left join {identity.part} p on p.node = t.first_node
              """)
          .step(
              "tied",
              """
              select l.node,
                     min(l.first_node) as first_node
              from {identity.link} l
              where l.ties
              group by l.node
              """);

  static final Sql ROW_COUNT = Sql.of("select count(*) as records from {quality.customer} c");

  static final Sql NODE_COUNT = Sql.of("select count(*) as nodes from {identity.node} n");

  /**
   * The least records of values that meet in one record, side by side: enough to connect all of
   * them, since a record of one value is placed by that.
   */
  static final Sql EDGES =
      Sql.of(
              """
              select distinct l.first_node as node,
                     m.least as first_node
              from {identity.link} l
              join meeting m on m.node = l.node and m.least <> l.first_node
              where l.ties
              """)
          .step(
              "meeting",
              """
              select l.node,
                     min(l.first_node) as least
              from {identity.link} l
              where l.ties
              group by l.node
              having min(l.first_node) <> max(l.first_node)
              """);
}
