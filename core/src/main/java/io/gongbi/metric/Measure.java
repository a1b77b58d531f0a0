package io.gongbi.metric;

import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableSpec;
import java.util.Optional;

/**
 * One value a customer: an aggregate over rows of one entity, {@code order}, {@code item} or {@code
 * event}, in a window. "Spent in the last 365 days" is the sum of {@code order.amount} where {@code
 * order.kind = sale}; Ann paid 120 and 80, so hers is 200; Bo has no orders, so his is 0.
 */
public record Measure(
    EntityName entity, Where rows, Aggregate aggregate, Optional<FieldKey> of, Window window) {
  public static final EntityName ORDER = new EntityName("order");
  public static final EntityName ITEM = new EntityName("item");
  public static final EntityName EVENT = new EntityName("event");

  public static Measure of(EntityName entity, Where rows, Aggregate aggregate, Window window) {
    return new Measure(entity, rows, aggregate, Optional.empty(), window);
  }

  public static Measure of(Where rows, Aggregate aggregate, FieldKey of, Window window) {
    return new Measure(of.entity(), rows, aggregate, Optional.of(of), window);
  }

  /** The type of the value, given the entity's table. */
  public ColumnType type(TableSpec table) {
    return switch (aggregate) {
      case COUNT, DISTINCT_DAYS, DISTINCT_VALUES, DAYS_SINCE_LAST, DAYS_SINCE_FIRST ->
          ColumnType.WHOLE;
      case AVERAGE, TREND -> ColumnType.DECIMAL;
      case SUM, MIN, MAX, FIRST_VALUE, LAST_VALUE, TOP_VALUE ->
          of.flatMap(f -> Moments.of(table).find(f.column()))
              .map(io.gongbi.warehouse.Column::type)
              .orElse(ColumnType.DECIMAL);
    };
  }

  /** Whether its answer changes when only the day turns. */
  public boolean looksAtToday() {
    return window.looksAtToday() || aggregate.looksAtToday();
  }
}
