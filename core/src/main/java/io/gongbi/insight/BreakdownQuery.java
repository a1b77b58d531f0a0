package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.metric.MetricQuery;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.WhereQuery;
import io.gongbi.trait.EachValue;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of a breakdown: customers with what they hold, beside what they bought. */
final class BreakdownQuery {
  private final Breakdown breakdown;
  private final Divider divider;
  private final TableSpec orders;
  private final AsOf asOf;
  private final Optional<Sql> who;

  BreakdownQuery(
      Breakdown breakdown, Divider divider, TableSpec orders, AsOf asOf, Optional<Sql> who) {
    this.breakdown = breakdown;
    this.divider = divider;
    this.orders = orders;
    this.asOf = asOf;
    this.who = who;
  }

  boolean isSeveral() {
    return divider.isSeveral();
  }

  boolean isStated() {
    return divider.column().isPresent();
  }

  /** {@code value, customers, revenue}; at most {@code limit} values. */
  Sql answer(int limit) {
    var values = new HashMap<String, Value>();
    return Sql.of(
            """
            select h.value,
                   count(*) as customers,
                   coalesce(sum(b.revenue), 0) as revenue
            from holder h
            left join bought b on b.customer_id = h.customer_id
            group by h.value
            order by %s
            limit %s
            """
                .formatted(order(values), limit))
        .with(values)
        .step("holder", holders())
        .step("bought", bought());
  }

  /** Values that have an order of their own keep it; other texts stand by size. */
  private String order(Map<String, Value> values) {
    if (!divider.values().isEmpty()) {
      var order = new StringBuilder("case h.value");
      for (int i = 0; i < divider.values().size(); i++) {
        values.put("value" + i, divider.values().get(i));
        order.append(" when #value").append(i).append(" then ").append(i);
      }
      return order + " end nulls last,\n         h.value nulls last";
    }
    return switch (divider.type()) {
      case TEXT, TEXT_LIST ->
          "case when h.value is null then 1 else 0 end,\n         customers desc nulls last,\n"
              + "         h.value nulls last";
      case FLAG -> "h.value desc nulls last";
      case WHOLE, DECIMAL, REAL, DAY, MOMENT -> "h.value nulls last";
    };
  }

  /** What nobody known bought, which no value can claim. */
  Sql anonymous() {
    return Sql.of(
            """
            select coalesce(sum(b.revenue), 0) as revenue
            from bought b
            where b.customer_id is null
            """)
        .step("bought", bought());
  }

  /** {@code customer_id} of those who hold a value, or of the buyers among them. */
  Sql members(Mark mark) {
    var value = mark.row("value", divider.column().map(Column::type).orElse(ColumnType.TEXT));
    var holds = value instanceof Value.Missing ? "h.value is null" : "h.value = #value";
    var sql =
        switch (mark.column()) {
          case "customers" ->
              Sql.of("select h.customer_id\nfrom holder h\nwhere " + holds)
                  .step("holder", holders());
          case "revenue" ->
              Sql.of(
                      """
                      select h.customer_id
                      from holder h
                      join bought b on b.customer_id = h.customer_id
                      where b.revenue > 0
                        and %s
                      """
                          .formatted(holds))
                  .step("holder", holders())
                  .step("bought", bought());
          default -> throw mark.notOpenable();
        };
    return value instanceof Value.Missing ? sql : sql.with("value", value);
  }

  private Sql holders() {
    var text = new StringBuilder("select c.customer_id,\n       ");
    text.append(
        divider
            .column()
            .map(
                column ->
                    divider.isSeveral()
                        ? "gb_at(t." + column.name() + ", n.place)"
                        : divider.alias() + "." + column.name())
            .orElse("cast(null as varchar)"));
    text.append(" as value\nfrom {profile.customer} c\n");
    if (divider.isHeld() && isStated())
      text.append("left join {trait.held} t on t.customer_id = c.customer_id\n");
    divider
        .column()
        .filter(column -> divider.isSeveral())
        .ifPresent(column -> text.append(EachValue.orNone("t." + column.name())).append("\n"));
    return who.map(
            among ->
                Sql.of(text + "where c.customer_id in (select w.customer_id from who w)\n")
                    .step("who", among))
        .orElseGet(() -> Sql.of(text.toString()));
  }

  private Sql bought() {
    var where = new WhereQuery("w");
    var during =
        breakdown.period().isPresent() ? "\n  and o.day >= #from\n  and o.day < #until" : "";
    var text =
        """
        select o.customer_id,
               %s as revenue
        from {profile.order} o
        where o.happened_at < #as_of%s
        group by o.customer_id
        """
            .formatted(MetricQuery.expression(Metrics.REVENUE, where, orders, "o"), during);
    var sql = where.bindInto(Sql.of(text)).with("as_of", Value.of(asOf.instant()));
    return breakdown
        .period()
        .map(p -> sql.with("from", Value.of(p.from())).with("until", Value.of(p.until())))
        .orElse(sql);
  }
}
