package io.gongbi.profile;

import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every candidate value of every field of a customer, the one that stands, and what decided between
 * them. Where all records agree there is no contest: the most preferred of them is named. Only what
 * is contested is ranked, which keeps this linear in the number of records.
 */
final class LineageQuery {
  private final List<String> trusted;
  private final List<Survivorship> fields;
  private final List<Survivorship> all;
  private final TableSpec customer;

  /**
   * {@code trusted}: sources, the most trusted first; those not named come after them. {@code
   * fields}: those that compete: what any record fills, or more. Each makes the text longer, and
   * planning it slower than answering it. {@code all}: those that make a record complete. {@code
   * customer}: their columns.
   */
  LineageQuery(
      List<String> trusted, List<Survivorship> fields, List<Survivorship> all, TableSpec customer) {
    this.trusted = trusted;
    this.fields = fields;
    this.all = all;
    this.customer = customer;
  }

  /** How many records fill each field, a column each. */
  static Sql filled(List<Survivorship> all) {
    return Sql.of(
        all.stream()
            .map(LineageQuery::column)
            .map(c -> "count(c.%1$s) as %1$s".formatted(c))
            .collect(Collectors.joining(",\n       ", "select ", "\nfrom {quality.customer} c")));
  }

  /** The fields that any record fills; where there is none, the first, so that there is a text. */
  static List<Survivorship> filled(List<Survivorship> all, Row counts) {
    var filled = all.stream().filter(f -> counts.whole(column(f)) > 0).toList();
    return filled.isEmpty() ? all.subList(0, 1) : filled;
  }

  Sql lineage() {
    return competing(
            """
            select a.customer_id,
                   a.field,
                   a.value,
                   a.open_value,
                   a.source,
                   a.record_key,
                   a.batch,
                   a.line,
                   a.chosen,
                   a.why
            from agreed a
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
                   case when d.place = 1 then
                          case d.hardest
                            when 1 then d.winner
                            when 2 then 'profile.why-earliest'
                            when 3 then 'profile.why-trusted'
                            when 4 then 'profile.why-own-record'
                            when 5 then 'profile.why-latest'
                            when 6 then 'profile.why-trusted'
                            else 'profile.why-tie' end
                        else
                          case d.level
                            when 0 then 'profile.why-same'
                            when 1 then d.loser
                            when 2 then 'profile.why-not-earliest'
                            when 3 then 'profile.why-less-trusted'
                            when 4 then 'profile.why-from-order'
                            when 5 then 'profile.why-older'
                            when 6 then 'profile.why-less-trusted'
                            else 'profile.why-tied' end
                        end as why
            from decided d
            """)
        .step("agreed", perField("union all\n", this::agreed))
        .step(
            "judged",
            """
            select r.*,
                   case when r.value = r.best_value then 0
                        when r.weight <> r.best_weight then 1
                        when r.earliest <> r.best_earliest then 2
                        when r.trust <> r.best_trust then 3
                        when r.standing <> r.best_standing then 4
                        when r.seen_at is distinct from r.best_seen_at then 5
                        when r.last_trust <> r.best_last_trust then 6
                        else 7 end as level
            from ranked r
            """)
        // The winner's reason is what it took against the rival that came closest.
        .step(
            "decided",
            """
            select j.*,
                   max(j.level) over (partition by j.customer_id, j.field) as hardest
            from judged j
            """);
  }

  /** Only who wins what is contested: {@code customer_id, field, value} and the record's place. */
  Sql winners() {
    return competing(
        """
        select r.customer_id,
               r.field,
               r.value,
               r.source,
               r.record_key,
               r.batch,
               r.line
        from ranked r
        where r.place = 1
        """);
  }

  /** {@code select} may read {@code record}, {@code span} and {@code ranked}. */
  private Sql competing(String select) {
    var sql =
        Sql.of(select)
            .step(
                "known",
                """
                select m.customer_id,
                       c.source,
                       c.record_key,
                       c.batch,
                       c.line,
                       c.seen_at,
                       %s,
                       case when c.record_key like 'buyer:%%' then 1 else 0 end as standing,
                       %s as trust,
                       %s as place_parts,
                       %s as parts
                from {identity.member} m
                join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
                """
                    .formatted(
                        perField(",\n       ", f -> "c." + column(f)),
                        trust(),
                        filledOf(Survivorship.PLACE),
                        parts()))
            .step(
                "record",
                """
                select k.*,
                       row_number() over (
                         partition by k.customer_id
                         order by k.standing nulls last,
                                  k.seen_at desc nulls last,
                                  k.trust nulls last,
                                  k.source nulls last,
                                  k.record_key nulls last,
                                  k.batch nulls last,
                                  k.line nulls last
                       ) as preference
                from known k
                """)
            .step(
                "span",
                """
                select r.customer_id,
                       %s
                from record r
                group by r.customer_id
                """
                    .formatted(perField(",\n       ", LineageQuery::span)))
            .step("contested", perField("union all\n", this::contested))
            .step(
                "counted",
                """
                select v.*,
                       case when v.by_frequency
                            then -count(*) over (partition by v.customer_id, v.field, v.value)
                            else v.completeness end as weight
                from contested v
                """)
            .step(
                "ranked",
                """
                select c.*,
                       row_number() over best as place,
                       first_value(c.value) over best as best_value,
                       first_value(c.weight) over best as best_weight,
                       first_value(c.earliest) over best as best_earliest,
                       first_value(c.trust) over best as best_trust,
                       first_value(c.standing) over best as best_standing,
                       first_value(c.seen_at) over best as best_seen_at,
                       first_value(c.last_trust) over best as best_last_trust
                from counted c
                window best as (
                  partition by c.customer_id, c.field
                  order by c.weight nulls last,
                           c.earliest nulls last,
                           c.trust nulls last,
                           c.preference nulls last
                )
                """);
    for (int i = 0; i < trusted.size(); i++) {
      sql = sql.with("trusted" + i, Value.of(trusted.get(i)));
    }
    return sql;
  }

