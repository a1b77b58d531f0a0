package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questions of {@link Resolve}, in the order in which it asks them. */
final class ResolveQuery {
  private ResolveQuery() {}

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

  /** Every identifier of every record: one row each, or more where feeds repeat one. */
  static final Sql IDS =
      Sql.of(perType(ResolveQuery::idsOf))
          .step(
              "holder",
              """
              select n.node,
                     c.source,
                     c.name,
                     %s
              from {identity.node} n
              join {quality.customer} c on c.source = n.source and c.record_key = n.record_key
              """
                  .formatted(
                      Arrays.stream(IdType.values())
                          .map(t -> "c." + t.column())
                          .collect(Collectors.joining(",\n       "))));

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
  static Sql generic(Limits limits) {
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
            .step("limits", perType(ResolveQuery::limitOf))
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
      var limit = limits.of(type);
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

  /** The values that two or more records share, without the generic ones. */
  static final Sql LINKS =
      Sql.of(
              """
              select l.node,
                     l.id_type,
                     l.id_value,
                     count(*) over (
                       partition by l.id_type, l.id_value, l.first_node
                     ) as records_sharing,
                     l.first_node
              from linked l
              """)
          .step(
              "shared",
              """
              select i.id_type,
                     i.scope,
                     i.id_value,
                     min(i.node) as first_node
              from {identity.id} i
              left join {identity.generic} g
                on g.id_type = i.id_type and g.scope = i.scope and g.id_value = i.id_value
              where g.id_value is null
              group by i.id_type, i.scope, i.id_value
              having min(i.node) <> max(i.node)
              """)
          .step(
              "linked",
              """
              select distinct i.node,
                     i.id_type,
                     i.id_value,
                     s.first_node
              from {identity.id} i
              join shared s on s.id_type = i.id_type and s.scope = i.scope and s.id_value = i.id_value
              """);

  static final Sql NODE_COUNT = Sql.of("select count(*) as nodes from {identity.node} n");

  /** Each record with the least record of a value that it shares: enough to connect all of them. */
  static final Sql EDGES =
      Sql.of(
          """
          select l.node,
                 l.first_node
          from {identity.link} l
          where l.node <> l.first_node
          """);

  /** The highest number ever given, as far as records and former ids still tell. */
  static final Sql LAST_ID =
      Sql.of(
          """
          select max(x.customer_id) as last_id
          from (
            select a.customer_id from {identity.assignment} a
            union all
            select l.customer_id from {identity.alias} l
          ) x
          """);

  /**
   * Which id each component keeps. An id goes to the component that holds most of its records (of
   * equal ones, to the one with the least record); a component that got several keeps the one that
   * most of its records held (of equal ones the smallest), and the others are swallowed; one that
   * got none takes the next number, in the order of least records.
   */
  static Sql claims(long lastId) {
    return Sql.of(
            """
            select a.component,
                   a.customer_id,
                   a.place > 1 as swallowed
            from awarded a
            union all
            select c.component,
                   #lastId + row_number() over (order by c.component) as customer_id,
                   false as swallowed
            from (select distinct x.component from record x) c
            left join (select distinct w.component from awarded w) w on w.component = c.component
            where w.component is null
            """)
        .with("lastId", Value.of(lastId))
        .step(
            "record",
            """
            select n.source,
                   n.record_key,
                   coalesce(p.first_node, n.node) as component
            from {identity.node} n
            left join {identity.part} p on p.node = n.node
            """)
        .step(
            "held",
            """
            select r.component,
                   coalesce(l.now_id, a.customer_id) as customer_id,
                   count(*) as records
            from record r
            join {identity.assignment} a on a.source = r.source and a.record_key = r.record_key
            left join {identity.alias} l on l.customer_id = a.customer_id
            group by r.component, coalesce(l.now_id, a.customer_id)
            """)
        .step(
            "largest",
            """
            select h.component,
                   h.customer_id,
                   h.records,
                   row_number() over (
                     partition by h.customer_id
                     order by h.records desc nulls last, h.component nulls last
                   ) as place
            from held h
            """)
        .step(
            "awarded",
            """
            select l.component,
                   l.customer_id,
                   row_number() over (
                     partition by l.component
                     order by l.records desc nulls last, l.customer_id nulls last
                   ) as place
            from largest l
            where l.place = 1
            """);
  }

  static final Sql HIGHEST_CLAIM =
      Sql.of("select max(k.customer_id) as last_id from {identity.claim} k");

  /** Former ids that this run swallowed. */
  static Sql swallowed(Instant since) {
    return Sql.of(
            """
            select s.customer_id,
                   k.customer_id as now_id,
                   #since as since
            from {identity.claim} s
            join {identity.claim} k on k.component = s.component and not k.swallowed
            where s.swallowed
            """)
        .with("since", Value.of(since));
  }

  /** What pointed to an id that is itself swallowed now points to who swallowed it. */
  static final Sql REPOINTED =
      Sql.of(
          """
          select s.customer_id as now_id,
                 k.customer_id as next_id
          from {identity.claim} s
          join {identity.claim} k on k.component = s.component and not k.swallowed
          where s.swallowed
          """);

  private static final Sql NEXT =
      Sql.of(
          """
          select n.node,
                 n.source,
                 n.record_key,
                 k.customer_id
          from {identity.node} n
          left join {identity.part} p on p.node = n.node
          join {identity.claim} k on k.component = coalesce(p.first_node, n.node) and not k.swallowed
          """);

  static final Sql MEMBERS =
      Sql.of(
              """
              select n.source,
                     n.record_key,
                     n.customer_id
              from next n
              order by n.customer_id nulls last
              """)
          .step("next", NEXT);

  /**
   * Customers, by old and new ids, that gained or lost a record, and those given. To be asked while
   * {@code identity.member} still holds the last run's answer.
   */
  static Sql moved(Sql given) {
    return Sql.of(
            """
            select r.was as customer_id
            from moved_record r
            where r.was is not null
            union
            select r.becomes as customer_id
            from moved_record r
            where r.becomes is not null
            union
            select g.customer_id
            from given g
            """)
        .step("next", NEXT)
        .step(
            "moved_record",
            """
            select o.customer_id as was,
                   n.customer_id as becomes
            from {identity.member} o
            full join next n on n.source = o.source and n.record_key = o.record_key
            where o.customer_id is null or n.customer_id is null or o.customer_id <> n.customer_id
            """)
        .step("given", given);
  }

  /**
   * Those already touched, and the customers of records and orders that came, changed or went. Who
   * lost an order to another buyer is among them: both buyers' records count as touched.
   */
  static final Sql WRITTEN =
      Sql.of(
              """
              select t.customer_id
              from {identity.touched} t
              union
              select m.customer_id
              from {identity.member} m
              join written_record w on w.source = m.source and w.record_key = m.record_key
              """)
          .step(
              "written_record",
              """
              select r.source,
                     r.record_key
              from {quality.touched_record} r
              union
              select o.source,
                     o.buyer_key as record_key
              from {quality.order} o
              join {quality.touched_order} t on t.source = o.source and t.order_key = o.order_key
              where o.buyer_key is not null
              """);

  static final Sql NOBODY = Sql.of("select cast(null as bigint) as customer_id where false");

  /** Records whose id is not the one noted for them. */
  static Sql reassigned(Instant since) {
    return Sql.of(
            """
            select n.source,
                   n.record_key,
                   n.customer_id,
                   #since as since
            from next n
            left join {identity.assignment} a on a.source = n.source and a.record_key = n.record_key
            where a.customer_id is null or a.customer_id <> n.customer_id
            """)
        .with("since", Value.of(since))
        .step("next", NEXT);
  }

  static final Sql REASSIGNED_KEYS =
      Sql.of(
              """
              select n.source,
                     n.record_key
              from next n
              join {identity.assignment} a on a.source = n.source and a.record_key = n.record_key
              where a.customer_id <> n.customer_id
              """)
          .step("next", NEXT);

  static final Sql EVIDENCE =
      Sql.of(
              """
              select n.source,
                     n.record_key,
                     n.customer_id,
                     l.id_type,
                     l.id_value,
                     l.records_sharing
              from {identity.link} l
              join next n on n.node = l.node
              order by n.customer_id nulls last
              """)
          .step("next", NEXT);
}
