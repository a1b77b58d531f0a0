package io.gongbi.warehouse;

/**
 * Where engines differ in the shape of a query. Differences of functions are in the {@code gb_…}
 * library instead, defined once per engine.
 */
public interface Dialect {
  /** The table as this engine names it. */
  String physical(TableName table);

  /** A value as a literal, for texts that a person pastes elsewhere. */
  String literal(Value value);

  /** The engine's name of a column type. */
  String type(ColumnType type);
}
