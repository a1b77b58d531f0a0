package io.gongbi.condition;

import io.gongbi.fault.Faults;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds everything that is wrong with a condition before any of it becomes SQL. */
final class ConditionCheck {
  static final int DEEPEST = 10;
  static final int MOST_ATOMS = 200;
  static final int MOST_VALUES = 1_000;
  static final int LONGEST_TEXT = 200;
  static final int LONGEST_WINDOW = 3_660;

  private final Vocabulary vocabulary;
  private final Faults faults;
  private int atoms;

  ConditionCheck(Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    this.faults = faults;
  }

  /** An empty {@code All} at the top is everyone; inside, an empty group is a slip. */
  void check(Condition condition, String place) {
    if (!condition.equals(Condition.everyone())) check(condition, place, 1);
    if (atoms > MOST_ATOMS) {
      faults.bad(
          "condition.too-many",
          place,
          Map.of("found", Integer.toString(atoms), "most", Integer.toString(MOST_ATOMS)));
    }
  }

  private void check(Condition condition, String place, int depth) {
    if (tooDeep(place, depth)) return;
    switch (condition) {
      case Condition.All all -> group(all.of(), place, depth);
      case Condition.Any any -> group(any.of(), place, depth);
      case Condition.Not not -> check(not.of(), place + ".of", depth + 1);
      case Condition.Attribute attribute ->
          where(attribute.customer(), vocabulary.attributes(), place + ".customer", depth);
      case Condition.Behaviour behaviour -> {
        atoms++;
        measure(behaviour.measure(), place + ".measure", depth);
        numeric(behaviour.measure(), place + ".measure");
        bound(behaviour.bound(), place + ".bound");
      }
      case Condition.Picked picked -> {
        atoms++;
        measure(picked.measure(), place + ".measure", depth);
        picked(picked, place);
      }
      case Condition.Holds holds -> {
        atoms++;
        trait(holds, place);
      }
    }
  }

  private boolean tooDeep(String place, int depth) {
    if (depth <= DEEPEST) return false;
    faults.bad("condition.too-deep", place, Map.of("most", Integer.toString(DEEPEST)));
    return true;
  }

  private void group(List<Condition> parts, String place, int depth) {
    if (parts.isEmpty()) faults.bad("condition.empty-group", place, Map.of());
    for (int i = 0; i < parts.size(); i++) {
      check(parts.get(i), place + ".of[" + i + "]", depth + 1);
    }
  }

  void measure(Measure measure, String place, int depth) {
    var counted = vocabulary.behaviour(measure.entity());
    if (counted.isEmpty()) {
      faults.bad(
          "condition.unknown-entity",
          place + ".entity",
          Map.of("entity", measure.entity().value()));
      return;
    }
    where(measure.rows(), counted.get().fields(), place + ".rows", depth);
    window(measure.window(), place + ".window");
    if (measure.aggregate() == Aggregate.TREND
        && (measure.window() instanceof Window.Ever
            || measure.window() instanceof Window.FirstDays)) {
      faults.bad("condition.trend-needs-days", place + ".window", Map.of());
    }
    if (measure.aggregate().needsField()) {
      if (measure.of().isEmpty()) {
        faults.bad(
            "condition.measure-needs-field",
            place + ".of",
            Map.of("aggregate", measure.aggregate().name()));
      } else {
        field(measure.of().get(), counted.get().fields(), place + ".of")
            .filter(f -> !measurable(measure, f))
            .ifPresent(f -> notNumber(f.key(), place + ".of"));
      }
    } else {
      // A trend is of times, or of the total of a field.
      measure
          .of()
          .flatMap(of -> field(of, counted.get().fields(), place + ".of"))
          .filter(f -> !measurable(measure, f))
          .ifPresent(f -> notNumber(f.key(), place + ".of"));
    }
  }

