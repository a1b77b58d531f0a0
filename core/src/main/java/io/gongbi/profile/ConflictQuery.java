package io.gongbi.profile;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Over which fields a customer's records disagree: every value that is offered, the one that
 * stands, and what decided between them. Where all records agree there is nothing to decide, and
 * nothing is kept: what they say stands in each of them. Only what is in conflict is ranked, which
 * keeps this linear in the number of records.
 */
final class ConflictQuery {
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
  ConflictQuery(
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
            .map(ConflictQuery::column)
            .map(c -> "count(r.%1$s) as %1$s".formatted(c))
            .collect(joining(",\n       ", "select ", "\nfrom {profile.record} r")));
  }

  /** The fields that any record fills; where there is none, the first, so that there is a text. */
  static List<Survivorship> filled(List<Survivorship> all, Row counts) {
    var filled = all.stream().filter(f -> counts.whole(column(f)) > 0).toList();
    return filled.isEmpty() ? all.subList(0, 1) : filled;
  }

  /** For profile.conflict. */
  Sql conflicts() {
    return competing(
            """
            select d.customer_id,
                   d.field,
                   d.value,
                   %s as open_value,
                   d.source,
                   d.record_key,
                   d.batch,
                   d.line,
                   d.place = 1 as chosen,
                   case when d.place = 1 then
                          case d.hardest
                            when 1 then %s
                            when 2 then 'profile.why-earliest'
                            when 3 then 'profile.why-trusted'
                            when 4 then 'profile.why-own-record'
                            when 5 then 'profile.why-latest'
                            when 6 then 'profile.why-trusted'
                            else 'profile.why-tie' end
                        else
                          case d.level
                            when 0 then 'profile.why-same'
                            when 1 then %s
                            when 2 then 'profile.why-not-earliest'
                            when 3 then 'profile.why-less-trusted'
                            when 4 then 'profile.why-from-order'
                            when 5 then 'profile.why-older'
                            when 6 then 'profile.why-less-trusted'
                            else 'profile.why-tied' end
                        end as why
            from decided d
            order by d.customer_id nulls last
            """
                .formatted(
                    among("d.field", this::isOpen, "d.value", "cast(null as varchar)"),
                    byWeight(
                        "profile.why-most-frequent",
                        "profile.why-most-complete",
                        "profile.why-fullest"),
                    byWeight(
                        "profile.why-less-frequent",
                        "profile.why-less-complete",
                        "profile.why-less-full")))
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

  /**
   * Only who wins what is in conflict: {@code customer_id, field, value} and the record's place.
   */
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

  /** {@code select} may read {@code ranked}. */
  private Sql competing(String select) {
    var sql =
        Sql.of(select)
            .step(
                "dispute",
                """
                select r.customer_id,
                       %s
                from {profile.record} r
                group by r.customer_id
                """
                    .formatted(
                        perField(
                            ",\n       ",
                            f -> "min(r.%1$s) <> max(r.%1$s) as %1$s".formatted(column(f)))))
            .step("candidate", perField("union all\n", this::candidates))
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
                from candidate c
                window best as (
                  partition by c.customer_id, c.field
                  order by c.weight nulls last,
                           c.earliest nulls last,
                           c.trust nulls last,
                           c.standing nulls last,
                           c.seen_at desc nulls last,
                           c.last_trust nulls last,
                           c.source nulls last,
                           c.record_key nulls last
                )
                """);
    for (int i = 0; i < trusted.size(); i++) {
      sql = sql.with("trusted" + i, Value.of(trusted.get(i)));
    }
    return sql;
  }

  private String candidates(Survivorship field) {
    var column = column(field);
    var rule = field.rule();
    // Last seen comes before trust, and trust before everything else that a rule leaves equal.
    boolean timeFirst = rule == Survivorship.Rule.LATEST || rule == Survivorship.Rule.EARLIEST;
    return """
    select r.customer_id,
           '%1$s' as field,
           cast(r.%1$s as varchar) as value,
           r.source,
           r.record_key,
           r.batch,
           r.line,
           r.seen_at,
           %2$s as standing,
           %3$s as trust,
           %4$s as last_trust,
           %5$s as weight,
           %6$s as earliest
    from {profile.record} r
    join dispute s on s.customer_id = r.customer_id and s.%1$s
    where r.%1$s is not null
    """
        .formatted(
            column,
            RecordQuery.STANDING,
            timeFirst ? "0" : trust(),
            trust(),
            switch (rule) {
              case MOST_FREQUENT -> "-count(*) over (partition by r.customer_id, r." + column + ")";
              case MOST_COMPLETE -> "-(" + parts(column) + ")";
              case MOST_TRUSTED, LATEST, EARLIEST -> "0";
            },
            rule == Survivorship.Rule.EARLIEST
                ? "cast(r." + column + " as timestamp)"
                : "cast(null as timestamp)");
  }

  private String trust() {
    if (trusted.isEmpty()) return "0";
    return IntStream.range(0, trusted.size())
        .mapToObj(i -> "when #trusted%s then %s".formatted(i, i))
        .collect(joining(" ", "case r.source ", " else " + trusted.size() + " end"));
  }

  /** How much of a place a record fills, or of all that is asked about a customer. */
  private String parts(String column) {
    var counted =
        isPlace(column) ? Survivorship.PLACE : all.stream().map(ConflictQuery::column).toList();
    return counted.stream()
        .map("case when r.%s is null then 0 else 1 end"::formatted)
        .collect(joining("\n         + "));
  }

  /** Why a value won or lost by what its rule weighs. */
  private String byWeight(String frequent, String complete, String full) {
    var place = among("d.field", f -> isPlace(column(f)), "'" + complete + "'", "'" + full + "'");
    return among(
        "d.field", f -> f.rule() == Survivorship.Rule.MOST_FREQUENT, "'" + frequent + "'", place);
  }

  /** {@code then} for the fields that are such, {@code otherwise} for the others. */
  private String among(String field, Predicate<Survivorship> such, String then, String otherwise) {
    var names = fields.stream().filter(such).map(f -> "'" + column(f) + "'").toList();
    return names.isEmpty()
        ? otherwise
        : "case when %s in (%s) then %s else %s end"
            .formatted(field, String.join(", ", names), then, otherwise);
  }

  private String perField(String between, Function<Survivorship, String> text) {
    return fields.stream().map(text).collect(joining(between));
  }

  private static boolean isPlace(String column) {
    return Survivorship.PLACE.contains(column);
  }

  private static String column(Survivorship field) {
    return field.field().column();
  }

  private boolean isOpen(Survivorship field) {
    return customer.column(column(field)).sensitivity() == Sensitivity.OPEN;
  }
}
