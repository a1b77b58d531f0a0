package io.gongbi.profile;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every candidate value of every field of a customer, the one that stands, and what decided between
 * them. Most customers have one record: theirs need no contest.
 */
final class LineageQuery {
  private LineageQuery() {}

  /** {@code trusted}: sources, the most trusted first; those not named come after them. */
  static Sql lineage(List<String> trusted) {
    var sql =
        Sql.of(
                """
                select o.customer_id,
                       o.field,
                       o.value,
                       o.open_value,
                       o.source,
                       o.record_key,
                       o.batch,
                       o.line,
                       true as chosen,
                       'profile.why-only' as why
                from only_one o
                union all
                select d.customer_id,
                       d.field,
                       d.value,
                       d.open_value,
                       d.source,
                       d.record_key,
                       d.batch,
                       d.line,
                       d.place = 1 as chosen,
                       case when d.place = 1 and d.candidates = 1 then 'profile.why-only'
                            when d.place = 1 then
                              case d.hardest
                                when 0 then 'profile.why-agreed'
                                when 1 then 'profile.why-trusted'
                                when 2 then d.winner
                                when 3 then 'profile.why-earliest'
                                when 4 then 'profile.why-own-record'
                                when 5 then 'profile.why-latest'
                                else 'profile.why-tie' end
                            else
                              case d.level
                                when 0 then 'profile.why-same'
                                when 1 then 'profile.why-less-trusted'
                                when 2 then d.loser
                                when 3 then 'profile.why-not-earliest'
                                when 4 then 'profile.why-from-order'
                                when 5 then 'profile.why-older'
                                else 'profile.why-tied' end
                            end as why
                from decided d
                """)
            .step(
                "size",
                """
                select m.customer_id,
                       count(*) as records
                from {identity.member} m
                group by m.customer_id
                """)
            .step(
                "record",
                """
                select m.customer_id,
                       s.records,
                       c.source,
                       c.record_key,
                       c.batch,
                       c.line,
                       c.seen_at,
                       %s,
                       case when c.record_key like 'buyer:%%' then 1 else 0 end as standing,
                       %s as trust,
                       case when c.country is null then 0 else 1 end
                         + case when c.province is null then 0 else 1 end
                         + case when c.city is null then 0 else 1 end as place_parts
                from {identity.member} m
                join size s on s.customer_id = m.customer_id
                join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
                """
                    .formatted(perField(",\n", f -> "c." + f.field().column()), trust(trusted)))
            .step("only_one", perField("union all\n", LineageQuery::onlyOne))
            .step("several", perField("union all\n", LineageQuery::several))
            .step(
                "counted",
                """
                select v.*,
                       case when v.by_frequency
                            then -count(*) over (partition by v.customer_id, v.field, v.value)
                            else v.completeness end as weight
                from several v
                """)
            .step(
                "ranked",
                """
                select c.*,
                       row_number() over best as place,
                       first_value(c.value) over best as best_value,
                       first_value(c.trust) over best as best_trust,
                       first_value(c.weight) over best as best_weight,
                       first_value(c.earliest) over best as best_earliest,
                       first_value(c.standing) over best as best_standing,
                       first_value(c.seen_at) over best as best_seen_at
                from counted c
                window best as (
                  partition by c.customer_id, c.field
                  order by c.trust nulls last,
                           c.weight nulls last,
                           c.earliest nulls last,
                           c.standing nulls last,
                           c.seen_at desc nulls last,
                           c.source nulls last,
                           c.record_key nulls last
                )
                """)
            .step(
                "judged",
                """
                select r.*,
                       case when r.value = r.best_value then 0
                            when r.trust <> r.best_trust then 1
                            when r.weight <> r.best_weight then 2
                            when r.earliest <> r.best_earliest then 3
                            when r.standing <> r.best_standing then 4
                            when r.seen_at is distinct from r.best_seen_at then 5
                            else 6 end as level
                from ranked r
                """)
            // The winner's reason is what it took against the rival that came closest.
            .step(
                "decided",
                """
                select j.*,
                       count(*) over (partition by j.customer_id, j.field) as candidates,
                       max(j.level) over (partition by j.customer_id, j.field) as hardest
                from judged j
                """);
    for (int i = 0; i < trusted.size(); i++) {
      sql = sql.with("trusted" + i, Value.of(trusted.get(i)));
    }
    return sql;
  }

  private static String trust(List<String> trusted) {
    if (trusted.isEmpty()) return "0";
    return IntStream.range(0, trusted.size())
        .mapToObj(i -> "when #trusted%d then %d".formatted(i, i))
        .collect(Collectors.joining(" ", "case c.source ", " else " + trusted.size() + " end"));
  }

  private static String perField(String between, Function<Survivorship, String> text) {
    return Survivorship.all().stream().map(text).collect(Collectors.joining(between));
  }

  private static String onlyOne(Survivorship field) {
    return candidate(field, "", "=");
  }

  private static String several(Survivorship field) {
    var column = field.field().column();
    boolean first = field.rule() == Survivorship.Rule.EARLIEST;
    return candidate(
        field,
        """
        ,
               r.seen_at,
               r.standing,
               %s as trust,
               %s as by_frequency,
               %s as completeness,
               %s as earliest,
               '%s' as winner,
               '%s' as loser\
        """
            .formatted(
                first ? "0" : "r.trust",
                field.rule() == Survivorship.Rule.MOST_FREQUENT,
                field.rule() == Survivorship.Rule.MOST_COMPLETE ? "-r.place_parts" : "0",
                first ? "r." + column : "cast(null as timestamp)",
                field.rule() == Survivorship.Rule.MOST_COMPLETE
                    ? "profile.why-most-complete"
                    : "profile.why-most-frequent",
                field.rule() == Survivorship.Rule.MOST_COMPLETE
                    ? "profile.why-less-complete"
                    : "profile.why-less-frequent"),
        ">");
  }

  private static String candidate(Survivorship field, String more, String records) {
    var column = Profiles.CUSTOMER.column(field.field().column());
    var value = "cast(r.%s as varchar)".formatted(column.name());
    return """
    select r.customer_id,
           '%s' as field,
           %s as value,
           %s as open_value,
           r.source,
           r.record_key,
           r.batch,
           r.line%s
    from record r
    where r.%s is not null and r.records %s 1
    """
        .formatted(
            column.name(),
            value,
            isOpen(column) ? value : "cast(null as varchar)",
            more,
            column.name(),
            records);
  }

  private static boolean isOpen(Column column) {
    return column.sensitivity() == Sensitivity.OPEN;
  }
}
