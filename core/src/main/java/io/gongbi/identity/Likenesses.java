package io.gongbi.identity;

import io.gongbi.identity.match.Model;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs that hold a customer together, in the words of {@link Why}. */
final class Likenesses {
  private final Model model;
  private final Map<RecordRef, RecordRef> first = new HashMap<>();

  Likenesses(Model model) {
    this.model = model;
  }

  /** Of pairs, the strongest first, those without which the customer would fall apart. */
  List<Why.Likeness> of(Table pairs) {
    var found = new ArrayList<Why.Likeness>();
    for (var row : pairs.stream().toList()) {
      var one = new RecordRef(row.text("one_source"), row.text("one_key"));
      var other = new RecordRef(row.text("other_source"), row.text("other_key"));
      var a = firstOf(one);
      var b = firstOf(other);
      if (a.equals(b)) continue;
      first.put(b, a);
      found.add(likeness(one, other, row));
    }
    return found;
  }

  private RecordRef firstOf(RecordRef record) {
    var at = record;
    while (first.containsKey(at)) at = first.get(at);
    return at;
  }

  /** Of one pair. */
  Why.Likeness likeness(RecordRef one, RecordRef other, Row row) {
    long pattern = row.whole("pattern");
    return new Why.Likeness(
        one,
        other,
        model.weight(pattern),
        model.prior(pattern),
        model.ifTwo(pattern).two(),
        traits(model, pattern));
  }

  /** What each comparison of a pattern found, and what it adds. */
  static List<Why.Trait> traits(Model model, long pattern) {
    return model.parts(pattern).stream()
        .map(p -> new Why.Trait(p.comparison().found(p.level()), p.bits()))
        .toList();
  }
}
