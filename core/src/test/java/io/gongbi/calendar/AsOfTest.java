package io.gongbi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class AsOfTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** 23:30 in Shanghai on the 15th is half past three in the afternoon in London. */
  @Test
  void day_turnsAtMidnightOfTheZone() {
    var late = asOf("2026-03-15T15:30:00Z");
    var early = asOf("2026-03-15T16:00:00Z");

    assertThat(late.day()).isEqualTo(LocalDate.parse("2026-03-15"));
    assertThat(early.day()).isEqualTo(LocalDate.parse("2026-03-16"));
    assertThat(late.startOfDay()).isEqualTo(Instant.parse("2026-03-14T16:00:00Z"));
    assertThat(early.startOfDay()).isEqualTo(early.instant());
    assertThat(late.dayOf(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo(LocalDate.parse("2026-01-01"));
  }

  @Test
  void latestDay_hasBegun() {
    assertThat(asOf("2026-03-15T15:59:59Z").latestDay()).isEqualTo(LocalDate.parse("2026-03-15"));
    assertThat(asOf("2026-03-15T16:00:00Z").latestDay()).isEqualTo(LocalDate.parse("2026-03-15"));
    assertThat(asOf("2026-03-15T16:00:01Z").latestDay()).isEqualTo(LocalDate.parse("2026-03-16"));
  }

  @Test
  void startOf_followsSummerTime() {
    var paris = new AsOf(Instant.parse("2026-03-29T12:00:00Z"), PARIS);

    assertThat(paris.startOf(LocalDate.parse("2026-03-29")))
        .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(paris.startOf(LocalDate.parse("2026-03-30")))
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void now_isTheClocksMoment() {
    var moment = Instant.parse("2026-03-15T01:00:00Z");
    assertThat(AsOf.now(Clock.fixed(moment, PARIS), SHANGHAI))
        .isEqualTo(new AsOf(moment, SHANGHAI));
  }

  @Test
  void lastDays_areWholeDaysBeforeTheAsOfDay() {
    assertThat(asOf("2026-03-15T01:00:00Z").lastDays(90))
        .isEqualTo(period("2025-12-15", "2026-03-15"));
    assertThat(asOf("2026-03-15T01:00:00Z").lastDays(1))
        .isEqualTo(period("2026-03-14", "2026-03-15"));
    assertThatThrownBy(() -> asOf("2026-03-15T01:00:00Z").lastDays(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endOf_countsAllOfTheLastDay() {
    var end = AsOf.endOf(LocalDate.parse("2011-12-09"), SHANGHAI);

    assertThat(end.instant()).isEqualTo(Instant.parse("2011-12-09T16:00:00Z"));
    assertThat(end.day()).isEqualTo(LocalDate.parse("2011-12-10"));
    assertThat(end.lastDays(1)).isEqualTo(period("2011-12-09", "2011-12-10"));
  }

  @Test
  void soFar_isThePartThatCanNoLongerGrow() {
    var asOf = asOf("2026-03-15T01:00:00Z");
    var march = period("2026-03-01", "2026-04-01");

    assertThat(asOf.isOver(march)).isFalse();
    assertThat(asOf.soFar(march)).contains(period("2026-03-01", "2026-03-15"));
    assertThat(asOf.soFar(period("2026-02-01", "2026-03-01")))
        .contains(period("2026-02-01", "2026-03-01"));
    assertThat(asOf.soFar(period("2026-03-15", "2026-03-16"))).isEmpty();
    // Over at the very midnight that ends it, not a moment earlier.
    assertThat(asOf("2026-03-31T15:59:59Z").isOver(march)).isFalse();
    assertThat(asOf("2026-03-31T16:00:00Z").isOver(march)).isTrue();
  }

  private static AsOf asOf(String instant) {
    return new AsOf(Instant.parse(instant), SHANGHAI);
  }

  private static Period period(String from, String until) {
    return new Period(LocalDate.parse(from), LocalDate.parse(until));
  }
}
