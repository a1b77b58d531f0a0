package io.gongbi.server.http;

import io.gongbi.Gongbi;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The company whose folder this is, as every page shows it. {@code empty}: nothing was imported
 * yet.
 */
public record CompanyView(
    String name, String zone, String currency, Optional<LocalDate> asOf, boolean empty) {
  static CompanyView of(Gongbi gongbi) {
    return new CompanyView(
        "", "Asia/Shanghai", "CNY", Optional.empty(), gongbi.runs().latest(1).isEmpty());
  }
}
