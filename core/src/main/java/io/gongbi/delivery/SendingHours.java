package io.gongbi.delivery;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 发送时段: between which hours of the company's clock messages may leave. Rules change, so each has
 * the day from which it holds, and the last that has begun holds: with 08:00–21:00 from the first
 * day and 09:00–20:00 from 2027-01-01, what is launched on 2026-12-31 at 21:30 begins to leave on
 * 2027-01-01 at 09:00. What comes too late waits; it does not vanish.
 */
public record SendingHours(List<Span> spans) {
  /** {@code until} itself is too late already. */
  public record Span(LocalDate since, LocalTime from, LocalTime until) {}

  /**
   * What holds until somebody says otherwise. It is custom: 工业和信息化部《通信短信息服务管理规定》 (order 31, in
   * force since 2015-06-30) asks for consent and an easy way out, and what is known of it here
   * names no hours. Providers do: the message service of Huawei Cloud takes promotions from 8:00 to
   * 22:00 (its FAQ 短信发送有时间段限制吗), its notification service asks for 7:00 to 21:00 (SMN user guide,
   * Restrictions on SMS Messaging). These are the hours that both allow; what a company's own
   * provider allows stands in its contract.
   */
  public static final SendingHours DEFAULT =
      new SendingHours(List.of(new Span(LocalDate.EPOCH, LocalTime.of(8, 0), LocalTime.of(21, 0))));

  public static final Kind<SendingHours> KIND = Kind.of("hours", SendingHours.class, List.of());

  static final DefinitionId ID = KIND.id("sending");
  static final Label LABEL = new Label("发送时段", "Sending hours");

  private static final int MOST = 50;

  public SendingHours {
    spans = spans.stream().sorted(Comparator.comparing(Span::since)).toList();
  }

  /**
   * Throws {@code delivery.hours-order}, {@code delivery.hours-none}, {@code delivery.hours-twice}.
   */
  void check() {
    var faults = new Faults();
    if (spans.isEmpty() || spans.size() > MOST) {
      faults.bad("delivery.hours-none", "spans", Map.of("most", "" + MOST));
    }
    for (int i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      if (!span.from().isBefore(span.until())) {
        faults.bad("delivery.hours-order", "spans[" + i + "].until", Map.of());
      }
      if (i > 0 && span.since().equals(spans.get(i - 1).since())) {
        faults.bad(
            "delivery.hours-twice", "spans[" + i + "].since", Map.of("day", "" + span.since()));
      }
    }
    faults.throwIfAny();
  }

  /** What holds on a day; before the first rule, the first. */
  Span on(LocalDate day) {
    var begun = spans.stream().filter(s -> !s.since().isAfter(day)).toList();
    return begun.isEmpty() ? spans.getFirst() : begun.getLast();
  }

  /** Until when to wait; absent when messages may leave right now. */
  Optional<Instant> closedUntil(Instant now, ZoneId zone) {
    var here = now.atZone(zone);
    var today = on(here.toLocalDate());
    if (here.toLocalTime().isBefore(today.from())) {
      return Optional.of(here.toLocalDate().atTime(today.from()).atZone(zone).toInstant());
    }
    if (here.toLocalTime().isBefore(today.until())) return Optional.empty();
    var tomorrow = here.toLocalDate().plusDays(1);
    return Optional.of(tomorrow.atTime(on(tomorrow).from()).atZone(zone).toInstant());
  }
}
