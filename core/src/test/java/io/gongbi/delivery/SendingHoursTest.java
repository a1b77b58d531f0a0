package io.gongbi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Codec;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendingHoursTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Eight to nine at night; from the new year on nine to eight at night. */
  private static final SendingHours CHANGING =
      new SendingHours(
          List.of(
              new SendingHours.Span(
                  LocalDate.parse("2027-01-01"), LocalTime.of(9, 0), LocalTime.of(20, 0)),
              new SendingHours.Span(LocalDate.EPOCH, LocalTime.of(8, 0), LocalTime.of(21, 0))));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-12-30T07:59, 2026-12-30T08:00
          2026-12-30T08:00, open
          2026-12-30T20:59, open
          2026-12-30T21:00, 2026-12-31T08:00
          2026-12-31T21:30, 2027-01-01T09:00
          2027-01-01T00:10, 2027-01-01T09:00
          2027-01-01T20:30, 2027-01-02T09:00
          """)
  void closedUntil_isTheNextOpening_byTheRuleOfThatDay(LocalDateTime now, String until) {
    var found = CHANGING.closedUntil(now.atZone(SHANGHAI).toInstant(), SHANGHAI);
    assertThat(found.map(u -> u.atZone(SHANGHAI).toLocalDateTime().toString()).orElse("open"))
        .isEqualTo(until);
  }

  @Test
  void rules_thatSayNothing_areRefused() {
    var day = LocalDate.parse("2026-12-01");
    var backwards =
        new SendingHours(
            List.of(new SendingHours.Span(day, LocalTime.of(21, 0), LocalTime.of(8, 0))));
    assertThatThrownBy(backwards::check).hasMessageContaining("delivery.hours-order");
    assertThatThrownBy(new SendingHours(List.of())::check)
        .hasMessageContaining("delivery.hours-none");
    var one = new SendingHours.Span(day, LocalTime.of(8, 0), LocalTime.of(21, 0));
    assertThatThrownBy(new SendingHours(List.of(one, one))::check)
        .hasMessageContaining("delivery.hours-twice");
  }

  @Test
  void stored_isReadBack() {
    var codec = Codec.of(SendingHours.KIND);
    assertThat(codec.read(codec.write(CHANGING), SendingHours.class)).isEqualTo(CHANGING);
  }
}
