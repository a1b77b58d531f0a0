package io.gongbi.dashboard;

import io.gongbi.calendar.Period;
import io.gongbi.warehouse.Sql;
import java.util.List;

/** What customers are told apart by in a report, and how many of each kind there are. */
final class DivisionQuery {
  /** What customers, orders and lines are told apart by, in the order they are shown in. */
  static final List<String> ALL =
      List.of(
          "gender", "age", "level", "province", "city", "source", "channel", "category", "product");

  /** As many values as one looks at; the rest is in the sums. */
  private static final int MOST_VALUES = 12;

  /**
   * {@code value, customers, everyone, revenue, known, everyone_known}: customers of the report and
   * of all who have a value, the most frequent values first, ages in their order.
   */
  static Sql of(String id, Sql who, Period year) {
    return ReportQuery.during(
        Sql.of(
                """
                select v.value,
                       v.customers,
                       v.everyone,
                       v.revenue,
                       t.known,
                       t.everyone_known
                from valued v
                cross join total t
                where v.customers > 0
                order by %s
                limit %s
                """
                    .formatted(
                        id.equals("age")
                            ? "v.value nulls last"
                            : "v.customers desc nulls last, v.value nulls last",
                        MOST_VALUES))
            .step("who", who)
            .step("holder", holder(id))
            .step(
                "valued",
                """
                select h.value,
                       count(distinct w.customer_id) as customers,
                       count(distinct h.customer_id) as everyone,
                       sum(h.revenue) filter (where w.customer_id is not null) as revenue
                from holder h
                left join who w on w.customer_id = h.customer_id
                group by h.value
                """)
            .step(
                "total",
                """
                select count(distinct w.customer_id) as known,
                       count(distinct h.customer_id) as everyone_known
                from holder h
                left join who w on w.customer_id = h.customer_id
                """),
        year);
  }

  /** {@code customer_id, value, revenue}: those of whom it is known. */
  private static String holder(String id) {
    return switch (id) {
      case "age" ->
          """
          select a.customer_id,
                 case when a.age < 18 then '0-17'
                      when a.age < 25 then '18-24'
                      when a.age < 35 then '25-34'
                      when a.age < 45 then '35-44'
                      when a.age < 55 then '45-54'
                      else '55-' end as value,
                 cast(null as decimal(18, 4)) as revenue
          from (
            select c.customer_id,
                   extract(year from cast(#until as date)) - extract(year from c.birthday) as age
            from {profile.customer} c
            where c.birthday is not null
          ) a
          where a.age between 0 and 110
          """;
      case "source" ->
          """
          select distinct m.customer_id,
                 m.source as value,
                 cast(null as decimal(18, 4)) as revenue
          from {identity.member} m
          """;
      case "channel" ->
          """
          select o.customer_id,
                 o.channel as value,
                 sum(o.amount) as revenue
          from {profile.order} o
          where o.kind = 'sale'
            and o.channel is not null
            and o.customer_id is not null
            and o.day >= #from
            and o.day < #until
          group by o.customer_id, o.channel
          """;
      case "category", "product" ->
          """
          select i.customer_id,
                 i.%1$s as value,
                 sum(i.amount) as revenue
          from {profile.item} i
          where i.kind = 'sale'
            and i.%1$s is not null
            and i.customer_id is not null
            and i.day >= #from
            and i.day < #until
          group by i.customer_id, i.%1$s
          """
              .formatted(id.equals("product") ? "product_name" : "category");
      case "gender", "level", "province", "city" ->
          """
          select c.customer_id,
                 c.%1$s as value,
                 cast(null as decimal(18, 4)) as revenue
          from {profile.customer} c
          where c.%1$s is not null
          """
              .formatted(id);
      default -> throw new IllegalArgumentException("no division: " + id);
    };
  }
}
