package io.gongbi.identity;

import io.gongbi.identity.match.Comparison;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which cores are worth comparing, and what comes of it. Two are compared where they share a
 * phone, mailbox or door, or a name and something besides: never each with each, unless there are
 * few.
 */
final class PairQuery {
  /** Whoever shares a name and something besides with more than this says nothing by it. */
  private static final int MOST_OF_A_KEY = 20;

  /** Of so few everybody is compared with everybody. */
  static final int FEW = 1_500;

  private static final int BLIND = 100_000;

  private PairQuery() {}

  static final TableName PAIRS_HELD = TableName.of("identity.pair");

  /** A name and what has to agree besides, for two cores to be compared. */
  private record Key(String name, String value, String given) {
    String select() {
      return """
      select f.core, '%s' as kind, %s as value
      from {identity.face} f
      where %s is not null
      """
          .formatted(name, value, given);
    }
  }

  private static final List<Key> KEYS =
      List.of(
          new Key("born", "f.reading || cast(f.birthday as varchar)", "f.birthday"),
          new Key("lives", "f.reading || f.door", "f.door"),
          new Key("phone-front", "f.reading || left(f.phone, 7)", "f.phone"),
          new Key("phone-end", "f.reading || right(f.phone, 4)", "f.phone"));

  /** Keys for people of whom neither phone nor mailbox is known. */
  private static final List<Key> WITHOUT_CONTACT =
      List.of(
          new Key("day", "cast(f.birthday as varchar)", "f.birthday"),
          new Key("called", "f.reading", "f.surname"),
          new Key("turned", "f.given || f.surname", "f.surname"),
          new Key("city-given", "f.city || left(f.given, 2)", "f.city"),
          new Key("city-surname", "f.city || left(f.surname, 2)", "f.city"));

  /**
   * Two cores and the pattern of what they have in common; {@code torn} where one of them has no
   * name and what they share has several.
   */
  static Sql pairs(boolean withoutContact) {
    var keys =
        java.util.stream.Stream.concat(
                KEYS.stream(), withoutContact ? WITHOUT_CONTACT.stream() : java.util.stream.Stream.of())
            .map(Key::select)
            .collect(Collectors.joining("union all\n"));
    return Sql.of(
            """
            select p.one,
                   p.other,
                   coalesce((a.plain is null or b.plain is null) and p.names > 1, false) as torn,
                   %s as pattern
            from pair p
            join {identity.face} a on a.core = p.one
            join {identity.face} b on b.core = p.other
            """
                .formatted(Comparison.pattern()))
        .step("keyed", keys)
        .step(
            "telling",
            """
            select k.kind,
                   k.value
            from keyed k
            group by k.kind, k.value
            having count(*) between 2 and #mostOfAKey
            """)
        .step(
            "key",
            """
            select k.core,
                   k.kind,
                   k.value
            from keyed k
            join telling t on t.kind = k.kind and t.value = k.value
            """)
        .step(
            "found",
            """
            select x.core as one,
                   y.core as other,
                   x.kind,
                   x.names
            from {identity.reached} x
            join {identity.reached} y on y.kind = x.kind and y.value = x.value and y.core > x.core
            union all
            select x.core as one,
                   y.core as other,
                   x.kind,
                   cast(null as bigint) as names
            from key x
            join key y on y.kind = x.kind and y.value = x.value and y.core > x.core
            union all
            select x.core as one,
                   y.core as other,
                   'any' as kind,
                   cast(null as bigint) as names
            from {identity.face} x
            join {identity.face} y on y.seq > x.seq
            where (select count(*) from {identity.face} f) <= #few
              and (x.reading = y.reading or x.birthday = y.birthday or x.surname = y.surname or x.given = y.given
                or gb_alike(x.email, y.email) >= 0.92 or gb_alike(x.door, y.door) >= 0.92)
            """)
        .step(
            "pair",
            """
            select f.one,
                   f.other,
                   min(f.names) as names,
                   max(case when f.kind = 'phone' then 1 else 0 end) as phone_same,
                   max(case when f.kind = 'email' then 1 else 0 end) as email_same,
                   max(case when f.kind = 'door' then 1 else 0 end) as door_same
            from found f
            group by f.one, f.other
            """)
        .with("mostOfAKey", Value.of(MOST_OF_A_KEY))
        .with("few", Value.of(FEW));
  }

  /** Cores, and those of them that can be reached. */
  static final Sql REACHED =
      Sql.of(
          """
          select count(*) as faces,
                 count(coalesce(f.phone, f.email)) as reached
          from {identity.face} f
          """);

  static final Sql PATTERNS =
      Sql.of(
          """
          select p.pattern,
                 count(*) as pairs
          from {identity.pair} p
          group by p.pattern
          """);

  /** Patterns of pairs drawn blindly: each core with those that stand a fraction of all further on. */
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
                          .replace("door_same = 1", "a.door = b.door")))
          .step("size", "select count(*) as faces from {identity.face} f")
          .step(
              "blind",
              """
              select f.seq as one,
                     (f.seq + cast(floor(s.faces * d.share) as bigint)) % s.faces as other
              from {identity.face} f
              join size s on f.seq < #blind and s.faces > 20
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

  /** Pairs of any weight, strongest first. */
  static final Sql WEIGHED =
      Sql.of(
          """
          select p.one,
                 p.other,
                 s.weight,
                 s.joins and not p.torn as joins
          from {identity.pair} p
          join {identity.score} s on s.pattern = p.pattern
          order by s.weight desc nulls last, p.one nulls last, p.other nulls last
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
              where f.plain is not null and (f.surname is null or f.given is null)
              """)
          .step(
              "known",
              """
              select p.one as core
              from {identity.pair} p
              union
              select p.other as core
              from {identity.pair} p
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
}
