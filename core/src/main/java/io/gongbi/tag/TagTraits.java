package io.gongbi.tag;

import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Conditions;
import io.gongbi.metric.Measure;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.util.List;

/**
 * As what a tag is held: flags and texts as their cases say, numbers of a statistic as its measure
 * counts them, the values of a preference by the names that their field has for them.
 *
 * <p>Example: the favourite category of the year is a text; the three favourites are a list of
 * texts; the favourite channel is called by the names of channels.
 */
final class TagTraits {
  private final Conditions conditions;

  TagTraits(Conditions conditions) {
    this.conditions = conditions;
  }

  /** The trait that a tag states. */
  Trait of(Definition<Tag> definition) {
    return of(TraitId.of(definition.id()), definition.label(), definition.body().rule());
  }

  /** What a rule would state under this name. */
  Trait of(TraitId id, Label label, TagRule rule) {
    return new Trait(id, type(rule), label, coded(rule), rule.reads());
  }

  /** How what a rule says is held; fixed from the first version on. */
  ColumnType type(TagRule rule) {
    return switch (rule) {
      case TagRule.Rule cases ->
          switch (cases.cases().getFirst().value()) {
            case Value.Flag _ -> ColumnType.FLAG;
            case Value.Text _ -> ColumnType.TEXT;
            case Value.Whole _ -> ColumnType.WHOLE;
            case Value.Decimal _ -> ColumnType.DECIMAL;
            case Value value -> throw new IllegalStateException("no tag holds " + value);
          };
      case TagRule.Statistic statistic -> {
        var measure = statistic.measure();
        yield measure.type(conditions.ground().rowsOf(measure.entity()).orElseThrow());
      }
      case TagRule.Preference preference when preference.isSeveral() -> ColumnType.TEXT_LIST;
      case TagRule.Preference preference -> {
        var measure = preference.measure();
        yield measure.type(conditions.ground().rowsOf(measure.entity()).orElseThrow());
      }
      case TagRule.Banded _, TagRule.Lifecycle _, TagRule.Rfm _ -> ColumnType.TEXT;
    };
  }

  private List<Trait.Coded> coded(TagRule rule) {
    return switch (rule) {
      case TagRule.Rule cases ->
          cases.cases().stream()
              .flatMap(c -> c.label().map(l -> new Trait.Coded(c.value(), l)).stream())
              .toList();
      case TagRule.Statistic statistic -> coded(statistic.measure());
      case TagRule.Preference preference -> coded(preference.measure());
      case TagRule.Lifecycle _ -> LifecycleStage.coded();
      case TagRule.Banded banded ->
          banded.names().stream().map(n -> new Trait.Coded(Value.of(n), Label.typed(n))).toList();
      case TagRule.Rfm rfm -> RfmGroup.coded(rfm);
    };
  }

  /** What a value that a measure picks is called, where the field has names for its codes. */
  private List<Trait.Coded> coded(Measure measure) {
    if (!measure.aggregate().picks()) return List.of();
    return conditions
        .counted(measure.entity())
        .flatMap(c -> measure.of().flatMap(f -> c.field(f.column())))
        .map(
            f ->
                f.codes().stream()
                    .map(c -> new Trait.Coded(Value.of(c.value()), c.label()))
                    .toList())
        .orElse(List.of());
  }
}
