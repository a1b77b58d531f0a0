package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The texts of a funnel. {@code reached2} holds the ways that came to step 2, {@code first2} the
 * first of them for each customer, {@code still} the customers who may go on.
 */
final class FunnelQuery {
  private final FunnelEvents events;
  private final Ways ways;
  private final Optional<Splitter> split;

  /** {@code who}: the customers that the funnel is about, where it is not about all. */
  FunnelQuery(
      Funnel funnel,
      TableSpec table,
      AsOf asOf,
      Optional<Sql> who,
      Optional<Splitter> split,
      Dialect dialect) {
    this.split = split;
    this.events = new FunnelEvents(funnel, table, asOf, who);
    var rivals = new Rivals(funnel.steps().stream().map(Funnel.Step::where).toList());
    this.ways =
        funnel.isStrict()
            ? new StrictWays(events, rivals)
            : new OrderedWays(events, rivals, dialect);
  }

  /**
   * {@code step, [part, rest,] label, label_en, customers, from_previous, from_first, open,
   * median_hours}.
   */
  Sql answer() {
    var labels = new HashMap<String, Value>();
    for (int k = 1; k <= events.last(); k++) {
      var label = events.funnel().steps().get(k - 1).label();
      labels.put("label" + k, Value.of(label.zh()));
      labels.put("label_en" + k, Value.of(label.en()));
    }
    var counted = steps().mapToObj(this::counted).collect(Collectors.joining("union all\n"));
    if (split.isPresent()) return over(PARTED).step("counted", Sql.of(counted).with(labels));
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

  private static final String PARTED =
      """
      select c.step,
             c.part,
             c.rest,
             c.label,
             c.label_en,
             c.customers,
             cast(c.customers as double) / nullif(c.before, 0) as from_previous,
             cast(c.customers as double) / nullif(c.started, 0) as from_first,
             c.open,
             c.median_hours
      from (
        select n.*,
               lag(n.customers) over (
                 partition by n.part, n.rest
                 order by n.step nulls last
               ) as before,
               first_value(n.customers) over (
                 partition by n.part, n.rest
                 order by n.step nulls last
               ) as started,
               l.place
        from counted n
        left join largest l on l.part = n.part
      ) c
      order by c.step nulls last,
               c.place nulls last,
               c.rest desc nulls last
      """;

  private IntStream steps() {
    return IntStream.rangeClosed(1, events.last());
  }

  private String counted(int k) {
    if (split.isPresent())
      return """
      select %1$s as step,
             p.shown as part,
             p.rest,
             #label%1$s as label,
             #label_en%1$s as label_en,
             count(f.customer_id) as customers,
             count(s.customer_id) as open,
             median(f.hours) as median_hours
      from started p
      left join first%1$s f on f.customer_id = p.customer_id
      left join first%2$s n on n.customer_id = f.customer_id
      left join still s on s.customer_id = f.customer_id
                       and n.customer_id is null
      group by p.shown,
               p.rest
      """
          .formatted(k, k + 1);
    return """
    select %1$s as step,
           #label%1$s as label,
           #label_en%1$s as label_en,
           count(*) as customers,
           count(s.customer_id) as open,
           median(f.hours) as median_hours
    %2$s"""
        .formatted(k, cameTo(k));
  }

  /** Who came to step k; {@code s} is there for those who went no further and still may. */
  private static String cameTo(int k) {
    return """
    from first%1$s f
    left join first%2$s n on n.customer_id = f.customer_id
    left join still s on s.customer_id = f.customer_id
                     and n.customer_id is null
    """
        .formatted(k, k + 1);
  }

  /** {@code customer_id} of those who came to a step, or who stopped there and still may go on. */
  Sql members(Mark mark) {
    mark.mustName(split.isPresent() ? Set.of("step", "part", "rest") : Set.of("step"));
    var step = new BigDecimal(mark.cell("step", ColumnType.WHOLE).shown());
    int k =
        steps()
            .filter(s -> step.compareTo(BigDecimal.valueOf(s)) == 0)
            .findFirst()
            .orElseThrow(() -> mark.notThere("step"));
    return switch (mark.column()) {
      case "customers" -> of(mark, "select f.customer_id\nfrom first%s f\n".formatted(k), "where ");
      case "open" ->
          of(
              mark,
              "select f.customer_id\n" + cameTo(k) + "where s.customer_id is not null\n",
              "  and ");
      default -> throw mark.notOpenable();
    };
  }

  private Sql of(Mark mark, String select, String and) {
    if (split.isEmpty()) return over(select);
    var part = mark.cell("part", ColumnType.TEXT);
    boolean rest = mark.cell("rest", ColumnType.FLAG).equals(Value.of(true));
    boolean missing = part instanceof Value.Missing;
    var which = rest ? "p.rest" : missing ? "not p.rest and p.shown is null" : "p.shown = #part";
    var sql =
        over(
            select
                + and
                + "f.customer_id in (select p.customer_id from started p where "
                + which
                + ")\n");
    return rest || missing ? sql : sql.with("part", part);
  }

  /** Whoever took step 1, and which part they are of. */
  private Sql parted(Sql sql) {
    var splitter = split.orElseThrow();
    var of =
        splitter.isOfCustomer()
            ? Sql.of(
                """
                select o.customer_id,
                       %s as part
                from first1 o
                %s"""
                    .formatted(splitter.value(), splitter.join()))
            : ofEarliest(splitter);
    return sql.step("whose", of)
        .step(
            "largest",
            """
            select o.part,
                   row_number() over (
                     order by count(*) desc nulls last,
                              o.part nulls last
                   ) as place
            from whose o
            where o.part is not null
            group by o.part
            order by place nulls last
            limit %s
            """
                .formatted(Split.MOST))
        .step(
            "started",
            """
            select o.customer_id,
                   case when l.part is not null then o.part end as shown,
                   o.part is not null and l.part is null as rest
            from whose o
            left join largest l on l.part = o.part
            """);
  }

  /** What stands in the earliest event that could be a start. */
  private Sql ofEarliest(Splitter splitter) {
    var where = new WhereQuery("p");
    return events.bounded(
        where,
        """
        select o.customer_id,
               min_by(%s, o.happened_at) as part
        from {profile.event} o
        where o.customer_id is not null
          and o.happened_at >= #begins
          and o.happened_at < #starts_end
          and %s
          and o.customer_id in (select f.customer_id from first1 f)
        group by o.customer_id
        """
            .formatted(splitter.value(), where.kept(events.filter(1), events.table(), "o")));
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
    if (split.isPresent()) sql = parted(sql);
    for (int k = 2; k <= events.last(); k++) sql = sql.step("first" + k, ways.first(k));
    // Who came to the end has gone on in the sense of cameTo: nothing is open any more.
    return sql.step(
            "first" + (events.last() + 1),
            "select f.customer_id\nfrom first%s f".formatted(events.last()))
        .step("still", Sql.of(ways.still()).with(events.bounds()));
  }
}
