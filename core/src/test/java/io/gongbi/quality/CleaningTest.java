package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.source.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clean rows say. */
final class CleaningTest extends CleanFeeds {
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

  /**
   * Ids of customers hang on these keys from one version to the next: md5 of {@code
   * orders|13812340001|||}, of {@code orders|13812340001|a@x.cn||} and of {@code visits|||||o1}.
   */
  @Test
  void keysOfBuyers_areOfTheirIdentifiers_andStayWhatTheyAre() {
    var orders =
        mapping(
            "orders",
            "order",
            List.of("no"),
            """
            no → order.order_no
            phone → customer.phone
            email → customer.email""");
    var visits =
        mapping(
            "visits",
            "event",
            List.of(),
            """
            event → event.name
            time → event.happened_at
            openid → customer.openid""");
    try (var here = new CleanFolder(folder, orders, visits)) {
      here.land(orders, "o.csv", "no,phone,email\n1,13812340001,\n2,13812340001,a@x.cn\n3,,\n");
      here.land(visits, "v.csv", "event,time,openid\nview,2026-03-01 10:00:00,o1\n");
      here.clean();
      assertThat(here.rows("select o.order_no, o.buyer_key from {quality.order} o order by 1"))
          .containsExactly(
              "1 buyer:65d307b29445a2b8e49a7d92ab0df986",
              "2 buyer:034089a01e24515a8e40bbab56d966b6",
              "3 ·");
      assertThat(here.rows("select e.customer_key from {quality.event} e"))
          .containsExactly("buyer:6ea193e711a242b3813d07d4aedb30b7");
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
