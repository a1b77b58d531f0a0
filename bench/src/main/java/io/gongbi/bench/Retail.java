package io.gongbi.bench;

import io.gongbi.Gongbi;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.dashboard.Board;
import io.gongbi.source.Imports;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Online Retail by the product: from the raw file, with the mapping that it suggests and a person
 * nods at, to the answers of both tiles of the first board. Making the empty folder is not counted.
 */
final class Retail implements Work {
  static final String FILE = "online-retail/online-retail.csv.gz";

  static final Viewer SOMEBODY = new Viewer(new UserId("somebody"), Role.administrator());

  private final boolean whole;
  private final Path file;
  private final Path scratch;

  /** {@code whole}: whether what is kept beside the answers is compared too. */
  Retail(boolean whole, Path data, Path scratch) {
    this.whole = whole;
    this.file = data.resolve(FILE);
    this.scratch = scratch;
  }

  static Mapping mapping() {
    return new Mapping(
        new SourceId("retail"),
        Label.typed("retail"),
        "lines",
        new EntityName("order_line"),
        Layout.csv(),
        List.of(),
        List.of(
            Mapping.Line.of("InvoiceNo", "order.order_no"),
            Mapping.Line.of("StockCode", "order_line.product_code"),
            Mapping.Line.of("Description", "order_line.product_name"),
            Mapping.Line.of("Quantity", "order_line.quantity"),
            Mapping.Line.of("InvoiceDate", "order.paid_at"),
            Mapping.Line.of("UnitPrice", "order_line.unit_price"),
            Mapping.Line.of("CustomerID", "customer.platform_id"),
            Mapping.Line.of("Country", "customer.country")),
        List.of(
            kind("postage", "C2", "DOT", "POST"),
            kind("discount", "D"),
            kind("fee", "AMAZONFEE", "BANK CHARGES", "CRUK"),
            kind("adjustment", "B", "S"),
            kind("manual", "M", "m")),
        Optional.empty(),
        Optional.empty());
  }

  private static Mapping.KindRule kind(String kind, String... codes) {
    return new Mapping.KindRule(
        kind,
        new Where.In(
            FieldKey.of("order_line.product_code"), Stream.of(codes).map(Value::of).toList()));
  }

  @Override
  public Checksum once(Stopwatch watch) throws Exception {
    try (var folder = new ScratchFolder(scratch);
        var gongbi = Gongbi.open(folder.path(), Clock.systemUTC())) {
      var item = new Imports.Item(file, file.getFileName().toString(), mapping());
      watch.start();
      Arrival.of(gongbi, List.of(item), watch);
      var asOf = gongbi.asOf();
      var board = gongbi.boards().find("overview", asOf, SOMEBODY).orElseThrow();
      var revenue =
          gongbi.boards().answer(tile(board, "revenue"), asOf, SOMEBODY).orElseThrow().table();
      var again =
          gongbi.boards().answer(tile(board, "again"), asOf, SOMEBODY).orElseThrow().table();
      watch.lap("board");
      return checksum(gongbi, whole, revenue, again);
    }
  }

  static io.gongbi.dashboard.Tile tile(Board board, String id) {
    return board.tiles().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static Checksum checksum(Gongbi gongbi, boolean whole, Table revenue, Table again) {
    var sum = Checksum.builder();
    if (whole) kept(gongbi, sum);
    put(
        sum,
        ask(
            gongbi,
            """
            select count(*) as lines,
                   count(l.product_name) as named,
                   sum(l.quantity) as quantity,
                   sum(l.amount) as amount,
                   count(distinct l.order_key) as invoices
            from {quality.order_line} l
            """));
    put(
        sum,
        ask(
            gongbi,
            """
            select count(*) as orders,
                   sum(case when o.kind = 'sale' then o.amount end) as revenue,
                   sum(o.amount) as net,
                   sum(o.items) as items
            from {profile.order} o
            """));
    put(
        sum,
        ask(
            gongbi,
            """
            select count(*) as customers,
                   sum(c.net_revenue) as spent,
                   sum(c.purchase_days) as purchase_days,
                   count(case when c.country = 'United Kingdom' then 1 end) as british
            from {profile.customer} c
            """));
    put(
        sum,
        ask(
            gongbi,
            """
            select count(*) as events
            from {profile.event} e
            """));
    put(
        sum,
        ask(
            gongbi,
            """
            select count(case when h.tag_reachable then 1 end) as reachable,
                   count(case when h.tag_repeat_buyer_365 then 1 end) as repeat_buyers,
                   count(case when h.tag_sleeping_90 then 1 end) as sleeping
            from {trait.held} h
            """));
    ask(
            gongbi,
            """
            select h.tag_rfm as name,
                   count(*) as n
            from {trait.held} h
            group by h.tag_rfm
            """)
        .stream()
        .forEach(r -> sum.put("rfm " + r.textIfAny("name").orElse("none"), r.whole("n")));
    revenue.stream().forEach(r -> bar(sum, r));
    var steps = again.stream().toList();
    sum.put("paid", steps.getFirst().whole("customers"));
    sum.put("open", steps.getFirst().whole("open"));
    sum.put("paid again", steps.getLast().whole("customers"));
    sum.put("hours", number(steps.getLast().value("median_hours")));
    return sum.build();
  }

  private static void kept(Gongbi gongbi, Checksum.Builder sum) {
    put(
        sum,
        ask(
            gongbi,
            """
            select count(*) as landed,
                   count(l.c3) as described,
                   count(l.c7) as identified
            from {source.retail_lines} l
            """));
    put(
        sum,
        ask(
            gongbi,
            """
            select count(case when f.fate = 'clean' then 1 end) as clean,
                   count(case when f.doubtful <> 0 then 1 end) as doubtful
            from {quality.fate} f
            """));
    put(sum, ask(gongbi, "select count(*) as refused from {quality.quarantine} q"));
    put(sum, ask(gongbi, "select count(*) as records from {profile.record} r"));
    put(sum, ask(gongbi, "select count(*) as changes from {trait.change} ch"));
  }

  private static void bar(Checksum.Builder sum, Row row) {
    var month = row.value("bucket").shown();
    for (var column : List.of("value", "previous", "anonymous"))
      sum.put(month + " " + column, number(row.value(column)));
  }

  private static Table ask(Gongbi gongbi, String sql) {
    return gongbi.warehouse().query(Sql.of(sql), View.everything());
  }

  static void put(Checksum.Builder sum, Table one) {
    for (var column : one.columns())
      sum.put(column.name(), number(one.only().value(column.name())));
  }

  private static BigDecimal number(Value value) {
    return new BigDecimal(value.shown());
  }
}
