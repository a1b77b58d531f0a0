package io.gongbi.quality;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * A number lies as far out as hardly any other of its kind. What is far is measured on the rows
   * that are there when the rule is saved, and kept with it: from then on a row is judged by
   * itself, the same in a small landing as in a full run, and nothing turns until somebody measures
   * anew.
   *
   * <p>Most orders of a shop come to 80 to 900 yuan. One of 90,000 lies beyond its fence of 4,120;
   * in a shop that sells cars it does not.
   *
   * @param by beside what it is compared: rows that have the same here; one field or none
   * @param reach how many spreads from the middle the fences lie
   * @param log whether distances are told by ratio, as fits amounts; what is 0 or less is not
   *     judged
   * @param fences as they were measured; none before that
   */
  record Outlier(
      FieldKey field,
      List<FieldKey> by,
      Spread spread,
      BigDecimal reach,
      boolean log,
      List<Fence> fences)
      implements CleaningRule {
    public Outlier {
      by = List.copyOf(by);
      fences = List.copyOf(fences);
    }

    @Override
    public List<FieldKey> fields() {
      return Stream.concat(Stream.of(field), by.stream()).toList();
    }

    Outlier within(List<Fence> measured) {
      return new Outlier(field, by, spread, reach, log, measured);
    }
  }

  /** How far apart numbers lie, told so that a few wild ones do not matter. */
  enum Spread {
    /** The median distance from the median; where that is 0, the mean distance. */
    MAD,
    /** From the first quartile to the third. */
    IQR
  }

  /**
   * Between what the numbers of a group lie; of all of them, for groups that are too small to have
   * fences of their own, where it names none. Open where the numbers of the group do not differ.
   */
  record Fence(
      Optional<String> group, long rows, Optional<BigDecimal> low, Optional<BigDecimal> high) {}
}
