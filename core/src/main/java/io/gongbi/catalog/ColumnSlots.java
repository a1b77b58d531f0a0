package io.gongbi.catalog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Migrations name column types as slots, {@code changed_at {moment} not null}, and end a table with
 * {@code {strict}}. The name of a column says its type, because SQLite's answers do not: a moment
 * ends in {@code _at}, a day is {@code day} or ends in {@code _day}, a flag begins with {@code is_}
 * or {@code has_}, and no other column may be named so.
 */
final class ColumnSlots {
  private static final Pattern SLOT = Pattern.compile("(?:(\\w+)\\s+)?\\{([a-z]+)\\}");

  private ColumnSlots() {}

  static String fill(String text, Map<String, String> types) {
    var filled = new StringBuilder();
    var slot = SLOT.matcher(text);
    while (slot.find()) {
      var type = types.get(slot.group(2));
      if (type == null) throw new IllegalStateException("no such column type: " + slot.group());
      if (slot.group(1) != null) check(slot.group(1), slot.group(2));
      var head = text.substring(slot.start(), slot.start(2) - 1);
      slot.appendReplacement(filled, Matcher.quoteReplacement(head + type));
    }
    return slot.appendTail(filled).toString();
  }

  private static void check(String column, String type) {
    var said = saidBy(column);
    if (!type.equals("strict") && !said.equals(isSaid(type) ? type : ""))
      throw new IllegalStateException("column " + column + " is not named as a " + type);
  }

  private static boolean isSaid(String type) {
    return type.equals("moment") || type.equals("day") || type.equals("flag");
  }

  /** The type that a column's name says, empty when it leaves that to its cells. */
  static String saidBy(String column) {
    if (column.endsWith("_at")) return "moment";
    if (column.equals("day") || column.endsWith("_day")) return "day";
    if (column.startsWith("is_") || column.startsWith("has_")) return "flag";
    return "";
  }
}
