package io.gongbi.standard;

import io.gongbi.catalog.Label;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sensitivity;
import java.util.List;

/**
 * One field of the standard: what it is called, its type, the codes it may hold (none: anything of
 * its type), whether a row without it is refused, and how careful we are with it.
 */
public record Field(
    FieldKey key,
    ColumnType type,
    Label label,
    Sensitivity sensitivity,
    boolean mandatory,
    List<Code> codes) {
  /** One code, such as {@code female}, and what people call it. */
  public record Code(String value, Label label) {}

  public Field {
    codes = List.copyOf(codes);
  }

  public static Field open(String key, ColumnType type, String zh, String en) {
    return new Field(FieldKey.of(key), type, new Label(zh, en), Sensitivity.OPEN, false, List.of());
  }

  public static Field personal(String key, ColumnType type, String zh, String en) {
    return new Field(
        FieldKey.of(key), type, new Label(zh, en), Sensitivity.PERSONAL, false, List.of());
  }

  public Field required() {
    return new Field(key, type, label, sensitivity, true, codes);
  }

  public Field optional() {
    return new Field(key, type, label, sensitivity, false, codes);
  }

  public Field coded(Code... allowed) {
    return new Field(key, type, label, sensitivity, mandatory, List.of(allowed));
  }

  public static Code code(String value, String zh, String en) {
    return new Code(value, new Label(zh, en));
  }

  /** The real, typed column that this field is in its entity's tables. */
  public Column asColumn() {
    return new Column(key.column(), type, sensitivity);
  }
}
