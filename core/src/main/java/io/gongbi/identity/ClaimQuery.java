package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** Which customer id each set of tied records keeps, takes anew or swallows. */
final class ClaimQuery {
  private ClaimQuery() {}

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
   * most of its records held (of equal ones the smallest), and the others are swallowed. One that
   * got none takes back the swallowed id that most of its records once had, if nobody with more of
   * them does; otherwise the next number, in the order of least records.
   */
  static Sql claims(long lastId) {
    return Sql.of(
            """
            select a.component,
                   a.customer_id,
                   a.place > 1 as swallowed
            from awarded a
            union all
            select r.component,
                   r.customer_id,
                   false as swallowed
            from revived r
            union all
            select u.component,
                   #lastId + row_number() over (order by u.component nulls last) as customer_id,
                   false as swallowed
            from unnamed u
            left join revived r on r.component = u.component
            where r.component is null
            """)
        .with("lastId", Value.of(lastId))
        .step(
            "record",
            """
            select n.source,
                   n.record_key,
                   coalesce(p.component, n.node) as component
            from {identity.node} n
            left join {identity.placed} p on p.node = n.node
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
            """)
        .step(
            "unnamed",
            """
            select c.component
            from (select distinct x.component from record x) c
            left join (select distinct w.component from awarded w) w on w.component = c.component
            where w.component is null
            """)
        .step(
            "once",
            """
            select u.component,
                   m.was as customer_id,
                   count(distinct r.source || chr(31) || r.record_key) as records
            from unnamed u
            join record r on r.component = u.component
            join {identity.moved} m on m.source = r.source and m.record_key = r.record_key
            join {identity.alias} l on l.customer_id = m.was
            group by u.component, m.was
            """)
        .step(
            "largest_once",
            """
            select o.component,
                   o.customer_id,
                   o.records
            from once o
            qualify row_number() over (
              partition by o.customer_id
              order by o.records desc nulls last, o.component nulls last
            ) = 1
            """)
        .step(
            "revived",
            """
            select o.component,
                   o.customer_id
            from largest_once o
            qualify row_number() over (
              partition by o.component
              order by o.records desc nulls last, o.customer_id nulls last
            ) = 1
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

  /** Former ids that somebody has again. */
  static final Sql REVIVED =
      Sql.of(
          """
          select l.customer_id
          from {identity.alias} l
          join {identity.claim} k on k.customer_id = l.customer_id and not k.swallowed
          """);
}
