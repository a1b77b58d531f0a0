package io.gongbi.dashboard;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.insight.Grain;

/**
 * A period that moves with the as-of day: the last so many days, weeks or months, the one that runs
 * included. The last 12 months as of 2026-03-15 are 2025-04-01 … 2026-04-01; as of the midnight
 * that begins 2026-04-01 they are still those, for April has not begun.
 */
public record Rolling(int last, Grain unit) {
  public Period period(AsOf asOf) {
    var current = unit.start(asOf.latestDay());
    return new Period(unit.plus(current, 1L - last), unit.plus(current, 1));
  }
}
