package io.gongbi.standard;

/** {@code customer}, {@code order}, {@code order_line}, {@code delivery}, {@code event}. */
public record EntityName(String value) {
  public EntityName {
    if (!value.matches("[a-z][a-z0-9_]*"))
      throw new IllegalArgumentException("not an entity: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
