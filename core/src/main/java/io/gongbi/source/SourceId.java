package io.gongbi.source;

import io.gongbi.catalog.Label;
import java.util.Map;

/**
 * A system that facts come from: {@code crm}, {@code shop}. Account numbers count within one source
 * only; phone numbers are the same person's in all of them.
 */
public record SourceId(String value) implements Comparable<SourceId> {
  private static final Map<String, Label> USUAL =
      Map.ofEntries(
          Map.entry("crm", new Label("会员系统", "Member system (CRM)")),
          Map.entry("shop", new Label("网店", "Online shop")),
          Map.entry("pos", new Label("门店收银", "Store till (POS)")),
          Map.entry("sms", new Label("短信平台", "SMS platform")),
          Map.entry("messages", new Label("短信/邮件平台", "Message platform")),
          Map.entry("erp", new Label("ERP 系统", "ERP")),
          Map.entry("tmall", new Label("天猫", "Tmall")),
          Map.entry("jd", new Label("京东", "JD.com")),
          Map.entry("wechat", new Label("微信小程序", "WeChat mini-program")),
          Map.entry("wecom", new Label("企业微信", "WeCom")),
          Map.entry("ads", new Label("广告投放", "Advertising")));

  public SourceId {
    if (!fits(value)) throw new IllegalArgumentException("not a source: " + value);
  }

  /** No underscore: the landed table of feed {@code b} of source {@code a} is {@code a_b}. */
  public static boolean fits(String value) {
    return value.matches("[a-z][a-z0-9]{0,19}");
  }

  /** What a system of this name is usually called; the name itself when nobody can tell. */
  public Label usualLabel() {
    return USUAL.getOrDefault(value, Label.typed(value));
  }

  @Override
  public int compareTo(SourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
