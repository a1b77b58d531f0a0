package io.gongbi.metric;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Optional;

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
          new Metric.Formula.Sum(SALES, AMOUNT, false));

  public static final Metric NET_REVENUE =
      new Metric(
          new MetricId("netRevenue"),
          new Label("净销售额", "Net revenue"),
          new Label(
              "销售额减去退款；退款按退款日计入。", "Revenue less refunds; refunds count on the day of refund."),
          Metric.Unit.MONEY,
          new Metric.Formula.Sum(new Where.Always(), AMOUNT, false));

  public static final Metric REFUNDS =
      new Metric(
          new MetricId("refunds"),
          new Label("退款额", "Refunds"),
          new Label("退回的金额，按退款日计入。", "Money given back, on the day of refund."),
          Metric.Unit.MONEY,
          new Metric.Formula.Sum(RETURNS, AMOUNT, true));

  public static final Metric ORDERS =
      new Metric(
          new MetricId("orders"),
          new Label("订单数", "Orders"),
          new Label("已付款且未取消的订单数，退货不计。", "Paid, uncancelled orders; returns are not orders."),
          Metric.Unit.COUNT,
          new Metric.Formula.Count(SALES));

  public static final Metric BUYERS =
      new Metric(
          new MetricId("buyers"),
          new Label("购买人数", "Buyers"),
          new Label(
              "至少有一笔已付款订单的客户数，匿名订单不计。",
              "Identified customers with at least one paid order; anonymous sales have no buyer."),
          Metric.Unit.COUNT,
          new Metric.Formula.Customers(SALES));

  public static final List<Metric> SHIPPED = List.of(REVENUE, NET_REVENUE, REFUNDS, ORDERS, BUYERS);

  private Metrics() {}

  public static Optional<Metric> find(MetricId id) {
    return SHIPPED.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /** Throws {@code metric.unknown}. */
  public static Metric get(MetricId id) {
    return find(id).orElseThrow(() -> Faults.notFound("metric.unknown", id.value()));
  }
}
