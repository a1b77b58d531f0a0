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
        customers,
        contacts,
        language,
        stamp
      from access_user
      """;

  /** Who is disabled is in the list of accounts only. */
  private static final String ENABLED = "disabled_at is null";

  private UserQuery() {}

  static Sql all() {
    return Sql.of(USER + "where " + ENABLED + "\norder by folded\n");
  }

  /** Those who may no longer log in as well: what they did still bears their name. */
  static Sql names() {
    return Sql.of("select id, name from access_user");
  }

  static Sql byId(UserId id) {
    return Sql.of(USER + "where id = #id and " + ENABLED + "\n").with("id", Value.of(id.value()));
  }

  static Sql byName(String folded) {
    return Sql.of(USER + "where folded = #folded and " + ENABLED + "\n")
        .with("folded", Value.of(folded));
  }

  static Sql count(String role) {
    return Sql.of("select count(*) as n from access_user where role = #role and " + ENABLED)
        .with("role", Value.of(role));
  }

  /** Everybody, with what only an administrator asks about. */
  static Sql accounts() {
    return Sql.of(
        """
        with came as (
          select
            user_id,
            max(happened_at) as last_login_at
          from access_audit
          where act = 'LOGIN'
          group by user_id
        )
        select
          u.id,
          u.name,
          u.password,
          u.role,
          u.customers,
          u.contacts,
          u.language,
          u.stamp,
          u.disabled_at,
          u.created_at,
          c.last_login_at
        from access_user u
        left join came c on c.user_id = u.id
        order by u.folded
        """);
  }

  static Sql add(User user, String folded, Value password, Value customers, Instant now) {
    return Sql.of(
            """
            insert into access_user
              (id, name, folded, password, role, customers, contacts, stamp, created_at)
            values
              (#id, #name, #folded, #password, #role, #customers, #contacts, #stamp, #now)
            """)
        .with("id", Value.of(user.id().value()))
        .with("name", Value.of(user.name()))
        .with("folded", Value.of(folded))
        .with("password", password)
        .with("role", Value.of(user.role().name()))
        .with("customers", customers)
        .with("contacts", Value.of(user.role().contacts().code()))
        .with("stamp", Value.of(user.stamp()))
        .with("now", Value.of(now));
  }

  static Sql role(UserId id, Role role, Value customers) {
    return Sql.of(
            """
            update access_user set
              role = #role,
              customers = #customers,
              contacts = #contacts,
              stamp = stamp + 1
            where id = #id
            """)
        .with("id", Value.of(id.value()))
        .with("role", Value.of(role.name()))
        .with("contacts", Value.of(role.contacts().code()))
        .with("customers", customers);
  }

  static Sql disabled(UserId id, Value at) {
    return Sql.of(
            """
            update access_user set
              disabled_at = #at,
              stamp = stamp + 1
            where id = #id
            """)
        .with("id", Value.of(id.value()))
        .with("at", at);
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
