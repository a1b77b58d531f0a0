package io.gongbi.source;

import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What landing asks of its own tables. */
final class SourceQuery {
  private SourceQuery() {}

  static final Sql NEXT =
      Sql.of("select coalesce(max(b.batch), 0) + 1 as batch from {source.batch} b");

  static final Sql BATCHES =
      Sql.of(
          """
          select b.batch,
                 b.source,
                 b.feed,
                 b.file_name,
                 b.rows,
                 b.landed_at
          from {source.batch} b
          order by b.batch desc nulls last
          """);

  /** Files of this name that have landed since, the first one first. */
  static Sql landedSince(FeedId feed, String name, Instant since) {
    return Sql.of(
            """
            select b.batch,
                   b.rows,
                   b.landed_at
            from {source.batch} b
            where b.source = #source
              and b.feed = #feed
              and b.file_name = #name
              and b.landed_at >= #since
            order by b.batch nulls last
            """)
        .with("source", Value.of(feed.source().value()))
        .with("feed", Value.of(feed.feed()))
        .with("name", Value.of(name))
        .with("since", Value.of(since));
  }

  /** How many lines of a batch are no rows. */
  static Sql noRows(FeedId feed, long batch) {
    return Sql.of(
            """
            select count(*) as n
            from {%s} l
            where l.batch = #batch
              and l.unreadable is not null
            """
                .formatted(feed.landed()))
        .with("batch", Value.of(batch));
  }

  static Sql sameFile(FeedId feed, String hash) {
    return Sql.of(
            """
            select b.file_name
            from {source.batch} b
            where b.source = #source
              and b.feed = #feed
              and b.file_hash = #hash
            limit 1
            """)
        .with("source", Value.of(feed.source().value()))
        .with("feed", Value.of(feed.feed()))
        .with("hash", Value.of(hash));
  }

  static Sql headings(FeedId feed) {
    return Sql.of(
            """
            select h.name,
                   h.place
            from {source.heading} h
            where h.source = #source
              and h.feed = #feed
            """)
        .with("source", Value.of(feed.source().value()))
        .with("feed", Value.of(feed.feed()));
  }

  static Sql headingsInOrder(FeedId feed) {
    return Sql.of(
            """
            select h.name
            from {source.heading} h
            where h.source = #source
              and h.feed = #feed
            order by h.place nulls last
            """)
        .with("source", Value.of(feed.source().value()))
        .with("feed", Value.of(feed.feed()));
  }

  static Sql newestRows(FeedId feed, int columns, int most) {
    return Sql.of(
            """
            select l.line,
                   %s
            from {%s} l
            where l.unreadable is null
            order by l.batch desc nulls last, l.line nulls last
            limit #most
            """
                .formatted(
                    IntStream.rangeClosed(1, columns)
                        .mapToObj(i -> "l.c" + i)
                        .collect(Collectors.joining(",\n       ")),
                    feed.landed()))
        .with("most", Value.of(most));
  }

  static Sql after(Position position, int limit) {
    return Sql.of(
            """
            select b.batch
            from {source.batch} b
            where b.batch > #position
            order by b.batch nulls last
            limit #limit
            """)
        .with("position", Value.of(position.value()))
        .with("limit", Value.of(limit));
  }
}
