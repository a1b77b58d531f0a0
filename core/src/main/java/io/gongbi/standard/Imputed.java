package io.gongbi.standard;

import java.util.Optional;

/**
 * Columns of customers that hold what was inferred where nobody said anything: {@code imputed_city}
 * beside {@code city}. They are columns of their own, so that whoever asks for a city gets what
 * somebody said, and never a guess by oversight.
 */
public final class Imputed {
  private static final String PREFIX = "imputed_";

  private Imputed() {}

  /** The column beside that of a field. */
  public static String column(String field) {
    return PREFIX + field;
  }

  /** The field whose guesses a column holds; empty for a column of anything else. */
  public static Optional<String> field(String column) {
    return column.startsWith(PREFIX)
        ? Optional.of(column.substring(PREFIX.length()))
        : Optional.empty();
  }
}
