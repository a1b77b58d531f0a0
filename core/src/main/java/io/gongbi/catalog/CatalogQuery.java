package io.gongbi.catalog;

import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/**
 * Questions to the catalog's own tables: what ran here, the logs, and how far their readers are.
 */
final class CatalogQuery {
  /** The one table that no migration can make. */
  static final String MIGRATION_TABLE =
      """
      create table if not exists catalog_migration (
        concept    {text}   not null,
        version    {whole}  not null,
        name       {text}   not null,
        checksum   {whole}  not null,
        applied_at {moment} not null,
        primary key (concept, version)
      ) {strict}
      """;

  private CatalogQuery() {}

  static Sql migrations() {
    return Sql.of(
        """
        select
          concept,
          version,
          checksum
        from catalog_migration
        """);
  }

  static Sql migrated(Migration migration, long checksum, Instant now) {
    return Sql.of(
            """
            insert into catalog_migration (concept, version, name, checksum, applied_at)
            values (#concept, #version, #name, #checksum, #now)
            """)
        .with("concept", Value.of(migration.concept()))
        .with("version", Value.of(migration.version()))
        .with("name", Value.of(migration.name()))
        .with("checksum", Value.of(checksum))
        .with("now", Value.of(now));
  }

  /** Writers take turns, so the next number is free and positions come in the order of commits. */
  static Sql append(String log, String body, Instant now) {
    return Sql.of(
            """
            insert into catalog_log (position, log, body, happened_at)
            select
              coalesce(max(position), 0) + 1,
              #log,
              #body,
              #now
            from catalog_log
            returning position
            """)
        .with("log", Value.of(log))
        .with("body", Value.of(body))
        .with("now", Value.of(now));
  }

  static Sql after(String log, Position position, int limit) {
    return Sql.of(
            """
            select
              position,
              body
            from catalog_log
            where log = #log
              and position > #position
            order by position
            limit #limit
            """)
        .with("log", Value.of(log))
        .with("position", Value.of(position.value()))
        .with("limit", Value.of(limit));
  }

  static Sql end(String log) {
    return Sql.of(
            """
            select coalesce(max(position), 0) as position
            from catalog_log
            where log = #log
            """)
        .with("log", Value.of(log));
  }

  static Sql reached(String reader) {
    return Sql.of(
            """
            select position
            from catalog_mark
            where reader = #reader
            """)
        .with("reader", Value.of(reader));
  }

  static Sql mark(String reader, Position reached, Instant now) {
    return Sql.of(
            """
            insert into catalog_mark (reader, position, marked_at)
            values (#reader, #position, #now)
            on conflict (reader) do update set
              position = excluded.position,
              marked_at = excluded.marked_at
            """)
        .with("reader", Value.of(reader))
        .with("position", Value.of(reached.value()))
        .with("now", Value.of(now));
  }
}
