package io.gongbi.identity;

import io.gongbi.warehouse.Among;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@link IdRuleTrials} asks: who is who before and after, side by side. */
final class TrialQuery {
  /** Of customers shown as examples: the largest, and some by lot. */
  private static final int LARGEST = 3;

  private static final int DRAWN = 3;
  private static final int PARTS = 4;
  private static final int RECORDS = 3;
  private static final int REASONS = 2;

  private TrialQuery() {}

  /** What stood before the rules were tried, held while the tables say what would be. */
  static final TableName MEMBER_HELD = TableName.of("identity.was_member");

  static final Sql MEMBER =
      Sql.of("select m.source, m.record_key, m.customer_id from {identity.member} m");

  static final TableName EVIDENCE_HELD = TableName.of("identity.was_evidence");

  static final Sql EVIDENCE = Sql.of("select e.* from {identity.evidence} e");

  static final TableName PAIR_HELD = TableName.of("identity.was_pair");

  static final Sql PAIR =
      Sql.of(
          "select p.* from {identity.pair} p where p.customer_id = p.other_customer and p.joins");

  static final TableName GENERIC_HELD = TableName.of("identity.was_generic");

  static final Sql GENERIC =
      Sql.of("select g.scope, g.id_type, g.id_value from {identity.generic} g");

  static final TableName PASSAGE_HELD = TableName.of("identity.passage");

  /** Whose each record is, and would be. */
  static final Sql PASSAGE =
      Sql.of(
          """
          select w.source,
                 w.record_key,
                 w.source || chr(31) || w.record_key as ref,
                 w.customer_id as was,
                 m.customer_id as becomes
          from {identity.was_member} w
          join {identity.member} m on m.source = w.source and m.record_key = w.record_key
          """);

  private static final String FLOW =
      """
      select p.was,
             p.becomes,
             count(*) as records
      from {identity.passage} p
      group by p.was, p.becomes
      """;

  static final Sql TOTALS =
      Sql.of(
              """
              select b.records,
                     b.customers as before,
                     a.customers as after,
                     b.parted,
                     a.joined,
                     b.largest as largest_before,
                     a.largest as largest_after,
                     (select coalesce(sum(f.records), 0) from flow f where f.was <> f.becomes) as moved,
                     (
                       select count(*)
                       from old o
                       join new n on n.id = o.id and n.parts = 1 and o.parts = 1
                     ) as same,
                     (select count(*) from old o join new n on n.id = o.id) as staying
              from befores b
              cross join afters a
              """)
          .step("flow", FLOW)
          .step(
              "old",
              "select f.was as id, count(*) as parts, sum(f.records) as records from flow f group by f.was")
          .step(
              "new",
              "select f.becomes as id, count(*) as parts, sum(f.records) as records from flow f group by f.becomes")
          .step(
              "befores",
              """
              select count(*) as customers,
                     coalesce(sum(o.records), 0) as records,
                     coalesce(max(o.records), 0) as largest,
                     count(*) filter (where o.parts > 1) as parted
              from old o
              """)
          .step(
              "afters",
              """
              select count(*) as customers,
                     coalesce(max(n.records), 0) as largest,
                     count(*) filter (where n.parts > 1) as joined
              from new n
              """);

  /** By type, values that would mean nobody from now on, and those that would mean somebody. */
  static final Sql VALUES =
      Sql.of(
          """
          select coalesce(n.id_type, w.id_type) as id_type,
                 count(*) filter (where w.id_type is null) as gained,
                 count(*) filter (where n.id_type is null) as lost
          from {identity.generic} n
          full join {identity.was_generic} w
            on w.id_type = n.id_type and w.scope = n.scope and w.id_value = n.id_value
          group by coalesce(n.id_type, w.id_type)
          """);

  static final Sql CONTRADICTED =
      Sql.of(
          """
          select count(*) as contradicted
          from (select distinct c.scope, c.id_type, c.id_value from {identity.contradicted} c) x
          """);

  /** Which side of a passage is one customer, and which is its parts. */
  enum Side {
    PARTED("was", "becomes", "identity.was_evidence", "identity.was_pair"),
    JOINED("becomes", "was", "identity.evidence", "identity.pair");

    private final String whole;
    private final String part;
    private final String evidence;
    private final String pair;

    Side(String whole, String part, String evidence, String pair) {
      this.whole = whole;
      this.part = part;
      this.evidence = evidence;
      this.pair = pair;
    }
  }

