package io.gongbi.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The moment an answer is true for, and the zone whose midnights count; shown on every page. As of
 * 2026-03-15 09:00 in Shanghai the day is 15 March, and the last 90 days are the 90 whole days
 * before it, 2025-12-15 … 2026-03-15: the day that still runs is left out.
 */
public record AsOf(Instant instant, ZoneId zone) {

  public static AsOf now(Clock clock, ZoneId zone) {
    return new AsOf(clock.instant(), zone);
  }

  /**
   * The end of {@code last}, for data that stopped: all of that day counts. When the newest row is
   * of 2011-12-09, the as-of day is 2011-12-10, and the last 90 days end with the 9th.
   */
  public static AsOf endOf(LocalDate last, ZoneId zone) {
    return new AsOf(last.plusDays(1).atStartOfDay(zone).toInstant(), zone);
  }

  public LocalDate day() {
    return dayOf(instant);
  }

  /** The latest day of which something has passed: at midnight, the one before. */
  public LocalDate latestDay() {
    return startOfDay().equals(instant) ? day().minusDays(1) : day();
  }

  /** The first moment of the as-of day. */
  public Instant startOfDay() {
    return startOf(day());
  }

  /** The first moment of a day in this zone; not always midnight where clocks jump. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The day in this zone on which something happened. */
  public LocalDate dayOf(Instant happenedAt) {
    return happenedAt.atZone(zone).toLocalDate();
  }

  /** 近 N 天: N whole days before the as-of day. */
  public Period lastDays(int days) {
    return new Period(day().minusDays(days), day());
  }

  /** Whether every day of the period is past, so its numbers can no longer grow. */
  public boolean isOver(Period period) {
    return !period.until().isAfter(day());
  }

  /**
   * The whole days of a period that are past; empty when none is. March 2026 as of 15 March is
   * 2026-03-01 … 03-15: compare this with its preceding days, not the month that still runs.
   */
  public Optional<Period> soFar(Period period) {
    if (isOver(period)) return Optional.of(period);
    return period.from().isBefore(day())
        ? Optional.of(new Period(period.from(), day()))
        : Optional.empty();
  }
}
