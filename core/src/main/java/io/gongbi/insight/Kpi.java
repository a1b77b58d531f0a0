package io.gongbi.insight;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.calendar.Versus;
import io.gongbi.condition.Condition;
import io.gongbi.metric.MetricId;
import java.util.List;
import java.util.Optional;

/**
 * One metric of one period as a single number, beside the period before (环比) and the same dates a
 * year earlier (同比). A period of whole months is compared with as many months, one of whole weeks
 * with weeks; of one that still runs, equally long stretches meet.
 *
 * <p>Example: revenue of March 250, of February 160, of March last year 200: 250, +56.3 %, +25 %.
 */
public record Kpi(MetricId metric, Period period, Optional<Condition> who) implements Insight {
  /** The period as the only bar of a trend. */
  Trend asTrend() {
    return new Trend(metric, grain(), period, Optional.of(new Versus.Preceding()), who);
  }

  private Grain grain() {
    return List.of(Grain.MONTH, Grain.WEEK).stream()
        .filter(this::isWhole)
        .findFirst()
        .orElse(Grain.DAY);
  }

  private boolean isWhole(Grain grain) {
    return grain.start(period.from()).equals(period.from())
        && grain.start(period.until()).equals(period.until());
  }

  /** Nothing when the period has not begun. */
  Optional<Bucket> bucket(AsOf asOf) {
    if (period.from().isAfter(asOf.latestDay())) return Optional.empty();
    var before = isWhole(grain()) ? shifted() : period.preceding();
    return Optional.of(
        new Bucket(
            period,
            !asOf.isOver(period),
            Optional.of(Bucket.asFarAs(before, period, asOf)),
            Optional.of(Bucket.asFarAs(period.lastYear(), period, asOf))));
  }

  private Period shifted() {
    var grain = grain();
    long units = 0;
    for (var day = period.from(); day.isBefore(period.until()); day = grain.plus(day, 1)) units++;
    return new Period(grain.plus(period.from(), -units), period.from());
  }
}
