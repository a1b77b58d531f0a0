package io.gongbi.identity;

import io.gongbi.identity.match.Comparison;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;

/**
 * Which cores are worth comparing, and what comes of it. Two are compared where they share a phone,
 * mailbox or door, or a name and something besides: never each with each, unless there are few.
 */
final class PairQuery {
  private static final int BLIND = 100_000;

  private PairQuery() {}

  static final TableName PAIRS_HELD = TableName.of("identity.compared");

  /**
   * Two cores and the pattern of what they have in common; {@code torn} where one of them has no
   * name and what they share has several. {@code each}: whether everybody is compared with
   * everybody of whom anything agrees.
   */
  static Sql pairs(boolean each) {
    return Sql.of(
            """
            select p.one,
                   p.other,
                   coalesce(p.several_names = 1 and (coalesce(a.plain, a.surname, a.given) is null
                     or coalesce(b.plain, b.surname, b.given) is null), false) as torn,
                   %s as pattern
            from pair p
            join {identity.face} a on a.core = p.one
            join {identity.face} b on b.core = p.other
            """
                .formatted(Comparison.pattern()))
        .step(
            "key",
            """
            select k.core,
                   k.kind,
                   k.value
            from {identity.keyed} k
            left join {identity.crowded} c on c.kind = k.kind and c.value = k.value
            where c.value is null and k.kind not in (%s)
            """
                .formatted(KeyQuery.VALUE_KINDS))
        .step(
            "found",
            """
            select x.core as one,
                   y.core as other,
                   x.kind,
                   x.several_names
            from {identity.telling} x
            join {identity.telling} y on y.kind = x.kind and y.value = x.value and y.core > x.core
            where x.kind <> 'birthday'
            union all
            select x.core as one,
                   y.core as other,
                   x.kind,
                   cast(null as integer) as several_names
            from key x
            join key y on y.kind = x.kind and y.value = x.value and y.core > x.core
            union all
            select x.core as one,
                   y.core as other,
                   'any' as kind,
                   cast(null as integer) as several_names
            from {identity.face} x
            join {identity.face} y on y.seq > x.seq
            where #each
              and (x.reading = y.reading or x.birthday = y.birthday or x.surname = y.surname or x.given = y.given
                or x.surname = y.given or x.given = y.surname
                or x.id_number = y.id_number
                or gb_alike(x.email, y.email) >= 0.9 or gb_alike(x.door, y.door) >= 0.92)
            """)
        .step(
            "pair",
            """
            select f.one,
                   f.other,
                   min(f.several_names) as several_names,
                   max(case when f.kind = 'phone' then 1 else 0 end) as phone_same,
                   max(case when f.kind = 'email' then 1 else 0 end) as email_same,
                   max(case when f.kind = 'door' then 1 else 0 end) as door_same,
                   max(case when f.kind in ('member_card', 'platform_id', 'openid', 'unionid', 'device')
                     then 1 else 0 end) as id_same
            from found f
            group by f.one, f.other
            """)
        .with("each", Value.of(each));
  }

  /** Cores, and those of them that can be reached. */
  static final Sql REACHED =
      Sql.of(
          """
          select count(distinct c.core) as faces,
                 count(distinct r.core) as reached
          from {identity.core} c
          left join {identity.reached} r on r.core = c.core and r.kind in ('phone', 'email')
          """);

  static final Sql PATTERNS =
      Sql.of(
          """
          select p.pattern,
                 count(*) as pairs
          from {identity.compared} p
          group by p.pattern
          """);

