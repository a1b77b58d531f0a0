package io.gongbi.tag;

import io.gongbi.catalog.Label;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The stages of a customer's life in the order people pass them; {@link TagRule.Lifecycle}. */
public enum LifecycleStage {
  REGISTERED("注册未购", "Registered, not bought"),
  NEW("新客", "New"),
  GROWING("成长", "Growing"),
  LOYAL("忠诚", "Loyal"),
  AT_RISK("流失风险", "At risk"),
  LOST("流失", "Lost"),
  /** Bought, but too little is known of how often people buy again. */
  UNSURE("历史不足", "Not enough history");

  private final String zh;
  private final String en;

  LifecycleStage(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The value that the tag holds. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Label label() {
    return new Label(zh, en);
  }

  static List<Trait.Coded> coded() {
    return Arrays.stream(values())
        .map(s -> new Trait.Coded(Value.of(s.code()), s.label()))
        .toList();
  }
}
