package io.gongbi.quality;

import io.gongbi.catalog.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a line of an order is, and whether its amount belongs to revenue. Postage that a customer
 * paid does, as a return or a discount does with its minus; what a bank or a platform keeps is
 * cost, a write-off of stock or of a bad debt is neither.
 */
public enum LineKind {
  PRODUCT("商品", "Product", true),
  POSTAGE("运费", "Postage", true),
  DISCOUNT("折扣", "Discount", true),
  MANUAL("手工录入", "Manual entry", true),
  RETURN("退货", "Return", true),
  FEE("费用", "Fee", false),
  ADJUSTMENT("库存或账务调整", "Adjustment", false),
  TEST("测试", "Test", false);

  private final String zh;
  private final String en;
  private final boolean inRevenue;

  LineKind(String zh, String en, boolean inRevenue) {
    this.zh = zh;
    this.en = en;
    this.inRevenue = inRevenue;
  }

  /** As it stands in {@code quality.order_line.kind}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public Label label() {
    return new Label(zh, en);
  }

  public boolean inRevenue() {
    return inRevenue;
  }

  public static Optional<LineKind> find(String code) {
    return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
  }

  /** Throws when there is no such kind: mappings are checked before they are used. */
  static LineKind of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no kind of line: " + code));
  }

  /** The codes of the kinds that make revenue. */
  public static List<String> revenueCodes() {
    return Arrays.stream(values()).filter(LineKind::inRevenue).map(LineKind::code).toList();
  }
}
