package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Corrections laid over landed rows, and the rows that they concern. */
final class CorrectionQuery {
  private CorrectionQuery() {}

  /** Of no table: what a mail address most likely should be. */
  static Sql suggestedEmail(String value) {
    return Sql.of("select gb_email_suggested(#value) as suggested").with("value", Value.of(value));
  }

  static Sql mirrored() {
    return Sql.of("select c.* from {quality.correction} c");
  }

  /** The landed tables as people have corrected them; all others as they are. */
  static View laidOver(List<Reading> feeds, Collection<Correction> corrections) {
    var views = new HashMap<TableName, Sql>();
    for (var feed : feeds) {
      var ofFeed = new TreeMap<String, List<Correction>>();
      for (var one : corrections) {
        var column = feed.landedColumn(one.heading());
        if (one.id().equals(feed.mapping().id()) && column.isPresent()) {
          ofFeed.computeIfAbsent(column.get(), c -> new ArrayList<>()).add(one);
        }
      }
      if (!ofFeed.isEmpty()) {
        views.put(feed.mapping().id().landed(), corrected(feed, ofFeed));
      }
    }
    return View.of(views);
  }

  /**
   * A correction of one line goes before one of a record, and that before one of all that say the
   * same. A record is named by its key as it came, not as it was corrected.
   */
  private static Sql corrected(Reading feed, Map<String, List<Correction>> corrections) {
    var joins = new ArrayList<String>();
    var values = new HashMap<String, Value>();
    for (var one : corrections.entrySet()) {
      var column = one.getKey();
      var heading = "heading" + column;
      values.put(heading, Value.of(one.getValue().getFirst().heading()));
      joins.add(
          """
          left join {quality.correction} all_%1$s
            on all_%1$s.source = #source
            and all_%1$s.feed = #feed
            and all_%1$s.heading = #%2$s
            and all_%1$s.line = 0
            and all_%1$s.record_key = ''
            and all_%1$s.was = l.%1$s
          left join {quality.correction} one_%1$s
            on one_%1$s.source = #source
            and one_%1$s.feed = #feed
            and one_%1$s.heading = #%2$s
            and one_%1$s.line = l.line
            and one_%1$s.file_name = f.file_name
            and one_%1$s.was = coalesce(l.%1$s, '')
          """
              .formatted(column, heading));
      if (isByKey(feed, one.getValue())) {
        joins.add(
            """
            left join {quality.correction} key_%1$s
              on key_%1$s.source = #source
              and key_%1$s.feed = #feed
              and key_%1$s.heading = #%2$s
              and key_%1$s.record_key = %3$s
              and key_%1$s.was = coalesce(l.%1$s, '')
            """
                .formatted(column, heading, feed.recordKey()));
      }
    }
    return feed.of(
            """
            select l.batch,
                   l.line,
                   l.unreadable,
                   l.raw,
                   %s
            from %s l
            left join {source.batch} f on f.batch = l.batch
            %s
            """
                .formatted(
                    feed.landedColumns().stream()
                        .map(
                            c ->
                                corrections.containsKey(c)
                                    ? "nullif(coalesce(one_%1$s.becomes, %2$sall_%1$s.becomes, l.%1$s), '') as %1$s"
                                        .formatted(
                                            c,
                                            isByKey(feed, corrections.get(c))
                                                ? "key_" + c + ".becomes, "
                                                : "")
                                    : "l." + c)
                        .collect(joining(",\n       ")),
                    feed.landed(),
                    String.join("", joins)))
        .with(values);
  }

  /** A mapping may have lost its key since. */
  private static boolean isByKey(Reading feed, List<Correction> corrections) {
    return feed.mapping().keyed() && corrections.stream().anyMatch(c -> c.key().isPresent());
  }

  /** For quality.touched_row: the landed rows that a correction is about, as they came. */
  static Sql concerned(Reading feed, Correction correction) {
    var column = feed.landedColumn(correction.heading()).orElseThrow();
    var sql =
        feed.of(
                """
                select #source as source,
                       #feed as feed,
                       l.batch,
                       l.line
                from %s l
                join {source.batch} b on b.batch = l.batch
                where coalesce(l.%s, '') = #was
                  %s
                """
                    .formatted(
                        feed.landed(),
                        column,
                        correction.spot().isPresent()
                            ? "and l.line = #spotLine and b.file_name = #spotFile"
                            : correction.key().isPresent()
                                ? "and " + feed.recordKey() + " = #recordKey"
                                : ""))
            .with("was", Value.of(correction.was()));
    if (correction.key().isPresent())
      return sql.with("recordKey", Value.of(correction.key().get()));
    if (correction.spot().isEmpty()) return sql;
    return sql.with("spotLine", Value.of(correction.spot().get().line()))
        .with("spotFile", Value.of(correction.spot().get().file()));
  }

  /** How many landed rows still say what a correction corrects. */
  static Sql stillSaying(Reading feed, Correction correction) {
    return Sql.of("select count(*) as n from concerned c")
        .step("concerned", concerned(feed, correction));
  }

  /** Rows with the same key as touched ones, under what the landed table shows. */
  static Sql sameKeyAsTouched(Reading feed) {
    return feed.of(
            """
            select #source as source,
                   #feed as feed,
                   l.batch,
                   l.line
            from %s l
            where (%s) in (select n.record_key from touched_key n)
            """
                .formatted(feed.landed(), feed.recordKey()))
        .step(
            "touched_key",
            """
            select distinct %s as record_key
            from %s l
            join {quality.touched_row} t on t.batch = l.batch and t.line = l.line
            where t.source = #source
              and t.feed = #feed
              and (%s) is not null
            """
                .formatted(feed.recordKey(), feed.landed(), feed.recordKey()));
  }

  static Sql touchedFeeds() {
    return Sql.of("select distinct t.source, t.feed from {quality.touched_row} t");
  }

  static Sql touchedBatches() {
    return Sql.of("select distinct t.batch from {quality.touched_row} t");
  }

  /** The cells of one landed row as they came. */
  static Sql cells(Reading feed, String file, long line) {
    return feed.of(
            """
            select %s,
                   %s as its_key
            from %s l
            join {source.batch} b on b.batch = l.batch
            where b.file_name = #file
              and l.line = #line
              and l.unreadable is null
            order by l.batch desc nulls last
            limit 1
            """
                .formatted(
                    feed.landedColumns().stream().map(c -> "l." + c).collect(joining(",\n       ")),
                    feed.recordKey(),
                    feed.landed()))
        .with("file", Value.of(file))
        .with("line", Value.of(line));
  }
}
