package io.gongbi.insight;

import static java.time.temporal.ChronoUnit.DAYS;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.calendar.Versus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One bar of a trend: its days, whether it still runs, and what it is compared with. As of
 * 2026-03-15 09:00, March is open, and compared with February up to the 15th, 09:00, so that equal
 * stretches meet.
 */
record Bucket(Period days, boolean open, Optional<Base> base, Optional<Base> year) {
  /** The days that a bar is compared with, and the moment at which their rows end. */
  record Base(Period days, Instant until) {}

  /** The bars of a trend that have begun. */
  static List<Bucket> of(Trend trend, AsOf asOf) {
    var all = split(trend.period(), trend.grain());
    var begun = all.stream().filter(days -> !days.from().isAfter(asOf.latestDay())).toList();
    var buckets = new ArrayList<Bucket>();
    for (int i = 0; i < begun.size(); i++) {
      var days = begun.get(i);
      var base = base(trend, begun, i, asOf).map(b -> asFarAs(b, days, asOf));
      buckets.add(new Bucket(days, !asOf.isOver(days), base, Optional.empty()));
    }
    return List.copyOf(buckets);
  }

  /** How many bars a period has, without making them. */
  static long count(Trend trend) {
    var days = trend.period().days();
    return switch (trend.grain()) {
      case DAY -> days;
      case WEEK -> days / 7 + 2;
      case MONTH -> days / 28 + 2;
    };
  }

  /** Whole days, weeks and months, and at the ends what of them is inside the period. */
  private static List<Period> split(Period period, Grain grain) {
    var parts = new ArrayList<Period>();
    for (var from = period.from(); from.isBefore(period.until()); ) {
      var next = grain.plus(grain.start(from), 1);
      var until = next.isBefore(period.until()) ? next : period.until();
      parts.add(new Period(from, until));
      from = until;
    }
    return parts;
  }

  private static Optional<Period> base(Trend trend, List<Period> begun, int i, AsOf asOf) {
    if (trend.versus().isEmpty()) return Optional.empty();
    var days = begun.get(i);
    return switch (trend.versus().get()) {
      case Versus.Preceding _ -> Optional.of(preceding(trend, begun.size(), days, asOf));
      case Versus.PrecedingBucket _ -> precedingUnit(trend.grain(), days);
      case Versus.LastYear _ -> Optional.of(days.lastYear());
      case Versus.Chosen chosen -> {
        var others = split(chosen.period(), trend.grain());
        yield i < others.size() ? Optional.of(others.get(i)) : Optional.empty();
      }
    };
  }

  /**
   * As long before as the period has run. A period of whole months moves by months, one of whole
   * weeks by weeks: the first quarter meets the fourth, not the 90 days before it.
   */
  private static Period preceding(Trend trend, int begun, Period days, AsOf asOf) {
    var period = trend.period();
    var grain = trend.grain();
    boolean whole =
        grain.start(period.from()).equals(period.from())
            && grain.start(period.until()).equals(period.until());
    if (whole) return new Period(grain.plus(days.from(), -begun), grain.plus(days.until(), -begun));
    var begunUntil = asOf.latestDay().plusDays(1);
    var end = period.until().isBefore(begunUntil) ? period.until() : begunUntil;
    long run = new Period(period.from(), end).days();
    return new Period(days.from().minusDays(run), days.until().minusDays(run));
  }

  /** The unit just before, and of it the same part where the period cuts the bar. */
  private static Optional<Period> precedingUnit(Grain grain, Period days) {
    var start = grain.start(days.from());
    var before = grain.plus(start, -1);
    var from = before.plusDays(DAYS.between(start, days.from()));
    var part = before.plusDays(DAYS.between(start, days.until()));
    boolean toItsEnd = days.until().equals(grain.plus(start, 1)) || part.isAfter(start);
    var until = toItsEnd ? start : part;
    return from.isBefore(until) ? Optional.of(new Period(from, until)) : Optional.empty();
  }

  /** Of a bar that still runs, the base ends where the bar stands now. */
  static Base asFarAs(Period base, Period days, AsOf asOf) {
    var end = asOf.startOf(base.until());
    if (asOf.isOver(days)) return new Base(base, end);
    var now = asOf.instant().atZone(asOf.zone());
    long run = DAYS.between(days.from(), now.toLocalDate());
    var then = base.from().plusDays(run).atTime(now.toLocalTime()).atZone(asOf.zone()).toInstant();
    return new Base(base, then.isBefore(end) ? then : end);
  }
}
