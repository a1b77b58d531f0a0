package io.gongbi.metric;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metrics of this product. {@code profile.order} holds what counts: paid, uncancelled sales at
 * the day of payment with amounts above 0, and returns at the day of the refund with amounts below.
 */
public final class Metrics {
  private static final FieldKey KIND = FieldKey.of("order.kind");
  private static final FieldKey AMOUNT = FieldKey.of("order.amount");

  /** Orders that were paid. */
  public static final Where SALES = new Where.Compare(KIND, Op.EQ, Value.of("sale"));

  /** Money given back. */
  public static final Where RETURNS = new Where.Compare(KIND, Op.EQ, Value.of("return"));

  public static final Metric REVENUE =
      new Metric(
          new MetricId("revenue"),
          new Label("销售额", "Revenue"),
          new Label(
              "已付款且未取消的订单金额，按付款日计入；含匿名订单，不减退款。",
              "Paid, uncancelled orders on the day of payment; anonymous sales included, refunds not"
                  + " subtracted."),
          Metric.Unit.MONEY,
          Measure.ORDER,
          new Metric.Formula.Sum(SALES, AMOUNT, false));

  public static final Metric NET_REVENUE =
      new Metric(
          new MetricId("netRevenue"),
          new Label("净销售额", "Net revenue"),
          new Label(
              "销售额减去退款；退款按退款日计入。", "Revenue less refunds; refunds count on the day of refund."),
          Metric.Unit.MONEY,
          Measure.ORDER,
          new Metric.Formula.Sum(new Where.Always(), AMOUNT, false));

  public static final Metric REFUNDS =
      new Metric(
          new MetricId("refunds"),
          new Label("退款额", "Refunds"),
          new Label("退回的金额，按退款日计入。", "Money given back, on the day of refund."),
          Metric.Unit.MONEY,
          Measure.ORDER,
          new Metric.Formula.Sum(RETURNS, AMOUNT, true));

  public static final Metric ORDERS =
      new Metric(
          new MetricId("orders"),
          new Label("订单数", "Orders"),
          new Label("已付款且未取消的订单数，退货不计。", "Paid, uncancelled orders; returns are not orders."),
          Metric.Unit.COUNT,
          Measure.ORDER,
          new Metric.Formula.Count(SALES));

  public static final Metric BUYERS =
      new Metric(
          new MetricId("buyers"),
          new Label("购买人数", "Buyers"),
          new Label(
              "至少有一笔已付款订单的客户数，匿名订单不计。",
              "Identified customers with at least one paid order; anonymous sales have no buyer."),
          Metric.Unit.COUNT,
          Measure.ORDER,
          new Metric.Formula.Customers(SALES));

  /** Sales that are somebody's. */
  public static final Where IDENTIFIED =
      new Where.Both(
          List.of(SALES, new Where.Except(new Where.Missing(FieldKey.of("order.customer_id")))));

  private static final Where ITEMISED =
      new Where.Both(
          List.of(SALES, new Where.Except(new Where.Missing(FieldKey.of("order.items")))));

  /** What a customer does; messages to him, and points that lapse, he only suffers. */
  private static final Where DONE =
      new Where.Except(
          new Where.In(
              FieldKey.of("event.name"),
              Stream.of("sent", "delivered", "points_expired", "points_adjusted")
                  .map(Value::of)
                  .toList()));

  public static final Metric IDENTIFIED_REVENUE =
      new Metric(
          new MetricId("identifiedRevenue"),
          new Label("会员销售额", "Identified revenue"),
          new Label(
              "能对应到客户的销售额；匿名订单不计。",
              "Revenue that belongs to a known customer; anonymous sales left out."),
          Metric.Unit.MONEY,
          Measure.ORDER,
          new Metric.Formula.Sum(IDENTIFIED, AMOUNT, false));

  public static final Metric NEW_CUSTOMERS =
      new Metric(
          new MetricId("newCustomers"),
          new Label("新客数", "New customers"),
          new Label(
              "首次购买发生在期内的客户数，按全部历史判断是否首次。",
              "Customers whose first-ever order is in the period, judged by all of their history."),
          Metric.Unit.COUNT,
          Measure.ORDER,
          new Metric.Formula.Newcomers(SALES));

  public static final Metric REPEAT_BUYERS =
      new Metric(
          new MetricId("repeatBuyers"),
          new Label("复购人数", "Repeat buyers"),
          new Label(
              "期内在两个或更多不同日子购买的客户数；同一天的多笔订单算一次。",
              "Customers who bought on two or more days of the period; orders of one day are one purchase."),
          Metric.Unit.COUNT,
          Measure.ORDER,
          new Metric.Formula.Repeaters(SALES));

