package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.condition.Condition;
import io.gongbi.condition.ConditionQuery;
import io.gongbi.condition.Ground;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MeasureQuery;
import io.gongbi.trait.EachValue;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.util.List;

/** Rows {@code customer_id, value} of each kind of rule. */
final class TagQuery {
  private TagQuery() {}

  static Sql rows(TagRule rule, AsOf asOf, Ground ground) {
    return switch (rule) {
      case TagRule.Rule cases -> cases(cases.cases(), asOf, ground);
      case TagRule.Statistic statistic -> measured("m.value", statistic.measure(), asOf, ground);
      case TagRule.Banded banded -> banded(banded, asOf, ground);
      case TagRule.Preference preference -> preference(preference, asOf, ground);
      case TagRule.Lifecycle lifecycle -> LifecycleQuery.rows(lifecycle, asOf, ground);
      case TagRule.Rfm rfm -> RfmQuery.rows(rfm, asOf, ground.order());
    };
  }

  private static Sql cases(List<TagRule.Case> cases, AsOf asOf, Ground ground) {
    if (cases.size() == 1) {
      return Sql.of("select m.customer_id,\n       #value as value\nfrom members m")
          .with("value", cases.getFirst().value())
          .step("members", ConditionQuery.members(cases.getFirst().when(), asOf, ground));
    }
    var text = new StringBuilder("select m.customer_id,\n       case m.matched");
    for (int i = 0; i < cases.size(); i++) {
      text.append("\n         when ").append(i).append(" then #value").append(i);
    }
    text.append("\n       end as value\nfrom matches m");
    var sql = Sql.of(text.toString());
    for (int i = 0; i < cases.size(); i++) sql = sql.with("value" + i, cases.get(i).value());
    List<Condition> conditions = cases.stream().map(TagRule.Case::when).toList();
    return sql.step("matches", ConditionQuery.firstMatch(conditions, asOf, ground));
  }

  /** A column made of {@code m.value}, the measure of every customer. */
  private static Sql measured(String column, Measure measure, AsOf asOf, Ground ground) {
    var table = ground.rowsOf(measure.entity()).orElseThrow();
    return Sql.of(
            """
            select m.customer_id,
                   %s as value
            from measured m
            """
                .formatted(column))
        .step("counted", MeasureQuery.byCustomer(List.of(measure), table, asOf))
        .step(
            "measured",
            """
            select c.customer_id,
                   %s as value
            from {profile.customer} c
            left join counted n on n.customer_id = c.customer_id
            """
                .formatted(MeasureQuery.ofNothing(measure, "n.m0")));
  }

  private static Sql preference(TagRule.Preference rule, AsOf asOf, Ground ground) {
    var measure = rule.measure();
    var table = ground.rowsOf(measure.entity()).orElseThrow();
    return Sql.of(
            rule.isSeveral() ? LISTED : "select e.customer_id,\n       e.value\nfrom enough e")
        .step("top", MeasureQuery.top(measure, table, asOf, rule.most().orElse(1)))
        .step(
            "enough",
            Sql.of(
                    """
                    select t.customer_id,
                           t.value,
                           t.place
                    from top t
                    where t.n >= #least_rows
                      and t.n * 100 >= t.total * #least_percent
                    """)
                .with("least_rows", Value.of(rule.leastRows()))
                .with("least_percent", Value.of(rule.leastPercent())));
  }

  /** Who falls short at a place does so at those after it: the list has no gaps. */
  private static final String LISTED =
      """
      select e.customer_id,
             gb_list(
               max(e.value) filter (where e.place = 1),
               max(e.value) filter (where e.place = 2),
               max(e.value) filter (where e.place = 3),
               max(e.value) filter (where e.place = 4),
               max(e.value) filter (where e.place = 5)
             ) as value
      from enough e
      group by e.customer_id
      """;

  private static Sql banded(TagRule.Banded banded, AsOf asOf, Ground ground) {
    var text = new StringBuilder("case\n         when m.value is null then null");
    for (int i = 0; i < banded.cuts().size(); i++) {
      text.append("\n         when m.value < #cut").append(i).append(" then #name").append(i);
    }
    text.append("\n         else #name").append(banded.cuts().size()).append("\n       end");
    var sql = measured(text.toString(), banded.measure(), asOf, ground);
    for (int i = 0; i < banded.cuts().size(); i++) {
      sql = sql.with("cut" + i, Value.of(banded.cuts().get(i)));
    }
    for (int i = 0; i < banded.names().size(); i++) {
      sql = sql.with("name" + i, Value.of(banded.names().get(i)));
    }
    return sql;
  }

  /**
   * How many hold each value, the most frequent first: value, customers; on every row how many hold
   * any, and of how many. One row without a value where nobody does.
   */
  static Sql counted(Sql rows, boolean several, int most) {
    var value = several ? "gb_at(s.value, n.place)" : "s.value";
    return Sql.of(
            """
            select v.value,
                   v.customers,
                   t.holders,
                   t.of_all
            from total t
            left join spread v on true
            order by v.customers desc nulls last, v.value nulls last
            limit #most
            """)
        .with("most", Value.of(most))
        .step("stated", rows)
        .step(
            "spread",
            """
            select %1$s as value,
                   count(*) as customers
            from stated s
            %2$s
            where s.value is not null
            group by %1$s
            """
                .formatted(value, several ? EachValue.of("s.value") : ""))
        .step(
            "total",
            """
            select (select count(s.value) from stated s) as holders,
                   (select count(*) from {profile.customer} c) as of_all
            """);
  }
}
