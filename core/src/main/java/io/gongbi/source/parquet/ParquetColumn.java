package io.gongbi.source.parquet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a Parquet file, or a part of a nested one, and how its values become the text that a
 * person would write: {@code 2026-03-01}, {@code 12.50}, {@code true}. {@code expression} is the
 * value as the engine finds it.
 */
record ParquetColumn(String name, String type, String expression) {
  /** Whole numbers of up to this size a double holds without a gap; a float those up to 2^24. */
  private static final double WHOLE_DOUBLE = 1L << 53;

  private static final double WHOLE_FLOAT = 1L << 24;

  static ParquetColumn top(String name, String type) {
    return new ParquetColumn(called(name), type, '"' + name.replace("\"", "\"\"") + '"');
  }

  private static String called(String name) {
    return name.isBlank() ? "#" : name.strip();
  }

  /**
   * What this struct holds, by paths: {@code goods} of type {@code STRUCT(sku VARCHAR, "the name"
   * VARCHAR)} is {@code goods.sku} and {@code goods.the name}.
   */
  List<ParquetColumn> parts() {
    var parts = new ArrayList<ParquetColumn>();
    var inner = type.substring(type.indexOf('(') + 1, type.length() - 1);
    for (int from = 0; from < inner.length(); ) {
      int space = end(inner, from, ' ');
      int to = end(inner, space + 1, ',');
      var part = bare(inner.substring(from, space));
      parts.add(
          new ParquetColumn(
              name + "." + called(part),
              inner.substring(space + 1, to),
              "struct_extract(%s, %s)".formatted(expression, ParquetReader.quoted(part))));
      from = to + 2;
    }
    return parts;
  }

  /** Where the next {@code sign} stands that is in no quotes and no brackets, or the end. */
  private static int end(String text, int from, char sign) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') quoted = !quoted;
      if (quoted) continue;
      if (c == sign && depth == 0) return i;
      if (c == '(') depth++;
      if (c == ')') depth--;
    }
    return text.length();
  }

  private static String bare(String name) {
    if (!name.startsWith("\"")) return name;
    return name.substring(1, name.length() - 1).replace("\"\"", "\"");
  }

  boolean isStruct() {
    return type.startsWith("STRUCT(") && !type.endsWith("]");
  }

  private boolean isReal() {
    return type.equals("DOUBLE") || type.equals("FLOAT");
  }

  /** The value as the engine is to give it: text, but for what {@link #text} makes of numbers. */
  String cell() {
    if (isReal()) return expression;
    if (type.endsWith("]") || type.startsWith("MAP("))
      return "cast(to_json(%s) as varchar)".formatted(expression);
    // Older programs write texts without saying that they are; what is no text shows its bytes.
    if (type.equals("BLOB"))
      return "coalesce(try(decode(%s)), cast(%s as varchar))".formatted(expression, expression);
    // 2026-03-01T02:00:00Z: the instant is known, the clock of nobody's place.
    if (type.equals("TIMESTAMP WITH TIME ZONE"))
      return "replace(replace(cast(%s as varchar), ' ', 'T'), '+00', 'Z')".formatted(expression);
    return "cast(%s as varchar)".formatted(expression);
  }

  /** The cell of the row at which the result stands; empty when there is no value. */
  String text(ResultSet result, int at) throws SQLException {
    if (!isReal()) {
      var text = result.getString(at);
      return text == null ? "" : text;
    }
    double value = result.getDouble(at);
    if (result.wasNull() || Double.isNaN(value)) return "";
    return type.equals("FLOAT") ? number((float) value) : number(value);
  }

  /** 13812340001.0, which is how a table with gaps keeps whole numbers, is 13812340001 again. */
  static String number(double value) {
    if (Double.isInfinite(value)) return Double.toString(value);
    return number(new BigDecimal(Double.toString(value)), Math.abs(value) > WHOLE_DOUBLE);
  }

  static String number(float value) {
    if (Float.isInfinite(value)) return Float.toString(value);
    return number(new BigDecimal(Float.toString(value)), Math.abs(value) > WHOLE_FLOAT);
  }

  /**
   * {@code cut}: there is a gap around it, so that its last digits may not be those that were
   * meant. Such a number is written {@code 1.2345678901234568E+17}, as in a worksheet, and is no
   * name of anything.
   */
  private static String number(BigDecimal value, boolean cut) {
    if (value.signum() == 0) return "0";
    var plain = value.stripTrailingZeros();
    if (!cut) return plain.toPlainString();
    var digits = plain.unscaledValue().abs().toString();
    return "%s%s%s%sE+%s"
        .formatted(
            plain.signum() < 0 ? "-" : "",
            digits.charAt(0),
            digits.length() > 1 ? "." : "",
            digits.substring(1),
            plain.precision() - plain.scale() - 1)
        .toUpperCase(Locale.ROOT);
  }
}
