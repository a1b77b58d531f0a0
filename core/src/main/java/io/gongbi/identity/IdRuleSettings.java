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
import io.gongbi.identity.IdRules.Rule;
import io.gongbi.identity.IdRules.Use;
import io.gongbi.refresh.Recount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@link IdRules} that the company chose for itself. A chain whose clerks share three tablets
 * allows a phone 3 names; from the next run on, a phone with a fourth brings nobody together, and
 * customers that it held together are apart again. Thread-safe.
 */
public final class IdRuleSettings {
  /**
   * Types that were never spoken of, such as those of a later version, keep their default; so does
   * whatever a former version did not know of.
   */
  public record Chosen(Map<String, Said> limits, List<String> trust) {
    public Chosen {
      limits = Map.copyOf(limits);
      trust = List.copyOf(trust);
    }

    IdRules rules() {
      var rules = IdRules.DEFAULT;
      for (var type : IdType.values()) {
        var said = limits.get(type.column());
        if (said == null) continue;
        var use = said.use().orElse(rules.of(type).use());
        rules = rules.with(type, new Rule(use, said.records(), said.names(), said.values()));
      }
      return rules.trusting(order());
    }

    private List<IdType> order() {
      return Stream.concat(
              trust.stream().flatMap(t -> IdType.find(t).stream()),
              IdRules.DEFAULT.trust().stream())
          .distinct()
          .toList();
    }
  }

  /** What was said of one type. */
  public record Said(int records, int names, Optional<Use> use, Optional<Integer> values) {}

  public static final Kind<Chosen> KIND = Kind.of("identity", Chosen.class, List.of());

  static final DefinitionId ID = KIND.id("limits");
  static final Label LABEL = new Label("标识设置", "Settings of identifiers");

  /** More says nothing about a person any more, whatever the shop. */
  private static final int MOST = 100_000;

  private final Catalog catalog;
  private final Definitions definitions;
  private final AuditTrail audit;
  private final Recount recount;

  public IdRuleSettings(
      Catalog catalog, Definitions definitions, AuditTrail audit, Recount recount) {
    this.catalog = catalog;
    this.definitions = definitions;
    this.audit = audit;
    this.recount = recount;
  }

  public IdRules rules() {
    return definitions.find(KIND, ID).map(d -> d.body().rules()).orElse(IdRules.DEFAULT);
  }

  /**
   * Everybody is recognised anew by a run that begins now, unless nothing changed. The last to
   * speak is right. Throws what {@link #asked} does.
   */
  public IdRules change(List<Ask> asked, Viewer by) {
    var before = rules();
    var after = asked(asked, by);
    if (after.equals(before)) return before;
    var body = new Chosen(said(after), after.trust().stream().map(IdType::column).toList());
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
    recount.begin(by.user(), new Label("按新的标识设置重新识别客户", "Recognise customers by the new settings"));
    return after;
  }

  private static Map<String, Said> said(IdRules rules) {
    var all = new LinkedHashMap<String, Said>();
    for (var type : IdType.values()) {
      var rule = rules.of(type);
      all.put(
          type.column(),
          new Said(rule.records(), rule.names(), Optional.of(rule.use()), rule.values()));
    }
    return all;
  }

  /**
   * The rules of today with what is asked laid over them. Those asked for stand in the order of
   * trust, and take the places that they had among all. Throws {@code identity.unknown-type},
   * {@code identity.type-twice}, {@code identity.limit-records}, {@code identity.limit-names},
   * {@code identity.limit-values}, {@code identity.nothing-used}, {@code identity.sees-some-only}.
   */
  IdRules asked(List<Ask> asked, Viewer by) {
    by.must(Right.ADMIN);
    by.mustSeeEverybody("identity.sees-some-only");
    var rules = rules();
    var order = new ArrayList<IdType>();
    var faults = new Faults();
    for (int i = 0; i < asked.size(); i++) {
      var ask = asked.get(i);
      var at = "[" + i + "]";
      var found = IdType.find(ask.idType());
      if (found.isEmpty()) {
        faults.bad("identity.unknown-type", at + ".idType", Map.of("type", ask.idType()));
        continue;
      }
      var type = found.get();
      if (order.contains(type)) {
        faults.bad("identity.type-twice", at + ".idType", Map.of("type", ask.idType()));
        continue;
      }
      order.add(type);
      // Each is looked at, so that all that is wrong is said at once.
      boolean records =
          within(ask.records(), 2, "identity.limit-records", at + ".records", type, faults);
      boolean names = within(ask.names(), 1, "identity.limit-names", at + ".names", type, faults);
      boolean values =
          within(ask.values().orElse(1), 1, "identity.limit-values", at + ".values", type, faults);
      if (records && names && values) {
        rules = rules.with(type, new Rule(ask.use(), ask.records(), ask.names(), ask.values()));
      }
    }
    if (faults.found().isEmpty() && rules.used().isEmpty()) {
      faults.bad("identity.nothing-used", "", Map.of());
    }
    faults.throwIfAny();
    var next = order.iterator();
    return rules.trusting(
        rules.trust().stream().map(t -> order.contains(t) ? next.next() : t).toList());
  }

  private static boolean within(
      int value, int least, String code, String at, IdType type, Faults faults) {
    if (value >= least && value <= MOST) return true;
    faults.bad(
        code,
        at,
        Map.of(
            "type", type.label().zh(),
            "typeEn", type.label().en(),
            "least", Integer.toString(least),
            "most", String.format(Locale.ROOT, "%,d", MOST)));
    return false;
  }

  /** What somebody would like the rule of a type to be. */
  public record Ask(String idType, Use use, int records, int names, Optional<Integer> values) {
    /** The rules as they would be asked for. */
    static List<Ask> of(IdRules rules) {
      return rules.trust().stream()
          .map(
              t -> {
                var rule = rules.of(t);
                return new Ask(t.column(), rule.use(), rule.records(), rule.names(), rule.values());
              })
          .toList();
    }
  }
}
