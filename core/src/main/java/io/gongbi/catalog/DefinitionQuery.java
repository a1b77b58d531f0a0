package io.gongbi.catalog;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;

/** Questions to {@code catalog_definition} and {@code catalog_reference}. */
final class DefinitionQuery {
  private DefinitionQuery() {}

  private static Sql about(DefinitionId id, String text) {
    return Sql.of(text).with("kind", Value.of(id.kind())).with("key", Value.of(id.key()));
  }

  static Sql newest(DefinitionId id) {
    return about(
        id,
        """
        select
          key,
          version,
          label_zh,
          label_en,
          owner,
          status,
          is_deleted,
          changed_at,
          form,
          body
        from catalog_definition
        where kind = #kind
          and key = #key
        order by version desc
        limit 1
        """);
  }

  /** A deletion repeats the body of the version before; it is no version of its own. */
  static Sql history(DefinitionId id) {
    return about(
        id,
        """
        select
          key,
          version,
          label_zh,
          label_en,
          owner,
          status,
          changed_at,
          form,
          body
        from catalog_definition
        where kind = #kind
          and key = #key
          and not is_deleted
        order by version desc
        """);
  }

  static Sql all(Kind<?> kind) {
    return newest(kind, "d.status <> 'RETIRED'");
  }

  static Sql retired(Kind<?> kind) {
    return newest(kind, "d.status = 'RETIRED'");
  }

  private static Sql newest(Kind<?> kind, String which) {
    return Sql.of(
            """
            select
              d.key,
              d.version,
              d.label_zh,
              d.label_en,
              d.owner,
              d.status,
              d.changed_at,
              d.form,
              d.body
            from catalog_definition d
            where d.kind = #kind
              and not d.is_deleted
              and %s
              and d.version = (
                select max(newest.version)
                from catalog_definition newest
                where newest.kind = d.kind
                  and newest.key = d.key
              )
            order by d.key
            """
                .formatted(which))
        .with("kind", Value.of(kind.name()));
  }

  static Sql mentioning(String written) {
    return Sql.of(
            """
            select
              d.kind,
              d.key,
              d.label_zh,
              d.label_en
            from catalog_definition d
            where d.body like #pattern escape '!'
              and not d.is_deleted
              and d.status <> 'RETIRED'
              and d.version = (
                select max(newest.version)
                from catalog_definition newest
                where newest.kind = d.kind
                  and newest.key = d.key
              )
            order by d.kind, d.key
            """)
        .with(
            "pattern",
            Value.of("%" + written.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"));
  }

  /** Every key ever used, also by what is deleted. */
  static Sql keys(Kind<?> kind) {
    return Sql.of(
            """
            select key
            from catalog_definition
            where kind = #kind
              and version = 1
            """)
        .with("kind", Value.of(kind.name()));
  }

  static Sql insert(Definition<?> definition, int form, String body, boolean deleted) {
    return about(
            definition.id(),
            """
            insert into catalog_definition (
              kind,
              key,
              version,
              label_zh,
              label_en,
              owner,
              status,
              is_deleted,
              changed_at,
              form,
              body
            )
            values (
              #kind,
              #key,
              #version,
              #zh,
              #en,
              #owner,
              #status,
              #deleted,
              #changed,
              #form,
              #body
            )
            """)
        .with("version", Value.of(definition.version()))
        .with("zh", Value.of(definition.label().zh()))
        .with("en", Value.of(definition.label().en()))
        .with("owner", Value.of(definition.owner().value()))
        .with("status", Value.of(definition.status().name()))
        .with("deleted", Value.of(deleted))
        .with("changed", Value.of(definition.changedAt()))
        .with("form", Value.of(form))
        .with("body", Value.of(body));
  }

  static Sql dropReferences(DefinitionId id) {
    return about(
        id,
        """
        delete from catalog_reference
        where kind = #kind
          and key = #key
        """);
  }

  static Sql reference(DefinitionId id, DefinitionId used) {
    return about(
            id,
            """
            insert into catalog_reference (kind, key, used_kind, used_key)
            values (#kind, #key, #usedKind, #usedKey)
            """)
        .with("usedKind", Value.of(used.kind()))
        .with("usedKey", Value.of(used.key()));
  }

  static Sql usedBy(DefinitionId id) {
    return about(
        id,
        """
        select
          kind,
          key
        from catalog_reference
        where used_kind = #kind
          and used_key = #key
        order by
          kind,
          key
        """);
  }
}
