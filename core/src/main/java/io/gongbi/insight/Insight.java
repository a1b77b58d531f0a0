package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.NormalForm;
import io.gongbi.metric.MetricId;
import io.gongbi.metric.Metrics;
import io.gongbi.trait.TraitId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question that boards keep and charts draw. Each has an answer, and customers behind it. */
public sealed interface Insight permits Trend, Kpi, Funnel, Breakdown, Distribution, GroupProfile {
  /** The definitions that the question names, so that nobody deletes them under it. */
  default Set<DefinitionId> names() {
    return switch (this) {
      case Trend t -> named(t.who().stream(), t.split().stream());
      case Kpi k -> named(k.who().stream(), Stream.of());
      case Funnel f -> named(f.who().stream(), f.split().stream());
      case Breakdown b -> named(b.who().stream(), Stream.of(new Split(b.trait(), b.field())));
      case Distribution d -> named(d.who().stream(), Stream.of());
      case GroupProfile g -> named(Stream.of(g.who()), g.by().stream());
    };
  }

  private static Set<DefinitionId> named(Stream<Condition> who, Stream<Split> by) {
    return Stream.concat(
            who.flatMap(condition -> NormalForm.of(condition).traits().stream()),
            by.flatMap(split -> split.trait().stream()))
        .map(TraitId::definition)
        .collect(Collectors.toSet());
  }

  /** The metric that the question is about, where it is about one. */
  default Optional<MetricId> measures() {
    return switch (this) {
      case Trend t -> Optional.of(t.metric());
      case Kpi k -> Optional.of(k.metric());
      case Breakdown _ -> Optional.of(Metrics.REVENUE.id());
      case Funnel _, Distribution _, GroupProfile _ -> Optional.empty();
    };
  }

  /** The same question about other days; what a group is like is asked of today. */
  default Insight during(Period period) {
    return switch (this) {
      case Trend t -> new Trend(t.metric(), t.grain(), period, t.versus(), t.who(), t.split());
      case Kpi k -> new Kpi(k.metric(), period, k.who());
      case Funnel f ->
          new Funnel(f.steps(), f.windowDays(), period, f.strict(), f.who(), f.split());
      case Breakdown b -> new Breakdown(b.trait(), b.field(), Optional.of(period), b.who());
      case Distribution d -> new Distribution(d.of(), Optional.of(period), d.who());
      case GroupProfile g -> g;
    };
  }
}
