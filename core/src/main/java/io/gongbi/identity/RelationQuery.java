package io.gongbi.identity;

import io.gongbi.identity.Relation.Shared;
import io.gongbi.quality.CleanTables;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Who has to do with whom, by what they were compared by ({@code identity.key}), their landlines
 * and employers. Who is called alike may be the same person, and who has no name anybody: neither
 * is a relation.
 */
final class RelationQuery {
  /** More than these do not live together. */
  private static final int MOST_AT_HOME = 5;

  /** What more customers share says nothing of any two of them. */
  private static final int MOST_HOLDERS = 50;

  private static final String KINDS =
      Arrays.stream(new Shared[] {Shared.DOOR, Shared.PHONE, Shared.EMAIL, Shared.DEVICE})
          .map(s -> "'" + s.column() + "'")
          .collect(Collectors.joining(", "));

  private static final String SHARES =
      Arrays.stream(Shared.values())
          .map(
              s -> "max(case when s.kind = '%1$s' then 1 else 0 end) as %1$s".formatted(s.column()))
          .collect(Collectors.joining(",\n       "));

  private RelationQuery() {}

  /** Of one customer: those of the surest first, {@code limit} of them. */
  static Sql of(CustomerId customer, int limit) {
    return related(
            Sql.of(
                """
                select r.*
                from related r
                order by r.kind nulls last, r.is_sure desc nulls last, r.holders nulls last,
                  r.other nulls last
                limit #limit
                """),
            "select #customer as customer_id")
        .with("customer", Value.of(customer.value()))
        .with("limit", Value.of((long) limit));
  }

  /** How many customers stand in such a relation, and how many pairs they are, by kind. */
  static final Sql COUNTS =
      related(
          Sql.of(
              """
              select r.kind,
                     count(distinct r.customer_id) as customers,
                     cast(count(*) / 2 as bigint) as pairs
              from related r
              group by r.kind
              order by r.kind nulls last
              """),
          "select distinct m.customer_id from {identity.member} m");

  private static Sql related(Sql sql, String asked) {
    return sql.step("asked", asked)
        .step(
            "holding",
            """
            select distinct k.customer_id,
                   k.kind,
                   k.value
            from {identity.key} k
            where k.kind in (%s)
            union all
            select distinct m.customer_id,
                   'landline' as kind,
                   c.landline as value
            from {identity.member} m
            join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
            where c.landline is not null
            union all
            select distinct m.customer_id,
                   'company' as kind,
                   lower(c.company) as value
            from {identity.member} m
            join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
            where c.company is not null
            """
                .formatted(KINDS))
        .step(
            "mine",
            """
            select h.customer_id,
                   h.kind,
                   h.value
            from holding h
            join asked a on a.customer_id = h.customer_id
            """)
        .step(
            "held",
            """
            select h.kind,
                   h.value,
                   count(*) as holders
            from holding h
            join (select distinct m.kind, m.value from mine m) w on w.kind = h.kind and w.value = h.value
            group by h.kind, h.value
            having count(*) between 2 and #most_holders
            """)
        .step(
            "shared",
            """
            select m.customer_id,
                   h.customer_id as other,
                   m.kind,
                   c.holders
            from mine m
            join held c on c.kind = m.kind and c.value = m.value
            join holding h on h.kind = m.kind and h.value = m.value and h.customer_id <> m.customer_id
            """)
        .step(
            "pair",
            """
            select s.customer_id,
                   s.other,
                   min(s.holders) as holders,
                   min(case when s.kind not in ('company', 'device') then s.holders end) as at_home,
                   count(distinct s.kind) as kinds,
                   %s
            from shared s
            group by s.customer_id, s.other
            """
                .formatted(SHARES))
        .step(
            "meant",
            """
            select p.customer_id
            from pair p
            union
            select p.other as customer_id
            from pair p
            """)
        // What a customer is called: as their own records say most often, else as orders do.
        .step(
            "called",
            """
            select n.customer_id,
                   n.plain,
                   n.reading,
                   n.surname
            from (
              select m.customer_id,
                     f.plain,
                     min(f.reading) as reading,
                     min(coalesce(c.surname, f.surname, left(f.plain, 1))) as surname,
                     min(case when c.record_key like #buyer then 1 else 0 end) as elsewhere,
                     count(*) as times
              from {identity.member} m
              join meant w on w.customer_id = m.customer_id
              join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
              join {identity.form} f on f.name = c.name
              where f.plain is not null
              group by m.customer_id, f.plain
            ) n
            qualify row_number() over (
              partition by n.customer_id
              order by n.elsewhere nulls last, n.times desc nulls last, n.plain nulls last
            ) = 1
            """)
        .step(
            "related",
            """
            select p.*,
                   a.surname = b.surname as same_surname,
                   case when p.company = 1 or p.at_home > #most_at_home then 'COMPANY'
                        when p.at_home is null then 'DEVICE'
                        else 'HOUSEHOLD' end as kind,
                   p.kinds > 1 or p.company = 1
                     or p.at_home <= #most_at_home and a.surname = b.surname as is_sure
            from pair p
            join called a on a.customer_id = p.customer_id
            join called b on b.customer_id = p.other
            where a.reading <> b.reading
              and not (length(a.plain) >= 3 and length(b.plain) >= 3 and gb_one_edit(a.plain, b.plain))
            """)
        .with("most_holders", Value.of((long) MOST_HOLDERS))
        .with("most_at_home", Value.of((long) MOST_AT_HOME))
        .with("buyer", Value.of(CleanTables.BUYER + "%"));
  }
}
