package io.gongbi.server.http;

import io.gongbi.Gongbi;
import io.gongbi.access.Act;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Company;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.server.login.Needs;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company says about itself. */
@RestController
@About("What the company says about itself.")
@RequestMapping("/api/company")
public class CompanyResource {
  private static final int LONGEST_NAME = 40;

  private final Gongbi gongbi;

  public CompanyResource(Gongbi gongbi) {
    this.gongbi = gongbi;
  }

  /** The settings: a name, a zone such as Asia/Shanghai, a currency such as CNY. */
  public record Settings(String name, String zone, String currency) {}

  /**
   * Zone and currency hold from the first import on: which day an order belongs to was decided with
   * them, and an amount of 100 yuan does not become one of 100 dollars by a setting.
   */
  @Needs(Right.ADMIN)
  @PutMapping
  @About("Changes the name, and before the first import zone and currency.")
  public CompanyView change(@RequestBody Settings settings, Viewer viewer) {
    var before = gongbi.company().company();
    var after = company(settings);
    boolean same = after.zone().equals(before.zone()) && after.currency().equals(before.currency());
    if (!same && !CompanyView.of(gongbi).empty())
      throw new FaultException(new Fault.Conflict("server.company-fixed", "zone", Map.of()));
    gongbi
        .audit()
        .recorded(
            viewer,
            Act.DEFINED,
            "company/company",
            () -> gongbi.company().change(after, viewer.user()));
    return CompanyView.of(gongbi);
  }

  /** Everything that is wrong, at once. */
  private static Company company(Settings settings) {
    var faults = new Faults();
    var name = settings.name().strip();
    if (name.length() > LONGEST_NAME)
      faults.bad("server.company-name", "name", Map.of("limit", "" + LONGEST_NAME));
    var zone = zone(settings.zone());
    if (zone.isEmpty()) faults.bad("server.no-such-zone", "zone", Map.of("zone", settings.zone()));
    var currency = currency(settings.currency());
    if (currency.isEmpty())
      faults.bad("server.no-such-currency", "currency", Map.of("currency", settings.currency()));
    faults.throwIfAny();
    return new Company(name, zone.orElseThrow(), currency.orElseThrow());
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
