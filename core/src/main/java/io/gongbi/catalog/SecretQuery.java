package io.gongbi.catalog;

import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** Sealed secrets, in the catalog. */
final class SecretQuery {
  private SecretQuery() {}

  static final Sql COUNT = Sql.of("select count(*) as n from catalog_secret");

  static Sql put(String owner, String name, String print, String sealed, Instant now) {
    return Sql.of(
            """
            insert into catalog_secret (owner, name, key_print, sealed, set_at)
            values (#owner, #name, #print, #sealed, #now)
            on conflict (owner, name) do update set
              key_print = excluded.key_print,
              sealed = excluded.sealed,
              set_at = excluded.set_at
            """)
        .with("owner", Value.of(owner))
        .with("name", Value.of(name))
        .with("print", Value.of(print))
        .with("sealed", Value.of(sealed))
        .with("now", Value.of(now));
  }

  static Sql of(String owner) {
    return Sql.of("select name, set_at from catalog_secret where owner = #owner")
        .with("owner", Value.of(owner));
  }

  static Sql find(String owner, String name) {
    return Sql.of(
            """
            select key_print,
                   sealed
            from catalog_secret
            where owner = #owner and name = #name
            """)
        .with("owner", Value.of(owner))
        .with("name", Value.of(name));
  }

  static Sql drop(String owner) {
    return Sql.of("delete from catalog_secret where owner = #owner").with("owner", Value.of(owner));
  }

  static Sql drop(String owner, String name) {
    return Sql.of("delete from catalog_secret where owner = #owner and name = #name")
        .with("owner", Value.of(owner))
        .with("name", Value.of(name));
  }
}
