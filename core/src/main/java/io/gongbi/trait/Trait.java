package io.gongbi.trait;

import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Set;

/**
 * What may be said about a customer: {@code tag/rfm} holds one of the texts {@code 111 … 000},
 * {@code segment/s1} holds true or nothing. The type is for good, since history keeps its values.
 *
 * @param values what coded values are called; empty where any value of the type may stand
 * @param reads the traits that this one is computed from
 */
public record Trait(
    TraitId id, ColumnType type, Label label, List<Coded> values, Set<TraitId> reads) {
  /** A value and what people call it: {@code 111}, 重要价值. */
  public record Coded(Value value, Label label) {}

  public Trait {
    if (type == ColumnType.TEXT_LIST) throw new IllegalArgumentException("no lists: " + id);
    values = List.copyOf(values);
    reads = Set.copyOf(reads);
  }

  public Column asColumn() {
    return Column.open(id.column(), type);
  }

  /** What people call a value; the value itself where it has no name. */
  public Label shown(Value value) {
    return values.stream()
        .filter(c -> c.value().equals(value))
        .map(Coded::label)
        .findFirst()
        .orElseGet(() -> value.shown().isBlank() ? Label.typed("—") : Label.typed(value.shown()));
  }
}
