package io.gongbi.access;

import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.Instant;

/** Questions about those who log in. */
final class UserQuery {
  private static final String USER =
      """
      select
        id,
        name,
        password,
        role,
        language,
        stamp
      from access_user
      """;

  private UserQuery() {}

  static Sql all() {
    return Sql.of(USER + "order by folded\n");
  }

  static Sql byId(UserId id) {
    return Sql.of(USER + "where id = #id\n").with("id", Value.of(id.value()));
  }

  static Sql byName(String folded) {
    return Sql.of(USER + "where folded = #folded\n").with("folded", Value.of(folded));
  }

  static Sql count(String role) {
    return Sql.of("select count(*) as n from access_user where role = #role")
        .with("role", Value.of(role));
  }

  static Sql add(User user, String folded, Value password, Instant now) {
    return Sql.of(
            """
            insert into access_user
              (id, name, folded, password, role, language, stamp, created_at)
            values
              (#id, #name, #folded, #password, #role, #language, #stamp, #now)
            """)
        .with("id", Value.of(user.id().value()))
        .with("name", Value.of(user.name()))
        .with("folded", Value.of(folded))
        .with("password", password)
        .with("role", Value.of(user.role().name()))
        .with("language", Value.of(user.language().code()))
        .with("stamp", Value.of(user.stamp()))
        .with("now", Value.of(now));
  }

  static Sql role(UserId id, String role) {
    return Sql.of(
            """
            update access_user set
              role = #role,
              stamp = stamp + 1
            where id = #id
            """)
        .with("id", Value.of(id.value()))
        .with("role", Value.of(role));
  }

  static Sql password(UserId id, String hash) {
    return Sql.of(
            """
            update access_user set
              password = #password,
              stamp = stamp + 1
            where id = #id
            """)
        .with("id", Value.of(id.value()))
        .with("password", Value.of(hash));
  }

  static Sql language(UserId id, Language language) {
    return Sql.of("update access_user set language = #language where id = #id")
        .with("id", Value.of(id.value()))
        .with("language", Value.of(language.code()));
  }
}