  private String trust() {
    if (trusted.isEmpty()) return "0";
    return IntStream.range(0, trusted.size())
        .mapToObj(i -> "when #trusted%s then %s".formatted(i, i))
        .collect(Collectors.joining(" ", "case c.source ", " else " + trusted.size() + " end"));
  }

  /** Counted only where a rule asks for it. */
  private String parts() {
    boolean asked =
        fields.stream()
            .anyMatch(
                f ->
                    f.rule() == Survivorship.Rule.MOST_COMPLETE
                        && !Survivorship.PLACE.contains(column(f)));
    return asked ? filledOf(all.stream().map(LineageQuery::column).toList()) : "0";
  }

  private static String filledOf(List<String> columns) {
    return columns.stream()
        .map("case when c.%s is null then 0 else 1 end"::formatted)
        .collect(Collectors.joining("\n         + "));
  }

  private String perField(String between, Function<Survivorship, String> text) {
    return fields.stream().map(text).collect(Collectors.joining(between));
  }

  private static String column(Survivorship field) {
    return field.field().column();
  }

  private static String span(Survivorship field) {
    return """
    min(r.%1$s) as %1$s_least,
           max(r.%1$s) as %1$s_most,
           count(r.%1$s) as %1$s_count,
           min(case when r.%1$s is not null then r.preference end) as %1$s_first"""
        .formatted(column(field));
  }

  private String agreed(Survivorship field) {
    return candidate(
        field,
        """
        ,
               r.preference = s.%1$s_first as chosen,
               case when s.%1$s_count = 1 then 'profile.why-only'
                    when r.preference = s.%1$s_first then 'profile.why-agreed'
                    else 'profile.why-same' end as why"""
            .formatted(column(field)),
        "=");
  }

  private String contested(Survivorship field) {
    var rule = field.rule();
    // Last seen comes before trust, and trust before everything else that a rule leaves equal.
    boolean timeFirst = rule == Survivorship.Rule.LATEST || rule == Survivorship.Rule.EARLIEST;
    boolean complete = rule == Survivorship.Rule.MOST_COMPLETE;
    boolean place = Survivorship.PLACE.contains(column(field));
    return candidate(
        field,
        """
        ,
               r.seen_at,
               r.standing,
               r.preference,
               %s as trust,
               r.trust as last_trust,
               %s as by_frequency,
               %s as completeness,
               %s as earliest,
               '%s' as winner,
               '%s' as loser"""
            .formatted(
                timeFirst ? "0" : "r.trust",
                rule == Survivorship.Rule.MOST_FREQUENT,
                !complete ? "0" : place ? "-r.place_parts" : "-r.parts",
                rule == Survivorship.Rule.EARLIEST
                    ? "cast(r." + column(field) + " as timestamp)"
                    : "cast(null as timestamp)",
                !complete
                    ? "profile.why-most-frequent"
                    : place ? "profile.why-most-complete" : "profile.why-fullest",
                !complete
                    ? "profile.why-less-frequent"
                    : place ? "profile.why-less-complete" : "profile.why-less-full"),
        "<>");
  }

  private String candidate(Survivorship field, String more, String spread) {
    var value = "cast(r.%s as varchar)".formatted(column(field));
    return """
    select r.customer_id,
           '%1$s' as field,
           %2$s as value,
           %3$s as open_value,
           r.source,
           r.record_key,
           r.batch,
           r.line%4$s
    from record r
    join span s on s.customer_id = r.customer_id
    where r.%1$s is not null and s.%1$s_least %5$s s.%1$s_most
    """
        .formatted(
            column(field), value, isOpen(field) ? value : "cast(null as varchar)", more, spread);
  }

  private boolean isOpen(Survivorship field) {
    return customer.column(column(field)).sensitivity() == Sensitivity.OPEN;
  }
}
