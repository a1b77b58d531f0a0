package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.metric.Metrics;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts of a distribution: one number a row, then its figures, then the bins that suit it. */
final class DistributionQuery {
  /** As many bins as can be read side by side, the open one not counted. */
  private static final int BINS = 12;

  private final Distribution distribution;
  private final TableSpec orders;
  private final AsOf asOf;
  private final Optional<Sql> who;

  DistributionQuery(Distribution distribution, TableSpec orders, AsOf asOf, Optional<Sql> who) {
    this.distribution = distribution;
    this.orders = orders;
    this.asOf = asOf;
    this.who = who;
  }

  /** One row: {@code count, customers, mean, least, p10, p25, median, p75, p90, most}. */
  Sql figures() {
    return over(
        """
        select count(*) as count,
               count(distinct n.customer_id) as customers,
               avg(cast(n.number as double)) as mean,
               cast(min(n.number) as double) as least,
               percentile_cont(0.1) within group (order by cast(n.number as double)) as p10,
               percentile_cont(0.25) within group (order by cast(n.number as double)) as p25,
               median(cast(n.number as double)) as median,
               percentile_cont(0.75) within group (order by cast(n.number as double)) as p75,
               percentile_cont(0.9) within group (order by cast(n.number as double)) as p90,
               percentile_cont(0.95) within group (order by cast(n.number as double)) as p95,
               cast(max(n.number) as double) as most
        from number n
        """);
  }

  /**
   * Where bins begin: round steps of 1, 2 or 5 times a power of ten from 0, so that 95 of 100 lie
   * within {@value #BINS} bins; counts and days have no bins narrower than 1. For a 95th percentile
   * of 940 they are 0, 100, 200 … 900, and from 1,000 the open one.
   */
  List<BigDecimal> starts(Row figures) {
    if (figures.whole("count") == 0) return List.of();
    var high = Math.max(figures.real("p95"), isWhole() ? 1 : 0.01);
    var step = step(high / BINS);
    var starts = new ArrayList<BigDecimal>();
    var most = BigDecimal.valueOf(figures.real("most"));
    var first = isFromOne() ? BigDecimal.ONE : BigDecimal.ZERO;
    for (int i = 0; i <= BINS; i++) {
      var start = first.add(step.multiply(BigDecimal.valueOf(i)));
      if (i > 0 && start.compareTo(most) > 0) break;
      starts.add(start);
      if (start.doubleValue() > high) break;
    }
    return starts;
  }

  private BigDecimal step(double least) {
    var power = (int) Math.floor(Math.log10(least));
    if (isWhole() && power < 0) return BigDecimal.ONE;
    for (int factor : new int[] {1, 2, 5, 10}) {
      var step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
      if (step.doubleValue() >= least) return step.stripTrailingZeros();
    }
    return BigDecimal.TEN.scaleByPowerOfTen(power);
  }

  private boolean isWhole() {
    return switch (distribution.of()) {
      case ORDERS, PURCHASE_DAYS, DAYS_BETWEEN, DAYS_SINCE -> true;
      case SPENT, ORDER_VALUE -> false;
    };
  }

  /** Nobody who has it has less than one. */
  private boolean isFromOne() {
    return switch (distribution.of()) {
      case ORDERS, PURCHASE_DAYS, DAYS_BETWEEN -> true;
      case SPENT, ORDER_VALUE, DAYS_SINCE -> false;
    };
  }

