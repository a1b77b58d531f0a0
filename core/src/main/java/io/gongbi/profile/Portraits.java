package io.gongbi.profile;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Field;
import io.gongbi.standard.Imputed;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the 360 page together. */
final class Portraits {
  private static final int CENTS = 2;

  private final Warehouse warehouse;
  private final Gate gate;
  private final Supplier<Map<String, Imputations.InForce>> inferred;
  private final Standard standard;

  Portraits(
      Warehouse warehouse,
      Gate gate,
      Supplier<Map<String, Imputations.InForce>> inferred,
      Standard standard) {
    this.warehouse = warehouse;
    this.gate = gate;
    this.inferred = inferred;
    this.standard = standard;
  }

  List<Portrait.Fact> facts(CustomerId id, Row customer, View view, Viewer viewer) {
    var fields =
        standard.entity(Standard.CUSTOMER).orElseThrow().fields().stream()
            .filter(f -> isThere(f, customer))
            .toList();
    var conflicts = warehouse.query(ProfileQuery.conflicts(id), view);
    // Which records say anything at all is told to whoever may see the customer; what they say is
    // read from rows that this viewer sees.
    var columns = fields.stream().map(f -> f.key().column()).toList();
    var records = warehouse.query(RecordQuery.whoSays(columns, id), gate.view(Viewer.system()));
    var guesses = guesses(fields, customer);
    return fields.stream()
        .map(
            f -> {
              var column = f.key().column();
              var candidates =
                  conflicts.stream().filter(r -> r.text("field").equals(column)).toList();
              return candidates.isEmpty()
                  ? agreed(
                      f,
                      customer,
                      records.stream().filter(r -> r.flag(column)).toList(),
                      viewer,
                      Optional.ofNullable(guesses.get(column)))
                  : disputed(f, customer, candidates, viewer);
            })
        .toList();
  }

  /** By column; a guess that this viewer may not see is none. */
  private Map<String, Portrait.Guess> guesses(List<Field> fields, Row customer) {
    var guesses = new HashMap<String, Portrait.Guess>();
    var rules = inferred.get();
    for (var field : fields) {
      var name = field.key().column();
      var column = Imputed.column(name);
      if (customer.table().columns().stream().noneMatch(c -> c.name().equals(column))) continue;
      if (customer.missing(column)) continue;
      Optional.ofNullable(rules.get(name))
          .ifPresent(
              r ->
                  guesses.put(
                      name,
                      new Portrait.Guess(customer.value(column), r.rule().method(), r.accuracy())));
    }
    return guesses;
  }

  /** A field that has just been added has no column before the refresh that follows. */
  private static boolean isThere(Field field, Row customer) {
    return customer.table().columns().stream().anyMatch(c -> c.name().equals(field.key().column()));
  }

  /** All records that say anything say what stands; the first of them is named for it. */
  private static Portrait.Fact agreed(
      Field field, Row customer, List<Row> records, Viewer viewer, Optional<Portrait.Guess> guess) {
    var value = customer.value(field.key().column());
    var why = records.size() == 1 ? "profile.why-only" : "profile.why-agreed";
    return new Portrait.Fact(
        field.key(),
        field.label(),
        value,
        !records.isEmpty() && isHidden(field, viewer),
        records.stream().findFirst().map(r -> origin(r, why)),
        records.stream()
            .skip(1)
            .map(
                r ->
                    new Portrait.Other(
                        value, r.text("source"), r.text("record_key"), "profile.why-same"))
            .toList(),
        guess);
  }

  private static Portrait.Fact disputed(
      Field field, Row customer, List<Row> candidates, Viewer viewer) {
    var chosen = candidates.stream().filter(r -> r.flag("chosen")).findFirst();
    return new Portrait.Fact(
        field.key(),
        field.label(),
        customer.value(field.key().column()),
        chosen.isPresent() && isHidden(field, viewer),
        chosen.map(r -> origin(r, r.text("why"))),
        candidates.stream()
            .filter(r -> !r.flag("chosen"))
            .map(
                r ->
                    new Portrait.Other(
                        shown(field, r), r.text("source"), r.text("record_key"), r.text("why")))
            .toList(),
        Optional.empty());
  }

  private static Portrait.Origin origin(Row record, String why) {
    return new Portrait.Origin(
        record.text("source"),
        record.text("record_key"),
        record.textIfAny("file_name"),
        record.wholeIfAny("line"),
        why);
  }

  static boolean isHidden(Field field, Viewer viewer) {
    return field.sensitivity() != Sensitivity.OPEN
        && !viewer.role().shows(field.key(), field.sensitivity());
  }

  /** A conflict holds text; numbers and times are shown as such, unless they are masked. */
  static Value shown(Field field, Row row) {
    var text = row.textIfAny("value").orElse("");
    if (text.isEmpty()) return Value.missing();
    if (text.contains("*")) return Value.of(text);
    return switch (field.type()) {
      case DECIMAL -> Value.of(new BigDecimal(text));
      case DAY -> Value.of(LocalDate.parse(text));
      case MOMENT ->
          Value.of(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
      case TEXT, WHOLE, REAL, FLAG, TEXT_LIST -> Value.of(text);
    };
  }

  List<Portrait.Shown> panels(CustomerId id, List<Panel> panels, View view) {
    return panels.stream()
        .map(p -> new Portrait.Shown(p.id(), p.label(), warehouse.query(p.of(id), view)))
        .toList();
  }

  static Portrait.Worth worth(Row customer, AsOf asOf) {
    long orders = customer.whole("orders");
    var last = customer.dayIfAny("last_order_day");
    return new Portrait.Worth(
        orders,
        customer.decimal("revenue"),
        customer.decimal("refunds"),
        customer.decimal("net_revenue"),
        orders == 0
            ? Optional.empty()
            : Optional.of(
                customer
                    .decimal("revenue")
                    .divide(BigDecimal.valueOf(orders), CENTS, RoundingMode.HALF_UP)),
        customer.dayIfAny("first_order_day"),
        last,
        customer.whole("purchase_days"),
        last.map(day -> ChronoUnit.DAYS.between(day, asOf.day())));
  }
}
