package io.gongbi.condition;

import io.gongbi.catalog.Label;
import io.gongbi.metric.Measure;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What rows are called, once and several times, by the field that says what each of them is: 购买,
 * "purchase", "purchases" for {@code order.kind = sale}.
 */
record RowNouns(FieldKey head, Noun any, Map<String, Noun> of) {
  record Noun(Label one, Label many) {
    static Noun of(String zh, String one, String many) {
      return new Noun(new Label(zh, one), new Label(zh, many));
    }
  }

  private static final Map<EntityName, RowNouns> ALL =
      Map.of(
          Measure.ORDER,
          new RowNouns(
              FieldKey.of("order.kind"),
              Noun.of("订单记录", "order record", "order records"),
              Map.of(
                  "sale", Noun.of("购买", "purchase", "purchases"),
                  "return", Noun.of("退货", "return", "returns"))),
          Measure.ITEM,
          new RowNouns(
              FieldKey.of("item.kind"),
              Noun.of("商品记录", "item record", "item records"),
              Map.of(
                  "sale", Noun.of("商品购买", "item bought", "items bought"),
                  "return", Noun.of("商品退货", "item returned", "items returned"))),
          Measure.EVENT,
          new RowNouns(
              FieldKey.of("event.name"),
              Noun.of("行为", "activity", "activities"),
              Map.ofEntries(
                  event("registered", "注册", "registration", "registrations"),
                  event("ordered", "下单", "order placed", "orders placed"),
                  event("paid", "付款", "payment", "payments"),
                  event("refunded", "退款", "refund", "refunds"),
                  event("sent", "触达发送", "message sent", "messages sent"),
                  event("delivered", "触达送达", "message delivered", "messages delivered"),
                  event("viewed", "浏览", "view", "views"),
                  event("searched", "搜索", "search", "searches"),
                  event("clicked", "点击", "click", "clicks"),
                  event("carted", "加购", "addition to the cart", "additions to the cart"),
                  event("favourited", "收藏", "favourite added", "favourites added"),
                  event("shared", "分享", "share", "shares"),
                  event("logged_in", "登录", "login", "logins"),
                  event("checked_in", "签到", "check-in", "check-ins"),
                  event("followed", "关注", "follow", "follows"),
                  event("reviewed", "评价", "review", "reviews"),
                  event("complained", "投诉", "complaint", "complaints"),
                  event("suggested", "建议", "suggestion", "suggestions"),
                  event("inquired", "咨询", "inquiry", "inquiries"),
                  event("surveyed", "满意度调研", "survey answer", "survey answers"),
                  event("points_earned", "获得积分", "gain of points", "gains of points"),
                  event("points_spent", "使用积分", "use of points", "uses of points"),
                  event("points_expired", "积分过期", "expiry of points", "expiries of points"),
                  event("points_adjusted", "积分调整", "change of points", "changes of points"),
                  event("coupon_claimed", "领券", "coupon claimed", "coupons claimed"),
                  event("coupon_used", "用券", "coupon used", "coupons used"))));

  private static Map.Entry<String, Noun> event(String code, String zh, String one, String many) {
    return Map.entry(code, Noun.of(zh, one, many));
  }

  static Optional<RowNouns> of(EntityName entity) {
    return Optional.ofNullable(ALL.get(entity));
  }

  /** The noun of rows that a part of a filter leaves, where it says what they are. */
  Optional<Noun> named(Where part) {
    return part instanceof Where.Compare c
            && c.op() == Op.EQ
            && c.field().equals(head)
            && c.value() instanceof Value.Text code
        ? Optional.ofNullable(of.get(code.value()))
        : Optional.empty();
  }
}
