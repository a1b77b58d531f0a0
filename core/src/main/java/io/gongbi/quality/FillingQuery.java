package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Sql;
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

  /**
   * Every batch of a feed that is in sight: {@code batch}, {@code standing}, {@code clean}, and for
   * the mapped cell {@code i} what {@code quality.filling} calls given and given_clean, as {@code
   * given0}, {@code given_clean0}. So wide, because the engine takes longer to plan a union of many
   * than to count.
   */
  static Sql counted(Reading reading) {
    var cells = reading.cells();
    return reading
        .of(
            """
            select d.batch,
                   d.lines - coalesce(k.lines, 0) + coalesce(k.standing, 0) as standing,
                   d.lines - coalesce(k.lines, 0) + coalesce(k.clean, 0) as clean,
                   %s
            from landed d
            left join looked k on k.batch = d.batch
            order by d.batch nulls last
            """
                .formatted(
                    each(
                        cells,
                        """
                        d.any%1$s - coalesce(k.any%1$s, 0) + coalesce(k.standing%1$s, 0) as given%1$s,
                        d.any%1$s - coalesce(k.any%1$s, 0) + coalesce(k.clean%1$s, 0) as given_clean%1$s""")))
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
            "told",
            """
            select l.batch,
                   a.fate,
                   %s
            from %s l
            join aside a on a.batch = l.batch and a.line = l.line
            """
                .formatted(
                    IntStream.range(0, cells.size())
                        .mapToObj(
                            i ->
                                "%s as any%s,\n%s as says%s"
                                    .formatted(cells.get(i).landed(), i, says(cells.get(i)), i))
                        .collect(joining(",\n")),
                    reading.landed()))
        .step(
            "looked",
            """
            select t.batch,
                   count(*) as lines,
                   count(case when t.fate = 'clean' then 1 end) as clean,
                   count(case when t.fate in ('clean', 'quarantined') then 1 end) as standing,
                   %s
            from told t
            group by t.batch
            """
                .formatted(
                    each(
                        cells,
                        """
                        count(t.any%1$s) as any%1$s,
                        count(case when t.fate = 'clean' and t.says%1$s then 1 end) as clean%1$s,
                        count(case when t.fate in ('clean', 'quarantined') and t.says%1$s then 1 end) as standing%1$s""")))
        .step(
            "landed",
            """
            select l.batch,
                   count(*) as lines,
                   %s
            from %s l
            group by l.batch
            """
                .formatted(each(cells, "count(%2$s) as any%1$s"), reading.landed()));
  }

  /** Who calls their sex 保密 gives no value, and none that is wrong: nothing was said. */
  private static String says(Cell cell) {
    return cell.standardiser() == Standardiser.GENDER
        ? "(%s) is not null or (%s) is not null".formatted(cell.probe(), cell.fault())
        : "gb_says(" + cell.landed() + ")";
  }

  private static String each(List<Cell> cells, String columns) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> columns.formatted(i, cells.get(i).landed()))
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
