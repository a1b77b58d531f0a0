package io.gongbi.warehouse;

/** {@code tag.rule_run}: the concept (package) that writes the table, and its name. */
public record TableName(String concept, String name) implements Comparable<TableName> {
  public TableName {
    if (!concept.matches("[a-z][a-z0-9]*") || !name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("not a table name: " + concept + "." + name);
    }
  }

  public static TableName of(String dotted) {
    int dot = dotted.indexOf('.');
    if (dot < 0) throw new IllegalArgumentException("no concept in table name: " + dotted);
    return new TableName(dotted.substring(0, dot), dotted.substring(dot + 1));
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return concept + "." + name;
  }
}
