package io.gongbi.identity;

import io.gongbi.quality.CleanTables;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of each core, that is of the records that one account, card or openid holds
 * together: enough to compare it with others.
 */
final class FaceQuery {
  private FaceQuery() {}

  /** Names that were never seen before. */
  static final Sql NEW_NAMES =
      Sql.of(
          """
          select distinct c.name
          from {quality.customer} c
          left join {identity.form} f on f.name = c.name
          where c.name is not null and f.name is null
          """);

  static final Sql USED_NAMES =
      Sql.of(
          """
          select f.name,
                 f.plain,
                 f.reading,
                 f.surname,
                 f.given,
                 f.hint
          from {identity.form} f
          where f.name in (select c.name from {quality.customer} c)
          """);

  /** Where {@link #CORES} stands while it is needed; no table of its own. */
  static final TableName CORES_HELD = TableName.of("identity.core");

  /**
   * Each record with the least record of its core. A core of which people said that some of it is
   * somebody else falls into its records.
   */
  static final Sql CORES =
      Sql.of(
              """
              select t.node,
                     case when b.component is null then t.component else t.node end as core
              from tied t
              left join broken b on b.component = t.component
              """)
          .step(
              "tied",
              """
              select n.node,
                     n.source,
                     n.record_key,
                     coalesce(p.component, n.node) as component
              from {identity.node} n
              left join {identity.placed} p on p.node = n.node
              """)
          .step(
              "broken",
              """
              select distinct x.component
              from (
                select t.component,
                       x.decision
                from tied t
                join {identity.pin} x on x.source = t.source and x.record_key = t.record_key
                where x.verdict = 'APART'
                group by t.component, x.decision
                having count(distinct x.side) = 2
              ) x
              """);

  static final TableName FACTS_HELD = TableName.of("identity.fact");

  /**
   * What each record says. An order made with an account may go to somebody else: what it says
   * counts less than the account's own record, and only where the names agree.
   */
  static Sql facts(IdRules rules) {
    return Sql.of(
            """
              select r.core,
                     case when c.record_key like #buyer then 1 else 0 end as named_elsewhere,
                     f.plain,
                     f.reading,
                     coalesce(gb_folded_latin(c.surname), f.surname) as surname,
                     coalesce(gb_folded_latin(c.given_name), f.given) as given,
                     f.hint,
                     %s,
                     c.birthday,
                     c.gender,
                     gb_folded(c.city) as city,
                     c.postcode,
                     c.id_number,
                     gb_door(c.address, c.district, c.city) as door
              from {identity.node} n
              join {identity.core} r on r.node = n.node
              join {quality.customer} c on c.source = n.source and c.record_key = n.record_key
              left join {identity.form} f on f.name = c.name
              """
                .formatted(each(t -> hint(t, rules))))
        .with("buyer", Value.of(CleanTables.BUYER + "%"));
  }

  /** Compared however they are used: who has another number may still be the same person. */
  private static final List<IdType> CONTACTS = List.of(IdType.PHONE, IdType.EMAIL);

  /** Whether a value of this type is compared, and finds whom to compare. */
  private static boolean isHint(IdType type, IdRules rules) {
    return switch (rules.of(type).use()) {
      case SHARED -> true;
      case EXCLUSIVE -> CONTACTS.contains(type);
      case OFF -> false;
    };
  }

  private static String hint(IdType type, IdRules rules) {
    var value = (type.isOfItsSource() ? "c.source || ' ' || c." : "c.") + type.column();
    return (isHint(type, rules) ? value : "cast(null as varchar)") + " as " + type.column();
  }

  private static String each(Function<IdType, String> column) {
    return Arrays.stream(IdType.values()).map(column).collect(Collectors.joining(",\n       "));
  }

  static final TableName OWN_HELD = TableName.of("identity.own");

