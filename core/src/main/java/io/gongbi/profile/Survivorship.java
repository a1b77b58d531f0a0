package io.gongbi.profile;

import static io.gongbi.profile.Survivorship.Rule.EARLIEST;
import static io.gongbi.profile.Survivorship.Rule.LATEST;
import static io.gongbi.profile.Survivorship.Rule.MOST_COMPLETE;
import static io.gongbi.profile.Survivorship.Rule.MOST_FREQUENT;
import static io.gongbi.profile.Survivorship.Rule.MOST_TRUSTED;

import io.gongbi.standard.CompanyField;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which of several records' values a customer gets. The crm says 王芳, two parcels went to 王女士 and
 * one to 王芳: 王芳 stands on two of four records, so does 王女士; the tie goes to the record that is her
 * own and not just a receiver's, so she is 王芳.
 *
 * <p>What the rule leaves equal goes to the source that the company trusts more ({@link
 * Survivorships}), where it said; then to a record of a customer file before one that an order
 * carried, then to the one seen latest, then to the least source and key. {@link Rule#LATEST} asks
 * for trust only after the time: before it, it would be {@link Rule#MOST_TRUSTED}.
 */
public record Survivorship(FieldKey field, Rule rule) {
  /** How values compete. */
  public enum Rule {
    /** What was seen last: phones, addresses and levels change. */
    LATEST,
    /** What the source says that stands first in the company's order: its level is the crm's. */
    MOST_TRUSTED,
    /** What most records say: names and birthdays do not change, they are mistyped. */
    MOST_FREQUENT,
    /**
     * Of the parts of a place, the record that fills most of country, province, city, district,
     * address and postcode, so that the six fit together. Of any other field, the record that fills
     * most fields: who left all of it wrote with care.
     */
    MOST_COMPLETE,
    /** The first one ever: a second registration does not make a customer new. */
    EARLIEST;

    /** How it is sent. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Columns that are one place: a rule for one of them is the rule for all. */
  public static final List<String> PLACE =
      List.of("country", "province", "city", "district", "address", "postcode");

  /** What holds unless the company chose otherwise. */
  public static Rule usual(String column) {
    return switch (column) {
      case "name", "surname", "given_name", "gender", "birthday", "id_number", "origin" ->
          MOST_FREQUENT;
      case "country", "province", "city", "district", "address", "postcode" -> MOST_COMPLETE;
      case "registered_at" -> EARLIEST;
      default -> LATEST;
    };
  }

  /**
   * What may be chosen for a field. Consent is what was said last, or what the system says that
   * keeps it: to count how often somebody agreed would overrule the one time that they said no.
   */
  public static Set<Rule> choices(Column column) {
    if (column.name().equals("sms_consent")) return EnumSet.of(LATEST, MOST_TRUSTED);
    var choices = EnumSet.of(LATEST, MOST_TRUSTED, MOST_FREQUENT, MOST_COMPLETE);
    boolean began =
        column.type() == ColumnType.MOMENT
            || (column.type() == ColumnType.DAY && CompanyField.isOne(column.name()));
    if (began) choices.add(EARLIEST);
    return choices;
  }
}
