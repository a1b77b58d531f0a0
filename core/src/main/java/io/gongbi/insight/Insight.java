package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.NormalForm;
import io.gongbi.trait.TraitId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A question that boards keep and charts draw. Each has an answer, and customers behind it. */
public sealed interface Insight permits Trend, Funnel, Breakdown {
  /** The definitions that the question names, so that nobody deletes them under it. */
  default Set<DefinitionId> names() {
    return switch (this) {
      case Trend trend -> named(trend.who());
      case Funnel funnel -> named(funnel.who());
      case Breakdown breakdown ->
          breakdown.trait().map(TraitId::definition).map(Set::of).orElse(Set.of());
    };
  }

  private static Set<DefinitionId> named(Optional<Condition> who) {
    return who.stream()
        .flatMap(condition -> NormalForm.of(condition).traits().stream())
        .map(TraitId::definition)
        .collect(Collectors.toSet());
  }

  /** The same question about other days. */
  default Insight during(Period period) {
    return switch (this) {
      case Trend t -> new Trend(t.metric(), t.grain(), period, t.versus(), t.who());
      case Funnel f -> new Funnel(f.steps(), f.windowDays(), period, f.strict(), f.who());
      case Breakdown b -> new Breakdown(b.trait(), b.field(), Optional.of(period));
    };
  }
}
