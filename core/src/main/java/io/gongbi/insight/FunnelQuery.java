package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of a funnel. {@code reached2} holds the ways that came to step 2, {@code first2} the
 * first of them for each customer, {@code still} the customers who may go on.
 */
final class FunnelQuery {
  private final FunnelEvents events;
  private final Ways ways;

  /** {@code who}: the customers that the funnel is about, where it is not about all. */
  FunnelQuery(Funnel funnel, TableSpec table, AsOf asOf, Optional<Sql> who, Dialect dialect) {
    this.events = new FunnelEvents(funnel, table, asOf, who);
    var rivals = new Rivals(funnel.steps().stream().map(Funnel.Step::where).toList());
    this.ways =
        funnel.isStrict()
            ? new StrictWays(events, rivals)
            : new OrderedWays(events, rivals, dialect);
  }

  /** {@code step, label, label_en, customers, from_previous, from_first, open, median_hours}. */
  Sql answer() {
    var labels = new HashMap<String, Value>();
    for (int k = 1; k <= events.last(); k++) {
      var label = events.funnel().steps().get(k - 1).label();
      labels.put("label" + k, Value.of(label.zh()));
      labels.put("label_en" + k, Value.of(label.en()));
    }
    var counted = steps().mapToObj(FunnelQuery::counted).collect(Collectors.joining("union all\n"));
    return over("""
            select c.step,
                   c.label,
                   c.label_en,
                   c.customers,
                   cast(c.customers as double) / nullif(c.before, 0) as from_previous,
                   cast(c.customers as double) / nullif(c.started, 0) as from_first,
                   c.open,
                   c.median_hours
            from (
              select n.*,
                     lag(n.customers) over (order by n.step nulls last) as before,
                     first_value(n.customers) over (order by n.step nulls last) as started
              from counted n
            ) c
            order by c.step nulls last
            """)
        .step("counted", Sql.of(counted).with(labels));
  }

  private IntStream steps() {
    return IntStream.rangeClosed(1, events.last());
  }

  private static String counted(int k) {
    return """
    select %1$d as step,
           #label%1$d as label,
           #label_en%1$d as label_en,
           count(*) as customers,
           count(s.customer_id) as open,
           median(f.hours) as median_hours
    %2$s"""
        .formatted(k, cameTo(k));
  }

  /** Who came to step k; {@code s} is there for those who went no further and still may. */
  private static String cameTo(int k) {
    return """
    from first%1$d f
    left join first%2$d n on n.customer_id = f.customer_id
    left join still s on s.customer_id = f.customer_id
                     and n.customer_id is null
    """
        .formatted(k, k + 1);
  }

  /** {@code customer_id} of those who came to a step, or who stopped there and still may go on. */
  Sql members(Mark mark) {
    var step = new BigDecimal(mark.row("step", ColumnType.WHOLE).shown());
    int k =
        steps()
            .filter(s -> step.compareTo(BigDecimal.valueOf(s)) == 0)
            .findFirst()
            .orElseThrow(() -> mark.notThere("step"));
    return switch (mark.column()) {
      case "customers" -> over("select f.customer_id\nfrom first%d f".formatted(k));
      case "open" -> over("select f.customer_id\n" + cameTo(k) + "where s.customer_id is not null");
      default -> throw mark.notOpenable();
    };
  }

  /** The named steps under a select that reads {@code first…} and {@code still}. */
  private Sql over(String select) {
    var sql = Sql.of(select);
    if (events.who().isPresent()) sql = sql.step("who", events.who().get());
    sql =
        ways.reached(sql)
            .step(
                "first1",
                """
                select l.customer_id,
                       cast(null as double) as hours
                from reached1 l
                group by l.customer_id
                """);
    for (int k = 2; k <= events.last(); k++) sql = sql.step("first" + k, ways.first(k));
    // Who came to the end has gone on in the sense of cameTo: nothing is open any more.
    return sql.step(
            "first" + (events.last() + 1),
            "select f.customer_id\nfrom first%d f".formatted(events.last()))
        .step("still", Sql.of(ways.still()).with(events.bounds()));
  }
}
