package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.calendar.Versus;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Faults;
import io.gongbi.metric.Measure;
import io.gongbi.metric.MetricId;
import io.gongbi.metric.Metrics;
import io.gongbi.trait.Traits;
import java.time.LocalDate;
import java.util.Map;

/** Finds everything that is wrong with a question before any of it becomes SQL. */
final class InsightCheck {
  static final int MOST_BUCKETS = 1_100;
  static final int MOST_STEPS = 8;
  static final int LONGEST_WINDOW = 3_660;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

  private final Conditions conditions;
  private final Traits traits;
  private final Faults faults;

  InsightCheck(Conditions conditions, Traits traits, Faults faults) {
    this.conditions = conditions;
    this.traits = traits;
    this.faults = faults;
  }

  void check(Insight question, String place) {
    switch (question) {
      case Trend trend -> {
        metric(trend.metric(), place + "metric");
        if (sane(trend.period(), place + "period")) buckets(trend, place + "period");
        if (trend.versus().orElse(null) instanceof Versus.Chosen chosen)
          sane(chosen.period(), place + "versus.period");
        trend.who().ifPresent(who -> who(who, place));
        trend
            .split()
            .ifPresent(
                split ->
                    Metrics.find(trend.metric())
                        .ifPresent(
                            metric -> splits().check(split, metric, place + "split.", faults)));
      }
      case Kpi kpi -> {
        metric(kpi.metric(), place + "metric");
        sane(kpi.period(), place + "period");
        kpi.who().ifPresent(who -> who(who, place));
      }
      case Funnel funnel -> {
        steps(funnel, place + "steps");
        window(funnel.windowDays(), place + "windowDays");
        sane(funnel.period(), place + "period");
        funnel.who().ifPresent(who -> who(who, place));
        funnel.split().ifPresent(split -> splits().checkOfStart(split, place + "split.", faults));
      }
      case Breakdown breakdown -> {
        splits().check(new Split(breakdown.trait(), breakdown.field()), place, faults);
        breakdown.period().ifPresent(period -> sane(period, place + "period"));
        breakdown.who().ifPresent(who -> who(who, place));
      }
      case Distribution distribution -> {
        distribution.period().ifPresent(period -> sane(period, place + "period"));
        distribution.who().ifPresent(who -> who(who, place));
      }
      case GroupProfile profile -> {
        who(profile.who(), place);
        int count = profile.by().size();
        if (count < 1) faults.bad("insight.divider", place + "by", Map.of());
        if (count > GroupProfile.MOST)
          most("insight.too-many-fields", place + "by", count, GroupProfile.MOST);
        for (int i = 0; i < count; i++)
          splits().check(profile.by().get(i), place + "by[" + i + "].", faults);
      }
    }
  }

  private Splits splits() {
    return new Splits(conditions, traits);
  }

  private void who(Condition who, String place) {
    conditions.check(who, place + "who", faults);
  }

  private void metric(MetricId metric, String place) {
    if (Metrics.find(metric).isEmpty())
      faults.bad("metric.unknown", place, Map.of("what", metric.value()));
  }

  private boolean sane(Period period, String place) {
    boolean sane = !period.from().isBefore(FIRST) && !period.until().isAfter(LAST);
    if (!sane) {
      var words = Map.of("from", FIRST.toString(), "until", LAST.toString());
      faults.bad("insight.period-range", place, words);
    }
    return sane;
  }

  private void buckets(Trend trend, String place) {
    long count = Bucket.count(trend);
    if (count > MOST_BUCKETS) most("insight.too-many-buckets", place, count, MOST_BUCKETS);
  }

  private void steps(Funnel funnel, String place) {
    int count = funnel.steps().size();
    if (count < 2) faults.bad("insight.too-few-steps", place, Map.of());
    if (count > MOST_STEPS) most("insight.too-many-steps", place, count, MOST_STEPS);
    for (int i = 0; i < count; i++) {
      var where = funnel.steps().get(i).where();
      conditions.check(where, Measure.EVENT, place + "[" + i + "].where", faults);
    }
  }

  private void window(int days, String place) {
    if (days < 1 || days > LONGEST_WINDOW) most("insight.window-days", place, days, LONGEST_WINDOW);
  }

  private void most(String code, String place, long found, long most) {
    faults.bad(code, place, Map.of("found", Long.toString(found), "most", Long.toString(most)));
  }
}
