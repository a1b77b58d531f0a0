package io.gongbi.source;

/**
 * Something between two line ends that is no row of its file: {@code character} is the place of the
 * trouble in the line, counted from 1, and 0 when the line as a whole is at fault.
 */
public record NoRow(long line, Why why, long character, String text) {
  /** What is wrong with it. */
  public enum Why {
    MISSING_COLUMNS,
    TOO_MANY_COLUMNS,
    UNCLOSED_QUOTE,
    STRAY_QUOTE,
    TOO_LONG,
    NUL,
    BROKEN_JSON,
    NOT_AN_OBJECT,
    KEY_TWICE;

    /** The code of its message: {@code quality.row-unclosed-quote}. */
    public String reason() {
      return "quality.row-" + word();
    }

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * As it lands in {@code unreadable}: {@code row.unclosed-quote:12}, the place if there is one.
   */
  String landed() {
    return "row." + why.word() + (character > 0 ? ":" + character : "");
  }
}
