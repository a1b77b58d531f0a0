package io.gongbi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PeriodTest {

  @Test
  void period_isHalfOpen() {
    var march = period("2026-03-01", "2026-04-01");

    assertThat(march.days()).isEqualTo(31);
    assertThat(march.contains(day("2026-02-28"))).isFalse();
    assertThat(march.contains(day("2026-03-01"))).isTrue();
    assertThat(march.contains(day("2026-03-31"))).isTrue();
    assertThat(march.contains(day("2026-04-01"))).isFalse();
  }

  @Test
  void period_isNeverEmptyOrReversed() {
    assertThatThrownBy(() -> period("2026-03-01", "2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2026-03-01 is not before 2026-03-01");
    assertThatThrownBy(() -> period("2026-03-02", "2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void preceding_isAsLongAndEndsWhereThePeriodBegins() {
    assertThat(period("2026-03-01", "2026-03-15").preceding())
        .isEqualTo(period("2026-02-15", "2026-03-01"));
    assertThat(period("2026-03-01", "2026-04-01").preceding())
        .isEqualTo(period("2026-01-29", "2026-03-01"));
    assertThat(period("2026-01-01", "2026-01-02").preceding())
        .isEqualTo(period("2025-12-31", "2026-01-01"));
  }

  @Test
  void lastYear_isTheSameDates_whenFebruaryLengthsDiffer() {
    assertThat(period("2026-03-01", "2026-03-15").lastYear())
        .isEqualTo(period("2025-03-01", "2025-03-15"));
    // The whole of February meets the whole of February, either way.
    assertThat(period("2025-02-01", "2025-03-01").lastYear())
        .isEqualTo(period("2024-02-01", "2024-03-01"));
    assertThat(period("2024-02-01", "2024-03-01").lastYear())
        .isEqualTo(period("2023-02-01", "2023-03-01"));
    // 1 … 28 February stays 28 days; the leap day alone and the day before it are not lost.
    assertThat(period("2024-02-01", "2024-02-29").lastYear())
        .isEqualTo(period("2023-02-01", "2023-03-01"));
    assertThat(period("2024-02-28", "2024-02-29").lastYear())
        .isEqualTo(period("2023-02-28", "2023-03-01"));
    assertThat(period("2024-02-29", "2024-03-01").lastYear())
        .isEqualTo(period("2023-02-28", "2023-03-01"));
  }

  @Test
  void versus_namesTheBaseOfAComparison() {
    var half = period("2026-03-01", "2026-03-15");
    var festival = period("2025-11-01", "2025-11-12");

    assertThat(new Versus.Preceding().baseOf(half)).isEqualTo(period("2026-02-15", "2026-03-01"));
    assertThat(new Versus.PrecedingBucket().baseOf(half))
        .isEqualTo(new Versus.Preceding().baseOf(half));
    assertThat(new Versus.LastYear().baseOf(half)).isEqualTo(period("2025-03-01", "2025-03-15"));
    assertThat(new Versus.Chosen(festival).baseOf(half)).isEqualTo(festival);
  }

  private static Period period(String from, String until) {
    return new Period(day(from), day(until));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
