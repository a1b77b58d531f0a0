package io.gongbi.profile;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the use of a card looks like, and which of them are suspected. */
final class CardQuery {
  private static final String COUNTED =
      """
      h.shops,
             h.shop_orders,
             h.home_orders,
             h.two_shop_days,
             h.busiest_month,
             h.busiest_day,
             h.people""";

  private CardQuery() {}

  private static final String CONFIRMED =
      Arrays.stream(CardVerdict.Verdict.values())
          .filter(CardVerdict.Verdict::isConfirmed)
          .map(v -> "'" + v.word() + "'")
          .collect(joining(", ", "(", ")"));

  /** For profile.card: who has signs enough, and whom somebody has judged. */
  static Sql cards(Collection<CardVerdict> verdicts, LeftOut leftOut) {
    return judged(
        Sql.of(
                """
                select h.customer_id,
                       %s,
                       %s,
                       v.verdict,
                       case when v.verdict is null then %s >= %s else v.verdict in %s end as left_out,
                       %s as outside
                from habit h
                left join verdict v on v.customer_id = h.customer_id
                where %s >= %s
                   or v.verdict is not null
                order by h.customer_id nulls last
                """
                    .formatted(
                        COUNTED,
                        signs(s -> s.sql() + " as " + s.column(), ",\n       "),
                        found(),
                        CardSign.ENOUGH,
                        CONFIRMED,
                        outside(leftOut),
                        found(),
                        CardSign.ENOUGH))
            .step(
                "sale",
                """
                select o.customer_id,
                       o.day,
                       o.shop
                from {profile.order} o
                where o.kind = 'sale'
                  and o.customer_id is not null
                """)
            .step(
                "by_day",
                """
                select s.customer_id,
                       s.day,
                       count(*) as orders,
                       count(distinct s.shop) as shops
                from sale s
                group by s.customer_id, s.day
                """)
            .step(
                "by_month",
                """
                select d.customer_id,
                       12 * extract(year from d.day) + extract(month from d.day) as month,
                       count(*) as days
                from by_day d
                group by d.customer_id, 12 * extract(year from d.day) + extract(month from d.day)
                """)
            .step(
                "by_shop",
                """
                select s.customer_id,
                       s.shop,
                       count(*) as orders
                from sale s
                where s.shop is not null
                group by s.customer_id, s.shop
                """)
            .step(
                "in_days",
                """
                select d.customer_id,
                       max(d.orders) as busiest_day,
                       sum(case when d.shops > 1 then 1 else 0 end) as two_shop_days
                from by_day d
                group by d.customer_id
                """)
            .step(
                "in_months",
                """
                select m.customer_id,
                       max(m.days) as busiest_month
                from by_month m
                group by m.customer_id
                """)
            .step(
                "in_shops",
                """
                select s.customer_id,
                       count(*) as shops,
                       sum(s.orders) as shop_orders,
                       max(s.orders) as home_orders
                from by_shop s
                group by s.customer_id
                """)
            .step(
                "named",
                """
                select k.customer_id,
                       k.field,
                       count(distinct k.value) as found
                from {profile.conflict} k
                where k.field in ('name', 'phone')
                group by k.customer_id, k.field
                """)
            // Where there is no conflict, one is named, or nobody is.
            .step(
                "in_names",
                """
                select c.customer_id,
                       coalesce(
                         max(n.found),
                         max(case when c.name is null and c.phone is null then 0 else 1 end)
                       ) as people
                from {profile.customer} c
                left join named n on n.customer_id = c.customer_id
                group by c.customer_id
                """)
            .step(
                "habit",
                """
                select d.customer_id,
                       cast(coalesce(s.shops, 0) as bigint) as shops,
                       cast(coalesce(s.shop_orders, 0) as bigint) as shop_orders,
                       cast(coalesce(s.home_orders, 0) as bigint) as home_orders,
                       cast(d.two_shop_days as bigint) as two_shop_days,
                       cast(m.busiest_month as bigint) as busiest_month,
                       cast(d.busiest_day as bigint) as busiest_day,
                       cast(coalesce(n.people, 0) as bigint) as people
                from in_days d
                join in_months m on m.customer_id = d.customer_id
                left join in_shops s on s.customer_id = d.customer_id
                left join in_names n on n.customer_id = d.customer_id
                """),
        verdicts);
  }

  private static String signs(Function<CardSign, String> text, String between) {
    return Arrays.stream(CardSign.values()).map(text).collect(joining(between));
  }

  private static String found() {
    return signs(s -> "case when " + s.sql() + " then 1 else 0 end", " + ");
  }

  /** Adds the step of verdicts: what was decided, of whoever the customer is today. */
  private static Sql judged(Sql sql, Collection<CardVerdict> verdicts) {
    var rows = new StringBuilder();
    var all = sql;
    int i = 0;
    for (var verdict : verdicts) {
      rows.append(i == 0 ? "" : "\nunion all\n");
      rows.append("select cast(#of%1$s as bigint) as said_of, #is%1$s as verdict".formatted(i));
      all =
          all.with("of" + i, Value.of(verdict.customer().value()))
              .with("is" + i, Value.of(verdict.verdict().word()));
      i++;
    }
    if (i == 0)
      rows.append("select cast(null as bigint) as said_of, cast(null as varchar) as verdict");
    return all.step("said", rows.toString())
        .step(
            "verdict",
            """
            select coalesce(a.now_id, s.said_of) as customer_id,
                   max(s.verdict) as verdict
            from said s
            left join {identity.alias} a on a.customer_id = s.said_of
            group by coalesce(a.now_id, s.said_of)
            """);
  }

