package io.gongbi.profile;

import io.gongbi.catalog.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can happen on a timeline, as far as this product has words of its own for it; a source may
 * tell of other events, which keep the name that they have there. Of things that happen at one
 * moment those further up come first: an order is placed before it is paid.
 */
public enum EventName {
  REGISTERED(EventKind.JOINED, "注册", "Registered"),
  LOGGED_IN(EventKind.JOINED, "登录", "Logged in"),
  VIEWED(EventKind.BROWSED, "浏览", "Viewed"),
  SEARCHED(EventKind.BROWSED, "搜索", "Searched"),
  CLICKED(EventKind.BROWSED, "点击", "Clicked"),
  FAVOURITED(EventKind.BROWSED, "收藏", "Added to favourites"),
  SHARED(EventKind.BROWSED, "分享", "Shared"),
  CARTED(EventKind.BROWSED, "加购", "Added to cart"),
  COUPON_CLAIMED(EventKind.GAINED, "领券", "Claimed a coupon"),
  ORDERED(EventKind.BOUGHT, "下单", "Ordered"),
  COUPON_USED(EventKind.GAINED, "用券", "Used a coupon"),
  PAID(EventKind.BOUGHT, "付款", "Paid"),
  POINTS_EARNED(EventKind.GAINED, "获得积分", "Earned points"),
  POINTS_SPENT(EventKind.GAINED, "使用积分", "Spent points"),
  POINTS_EXPIRED(EventKind.GAINED, "积分过期", "Points expired"),
  POINTS_ADJUSTED(EventKind.GAINED, "积分调整", "Points adjusted"),
  REFUNDED(EventKind.BOUGHT, "退款", "Refunded"),
  CHECKED_IN(EventKind.JOINED, "签到", "Checked in"),
  FOLLOWED(EventKind.JOINED, "关注", "Followed"),
  REVIEWED(EventKind.SAID, "评价", "Reviewed"),
  COMPLAINED(EventKind.SAID, "投诉", "Complained"),
  SUGGESTED(EventKind.SAID, "建议", "Made a suggestion"),
  INQUIRED(EventKind.SAID, "咨询", "Inquired"),
  SURVEYED(EventKind.SAID, "满意度调研", "Answered a survey"),
  SENT(EventKind.RECEIVED, "触达", "Message sent"),
  DELIVERED(EventKind.RECEIVED, "送达", "Message delivered");

  private static final List<String> CODES = Arrays.stream(values()).map(EventName::code).toList();

  private final EventKind kind;
  private final String zh;
  private final String en;

  EventName(EventKind kind, String zh, String en) {
    this.kind = kind;
    this.zh = zh;
    this.en = en;
  }

  public Label label() {
    return new Label(zh, en);
  }

  public EventKind kind() {
    return kind;
  }

  /** The name in {@code profile.event}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventName> find(String code) {
    return Arrays.stream(values()).filter(n -> n.code().equals(code)).findFirst();
  }

  /** Its place among what happens at one moment, from 1; 0 for names that are a source's own. */
  static int rank(String code) {
    return CODES.indexOf(code) + 1;
  }

  /** The same in SQL. */
  static String rankOf(String column) {
    return Arrays.stream(values())
        .map(n -> "when '" + n.code() + "' then " + rank(n.code()))
        .collect(Collectors.joining(" ", "case " + column + " ", " else 0 end"));
  }
}
