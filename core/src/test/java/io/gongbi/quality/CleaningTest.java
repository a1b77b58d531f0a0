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