  public static final Metric REPURCHASE_RATE =
      new Metric(
          new MetricId("repurchaseRate"),
          new Label("复购率", "Repurchase rate"),
          new Label(
              "期内购买日达到 2 天的客户 ÷ 期内购买客户；时段越长，复购率越高，只宜同长度比较。",
              "Buyers with two or more purchase days in the period ÷ its buyers; longer periods have"
                  + " higher rates, so compare equal lengths."),
          Metric.Unit.SHARE,
          Measure.ORDER,
          ratio(REPEAT_BUYERS, BUYERS));

  public static final Metric SPEND_PER_BUYER =
      new Metric(
          new MetricId("spendPerBuyer"),
          new Label("客单价", "Spend per buyer"),
          new Label(
              "会员销售额 ÷ 购买人数，即期内每位买家的平均消费；门店口中的“客单价”常指笔单价。",
              "Identified revenue ÷ buyers: what a buyer spent in the period on average. Shops often"
                  + " mean the average order value by it."),
          Metric.Unit.MONEY,
          Measure.ORDER,
          ratio(IDENTIFIED_REVENUE, BUYERS));

  public static final Metric ORDER_VALUE =
      new Metric(
          new MetricId("orderValue"),
          new Label("笔单价", "Average order value"),
          new Label(
              "销售额 ÷ 订单数；含匿名订单，不减退款。",
              "Revenue ÷ orders; anonymous sales included, refunds not subtracted."),
          Metric.Unit.MONEY,
          Measure.ORDER,
          ratio(REVENUE, ORDERS));

  public static final Metric ITEMS =
      new Metric(
          new MetricId("items"),
          new Label("销售件数", "Items sold"),
          new Label(
              "已付款且未取消订单的商品件数；没有商品明细的订单不计。",
              "Pieces of goods in paid, uncancelled orders; orders without lines have none."),
          Metric.Unit.COUNT,
          Measure.ORDER,
          new Metric.Formula.Sum(SALES, FieldKey.of("order.items"), false));

  public static final Metric ITEMS_PER_ORDER =
      new Metric(
          new MetricId("itemsPerOrder"),
          new Label("连带率", "Items per order"),
          new Label(
              "销售件数 ÷ 有商品明细的订单数，即平均一笔订单买几件。",
              "Items sold ÷ orders with lines: how many pieces an order has on average."),
          Metric.Unit.AVERAGE,
          Measure.ORDER,
          new Metric.Formula.Ratio(
              new Metric.Formula.Part(ITEMS.label(), ITEMS.formula()),
              new Metric.Formula.Part(
                  new Label("有商品明细的订单数", "Orders with lines"),
                  new Metric.Formula.Count(ITEMISED))));

  public static final Metric IDENTIFIED_SHARE =
      new Metric(
          new MetricId("identifiedShare"),
          new Label("会员销售占比", "Identified share of revenue"),
          new Label(
              "会员销售额 ÷ 全部销售额，反映有多少销售能找到人。",
              "Identified revenue ÷ all revenue: how much of what is sold has a known buyer."),
          Metric.Unit.SHARE,
          Measure.ORDER,
          ratio(IDENTIFIED_REVENUE, REVENUE));

  public static final Metric ACTIVE_CUSTOMERS =
      new Metric(
          new MetricId("activeCustomers"),
          new Label("活跃客户数", "Active customers"),
          new Label(
              "期内有过任何主动行为（浏览、下单、评价、签到等）的客户数；被触达、积分过期不算活跃。",
              "Customers who did anything in the period, such as viewing, ordering, reviewing; being"
                  + " sent a message, or points that lapse, are no activity."),
          Metric.Unit.COUNT,
          Measure.EVENT,
          new Metric.Formula.Customers(DONE));

  public static final List<Metric> SHIPPED =
      List.of(
          REVENUE,
          NET_REVENUE,
          REFUNDS,
          IDENTIFIED_REVENUE,
          IDENTIFIED_SHARE,
          ORDERS,
          ORDER_VALUE,
          ITEMS,
          ITEMS_PER_ORDER,
          BUYERS,
          SPEND_PER_BUYER,
          NEW_CUSTOMERS,
          REPEAT_BUYERS,
          REPURCHASE_RATE,
          ACTIVE_CUSTOMERS);

  private static Metric.Formula ratio(Metric over, Metric under) {
    return new Metric.Formula.Ratio(
        new Metric.Formula.Part(over.label(), over.formula()),
        new Metric.Formula.Part(under.label(), under.formula()));
  }

  private Metrics() {}

  public static Optional<Metric> find(MetricId id) {
    return SHIPPED.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /** Throws {@code metric.unknown}. */
  public static Metric get(MetricId id) {
    return find(id).orElseThrow(() -> Faults.notFound("metric.unknown", id.value()));
  }
}
