package io.gongbi.profile;

import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Kind;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Written;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which rules a company makes one customer of several records: a rule a field, and one order of
 * its sources by trust. A chain whose clerks ask for the level at the till writes {@code level →
 * MOST_TRUSTED} and {@code [till, crm]}: from the next run on, the till's level stands whatever the
 * crm says later.
 *
 * @param rules by column, only those that are not the usual ones
 * @param trusted sources, the most trusted first; those not named come after them, all alike
 */
public record Survivorships(Map<String, Survivorship.Rule> rules, List<String> trusted) {
  /** What holds while nobody has chosen anything. */
  public static final Survivorships USUAL = new Survivorships(Map.of(), List.of());

  public static final Kind<Survivorships> KIND =
      Kind.of("survivorship", Survivorships.class, List.of(Written.lower(Survivorship.Rule.class)));

  static final DefinitionId ID = KIND.id("customer");
  static final Label LABEL = new Label("客户资料取值规则", "Rules of customer values");

  public Survivorships {
    rules =
        rules.entrySet().stream()
            .filter(e -> e.getValue() != Survivorship.usual(e.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    trusted = List.copyOf(trusted);
  }

  public Survivorship.Rule rule(String column) {
    var chosen = rules.get(column);
    if (chosen != null) return chosen;
    // Who chose for places before there was a postcode chose for it as well.
    return column.equals("postcode") ? rule("address") : Survivorship.usual(column);
  }

  /** The rule of every field of a customer: those of the standard, then the company's own. */
  public List<Survivorship> all(Standard standard) {
    return Stream.concat(
            Standard.columns(Standard.CUSTOMER).stream(),
            standard.companyColumns(Standard.CUSTOMER).stream())
        .map(c -> new Survivorship(new FieldKey(Standard.CUSTOMER, c.name()), rule(c.name())))
        .toList();
  }

  /**
   * Whether a field may come out otherwise than by {@code before}: its rule is another one, or the
   * order of trust is, which decides what rules leave equal.
   */
  boolean changes(String column, Survivorships before) {
    return rule(column) != before.rule(column)
        || (rule(column) != Survivorship.Rule.EARLIEST && !trusted.equals(before.trusted()));
  }

  /** Other numbers for other choices, the same in every process; 2 for the usual ones. */
  int fingerprint() {
    var words = new TreeMap<String, String>();
    rules.forEach((column, rule) -> words.put(column, rule.word()));
    var chosen = words.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList();
    return trusted.hashCode() + chosen.hashCode();
  }
}
