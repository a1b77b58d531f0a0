package io.gongbi.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One page of what a customer did and received, newest first; {@code next} asks for the older. */
public record Timeline(List<Happening> rows, Optional<String> next) {
  /** Paid 128 at 2026-03-01 10:00 in the shop, order XS20260301000042. */
  public record Happening(
      EventName name, Instant happenedAt, Optional<BigDecimal> amount, String source, String ref) {}

  public Timeline {
    rows = List.copyOf(rows);
  }
}