  private void picked(Condition.Picked picked, String place) {
    var measure = picked.measure();
    if (!measure.aggregate().picks()) {
      faults.bad(
          "condition.picks-nothing",
          place + ".measure.aggregate",
          Map.of("aggregate", measure.aggregate().name()));
      return;
    }
    if (picked.values().isEmpty()) faults.bad("condition.no-values", place + ".values", Map.of());
    if (picked.values().size() > MOST_VALUES) {
      faults.bad(
          "condition.too-many-values",
          place + ".values",
          Map.of(
              "found",
              Integer.toString(picked.values().size()),
              "most",
              Integer.toString(MOST_VALUES)));
    }
    vocabulary
        .behaviour(measure.entity())
        .flatMap(c -> measure.of().flatMap(f -> c.field(f.column())))
        .ifPresent(
            f -> {
              for (int i = 0; i < picked.values().size(); i++) {
                var at = place + ".values[" + i + "]";
                fits(picked.values().get(i), f.type(), f.key().toString(), at);
              }
            });
  }

  /** Sums are of numbers; the smallest and the largest may be a day as well. */
  private static boolean measurable(Measure measure, Field field) {
    return isNumber(field.type())
        || measure.aggregate().picks()
        || measure.aggregate() == Aggregate.DISTINCT_VALUES
        || (!measure.aggregate().needsNumbers()
            && (field.type() == ColumnType.DAY || field.type() == ColumnType.MOMENT));
  }

  /** What is compared with a bound has to be a number. */
  private void numeric(Measure measure, String place) {
    if (!measure.aggregate().needsField() || measure.aggregate() == Aggregate.DISTINCT_VALUES) {
      return;
    }
    vocabulary
        .behaviour(measure.entity())
        .flatMap(c -> measure.of().flatMap(f -> c.field(f.column())))
        .filter(f -> !isNumber(f.type()))
        .filter(f -> measurable(measure, f))
        .ifPresent(f -> notNumber(f.key(), place + ".of"));
  }

  private void notNumber(FieldKey field, String place) {
    faults.bad("condition.not-a-number", place, Map.of("field", field.toString()));
  }

  /** An entity that the code names, not a person. */
  void rows(Where rows, EntityName of, String place) {
    where(rows, vocabulary.behaviour(of).orElseThrow().fields(), place, 1);
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.WHOLE || type == ColumnType.DECIMAL || type == ColumnType.REAL;
  }

  private void window(Window window, String place) {
    switch (window) {
      case Window.LastDays last -> days(last.days(), place + ".days");
      case Window.FirstDays first -> days(first.days(), place + ".days");
      case Window.Ago ago -> {
        days(ago.from(), place + ".from");
        if (ago.to() < 0 || ago.to() > ago.from()) {
          faults.bad(
              "condition.window-ago",
              place + ".to",
              Map.of("from", Integer.toString(ago.from()), "to", Integer.toString(ago.to())));
        }
      }
      case Window.During _, Window.Running _, Window.Ever _ -> {}
    }
  }

  private void days(int days, String place) {
    if (days < 1 || days > LONGEST_WINDOW) {
      faults.bad(
          "condition.window-days",
          place,
          Map.of("found", Integer.toString(days), "most", Integer.toString(LONGEST_WINDOW)));
    }
  }

  private void bound(BigDecimal bound, String place) {
    if (bound.precision() - bound.scale() > 14 || bound.stripTrailingZeros().scale() > 4) {
      faults.bad("condition.bound", place, Map.of("found", bound.toPlainString()));
    }
  }

  private void trait(Condition.Holds holds, String place) {
    var trait = find(holds.trait());
    if (trait.isEmpty()) {
      faults.bad(
          "condition.unknown-trait", place + ".trait", Map.of("trait", holds.trait().value()));
      return;
    }
    var type = trait.get().type();
    fits(holds.value(), type, holds.trait().value(), place + ".value");
    comparable(holds.op(), type, place + ".op");
  }

