package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.refresh.Delta;
import io.gongbi.source.Mapping;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CleaningTest {
  private static final String FATES =
      """
      select b.feed, f.batch, f.line, f.fate
      from {quality.fate} f
      join {source.batch} b on b.batch = f.batch
      order by b.feed, f.batch, f.line
      """;
  private static final String REFUSED =
      """
      select q.line, q.field, q.value, q.severity, q.reason
      from {quality.quarantine} q
      order by q.batch, q.line, q.field, q.reason
      """;

  private static final Mapping MEMBERS =
      mapping(
          "members",
          "customer",
          List.of("卡号"),
          """
          卡号 → customer.member_card
          姓名 → customer.name
          手机 → customer.phone
          积分 → customer.points""");
  private static final Mapping ORDERS =
      mapping(
          "orders",
          "order",
          List.of("单号"),
          """
          单号 → order.order_no
          用户 → customer.platform_id
          手机 → customer.phone
          下单 → order.ordered_at
          付款 → order.paid_at
          状态 → order.status
          实付 → order.amount""");
  private static final Mapping LINES =
      mapping(
          "lines",
          "order_line",
          List.of(),
          """
          no → order.order_no
          code → order_line.product_code
          qty → order_line.quantity
          at → order.paid_at
          price → order_line.unit_price
          who → customer.platform_id
          land → customer.country""");

  @TempDir private Path folder;

  private static Path made(Path folder) {
    assertThat(folder.toFile().mkdirs()).isTrue();
    return folder;
  }

  /** The address says what the columns of places leave open, and a city lies in its province. */
  @Test
  void places_areToldByAddressAndCity_whereTheirOwnCellsAreEmpty() {
    var members =
        mapping(
            "members",
            "customer",
            List.of("卡号"),
            """
            卡号 → customer.member_card
            城市 → customer.city
            地址 → customer.address""");
    try (var here = new CleanFolder(folder, members)) {
      here.land(
          members,
          "m.csv",
          """
          卡号,城市,地址
          K1,上海市,浙江省杭州市西湖区文三路90号
          K2,,浙江省杭州市西湖区文三路90号
          K3,江苏省南京市,
          K4,London,10 Downing Street
          """);
      here.clean();
      assertThat(
              here.rows(
                  """
                  select c.member_card, c.province, c.city, c.district
                  from {quality.customer} c
                  order by c.member_card
                  """))
          .containsExactly("K1 上海 上海 ·", "K2 浙江 杭州 西湖区", "K3 江苏 南京 ·", "K4 · London ·");
    }
  }

  @Test
  void customers_areStandardised_andOddValuesToldApart() {
    try (var here = new CleanFolder(folder, MEMBERS)) {
      here.land(
          MEMBERS,
          "m.csv",
          """
          卡号,姓名,手机,积分
          k1,王 小明,+86 138-1234-0001,"1,200"
          K2,李女士,138****1234,-
          ,测试,,0
          K4,无,13800138000,abc
          """);
      here.clean();
      assertThat(
              here.rows(
                  """
                  select c.record_key, c.name, c.phone, c.member_card, c.points, c.line, c.seen_at
                  from {quality.customer} c
                  order by c.record_key
                  """))
          .containsExactly(
              "K1 王小明 13812340001 K1 1200 2 2026-03-01T00:00:00Z",
              "K2 李女士 · K2 · 3 2026-03-01T00:00:00Z",
              "K4 · · K4 · 5 2026-03-01T00:00:00Z");
      assertThat(here.rows(FATES))
          .containsExactly(
              "members 1 2 clean",
              "members 1 3 clean",
              "members 1 4 quarantined",
              "members 1 5 clean");
      assertThat(here.rows(REFUSED))
          .containsExactly(
              "3 customer.name 李女士 warn quality.name-surname-only",
              "3 customer.phone 138****1234 warn quality.phone-masked",
              "3 customer.points - warn quality.placeholder",
              "4 customer.member_card · quarantine quality.key-missing",
              "4 customer.name 测试 warn quality.placeholder",
              "5 customer.name 无 warn quality.placeholder",
              "5 customer.phone 13800138000 warn quality.placeholder",
              "5 customer.points abc warn quality.number-invalid");
    }
  }

  /** A1 comes twice, then newer; B1 comes back in the next file; C1 is unreadable when newest. */
  @Test
  void keyedRows_areMergedOrSuperseded_andABadOneReplacesNothing() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(
          ORDERS,
          "a.csv",
          """
          单号,用户,手机,下单,付款,状态,实付
          A1,u1,,2026-01-01 08:00:00,,待付款,10
          A1,u1,,2026-01-01 08:00:00,,待付款,10
          A1,u1,,2026-01-01 08:00:00,2026-01-01 08:05:00,已付款,10
          B1,u2,13812340002,2026/1/2 8:00,2026/1/2 8:01,已完成,"¥1,299.00"
          C1,u3,,2026-01-03,2026-01-03,已完成,5
          """);
      here.land(
          ORDERS,
          "b.csv",
          """
          单号,用户,手机,下单,付款,状态,实付
          B1,u2,13812340002,2026/1/2 8:00,2026/1/2 8:01,已退款,"¥1,299.00"
          C1,u3,,2026-01-03,0000-00-00,已完成,5
          """);
      here.clean();
      assertThat(here.rows(FATES))
          .containsExactly(
              "orders 1 2 superseded",
              "orders 1 3 merged",
              "orders 1 4 clean",
              "orders 1 5 superseded",
              "orders 1 6 clean",
              "orders 2 2 clean",
              "orders 2 3 quarantined");
      assertThat(
              here.rows(
                  """
                  select o.order_key, o.ordered_at, o.paid_at, o.status, o.amount, o.batch, o.line
                  from {quality.order} o
                  order by o.order_key
                  """))
          .containsExactly(
              "A1 2026-01-01T00:00:00Z 2026-01-01T00:05:00Z paid 10 1 4",
              "B1 2026-01-02T00:00:00Z 2026-01-02T00:01:00Z refunded 1299 2 2",
              "C1 2026-01-02T16:00:00Z 2026-01-02T16:00:00Z completed 5 1 6");
      assertThat(
              here.rows(
                  """
                  select o.order_key, c.platform_id, c.phone, c.seen_at
                  from {quality.order} o
                  join {quality.customer} c on c.source = o.source and c.record_key = o.buyer_key
                  order by o.order_key
                  """))
          .containsExactly(
              "A1 u1 · 2026-01-01T00:05:00Z",
              "B1 u2 13812340002 2026-01-02T00:01:00Z",
              "C1 u3 · 2026-01-02T16:00:00Z");
      assertThat(here.rows(REFUSED))
          .containsExactly("3 order.paid_at 0000-00-00 quarantine quality.time-zero");
    }
  }

  /** Without a key the file is the unit; equal lines are so many sales. */
  @Test
  void unkeyedRows_stayDistinct_untilANewerFileOfThatNameComes() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.land(
          LINES,
          "jan.csv",
          """
          no,code,qty,at,price,who,land
          1,A,1,2026-01-01 08:00:00,2.50,17850.0,France
          1,A,1,2026-01-01 08:00:00,2.50,17850.0,France
          """);
      here.land(
          LINES,
          "feb.csv",
          """
          no,code,qty,at,price,who,land
          2,A,3,2026-02-01 08:00:00,2.50,17850.0,Spain
          C3,A,-3,2026-02-02 08:00:00,2.50,17850.0,Spain
          4,A,-7,2026-02-03 08:00:00,0,,Spain
          5,B,1,2026-02-04 08:00:00,-11,,Spain
          6,B,x,2026-02-04 08:00:00,1,,Spain
          ,B,1,2026-02-04 08:00:00,1,,Spain
          合计,,,,,,
          """);
      here.land(
          LINES,
          "jan.csv",
          """
          no,code,qty,at,price,who,land
          1,A,1,2026-01-01 08:00:00,2.50,17850.0,France
          """);
      here.clean();
      assertThat(here.rows(FATES))
          .containsExactly(
              "lines 1 2 superseded",
              "lines 1 3 superseded",
              "lines 2 2 clean",
              "lines 2 3 clean",
              "lines 2 4 clean",
              "lines 2 5 clean",
              "lines 2 6 quarantined",
              "lines 2 7 quarantined",
              "lines 2 8 quarantined",
              "lines 3 2 clean");
      assertThat(
              here.rows(
                  """
                  select b.file_name, o.line, o.order_key, o.quantity, o.unit_price, o.amount, o.kind
                  from {quality.order_line} o
                  join {source.batch} b on b.batch = o.batch
                  order by o.batch, o.line
                  """))
          .containsExactly(
              "feb.csv 2 2 3 2.5 7.5 product",
              "feb.csv 3 C3 -3 2.5 -7.5 return",
              "feb.csv 4 4 -7 0 0 adjustment",
              "feb.csv 5 5 1 -11 -11 adjustment",
              "jan.csv 2 1 1 2.5 2.5 product");
      assertThat(
              here.rows(
                  """
                  select o.order_key, o.paid_at, o.status, c.platform_id, c.country, c.seen_at
                  from {quality.order} o
                  left join {quality.customer} c
                    on c.source = o.source and c.record_key = o.buyer_key
                  order by o.order_key
                  """))
          .containsExactly(
              "1 2026-01-01T00:00:00Z paid 17850 Spain 2026-02-02T00:00:00Z",
              "2 2026-02-01T00:00:00Z paid 17850 Spain 2026-02-02T00:00:00Z",
              "4 2026-02-03T00:00:00Z paid · · ·",
              "5 2026-02-04T00:00:00Z paid · · ·",
              "C3 2026-02-02T00:00:00Z refunded 17850 Spain 2026-02-02T00:00:00Z");
      assertThat(here.rows(REFUSED))
          .containsExactly(
              "6 order_line.quantity x quarantine quality.number-invalid",
              "7 order.order_no · quarantine quality.value-missing",
              "8  合计 quarantine quality.total-line");
    }
  }

  @Test
  void newBatches_touchOnlyWhatTheyReach() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.land(LINES, "jan.csv", "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,\n");
      assertThat(here.cleanNew()).isInstanceOf(Delta.Batches.class);
      here.land(
          LINES,
          "feb.csv",
          """
          no,code,qty,at,price,who,land
          1,B,1,2026-01-01,3,u1,
          2,B,1,2026-02-01,3,u2,
          """);
      here.cleanNew();
      assertThat(here.rows("select t.batch, t.line from {quality.touched_row} t order by t.line"))
          .containsExactly("2 2", "2 3");
      assertThat(
              here.rows("select t.order_key from {quality.touched_order} t order by t.order_key"))
          .containsExactly("1", "2");
      assertThat(here.rows("select count(*) as n from {quality.touched_record} t"))
          .containsExactly("2");
      var stepwise = here.everything();
      here.clean();
      assertThat(here.everything()).isEqualTo(stepwise);
    }
  }

  @Test
  void changedMapping_isNoticed_andEverythingCleanedAnew() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.land(LINES, "jan.csv", "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,FR\n");
      here.cleanNew();
      here.mappings.set(
          0,
          mapping(
              "lines",
              "order_line",
              List.of(),
              """
              no → order.order_no
              code → order_line.product_name
              at → order.paid_at"""));
      here.land(LINES, "feb.csv", "no,code,qty,at,price,who,land\n2,B,1,2026-01-01,2,u1,FR\n");
      assertThat(here.cleanNew()).isInstanceOf(Delta.Everything.class);
      assertThat(
              here.rows(
                  """
                  select o.order_key, o.product_code, o.product_name, o.amount
                  from {quality.order_line} o
                  order by o.order_key
                  """))
          .containsExactly("1 · A ·", "2 · B ·");
      assertThat(here.rows("select count(*) as n from {quality.customer} c")).containsExactly("0");
    }
  }

  /**
   * Whom the orders named before is found in no table any more, though no feed writes that table.
   */
  @Test
  void feedThatNamesNobodyAnyMore_leavesNobodyBehind() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "o.csv", "单号,用户,手机,下单,付款,状态,实付\n1,u1,13911112222,2026-01-01,,已完成,5\n");
      here.clean();
      assertThat(here.rows("select c.platform_id from {quality.customer} c")).containsExactly("u1");
      here.mappings.set(
          0, mapping("orders", "order", List.of("单号"), "单号 → order.order_no\n实付 → order.amount"));
      here.clean();
      assertThat(here.rows("select s.ref from {quality.sighting} s")).isEmpty();
      assertThat(here.rows("select c.platform_id from {quality.customer} c")).isEmpty();
      assertThat(here.rows("select o.order_key, o.amount from {quality.order} o"))
          .containsExactly("1 5");
    }
  }

  /** Nothing landed since: the mapping alone is reason enough to read the landed rows again. */
  @Test
  void changedMapping_isNews_untilWhatLandedWasReadByIt() {
    try (var here = new CleanFolder(folder, LINES)) {
      assertThat(here.hasNews()).isFalse();
      here.land(LINES, "jan.csv", "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,FR\n");
      here.cleanNew();
      assertThat(here.hasNews()).isFalse();
      here.mappings.set(
          0,
          mapping(
              "lines",
              "order_line",
              List.of(),
              """
              no → order.order_no
              code → order_line.product_name
              at → order.paid_at
              price → order_line.amount"""));
      assertThat(here.hasNews()).isTrue();
      assertThat(here.cleanNew()).isInstanceOf(Delta.Everything.class);
      assertThat(here.hasNews()).isFalse();
      assertThat(
              here.rows(
                  """
                  select o.order_key, o.product_code, o.product_name, o.quantity, o.amount
                  from {quality.order_line} o
                  """))
          .containsExactly("1 · A · 2");
    }
  }

  /** The same file twice, two files of one feed, a newer file of a name: each row has its fate. */
  @Test
  void filesSentAgain_replaceWhatTheyReplace_andNothingElse() {
    try (var here = new CleanFolder(folder, LINES)) {
      var jan = "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,\n1,A,1,2026-01-01,2,u1,\n";
      here.land(LINES, "jan.csv", jan);
      here.land(LINES, "feb.csv", "no,code,qty,at,price,who,land\n2,A,1,2026-02-01,2,u1,\n");
      here.cleanNew();
      here.land(LINES, "jan.csv", jan);
      here.land(LINES, "copy of jan.csv", jan);
      here.cleanNew();
      assertThat(here.rows(FATES))
          .as("another name is another file: its lines are more sales")
          .containsExactly(
              "lines 1 2 superseded",
              "lines 1 3 superseded",
              "lines 2 2 clean",
              "lines 3 2 clean",
              "lines 3 3 clean",
              "lines 4 2 clean",
              "lines 4 3 clean");
      assertThat(here.rows("select sum(o.amount) as amount from {quality.order_line} o"))
          .containsExactly("10");
    }
    try (var here = new CleanFolder(made(folder.resolve("keyed")), ORDERS)) {
      var head = "单号,用户,手机,下单,付款,状态,实付\n";
      here.land(
          ORDERS,
          "a.csv",
          head + "A,u,,2026-01-01,2026-01-01,已付款,1\nB,u,,2026-01-01,2026-01-01,已付款,2\n");
      here.land(
          ORDERS,
          "b.csv",
          head + "B,u,,2026-01-01,2026-01-01,已付款,3\nC,u,,2026-01-01,2026-01-01,已付款,4\n");
      here.cleanNew();
      here.land(
          ORDERS,
          "a.csv",
          head + "A,u,,2026-01-01,2026-01-01,已付款,1\nB,u,,2026-01-01,2026-01-01,已付款,2\n");
      here.cleanNew();
      assertThat(here.rows(FATES))
          .as("sent again, a file is newer news of its keys; what it does not name stays")
          .containsExactly(
              "orders 1 2 superseded",
              "orders 1 3 superseded",
              "orders 2 2 superseded",
              "orders 2 3 clean",
              "orders 3 2 clean",
              "orders 3 3 clean");
    }
  }

  /** A row that was refused and then sent again in good order is nobody's work any more. */
  @Test
  void refusedRows_giveWay_onceTheSameRecordComesReadable() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      var head = "单号,用户,手机,下单,付款,状态,实付\n";
      here.land(
          ORDERS,
          "a.csv",
          head
              + "A,u,,昨天,2026-01-01,已付款,1\n"
              + "A,u,,2026-01-01,2026-01-01,已付款,1\n"
              + "B,u,,昨天,2026-01-01,已付款,2\n"
              + "C,u,,2026-01-01,2026-01-01,已付款,面议\n"
              + ",u,,2026-01-01,2026-01-01,已付款,4\n");
      here.cleanNew();
      assertThat(here.rows(FATES))
          .as("a line further down the same file is newer too")
          .containsExactly(
              "orders 1 2 superseded",
              "orders 1 3 clean",
              "orders 1 4 quarantined",
              "orders 1 5 quarantined",
              "orders 1 6 quarantined");
      here.land(
          ORDERS,
          "b.csv",
          head
              + "B,u,,2026-01-01,2026-01-01,已付款,2\n"
              + "C,u,,2026-01-01,2026-01-01,已付款,面谈\n"
              + ",u,,2026-01-01,2026-01-01,已付款,4\n"
              + "A,u,,前天,2026-01-01,已付款,1\n");
      here.cleanNew();
      var fates =
          List.of(
              "orders 1 2 superseded",
              "orders 1 3 clean",
              "orders 1 4 superseded",
              "orders 1 5 quarantined",
              "orders 1 6 quarantined",
              "orders 2 2 clean",
              "orders 2 3 quarantined",
              "orders 2 4 quarantined",
              "orders 2 5 quarantined");
      assertThat(here.rows(FATES))
          .as("a row that is refused takes nobody's place, and one without a key has none")
          .containsExactlyElementsOf(fates);
      assertThat(here.rows(REFUSED))
          .containsExactly(
              "5 order.amount 面议 quarantine quality.number-invalid",
              "6 order.order_no · quarantine quality.key-missing",
              "3 order.amount 面谈 quarantine quality.number-invalid",
              "4 order.order_no · quarantine quality.key-missing",
              "5 order.ordered_at 前天 quarantine quality.time-invalid");
      here.clean();
      assertThat(here.rows(FATES)).as("everything anew").containsExactlyElementsOf(fates);
    }
  }

  /** What Excel made of an order number of 18 digits names no order any more. */
  @Test
  void roundedOrderNumbers_areOut_withTheReason() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(
          ORDERS,
          "a.csv",
          """
          单号,用户,手机,下单,付款,状态,实付
          1.23457E+17,u1,,2026-01-01,2026-01-01,已付款,10
          1.23456789012345E+17,u1,,2026-01-01,2026-01-01,已付款,10
          123456789012345678,u1,,2026-01-01,2026-01-01,已付款,10
          """);
      here.clean();
      assertThat(here.rows(FATES))
          .containsExactly("orders 1 2 quarantined", "orders 1 3 quarantined", "orders 1 4 clean");
      assertThat(here.rows(REFUSED))
          .containsExactly(
              "2 order.order_no 1.23457E+17 quarantine quality.code-rounded",
              "3 order.order_no 1.23456789012345E+17 quarantine quality.code-rounded");
    }
  }
}
