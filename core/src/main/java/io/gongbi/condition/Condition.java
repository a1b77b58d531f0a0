package io.gongbi.condition;

import io.gongbi.metric.Measure;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which customers. "In Shanghai, and bought on at least 2 days of the last 365, but not asleep" is
 * {@code All(Attribute(city = 上海), Behaviour(purchase days in 365 days ≥ 2), Not(Holds(tag/asleep =
 * true)))}.
 *
 * <p>Two-valued: an atom over something missing is false, so its negation is true. Somebody without
 * a city is not in Shanghai and is among those who are not.
 */
public sealed interface Condition {
  /** Everyone when empty. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** Nobody when empty. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  record Not(Condition of) implements Condition {}

  /** What can be true or false of a customer by itself. */
  sealed interface Atom extends Condition {
    /** What is measured of the customer's rows, where it is. */
    default Optional<Measure> measured() {
      return switch (this) {
        case Behaviour behaviour -> Optional.of(behaviour.measure());
        case Picked picked -> Optional.of(picked.measure());
        case Attribute _, Holds _ -> Optional.empty();
      };
    }
  }

  /** Something that stands in the customer's row. */
  record Attribute(Where customer) implements Atom {}

  /** Something that the customer did, or had done to them, counted. */
  record Behaviour(Measure measure, Op op, BigDecimal bound) implements Atom {}

  /**
   * The value that a measure picks out of the rows is one of these: the category bought most often
   * is 女装 or 童装. Who has no rows has no such value.
   */
  record Picked(Measure measure, List<Value> values) implements Atom {
    public Picked {
      values = List.copyOf(values);
    }
  }

  /** A tag value or a segment, whoever stated it. */
  record Holds(TraitId trait, Op op, Value value) implements Atom {}

  static Condition everyone() {
    return new All(List.of());
  }

  static Condition all(Condition... of) {
    return new All(List.of(of));
  }

  static Condition any(Condition... of) {
    return new Any(List.of(of));
  }

  /** Has a flag such as membership of a segment. */
  static Condition holds(TraitId trait) {
    return new Holds(trait, Op.EQ, Value.of(true));
  }
}
