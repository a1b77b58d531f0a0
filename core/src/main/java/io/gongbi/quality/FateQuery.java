package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import java.util.ArrayList;

/** What becomes of each landed row of a feed. Everything else in this package builds on it. */
final class FateQuery {
  private final Reading reading;

  FateQuery(Reading reading) {
    this.reading = reading;
  }

  /** source, feed, batch, line, fate of every landed row in sight. */
  Sql fate() {
    return reading.mapping().keyed() ? byKey() : byFile();
  }

  /** The newest file of each name stands; its rows are clean or quarantined. */
  private Sql byFile() {
    return reading
        .of(
            """
            select #source as source,
                   #feed as feed,
                   l.batch,
                   l.line,
                   case
                     when n.batch is null then 'superseded'
                     when %s then 'quarantined'
                     else 'clean'
                   end as fate
            from %s l
            left join newest n on n.batch = l.batch
            """
                .formatted(refused(), reading.landed()))
        .step(
            "newest",
            """
            select max(b.batch) as batch
            from {source.batch} b
            where b.source = #source
              and b.feed = #feed
            group by b.file_name
            """);
  }

  /**
   * Of the readable rows with one key the newest stands. A row that repeats the one before it cell
   * by cell, in the same file, is merged into it; the others are superseded.
   */
  private Sql byKey() {
    var content =
        reading.landedColumns().stream()
            .map(c -> "coalesce(l." + c + ", '')")
            .collect(joining(", ", "concat_ws(chr(31), ", ")"));
    return reading
        .of(
            """
            select #source as source,
                   #feed as feed,
                   j.batch,
                   j.line,
                   case
                     when j.refused then 'quarantined'
                     when r.batch is null or r.place = 1 then 'clean'
                     when r.repeats then 'merged'
                     else 'superseded'
                   end as fate
            from judged j
            left join ranked r on r.batch = j.batch and r.line = j.line
            """)
        .step(
            "judged",
            """
            select l.batch,
                   l.line,
                   %s as record_key,
                   %s as refused
            from %s l
            """
                .formatted(reading.recordKey(), refused(), reading.landed()))
        .step(
            "rival",
            """
            select j.record_key
            from judged j
            where not j.refused
            group by j.record_key
            having count(*) > 1
            """)
        .step(
            "told",
            """
            select j.batch,
                   j.line,
                   j.record_key,
                   %s as content
            from judged j
            join rival v on v.record_key = j.record_key
            join %s l on l.batch = j.batch and l.line = j.line
            where not j.refused
            """
                .formatted(content, reading.landed()))
        .step(
            "compared",
            """
            select t.batch,
                   t.line,
                   t.record_key,
                   coalesce(
                     lag(t.batch) over earlier = t.batch and lag(t.content) over earlier = t.content,
                     false) as repeats
            from told t
            window earlier as (
              partition by t.record_key order by t.batch nulls last, t.line nulls last)
            """)
        .step(
            "ranked",
            """
            select c.batch,
                   c.line,
                   c.repeats,
                   row_number() over (
                     partition by c.record_key
                     order by case when c.repeats then 1 else 0 end nulls last,
                              c.batch desc nulls last,
                              c.line desc nulls last) as place
            from compared c
            """);
  }

  /** True or false, never empty: whether the row {@code l} cannot be taken. */
  private String refused() {
    var any = new ArrayList<String>();
    any.add("l.unreadable is not null");
    any.add(QuarantineQuery.TOTAL);
    if (reading.mapping().keyed()) any.add("(" + reading.recordKey() + ") is null");
    for (var cell : reading.cells()) {
      if (cell.required() && !cell.key()) any.add("(" + cell.probe() + ") is null");
      if (cell.spoils() && !cell.needed()) {
        any.add(
            """
            case
              when %1$s is null or %2$s is not null then false
              else coalesce(%3$s <> 'quality.placeholder', false)
            end"""
                .formatted(cell.text(), cell.probe(), cell.fault()));
      }
    }
    if (reading.is(Standard.CUSTOMER)) any.add(QuarantineQuery.nothingLeft(reading));
    return any.stream().collect(joining("\n    or ", "(", ")"));
  }
}
