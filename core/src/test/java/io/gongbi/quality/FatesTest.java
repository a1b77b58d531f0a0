package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several rows stands. */
final class FatesTest extends CleanFeeds {
  private static Path made(Path folder) {
    assertThat(folder.toFile().mkdirs()).isTrue();
    return folder;
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
}
