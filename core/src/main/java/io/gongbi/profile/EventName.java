package io.gongbi.profile;

import io.gongbi.catalog.Label;
import java.util.Arrays;
import java.util.Locale;

/**
 * What can happen on a timeline. Of things that happen at one moment the lower rank comes first: an
 * order is placed before it is paid.
 */
public enum EventName {
  REGISTERED(1, "注册", "Registered"),
  ORDERED(2, "下单", "Ordered"),
  PAID(3, "付款", "Paid"),
  REFUNDED(4, "退款", "Refunded"),
  SENT(5, "触达", "Message sent"),
  DELIVERED(6, "送达", "Message delivered");

  private final int rank;
  private final String zh;
  private final String en;

  EventName(int rank, String zh, String en) {
    this.rank = rank;
    this.zh = zh;
    this.en = en;
  }

  public Label label() {
    return new Label(zh, en);
  }

  /** Its place among what happens at one moment, from 1. */
  int rank() {
    return rank;
  }

  /** The name in {@code profile.event}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EventName of(String code) {
    return Arrays.stream(values())
        .filter(n -> n.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no event " + code));
  }
}