  /** The facts that speak of whoever the core belongs to, with that name. */
  static final Sql OWN =
      Sql.of(
              """
              select f.core,
                     o.plain,
                     o.reading,
                     coalesce(o.surname, f.surname) as surname,
                     coalesce(o.given, f.given) as given,
                     case when o.plain is null then f.hint end as hint,
                     %s,
                     f.birthday,
                     f.gender,
                     f.city,
                     f.postcode,
                     f.id_number,
                     f.door
              from {identity.fact} f
              left join owner o on o.core = f.core
              where o.plain is null
                 or f.plain is null and (f.hint is null or o.plain = o.reading or o.plain like f.hint || '%%')
                 or f.plain = o.plain
                 or f.reading = o.reading
                 or length(f.plain) >= 3 and length(o.plain) >= 3 and gb_one_edit(f.plain, o.plain)
              """
                  .formatted(each(t -> "f." + t.column())))
          .step(
              "named",
              """
              select f.core,
                     f.plain,
                     min(f.reading) as reading,
                     min(f.surname) as surname,
                     min(f.given) as given,
                     min(f.named_elsewhere) as named_elsewhere,
                     count(*) as times
              from {identity.fact} f
              where f.plain is not null
              group by f.core, f.plain
              """)
          .step(
              "owner",
              """
              select n.core,
                     n.plain,
                     n.reading,
                     n.surname,
                     n.given
              from named n
              qualify row_number() over (
                partition by n.core
                order by n.named_elsewhere nulls last, n.times desc nulls last, n.plain nulls last
              ) = 1
              """);

  static final TableName REACHED_HELD = TableName.of("identity.reached");

  /** Phones, mailboxes, doors, birthdays and shared ids of each core, the generic ones left out. */
  static Sql reached(IdRules rules) {
    return Sql.of(
            """
            select h.core,
                   h.kind,
                   h.value,
                   h.reading
            from held h
            left join {identity.generic} g on g.id_type = h.kind
              and case when g.scope = '' then g.id_value else g.scope || ' ' || g.id_value end = h.value
            where g.id_value is null
            """)
        .step(
            "held",
            Stream.concat(
                    Arrays.stream(IdType.values())
                        .filter(t -> isHint(t, rules))
                        .map(t -> held(t.column(), "o." + t.column())),
                    Stream.of(
                        held("door", "o.door"), held("birthday", "cast(o.birthday as varchar)")))
                .collect(Collectors.joining("union all\n")));
  }

  private static String held(String kind, String value) {
    return """
    select distinct o.core, '%s' as kind, %s as value, o.reading
    from {identity.own} o
    where %2$s is not null
    """
        .formatted(kind, value);
  }

  static final TableName TELLING_HELD = TableName.of("identity.telling");

  /** The same without those that a crowd shares; {@code several_names}: 1 where a value has. */
  static final Sql TELLING =
      Sql.of(
              """
              select r.core,
                     r.kind,
                     r.value,
                     n.several_names
              from {identity.reached} r
              left join {identity.crowded} c on c.kind = r.kind and c.value = r.value
              left join named n on n.kind = r.kind and n.value = r.value
              where c.value is null
              """)
          .step(
              "named",
              """
              select r.kind,
                     r.value,
                     case when min(r.reading) <> max(r.reading) then 1 else 0 end as several_names
              from {identity.reached} r
              group by r.kind, r.value
              having count(*) > 1
              """);

  static final TableName FACES_HELD = TableName.of("identity.face");

  /** One row a core, with one value of each kind; {@code seq} counts them from 0. */
  static final Sql FACES =
      Sql.of(
              """
              select s.seq,
                     o.core,
                     o.plain,
                     o.reading,
                     o.surname,
                     o.given,
                     o.hint,
                     cast(r.birthday as date) as birthday,
                     o.gender,
                     o.city,
                     o.postcode,
                     o.id_number,
                     r.phone,
                     r.email,
                     r.member_card,
                     r.unionid,
                     r.device,
                     r.door
              from one o
              join numbered s on s.core = o.core
              left join reached r on r.core = o.core
              """)
          .step(
              "one",
              """
              select o.core,
                     min(o.plain) as plain,
                     min(o.reading) as reading,
                     min(o.surname) as surname,
                     min(o.given) as given,
                     min(o.hint) as hint,
                     min(o.gender) as gender,
                     min(o.city) as city,
                     min(o.postcode) as postcode,
                     min(o.id_number) as id_number
              from {identity.own} o
              group by o.core
              """)
          .step(
              "numbered",
              """
              select row_number() over (order by c.core nulls last) - 1 as seq,
                     c.core
              from (select distinct o.core from {identity.own} o) c
              """)
          .step(
              "reached",
              """
              select v.core,
                     min(v.value) filter (where v.kind = 'phone') as phone,
                     min(v.value) filter (where v.kind = 'email') as email,
                     min(v.value) filter (where v.kind = 'member_card') as member_card,
                     min(v.value) filter (where v.kind = 'unionid') as unionid,
                     min(v.value) filter (where v.kind = 'device') as device,
                     min(v.value) filter (where v.kind = 'door') as door,
                     min(v.value) filter (where v.kind = 'birthday') as birthday
              from {identity.telling} v
              group by v.core
              """);
}
