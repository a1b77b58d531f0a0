package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** Whose record each one is after a run, and whom that changes. */
final class MemberQuery {
  private MemberQuery() {}

  /** Where {@link #NEXT} stands while it is needed; no table of its own. */
  static final TableName NEXT_HELD = TableName.of("identity.next");

  /** Each record with the customer it is of from now on. */
  static final Sql NEXT =
      Sql.of(
          """
          select n.node,
                 n.source,
                 n.record_key,
                 k.customer_id
          from {identity.node} n
          left join {identity.placed} p on p.node = n.node
          join {identity.claim} k on k.component = coalesce(p.component, n.node) and not k.swallowed
          """);

  static final Sql MEMBERS =
      Sql.of(
          """
              select n.source,
                     n.record_key,
                     n.customer_id
              from {identity.next} n
              order by n.customer_id nulls last
              """);

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
        .step(
            "moved_record",
            """
            select o.customer_id as was,
                   n.customer_id as becomes
            from {identity.member} o
            full join {identity.next} n on n.source = o.source and n.record_key = o.record_key
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
            from {identity.next} n
            left join {identity.assignment} a on a.source = n.source and a.record_key = n.record_key
            where a.customer_id is null or a.customer_id <> n.customer_id
            """)
        .with("since", Value.of(since));
  }

  /** Records whose customer changed, to be asked before their new one is noted. */
  static Sql moves(Instant since) {
    return Sql.of(
            """
            select n.source,
                   n.record_key,
                   a.customer_id as was,
                   n.customer_id as becomes,
                   #since as since
            from {identity.next} n
            join {identity.assignment} a on a.source = n.source and a.record_key = n.record_key
            where a.customer_id <> n.customer_id
            """)
        .with("since", Value.of(since));
  }

  static final Sql REASSIGNED_KEYS =
      Sql.of(
          """
              select n.source,
                     n.record_key
              from {identity.next} n
              join {identity.assignment} a on a.source = n.source and a.record_key = n.record_key
              where a.customer_id <> n.customer_id
              """);

  /** A value that several records hold is evidence among those of one customer. */
  static final Sql EVIDENCE =
      Sql.of(
              """
              select v.source,
                     v.record_key,
                     v.customer_id,
                     v.id_type,
                     v.id_value,
                     v.records_sharing
              from valued v
              where v.records_sharing > 1
              order by v.customer_id nulls last
              """)
          .step(
              "valued",
              """
              select n.source,
                     n.record_key,
                     n.customer_id,
                     l.id_type,
                     l.id_value,
                     count(*) over (
                       partition by n.customer_id, l.id_type, l.id_value, l.first_node
                     ) as records_sharing
              from {identity.link} l
              join {identity.next} n on n.node = l.node
              """);
}
