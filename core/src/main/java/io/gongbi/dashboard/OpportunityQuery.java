package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.Optional;

/**
 * The numbers behind what is worth doing: who is meant now, and what the like of them did before.
 */
final class OpportunityQuery {
  /** Of more categories the pairs would be too many to tell chance from habit. */
  private static final int MOST_CATEGORIES = 30;

  /** {@code spent}: what a buyer in sight has spent in sum, on average. */
  static Sql usualSpend() {
    return Sql.of(
        """
        select avg(c.revenue) as spent
        from {profile.customer} c
        where c.orders > 0
        """);
  }

  /** {@code heads}: who of the report is meant now. */
  static Sql heads(Sql members) {
    return Sql.of("select count(*) as heads from members m").step("members", members);
  }

  /**
   * {@code bought, missing, buyers, of_first, of_second, of_both}: of the buyers of some days those
   * who bought {@code bought} in them, those who ever bought {@code missing}, and those who did
   * both; pairs of the largest categories.
   */
  static Sql pairs(Period days) {
    return ReportQuery.during(
        Sql.of(
                """
                select p.bought,
                       p.missing,
                       n.buyers,
                       x.recent as of_first,
                       y.ever as of_second,
                       p.of_both
                from pair p
                join large x on x.category = p.bought
                join large y on y.category = p.missing
                cross join (select count(*) as buyers from buyer) n
                order by p.bought nulls last, p.missing nulls last
                """)
            .step(
                "held",
                """
                select i.customer_id,
                       i.category,
                       max(case when i.day >= #from then 1 else 0 end) as recent
                from {profile.item} i
                where i.kind = 'sale'
                  and i.customer_id is not null
                  and i.category is not null
                  and i.day < #until
                group by i.customer_id, i.category
                """)
            .step(
                "buyer",
                """
                select distinct h.customer_id
                from held h
                where h.recent = 1
                """)
            .step(
                "large",
                """
                select h.category,
                       cast(sum(h.recent) as bigint) as recent,
                       count(*) as ever
                from held h
                join buyer b on b.customer_id = h.customer_id
                group by h.category
                order by recent desc nulls last, h.category nulls last
                limit %s
                """
                    .formatted(MOST_CATEGORIES))
            .step(
                "pair",
                """
                select x.category as bought,
                       y.category as missing,
                       count(*) as of_both
                from held x
                join held y on y.customer_id = x.customer_id and y.category <> x.category
                where x.recent = 1
                group by x.category, y.category
                """),
        days);
  }

  /**
   * {@code heads, buyers, revenue}: what {@code members} of an earlier day did after it; of one
   * category alone, where it is named.
   */
  static Sql after(Sql members, Optional<String> category, AsOf then, int days) {
    var rows =
        category.isPresent()
            ? "from {profile.item} o\nwhere o.category = #category\n  and o.kind = 'sale'"
            : "from {profile.order} o\nwhere o.kind = 'sale'";
    var sql = after(members, rows, then, days);
    return category.isPresent() ? sql.with("category", Value.of(category.get())) : sql;
  }

  private static Sql after(Sql members, String rows, AsOf then, int days) {
    return Sql.of(
            """
            select count(*) as heads,
                   count(b.customer_id) as buyers,
                   coalesce(sum(b.revenue), 0) as revenue
            from members m
            left join bought b on b.customer_id = m.customer_id
            """)
        .step("members", members)
        .step(
            "bought",
            """
            select o.customer_id,
                   sum(o.amount) as revenue
            %s
              and o.customer_id is not null
              and o.day > #then
              and o.day <= #last
            group by o.customer_id
            """
                .formatted(rows))
        .with("then", Value.of(then.day()))
        .with("last", Value.of(then.day().plusDays(days)));
  }
}
