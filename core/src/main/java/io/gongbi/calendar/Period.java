package io.gongbi.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * The days {@code from} up to, not including, {@code until}, in the company's zone. March 2026 is
 * 2026-03-01 … 2026-04-01: 31 days, and it touches April without sharing a day with it.
 */
public record Period(LocalDate from, LocalDate until) {
  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(from + " is not before " + until);
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, until);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /**
   * The period of equal length that ends where this one begins (环比). 14 days of a running month,
   * 2026-03-01 … 03-15, are compared with the 14 days 2026-02-15 … 03-01: never with a whole month.
   */
  public Period preceding() {
    return new Period(from.minusDays(days()), from);
  }

  /**
   * The same dates a year earlier (同比). February 2025, 28 days, meets all 29 of February 2024; a
   * leap day meets 28 February, so no period becomes empty.
   */
  public Period lastYear() {
    return new Period(from.minusYears(1), endLastYear());
  }

  /** An end on 29 February means "all of the 28th", which a year earlier ends with 1 March. */
  private LocalDate endLastYear() {
    var end = until.minusYears(1);
    return MonthDay.from(until).equals(LEAP_DAY) ? end.plusDays(1) : end;
  }
}
