package io.gongbi.condition;

import io.gongbi.catalog.Label;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Conditions as people say them, in both languages: {@code 近 365 天的订单（类型 是 购买）：天数 ≥ 2}, {@code
 * Orders (Kind is Sale) in the last 365 days: days ≥ 2}.
 */
public final class Sentences {
  private final Vocabulary vocabulary;

  public Sentences(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** An atom, or its opposite. */
  public Label atom(Condition.Atom atom, boolean holds) {
    return switch (atom) {
      case Condition.Attribute attribute ->
          holds
              ? where(attribute.customer(), vocabulary.attributes())
              : except(attribute.customer(), vocabulary.attributes());
      case Condition.Behaviour behaviour ->
          negatable(
              holds,
              joined(
                  measure(behaviour.measure()),
                  " ",
                  symbol(behaviour.op()) + " " + number(behaviour.bound())));
      case Condition.Holds trait -> trait(trait, holds);
    };
  }

  /** What a measure measures, without a bound. */
  public Label measure(Measure measure) {
    var counted = vocabulary.behaviour(measure.entity());
    var entity =
        counted
            .map(Vocabulary.Counted::label)
            .orElseGet(() -> Label.typed(measure.entity().value()));
    var fields = counted.map(Vocabulary.Counted::fields).orElse(List.<Field>of());
    var rows = where(measure.rows(), fields);
    boolean all = measure.rows() instanceof Where.Always;
    var what = what(measure, fields);
    var window = window(measure.window());
    return new Label(
        window.zh() + "的" + entity.zh() + (all ? "" : "（" + rows.zh() + "）") + "：" + what.zh(),
        entity.en() + (all ? "" : " (" + rows.en() + ")") + " " + window.en() + ": " + what.en());
  }

  private static Label what(Measure measure, List<Field> fields) {
    var label = measure.aggregate().label();
    var of = measure.of().map(f -> field(f, fields));
    if (of.isEmpty()) return new Label(label.zh(), lower(label.en()));
    return new Label(of.get().zh() + label.zh(), lower(label.en()) + " of " + lower(of.get().en()));
  }

  private static Label window(Window window) {
    return switch (window) {
      case Window.LastDays last ->
          new Label("近 " + last.days() + " 天", "in the last " + last.days() + " days");
      case Window.During during ->
          new Label(
              during.period().from() + " 至 " + during.period().until().minusDays(1),
              "from " + during.period().from() + " to " + during.period().until().minusDays(1));
      case Window.Ever _ -> new Label("全部时间", "ever");
    };
  }

  private Label trait(Condition.Holds holds, boolean positive) {
    var known = vocabulary.traits().stream().filter(t -> t.id().equals(holds.trait())).findFirst();
    var name = known.map(t -> t.label()).orElseGet(() -> Label.typed(holds.trait().value()));
    if (holds.value() instanceof Value.Flag flag && holds.op() == Op.EQ) {
      boolean has = flag.value() == positive;
      return has
          ? new Label("具有「" + name.zh() + "」", "Has “" + name.en() + "”")
          : new Label("没有「" + name.zh() + "」", "Has no “" + name.en() + "”");
    }
    var value =
        known.map(t -> t.shown(holds.value())).orElseGet(() -> Label.typed(shown(holds.value())));
    return negatable(positive, compared(name, holds.op(), value));
  }

  /** A filter over rows or over the customer. */
  Label where(Where where, List<Field> fields) {
    return switch (where) {
      case Where.Always _ -> new Label("全部", "all");
      case Where.Compare c ->
          compared(field(c.field(), fields), c.op(), value(c.field(), c.value(), fields));
      case Where.In in -> {
        var name = field(in.field(), fields);
        var values = in.values().stream().map(v -> value(in.field(), v, fields)).toList();
        yield new Label(
            name.zh() + " 是 " + list(values, Label::zh, "、") + (values.size() > 1 ? " 之一" : ""),
            name.en()
                + (values.size() > 1 ? " is one of " : " is ")
                + list(values, Label::en, ", "));
      }
      case Where.Missing m -> {
        var name = field(m.field(), fields);
        yield new Label(name.zh() + " 为空", name.en() + " is empty");
      }
      case Where.StartsWith s -> {
        var name = field(s.field(), fields);
        yield new Label(
            name.zh() + " 以「" + s.text() + "」开头", name.en() + " starts with “" + s.text() + "”");
      }
      case Where.Contains c -> {
        var name = field(c.field(), fields);
        yield new Label(
            name.zh() + " 包含「" + c.text() + "」", name.en() + " contains “" + c.text() + "”");
      }
      case Where.Both both -> parts(both.all(), fields, " 且 ", " and ");
      case Where.Either either -> parts(either.any(), fields, " 或 ", " or ");
      case Where.Except except -> except(except.not(), fields);
    };
  }

  private Label except(Where not, List<Field> fields) {
    return switch (not) {
      case Where.Missing m -> {
        var name = field(m.field(), fields);
        yield new Label(name.zh() + " 不为空", name.en() + " is not empty");
      }
      case Where.Compare c when c.op() == Op.EQ ->
          compared(field(c.field(), fields), Op.NE, value(c.field(), c.value(), fields));
      case Where.Always _,
          Where.Compare _,
          Where.In _,
          Where.StartsWith _,
          Where.Contains _,
          Where.Both _,
          Where.Either _,
          Where.Except _ ->
          negatable(false, where(not, fields));
    };
  }

  private Label parts(List<Where> parts, List<Field> fields, String zh, String en) {
    if (parts.isEmpty()) return new Label("全部", "all");
    var labels = parts.stream().map(p -> where(p, fields)).toList();
    return new Label(list(labels, Label::zh, zh), list(labels, Label::en, en));
  }

  private static String list(List<Label> labels, Function<Label, String> language, String word) {
    return labels.stream().map(language).collect(Collectors.joining(word));
  }

  private static Label negatable(boolean holds, Label label) {
    return holds ? label : new Label("不满足：" + label.zh(), "Not: " + label.en());
  }

  private static Label compared(Label name, Op op, Label value) {
    return switch (op) {
      case EQ -> new Label(name.zh() + " 是 " + value.zh(), name.en() + " is " + value.en());
      case NE -> new Label(name.zh() + " 不是 " + value.zh(), name.en() + " is not " + value.en());
      case GE, GT, LE, LT ->
          new Label(
              name.zh() + " " + symbol(op) + " " + value.zh(),
              name.en() + " " + symbol(op) + " " + value.en());
    };
  }

  /** As people write it, not as the engine does. */
  static String symbol(Op op) {
    return switch (op) {
      case EQ -> "=";
      case NE -> "≠";
      case GE -> "≥";
      case GT -> ">";
      case LE -> "≤";
      case LT -> "<";
    };
  }

  static String number(java.math.BigDecimal number) {
    return Value.of(number).shown();
  }

  private static Label joined(Label label, String word, String end) {
    return new Label(label.zh() + word + end, label.en() + word + end);
  }

  private static Label field(FieldKey key, List<Field> fields) {
    return fields.stream()
        .filter(f -> f.key().equals(key))
        .map(Field::label)
        .findFirst()
        .orElseGet(() -> Label.typed(key.toString()));
  }

  /** A code by its name, any other value as it is. */
  private static Label value(FieldKey key, Value value, List<Field> fields) {
    return fields.stream()
        .filter(f -> f.key().equals(key))
        .flatMap(f -> f.codes().stream())
        .filter(c -> Value.of(c.value()).equals(value))
        .map(Field.Code::label)
        .findFirst()
        .orElseGet(() -> Label.typed(shown(value)));
  }

  private static String shown(Value value) {
    var shown = value.shown();
    return shown.isBlank() ? "“”" : shown;
  }

  private static String lower(String text) {
    return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
