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

  /**
   * The clause that joins to each row the first row of {@code table} that {@code matches} and whose
   * {@code time} is not before {@code since}; rows that find none are left out. Of several rows at
   * that time it finds one. What stands here any engine can do; most know a faster way.
   */
  default String joinFirst(String table, String alias, String matches, String time, String since) {
    return """
    join lateral (
      select %2$s.*
      from %1$s %2$s
      where %3$s
        and %4$s >= %5$s
      order by %4$s nulls last
      limit 1
    ) %2$s on true"""
        .formatted(table, alias, matches, time, since);
  }
}
