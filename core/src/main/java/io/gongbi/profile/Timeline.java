package io.gongbi.profile;

import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page of what a customer did and received, newest first; {@code next} asks for the older. */
public record Timeline(List<Happening> rows, Optional<String> next) {
  /**
   * Paid 128 at 2026-03-01 10:00 in the shop, order XS20260301000042. {@code name} is the code of
   * an {@link EventName}, or what the source calls an event that has none; {@code about} holds what
   * else is known of it, such as {@code category}, in the order of the table.
   */
  public record Happening(
      String name,
      Instant happenedAt,
      Optional<BigDecimal> amount,
      String source,
      String ref,
      Map<String, Value> about) {
    public Happening {
      about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }
  }

  public Timeline {
    rows = List.copyOf(rows);
  }
}
