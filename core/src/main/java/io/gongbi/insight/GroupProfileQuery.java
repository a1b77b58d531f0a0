package io.gongbi.insight;

import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts of a profile of a group: each value counted in the group and among all. */
final class GroupProfileQuery {
  /** Fewer customers say nothing of a share. */
  static final int FEW = 50;

  /** Values of one field that are told, those of most customers first. */
  private static final int MOST_VALUES = 30;

  private final List<Splitter> by;
  private final Sql who;

  GroupProfileQuery(List<Splitter> by, Sql who) {
    this.by = List.copyOf(by);
    this.who = who;
  }

  /**
   * {@code field, value, customers, population, share, population_share, tgi, significance, weight,
   * known, population_known}; {@code field} counts from 0 as the question does, a missing value is
   * whoever has none.
   */
  Sql answer() {
    return over("""
        select s.field,
               s.value,
               s.customers,
               s.population,
               s.share,
               s.population_share,
               case when s.shown then s.share / nullif(s.population_share, 0) * 100 end as tgi,
               case when not s.shown or s.z is null then cast(null as varchar)
                    when abs(s.z) >= 2.5758 then 'strong'
                    when abs(s.z) >= 1.96 then 'weak'
                    else 'none'
               end as significance,
               case when s.shown then s.customers * s.share / nullif(s.population_share, 0) * 100 end as weight,
               s.known,
               s.population_known
        from standing s
        order by s.field nulls last,
                 case when s.value is null then 1 else 0 end,
                 weight desc nulls last,
                 s.population desc nulls last,
                 s.value nulls last
        """)
        .step("counted", counted())
        .step("largest", LARGEST)
        .step("total", TOTAL)
        .step("compared", COMPARED)
        .step("standing", STANDING.formatted(FEW, FEW));
  }

  /** One row: {@code customers} in the group, {@code population}. */
  static Sql figures(Sql who) {
    return Sql.of(
            """
            select count(w.customer_id) as customers,
                   count(*) as population
            from {profile.customer} c
            left join who w on w.customer_id = c.customer_id
            """)
        .step("who", who);
  }

  private Sql over(String select) {
    return Sql.of(select).step("who", who).step("held", held());
  }

  /**
   * A row a customer, field and value; {@code place} counts those that one customer has, from 1 on,
   * and {@code inside} tells whether the customer is in the group.
   */
  private Sql held() {
    var text = new StringBuilder();
    var names = new HashMap<String, Value>();
    for (int i = 0; i < by.size(); i++) {
      if (i > 0) text.append("union all\n");
      names.put("field" + i, Value.of(i));
      text.append(
          """
          select #field%s as field,
                 o.customer_id,
                 %s as value,
                 %s as place,
                 w.customer_id is not null as inside
          from {profile.customer} o
          %sleft join who w on w.customer_id = o.customer_id
          """
              .formatted(i, by.get(i).value(), by.get(i).place(), by.get(i).join()));
    }
    return Sql.of(text.toString()).with(names);
  }

  private static Sql counted() {
    return Sql.of(
        """
        select h.field,
               h.value,
               count(*) filter (where h.inside) as customers,
               count(*) as population,
               count(*) filter (where h.inside and h.place = 1) as known,
               count(*) filter (where h.place = 1) as population_known
        from held h
        group by h.field,
                 h.value
        """);
  }

  private static final String LARGEST =
      """
      select c.*
      from counted c
      qualify row_number() over (
        partition by c.field
        order by case when c.value is null then 0 else 1 end,
                 c.population desc nulls last,
                 c.value nulls last
      ) <= %s
      """
          .formatted(MOST_VALUES + 1);

  private static final String TOTAL =
      """
      select c.field,
             sum(c.known) filter (where c.value is not null) as known,
             sum(c.population_known) filter (where c.value is not null) as population_known
      from counted c
      group by c.field
      """;

  private static final String COMPARED =
      """
      select l.field,
             l.value,
             l.customers,
             l.population,
             coalesce(t.known, 0) as known,
             coalesce(t.population_known, 0) as population_known,
             case when l.value is not null
                  then cast(l.customers as double) / nullif(t.known, 0)
             end as share,
             case when l.value is not null
                  then cast(l.population as double) / nullif(t.population_known, 0)
             end as population_share
      from largest l
      join total t on t.field = l.field
      """;

  /**
   * The group against everybody else; the pooled share of both is that of the population, since
   * together they are all.
   */
  private static final String STANDING =
      """
      select c.*,
             c.value is not null and c.known >= %d and c.population >= %d as shown,
             (c.share - cast(c.population - c.customers as double) / nullif(c.population_known - c.known, 0))
               / nullif(
                 sqrt(
                   c.population_share * (1 - c.population_share)
                   * (1.0 / nullif(c.known, 0) + 1.0 / nullif(c.population_known - c.known, 0))
                 ),
                 0
               ) as z
      from compared c
      """;

  /** {@code customer_id} of those with a value, in the group or among all. */
  Sql members(Mark mark) {
    mark.mustName(Set.of("field", "value"));
    var field = new BigDecimal(mark.cell("field", ColumnType.WHOLE).shown());
    if (field.longValue() >= by.size() || field.signum() < 0) throw mark.notThere("field");
    var value = mark.cell("value", ColumnType.TEXT);
    boolean missing = value instanceof Value.Missing;
    var inside =
        switch (mark.column()) {
          case "customers" -> "\n  and h.inside";
          case "population" -> "";
          default -> throw mark.notOpenable();
        };
    var values = new HashMap<String, Value>(Map.of("field", Value.of(field.longValue())));
    if (!missing) values.put("value", value);
    return over("""
            select h.customer_id
            from held h
            where h.field = #field
              and %s%s
            """
            .formatted(missing ? "h.value is null" : "h.value = #value", inside))
        .with(values);
  }
}
