package io.gongbi.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Days on which people in China shop or rest together: the sale days of the platforms with the
 * phases in which they sell, and the public holidays. 618 is 1 … 20 June of every year, 双11 is 20
 * October … 11 November; the Spring Festival moves with the moon and is known for the years below.
 * Days off are those of the festival itself; working days that were moved are not known here.
 */
public enum Occasion {
  NEW_YEAR(Kind.HOLIDAY, every(1, 1, 1, 1)),
  SPRING_FESTIVAL(
      Kind.HOLIDAY,
      List.of(
          of("2019-02-04", "2019-02-10"),
          of("2020-01-24", "2020-02-02"),
          of("2021-02-11", "2021-02-17"),
          of("2022-01-31", "2022-02-06"),
          of("2023-01-21", "2023-01-27"),
          of("2024-02-10", "2024-02-17"),
          of("2025-01-28", "2025-02-04"),
          of("2026-02-15", "2026-02-23"),
          of("2027-02-05", "2027-02-11"))),
  WOMENS_DAY(Kind.SALE, every(3, 5, 3, 8)),
  LABOUR_DAY(Kind.HOLIDAY, every(5, 1, 5, 5)),
  MID_YEAR_SALE(Kind.SALE, every(6, 1, 6, 20)),
  NATIONAL_DAY(Kind.HOLIDAY, every(10, 1, 10, 7)),
  SINGLES_DAY(Kind.SALE, every(10, 20, 11, 11)),
  DOUBLE_TWELVE(Kind.SALE, every(12, 10, 12, 12));

  /** Whether people are off work, or shops sell cheaply. */
  public enum Kind {
    HOLIDAY,
    SALE
  }

  /** One stretch of days: of a certain year, or of every year; {@code last} belongs to it. */
  private record Stretch(Optional<LocalDate> from, Optional<LocalDate> last, MonthDays yearly) {}

  private record MonthDays(MonthDay from, MonthDay last) {
    static final MonthDays NONE = new MonthDays(MonthDay.of(1, 1), MonthDay.of(1, 1));
  }

  private final Kind kind;

  // Made of List.of alone.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Stretch> stretches;

  Occasion(Kind kind, List<Stretch> stretches) {
    this.kind = kind;
    this.stretches = stretches;
  }

  private static List<Stretch> every(int month, int day, int lastMonth, int lastDay) {
    var days = new MonthDays(MonthDay.of(month, day), MonthDay.of(lastMonth, lastDay));
    return List.of(new Stretch(Optional.empty(), Optional.empty(), days));
  }

  private static Stretch of(String from, String last) {
    return new Stretch(
        Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(last)), MonthDays.NONE);
  }

  public Kind kind() {
    return kind;
  }

  /** The name that stands in conditions: {@code singles_day}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The occasion of a day; of two, the one that is named first above. */
  public static Optional<Occasion> of(LocalDate day) {
    return Arrays.stream(values()).filter(o -> o.holds(day)).findFirst();
  }

  private boolean holds(LocalDate day) {
    return stretches.stream()
        .anyMatch(
            s ->
                s.from()
                    .map(f -> !day.isBefore(f) && !day.isAfter(s.last().orElseThrow()))
                    .orElseGet(() -> within(day, s.yearly())));
  }

  private static boolean within(LocalDate day, MonthDays yearly) {
    var at = MonthDay.from(day);
    return !at.isBefore(yearly.from()) && !at.isAfter(yearly.last());
  }

  /** The same in SQL: the code of the occasion of a column of days, or nothing. */
  public static String codeOf(String column) {
    var text = new StringBuilder("case");
    for (var occasion : values()) {
      for (var s : occasion.stretches) {
        text.append("\n         when ");
        if (s.from().isPresent()) {
          text.append(column).append(" >= date '").append(s.from().get());
          text.append("' and ").append(column).append(" <= date '");
          text.append(s.last().orElseThrow()).append("'");
        } else {
          var at = "month(%1$s) * 100 + day(%1$s)".formatted(column);
          text.append(at).append(" between ").append(number(s.yearly().from()));
          text.append(" and ").append(number(s.yearly().last()));
        }
        text.append(" then '").append(occasion.code()).append("'");
      }
    }
    return text.append("\n       end").toString();
  }

  private static int number(MonthDay day) {
    return day.getMonthValue() * 100 + day.getDayOfMonth();
  }
}
