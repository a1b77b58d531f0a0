package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.stream.IntStream;

/** What rules would do to rows that have landed and been cleaned. */
final class RuleQuery {
  private RuleQuery() {}

  /** Fails when this is no regular expression for the engine. */
  static Sql tried(String regex) {
    return Sql.of("select gb_fits('', #regex) as fits").with("regex", Value.of(regex));
  }

  /** How many rows stand, and how many of them break each of these rules: {@code broken0} … */
  static Sql counted(Reading reading, List<Broken> rules) {
    return reading
        .of(
            """
            select count(*) as standing,
                   %s
            from judged j
            """
                .formatted(
                    IntStream.range(0, rules.size())
                        .mapToObj(
                            i -> "count(case when j.broken" + i + " then 1 end) as broken" + i)
                        .collect(joining(",\n       "))))
        .step(
            "judged",
            """
            select %s
            %s
            """
                .formatted(
                    IntStream.range(0, rules.size())
                        .mapToObj(i -> rules.get(i).text().orElseThrow() + " as broken" + i)
                        .collect(joining(",\n       ")),
                    CleaningQuery.clean(reading.rows(), "l")));
  }

  /** The same of one rule, counting in the rows that it has put into quarantine already. */
  static Sql tried(Reading reading, Broken rule) {
    return reading
        .of(
            """
            select count(*) as standing,
                   count(case when j.broken then 1 end) as broken
            from judged j
            """)
        .step("judged", judged(reading, rule));
  }

  /** Of the numbers that a rule caps: what they come to, and how far they reach, both ways. */
  static Sql capped(Reading reading, Broken rule) {
    return reading
        .of(
            """
            select cast(sum(j.was) as decimal(38,4)) as sum_was,
                   cast(sum(j.becomes) as decimal(38,4)) as sum_becomes,
                   cast(min(j.was) as decimal(38,4)) as least_was,
                   cast(min(j.becomes) as decimal(38,4)) as least_becomes,
                   cast(max(j.was) as decimal(38,4)) as most_was,
                   cast(max(j.becomes) as decimal(38,4)) as most_becomes
            from both_ways j
            """)
        .step(
            "judged",
            alone(
                reading,
                rule,
                "%s as was,\n       %s as capped"
                    .formatted(rule.on().getFirst().value(), rule.capped())))
        .step(
            "both_ways",
            "select j.was, case when j.broken then j.capped else j.was end as becomes from judged j");
  }

  /** Where the newest of them stand, with what stands in the cells that the rule looks at. */
  static Sql samples(Reading reading, Broken rule, int most) {
    return reading
        .of(
            """
            select b.file_name,
                   j.line,
                   %s,
                   %s as becomes
            from judged j
            join {source.batch} b on b.batch = j.batch
            where j.broken
            order by j.batch desc nulls last,
                     j.line nulls last
            limit #most
            """
                .formatted(
                    cells(rule, "j.cell"),
                    rule.cap().isPresent()
                        ? "cast(j.becomes as varchar)"
                        : "cast(null as varchar)"))
        .step("judged", judged(reading, rule))
        .with("most", Value.of(most));
  }

  private static String cells(Broken rule, String prefix) {
    return IntStream.range(0, rule.on().size())
        .mapToObj(i -> prefix + i)
        .collect(joining(",\n       "));
  }

  private static Sql judged(Reading reading, Broken rule) {
    var cells =
        IntStream.range(0, rule.on().size())
            .mapToObj(i -> rule.on().get(i).landed() + " as cell" + i)
            .collect(joining(",\n       "));
    if (rule.cap().isPresent()) cells += ",\n       " + rule.capped() + " as becomes";
    return rule.text().isPresent() ? alone(reading, rule, cells) : beside(reading, rule, cells);
  }

  /**
   * The number that an outlier rule judges, {@code v}, and the group that it is judged in, {@code
   * g}; also of rows that the rule has put into quarantine already.
   */
  static Sql valued(Reading reading, Broken rule) {
    var group =
        rule.on().size() > 1
            ? "cast(" + rule.on().get(1).value() + " as varchar)"
            : "cast(null as varchar)";
    return alone(reading, rule, rule.on().getFirst().value() + " as v, " + group + " as g");
  }

  private static Sql alone(Reading reading, Broken rule, String cells) {
    return reading.of(
        """
        select l.batch,
               l.line,
               %s,
               %s as broken
        from %s l
        join {source.batch} b on b.batch = l.batch
        where not exists (
            select 1
            from {quality.marked} x
            where x.batch = l.batch
              and x.line = l.line
              and x.fate <> 'clean')
           or exists (
            select 1
            from {quality.quarantine} q
            where q.batch = l.batch
              and q.line = l.line
              and q.reason = %s)
        """
            .formatted(cells, rule.text().orElseThrow(), reading.rows(), rule.reason()));
  }

  private static Sql beside(Reading reading, Broken rule, String cells) {
    return reading
        .of(
            """
            select v.batch,
                   v.line,
                   %s,
                   coalesce(r.n > 1, false) as broken
            from valued v
            left join repeated r on r.value = v.value
            """
                .formatted(cells(rule, "v.cell")))
        .step(
            "valued",
            """
            select l.batch,
                   l.line,
                   %s,
                   %s as value
            %s
            """
                .formatted(
                    cells, rule.on().getFirst().value(), CleaningQuery.clean(reading.rows(), "l")))
        .step(
            "repeated",
            """
            select v.value,
                   count(*) as n
            from valued v
            where v.value is not null
            group by v.value
            """);
  }
}
