package io.gongbi.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Days, weeks or months, as bars of a trend and periods of boards have them. Weeks begin on Monday:
 * 2026-03-15, a Sunday, is of the 9th.
 */
public enum Grain {
  DAY,
  WEEK,
  MONTH;

  /** The first day of the unit that the day is in. */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** Units later, or earlier, than a day. */
  public LocalDate plus(LocalDate day, long count) {
    return switch (this) {
      case DAY -> day.plusDays(count);
      case WEEK -> day.plusWeeks(count);
      case MONTH -> day.plusMonths(count);
    };
  }
}
