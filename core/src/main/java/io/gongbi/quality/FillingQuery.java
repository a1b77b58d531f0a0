package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many cells of each mapped column have something in them, by file.
 *
 * <p>Most rows are clean and beyond doubt: of them a count of the column is enough. Only the others
 * are set beside their fate, and looked into for cells that are nothing but blanks: a join of all
 * rows would cost several times as much.
 */
final class FillingQuery {
  /** A line that is no row, or a sum below the rows, has no cells to be filled. */
  static final String NO_ROW = "(q.reason like 'quality.row-%' or q.reason = 'quality.total-line')";

  private FillingQuery() {}

  /** For {@code quality.filling}: every batch of a feed that is in sight, by field. */
  static Sql counted(Reading reading) {
    var cells = reading.cells();
    var rows = new ArrayList<String>();
    for (int i = 0; i < cells.size(); i++) {
      rows.add(
          """
          select #source as source,
                 #feed as feed,
                 f.batch,
                 '%2$s' as field,
                 f.standing,
                 f.clean,
                 f.given%1$s as given,
                 f.given_clean%1$s as given_clean
          from filled f
          """
              .formatted(i, cells.get(i).field()));
    }
    return reading
        .of(String.join("union all\n", rows))
        .step(
            "no_row",
            """
            select distinct q.batch, q.line
            from {quality.quarantine} q
            where q.source = #source
              and q.feed = #feed
              and %s
            """
                .formatted(NO_ROW))
        .step(
            "aside",
            """
            select f.batch,
                   f.line,
                   case when n.batch is null then f.fate else 'none' end as fate
            from {quality.fate} f
            join {source.batch} b on b.batch = f.batch
            left join no_row n on n.batch = f.batch and n.line = f.line
            where b.source = #source
              and b.feed = #feed
              and (f.fate <> 'clean' or f.doubtful <> 0)
            """)
        .step(
            "looked",
            """
            select l.batch,
                   count(*) as lines,
                   count(case when a.fate = 'clean' then 1 end) as clean,
                   count(case when a.fate in ('clean', 'quarantined') then 1 end) as standing,
                   %s
            from %s l
            join aside a on a.batch = l.batch and a.line = l.line
            group by l.batch
            """
                .formatted(
                    each(
                        cells,
                        """
                        count(l.%2$s) as any%1$s,
                        count(case when a.fate = 'clean' then gb_text(l.%2$s) end) as clean%1$s,
                        count(case when a.fate in ('clean', 'quarantined') then gb_text(l.%2$s) end) as standing%1$s"""),
                    reading.landed()))
        .step(
            "landed",
            """
            select l.batch,
                   count(*) as lines,
                   %s
            from %s l
            group by l.batch
            """
                .formatted(each(cells, "count(l.%2$s) as any%1$s"), reading.landed()))
        .step(
            "filled",
            """
            select d.batch,
                   d.lines - coalesce(k.lines, 0) + coalesce(k.standing, 0) as standing,
                   d.lines - coalesce(k.lines, 0) + coalesce(k.clean, 0) as clean,
                   %s
            from landed d
            left join looked k on k.batch = d.batch
            """
                .formatted(
                    each(
                        cells,
                        """
                        d.any%1$s - coalesce(k.any%1$s, 0) + coalesce(k.standing%1$s, 0) as given%1$s,
                        d.any%1$s - coalesce(k.any%1$s, 0) + coalesce(k.clean%1$s, 0) as given_clean%1$s""")));
  }

  private static String each(List<Cell> cells, String columns) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> columns.formatted(i, cells.get(i).column()))
        .collect(joining(",\n"));
  }

  /** The keys of a slice: the files of one feed whose rows the last run looked at anew. */
  static Sql touchedBatches(Reading reading) {
    return reading.of(
        """
        select distinct t.batch
        from {quality.touched_row} t
        where t.source = #source
          and t.feed = #feed
        """);
  }

  /** The landed rows of those files. */
  static Sql ofTouchedBatches(Reading reading) {
    return reading
        .of(
            """
            select l.*
            from %s l
            where l.batch in (select t.batch from touched t)
            """
                .formatted(reading.landed()))
        .step("touched", touchedBatches(reading));
  }
}
