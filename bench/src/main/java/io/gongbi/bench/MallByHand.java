package io.gongbi.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

/**
 * The demo company by hand: three scripts and the two tiles, in one transaction on a DuckDB file.
 * Opening the empty file is not counted, nor are the plain copies of the two files that DuckDB
 * alone cannot read.
 */
final class MallByHand implements Work {
  private static final List<String> SCRIPTS =
      List.of("mall-clean-by-hand.sql", "mall-people-by-hand.sql", "mall-worth-by-hand.sql");

  private static final List<String> CHECKS =
      List.of(
          """
          select count(*) as landed, count(*) filter (where fate = 'clean') as clean, count(*) filter (where fate = 'quarantined') as quarantined
          from (
            select fate from member union all select fate from account union all select fate from mini union all select fate from bought
            union all select fate from line union all select fate from sent union all select fate from seen union all select fate from opinion
            union all select fate from point union all select fate from coupon union all select fate from cost
          )
          """,
          "select count(*) as records, count(phone) as phones, count(card) as cards from record",
          """
          select count(*) as customers, sum(net_revenue) as spent, sum(purchase_days) as purchase_days, count(phone) as reachable
          from customer
          """,
          """
          select count(*) as orders, sum(amount) filter (where kind = 'sale') as revenue, sum(amount) as net, sum(items) as items
          from sale
          """,
          "select count(*) as goods, sum(quantity) as pieces from item",
          "select count(*) as events, count(distinct name) as names from event",
          "select sum(amount) as cost from spent",
          "select count(*) as evidence from evidence",
          """
          select count(*) filter (where active_30) as active_30, count(*) filter (where browsed_no_order_7) as browsed_no_order_7,
                 count(*) filter (where monthly_repeat) as monthly_repeat, count(*) filter (where repeat_buyer_365) as repeat_buyer_365,
                 count(*) filter (where frequent_repeat) as frequent_repeat, count(*) filter (where sleeping_90) as sleeping_90,
                 count(*) filter (where rfm = '111') as champions
          from held
          """);

  private final Path scratch;
  private final Path files;

  MallByHand(Path scratch, Path files) {
    this.scratch = scratch;
    this.files = files;
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
      for (var script : SCRIPTS) {
        for (var text : RetailByHand.text(script).split(";\\s*\n"))
          statement.execute(text.replace("$folder", files.toString()));
        watch.lap(script.substring("mall-".length(), script.indexOf("-by-hand")));
      }
      statement.execute("commit");
      watch.lap("commit");
      for (var tile : List.of("retail-tile-revenue.sql", "retail-tile-again.sql"))
        statement.executeQuery(RetailByHand.text(tile)).close();
      watch.lap("board");
      var sum = Checksum.builder();
      RetailByHand.checks(connection, CHECKS, sum);
      return sum.build();
    }
  }
}
