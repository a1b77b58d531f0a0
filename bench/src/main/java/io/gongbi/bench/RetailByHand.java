package io.gongbi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Online Retail by hand: a script and the two tiles, in one transaction on a DuckDB file. Opening
 * the empty file is not counted.
 */
final class RetailByHand implements Work {
  /** What is written by hand: all that the product keeps, or what the answers need. */
  enum Script {
    WHOLE,
    ANSWERS;

    private List<String> files() {
      return switch (this) {
        case WHOLE ->
            List.of(
                "retail-kept-by-hand.sql",
                "retail-orders-by-hand.sql",
                "retail-origins-by-hand.sql");
        case ANSWERS -> List.of("retail-lines-by-hand.sql", "retail-orders-by-hand.sql");
      };
    }

    /** All its statements, without the comments. */
    List<String> statements() throws IOException {
      var all = new ArrayList<String>();
      for (var file : files()) all.addAll(List.of(RetailByHand.text(file).split(";\\s*\n")));
      return all;
    }
  }

  private static final List<String> KEPT =
      List.of(
          """
          select count(*) as landed, count(Description) as described, count(CustomerID) as identified
          from landed
          """,
          """
          select count(*) filter (where fate = 'clean') as clean, count(*) filter (where doubtful) as doubtful
          from fate
          """,
          "select count(*) as refused from refused",
          "select count(*) as records from record",
          "select count(*) as changes from change");

  private static final List<String> CHECKS =
      List.of(
          """
          select count(*) as lines, count(product_name) as named, sum(quantity) as quantity,
                 sum(amount) as amount, count(distinct order_no) as invoices
          from line
          """,
          """
          select count(*) as orders, sum(amount) filter (where kind = 'sale') as revenue,
                 sum(amount) as net, sum(items) as items
          from sale
          """,
          """
          select count(*) as customers, sum(net_revenue) as spent,
                 sum(purchase_days) as purchase_days, count(*) filter (where country = 'United Kingdom') as british
          from customer
          """,
          "select count(*) as events from event",
          """
          select count(*) filter (where reachable) as reachable, count(*) filter (where repeat_buyer_365) as repeat_buyers,
                 count(*) filter (where sleeping_90) as sleeping
          from held
          """);

  private final Script script;
  private final Path file;
  private final Path scratch;

  RetailByHand(Script script, Path data, Path scratch) {
    this.script = script;
    this.file = data.resolve(Retail.FILE);
    this.scratch = scratch;
  }

  @Override
  public Checksum once(Stopwatch watch) throws Exception {
    try (var folder = new ScratchFolder(scratch);
        var connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.path().resolve("by-hand.duckdb"));
        var statement = connection.createStatement()) {
      statement.execute("set checkpoint_threshold = '1GB'");
      watch.start();
      statement.execute("begin");
      for (var text : script.statements()) {
        statement.execute(text.replace("$file", "'" + file + "'"));
        watch.lap(made(text));
      }
      statement.execute("commit");
      watch.lap("commit");
      var sum = Checksum.builder();
      try (var revenue = statement.executeQuery(text("retail-tile-revenue.sql"))) {
        while (revenue.next()) bar(sum, revenue);
      }
      try (var again = statement.executeQuery(text("retail-tile-again.sql"))) {
        again.next();
        sum.put("paid", again.getLong("customers"));
        sum.put("open", again.getLong("open"));
        sum.put("paid again", again.getLong("again"));
        sum.put("hours", new BigDecimal(again.getString("median_hours")));
      }
      watch.lap("board");
      checks(connection, CHECKS, sum);
      if (script == Script.WHOLE) checks(connection, KEPT, sum);
      tags(connection, sum);
      return sum.build();
    }
  }

  private static void bar(Checksum.Builder sum, ResultSet row) throws SQLException {
    var month = row.getString("bucket");
    for (var column : List.of("value", "previous", "anonymous"))
      sum.put(month + " " + column, row.getBigDecimal(column));
  }

  static void checks(Connection connection, List<String> checks, Checksum.Builder sum)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var check : checks) {
        try (var row = statement.executeQuery(check)) {
          row.next();
          var columns = row.getMetaData();
          for (int i = 1; i <= columns.getColumnCount(); i++)
            sum.put(columns.getColumnLabel(i), new BigDecimal(row.getString(i)));
        }
      }
    }
  }

  private static void tags(Connection connection, Checksum.Builder sum) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var rfm =
          statement.executeQuery("select coalesce(rfm, 'none'), count(*) from held group by rfm")) {
        while (rfm.next()) sum.put("rfm " + rfm.getString(1), rfm.getLong(2));
      }
    }
  }

  /** The word after {@code create table}, for the part's name. */
  private static String made(String text) {
    var words = text.strip().split("\\s+");
    return words[0].equals("create") ? words[2] : words[0];
  }

  /** Without the comments, so that only a statement ends in a semicolon. */
  static String text(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(RetailByHand.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
    }
  }
}