  /**
   * Patterns of pairs drawn blindly: every so many a core, with those that stand a fraction of all
   * further on.
   */
  static final Sql BLIND_PATTERNS =
      Sql.of(
              """
              select p.pattern,
                     count(*) as pairs
              from (
                select %s as pattern
                from blind b1
                join {identity.face} a on a.seq = b1.one
                join {identity.face} b on b.seq = b1.other
              ) p
              group by p.pattern
              """
                  .formatted(
                      Comparison.pattern()
                          .replace("phone_same = 1", "a.phone = b.phone")
                          .replace("email_same = 1", "a.email = b.email")
                          .replace("door_same = 1", "a.door = b.door")
                          .replace(
                              "id_same = 1",
                              "(a.member_card = b.member_card or a.unionid = b.unionid or a.device = b.device)")))
          .step(
              "size",
              """
              select count(*) as faces,
                     cast(ceil(greatest(1, count(*)) / cast(#blind as double)) as bigint) as stride
              from {identity.face} f
              """)
          .step(
              "blind",
              """
              select f.seq as one,
                     (f.seq + cast(floor(s.faces * d.share) as bigint)) % s.faces as other
              from {identity.face} f
              join size s on f.seq % s.stride = 0 and s.faces > 20
              join (
                select 0.137 as share
                union all
                select 0.271 as share
                union all
                select 0.419 as share
                union all
                select 0.683 as share
              ) d on true
              """)
          .with("blind", Value.of(BLIND));

  /** What ties the records of a core that fell apart weighs as much as anything can. */
  private static final double TIED = 20;

  /** Pairs of any weight, strongest first. */
  static final Sql WEIGHED =
      Sql.of(
              """
              select w.one,
                     w.other,
                     max(w.weight) as weight,
                     max(w.joins) = 1 as joins
              from weighed w
              group by w.one, w.other
              order by weight desc nulls last, w.one nulls last, w.other nulls last
              """)
          .with("tied", Value.of(TIED))
          .step(
              "weighed",
              """
              select p.one,
                     p.other,
                     s.weight,
                     case when s.joins and not p.torn then 1 else 0 end as joins
              from {identity.compared} p
              join {identity.score} s on s.pattern = p.pattern
              union all
              select distinct a.node as one,
                     b.node as other,
                     #tied as weight,
                     1 as joins
              from {identity.link} a
              join {identity.link} b
                on b.id_type = a.id_type and b.id_value = a.id_value and b.first_node = a.first_node
                and b.node > a.node
              join {identity.core} x on x.node = a.node
              join {identity.core} y on y.node = b.node
              where x.core <> y.core and a.ties
              """);

  /** Of whom people decided, by the decision, and on which side. */
  static final Sql PINS =
      Sql.of(
          """
          select distinct x.decision,
                 x.verdict,
                 x.side,
                 c.core
          from {identity.pin} x
          join {identity.node} n on n.source = x.source and n.record_key = x.record_key
          join {identity.core} c on c.node = n.node
          order by x.decision nulls last, x.side nulls last, c.core nulls last
          """);

  /** What those are called who may become one with others, where a name can speak against it. */
  static final Sql NAMES =
      Sql.of(
              """
              select f.core,
                     f.plain,
                     f.reading
              from {identity.face} f
              join known k on k.core = f.core
              where f.plain is not null and coalesce(f.surname, f.given) is null
              """)
          .step(
              "known",
              """
              select p.one as core
              from {identity.compared} p
              union
              select p.other as core
              from {identity.compared} p
              """);

  /** The component of each record: that of its core. */
  static final Sql PLACED =
      Sql.of(
          """
          select r.node,
                 coalesce(j.first_core, r.core) as component
          from {identity.core} r
          left join {identity.joined} j on j.core = r.core
          """);

  /** The pairs to be kept: whoever is one, or would be if nothing spoke against it. */
  static final Sql KEPT =
      Sql.of(
          """
          select a.customer_id,
                 b.customer_id as other_customer,
                 a.source as one_source,
                 a.record_key as one_key,
                 b.source as other_source,
                 b.record_key as other_key,
                 p.pattern,
                 s.weight,
                 s.joins and not p.torn as joins
          from {identity.compared} p
          join {identity.score} s on s.pattern = p.pattern
          join {identity.next} a on a.node = p.one
          join {identity.next} b on b.node = p.other
          where s.weight > 0 or p.torn or a.customer_id = b.customer_id
          """);
}
