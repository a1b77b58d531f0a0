package io.gongbi.access;

import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.Optional;

/** Questions about one-time links. */
final class LinkQuery {
  private LinkQuery() {}

  static Sql add(String hash, Optional<UserId> user, Instant expiresAt) {
    return Sql.of(
            """
            insert into access_link (hash, user_id, expires_at)
            values (#hash, #user, #expires)
            """)
        .with("hash", Value.of(hash))
        .with("user", user.map(u -> Value.of(u.value())).orElseGet(Value::missing))
        .with("expires", Value.of(expiresAt));
  }

  /** One statement both checks and marks: of two who come at once, one gets in. */
  static Sql use(String hash, Instant now) {
    return Sql.of(
            """
            update access_link set
              used_at = #now
            where hash = #hash
              and used_at is null
              and expires_at > #now
            returning user_id
            """)
        .with("hash", Value.of(hash))
        .with("now", Value.of(now));
  }

  /** Those that no longer open anything, and on request all that would set up. */
  static Sql forget(Instant now, boolean setUp) {
    return Sql.of(
            """
            delete from access_link
            where expires_at <= #now
               or used_at is not null
               or (user_id is null and #setup = 1)
            """)
        .with("now", Value.of(now))
        .with("setup", Value.of(setUp ? 1L : 0L));
  }

  /** Those that would let this person in. */
  static Sql forget(UserId user) {
    return Sql.of("delete from access_link where user_id = #user")
        .with("user", Value.of(user.value()));
  }
}