  /** Some records of the largest parts of some customers. */
  static Sql examples(Side side) {
    return picked(
            Sql.of(
                """
                select r.id,
                       k.records,
                       k.parts,
                       r.part,
                       f.records as part_records,
                       r.source,
                       r.record_key
                from record r
                join picked k on k.id = r.id
                join ranked f on f.id = r.id and f.part = r.part
                where r.place <= #records and f.place <= #parts
                order by k.records desc nulls last, r.id nulls last, f.place nulls last, r.place nulls last
                """),
            side)
        .step(
            "ranked",
            """
            select f.%1$s as id,
                   f.%2$s as part,
                   f.records,
                   row_number() over (
                     partition by f.%1$s
                     order by f.records desc nulls last, f.%2$s nulls last
                   ) as place
            from flow f
            join picked k on k.id = f.%1$s
            """
                .formatted(side.whole, side.part))
        .step(
            "record",
            """
            select p.%1$s as id,
                   p.%2$s as part,
                   p.source,
                   p.record_key,
                   row_number() over (
                     partition by p.%1$s, p.%2$s
                     order by p.source nulls last, p.record_key nulls last
                   ) as place
            from {identity.passage} p
            join picked k on k.id = p.%1$s
            """
                .formatted(side.whole, side.part))
        .with("parts", Value.of(PARTS))
        .with("records", Value.of(RECORDS));
  }

  /** The values that parts of these customers have in common, the most widely held first. */
  static Sql ties(Side side) {
    return picked(
            Sql.of(
                """
                select t.id,
                       t.id_type,
                       t.ref,
                       g.id_type is not null as is_generic,
                       c.id_type is not null as is_contradicted
                from tie t
                left join {identity.generic} g
                  on g.id_type = t.id_type and g.scope = t.scope and g.id_value = t.id_value
                left join contradicted c
                  on c.id_type = t.id_type and c.scope = t.scope and c.id_value = t.id_value
                where t.place <= #reasons
                order by t.id nulls last, t.place nulls last
                """),
            side)
        .step(
            "contradicted",
            "select distinct c.scope, c.id_type, c.id_value from {identity.contradicted} c")
        .step(
            "held",
            """
            select p.%1$s as id,
                   p.%2$s as part,
                   p.ref,
                   e.id_type,
                   case when e.id_type in (%3$s) then e.source else '' end as scope,
                   e.id_value
            from {%4$s} e
            join {identity.passage} p on p.source = e.source and p.record_key = e.record_key
            join picked k on k.id = p.%1$s
            """
                .formatted(side.whole, side.part, OF_THEIR_SOURCE, side.evidence))
        .step(
            "tie",
            """
            select h.id,
                   h.id_type,
                   h.scope,
                   h.id_value,
                   min(h.ref) as ref,
                   row_number() over (
                     partition by h.id
                     order by count(*) desc nulls last, h.id_type nulls last, h.scope nulls last, h.id_value nulls last
                   ) as place
            from held h
            group by h.id, h.id_type, h.scope, h.id_value
            having min(h.part) < max(h.part)
            """)
        .with("reasons", Value.of(REASONS));
  }

  /** The strongest likeness between parts of these customers. */
  static Sql likenesses(Side side) {
    return picked(
        Sql.of(
            """
                select a.%1$s as id,
                       a.ref,
                       x.pattern
                from {%3$s} x
                join {identity.passage} a on a.source = x.one_source and a.record_key = x.one_key
                join {identity.passage} b on b.source = x.other_source and b.record_key = x.other_key
                join picked k on k.id = a.%1$s
                where x.joins and x.weight > 0 and a.%1$s = b.%1$s and a.%2$s <> b.%2$s
                qualify row_number() over (
                  partition by a.%1$s
                  order by x.weight desc nulls last, a.ref nulls last, b.ref nulls last
                ) = 1
                order by id nulls last
                """
                .formatted(side.whole, side.part, side.pair)),
        side);
  }

  private static final String OF_THEIR_SOURCE =
      Arrays.stream(IdType.values())
          .filter(IdType::isOfItsSource)
          .map(t -> "'" + t.column() + "'")
          .collect(Collectors.joining(", "));

  private static Sql picked(Sql sql, Side side) {
    return sql.step("flow", FLOW)
        .step(
            "torn",
            """
            select f.%1$s as id,
                   count(*) as parts,
                   sum(f.records) as records
            from flow f
            group by f.%1$s
            having count(*) > 1
            """
                .formatted(side.whole))
        .step(
            "picked",
            """
            select t.id,
                   t.parts,
                   t.records
            from torn t
            qualify row_number() over (order by t.records desc nulls last, t.id nulls last) <= #largest
              or row_number() over (
                order by gb_hash('trial:' || cast(t.id as varchar)) nulls last, t.id nulls last
              ) <= #drawn
            """)
        .with("largest", Value.of(LARGEST))
        .with("drawn", Value.of(DRAWN));
  }

  /** What records say of their customer, by their refs; at least one. */
  static Sql said(List<String> refs) {
    var sql =
        Sql.of(
            """
            select c.source,
                   c.record_key,
                   min(c.name) as name,
                   %s
            from {quality.customer} c
            where %s
            group by c.source, c.record_key
            """
                .formatted(
                    Arrays.stream(IdType.values())
                        .map(t -> "min(c.%1$s) as %1$s".formatted(t.column()))
                        .collect(Collectors.joining(",\n       ")),
                    Among.text(
                        "c.source || chr(31) || c.record_key",
                        IntStream.range(0, refs.size()).mapToObj(i -> "#ref" + i).toList())));
    for (int i = 0; i < refs.size(); i++) sql = sql.with("ref" + i, Value.of(refs.get(i)));
    return sql;
  }
}
