package io.gongbi.source;

import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a row of a file is, from the words that only one entity uses: 评分 and 评价内容 are of feedback,
 * even where an 订单编号 stands beside them.
 */
final class Grain {
  private final Headings headings;

  Grain(Headings headings) {
    this.headings = headings;
  }

  EntityName of(List<String> names) {
    var meant = new HashSet<String>();
    for (var name : names) headings.of(name).forEach(c -> meant.add(c.field().toString()));
    boolean sold =
        has(meant, "order_line.quantity", "order_line.unit_price")
            || has(meant, "order.order_no", "order_line.quantity")
            || has(meant, "order.order_no", "order.paid_at");
    boolean someone = Standard.IDENTIFIERS.stream().anyMatch(i -> meant.contains(i.toString()));
    if (!someone && !sold && isCost(meant)) return Standard.COST;
    if (!sold && isCoupon(meant)) return Standard.COUPON;
    if (!sold && isFeedback(meant)) return Standard.FEEDBACK;
    if (!sold && isPoints(meant)) return Standard.POINTS;
    if (!sold && isEvent(meant)) return Standard.EVENT;
    boolean goods =
        has(meant, "order_line.product_code")
            || has(meant, "order_line.product_name")
            || has(meant, "order_line.line_no")
            || has(meant, "order_line.quantity", "order_line.unit_price");
    if (has(meant, "delivery.campaign")
        && !goods
        && (has(meant, "delivery.arm") || has(meant, "delivery.sent_at", "delivery.status"))
        && !has(meant, "order.order_no")) {
      return Standard.DELIVERY;
    }
    if (has(meant, "order.order_no")) return goods ? Standard.ORDER_LINE : Standard.ORDER;
    return Standard.CUSTOMER;
  }

  private static boolean isCost(Set<String> meant) {
    return has(meant, "cost.day", "cost.amount")
        && (has(meant, "cost.impressions")
            || has(meant, "cost.clicks")
            || has(meant, "cost.channel")
            || has(meant, "cost.campaign"));
  }

  private static boolean isCoupon(Set<String> meant) {
    return has(meant, "coupon.claimed_at")
        && (has(meant, "coupon.coupon_no") || has(meant, "coupon.name"));
  }

  private static boolean isFeedback(Set<String> meant) {
    return has(meant, "feedback.happened_at")
        && (has(meant, "feedback.score")
            || has(meant, "feedback.text", "feedback.feedback_no")
            || has(meant, "feedback.text", "feedback.kind"));
  }

  /** A balance has no time, or that of joining; a change has one, and a kind or a reason. */
  private static boolean isPoints(Set<String> meant) {
    return has(meant, "points.change", "points.happened_at")
        && (has(meant, "points.kind") || has(meant, "points.reason"))
        && !has(meant, "customer.level")
        && !has(meant, "customer.gender");
  }

  private static boolean isEvent(Set<String> meant) {
    return has(meant, "event.happened_at")
        && (has(meant, "event.name") || has(meant, "event.keyword") || has(meant, "event.page"))
        && !has(meant, "delivery.arm");
  }

  private static boolean has(Set<String> meant, String... fields) {
    return meant.containsAll(List.of(fields));
  }
}
