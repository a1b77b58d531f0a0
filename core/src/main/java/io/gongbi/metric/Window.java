package io.gongbi.metric;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days a measure looks at. As of 2026-03-15 the last 90 days are 2025-12-15 … 2026-03-15,
 * without the 15th itself; ever is everything up to and including the as-of day, so that somebody
 * who bought this morning has bought.
 */
public sealed interface Window {
  /** 近 N 天: N whole days before the as-of day. */
  record LastDays(int days) implements Window {}

  /**
   * Between so many days ago and so many, both included: as of 2026-03-15, 90 to 30 days ago is
   * 2025-12-15 … 2026-02-13.
   */
  record Ago(int from, int to) implements Window {}

  record During(Period period) implements Window {}

  /** 本月, 本年: the month or year of the as-of day, up to and including that day. */
  record Running(Unit unit) implements Window {}

  /** A part of the calendar. */
  enum Unit {
    MONTH,
    YEAR
  }

  /**
   * The first days of each customer from the day of registration on, which counts: who registered
   * on 1 March is asked about 1 … 30 March for 30 days. Who has no such day has nothing in it.
   */
  record FirstDays(int days) implements Window {}

  record Ever() implements Window {}

  /** The days, where they are bounded on both sides and the same for all customers. */
  default Optional<Period> days(AsOf asOf) {
    return switch (this) {
      case LastDays last -> Optional.of(asOf.lastDays(last.days()));
      case Ago ago ->
          Optional.of(
              new Period(
                  asOf.day().minusDays(ago.from()), asOf.day().minusDays(ago.to()).plusDays(1)));
      case During during -> Optional.of(during.period());
      case Running running -> Optional.of(new Period(begin(running, asOf), tomorrow(asOf)));
      case FirstDays _, Ever _ -> Optional.empty();
    };
  }

  private static LocalDate begin(Running running, AsOf asOf) {
    return switch (running.unit()) {
      case MONTH -> asOf.day().withDayOfMonth(1);
      case YEAR -> asOf.day().withDayOfYear(1);
    };
  }

  private static LocalDate tomorrow(AsOf asOf) {
    return asOf.day().plusDays(1);
  }

  /** Whether its answer changes when only the day turns. */
  default boolean looksAtToday() {
    return switch (this) {
      case LastDays _, Ago _, Running _ -> true;
      case During _, FirstDays _, Ever _ -> false;
    };
  }
}
