package io.gongbi.warehouse;

import java.util.List;

/**
 * Whether a value is one of several, in SQL: {@code x in (#a, #b)}. Engines differ in what they
 * make of a list: comparing with each of a few is quickest, and building a table of many to look
 * each value up in. DuckDB builds one for six already, which costs more than it saves wherever
 * there are few rows or many lists, so that it is told not to; here a long list is a table by its
 * text. See decision 16.
 */
public final class Among {
  /** So many are compared one after the other. */
  static final int FEW = 24;

  private Among() {}

  /** {@code values}: texts of constants or parameters, at least one; none of them empty. */
  public static String text(String value, List<String> values) {
    return values.size() <= FEW
        ? value + " in (" + String.join(", ", values) + ")"
        : value
            + " in (select w.value from (values ("
            + String.join("), (", values)
            + ")) w(value))";
  }
}
