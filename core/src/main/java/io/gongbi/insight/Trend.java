package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.calendar.Versus;
import io.gongbi.condition.Condition;
import io.gongbi.metric.MetricId;
import java.util.Optional;

/**
 * A metric over time, a row a day, week or month, beside what it is compared with.
 *
 * <p>Example: sales of 120 on 3 March and 80 on 20 April, revenue by month of 2026-03-01 …
 * 2026-05-01 with each month beside the one before: March 120, before it 0, no change shown; April
 * 80, before it 120, change −1/3.
 *
 * @param who only what these customers did; without it anonymous sales count too
 * @param split each bar told apart: the seven largest parts over the whole period, and the rest
 */
public record Trend(
    MetricId metric,
    Grain grain,
    Period period,
    Optional<Versus> versus,
    Optional<Condition> who,
    Optional<Split> split)
    implements Insight {
  public Trend(
      MetricId metric,
      Grain grain,
      Period period,
      Optional<Versus> versus,
      Optional<Condition> who) {
    this(metric, grain, period, versus, who, Optional.empty());
  }
}
