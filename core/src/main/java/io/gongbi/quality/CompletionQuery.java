package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows that lack a value, and those of them that a task is about. */
final class CompletionQuery {
  private CompletionQuery() {}

  /**
   * How many rows lack the field, by who typed them: in quarantine, or clean.
   *
   * @param column the landed column of the field
   * @param typist the landed column that says who typed a row
   */
  static Sql byTypist(Reading reading, String column, FieldKey field, Optional<String> typist) {
    return Sql.of(
            """
            select l.typist,
                   count(case when l.fate = 'quarantined' then 1 end) as quarantined,
                   count(case when l.fate = 'clean' then 1 end) as clean
            from lacking l
            group by l.typist
            order by count(*) desc nulls last, l.typist nulls last
            """)
        .step("lacking", lacking(reading, column, field, typist));
  }

  /** The newest of them, of one typist: batch and line. */
  static Sql of(
      Reading reading,
      String column,
      FieldKey field,
      Optional<String> typist,
      String name,
      boolean clean,
      int most) {
    return Sql.of(
            """
            select l.batch, l.line
            from lacking l
            where l.typist = #name
              and (l.fate = 'quarantined' or #clean)
            order by l.batch desc nulls last, l.line nulls last
            limit #most
            """)
        .step("lacking", lacking(reading, column, field, typist))
        .with("name", Value.of(name))
        .with("clean", Value.of(clean))
        .with("most", Value.of(most));
  }

  /** Those rows of a task that lack the field today: batch and line. */
  static Sql open(Reading reading, String column, FieldKey field, List<Completion.Spot> rows) {
    return among(
        Sql.of(
                """
                select l.batch, l.line
                from lacking l
                join wanted w on w.batch = l.batch and w.line = l.line
                """)
            .step("lacking", lacking(reading, column, field, Optional.empty())),
        rows);
  }

  /**
   * The rows of a task with their cells, as the landed table shows them; {@code masked}: what to
   * show of a column instead, by column.
   */
  static Sql cells(Reading reading, List<Completion.Spot> rows, Map<String, ColumnType> masked) {
    return among(
        reading.of(
            """
            select l.batch,
                   l.line,
                   b.file_name,
                   %s,
                   %s as its_key
            from %s l
            join {source.batch} b on b.batch = l.batch
            join wanted w on w.batch = l.batch and w.line = l.line
            order by l.batch desc nulls last, l.line nulls last
            """
                .formatted(
                    reading.landedColumns().stream()
                        .map(c -> shown(c, masked.get(c)))
                        .collect(joining(",\n       ")),
                    reading.recordKey(),
                    reading.landed())),
        rows);
  }

  /** As a gate masks columns: of texts a part stays, of days and numbers nothing. */
  private static String shown(String column, @Nullable ColumnType masked) {
    if (masked == null) return "l." + column;
    return masked == ColumnType.TEXT
        ? "gb_mask(l.%1$s) as %1$s".formatted(column)
        : "cast(null as varchar) as " + column;
  }

  /** Of the rows in sight what was refused in the field, and why. */
  static Sql reasons(FieldKey field, List<Completion.Spot> rows) {
    return among(
            Sql.of(
                """
                select q.batch, q.line, min(q.reason) as reason
                from {quality.quarantine} q
                join wanted w on w.batch = q.batch and w.line = q.line
                where q.field = #field
                  and q.severity <> 'capped'
                group by q.batch, q.line
                """),
            rows)
        .with("field", Value.of(field.toString()));
  }

  private static Sql among(Sql sql, List<Completion.Spot> rows) {
    var values = new HashMap<String, Value>();
    for (int i = 0; i < rows.size(); i++) {
      values.put("batch" + i, Value.of(rows.get(i).batch()));
      values.put("line" + i, Value.of(rows.get(i).line()));
    }
    return sql.step(
            "wanted",
            IntStream.range(0, rows.size())
                .mapToObj("select #batch%1$s as batch, #line%1$s as line"::formatted)
                .collect(joining("\nunion all\n")))
        .with(values);
  }

  /**
   * Rows that stand, and in which the column says nothing, or something that was refused: what a
   * newer row replaced is nobody's work any more.
   */
  private static Sql lacking(
      Reading reading, String column, FieldKey field, Optional<String> typist) {
    return reading
        .of(
            """
            select l.batch,
                   l.line,
                   %s as typist,
                   coalesce(x.fate, 'clean') as fate
            from %s l
            left join {quality.marked} x on x.batch = l.batch and x.line = l.line
            where l.unreadable is null
              and coalesce(x.fate, 'clean') in ('clean', 'quarantined')
              and not %s
              and (gb_text(l.%s) is null
                or exists (
                  select 1
                  from {quality.quarantine} q
                  where q.batch = l.batch
                    and q.line = l.line
                    and q.field = #lacks
                    and q.severity <> 'capped'))
            """
                .formatted(
                    typist.map(c -> "coalesce(gb_text(l." + c + "), '')").orElse("''"),
                    reading.landed(),
                    QuarantineQuery.TOTAL,
                    column))
        .with("lacks", Value.of(field.toString()));
  }
}
