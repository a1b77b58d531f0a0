package io.gongbi.identity;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;

/** The questions by which {@link Approach} finds the records that a landing can have moved. */
final class ReachQuery {
  private ReachQuery() {}

  static final Sql SIZES =
      Sql.of(
          """
          select (select count(*) from {quality.touched_record} r) as changed,
                 (select count(*) from {identity.member} m) as members
          """);

  /** With this, the slot of records shows those alone that changed. */
  static final View CHANGED_RECORDS =
      View.of(
          "quality.customer",
          Sql.of(
              """
              select c.*
              from {quality.customer} c
              where (c.source, c.record_key) in (
                select r.source, r.record_key from {quality.touched_record} r
              )
              """));

  /** Values whose meaning may have changed: those of the changed records, and the generic ones. */
  static final Sql SUSPECTS =
      Sql.of(
              """
              select v.scope,
                     v.id_type,
                     v.id_value,
                     max(v.was_generic) = 1 as was_generic
              from value v
              group by v.scope, v.id_type, v.id_value
              """)
          .step(
              "value",
              LinkQuery.perType(ReachQuery::valuesOfChanged)
                  + """
                  union all
                  select g.scope,
                         g.id_type,
                         g.id_value,
                         1 as was_generic
                  from {identity.generic} g
                  """);

  private static String valuesOfChanged(IdType type) {
    return """
    select %2$s as scope,
           '%1$s' as id_type,
           c.%1$s as id_value,
           0 as was_generic
    from {quality.customer} c
    join {quality.touched_record} r on r.source = c.source and r.record_key = c.record_key
    where c.%1$s is not null
    """
        .formatted(type.column(), type.isOfItsSource() ? "c.source" : "''");
  }

  static final Sql SUSPECT_KEYS =
      Sql.of(
          """
          select s.scope,
                 s.id_type,
                 s.id_value
          from {identity.suspect} s
          """);

  /** The records that hold a suspect: only they tell whether it is generic. */
  static final Sql HOLDERS_OF_SUSPECTS =
      Sql.of(
              """
              select c.*
              from {quality.customer} c
              where (c.source, c.record_key) in (
                select h.source, h.record_key from holder h
              )
              """)
          .step("suspect", "select s.scope, s.id_type, s.id_value from {identity.suspect} s")
          .step("holder", LinkQuery.perType(ReachQuery::holders));

  private static String holders(IdType type) {
    return """
    select c.source,
           c.record_key
    from {quality.customer} c
    join suspect s on s.id_type = '%1$s' and s.id_value = c.%1$s and s.scope = %2$s
    """
        .formatted(type.column(), type.isOfItsSource() ? "c.source" : "''");
  }

  /**
   * The customers that may gain or lose a record, by the ids of the last run: whose records changed
   * or went, or hold a value that a changed record holds or that became or ceased to be generic;
   * and who today holds the id that a changed record once had. A value that was and stays generic
   * moves nobody.
   */
  static final Sql AFFECTED =
      Sql.of(
              """
              select m.customer_id
              from {identity.member} m
              join {quality.touched_record} r on r.source = m.source and r.record_key = m.record_key
              union
              select coalesce(l.now_id, a.customer_id) as customer_id
              from {identity.assignment} a
              join {quality.touched_record} r on r.source = a.source and r.record_key = a.record_key
              left join {identity.alias} l on l.customer_id = a.customer_id
              union
              select m.customer_id
              from {identity.member} m
              join holder h on h.source = m.source and h.record_key = m.record_key
              """)
          .step(
              "suspect",
              """
              select s.scope,
                     s.id_type,
                     s.id_value
              from {identity.suspect} s
              left join {identity.generic} g
                on g.scope = s.scope and g.id_type = s.id_type and g.id_value = s.id_value
              where not (s.was_generic and g.id_value is not null)
              """)
          .step("holder", LinkQuery.perType(ReachQuery::holders));

