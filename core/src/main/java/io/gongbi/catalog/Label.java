package io.gongbi.catalog;

/** A name that people read, in both languages; what a person typed once stands in both. */
public record Label(String zh, String en) {
  public Label {
    if (zh.isBlank() || en.isBlank()) throw new IllegalArgumentException("a label needs words");
  }

  /** A name typed by a person, which nobody translates. */
  public static Label typed(String name) {
    return new Label(name, name);
  }
}
