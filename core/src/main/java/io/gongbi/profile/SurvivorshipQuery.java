package io.gongbi.profile;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Collection;

/** The questions of {@link SurvivorshipTrials}. */
final class SurvivorshipQuery {
  private SurvivorshipQuery() {}

  /**
   * Where other records would win other values than stand today: of each field the customers with
   * the highest net spend, how many there are, and how many customers there are in all.
   */
  static Sql changed(Sql winners, int samples) {
    return Sql.of(
            """
            select n.field,
                   n.customer_id,
                   n.source,
                   n.record_key,
                   n.batch,
                   n.line,
                   n.customers,
                   n.everybody
            from numbered n
            where n.place <= #samples
            order by n.field nulls last, n.place nulls last
            """)
        .with("samples", Value.of(samples))
        .step("winner", winners)
        .step(
            "changed",
            """
            select w.*,
                   c.net_revenue,
                   row_number() over (partition by w.customer_id order by w.field nulls last) as nth
            from winner w
            join {profile.conflict} k
              on k.customer_id = w.customer_id and k.field = w.field and k.chosen
            join {profile.customer} c on c.customer_id = w.customer_id
            where k.value <> w.value
            """)
        .step(
            "numbered",
            """
            select c.*,
                   row_number() over (
                     partition by c.field
                     order by c.net_revenue desc nulls last, c.customer_id nulls last
                   ) as place,
                   count(*) over (partition by c.field) as customers,
                   sum(case when c.nth = 1 then 1 else 0 end) over () as everybody
            from changed c
            """);
  }

  /** What records say of these customers, as whoever asks may see it. */
  static Sql said(Collection<CustomerId> customers) {
    return ProfileQuery.withIds(
        """
        select k.customer_id,
               c.name,
               k.field,
               coalesce(k.open_value, k.value) as value,
               k.source,
               k.record_key,
               k.batch,
               k.line,
               k.chosen
        from ids i
        join {profile.conflict} k on k.customer_id = i.customer_id
        join {profile.customer} c on c.customer_id = k.customer_id
        """,
        customers);
  }
}
