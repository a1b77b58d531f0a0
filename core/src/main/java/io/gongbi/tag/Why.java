package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.condition.Finding;
import io.gongbi.trait.TraitChange;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a customer has a tag or is in a segment, or not. Ann is 沉睡客户 since 3 March: days since her
 * last order, wanted more than 90, found 93, and here is that order.
 *
 * @param holds whether any value is held
 * @param value the value held at the last refresh
 * @param span the days that were searched, where the rule has an end and a beginning
 * @param sql the question that it is the answer to, ready to be run by hand
 */
public record Why(
    boolean holds,
    Value value,
    Optional<Instant> since,
    AsOf asOf,
    Optional<Period> span,
    List<Finding> atoms,
    List<TraitChange> changes,
    String sql) {
  public Why {
    atoms = List.copyOf(atoms);
    changes = List.copyOf(changes);
  }

  /**
   * Held since the newest change, if that gave it; the span goes from the first day that any part
   * searched to the last. {@code changes}: newest first.
   */
  public static Why of(
      Value value, AsOf asOf, List<Finding> atoms, List<TraitChange> changes, String sql) {
    return new Why(
        !(value instanceof Value.Missing),
        value,
        changes.stream().findFirst().filter(c -> c.after().isPresent()).map(c -> c.happenedAt()),
        asOf,
        span(atoms),
        atoms,
        changes,
        sql);
  }

  /** Empty when one part looked at all days. */
  private static Optional<Period> span(List<Finding> atoms) {
    var counted = atoms.stream().filter(f -> !f.rows().columns().isEmpty()).toList();
    if (counted.isEmpty() || counted.stream().anyMatch(f -> f.span().isEmpty())) {
      return Optional.empty();
    }
    var spans = new ArrayList<Period>();
    counted.forEach(f -> f.span().ifPresent(spans::add));
    var from = spans.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
    var until = spans.stream().map(Period::until).max(LocalDate::compareTo).orElseThrow();
    return Optional.of(new Period(from, until));
  }
}
