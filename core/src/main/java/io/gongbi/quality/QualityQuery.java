package io.gongbi.quality;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Optional;

/** What cleaning made of what landed, for the people who look after the data. */
final class QualityQuery {
  private QualityQuery() {}

  static Sql counts() {
    return Sql.of(
        """
        select f.source,
               f.feed,
               f.grain,
               count(t.fate) as landed,
               count(case when t.fate = 'clean' then 1 end) as clean,
               count(case when t.fate = 'quarantined' then 1 end) as quarantined,
               count(case when t.fate = 'merged' then 1 end) as merged,
               count(case when t.fate = 'superseded' then 1 end) as superseded
        from {quality.feed} f
        left join {quality.fate} t on t.source = f.source and t.feed = f.feed
        group by f.source,
                 f.feed,
                 f.grain
        order by f.source nulls last,
                 f.feed nulls last
        """);
  }

  static Sql reasons() {
    return Sql.of(
        """
        select q.source,
               q.feed,
               q.reason,
               q.severity,
               count(*) as found
        from {quality.quarantine} q
        group by q.source,
                 q.feed,
                 q.reason,
                 q.severity
        order by found desc nulls last,
                 q.reason nulls last
        """);
  }

  static Sql refusedCount(Optional<String> source, Optional<String> feed, Optional<String> reason) {
    return narrowed(
        "select count(*) as found\nfrom {quality.quarantine} q", "", source, feed, reason);
  }

  static Sql refused(
      Optional<String> source,
      Optional<String> feed,
      Optional<String> reason,
      long offset,
      int limit) {
    return narrowed(
            """
            select q.source,
                   q.feed,
                   b.file_name,
                   q.line,
                   q.field,
                   q.value,
                   q.severity,
                   q.reason
            from {quality.quarantine} q
            left join {source.batch} b on b.batch = q.batch""",
            """
            order by q.source nulls last,
                     q.feed nulls last,
                     q.batch desc nulls last,
                     q.line nulls last,
                     q.field nulls last,
                     q.reason nulls last
            limit #most offset #offset
            """,
            source,
            feed,
            reason)
        .with("most", Value.of(limit))
        .with("offset", Value.of(offset));
  }

  private static Sql narrowed(
      String select,
      String rest,
      Optional<String> source,
      Optional<String> feed,
      Optional<String> reason) {
    var sql =
        Sql.of(
            select
                + "\nwhere true"
                + (source.isPresent() ? "\n  and q.source = #source" : "")
                + (feed.isPresent() ? "\n  and q.feed = #feed" : "")
                + (reason.isPresent() ? "\n  and q.reason = #reason" : "")
                + "\n"
                + rest);
    if (source.isPresent()) sql = sql.with("source", Value.of(source.get()));
    if (feed.isPresent()) sql = sql.with("feed", Value.of(feed.get()));
    if (reason.isPresent()) sql = sql.with("reason", Value.of(reason.get()));
    return sql;
  }

  static Sql kinds() {
    return Sql.of(
        """
        select o.source,
               o.kind,
               count(*) as lines,
               coalesce(sum(o.amount), 0) as amount
        from {quality.order_line} o
        group by o.source,
                 o.kind
        order by o.source nulls last,
                 lines desc nulls last,
                 o.kind nulls last
        """);
  }
}
