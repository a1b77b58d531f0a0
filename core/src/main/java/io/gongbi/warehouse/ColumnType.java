package io.gongbi.warehouse;

/**
 * What a column may hold. {@code DECIMAL} is money, 18 digits with 4 after the point; {@code REAL}
 * is a statistic; {@code MOMENT} is an instant in UTC; {@code DAY} is a day of the company's zone.
 */
public enum ColumnType {
  TEXT,
  WHOLE,
  DECIMAL,
  REAL,
  FLAG,
  DAY,
  MOMENT,
  TEXT_LIST
}
