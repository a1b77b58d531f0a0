package io.gongbi.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a bar of a trend is. Weeks begin on Monday: 2026-03-15, a Sunday, is of the 9th. */
public enum Grain {
  DAY {
    @Override
    LocalDate start(LocalDate day) {
      return day;
    }

    @Override
    LocalDate plus(LocalDate start, long count) {
      return start.plusDays(count);
    }
  },
  WEEK {
    @Override
    LocalDate start(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    LocalDate plus(LocalDate start, long count) {
      return start.plusWeeks(count);
    }
  },
  MONTH {
    @Override
    LocalDate start(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    LocalDate plus(LocalDate start, long count) {
      return start.plusMonths(count);
    }
  };

  /** The first day of the unit that the day is in. */
  abstract LocalDate start(LocalDate day);

  /** Units later, or earlier, than one that begins on {@code start}. */
  abstract LocalDate plus(LocalDate start, long count);
}
