package io.gongbi.quality;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;

/** What came, and what was wrong with it, with examples. */
final class DiagnosisQuery {
  private DiagnosisQuery() {}

  static Sql came() {
    return Sql.of(
        """
        select b.source,
               b.feed,
               count(*) as files,
               min(b.landed_at) as first_at,
               max(b.landed_at) as last_at
        from {source.batch} b
        group by b.source,
                 b.feed
        """);
  }

  /**
   * Each trouble with its most frequent values, as many rows as there are of these. A surname alone
   * is kept as it is, so it is a reminder.
   */
  static Sql troubles(int examples) {
    return Sql.of(
            """
            select r.source,
                   r.feed,
                   r.field,
                   r.reason,
                   r.severity,
                   r.found,
                   r.value,
                   r.rows,
                   b.file_name,
                   r.line
            from ranked r
            left join {source.batch} b on b.batch = r.batch
            where r.place <= #examples
            order by r.source nulls last,
                     r.feed nulls last,
                     r.found desc nulls last,
                     r.reason nulls last,
                     r.field nulls last,
                     r.place nulls last
            """)
        .step(
            "valued",
            """
            select q.source,
                   q.feed,
                   q.field,
                   q.reason,
                   case when q.reason = 'quality.name-surname-only' then 'remind' else q.severity end as severity,
                   q.value,
                   count(*) as rows,
                   max(q.batch) as batch,
                   max_by(q.line, q.batch * 1000000000 - q.line) as line
            from {quality.quarantine} q
            group by q.source,
                     q.feed,
                     q.field,
                     q.reason,
                     q.severity,
                     q.value
            """)
        .step(
            "ranked",
            """
            select v.*,
                   cast(sum(v.rows) over (
                     partition by v.source, v.feed, v.field, v.reason, v.severity) as bigint) as found,
                   row_number() over (
                     partition by v.source, v.feed, v.field, v.reason, v.severity
                     order by v.rows desc nulls last, v.value nulls last) as place
            from valued v
            """)
        .with("examples", Value.of(examples));
  }
}
