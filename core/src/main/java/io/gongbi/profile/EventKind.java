package io.gongbi.profile;

import io.gongbi.catalog.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The few sorts into which a timeline is sifted: {@code paid} is {@link #BOUGHT}, {@code viewed} is
 * {@link #BROWSED}. An event with a name of its source's own is something that the customer did on
 * a page, so it counts as {@link #BROWSED}.
 */
public enum EventKind {
  BOUGHT("订单", "Orders"),
  BROWSED("浏览与互动", "Browsing"),
  SAID("评价与服务", "Feedback"),
  GAINED("积分与券", "Points and coupons"),
  RECEIVED("触达", "Messages"),
  JOINED("注册与登录", "Sign-up and log-in");

  private final String zh;
  private final String en;

  EventKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Label label() {
    return new Label(zh, en);
  }

  /** As it stands in addresses: {@code bought}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventKind> find(String code) {
    return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
  }

  /** The kind of the event that a column names, in SQL. */
  static String of(String column) {
    return Arrays.stream(EventName.values())
        .filter(n -> n.kind() != BROWSED)
        .collect(Collectors.groupingBy(EventName::kind))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> "when " + column + " in " + quoted(e.getValue()) + " then '" + e.getKey().code())
        .collect(Collectors.joining("' ", "case ", "' else '" + BROWSED.code() + "' end"));
  }

  private static String quoted(List<EventName> names) {
    return names.stream()
        .map(n -> "'" + n.code() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