  /** The records of the affected customers and the changed ones, and nobody else. */
  static final Sql AFFECTED_RECORDS =
      Sql.of(
          """
          select c.*
          from {quality.customer} c
          left join {identity.member} m on m.source = c.source and m.record_key = c.record_key
          where m.customer_id in (select a.customer_id from {identity.affected} a)
             or (c.source, c.record_key) in (
               select r.source, r.record_key from {quality.touched_record} r
             )
          """);

  /** Whose the records of the affected customers are. */
  static final Sql AFFECTED_MEMBERS =
      Sql.of(
          """
          select m.*
          from {identity.member} m
          where m.customer_id in (select a.customer_id from {identity.affected} a)
          """);

  static final Sql AFFECTED_KEYS = Sql.of("select a.customer_id from {identity.affected} a");

  /** The phones, mailboxes and doors of the affected as they are now and as they were. */
  static final Sql VALUES =
      suspects("identity.reached", "k.kind in (" + KeyQuery.VALUE_KINDS + ")");

  /** All keys of the affected as they are now and as they were. */
  static final Sql KEYS = suspects("identity.keyed", "true");

  /** How many have a key: the affected by what they show, everybody else by what is kept. */
  private static Sql suspects(String shown, String which) {
    return Sql.of(
            """
            select c.kind,
                   c.value,
                   sum(c.cores) as cores,
                   max(case when w.value is null then 0 else 1 end) = 1 as was_crowded
            from counted c
            left join {identity.crowded} w on w.kind = c.kind and w.value = c.value
            group by c.kind, c.value
            """)
        .step(
            "shown",
            """
            select k.kind,
                   k.value,
                   count(distinct k.core) as cores
            from {%s} k
            group by k.kind, k.value
            """
                .formatted(shown))
        .step(
            "suspect",
            """
            select s.kind,
                   s.value
            from shown s
            union
            select k.kind,
                   k.value
            from {identity.key} k
            where k.customer_id in (select a.customer_id from {identity.affected} a)
              and %s
            """
                .formatted(which))
        .step(
            "counted",
            """
            select s.kind,
                   s.value,
                   s.cores
            from shown s
            union all
            select k.kind,
                   k.value,
                   sum(case when a.customer_id is null then 1 else 0 end) as cores
            from {identity.key} k
            join suspect s on s.kind = k.kind and s.value = k.value
            left join {identity.affected} a on a.customer_id = k.customer_id
            group by k.kind, k.value
            """);
  }

  static final Sql SUSPECT_KEY_VALUES =
      Sql.of(
          """
          select s.kind,
                 s.value
          from {identity.suspect_key} s
          """);

  static Sql crowded(long records) {
    return KeyQuery.limited(
        Sql.of(
            """
            select k.kind,
                   k.value
            from {identity.suspect_key} k
            where k.cores > %s
            """
                .formatted(KeyQuery.CROWD)),
        records);
  }

  /**
   * Whoever else has a suspect key, unless a crowd has it as before. To be born on one day brings
   * nobody together; but when it ceases or begins to be a crowd's, its people look otherwise.
   */
  static final Sql SHARING =
      Sql.of(
          """
          select distinct k.customer_id
          from {identity.key} k
          join {identity.suspect_key} s on s.kind = k.kind and s.value = k.value
          left join {identity.crowded} c on c.kind = k.kind and c.value = k.value
          where case when k.kind = 'birthday' then s.was_crowded <> (c.value is not null)
                     else not (s.was_crowded and c.value is not null) end
            and k.customer_id not in (select a.customer_id from {identity.affected} a)
          """);

  /** Whoever else was kept apart from one of the affected by a name, or by others between them. */
  static final Sql NEIGHBOURS =
      Sql.of(
          """
          select n.customer_id
          from (
            select p.other_customer as customer_id
            from {identity.pair} p
            where p.customer_id in (select a.customer_id from {identity.affected} a)
            union
            select p.customer_id
            from {identity.pair} p
            where p.other_customer in (select a.customer_id from {identity.affected} a)
          ) n
          where n.customer_id not in (select a.customer_id from {identity.affected} a)
          """);
}
