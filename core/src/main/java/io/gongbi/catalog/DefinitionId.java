package io.gongbi.catalog;

/** {@code tag/vip}, {@code segment/s42}: what a person defined and another definition may name. */
public record DefinitionId(String kind, String key) implements Comparable<DefinitionId> {
  public DefinitionId {
    if (!kind.matches("[a-z][a-z0-9]*") || !key.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("not a definition id: " + kind + "/" + key);
    }
  }

  public static DefinitionId of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("not a definition id: " + text);
    return new DefinitionId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(DefinitionId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return kind + "/" + key;
  }
}
