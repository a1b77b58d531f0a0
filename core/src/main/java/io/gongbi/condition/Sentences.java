package io.gongbi.condition;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.metric.Measure;
import io.gongbi.standard.Op;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Conditions as people say them, in both languages: {@code 近 365 天购买天数不少于 2 天}, {@code Purchases on
 * at least 2 days in the last 365 days}. The builder on the screen says them in the same words.
 */
public final class Sentences {
  private final Vocabulary vocabulary;

  public Sentences(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** An atom, or its opposite. */
  public Label atom(Condition.Atom atom, boolean holds) {
    return begun(
        switch (atom) {
          case Condition.Attribute attribute -> {
            var words = new WhereWords(vocabulary.attributes());
            yield holds ? words.where(attribute.customer()) : words.except(attribute.customer());
          }
          case Condition.Behaviour behaviour ->
              BehaviourWords.of(behaviour.measure(), vocabulary)
                  .sentence(behaviour.op(), behaviour.bound(), holds);
          case Condition.Picked picked ->
              BehaviourWords.of(picked.measure(), vocabulary).picked(picked.values(), holds);
          case Condition.Holds trait -> trait(trait, holds);
        });
  }

  /** What was asked of the value that a measure picks: 是「女装」. */
  Label wanted(Condition.Picked picked, boolean holds) {
    return BehaviourWords.of(picked.measure(), vocabulary).among(picked.values(), holds);
  }

  /** What a measure measures, without a bound. */
  public Label measure(Measure measure) {
    return begun(BehaviourWords.of(measure, vocabulary).noun());
  }

  /** That no row was found that a measure could be made of. */
  Label nothing(Measure measure, Optional<Period> span) {
    return begun(BehaviourWords.of(measure, vocabulary).none(span));
  }

  private Label trait(Condition.Holds holds, boolean positive) {
    var known = vocabulary.traits().stream().filter(t -> t.id().equals(holds.trait())).findFirst();
    var name = known.map(t -> t.label()).orElseGet(() -> Label.typed(holds.trait().value()));
    if (holds.value() instanceof Value.Flag flag && holds.op() == Op.EQ) {
      boolean has = flag.value() == positive;
      return has
          ? new Label("具有「" + name.zh() + "」", "has “" + name.en() + "”")
          : new Label("没有「" + name.zh() + "」", "has no “" + name.en() + "”");
    }
    var value =
        known
            .filter(t -> t.values().stream().anyMatch(v -> v.value().equals(holds.value())))
            .map(t -> t.shown(holds.value()))
            .orElseGet(() -> WhereWords.shown(holds.value()));
    if (known.filter(Trait::isSeveral).isPresent() && holds.op() == Op.EQ)
      return positive
          ? new Label(name.zh() + "含" + value.zh(), name.en() + " includes " + value.en())
          : new Label(name.zh() + "不含" + value.zh(), name.en() + " does not include " + value.en());
    var said = WhereWords.joined(name, WhereWords.compared(holds.op(), holds.value(), value));
    return positive ? said : WhereWords.bracketed("不满足", "not ", said);
  }

  /** A bound by its sign, as people write it and not as the engine does: ≥ 2. */
  static String bound(Op op, BigDecimal bound) {
    var sign =
        switch (op) {
          case EQ -> "=";
          case NE -> "≠";
          case GE -> "≥";
          case GT -> ">";
          case LE -> "≤";
          case LT -> "<";
        };
    return sign + " " + Messages.number(bound);
  }

  private static Label begun(Label label) {
    return new Label(
        label.zh(), label.en().substring(0, 1).toUpperCase(Locale.ROOT) + label.en().substring(1));
  }
}
