package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.calendar.AsOf;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The company whose folder this is, as every page shows it. {@code empty}: nothing was imported
 * yet, and then there is no as-of day either.
 */
public record CompanyView(
    String name,
    String zone,
    String currency,
    Optional<LocalDate> asOf,
    Optional<LocalDate> latestDay,
    boolean empty) {
  static CompanyView of(Gongbi gongbi) {
    var company = gongbi.company().company();
    boolean empty = gongbi.landing().landed().end().value() == 0;
    var asOf = empty ? Optional.<AsOf>empty() : Optional.of(gongbi.asOf());
    return new CompanyView(
        company.name(),
        company.zone().getId(),
        company.currency().getCurrencyCode(),
        asOf.map(AsOf::day),
        asOf.map(AsOf::latestDay),
        empty);
  }
}
