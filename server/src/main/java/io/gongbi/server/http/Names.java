package io.gongbi.server.http;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.trait.TraitId;
import java.util.Map;

/** What a path or a form brings in, made into the product's own types or refused. */
final class Names {
  private Names() {}

  static CustomerId customer(long id) {
    if (id <= 0) throw Faults.notFound("profile.no-customer", Long.toString(id));
    return new CustomerId(id);
  }

  static FieldKey field(String key) {
    try {
      return FieldKey.of(key);
    } catch (IllegalArgumentException e) {
      throw Faults.notFound("profile.no-field", key);
    }
  }

  /** A tag or segment as a column of a list. */
  static TraitId trait(String id) {
    if (!id.matches("(tag|segment)/[a-z][a-z0-9_]{0,50}"))
      throw new FaultException(
          new Fault.BadQuestion("profile.unknown-column", "columns", Map.of("column", id)));
    return new TraitId(id);
  }

  /** A name in both languages, each within the length that lists can show. */
  static Label named(Label label) {
    if (label.zh().length() > 60 || label.en().length() > 60) {
      throw Faults.bad("definition.label", "label");
    }
    return label;
  }

  static Label typed(String label) {
    if (label.isBlank() || label.length() > 60) throw Faults.bad("definition.label", "label");
    return Label.typed(label.strip());
  }
}
