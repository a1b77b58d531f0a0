package io.gongbi.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What columns are called and what they look like. */
final class Header {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[¥￥$€£]?[0-9][0-9,]*(\\.[0-9]+)?%?");
  private static final Pattern DAY =
      Pattern.compile("[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}");
  private static final Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})[ T]+[0-9]{1,2}[:：][0-9]{2}.*");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{16,}");
  private static final Pattern CUT_OFF = Pattern.compile("[0-9]{15}0+");
  private static final Pattern FLAG = Pattern.compile("(?i)true|false|yes|no|y|n|是|否|有|无");

  private Header() {}

  /**
   * The row at {@code at} is a header when it holds names: none of them a value, all different, or
   * repeated over columns of numbers and days.
   */
  static boolean looksLikeOne(List<List<String>> rows, int at) {
    var head = rows.get(at);
    var seen = new LinkedHashSet<String>();
    int named = 0;
    for (int i = 0; i < head.size(); i++) {
      var text = head.get(i).strip();
      if (text.isEmpty()) continue;
      named++;
      if (text.length() > 60 || NUMBER.matcher(text).matches()) return false;
      if (DAY.matcher(text).matches() || MOMENT.matcher(text).matches()) return false;
      if (text.contains("@")) return false;
      if (!seen.add(text.toLowerCase(Locale.ROOT)) && !isValue(rows, at + 1, i)) return false;
    }
    if (named == 0 || named * 2 < head.size()) return false;
    // A name that comes again below is a value.
    return rows.stream()
        .skip(at + 1L)
        .limit(50)
        .noneMatch(r -> r.size() == head.size() && r.equals(head));
  }

  private static boolean isValue(List<List<String>> rows, int row, int column) {
    if (row >= rows.size() || column >= rows.get(row).size()) return false;
    var text = rows.get(row).get(column).strip();
    return NUMBER.matcher(text).matches()
        || DAY.matcher(text).matches()
        || MOMENT.matcher(text).matches();
  }

  /**
   * The row of the names, where rows above it hold headings over several columns: of {@code 卡号 |
   * 基本信息 | · | 备注} and {@code 卡号 | 姓名 | 性别 | 备注} the second, in which what was merged down from the
   * first stands again.
   */
  static int lowest(List<List<String>> rows, int at) {
    int lowest = at;
    while (lowest + 1 < rows.size()
        && looksLikeOne(rows, lowest + 1)
        && refines(rows.get(lowest), rows.get(lowest + 1))) lowest++;
    return lowest;
  }

  /** Names more columns than the row above, and repeats of it what stands over one column only. */
  private static boolean refines(List<String> above, List<String> below) {
    int again = 0;
    int more = 0;
    for (int i = 0; i < below.size(); i++) {
      var over = i < above.size() ? above.get(i).strip() : "";
      var under = below.get(i).strip();
      if (under.isEmpty()) continue;
      if (over.isEmpty()) more++;
      else if (over.equals(under)) again++;
    }
    return more > 0 && again > 0;
  }

  /** Empty names become {@code #3}, repeated ones {@code 手机 (2)}. */
  static List<String> names(List<String> head, int width) {
    var names = new ArrayList<String>();
    var times = new HashMap<String, Integer>();
    for (int i = 0; i < width; i++) {
      var name = i < head.size() ? head.get(i).replace("\uFEFF", "").strip() : "";
      if (name.isEmpty()) name = "#" + (i + 1);
      int n = times.merge(name, 1, Integer::sum);
      names.add(n == 1 ? name : name + " (" + n + ")");
    }
    return names;
  }

  static ColumnLook column(String name, List<List<String>> rows, int i) {
    var examples = new LinkedHashSet<String>();
    var hits = new HashMap<ColumnLook.Type, Integer>();
    int filled = 0;
    int longNumbers = 0;
    int cutOff = 0;
    for (var row : rows) {
      var cell = i < row.size() ? row.get(i).strip() : "";
      if (cell.isEmpty()) continue;
      filled++;
      if (examples.size() < 5) examples.add(cell);
      hits.merge(type(cell), 1, Integer::sum);
      if (LONG_NUMBER.matcher(cell).matches()) {
        longNumbers++;
        if (CUT_OFF.matcher(cell).matches()) cutOff++;
      }
    }
    return new ColumnLook(
        name,
        prevailing(hits, filled),
        rows.isEmpty() ? 0 : (double) filled / rows.size(),
        List.copyOf(examples),
        cutOff >= 3 && cutOff == longNumbers);
  }

  private static ColumnLook.Type type(String cell) {
    if (NUMBER.matcher(cell).matches()) return ColumnLook.Type.NUMBER;
    if (DAY.matcher(cell).matches()) return ColumnLook.Type.DAY;
    if (MOMENT.matcher(cell).matches()) return ColumnLook.Type.MOMENT;
    if (FLAG.matcher(cell).matches()) return ColumnLook.Type.FLAG;
    return ColumnLook.Type.TEXT;
  }

  /** Nine in ten must agree: a few typing errors do not make a date column a text. */
  private static ColumnLook.Type prevailing(Map<ColumnLook.Type, Integer> hits, int filled) {
    return hits.entrySet().stream()
        .filter(e -> e.getValue() >= 0.9 * filled)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ColumnLook.Type.TEXT);
  }
}
