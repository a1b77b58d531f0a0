package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The values and rows that were refused, each with the reason, of rows that are clean or
 * quarantined: what was wrong with a row that a newer one replaced is of no use to anybody.
 */
final class QuarantineQuery {
  /** The sum that spreadsheets put below the last row. */
  static final String TOTAL = "coalesce(gb_is_total(l.c1), false)";

  /** Too weak to bring records together, and yet something to know a customer by. */
  private static final Set<FieldKey> KNOWN_BESIDES =
      Set.of(FieldKey.of("customer.landline"), FieldKey.of("customer.id_number"));

  private static final String STANDING =
      """
      join {quality.marked} x on x.batch = l.batch and x.line = l.line
      where x.doubtful <> 0
        and x.fate in ('clean', 'quarantined')""";

  /** {@code row.unclosed-quote:12} is {@code quality.row-unclosed-quote} at character 12. */
  private static final String NO_ROW =
      """
      select #source as source,
             #feed as feed,
             p.batch,
             p.line,
             '' as field,
             p.raw as value,
             'quarantine' as severity,
             'quality.row-' || split_part(substr(p.unreadable, 5), ':', 1) as reason,
             try_cast(split_part(p.unreadable, ':', 2) as bigint) as place,
             cast(null as varchar) as read_as
      from no_row p
      """;

  private static final String NOTHING = "cast(null as varchar)";

  private final Reading reading;
  private final Doubts doubts;

  /** {@code doubts}: what the rows in sight are doubtful for, or more. */
  QuarantineQuery(Reading reading, Doubts doubts) {
    this.reading = reading;
    this.doubts = doubts;
  }

  /**
   * Whether a customer row has neither a name nor anything to know the customer by. {@code given}:
   * the value of a written cell, or something that is empty where it is.
   */
  static String nothingLeft(Reading reading, Function<Cell, String> given) {
    var kept =
        reading.written().stream()
            .filter(c -> Standard.WHO.contains(c.field()) || KNOWN_BESIDES.contains(c.field()))
            .toList();
    if (kept.stream().anyMatch(Cell::key)) return "false";
    return kept.isEmpty()
        ? "true"
        : kept.stream()
            .map(c -> "(" + given.apply(c) + ") is null")
            .collect(joining(" and ", "(", ")"));
  }

  /** source, feed, batch, line, field, value, severity, reason, place, read_as. */
  Sql refusals() {
    var columns = new ArrayList<String>();
    var tests = new ArrayList<String>();
    var rows = new ArrayList<String>();
    rows.add(NO_ROW);
    columns.add(TOTAL + " as total");
    tests.add("p.total");
    rows.add(row("''", "p.c1", "quarantine", "'quality.total-line'") + "where p.total");
    for (int i = 0; i < reading.cells().size(); i++) {
      var cell = reading.cells().get(i);
      var field = "'" + cell.field() + "'";
      if (doubts.about(i)) {
        columns.add(cell.landed() + " as v" + i);
        columns.add(cell.fault() + " as r" + i);
        tests.add("p.r" + i + " is not null");
        var severity =
            cell.needed()
                ? "'quarantine'"
                : cell.spoils()
                    ? "case when p.r%s = 'quality.placeholder' then 'warn' else 'quarantine' end"
                        .formatted(i)
                    : "'warn'";
        rows.add(refusal(field, "p.v" + i, severity, "p.r" + i) + "where p.r" + i + " is not null");
      }
      if (cell.needed()) {
        columns.add("gb_text(" + cell.landed() + ") is null as m" + i);
        tests.add("p.m" + i);
        rows.add(
            row(
                    field,
                    "cast(null as varchar)",
                    "quarantine",
                    cell.key() ? "'quality.key-missing'" : "'quality.value-missing'")
                + "where p.m"
                + i);
      }
    }
    for (int i = 0; i < reading.keyColumns().size(); i++) {
      var key = reading.keyColumns().get(i);
      columns.add("gb_code(l." + key.column() + ") is null as k" + i);
      columns.add("l." + key.column() + " as kv" + i);
      tests.add("p.k" + i);
      rows.add(
          row(
                  "cast(" + key.name() + " as varchar)",
                  "p.kv" + i,
                  "quarantine",
                  "coalesce(gb_code_fault(p.kv" + i + "), 'quality.key-missing')")
              + "where p.k"
              + i);
    }
    if (doubts.aboutRules()) {
      for (int i = 0; i < reading.rules().size(); i++) {
        var rule = reading.rules().get(i);
        columns.add(rule.text().orElseThrow() + " as broken" + i);
        columns.add(rule.shown() + " as seen" + i);
        tests.add("p.broken" + i);
        if (rule.cap().isPresent()) {
          columns.add("cast(" + rule.capped() + " as varchar) as capped" + i);
        }
        rows.add(
            refusal(
                    "'" + rule.check().field() + "'",
                    "p.seen" + i,
                    rule.severityCode(),
                    rule.reason(),
                    rule.cap().isPresent() ? "p.capped" + i : NOTHING)
                + "where p.broken"
                + i
                + " and not p.total");
      }
    }
    if (reading.is(Standard.CUSTOMER)) {
      columns.add(nothingLeft(reading, Cell::value) + " as empty");
      tests.add("p.empty");
      rows.add(
          row("''", "cast(null as varchar)", "quarantine", "'quality.nothing-left'")
              + "where p.empty");
    }
    // What stands beside a row is there for rules.
    var looked =
        doubts.aboutRules()
            ? reading.rows() + " l" + reading.besideForRules()
            : reading.landed() + " l";
    return reading
        .of(String.join("\nunion all\n", rows))
        .step(
            "no_row",
            """
            select l.batch,
                   l.line,
                   l.raw,
                   l.unreadable
            from %s l
            %s
              and l.unreadable is not null
            """
                .formatted(reading.landed(), STANDING))
        .step(
            "looked",
            """
            select l.batch,
                   l.line,
                   l.c1,
                   %s
            from %s
            %s
              and l.unreadable is null
            """
                .formatted(String.join(",\n       ", columns), looked, STANDING))
        .step(
            "problem",
            """
            select p.*
            from looked p
            where %s
            """
                .formatted(String.join("\n   or ", tests)));
  }

