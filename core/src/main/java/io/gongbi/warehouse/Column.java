package io.gongbi.warehouse;

/** A typed column. Names are lower-case ASCII; what people read is a label elsewhere. */
public record Column(String name, ColumnType type, Sensitivity sensitivity) {
  public Column {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a column name: " + name);
    }
  }

  public static Column open(String name, ColumnType type) {
    return new Column(name, type, Sensitivity.OPEN);
  }

  public static Column personal(String name, ColumnType type) {
    return new Column(name, type, Sensitivity.PERSONAL);
  }
}
