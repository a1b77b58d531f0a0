package io.gongbi.identity;

import io.gongbi.quality.CleanTables;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How good the customers are that records became. */
final class MatchQualityQuery {
  /** Customers of so many records are nothing odd, however few others have. */
  private static final int SELDOM_ODD = 5;

  /** So many times the mean is odd. */
  private static final int TIMES = 3;

  private MatchQualityQuery() {}

  private static final String SIZED =
      """
      select m.customer_id,
             count(*) as records
      from {identity.member} m
      group by m.customer_id
      """;

  /** Customers of 1, 2, 3, 4, 5 to 9, 10 and more records; {@code least}: the first of the band. */
  static final Sql SIZES =
      Sql.of(
              """
              select b.least,
                     count(*) as customers,
                     cast(sum(b.records) as bigint) as records
              from banded b
              group by b.least
              order by b.least nulls last
              """)
          .step("sized", SIZED)
          .step(
              "banded",
              """
              select s.records,
                     case when s.records < 5 then s.records
                          when s.records < 10 then 5
                          else 10 end as least
              from sized s
              """);

  static Sql largest(int limit) {
    return Sql.of(
            """
            select s.customer_id,
                   s.records
            from sized s
            where s.records > 1
            order by s.records desc nulls last, s.customer_id nulls last
            limit #limit
            """)
        .step("sized", SIZED)
        .with("limit", Value.of((long) limit));
  }

  /**
   * Records and customers of each source, and of all together under no name, and how many of them
   * have each kind of identifier: {@code phone_records, phone_customers}.
   */
  static final Sql COVERAGE =
      Sql.of(
              """
              select r.source,
                     %1$s
              from record r
              group by r.source
              union all
              select '' as source,
                     %1$s
              from record r
              """
                  .formatted(
                      "count(*) as records,\n       count(distinct r.customer_id) as customers,\n       "
                          + types(
                              t ->
                                  "cast(sum(r.has_%1$s) as bigint) as %1$s_records,\n       count(distinct case when r.has_%1$s = 1 then r.customer_id end) as %1$s_customers"
                                      .formatted(t.column()),
                              ",\n       ")))
          .step(
              "record",
              """
              select m.source,
                     m.record_key,
                     m.customer_id,
                     %s
              from {identity.member} m
              join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
              group by m.source, m.record_key, m.customer_id
              """
                  .formatted(
                      types(
                          t ->
                              "max(case when c.%1$s is null then 0 else 1 end) as has_%1$s"
                                  .formatted(t.column()),
                          ",\n       ")));

  private static String types(Function<IdType, String> text, String between) {
    return Arrays.stream(IdType.values()).map(text).collect(Collectors.joining(between));
  }

  static final Sql ALARM_COUNTS =
      alarms(
          Sql.of(
              """
              select a.alarm,
                     count(*) as customers
              from alarm a
              group by a.alarm
              order by a.alarm nulls last
              """));

  /** Above so many records a customer is odd. */
  static final Sql USUAL =
      Sql.of("select u.most from usual u").step("sized", SIZED).step("usual", usual());

  private static String usual() {
    return "select greatest(%s, cast(coalesce(%s * avg(s.records), 0) as bigint)) as most from sized s"
        .formatted(SELDOM_ODD, TIMES);
  }

  /** Those of an alarm, of most records first; {@code of}: how many there are. */
  static Sql alarmed(Alarm alarm, long offset, int limit) {
    return alarms(
            Sql.of(
                """
                select a.customer_id,
                       s.records,
                       count(*) over () as of
                from alarm a
                join sized s on s.customer_id = a.customer_id
                where a.alarm = #alarm
                order by s.records desc nulls last, a.customer_id nulls last
                limit #limit offset #offset
                """))
        .with("alarm", Value.of(alarm.word()))
        .with("limit", Value.of((long) limit))
        .with("offset", Value.of(offset));
  }

  /**
   * Adds {@code alarm}: a row a customer and sign. What orders say of who receives them is nothing
   * odd: only records that are somebody's own count, except where there are many.
   */
  private static Sql alarms(Sql sql) {
    return sql.step("sized", SIZED)
        .step("usual", usual())
        .step(
            "own",
            """
            select m.customer_id,
                   c.*
            from {identity.member} m
            join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
            join sized s on s.customer_id = m.customer_id and s.records > 1
            where c.record_key not like #buyer
            """)
        .step(
            "named",
            """
            select distinct o.customer_id,
                   f.plain,
                   f.reading
            from own o
            join {identity.form} f on f.name = o.name
            where f.plain is not null
            """)
        .step(
            "born",
            """
            select distinct o.customer_id,
                   o.birthday
            from own o
            where o.birthday is not null
            """)
        .step(
            "alarm",
            """
            select 'many_records' as alarm,
                   s.customer_id
            from sized s
            join usual u on s.records > u.most
            union all
            select distinct 'two_ids' as alarm,
                   t.customer_id
            from (%s) t
            union all
            select distinct 'names' as alarm,
                   a.customer_id
            from named a
            join named b on b.customer_id = a.customer_id and b.plain > a.plain
            where a.reading <> b.reading
              and not (length(a.plain) >= 3 and length(b.plain) >= 3 and gb_one_edit(a.plain, b.plain))
            union all
            select distinct 'birthdays' as alarm,
                   a.customer_id
            from born a
            join born b on b.customer_id = a.customer_id and b.birthday > a.birthday
            where not gb_one_edit(cast(a.birthday as varchar), cast(b.birthday as varchar))
              and case when year(a.birthday) = year(b.birthday) then 1 else 0 end
                + case when month(a.birthday) = month(b.birthday) then 1 else 0 end
                + case when day(a.birthday) = day(b.birthday) then 1 else 0 end < 2
            union all
            select 'id_numbers' as alarm,
                   o.customer_id
            from own o
            group by o.customer_id
            having count(distinct o.id_number) > 1
            union all
            select 'genders' as alarm,
                   o.customer_id
            from own o
            group by o.customer_id
            having count(distinct o.gender) > 1
            """
                .formatted(
                    Arrays.stream(IdType.values())
                        .filter(IdType::isIssued)
                        .map(
                            t ->
                                """
                                select o.customer_id
                                from own o
                                group by o.customer_id, o.source
                                having count(distinct o.%s) > 1
                                """
                                    .formatted(t.column()))
                        .collect(Collectors.joining("union all\n"))))
        .with("buyer", Value.of(CleanTables.BUYER + "%"));
  }
}
