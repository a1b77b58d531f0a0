package io.gongbi.tag;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.condition.Finding;
import io.gongbi.trait.TraitChange;
import io.gongbi.warehouse.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a customer has a tag, or has it not. Ann is 沉睡客户 since 3 March: days since her last order,
 * wanted more than 90, found 93, and here is that order.
 *
 * @param holds whether any value is held
 * @param value the value held at the last refresh
 * @param span the days that were searched, where the rule has an end and a beginning
 * @param sql the question that the tag is the answer to, ready to be run by hand
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
}
