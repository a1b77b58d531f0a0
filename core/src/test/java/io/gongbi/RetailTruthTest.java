package io.gongbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Run;
import io.gongbi.source.FeedId;
import io.gongbi.source.Imports;
import io.gongbi.source.Looks;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingSuggestion;
import io.gongbi.source.Mappings;
import io.gongbi.source.SourceId;
import io.gongbi.tag.Tag;
import io.gongbi.tag.Tags;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real shop's year, from its file to the numbers that its owner would ask for, beside the same
 * numbers from SQL written by hand over the bare file, and beside the numbers themselves.
 *
 * <p>What is in the revenue: goods, what customers paid for postage, discounts, manual entries, and
 * cancellations with their minus, on their own day; also what nobody is named for. What is not:
 * what Amazon, a bank or a charity kept (it is cost), stock written off at no price, bad debt,
 * samples.
 */
final class RetailTruthTest {
  /** What each line is, by its code and its signs, and which invoices are sales or returns. */
  private static final List<String> BY_HAND =
      List.of(
          """
          create table told as
          select InvoiceNo as no,
                 CustomerID as who,
                 cast(left(InvoiceDate, 10) as date) as day,
                 cast(Quantity as int) * cast(UnitPrice as decimal(18, 4)) as amount,
                 case
                   when StockCode in ('POST', 'DOT', 'C2') then 'postage'
                   when StockCode = 'D' then 'discount'
                   when StockCode in ('AMAZONFEE', 'BANK CHARGES', 'CRUK') then 'fee'
                   when StockCode in ('B', 'S') then 'adjustment'
                   when StockCode in ('M', 'm') then 'manual'
                   when cast(Quantity as int) < 0 and cast(UnitPrice as double) = 0 then 'adjustment'
                   when cast(Quantity as int) < 0 then 'return'
                   else 'product'
                 end as kind
          from read_csv('%s', all_varchar = true, header = true)
          """,
          """
          create table invoice as
          select no,
                 any_value(who) as who,
                 min(day) as day,
                 coalesce(sum(amount) filter (where kind in ('product', 'postage', 'discount', 'manual')), 0) as sold,
                 coalesce(sum(amount) filter (where kind = 'return'), 0) as returned
          from told
          group by no
          """,
          """
          create table sale as
          select who, day, sold as amount from invoice where sold > 0
          """,
          """
          create table given_back as
          select who, day, case when sold > 0 then returned else sold + returned end as amount
          from invoice
          where returned < 0 or sold < 0
          """,
          """
          create table turnover as
          select * from sale union all select * from given_back
          """);

  @TempDir private static Path folder;
  private static Gongbi gongbi;
  private static Connection bare;

  @BeforeAll
  static void bringIn() throws SQLException {
    var file = TestData.file("online-retail/online-retail.csv.gz");
    bare = DriverManager.getConnection("jdbc:duckdb:");
    for (var sql : BY_HAND) {
      try (var statement = bare.createStatement()) {
        statement.execute(sql.replace("%s", file.toString()));
      }
    }
    gongbi = Gongbi.open(folder, new MovingClock("2026-03-01T04:00:00Z"));
    var name = "online-retail.csv.gz";
    var suggested =
        new MappingSuggestion(gongbi.standard())
            .suggest(file, name, Looks.look(file, name), new SourceId("till"));
    // As somebody would who keeps the suggestion as a file and imports by it.
    var kept = Mappings.read(Mappings.write(suggested));
    assertThat(kept).isEqualTo(suggested);
    assertThat(imported(file, name, kept).result()).containsEntry("landed", "541909");
  }

