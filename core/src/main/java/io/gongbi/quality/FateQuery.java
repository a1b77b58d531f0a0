package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;

/** What becomes of each landed row of a feed. Everything else in this package builds on it. */
final class FateQuery {
  /** No row in sight has a fate to be looked up. */
  static final View NONE_MARKED = View.of("quality.marked", FeedQuery.none(CleanTables.MARKED));

  private final Reading reading;

  FateQuery(Reading reading) {
    this.reading = reading;
  }

  /** batch, line, fate, doubtful of every landed row in sight. */
  Sql fate() {
    return reading.mapping().keyed() ? byKey() : byFile();
  }

  /** The newest file of each name stands; its rows are clean or quarantined. */
  private Sql byFile() {
    return reading
        .of(
            """
            select j.batch,
                   j.line,
                   case
                     when n.batch is null then 'superseded'
                     when j.refused then 'quarantined'
                     else 'clean'
                   end as fate,
                   case when j.refused then 1 else 0 end + j.cells as doubtful
            from judged j
            left join newest n on n.batch = j.batch
            """)
        .step("judged", judged())
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
   * by cell, in the same file, is merged into it; the others are superseded. A row that was refused
   * is superseded as well once its record comes readable: what was mended at its source is nobody's
   * work here.
   */
  private Sql byKey() {
    var content =
        reading.landedColumns().stream()
            .map(c -> "coalesce(l." + c + ", '')")
            .collect(joining(", ", "concat_ws(chr(31), ", ")"));
    return reading
        .of(
            """
            select j.batch,
                   j.line,
                   case
                     when j.refused and w.batch is not null then 'superseded'
                     when j.refused then 'quarantined'
                     when r.batch is null or r.place = 1 then 'clean'
                     when r.repeats then 'merged'
                     else 'superseded'
                   end as fate,
                   case when j.refused then 1 else 0 end + j.cells as doubtful
            from judged j
            left join ranked r on r.batch = j.batch and r.line = j.line
            left join mended w on w.batch = j.batch and w.line = j.line
            """)
        .step("judged", judged())
        .step(
            "newest_readable",
            """
            select j.record_key,
                   j.batch,
                   j.line,
                   row_number() over (
                     partition by j.record_key
                     order by j.batch desc nulls last, j.line desc nulls last) as place
            from judged j
            where not j.refused
              and j.record_key in (select q.record_key from judged q where q.refused)
            """)
        .step(
            "mended",
            """
            select q.batch, q.line
            from judged q
            join newest_readable n on n.record_key = q.record_key and n.place = 1
            where q.refused
              and (n.batch > q.batch or n.batch = q.batch and n.line > q.line)
            """)
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

  private String judged() {
    return """
    select r.batch,
           r.line,
           %sr.refused,
           r.cells
    from {quality.read} r
    """
        .formatted(
            reading.mapping().keyed() ? reading.readKey("r") + " as record_key,\n       " : "");
  }

  /** For quality.marked, of all rows whose fate is in sight. */
  static Sql marked() {
    return Sql.of(
        """
        select f.batch, f.line, f.fate, f.doubtful
        from {quality.fate} f
        where f.fate <> 'clean'
           or f.doubtful <> 0
        """);
  }

  /** Of the fates that are written those of this feed. */
  View ofFeed() {
    return View.of(
        "quality.fate",
        reading.of(
            """
            select f.*
            from {quality.fate} f
            join {source.batch} b on b.batch = f.batch
            where b.source = #source
              and b.feed = #feed
            """));
  }

  /** Of the fates that are written those of the rows in hand. */
  static View inHand() {
    return View.of(
        "quality.fate",
        Sql.of(
            """
            select f.*
            from {quality.fate} f
            where exists (
              select 1
              from {quality.read} r
              where r.batch = f.batch
                and r.line = f.line)
            """));
  }

  /** What the standing rows of this feed are doubtful for: distinct {@code doubtful}, never 0. */
  Sql doubts() {
    return reading.of(
        """
        select distinct f.doubtful
        from {quality.marked} f
        join {source.batch} b on b.batch = f.batch
        where b.source = #source
          and b.feed = #feed
          and f.doubtful <> 0
          and f.fate in ('clean', 'quarantined')
        """);
  }
}