  /** The landed rows that {@link #refusals} judges, in the columns that it looks at. */
  static Sql doubtful(Reading reading) {
    return Sql.of(
        """
        select l.batch,
               l.line,
               l.unreadable,
               l.raw,
               %s
        from %s l
        %s
        """
            .formatted(
                Stream.of(
                        Stream.of("c1"),
                        reading.cells().stream().flatMap(Cell::columns),
                        reading.keyColumns().stream().map(Reading.KeyColumn::column))
                    .flatMap(s -> s)
                    .distinct()
                    .map(c -> "l." + c)
                    .collect(joining(",\n       ")),
                reading.landed(),
                STANDING));
  }

  /**
   * Clean rows of one feed that have a value in common which no two of them should have, for one
   * rule. Which rows those are depends on all the others, so it is asked of all.
   */
  static Sql repeated(Reading reading, Broken rule) {
    return reading
        .of(
            """
            select #source as source,
                   #feed as feed,
                   v.batch,
                   v.line,
                   '%s' as field,
                   v.shown as value,
                   'remind' as severity,
                   %s as reason,
                   cast(null as bigint) as place,
                   cast(null as varchar) as read_as
            from valued v
            join repeated r on r.value = v.value
            """
                .formatted(rule.check().field(), rule.reason()))
        .step(
            "valued",
            """
            select l.batch,
                   l.line,
                   %s as value,
                   %s as shown
            %s
            """
                .formatted(
                    rule.on().getFirst().value(),
                    rule.shown(),
                    CleaningQuery.clean(reading.rows(), "l")))
        .step(
            "repeated",
            """
            select v.value
            from valued v
            where v.value is not null
            group by v.value
            having count(*) > 1
            """);
  }

  private String row(String field, String value, String severity, String reason) {
    return refusal(field, value, "'" + severity + "'", reason);
  }

  private String refusal(String field, String value, String severity, String reason) {
    return refusal(field, value, severity, reason, NOTHING);
  }

  private String refusal(
      String field, String value, String severity, String reason, String readAs) {
    return """
    select #source as source,
           #feed as feed,
           p.batch,
           p.line,
           %s as field,
           %s as value,
           %s as severity,
           %s as reason,
           cast(null as bigint) as place,
           %s as read_as
    from problem p
    """
        .formatted(field, value, severity, reason, readAs);
  }
}
