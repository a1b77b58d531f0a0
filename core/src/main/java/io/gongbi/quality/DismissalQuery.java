package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.source.FeedId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The list of refusals without those that people have set aside, or these alone: the same questions
 * are asked of both. Decisions are few and travel with the question, so that they hold at once.
 */
final class DismissalQuery {
  private static final String QUARANTINE = "quality.quarantine";

  private DismissalQuery() {}

  /** What is still open; reminders and dropped values always are. */
  static View open(SortedMap<String, Dismissal> dismissals) {
    if (dismissals.isEmpty()) return View.of(Map.of());
    return View.of(
        QUARANTINE,
        with(
            dismissals,
            """
            select q.*
            from {quality.quarantine} q
            where q.severity <> 'quarantine'
               or not exists (
                 select 1
                 from aside a
                 where a.batch = q.batch
                   and a.line = q.line
                   and a.field = q.field
                   and a.reason = q.reason)
            """));
  }

  /** What people have set aside. */
  static View setAside(SortedMap<String, Dismissal> dismissals) {
    if (dismissals.isEmpty()) {
      return View.of(QUARANTINE, Sql.of("select q.* from {quality.quarantine} q where false"));
    }
    return View.of(
        QUARANTINE,
        with(
            dismissals,
            """
            select q.*
            from {quality.quarantine} q
            where q.severity = 'quarantine'
              and exists (
                select 1
                from aside a
                where a.batch = q.batch
                  and a.line = q.line
                  and a.field = q.field
                  and a.reason = q.reason)
            """));
  }

  /** How many rows each decision sets aside, by its key. */
  static Sql rows(SortedMap<String, Dismissal> dismissals) {
    return with(
        dismissals,
        """
        select o.id, count(*) as rows
        from (select distinct a.id, a.batch, a.line from aside a) o
        group by o.id
        """);
  }

  private static Sql with(SortedMap<String, Dismissal> dismissals, String select) {
    var values = new HashMap<String, Value>();
    var rows = new ArrayList<String>();
    dismissals.forEach(
        (id, one) -> {
          var n = "d" + rows.size() + "x";
          values.put(n + "id", Value.of(id));
          values.put(n + "source", Value.of(one.source().value()));
          values.put(n + "feed", Value.of(one.feed()));
          values.put(n + "field", Value.of(one.field()));
          values.put(n + "reason", Value.of(one.reason()));
          values.put(n + "file", Value.of(one.spot().map(Correction.Spot::file).orElse("")));
          values.put(n + "line", Value.of(one.spot().map(Correction.Spot::line).orElse(0L)));
          values.put(n + "until", Value.of(one.until().orElse(Long.MAX_VALUE)));
          rows.add(
              """
              select #%1$sid as id,
                     #%1$ssource as source,
                     #%1$sfeed as feed,
                     #%1$sfield as field,
                     #%1$sreason as reason,
                     #%1$sfile as file_name,
                     #%1$sline as line,
                     #%1$suntil as until
              """
                  .formatted(n));
        });
    return Sql.of(select)
        .step("dismissed", Sql.of(rows.stream().collect(joining("union all\n"))))
        .step(
            "aside",
            """
            select d.id, q.batch, q.line, q.field, q.reason
            from {quality.quarantine} q
            join dismissed d
              on d.source = q.source
              and d.feed = q.feed
              and d.reason = q.reason
              and d.field = q.field
            where d.line = 0
              and q.severity = 'quarantine'
              and q.batch <= d.until
            union all
            select d.id, q.batch, q.line, q.field, q.reason
            from {quality.quarantine} q
            join {source.batch} b on b.batch = q.batch
            join dismissed d
              on d.source = q.source
              and d.feed = q.feed
              and d.line = q.line
              and d.file_name = b.file_name
            where q.severity = 'quarantine'
              and q.batch <= d.until
            """)
        .with(values);
  }

  /** How many rows have nothing open any more, by feed. */
  static Sql dismissedRows(SortedMap<String, Dismissal> dismissals) {
    return with(
            dismissals,
            """
            select r.source, r.feed, count(*) as rows
            from refused r
            where r.open = 0
            group by r.source, r.feed
            """)
        .step(
            "refused",
            """
            select q.source,
                   q.feed,
                   q.batch,
                   q.line,
                   max(case when a.batch is null then 1 else 0 end) as open
            from {quality.quarantine} q
            left join aside a
              on a.batch = q.batch
              and a.line = q.line
              and a.field = q.field
              and a.reason = q.reason
            where q.severity = 'quarantine'
            group by q.source, q.feed, q.batch, q.line
            """);
  }

  static Sql newestBatch(FeedId feed) {
    return Sql.of(
            """
            select max(b.batch) as batch
            from {source.batch} b
            where b.source = #source
              and b.feed = #feed
            """)
        .with("source", Value.of(feed.source().value()))
        .with("feed", Value.of(feed.feed()));
  }
}