  /** {@code since, until, count, customers, share}: of the last bin {@code until} is missing. */
  Sql answer(List<BigDecimal> starts) {
    if (starts.isEmpty())
      return Sql.of(
          """
          select cast(null as double) as since,
                 cast(null as double) as until,
                 0 as count,
                 0 as customers,
                 cast(null as double) as share
          where false
          """);
    var values = new HashMap<String, Value>();
    var rows =
        IntStream.range(0, starts.size())
            .mapToObj(
                i -> {
                  values.put("from" + i, Value.of(starts.get(i)));
                  boolean last = i + 1 == starts.size();
                  if (!last) values.put("until" + i, Value.of(starts.get(i + 1)));
                  return last
                      ? "(#from%1$s, cast(null as decimal(18, 4)))".formatted(i)
                      : "(#from%1$s, #until%1$s)".formatted(i);
                })
            .collect(Collectors.joining(",\n    "));
    var bins =
        """
        select cast(r.since as double) as since,
               cast(r.until as double) as until
        from (
          values
            %s
        ) r (since, until)
        """
            .formatted(rows);
    return over("""
            select b.since,
                   b.until,
                   count(n.number) as count,
                   count(distinct n.customer_id) as customers,
                   cast(count(n.number) as double) / nullif(sum(count(n.number)) over (), 0) as share
            from bin b
            left join number n on n.number >= b.since
                              and (b.until is null or n.number < b.until)
            group by b.since,
                     b.until
            order by b.since nulls last
            """)
        .step("bin", Sql.of(bins).with(values));
  }

  /** {@code customer_id} of those who have a number from {@code since} on, below {@code until}. */
  Sql members(Mark mark) {
    if (!mark.column().equals("customers") && !mark.column().equals("count"))
      throw mark.notOpenable();
    mark.mustName(Set.of("since", "until"));
    var until = mark.cell("until", ColumnType.REAL);
    var since = mark.cell("since", ColumnType.REAL);
    if (since instanceof Value.Missing) throw mark.notThere("since");
    boolean open = until instanceof Value.Missing;
    var sql =
        over("""
            select distinct n.customer_id
            from number n
            where n.number >= #since%s
            """
                .formatted(open ? "" : "\n  and n.number < #until"))
            .with("since", since);
    return open ? sql : sql.with("until", until);
  }

  private Sql over(String select) {
    var sql = Sql.of(select);
    if (who.isPresent()) sql = sql.step("who", who.get());
    return sql.step("number", numbers());
  }

  private Sql numbers() {
    var where = new WhereQuery("w");
    var rows =
        """
        from {profile.order} o
        where o.customer_id is not null
          and o.happened_at < #as_of
          and %s%s%s
        """
            .formatted(
                where.kept(Metrics.SALES, orders, "o"),
                distribution.period().isPresent()
                    ? "\n  and o.day >= #begins\n  and o.day < #ends"
                    : "",
                who.isPresent()
                    ? "\n  and o.customer_id in (select w.customer_id from who w)"
                    : "");
    var text =
        switch (distribution.of()) {
          case SPENT -> grouped("sum(o.amount)", rows);
          case ORDERS -> grouped("count(*)", rows);
          case PURCHASE_DAYS -> grouped("count(distinct o.day)", rows);
          case ORDER_VALUE -> "select o.customer_id,\n       o.amount as number\n" + rows;
          case DAYS_SINCE -> grouped("gb_days(max(o.day), #today)", rows);
          case DAYS_BETWEEN ->
              """
              select p.customer_id,
                     gb_days(p.before, p.day) as number
              from (
                select d.customer_id,
                       d.day,
                       lag(d.day) over (partition by d.customer_id order by d.day nulls last) as before
                from (
                  select distinct o.customer_id, o.day
                  %s
                ) d
              ) p
              where p.before is not null
              """
                  .formatted(rows);
        };
    var sql = where.bindInto(Sql.of(text)).with("as_of", Value.of(asOf.instant()));
    if (distribution.of() == Distribution.Spread.DAYS_SINCE)
      sql = sql.with("today", Value.of(asOf.day()));
    if (distribution.period().isEmpty()) return sql;
    var period = distribution.period().get();
    return sql.with("begins", Value.of(period.from())).with("ends", Value.of(period.until()));
  }

  private static String grouped(String number, String rows) {
    return "select o.customer_id,\n       "
        + number
        + " as number\n"
        + rows
        + "group by o.customer_id\n";
  }
}
