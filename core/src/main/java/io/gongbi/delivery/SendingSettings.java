package io.gongbi.delivery;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.CompanySettings;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.channel.SmsFrame;
import io.gongbi.fault.Faults;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the company allows itself when it writes to customers. Thread-safe. */
public final class SendingSettings {
  static final Kind<SmsFrame> FRAME = Kind.of("frame", SmsFrame.class, List.of());
  private static final DefinitionId FRAME_ID = FRAME.id("sms");
  private static final Label FRAME_LABEL = new Label("短信签名与退订", "Signature and opt-out");

  private final Catalog catalog;
  private final Definitions definitions;
  private final CompanySettings company;

  public SendingSettings(Catalog catalog, Definitions definitions, CompanySettings company) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.company = company;
  }

  public SendingLimits limits() {
    return find(SendingLimits.KIND, SendingLimits.ID).orElse(SendingLimits.DEFAULT);
  }

  public SendingHours hours() {
    return find(SendingHours.KIND, SendingHours.ID).orElse(SendingHours.DEFAULT);
  }

  /** Until somebody says otherwise, the company signs with its name. */
  public SmsFrame frame() {
    return find(FRAME, FRAME_ID)
        .orElseGet(() -> new SmsFrame(company.company().name(), SmsFrame.USUAL_OPT_OUT));
  }

  private <T> Optional<T> find(Kind<T> kind, DefinitionId id) {
    return definitions.find(kind, id).map(Definition::body);
  }

  /** Days, weeks and months begin where the company is. */
  SendingLimits.Since since(Instant now) {
    return SendingLimits.Since.of(now, company.company().zone());
  }

  /** Until when a message must wait that would leave now; absent when it may leave. */
  public Optional<Instant> closedUntil(Instant now) {
    return hours().closedUntil(now, company.company().zone());
  }

  /** The last to speak is right; what is in the ledger already counts under the new limits. */
  public SendingLimits change(SendingLimits limits, AuditTrail audit, Viewer by) {
    by.must(Right.ADMIN);
    limits.check();
    return save(SendingLimits.KIND, SendingLimits.ID, SendingLimits.LABEL, limits, audit, by);
  }

  /** Throws {@code delivery.hours-…}. What waits already waits for the hours of before. */
  public SendingHours change(SendingHours hours, AuditTrail audit, Viewer by) {
    by.must(Right.ADMIN);
    hours.check();
    return save(SendingHours.KIND, SendingHours.ID, SendingHours.LABEL, hours, audit, by);
  }

  /** For what is launched from now on. Throws what is wrong with it. */
  public SmsFrame change(SmsFrame frame, AuditTrail audit, Viewer by) {
    by.must(Right.ADMIN);
    var faults = new Faults();
    frame.check(faults);
    faults.throwIfAny();
    return save(FRAME, FRAME_ID, FRAME_LABEL, frame, audit, by);
  }

  private <T> T save(
      Kind<T> kind, DefinitionId id, Label label, T body, AuditTrail audit, Viewer by) {
    return catalog.in(
        t -> {
          var next =
              definitions
                  .find(kind, id)
                  .map(d -> d.withBody(body).withOwner(by.user()))
                  .orElseGet(() -> Definition.fresh(id, label, by.user(), body));
          return new Authorship(catalog, definitions, audit).save(by, kind, next).body();
        });
  }
}
