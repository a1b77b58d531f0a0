package io.gongbi.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same heads counted by hand-written SQL over the same tables, which stand in a copy of the
 * company's file: each question reads what it needs and nothing else.
 */
final class HeadCountByHand implements Work {
  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(
        "city",
        "select count(*) filter (where city = '上海') as n, count(*) as of_all from profile.customer");
    QUESTIONS.put(
        "lapsed",
        """
        select (
                 select count(*)
                 from (
                   select customer_id
                   from profile."order"
                   where kind = 'sale'
                     and customer_id is not null
                     and day <= $today
                   group by customer_id
                   having count(distinct day) >= 2
                      and count(*) filter (where day >= $today - 90 and day < $today) = 0
                 )
               ) as n,
               (select count(*) from profile.customer) as of_all
        """);
    QUESTIONS.put(
        "five",
        """
        with bought as (
          select customer_id,
                 count(distinct day) filter (where kind = 'sale') as days,
                 sum(amount) filter (where day >= $today - 365 and day < $today) as spent,
                 count(*) filter (where kind = 'sale' and day >= $today - 180 and day < $today) as half_year,
                 count(*) filter (where kind = 'sale' and day >= $today - 30 and day < $today) as month
          from profile."order"
          where customer_id is not null
            and day <= $today
          group by customer_id
        )
        select count(*) as n,
               (select count(*) from profile.customer) as of_all
        from bought b
        join profile.customer c on c.customer_id = b.customer_id
        join trait.held h on h.customer_id = b.customer_id
        where (c.city = '上海' or b.days >= 4)
          and b.spent >= 500
          and b.half_year >= 1
          and b.month = 0
          and h.tag_reachable
        """);
    QUESTIONS.put(
        "browsed",
        """
        select (
                 select count(distinct e.customer_id)
                 from profile.event e
                 anti join (
                   select customer_id
                   from profile."order"
                   where kind = 'sale'
                     and day >= $today - 7
                     and day < $today
                     and customer_id is not null
                 ) o on o.customer_id = e.customer_id
                 where e.name in ('viewed', 'carted', 'favourited')
                   and e.day >= $today - 7
                   and e.day < $today
               ) as n,
               (select count(*) from profile.customer) as of_all
        """);
  }

  /** From each start the earliest later moment of the next step, as long as it is in time. */
  private static final String FUNNEL =
      """
      with start as (
        select customer_id, happened_at as t1
        from profile.event
        where name = 'logged_in'
          and happened_at >= $from
          and happened_at < $until
      ),
      two as (
        select s.customer_id, s.t1, e.happened_at as t2
        from start s
        asof join (select customer_id, happened_at from profile.event where name = 'viewed' and happened_at >= $from and happened_at < $until) e
          on e.customer_id = s.customer_id and e.happened_at >= s.t1
        where e.happened_at <= s.t1 + interval 7 day
      ),
      three as (
        select s.customer_id, s.t1, s.t2, e.happened_at as t3
        from two s
        asof join (select customer_id, happened_at from profile.event where name = 'carted' and happened_at >= $from and happened_at < $until) e
          on e.customer_id = s.customer_id and e.happened_at >= s.t2
        where e.happened_at <= s.t1 + interval 7 day
      ),
      four as (
        select s.customer_id, s.t1, s.t3, e.happened_at as t4
        from three s
        asof join (select customer_id, happened_at from profile.event where name = 'paid' and happened_at >= $from and happened_at < $until) e
          on e.customer_id = s.customer_id and e.happened_at >= s.t3
        where e.happened_at <= s.t1 + interval 7 day
      ),
      open as (
        select distinct customer_id from start where t1 + interval 7 day >= $until
      ),
      came as (
        select 1 as step, customer_id, null::double as hours from start group by customer_id
        union all
        select 2, customer_id, min_by(epoch_us(t2 - t1) / 3600000000.0, t1) from two group by customer_id
        union all
        select 3, customer_id, min_by(epoch_us(t3 - t2) / 3600000000.0, t1) from three group by customer_id
        union all
        select 4, customer_id, min_by(epoch_us(t4 - t3) / 3600000000.0, t1) from four group by customer_id
      ),
      furthest as (
        select customer_id, max(step) as step from came group by customer_id
      )
      select c.step, count(*) as customers, count(o.customer_id) as open, median(c.hours) as median_hours
      from came c
      join furthest f on f.customer_id = c.customer_id
      left join open o on o.customer_id = c.customer_id and f.step = c.step and c.step < 4
      group by c.step
      order by c.step
      """;

  private final Connection connection;
  private final String today;
  private final String funnel;

  HeadCountByHand(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:" + file(folder));
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select max(day) + 1 from profile.\"order\"")) {
      row.next();
      today = "date '" + row.getString(1) + "'";
      var midnight = "timezone('UTC', timezone('Asia/Shanghai', (" + today + "%s)::timestamp))";
      funnel =
          FUNNEL
              .replace("$from", midnight.formatted(" - 90"))
              .replace("$until", midnight.formatted(""));
    }
  }

  /** A demo company, and a copy of its file: two processes cannot open the same one. */
  static void prepare(Path folder, int customers) throws IOException {
    Mall.make(folder, MallFiles.write(folder.resolve("files"), customers), new Stopwatch());
    Files.copy(folder.resolve("company/gongbi.duckdb"), file(folder));
  }

  static Path file(Path folder) {
    return folder.resolve("by-hand.duckdb");
  }

  @Override
  public Checksum once(Stopwatch watch) throws SQLException {
    var sum = Checksum.builder();
    watch.start();
    var steps = new ArrayList<String[]>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(funnel)) {
      while (row.next())
        steps.add(
            new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)});
    }
    watch.lap("funnel");
    for (var step : steps) {
      var name = "step " + step[0];
      sum.put(name, Long.parseLong(step[1])).put(name + " open", Long.parseLong(step[2]));
      if (step[3] != null) sum.put(name + " hours", new BigDecimal(step[3]));
    }
    for (var question : QUESTIONS.entrySet()) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(question.getValue().replace("$today", today))) {
        row.next();
        watch.lap(question.getKey());
        sum.put(question.getKey(), row.getLong("n"));
        sum.put(question.getKey() + " of", row.getLong("of_all"));
      }
    }
    return sum.build();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
