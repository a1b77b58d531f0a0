package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.source.FeedId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

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
        left join {source.batch} b on b.source = f.source and b.feed = f.feed
        left join {quality.fate} t on t.batch = b.batch
        group by f.source,
                 f.feed,
                 f.grain
        order by f.source nulls last,
                 f.feed nulls last
        """);
  }

  /** How many rows a table has, and how many of them have something in each column. */
  static Sql filled(TableSpec table, List<String> columns) {
    return Sql.of(
        columns.stream()
            .map(c -> "count(q.%1$s) as %1$s".formatted(c))
            .collect(
                joining(
                    ",\n       ",
                    "select count(*) as rows,\n       ",
                    "\nfrom {" + table.name() + "} q")));
  }

  /** The account of single files. */
  static Sql batchCounts(List<Long> batches) {
    var sql =
        Sql.of(
            """
            select t.batch,
                   count(*) as landed,
                   count(case when t.fate = 'clean' then 1 end) as clean,
                   count(case when t.fate = 'quarantined' then 1 end) as quarantined,
                   count(case when t.fate = 'merged' then 1 end) as merged,
                   count(case when t.fate = 'superseded' then 1 end) as superseded
            from {quality.fate} t
            where t.batch in (%s)
            group by t.batch
            """
                .formatted(
                    IntStream.range(0, batches.size())
                        .mapToObj(i -> "#batch" + i)
                        .collect(joining(", "))));
    for (int i = 0; i < batches.size(); i++) {
      sql = sql.with("batch" + i, Value.of(batches.get(i)));
    }
    return sql;
  }

  static Sql headings(FeedId feed) {
    return of(
        """
        select h.name
        from {source.heading} h
        where h.source = #source
          and h.feed = #feed
        order by h.place nulls last
        """,
        feed);
  }

  /** Every reason of the rows in quarantine, beside what stood in their file. */
  static Sql badRows(FeedId feed, int columns) {
    return of(
        """
        select q.batch,
               b.file_name,
               q.line,
               q.field,
               q.reason,
               q.place,
               l.raw,
               %s
        from {quality.quarantine} q
        join {%s} l on l.batch = q.batch and l.line = q.line
        left join {source.batch} b on b.batch = q.batch
        where q.source = #source
          and q.feed = #feed
          and q.severity = 'quarantine'
        order by q.batch desc nulls last,
                 q.line nulls last,
                 q.field nulls last,
                 q.reason nulls last
        """
            .formatted(
                IntStream.rangeClosed(1, columns)
                    .mapToObj(i -> "l.c" + i)
                    .collect(joining(",\n       ")),
                feed.landed()),
        feed);
  }

  private static Sql of(String text, FeedId feed) {
    return Sql.of(text)
        .with("source", Value.of(feed.source().value()))
        .with("feed", Value.of(feed.feed()));
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

  static Sql refusedCount(Quality.Which which) {
    return narrowed("select count(*) as found\nfrom {quality.quarantine} q", "", which);
  }

  static Sql refused(Quality.Which which, long offset, int limit) {
    return narrowed(
            """
            select q.source,
                   q.feed,
                   b.file_name,
                   q.line,
                   q.field,
                   q.value,
                   q.severity,
                   q.reason,
                   q.place,
                   q.read_as
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
            which)
        .with("most", Value.of(limit))
        .with("offset", Value.of(offset));
  }

  private static Sql narrowed(String select, String rest, Quality.Which which) {
    var given = new LinkedHashMap<String, String>();
    which.source().ifPresent(v -> given.put("source", v));
    which.feed().ifPresent(v -> given.put("feed", v));
    which.field().ifPresent(v -> given.put("field", v));
    which.reason().ifPresent(v -> given.put("reason", v));
    which.severity().ifPresent(v -> given.put("severity", v));
    var sql =
        Sql.of(
            select
                + "\nwhere true"
                + given.keySet().stream().map(c -> "\n  and q." + c + " = #" + c).collect(joining())
                + "\n"
                + rest);
    for (var one : given.entrySet()) sql = sql.with(one.getKey(), Value.of(one.getValue()));
    return sql;
  }

  /** Orders by source: those whose buyer is named, and those with only a number that is lent. */
  static Sql reach() {
    return Sql.of(
            """
            select o.source,
                   count(*) as orders,
                   count(o.buyer_key) as named,
                   count(h.order_key) as lent,
                   count(case when o.buyer_key is null and h.order_key is not null then 1 end) as hidden
            from {quality.order} o
            left join hiding h on h.source = o.source and h.order_key = o.order_key
            group by o.source
            order by o.source nulls last
            """)
        .step(
            "refused",
            """
            select distinct q.batch, q.line
            from {quality.quarantine} q
            where q.reason in ('quality.privacy-number', 'quality.phone-masked')
              and q.severity = 'warn'
            """)
        .step(
            "hiding",
            """
            select o.source, o.order_key
            from {quality.order} o
            join refused r on r.batch = o.batch and r.line = o.line
            union
            select l.source, l.order_key
            from {quality.order_line} l
            join refused r on r.batch = l.batch and r.line = l.line
            """);
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