  /** Over a row {@code v} with a verdict: whether figures leave its customer out. */
  private static String outside(LeftOut leftOut) {
    var out = leftOut.verdicts();
    return out.isEmpty()
        ? "false"
        : out.stream()
            .map(v -> "'" + v.word() + "'")
            .collect(joining(", ", "coalesce(v.verdict in (", "), false)"));
  }

  /** How many customers do not stand as was decided: judged since, or judged no more. */
  static Sql news(Collection<CardVerdict> verdicts, LeftOut leftOut) {
    return judged(
            Sql.of(
                "select count(*) as news from (select * from changed union all select * from missing) n"),
            verdicts)
        .step(
            "changed",
            """
            select c.customer_id
            from {profile.card} c
            left join verdict v on v.customer_id = c.customer_id
            where c.verdict is distinct from v.verdict
               or c.outside is distinct from %s
            """
                .formatted(outside(leftOut)))
        .step(
            "missing",
            """
            select distinct v.customer_id
            from verdict v
            join {profile.order} o on o.customer_id = v.customer_id and o.kind = 'sale'
            left join {profile.card} c on c.customer_id = v.customer_id
            where c.customer_id is null
            """);
  }

  /** Everybody whose figures stay where a person asks for them without cards that are shared. */
  static final Sql OTHERS =
      Sql.of(
          """
          select p.customer_id
          from {profile.customer} p
          left join {profile.card} c on c.customer_id = p.customer_id and c.left_out
          where c.customer_id is null
          """);

  /** How many customers stand in each state, and what the shared ones bought. */
  static final Sql COUNTS =
      Sql.of(
          """
          select count(case when c.verdict is null then 1 end) as open,
                 count(case when c.verdict in %s then 1 end) as shared,
                 count(case when c.verdict = 'own' then 1 end) as own,
                 coalesce(sum(case when c.left_out then p.net_revenue end), 0) as left_out_revenue,
                 coalesce(sum(case when c.left_out then p.orders end), 0) as left_out_orders
          from {profile.card} c
          join {profile.customer} p on p.customer_id = c.customer_id
          """
              .formatted(CONFIRMED));

  /** A row where figures leave anybody out; asked before every figure. */
  static final Sql ANY_OUTSIDE =
      Sql.of("select true as outside from {profile.card} k where k.outside limit 1");

  /** {@code verdict, cards}: how many of each kind figures leave out. */
  static final Sql OUTSIDE =
      Sql.of(
          """
          select k.verdict,
                 count(*) as cards
          from {profile.card} k
          join {profile.customer} c on c.customer_id = k.customer_id
          where k.outside
          group by k.verdict
          order by k.verdict nulls last
          """);

  /** Rows about customers, without those of whom figures leave out. */
  static Sql without(TableName table) {
    return Sql.of(
        """
        select t.*
        from {%s} t
        left join {profile.card} k on k.customer_id = t.customer_id and k.outside
        where k.customer_id is null
        """
            .formatted(table));
  }

  /**
   * What was done, by nobody known where figures leave its customer out: the money was taken all
   * the same.
   */
  static Sql anonymous(TableSpec table) {
    return Sql.of(
        """
        select %s
        from {%s} t
        left join {profile.card} k on k.customer_id = t.customer_id and k.outside
        """
            .formatted(
                table.columns().stream()
                    .map(Column::name)
                    .map(
                        c ->
                            c.equals("customer_id")
                                ? "case when k.customer_id is null then t.customer_id end as customer_id"
                                : "t." + c)
                    .collect(joining(",\n       ")),
                table.name()));
  }

  /** A page of them, the biggest spenders first, with their place among all in sight. */
  static Sql list(Cards.State state, long offset, int limit) {
    return Sql.of(
            """
            select c.*,
                   r.name,
                   r.member_card,
                   r.orders,
                   r.net_revenue,
                   r.place
            from {profile.card} c
            join ranked r on r.customer_id = c.customer_id
            where %s
            order by r.net_revenue desc nulls last, c.customer_id nulls last
            limit #limit offset #offset
            """
                .formatted(
                    switch (state) {
                      case OPEN -> "c.verdict is null";
                      case SHARED -> "c.verdict in " + CONFIRMED;
                      case OWN -> "c.verdict = 'own'";
                    }))
        .with("limit", Value.of(limit))
        .with("offset", Value.of(offset))
        .step(
            "ranked",
            """
            select p.customer_id,
                   p.name,
                   p.member_card,
                   p.orders,
                   p.net_revenue,
                   rank() over (order by p.net_revenue desc nulls last) as place
            from {profile.customer} p
            """);
  }

  /** Those of these customers who are suspected or judged. */
  static Sql among(List<CustomerId> customers) {
    var sql =
        Sql.of(
            "select c.* from {profile.card} c where c.customer_id in ("
                + java.util.stream.IntStream.range(0, customers.size())
                    .mapToObj(i -> "#id" + i)
                    .collect(joining(", "))
                + ")");
    for (int i = 0; i < customers.size(); i++)
      sql = sql.with("id" + i, Value.of(customers.get(i).value()));
    return sql;
  }
}
