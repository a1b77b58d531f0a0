package io.gongbi.condition;

import io.gongbi.metric.Measure;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.TableSpec;
import java.util.Optional;

/**
 * The tables that conditions stand on, as they are declared now: customers have the fields that a
 * company added, {@code held} a column for every trait that was ever stated.
 */
public record Ground(
    TableSpec customer, TableSpec order, TableSpec item, TableSpec event, TableSpec held) {
  /** The rows of an entity that can be counted. */
  public Optional<TableSpec> rowsOf(EntityName entity) {
    if (entity.equals(Measure.ORDER)) return Optional.of(order);
    if (entity.equals(Measure.ITEM)) return Optional.of(item);
    if (entity.equals(Measure.EVENT)) return Optional.of(event);
    return Optional.empty();
  }
}
