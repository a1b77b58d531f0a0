package io.gongbi.metric;

import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import java.util.Optional;

/**
 * Which days a measure looks at. As of 2026-03-15 the last 90 days are 2025-12-15 … 2026-03-15,
 * without the 15th itself; ever is everything up to and including the as-of day, so that somebody
 * who bought this morning has bought.
 */
public sealed interface Window {
  /** 近 N 天: N whole days before the as-of day. */
  record LastDays(int days) implements Window {}

  record During(Period period) implements Window {}

  record Ever() implements Window {}

  /** The days, where they are bounded on both sides. */
  default Optional<Period> days(AsOf asOf) {
    return switch (this) {
      case LastDays last -> Optional.of(asOf.lastDays(last.days()));
      case During during -> Optional.of(during.period());
      case Ever _ -> Optional.empty();
    };
  }

  /** Whether its answer changes when only the day turns. */
  default boolean looksAtToday() {
    return this instanceof LastDays;
  }
}
