package io.gongbi.standard;

import static io.gongbi.standard.Field.code;

import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Written;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sensitivity;
import java.util.List;

/**
 * A field that a company added to an entity of the standard, as it is kept; its name for good
 * ({@code x_pet}) and what people call it are those of its definition. A chain of pet shops adds
 * 宠物类型 to customers, a choice of 猫 ({@code cat}) and 狗 ({@code dog}): from then on columns can be
 * mapped to {@code customer.x_pet}, and customers told apart by it.
 *
 * @param unit what stands behind a number, such as kg; empty for none
 * @param mandatory whether a row is refused whose file has the column and leaves it empty
 * @param codes of a choice, at least one; of everything else none
 * @param steward who answers for it, such as 会员运营部; may be empty
 * @param retired no longer offered, but what it meant stays known, and its column stays
 */
public record CompanyField(
    EntityName entity,
    Type type,
    String unit,
    boolean mandatory,
    Sensitivity sensitivity,
    List<Field.Code> codes,
    String steward,
    String description,
    boolean retired) {
  /** What all their columns begin with, so that no later version's own field is called so. */
  public static final String PREFIX = "x_";

  /** How what people choose is held. */
  public enum Type {
    TEXT(ColumnType.TEXT),
    NUMBER(ColumnType.DECIMAL),
    MONEY(ColumnType.DECIMAL),
    DAY(ColumnType.DAY),
    MOMENT(ColumnType.MOMENT),
    YES_NO(ColumnType.TEXT),
    CHOICE(ColumnType.TEXT);

    private final ColumnType column;

    Type(ColumnType column) {
      this.column = column;
    }

    public ColumnType column() {
      return column;
    }
  }

  static final List<Field.Code> YES_AND_NO =
      List.of(code("yes", "是", "Yes"), code("no", "否", "No"));

  /** The names are promises to what is stored. */
  public static final Kind<CompanyField> KIND =
      Kind.of(
          "field",
          CompanyField.class,
          List.of(Written.lower(Type.class), Written.lower(Sensitivity.class)));

  public CompanyField {
    codes = List.copyOf(codes);
  }

  /** Whether a column is of a field that a company added. */
  public static boolean isOne(String column) {
    return column.startsWith(PREFIX);
  }

  CompanyField asRetired(boolean is) {
    return new CompanyField(
        entity, type, unit, mandatory, sensitivity, codes, steward, description, is);
  }

  /** The field of the standard that it is under these names. */
  Field named(String column, Label label) {
    return new Field(
        new FieldKey(entity, column),
        type.column(),
        label,
        sensitivity,
        mandatory,
        type == Type.YES_NO ? YES_AND_NO : codes);
  }
}
