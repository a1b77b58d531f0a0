package io.gongbi.quality;

import io.gongbi.catalog.Label;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule that most companies want of such rows. What cannot have happened goes to quarantine (paid
 * before ordered, revenue below nothing); what is only odd is reminded of.
 */
public record RuleIdea(Label label, EntityName rows, Rule.Severity severity, CleaningRule check) {
  private static final LocalDate BEFORE_COMPUTERS = LocalDate.of(1990, 1, 1);
  private static final LocalDate LONGEST_LIFE = LocalDate.of(1910, 1, 1);
  private static final BigDecimal NONE = BigDecimal.ZERO;

  static final List<RuleIdea> ALL =
      List.of(
          out("实付金额为负", "Amount paid below zero", Standard.ORDER, atLeast("order.amount", NONE)),
          out(
              "付款早于下单",
              "Paid before ordered",
              Standard.ORDER,
              notBefore("order.paid_at", "order.ordered_at")),
          remind("优惠金额为负", "Discount below zero", Standard.ORDER, atLeast("order.discount", NONE)),
          remind("下单时间不合理", "Implausible order time", Standard.ORDER, date("order.ordered_at")),
          remind("订单没有金额", "Order without an amount", Standard.ORDER, needs("order.amount")),
          remind(
              "单价为负",
              "Unit price below zero",
              Standard.ORDER_LINE,
              atLeast("order_line.unit_price", NONE)),
          remind(
              "明细没有商品编码",
              "Line without a product",
              Standard.ORDER_LINE,
              needs("order_line.product_code")),
          remind(
              "生日不合理",
              "Implausible birthday",
              Standard.CUSTOMER,
              new CleaningRule.PlausibleDate(FieldKey.of("customer.birthday"), LONGEST_LIFE)),
          remind(
              "注册时间不合理",
              "Implausible registration",
              Standard.CUSTOMER,
              date("customer.registered_at")),
          remind("没有手机号", "No phone number", Standard.CUSTOMER, needs("customer.phone")),
          remind(
              "手机号重复",
              "The same phone number twice",
              Standard.CUSTOMER,
              new CleaningRule.Unique(FieldKey.of("customer.phone"))),
          remind("积分为负", "Points below zero", Standard.CUSTOMER, atLeast("customer.points", NONE)),
          remind("发送时间不合理", "Implausible send time", Standard.DELIVERY, date("delivery.sent_at")),
          out("费用为负", "Cost below zero", Standard.DELIVERY, atLeast("delivery.cost", NONE)),
          remind(
              "行为时间不合理",
              "Implausible time of behaviour",
              Standard.EVENT,
              date("event.happened_at")),
          remind("停留时长为负", "Stay below zero", Standard.EVENT, atLeast("event.seconds", NONE)),
          remind(
              "评分不在 1–5 分",
              "Score outside 1–5",
              Standard.FEEDBACK,
              new CleaningRule.Range(
                  FieldKey.of("feedback.score"),
                  Optional.of(BigDecimal.ONE),
                  Optional.of(BigDecimal.valueOf(5)))),
          out(
              "用券早于领券",
              "Coupon used before it was claimed",
              Standard.COUPON,
              notBefore("coupon.used_at", "coupon.claimed_at")),
          remind(
              "过期后用券",
              "Coupon used after it expired",
              Standard.COUPON,
              new CleaningRule.Comparison(
                  FieldKey.of("coupon.used_at"), Op.LE, FieldKey.of("coupon.expires_at"))),
          out("花费为负", "Spending below zero", Standard.COST, atLeast("cost.amount", NONE)),
          remind(
              "点击多于展现",
              "More clicks than impressions",
              Standard.COST,
              new CleaningRule.Comparison(
                  FieldKey.of("cost.clicks"), Op.LE, FieldKey.of("cost.impressions"))));

  Rule asRule() {
    return new Rule(rows, Optional.empty(), Optional.empty(), severity, true, check);
  }

  private static RuleIdea out(String zh, String en, EntityName rows, CleaningRule check) {
    return new RuleIdea(new Label(zh, en), rows, Rule.Severity.QUARANTINE, check);
  }

  private static RuleIdea remind(String zh, String en, EntityName rows, CleaningRule check) {
    return new RuleIdea(new Label(zh, en), rows, Rule.Severity.REMIND, check);
  }

  private static CleaningRule needs(String field) {
    return new CleaningRule.Required(FieldKey.of(field));
  }

  private static CleaningRule atLeast(String field, BigDecimal from) {
    return new CleaningRule.Range(FieldKey.of(field), Optional.of(from), Optional.empty());
  }

  private static CleaningRule date(String field) {
    return new CleaningRule.PlausibleDate(FieldKey.of(field), BEFORE_COMPUTERS);
  }

  private static CleaningRule notBefore(String later, String earlier) {
    return new CleaningRule.Comparison(FieldKey.of(later), Op.GE, FieldKey.of(earlier));
  }
}
