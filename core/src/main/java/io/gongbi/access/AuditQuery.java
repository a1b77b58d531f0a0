package io.gongbi.access;

import io.gongbi.catalog.UserId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;

/** Questions to the audit trail. */
final class AuditQuery {
  private AuditQuery() {}

  static Sql add(AuditTrail.Entry entry, String seal) {
    return Sql.of(
            """
            insert into access_audit (position, happened_at, user_id, act, what, detail, seal)
            values (#position, #now, #user, #act, #what, #detail, #seal)
            """)
        .with("position", Value.of(entry.position()))
        .with("now", Value.of(entry.happenedAt()))
        .with("user", Value.of(entry.user().value()))
        .with("act", Value.of(entry.act().name()))
        .with("what", Value.of(entry.what()))
        .with("detail", Value.of(entry.detail()))
        .with("seal", Value.of(seal));
  }

  static Sql last() {
    return Sql.of(
        """
        select
          position,
          seal
        from access_audit
        order by position desc
        limit 1
        """);
  }

  static Sql after(long position, int limit) {
    return Sql.of(
            """
            select
              position,
              happened_at,
              user_id,
              act,
              what,
              detail,
              seal
            from access_audit
            where position > #position
            order by position
            limit #limit
            """)
        .with("position", Value.of(position))
        .with("limit", Value.of(limit));
  }

  static Sql newest(int limit, AuditTrail.Which which) {
    return Sql.of(
            """
            select
              position,
              happened_at,
              user_id,
              act,
              what,
              detail
            from access_audit
            where (#act = '' or act = #act)
              and (#user = '' or user_id = #user)
            order by position desc
            limit #limit
            """)
        .with("act", Value.of(which.act().map(Act::name).orElse("")))
        .with("user", Value.of(which.user().map(UserId::value).orElse("")))
        .with("limit", Value.of(limit));
  }
}
