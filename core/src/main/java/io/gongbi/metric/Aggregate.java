package io.gongbi.metric;

import io.gongbi.catalog.Label;

/**
 * How rows become one value a customer. Of no rows, a count or a sum is 0; everything else is
 * missing: who never bought has bought 0 times, and has no day since the last purchase.
 */
public enum Aggregate {
  COUNT("次数", "Times"),
  SUM("合计", "Total"),
  /** The sum over the rows that have a value, by their number, to four places. */
  AVERAGE("平均值", "Average"),
  MIN("最小值", "Smallest"),
  MAX("最大值", "Largest"),
  /** On how many days: three orders on one day are one purchase day. */
  DISTINCT_DAYS("天数", "Days"),
  /** How many different values: bought from three categories. */
  DISTINCT_VALUES("种数", "Different values"),
  /** Whole days from the day of the newest row to the as-of day. */
  DAYS_SINCE_LAST("距今天数", "Days since the last"),
  /** Whole days from the day of the oldest row to the as-of day. */
  DAYS_SINCE_FIRST("首次距今天数", "Days since the first"),
  /**
   * This window against the days of equal number before it, of times or of a total, in per cent: 3
   * orders after 2 are 50, none after 2 are -100. Missing where there was nothing before.
   */
  TREND("较前期变化", "Change on the days before"),
  /** The value of the oldest row that has one; of rows of one moment the smaller value. */
  FIRST_VALUE("首次的值", "First value"),
  /** The value of the newest row that has one; of rows of one moment the smaller value. */
  LAST_VALUE("最近的值", "Last value"),
  /**
   * The value that most rows have; of values with as many rows the one seen last, and of those the
   * smaller. Four coats and two pairs of shoes: coats.
   */
  TOP_VALUE("最多的值", "Most frequent value");

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
    return this == COUNT || this == SUM || this == DISTINCT_DAYS || this == DISTINCT_VALUES;
  }

  /** Whether it is taken of a field, such as the sum of amounts; a trend may be. */
  public boolean needsField() {
    return this == SUM
        || this == AVERAGE
        || this == MIN
        || this == MAX
        || this == DISTINCT_VALUES
        || picks();
  }

  /** Whether it computes with the values of the field, which must be numbers then. */
  public boolean needsNumbers() {
    return this == SUM || this == AVERAGE || this == TREND;
  }

  /** Whether its answer is one of the values of the rows, of whatever type. */
  public boolean picks() {
    return this == FIRST_VALUE || this == LAST_VALUE || this == TOP_VALUE;
  }

  /** Whether it counts days up to the as-of day. */
  public boolean looksAtToday() {
    return this == DAYS_SINCE_LAST || this == DAYS_SINCE_FIRST;
  }
}
