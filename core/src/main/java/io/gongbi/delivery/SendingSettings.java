package io.gongbi.delivery;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Definitions;
import java.time.Instant;

/** What the company allows itself when it writes to customers. Thread-safe. */
public final class SendingSettings {
  private final Catalog catalog;
  private final Definitions definitions;
  private final CompanySettings company;

  public SendingSettings(Catalog catalog, Definitions definitions, CompanySettings company) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.company = company;
  }

  public SendingLimits limits() {
    return definitions
        .find(SendingLimits.KIND, SendingLimits.ID)
        .map(Definition::body)
        .orElse(SendingLimits.DEFAULT);
  }

  /** Days, weeks and months begin where the company is. */
  SendingLimits.Since since(Instant now) {
    return SendingLimits.Since.of(now, company.company().zone());
  }

  /** The last to speak is right; what is in the ledger already counts under the new limits. */
  public SendingLimits change(SendingLimits limits, AuditTrail audit, Viewer by) {
    by.must(Right.ADMIN);
    limits.check();
    return catalog.in(
        t -> {
          var next =
              definitions
                  .find(SendingLimits.KIND, SendingLimits.ID)
                  .map(d -> d.withBody(limits).withOwner(by.user()))
                  .orElseGet(
                      () ->
                          Definition.fresh(
                              SendingLimits.ID, SendingLimits.LABEL, by.user(), limits));
          return new Authorship(catalog, definitions, audit)
              .save(by, SendingLimits.KIND, next)
              .body();
        });
  }
}
