package io.gongbi.insight;

import io.gongbi.standard.Field;
import io.gongbi.trait.Trait;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a breakdown tells customers apart by: a column of what they hold, or of their own row.
 *
 * @param alias of the table that the column is in: {@code t} what they hold, {@code c} themselves
 * @param column missing when the trait was never stated, so that nobody has a value
 * @param values those that have an order of their own, in it; none where any value is possible
 */
record Divider(String alias, Optional<Column> column, ColumnType type, List<Value> values) {
  Divider {
    values = List.copyOf(values);
  }

  static Divider of(Trait trait, TableSpec held) {
    return new Divider(
        "t",
        held.find(trait.id().column()),
        trait.type(),
        trait.values().stream().map(Trait.Coded::value).toList());
  }

  static Divider of(Field field, TableSpec customer) {
    return new Divider(
        "c",
        customer.find(field.key().column()),
        field.type(),
        field.codes().stream().map(code -> Value.of(code.value())).toList());
  }

  /** Whether a customer may hold several values, and then is counted at each. */
  boolean isSeveral() {
    return type == ColumnType.TEXT_LIST;
  }

  boolean isHeld() {
    return alias.equals("t");
  }
}
