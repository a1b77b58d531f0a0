package io.gongbi.standard;

/** {@code customer.city}: a field for good. Its label may change, its key never does. */
public record FieldKey(EntityName entity, String column) {
  public FieldKey {
    if (!column.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a field name: " + column);
    }
  }

  public static FieldKey of(String dotted) {
    int dot = dotted.indexOf('.');
    if (dot < 0) throw new IllegalArgumentException("no entity in field key: " + dotted);
    return new FieldKey(new EntityName(dotted.substring(0, dot)), dotted.substring(dot + 1));
  }

  @Override
  public String toString() {
    return entity + "." + column;
  }
}
