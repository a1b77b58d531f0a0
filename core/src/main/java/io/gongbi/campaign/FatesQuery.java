package io.gongbi.campaign;

import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What would become of each of an audience. One number gets one message of a campaign, however many
 * customers have it: of those whom nothing else stops, the one whom the number fits best is written
 * to, and the others are {@link Fate#NUMBER_TAKEN}.
 *
 * <p>It fits best whom most records name under it (who is known by it at the shop, the till and in
 * the CRM most likely answers it); then who bought last, since numbers change hands; then the
 * smallest id, so that the same launch always picks the same. Mother, father and daughter share a
 * number: three records give it to her mother, one to each of the others, so the mother gets the
 * message. Once she lacks what the words need, it is the one of the others who bought last.
 */
final class FatesQuery {
  private FatesQuery() {}

  /**
   * Each of the audience with a fate, in the order in which the guards of delivery ask. To be asked
   * of addresses in clear. {@code optedOut}: addresses; {@code capped}: ids of customers; {@code
   * full}: addresses that got as many messages as the limits allow, by whichever customer.
   */
  static Sql of(
      Sql audience,
      MessageText text,
      FieldKey address,
      Collection<String> optedOut,
      Collection<String> capped,
      Collection<String> full) {
    return Sql.of(
            """
            select j.customer_id,
                   j.arm,
                   j.address,
                   %s,
                   case when j.alone in ('REACHED', 'CAPPED') and k.customer_id <> j.customer_id
                        then 'NUMBER_TAKEN' else j.alone end as fate
            from judged j
            left join keepers k on k.address = j.address
            """
                .formatted(ContentQuery.columns("j")))
        .step("audience", audience)
        .step(
            "judged",
            Sql.of(
                """
                select a.*,
                       case when a.arm = 'control' then 'HELD_OUT'
                            when a.address is null then coalesce(a.refused, 'NO_ADDRESS')
                            when a.declined then 'NO_CONSENT'
                            when gb_among(a.address, #opted_out) then 'OPTED_OUT'
                            when %s then 'INCOMPLETE'
                            when gb_among(cast(a.customer_id as varchar), #capped)
                              or gb_among(a.address, #full) then 'CAPPED'
                            else 'REACHED' end as alone
                from audience a
                """
                    .formatted(ContentQuery.lacking(text, "a"))))
        .step(
            "shared",
            """
            select j.address
            from judged j
            where j.alone in ('REACHED', 'CAPPED')
            group by j.address
            having count(*) > 1
            """)
        .step(
            "evidence",
            """
            select r.customer_id,
                   r.%1$s as address,
                   count(*) as records
            from {profile.record} r
            where r.%1$s in (select s.address from shared s)
            group by r.customer_id, r.%1$s
            """
                .formatted(address.column()))
        .step(
            "keepers",
            """
            select r.address,
                   r.customer_id
            from (
              select j.address,
                     j.customer_id,
                     row_number() over (
                       partition by j.address
                       order by coalesce(e.records, 0) desc nulls last,
                                c.last_order_day desc nulls last,
                                j.customer_id nulls last
                     ) as place
              from judged j
              join shared s on s.address = j.address
              join {profile.customer} c on c.customer_id = j.customer_id
              left join evidence e on e.customer_id = j.customer_id and e.address = j.address
              where j.alone = 'REACHED'
            ) r
            where r.place = 1
            """)
        .with("opted_out", lines(optedOut))
        .with("capped", lines(capped))
        .with("full", lines(full));
  }

  private static Value lines(Collection<String> values) {
    return Value.of(values.stream().sorted().collect(Collectors.joining("\n")));
  }
}
