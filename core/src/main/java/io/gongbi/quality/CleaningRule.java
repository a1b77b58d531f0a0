package io.gongbi.quality;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of a row, beyond that its cells can be read. It looks at clean values, and what is
 * empty breaks none of them except {@link Required}: whoever wants both says both.
 *
 * <p>{@code Comparison(order.paid_at, ≥, order.ordered_at)}: an order of 1 March paid on 27
 * February breaks it; one that is not paid yet does not.
 */
public sealed interface CleaningRule {
  /** The field that it is about: a row that breaks it is listed under this one. */
  FieldKey field();

  /** All that it looks at. */
  default List<FieldKey> fields() {
    return List.of(field());
  }

  /** There is a value. */
  record Required(FieldKey field) implements CleaningRule {}

  /** A text is written in a certain form. */
  record Pattern(FieldKey field, TextForm form) implements CleaningRule {}

  /** A number lies between two bounds, both included; one of them may be open. */
  record Range(FieldKey field, Optional<BigDecimal> from, Optional<BigDecimal> to)
      implements CleaningRule {}

  /** The value is one of a list. */
  record OneOf(FieldKey field, List<String> values) implements CleaningRule {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** A value stands so to another one of the same row: paid not before ordered. */
  record Comparison(FieldKey field, Op op, FieldKey other) implements CleaningRule {
    @Override
    public List<FieldKey> fields() {
      return List.of(field, other);
    }
  }

  /** No two clean rows of a feed have the same value. Which of them is wrong nobody knows. */
  record Unique(FieldKey field) implements CleaningRule {}

  /**
   * A time lies not before this day, and not more than a day after its file came (a day, because
   * clocks and zones differ).
   */
  record PlausibleDate(FieldKey field, LocalDate from) implements CleaningRule {}
}
