package io.gongbi.quality;

/** What the data of a field can be good or bad in; each is a share between 0 and 1. */
public enum Dimension {
  /** Of clean rows, those in which the field has a value. */
  COMPLETENESS,
  /** Of the values that files give, those that could be read. */
  VALIDITY,
  /**
   * Of values that no two rows should share, those that nothing repeats: keys in every file, phones
   * and other numbers of people in files of customers.
   */
  UNIQUENESS,
  /** Of the rows that the company's own rules look at, those that break none. */
  CONSISTENCY,
  /**
   * How recent the newest row is, of a feed alone: 1 up to seven days before the as-of day, and a
   * hundredth less for each further day.
   */
  TIMELINESS
}
