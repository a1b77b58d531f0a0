package io.gongbi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
  }

  private final Connection connection;
  private final String today;

  HeadCountByHand(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:" + file(folder));
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select max(day) + 1 from profile.\"order\"")) {
      row.next();
      today = "date '" + row.getString(1) + "'";
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