  private static Run imported(Path file, String name, Mapping mapping) {
    var item = new Imports.Item(file, name, mapping);
    var run = gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, List.of(item), false));
    assertThat(run.faults()).isEmpty();
    return run;
  }

  @AfterAll
  static void close() throws SQLException {
    if (gongbi != null) gongbi.close();
    if (bare != null) bare.close();
  }

  private static List<String> byHand(String sql) throws SQLException {
    var rows = new ArrayList<String>();
    try (var statement = bare.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          var number = result.getBigDecimal(i);
          cells.add(number == null ? "" : number.stripTrailingZeros().toPlainString());
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }

  private static List<String> told(String sql) {
    return gongbi.warehouse().query(Sql.of(sql), View.everything()).stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  @Test
  void everyLine_isClean_andOfTheKindThatAPersonWouldSay() throws SQLException {
    var counts = gongbi.quality().counts(Viewer.system());
    assertThat(counts).hasSize(1);
    assertThat(counts.getFirst().feed()).isEqualTo(FeedId.of("till", "lines"));
    assertThat(counts.getFirst().counts().clean()).isEqualTo(541_909);
    assertThat(counts.getFirst().counts().landed()).isEqualTo(541_909);
    assertThat(
            gongbi.quality().kinds(Viewer.system()).stream()
                .map(
                    k ->
                        k.kind().code()
                            + " "
                            + k.lines()
                            + " "
                            + k.amount().stripTrailingZeros().toPlainString()))
        .containsExactly(
            "product 528957 10272118.873",
            "return 8704 -478724.18",
            "postage 2110 279462.12",
            "adjustment 1402 -14111.45",
            "manual 572 -68671.64",
            "fee 87 -236629.569",
            "discount 77 -5696.22");
    assertThat(
            byHand("select count(*), sum(amount) from told group by kind order by count(*) desc"))
        .containsExactly(
            "528957 10272118.873",
            "8704 -478724.18",
            "2110 279462.12",
            "1402 -14111.45",
            "572 -68671.64",
            "87 -236629.569",
            "77 -5696.22");
  }

  @Test
  void revenue_isWhatFinanceWouldSay() throws SQLException {
    assertThat(byHand("select count(*), sum(amount) from sale"))
        .isEqualTo(
            told(
                "select count(*) as n, sum(o.amount) as amount from {profile.order} o where o.kind = 'sale'"))
        .containsExactly("19944 10641633.343");
    assertThat(byHand("select count(*), sum(amount) from given_back"))
        .isEqualTo(
            told(
                "select count(*) as n, sum(o.amount) as amount from {profile.order} o where o.kind = 'return'"))
        .containsExactly("3746 -643144.39");
    assertThat(byHand("select sum(amount) from turnover"))
        .isEqualTo(told("select sum(o.amount) as amount from {profile.order} o"))
        .containsExactly("9998488.953");
    assertThat(
            byHand(
                "select year(day) * 100 + month(day) as m, sum(amount) from turnover group by m order by m"))
        .as("month by month")
        .isEqualTo(
            told(
                """
                select extract(year from o.day) * 100 + extract(month from o.day) as m,
                       sum(o.amount) as amount
                from {profile.order} o
                group by m
                order by m
                """));
  }

  /** 135,080 lines name nobody: their sales are revenue, and make no customer. */
  @Test
  void anonymousSales_areRevenue_andNobody() throws SQLException {
    var totals = gongbi.profiles().totals(Viewer.system());
    assertThat(totals.customers()).isEqualTo(4_372);
    assertThat(totals.orders()).isEqualTo(19_944);
    assertThat(byHand("select count(distinct who) from told")).containsExactly("4372");
    assertThat(byHand("select sum(amount) from turnover where who is null"))
        .isEqualTo(
            told(
                "select sum(o.amount) as amount from {profile.order} o where o.customer_id is null"))
        .containsExactly("1690654.71");
    var byHand =
        byHand(
            """
            select cast(cast(who as double) as int) as who, sum(amount) as amount
            from turnover
            where who is not null
            group by who
            order by amount desc
            """);
    assertThat(byHand)
        .startsWith("14646 279489.02", "18102 256438.49", "17450 187482.17", "14911 132572.62");
    assertThat(
            told(
                """
                select c.platform_id, sum(o.amount) as amount
                from {profile.order} o
                join {identity.member} m on m.customer_id = o.customer_id
                join {quality.customer} c on c.source = m.source and c.record_key = m.record_key
                group by c.platform_id
                """))
        .as("every customer's net amount")
        .containsExactlyInAnyOrderElementsOf(byHand);
  }

  /** The data ends on 2011-12-09: that day counts whole, and answers are as of its end. */
  @Test
  void answers_areAsOfTheEndOfTheData() {
    assertThat(gongbi.asOf().day()).isEqualTo(LocalDate.of(2011, 12, 10));
    assertThat(gongbi.asOf().latestDay()).isEqualTo(LocalDate.of(2011, 12, 9));
  }

  /**
   * In the last 365 days, against the mean of those who bought: 736 customers buy often, lately and
   * much and bring 68 % of it; 1,258 came once or twice, long ago.
   */
  @Test
  void eightGroups_areThoseOfAHandComputation() throws SQLException {
    var report = gongbi.tags().rfm(Tag.KIND.id(Tags.RFM), Viewer.system());
    assertThat(
            report.groups().stream()
                .map(
                    g ->
                        g.group().code()
                            + " "
                            + g.customers()
                            + " "
                            + Math.round(g.revenue() * 1000) / 1000.0))
        .containsExactlyInAnyOrder(
            "111 736 5417286.69",
            "110 517 625358.82",
            "101 87 290246.93",
            "100 1518 828443.542",
            "011 40 139022.55",
            "010 76 74043.14",
            "001 32 114517.011",
            "000 1258 524327.09");
    assertThat(
            byHand(
                """
                with bought as (
                  select who,
                         date '2011-12-10' - max(case when amount > 0 then day end) as r,
                         count(distinct case when amount > 0 then day end) as f,
                         sum(amount) as m
                  from turnover
                  where who is not null
                    and day >= date '2011-12-10' - 365
                  group by who
                  having max(amount) > 0
                ), mean as (
                  select avg(r) as r, avg(f) as f, avg(m) as m from bought
                )
                select 100 * cast(b.r <= a.r as int) + 10 * cast(b.f >= a.f as int) + cast(b.m >= a.m as int) as code,
                       count(*) as customers,
                       sum(b.m) as revenue
                from bought b
                cross join mean a
                group by code
                order by code desc
                """))
        .containsExactly(
            "111 736 5417286.69",
            "110 517 625358.82",
            "101 87 290246.93",
            "100 1518 828443.542",
            "11 40 139022.55",
            "10 76 74043.14",
            "1 32 114517.011",
            "0 1258 524327.09");
    assertThat(report.without()).isEqualTo(4_372 - 4_264);
  }
}
