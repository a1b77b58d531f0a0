package io.gongbi.trait;

import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be said about a customer: {@code tag/rfm} holds one of the texts {@code 111 … 000},
 * {@code segment/s1} holds true or nothing, {@code tag/preferred_categories} a list of texts. The
 * type is for good, since history keeps its values.
 *
 * @param values what coded values are called; empty where any value of the type may stand
 * @param reads the traits that this one is computed from
 */
public record Trait(
    TraitId id, ColumnType type, Label label, List<Coded> values, Set<TraitId> reads) {
  /** A value and what people call it: {@code 111}, 重要价值. */
  public record Coded(Value value, Label label) {}

  /** A customer holds at most so many values of one trait. */
  public static final int MOST_VALUES = 5;

  /** What stands between the values of a list where history keeps them as one text. */
  private static final String BETWEEN = "\u001f";

  public Trait {
    values = List.copyOf(values);
    reads = Set.copyOf(reads);
  }

  public Column asColumn() {
    return Column.open(id.column(), type);
  }

  /** Whether a customer may hold several values: 偏好品类（前三） is 女装, 鞋, 童装, the foremost first. */
  public boolean isSeveral() {
    return type == ColumnType.TEXT_LIST;
  }

  /** What history keeps as one text, as people read it: 女装、鞋. */
  public static String read(String kept) {
    return kept.replace(BETWEEN, "、");
  }

  /** What people call a value; the value itself where it has no name. */
  public Label shown(Value value) {
    if (value instanceof Value.TextList list) {
      var each = list.value().stream().map(v -> shown(Value.of(v))).toList();
      return new Label(
          each.stream().map(Label::zh).collect(Collectors.joining("、")),
          each.stream().map(Label::en).collect(Collectors.joining(", ")));
    }
    return values.stream()
        .filter(c -> c.value().equals(value))
        .map(Coded::label)
        .findFirst()
        .orElseGet(() -> value.shown().isBlank() ? Label.typed("—") : Label.typed(value.shown()));
  }
}
