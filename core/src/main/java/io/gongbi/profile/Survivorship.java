package io.gongbi.profile;

import static io.gongbi.profile.Survivorship.Rule.EARLIEST;
import static io.gongbi.profile.Survivorship.Rule.LATEST;
import static io.gongbi.profile.Survivorship.Rule.MOST_COMPLETE;
import static io.gongbi.profile.Survivorship.Rule.MOST_FREQUENT;

import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of several records' values a customer gets. The crm says 王芳, two parcels went to 王女士 and
 * one to 王芳: 王芳 stands on two of four records, so does 王女士; the tie goes to the record that is her
 * own and not just a receiver's, so she is 王芳.
 *
 * <p>Sources that the company trusts more come first whatever the rule, except for the earliest.
 * What the rule leaves equal goes to a record of a customer file before one that an order carried,
 * then to the one seen latest, then to the least source and key.
 */
public record Survivorship(FieldKey field, Rule rule) {
  /** How values compete. */
  public enum Rule {
    /** What was seen last: phones, addresses and levels change. */
    LATEST,
    /** What most records say: names and birthdays do not change, they are mistyped. */
    MOST_FREQUENT,
    /**
     * The record that fills most of country, province, city, district and address, so that the
     * three fit together.
     */
    MOST_COMPLETE,
    /** The first one ever: a second registration does not make a customer new. */
    EARLIEST
  }

  /** The rule of every field of a customer: those of the standard, then the company's own. */
  public static List<Survivorship> all(Standard standard) {
    return Stream.concat(
            Standard.columns(Standard.CUSTOMER).stream(),
            standard.companyColumns(Standard.CUSTOMER).stream())
        .map(c -> new Survivorship(new FieldKey(Standard.CUSTOMER, c.name()), rule(c.name())))
        .toList();
  }

  private static Rule rule(String column) {
    return switch (column) {
      case "name", "gender", "birthday" -> MOST_FREQUENT;
      case "country", "province", "city", "district", "address" -> MOST_COMPLETE;
      case "registered_at" -> EARLIEST;
      default -> LATEST;
    };
  }
}
