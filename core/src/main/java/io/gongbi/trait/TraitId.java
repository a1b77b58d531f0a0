package io.gongbi.trait;

import io.gongbi.catalog.DefinitionId;

/**
 * {@code tag/vip}, {@code segment/s42}: the definition that states it, and its column {@code
 * tag_vip} of {@code trait.held}. A kind has no underscore, so no two ids share a column.
 */
public record TraitId(String value) {
  public TraitId {
    // A definition id has the same form; a column name is at most 63 long.
    if (!value.matches("[a-z][a-z0-9]*/[a-z][a-z0-9_]*") || value.length() > 63) {
      throw new IllegalArgumentException("not a trait id: " + value);
    }
  }

  public static TraitId of(DefinitionId definition) {
    return new TraitId(definition.toString());
  }

  /** From the name of a column of {@code trait.held}. */
  static TraitId ofColumn(String column) {
    int end = column.indexOf('_');
    return new TraitId(column.substring(0, end) + "/" + column.substring(end + 1));
  }

  public DefinitionId definition() {
    int slash = value.indexOf('/');
    return new DefinitionId(value.substring(0, slash), value.substring(slash + 1));
  }

  public String column() {
    return value.replace('/', '_');
  }

  @Override
  public String toString() {
    return value;
  }
}
