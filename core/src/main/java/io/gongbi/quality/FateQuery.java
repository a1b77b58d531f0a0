package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of each landed row of a feed. Everything else in this package builds on it. */
final class FateQuery {
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
        .step("probed", probed())
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
            select j.batch,
                   j.line,
                   case
                     when j.refused then 'quarantined'
                     when r.batch is null or r.place = 1 then 'clean'
                     when r.repeats then 'merged'
                     else 'superseded'
                   end as fate,
                   case when j.refused then 1 else 0 end + j.cells as doubtful
            from judged j
            left join ranked r on r.batch = j.batch and r.line = j.line
            """)
        .step("probed", probed())
        .step("judged", judged())
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

  /** Each cell's text and whether a value can be made of it, once for all that asks. */
  private String probed() {
    var columns = new ArrayList<String>();
    for (int i = 0; i < reading.cells().size(); i++) {
      var cell = reading.cells().get(i);
      columns.add(cell.text() + " as t" + i);
      columns.add(cell.probe() + " as v" + i);
      if (cell.doubtsValues()) columns.add(cell.odd() + " as odd" + i);
    }
    if (reading.mapping().keyed()) columns.add(reading.recordKey() + " as record_key");
    if (reading.is(Standard.CUSTOMER))
      columns.add(QuarantineQuery.nothingLeft(reading) + " as nothing_left");
    var rules = reading.rules();
    for (int i = 0; i < rules.size(); i++) {
      columns.add(rules.get(i).text().orElseThrow() + " as broken" + i);
    }
    return """
    select l.batch,
           l.line,
           l.unreadable is not null or %s as no_row,
           %s
    from %s l%s
    """
        .formatted(
            QuarantineQuery.TOTAL,
            String.join(",\n       ", columns),
            reading.landed(),
            reading.besideForRules());
  }

  /**
   * {@code refused}: whether the row cannot be taken; true or false, never empty. {@code cells}:
   * the bits of the cells that cannot, as {@link Doubts} has them.
   */
  private String judged() {
    var refused = new ArrayList<String>();
    var doubts = new TreeMap<Integer, List<String>>();
    refused.add("p.no_row");
    if (reading.mapping().keyed()) refused.add("p.record_key is null");
    if (reading.is(Standard.CUSTOMER)) refused.add("p.nothing_left");
    for (int i = 0; i < reading.cells().size(); i++) {
      var cell = reading.cells().get(i);
      var dropped = "p.t%1$s is not null and p.v%1$s is null".formatted(i);
      if (cell.required() && !cell.key()) refused.add("p.v%s is null".formatted(i));
      if (cell.spoils() && !cell.needed()) {
        refused.add("case when %s then gb_is_spoilt(p.t%s) else false end".formatted(dropped, i));
      }
      doubts
          .computeIfAbsent(Doubts.place(i), place -> new ArrayList<>())
          .add(cell.doubtsValues() ? "p.odd" + i : dropped);
    }
    var rules = reading.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).quarantines()) refused.add("p.broken" + i);
    }
    return """
    select p.batch,
           p.line,
           %s%s as refused,
           %s as cells
    from probed p
    """
        .formatted(
            reading.mapping().keyed() ? "p.record_key,\n       " : "",
            refused.stream().collect(joining("\n    or ", "(", ")")),
            Stream.concat(
                    doubts.entrySet().stream().map(d -> bit(d.getValue(), 1L << d.getKey())),
                    broken(rules))
                .collect(joining("\n    + ", "cast(", " as bigint)")));
  }

  private static Stream<String> broken(List<Broken> rules) {
    return rules.isEmpty()
        ? Stream.empty()
        : Stream.of(
            bit(
                IntStream.range(0, rules.size()).mapToObj(i -> "p.broken" + i).toList(),
                Doubts.OF_RULES));
  }

  private static String bit(List<String> anyOf, long bit) {
    return "case when " + String.join(" or ", anyOf) + " then " + bit + " else 0 end";
  }

  /** For quality.marked, of all rows whose fate is written. */
  static Sql marked() {
    return Sql.of(
        """
        select f.batch, f.line, f.fate, f.doubtful
        from {quality.fate} f
        where f.fate <> 'clean'
           or f.doubtful <> 0
        """);
  }

  /** The same, of the landed rows in sight. */
  Sql markedInSight() {
    return Sql.of(
        """
        select f.batch, f.line, f.fate, f.doubtful
        from {quality.fate} f
        where (f.fate <> 'clean' or f.doubtful <> 0)
          and exists (
            select 1
            from %s l
            where l.batch = f.batch
              and l.line = f.line)
        """
            .formatted(reading.landed()));
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
