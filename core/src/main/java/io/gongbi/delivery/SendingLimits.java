package io.gongbi.delivery;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/**
 * 频控: how many messages of one channel a customer, and a number, gets at most in a calendar day, a
 * week that begins on Monday and a month, in the company's zone; 0 sets no limit. With 2 a day, 4 a
 * week and 10 a month, whoever got two this morning gets no third before midnight, and neither does
 * a family that got one as the mother's and one as the daughter's.
 */
public record SendingLimits(int perDay, int perWeek, int perMonth) {
  /** What holds until somebody says otherwise: more than this and people begin to opt out. */
  public static final SendingLimits DEFAULT = new SendingLimits(2, 4, 10);

  public static final Kind<SendingLimits> KIND = Kind.of("sending", SendingLimits.class, List.of());

  static final DefinitionId ID = KIND.id("limits");
  static final Label LABEL = new Label("触达频次", "Sending limits");

  private static final int MOST = 1_000;

  /** The beginnings of today, this week and this month. */
  record Since(Instant day, Instant week, Instant month) {
    static Since of(Instant now, ZoneId zone) {
      var day = now.atZone(zone).toLocalDate();
      return new Since(
          day.atStartOfDay(zone).toInstant(),
          day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .atStartOfDay(zone)
              .toInstant(),
          day.withDayOfMonth(1).atStartOfDay(zone).toInstant());
    }

    /** The earliest of them: a week may begin in the month before. */
    Instant earliest() {
      return week.isBefore(month) ? week : month;
    }
  }

  /** Throws {@code delivery.limit} for what is no count. */
  void check() {
    var faults = new Faults();
    check(perDay, "perDay", faults);
    check(perWeek, "perWeek", faults);
    check(perMonth, "perMonth", faults);
    faults.throwIfAny();
  }

  private static void check(int limit, String place, Faults faults) {
    if (limit < 0 || limit > MOST) faults.bad("delivery.limit", place, Map.of("most", "" + MOST));
  }
}
