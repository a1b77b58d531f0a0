package io.gongbi.metric;

import io.gongbi.catalog.Label;

/**
 * How rows become one number. Of no rows, a count or a sum is 0; everything else is missing: who
 * never bought has bought 0 times, and has no day since the last purchase.
 */
public enum Aggregate {
  COUNT("次数", "Times"),
  SUM("合计", "Total"),
  MIN("最小值", "Smallest"),
  MAX("最大值", "Largest"),
  /** On how many days: three orders on one day are one purchase day. */
  DISTINCT_DAYS("天数", "Days"),
  /** Whole days from the day of the newest row to the as-of day. */
  DAYS_SINCE_LAST("距今天数", "Days since the last");

  private final String zh;
  private final String en;

  Aggregate(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Label label() {
    return new Label(zh, en);
  }

  public boolean ofNothingIsZero() {
    return this == COUNT || this == SUM || this == DISTINCT_DAYS;
  }

  /** Whether it is taken of a field, such as the sum of amounts. */
  public boolean needsField() {
    return this == SUM || this == MIN || this == MAX;
  }
}
