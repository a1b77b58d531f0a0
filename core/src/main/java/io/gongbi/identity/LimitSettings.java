package io.gongbi.identity;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Right;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Faults;
import io.gongbi.refresh.Recount;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@link Limits} that the company chose for itself. A chain whose clerks share three tablets
 * allows a phone 3 names; from the next run on, a phone with a fourth brings nobody together, and
 * customers that it held together are apart again. Thread-safe.
 */
public final class LimitSettings {
  /** Types that were never spoken of, such as those of a later version, keep their default. */
  public record Chosen(Map<String, Limits.Limit> limits) {
    public Chosen {
      limits = Map.copyOf(limits);
    }
  }

  public static final Kind<Chosen> KIND = Kind.of("identity", Chosen.class, List.of());

  static final DefinitionId ID = KIND.id("limits");
  static final Label LABEL = new Label("识别上限", "Limits of recognition");

  /** More says nothing about a person any more, whatever the shop. */
  private static final int MOST = 100_000;

  private final Catalog catalog;
  private final Definitions definitions;
  private final AuditTrail audit;
  private final Recount recount;

  public LimitSettings(
      Catalog catalog, Definitions definitions, AuditTrail audit, Recount recount) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.audit = audit;
    this.recount = recount;
  }

  public Limits limits() {
    var chosen = definitions.find(KIND, ID).map(d -> d.body().limits()).orElse(Map.of());
    var limits = Limits.DEFAULT;
    for (var type : IdType.values()) {
      limits = limits.with(type, chosen.getOrDefault(type.column(), limits.of(type)));
    }
    return limits;
  }

  /**
   * Everybody is recognised anew by a run that begins now, unless nothing changed. The last to
   * speak is right. Throws {@code identity.unknown-type}, {@code identity.limit}.
   */
  public Limits change(Map<String, Ask> asked, Viewer by) {
    by.must(Right.ADMIN);
    var before = limits();
    var after = before;
    var faults = new Faults();
    for (var ask : asked.entrySet()) {
      var at = "limits." + ask.getKey();
      var type = IdType.find(ask.getKey());
      var value = ask.getValue();
      if (type.isEmpty()) {
        faults.bad("identity.unknown-type", at, Map.of("type", ask.getKey()));
      } else if (value.records() < 2
          || value.names() < 1
          || value.records() > MOST
          || value.names() > MOST) {
        faults.bad("identity.limit", at, Map.of("most", String.format(Locale.ROOT, "%,d", MOST)));
      } else {
        after = after.with(type.get(), new Limits.Limit(value.records(), value.names()));
      }
    }
    faults.throwIfAny();
    if (after.equals(before)) return before;
    var body = new Chosen(after.byColumn());
    catalog.run(
        t ->
            new Authorship(catalog, definitions, audit)
                .save(
                    by,
                    KIND,
                    definitions
                        .find(KIND, ID)
                        .map(d -> d.withBody(body).withOwner(by.user()))
                        .orElseGet(() -> Definition.fresh(ID, LABEL, by.user(), body))));
    recount.begin(by.user(), new Label("按新的上限重新识别客户", "Recognise customers by the new limits"));
    return after;
  }

  /** What somebody would like a limit to be. */
  public record Ask(int records, int names) {}
}
