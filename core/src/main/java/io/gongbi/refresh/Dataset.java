package io.gongbi.refresh;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.warehouse.TableName;
import java.util.Optional;

/**
 * A table, or the part of it that one definition owns: tag A may feed segment B that feeds tag C
 * without {@code trait.held} being a circle.
 */
public record Dataset(TableName table, Optional<DefinitionId> part) {
  public static Dataset of(String table) {
    return new Dataset(TableName.of(table), Optional.empty());
  }

  public static Dataset of(String table, DefinitionId part) {
    return new Dataset(TableName.of(table), Optional.of(part));
  }

  boolean overlaps(Dataset other) {
    return table.equals(other.table)
        && (part.isEmpty() || other.part.isEmpty() || part.equals(other.part));
  }
}