  private Optional<Trait> find(TraitId id) {
    return vocabulary.traits().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  private void where(Where where, List<Field> fields, String place, int depth) {
    if (tooDeep(place, depth)) return;
    switch (where) {
      case Where.Always _ -> {}
      case Where.Compare compare -> {
        atoms++;
        field(compare.field(), fields, place + ".field")
            .ifPresent(
                f -> {
                  fits(compare.value(), f.type(), f.key().toString(), place + ".value");
                  comparable(compare.op(), f.type(), place + ".op");
                });
      }
      case Where.In in -> {
        atoms++;
        values(in, place);
        field(in.field(), fields, place + ".field")
            .ifPresent(
                f -> {
                  for (int i = 0; i < in.values().size(); i++) {
                    var at = place + ".values[" + i + "]";
                    fits(in.values().get(i), f.type(), f.key().toString(), at);
                  }
                });
      }
      case Where.Missing missing -> {
        atoms++;
        field(missing.field(), fields, place + ".field");
      }
      case Where.StartsWith starts -> {
        atoms++;
        text(starts.field(), starts.text(), fields, place);
      }
      case Where.Contains contains -> {
        atoms++;
        text(contains.field(), contains.text(), fields, place);
      }
      case Where.Both both -> parts(both.all(), fields, place + ".all", depth);
      case Where.Either either -> parts(either.any(), fields, place + ".any", depth);
      case Where.Except except -> where(except.not(), fields, place + ".not", depth + 1);
    }
  }

  private void parts(List<Where> parts, List<Field> fields, String place, int depth) {
    if (parts.isEmpty()) faults.bad("condition.empty-group", place, Map.of());
    for (int i = 0; i < parts.size(); i++) {
      where(parts.get(i), fields, place + "[" + i + "]", depth + 1);
    }
  }

  private void values(Where.In in, String place) {
    if (in.values().isEmpty()) faults.bad("condition.no-values", place + ".values", Map.of());
    if (in.values().size() > MOST_VALUES) {
      faults.bad(
          "condition.too-many-values",
          place + ".values",
          Map.of(
              "found",
              Integer.toString(in.values().size()),
              "most",
              Integer.toString(MOST_VALUES)));
    }
  }

  private void text(FieldKey key, String text, List<Field> fields, String place) {
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      faults.bad(
          "condition.text-length", place + ".text", Map.of("most", Integer.toString(LONGEST_TEXT)));
    }
    field(key, fields, place + ".field")
        .filter(f -> f.type() != ColumnType.TEXT)
        .ifPresent(
            f ->
                faults.bad(
                    "condition.not-text", place + ".field", Map.of("field", key.toString())));
  }

  private Optional<Field> field(FieldKey key, List<Field> fields, String place) {
    var found = fields.stream().filter(f -> f.key().equals(key)).findFirst();
    if (found.isEmpty()) {
      faults.bad("condition.unknown-field", place, Map.of("field", key.toString()));
    }
    return found;
  }

  private void fits(Value value, ColumnType type, String of, String place) {
    boolean fits =
        switch (type) {
          case TEXT, TEXT_LIST -> value instanceof Value.Text;
          case WHOLE, DECIMAL, REAL ->
              value instanceof Value.Whole
                  || value instanceof Value.Decimal
                  || value instanceof Value.Real;
          case FLAG -> value instanceof Value.Flag;
          case DAY -> value instanceof Value.Day;
          case MOMENT -> value instanceof Value.Moment;
        };
    if (!fits) {
      faults.bad(
          "condition.wrong-type",
          place,
          Map.of("of", of, "value", value.shown(), "type", type.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Yes and no have no order, nor have several values together. */
  private void comparable(Op op, ColumnType type, String place) {
    if ((type == ColumnType.FLAG || type == ColumnType.TEXT_LIST) && op != Op.EQ && op != Op.NE) {
      faults.bad("condition.no-order", place, Map.of("op", op.name()));
    }
  }
}
