package io.gongbi.source;

import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.ColumnType;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of one column look like, counted over a sample of its rows. */
final class ColumnProfile {
  private static final Pattern PHONE =
      Pattern.compile(
          "(\\+|00)?(86)?[- ]?0?1[3-9]\\d[- ]?[\\d*xX]{4}[- ]?\\d{4}(\\.0)?|\\+\\d[\\d -]{6,17}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|(19|20)\\d{6}(\\d{6})?"
              + "|\\d{1,2}[- ][A-Za-z]{3,9}[- ]\\d{4}|[A-Za-z]{3,9} \\d{1,2},? \\d{4}).*");
  private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}.*");

  /** Seconds or milliseconds since 1970, of 2004 to 2033. */
  private static final Pattern EPOCH = Pattern.compile("1[1-9]\\d{8}(\\d{3})?");

  private static final Pattern NUMBER =
      Pattern.compile("[-+(−]*[¥￥$€£]?\\s*[\\d,]*\\.?\\d+\\)?\\s*元?");

  private static final Pattern MONEY = Pattern.compile("[¥￥$€£元]|\\.\\d{1,2}$");

  /** Also what is said of a person instead: 王 女士. */
  private static final Pattern GENDER =
      Pattern.compile("(?i)男|女|男士|女士|先生|小姐|男性|女性|male|female|m|f");

  private int rows;
  private int filled;
  private int phones;
  private int emails;
  private int genders;
  private int times;
  private int epochs;
  private int numbers;
  private int sums;
  private boolean dayOverTwelve;
  private boolean monthOverTwelve;
  private final Set<String> distinct = new HashSet<>();

  void see(String cell) {
    rows++;
    var text = halfWidth(cell).strip();
    if (text.isEmpty()) return;
    filled++;
    distinct.add(text);
    if (PHONE.matcher(text).matches()) phones++;
    if (EMAIL.matcher(text).matches()) emails++;
    if (GENDER.matcher(text).matches()) genders++;
    if (EPOCH.matcher(text).matches()) epochs++;
    if (NUMBER.matcher(text).matches()) {
      numbers++;
      if (MONEY.matcher(text).find()) sums++;
    }
    if (!TIME.matcher(text).matches()) return;
    times++;
    var parts = PARTS.matcher(text);
    if (parts.matches()) {
      dayOverTwelve |= Integer.parseInt(parts.group(1)) > 12;
      monthOverTwelve |= Integer.parseInt(parts.group(2)) > 12;
    }
  }

  private static String halfWidth(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) > 0x7F) return Normalizer.normalize(cell, Normalizer.Form.NFKC);
    }
    return cell;
  }

  private boolean mostly(int hits, double share) {
    return filled == 0 || hits >= share * filled;
  }

  /** Whether these values can be this field at all: a column 手机 that holds models cannot. */
  boolean canBe(FieldKey field, ColumnType type) {
    return switch (field.toString()) {
      case "customer.phone" -> mostly(phones, 0.3);
      case "customer.email" -> mostly(emails, 0.3);
      default ->
          switch (type) {
            case DAY, MOMENT -> mostly(times + epochs, 0.5);
            case WHOLE, DECIMAL, REAL -> mostly(numbers, 0.5);
            case TEXT, TEXT_LIST, FLAG -> true;
          };
    };
  }

  boolean isPhones() {
    return filled > 0 && phones >= 0.8 * filled;
  }

  boolean isEmails() {
    return filled > 0 && emails >= 0.8 * filled;
  }

  boolean isGenders() {
    return filled > 0 && genders >= 0.95 * filled;
  }

  boolean isTimes() {
    return filled > 0 && times >= 0.8 * filled;
  }

  /** All of them count from 1970, which accounts and products hardly do by chance. */
  boolean isEpochs() {
    return filled > 0 && epochs == filled;
  }

  /** Numbers, at least a third of them with cents or a sign. */
  boolean isMoney() {
    return filled > 0 && numbers >= 0.8 * filled && sums >= 0.3 * filled;
  }

  /** Some row says 25/12: what comes first is the day, in all rows. */
  boolean isDayFirst() {
    return dayOverTwelve && !monthOverTwelve;
  }

  boolean isMonthFirst() {
    return monthOverTwelve && !dayOverTwelve;
  }

  /** Filled and different in all but a few rows: exports repeat a row now and then. */
  boolean tellsRowsApart() {
    return filled > 0 && filled >= 0.98 * rows && distinct.size() >= 0.98 * filled;
  }

  /** No two rows alike: nothing is lost where rows of one key are one. */
  boolean tellsEveryRowApart() {
    return filled > 0 && filled == rows && distinct.size() == filled;
  }

  boolean isFilled() {
    return filled > 0 && filled >= 0.995 * rows;
  }
}
