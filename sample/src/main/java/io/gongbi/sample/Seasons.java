package io.gongbi.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * When people shop. Each day of the two years has a pull (1 on an average day, about 5 on 11
 * November), and each hour of the day a share. Rhythms are kept in "pulls": a customer who buys
 * every 60 pulls buys sooner across 双11 and later across the Spring Festival. Seconds count from
 * the first midnight of the window, in the company's local time.
 */
final class Seasons {

  static final int DAY = 86_400;

  /** First days of the Spring Festival; a year outside takes 5 February. */
  private static final Map<Integer, MonthDay> SPRING_FESTIVAL =
      Map.ofEntries(
          Map.entry(2020, MonthDay.of(1, 25)),
          Map.entry(2021, MonthDay.of(2, 12)),
          Map.entry(2022, MonthDay.of(2, 1)),
          Map.entry(2023, MonthDay.of(1, 22)),
          Map.entry(2024, MonthDay.of(2, 10)),
          Map.entry(2025, MonthDay.of(1, 29)),
          Map.entry(2026, MonthDay.of(2, 17)),
          Map.entry(2027, MonthDay.of(2, 6)),
          Map.entry(2028, MonthDay.of(1, 26)),
          Map.entry(2029, MonthDay.of(2, 13)),
          Map.entry(2030, MonthDay.of(2, 3)));

  /** January … December: a home and tea shop is strong in spring tea, moving time and autumn. */
  private static final double[] MONTHS = {
    1.02, 0.78, 1.00, 1.04, 1.00, 0.98, 0.86, 0.90, 1.03, 1.04, 1.08, 1.06
  };

  /** Share of each hour: a small rise at noon, the high in the evening. */
  private static final double[] HOURS = {
    1.6, 0.7, 0.4, 0.2, 0.2, 0.4, 1.0, 2.2, 3.6, 5.0, 6.0, 6.0,
    6.4, 5.6, 4.8, 4.8, 4.7, 4.6, 5.0, 6.4, 8.6, 9.6, 8.0, 4.2
  };

  final LocalDate start;
  final LocalDate end;
  private final double[] pullBefore;
  private final double[] hourTotals = Dice.runningTotals(HOURS);

  Seasons(LocalDate start, LocalDate end) {
    this.start = start;
    this.end = end;
    int days = (int) ChronoUnit.DAYS.between(start, end);
    pullBefore = new double[days + 1];
    for (int day = 0; day < days; day++) {
      pullBefore[day + 1] = pullBefore[day] + pull(start.plusDays(day));
    }
  }

  /** How many times an average day this day sells. */
  static double pull(LocalDate day) {
    double pull = MONTHS[day.getMonthValue() - 1];
    DayOfWeek weekday = day.getDayOfWeek();
    pull *= weekday.getValue() >= 6 ? 1.14 : weekday == DayOfWeek.FRIDAY ? 1.0 : 0.95;
    return pull * saleEvent(day) * springFestival(day);
  }

  private static double saleEvent(LocalDate day) {
    int date = day.getDayOfMonth();
    return switch (day.getMonth()) {
      case JUNE -> date == 18 ? 5.5 : date == 1 ? 2.8 : date < 16 ? 1.2 : date <= 20 ? 2.4 : 0.72;
      case OCTOBER -> date == 31 ? 3.2 : date >= 18 ? 0.75 : 1.0;
      case NOVEMBER ->
          date == 11 ? 8.0 : date <= 3 ? 2.8 : date <= 10 ? 1.6 : date <= 13 ? 1.6 : 0.72;
      case DECEMBER -> date == 12 ? 2.8 : 1.0;
      case MARCH -> date == 8 ? 2.2 : date >= 5 && date < 8 ? 1.4 : 1.0;
      case MAY -> date == 20 ? 1.7 : 1.0;
      default -> 1.0;
    };
  }

  /** 年货节 before the festival, then parcels rest for ten days. */
  private static double springFestival(LocalDate day) {
    LocalDate first =
        SPRING_FESTIVAL
            .getOrDefault(day.getYear(), MonthDay.of(Month.FEBRUARY, 5))
            .atYear(day.getYear());
    long after = ChronoUnit.DAYS.between(first, day);
    if (after >= -28 && after < -8) {
      return 1.55;
    }
    return after >= -4 && after < 8 ? 0.42 : 1.0;
  }

  /** Whether coupons of the big sales apply. */
  static boolean isBigSale(LocalDate day) {
    int date = day.getDayOfMonth();
    return switch (day.getMonth()) {
      case JUNE -> date <= 20;
      case OCTOBER -> date == 31;
      case NOVEMBER -> date <= 13;
      case DECEMBER -> date >= 10 && date <= 12;
      default -> false;
    };
  }

  double totalPull() {
    return pullBefore[pullBefore.length - 1];
  }

  long lengthInSeconds() {
    return (long) (pullBefore.length - 1) * DAY;
  }

  /** The second at which so much pull has passed; grows with it. */
  long secondAt(double pull) {
    int low = 0;
    int high = pullBefore.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pullBefore[middle] <= pull) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    double share = (pull - pullBefore[low]) / (pullBefore[low + 1] - pullBefore[low]);
    return (long) low * DAY + secondOfDay(share);
  }

  /** The pull passed at a second: the inverse of {@link #secondAt}. */
  double pullAt(long second) {
    int day = (int) Math.clamp(second / DAY, 0, pullBefore.length - 2L);
    int inDay = (int) (second - (long) day * DAY);
    int hour = inDay / 3600;
    double before = hour == 0 ? 0 : hourTotals[hour - 1];
    double inHour = (inDay % 3600) / 3600.0;
    double share = (before + inHour * HOURS[hour]) / hourTotals[23];
    return pullBefore[day] + share * (pullBefore[day + 1] - pullBefore[day]);
  }

  /** The second of a day by which this share of its orders has come. */
  int secondOfDay(double share) {
    double at = Math.clamp(share, 0, 0.999_999) * hourTotals[23];
    int hour = 0;
    while (hourTotals[hour] <= at) {
      hour++;
    }
    double before = hour == 0 ? 0 : hourTotals[hour - 1];
    return Math.min(DAY - 1, (int) (3600 * (hour + (at - before) / HOURS[hour])));
  }

  LocalDate day(long second) {
    return start.plusDays(Math.floorDiv(second, DAY));
  }

  /** Seconds of a moment before or in the window. */
  long secondOf(LocalDate day, int secondOfDay) {
    return ChronoUnit.DAYS.between(start, day) * DAY + secondOfDay;
  }

  java.time.LocalDateTime moment(long second) {
    return java.time.LocalDateTime.ofEpochSecond(
        start.toEpochDay() * DAY + second, 0, ZoneOffset.UTC);
  }
}
