package io.gongbi.tag;

import io.gongbi.catalog.Label;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Value;
import java.util.Arrays;
import java.util.List;

/** The eight groups of RFM by R, F, M high (1) or low (0), in the order people list them. */
public enum RfmGroup {
  CHAMPIONS("111", "重要价值客户", "Champions"),
  LOYAL_FADING("011", "重要保持客户", "Big spenders to keep"),
  PROMISING("101", "重要发展客户", "Big spenders to develop"),
  LOST_VALUABLE("001", "重要挽留客户", "Big spenders to win back"),
  LOYAL("110", "一般价值客户", "Regulars"),
  FADING("010", "一般保持客户", "Regulars to keep"),
  NEW("100", "一般发展客户", "Newcomers to develop"),
  LOST("000", "一般挽留客户", "To win back");

  private final String code;
  private final String zh;
  private final String en;

  RfmGroup(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  public String code() {
    return code;
  }

  public Label label() {
    return new Label(zh, en);
  }

  static List<Trait.Coded> coded(TagRule.Rfm rfm) {
    return Arrays.stream(values())
        .map(g -> new Trait.Coded(Value.of(g.code), rfm.called(g)))
        .toList();
  }
}
