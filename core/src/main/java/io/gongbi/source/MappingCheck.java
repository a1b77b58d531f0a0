package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.Entity;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.TableSpec;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says everything that is wrong with a mapping at once. An order file whose 单号 is mapped twice,
 * whose key is the customer and whose phone column is misspelled has three faults, each with its
 * place in the mapping: {@code lines[3].field}, {@code key}, {@code lines[5].column}.
 */
public final class MappingCheck {
  private static final FieldKey ID_NUMBER = FieldKey.of("customer.id_number");
  private static final FieldKey ORDER_NO = FieldKey.of("order.order_no");

  /** What tells one customer from another. */
  private static final Set<FieldKey> KNOWN_BY =
      Stream.concat(
              Standard.WHO.stream(),
              Stream.of("surname", "given_name", "landline", "id_number")
                  .map(c -> new FieldKey(Standard.CUSTOMER, c)))
          .collect(Collectors.toUnmodifiableSet());

  /** Of these a source may have several feeds: their rows are known by nothing but themselves. */
  private static final Set<EntityName> SEVERAL =
      Stream.concat(Stream.of(Standard.DELIVERY, Standard.COST), Standard.DEEDS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Standard standard;
  private final Faults faults = new Faults();

  private MappingCheck(Standard standard) {
    this.standard = standard;
  }

  /**
   * What is wrong with a mapping for a file of these columns, beside the other mappings that are in
   * use; nothing when all fits.
   */
  public static List<Fault> faults(
      Mapping mapping, List<String> columns, List<Mapping> inUse, Standard standard) {
    var check = new MappingCheck(standard);
    var grain = standard.entity(mapping.grain());
    if (grain.isEmpty()) {
      check.faults.bad("source.unknown-grain", "grain", Map.of("grain", mapping.grain().value()));
      return check.faults.found();
    }
    if (!FeedId.fits(mapping.feed())) {
      check.faults.bad("source.feed-name", "feed", Map.of("feed", mapping.feed()));
    }
    check.checkColumns(mapping, columns);
    check.checkFields(mapping, grain.get());
    check.checkNeeded(mapping, grain.get());
    check.checkKey(mapping);
    check.checkKinds(mapping);
    check.checkCurrency(mapping);
    check.checkAlone(mapping, inUse);
    return check.faults.found();
  }

  private void checkColumns(Mapping mapping, List<String> columns) {
    var there = String.join(", ", columns);
    for (int i = 0; i < mapping.lines().size(); i++) {
      var column = mapping.lines().get(i).column();
      if (!columns.contains(column) && !mapping.mayLack(column)) {
        faults.bad(
            "source.column-missing",
            "lines[" + i + "].column",
            Map.of("column", column, "found", there));
      }
    }
    for (int i = 0; i < mapping.key().size(); i++) {
      var column = mapping.key().get(i);
      if (!columns.contains(column)) {
        faults.bad(
            "source.column-missing", "key[" + i + "]", Map.of("column", column, "found", there));
      }
    }
  }

  private void checkFields(Mapping mapping, Entity grain) {
    var taken = new HashSet<FieldKey>();
    for (int i = 0; i < mapping.lines().size(); i++) {
      var line = mapping.lines().get(i);
      var place = "lines[" + i + "]";
      var field = standard.field(line.field());
      if (field.isEmpty()) {
        bad("source.unknown-field", place + ".field", "field", line.field());
        continue;
      }
      var entity = line.field().entity();
      if (!entity.equals(grain.name()) && !grain.parents().contains(entity)) {
        faults.bad(
            "source.field-of-another",
            place + ".field",
            Map.of("field", line.field().toString(), "grain", grain.name().value()));
      }
      if (!Standard.mayCarry(grain.name(), line.field())) {
        faults.bad(
            "source.field-not-of-deeds",
            place + ".field",
            Map.of(
                "field",
                line.field().toString(),
                "known",
                Standard.WHO.stream().map(FieldKey::toString).collect(Collectors.joining(", "))));
      }
      if (!taken.add(line.field()) && !Standard.isJoined(line.field())) {
        bad("source.field-twice", place + ".field", "field", line.field());
      }
      for (int t = 0; t < line.transform().size(); t++) {
        checkTransform(line.transform().get(t), field.get(), place + ".transform[" + t + "]");
      }
    }
  }

  private void checkTransform(Transform transform, Field field, String place) {
    boolean fits =
        switch (transform) {
          case Transform.DayFirst d -> isTime(field);
          case Transform.MonthFirst m -> isTime(field);
          case Transform.Keep k -> field.key().equals(ID_NUMBER);
          case Transform.Times t -> t.factor().signum() != 0 && field.type() == ColumnType.DECIMAL;
          case Transform.Codes c -> {
            checkCodes(c, field, place);
            yield true;
          }
        };
    if (!fits) bad("source.transform-unfit", place, "field", field.key());
  }

  private static boolean isTime(Field field) {
    return field.type() == ColumnType.DAY || field.type() == ColumnType.MOMENT;
  }

  private void checkCodes(Transform.Codes codes, Field field, String place) {
    if (field.codes().isEmpty()) return;
    var known = field.codes().stream().map(Field.Code::value).toList();
    codes
        .words()
        .forEach(
            (word, code) -> {
              if (!known.contains(code)) {
                faults.bad(
                    "source.unknown-code",
                    place + "." + word,
                    Map.of("code", code, "known", String.join(", ", known)));
              }
            });
  }

  private void checkNeeded(Mapping mapping, Entity grain) {
    for (var field : grain.fields()) {
      // What a company asks for besides may be missing from other systems' files altogether.
      if (field.mandatory()
          && !CompanyField.isOne(field.key().column())
          && mapping.line(field.key()).isEmpty()) {
        bad("source.field-needed", "lines", "field", field.key());
      }
    }
    if (grain.name().equals(Standard.ORDER_LINE) && mapping.line(ORDER_NO).isEmpty()) {
      bad("source.field-needed", "lines", "field", ORDER_NO);
    }
    if (grain.name().equals(Standard.CUSTOMER)
        && mapping.lines().stream().noneMatch(l -> KNOWN_BY.contains(l.field()))) {
      faults.bad("source.nobody-known", "lines", Map.of());
    }
  }

  /** An order is one row of an order file; two rows of one number would be two heads. */
  private void checkKey(Mapping mapping) {
    if (new HashSet<>(mapping.key()).size() < mapping.key().size()) {
      faults.bad("source.key-twice", "key", Map.of());
    }
    var number = mapping.line(ORDER_NO).map(Mapping.Line::column);
    if (mapping.grain().equals(Standard.ORDER)
        && number.isPresent()
        && !mapping.key().equals(List.of(number.get()))) {
      faults.bad("source.order-key", "key", Map.of("column", number.get()));
    }
  }

  private void checkKinds(Mapping mapping) {
    if (mapping.kinds().isEmpty()) return;
    if (!mapping.grain().equals(Standard.ORDER_LINE)) {
      faults.bad("source.kinds-unfit", "kinds", Map.of());
      return;
    }
    var lines = standard.entity(Standard.ORDER_LINE).orElseThrow();
    var known =
        standard.field(FieldKey.of("order_line.kind")).orElseThrow().codes().stream()
            .map(Field.Code::value)
            .toList();
    var table =
        TableSpec.of(
            new TableName("source", "line"),
            TableSpec.Keeping.DERIVED,
            lines.fields().stream()
                .filter(f -> !f.key().column().equals("kind"))
                .map(Field::asColumn)
                .toList());
    for (int i = 0; i < mapping.kinds().size(); i++) {
      var rule = mapping.kinds().get(i);
      var place = "kinds[" + i + "]";
      if (!known.contains(rule.kind())) {
        faults.bad(
            "source.unknown-kind",
            place + ".kind",
            Map.of("kind", rule.kind(), "known", String.join(", ", known)));
      }
      try {
        new WhereQuery("check").text(rule.when(), table, "l");
      } catch (FaultException e) {
        e.faults().forEach(faults::add);
      }
    }
  }

  private void checkCurrency(Mapping mapping) {
    mapping
        .currency()
        .filter(
            c ->
                Currency.getAvailableCurrencies().stream()
                    .noneMatch(k -> k.getCurrencyCode().equals(c)))
        .ifPresent(c -> faults.bad("source.unknown-currency", "currency", Map.of("currency", c)));
  }

  /**
   * A source has one feed of customers, one of orders and one of order lines: keys and order
   * numbers are told apart within a source only. Logs of sendings and of what customers did may be
   * several.
   */
  private void checkAlone(Mapping mapping, List<Mapping> inUse) {
    if (SEVERAL.contains(mapping.grain())) return;
    inUse.stream()
        .filter(
            o ->
                o.source().equals(mapping.source())
                    && o.grain().equals(mapping.grain())
                    && !o.feed().equals(mapping.feed()))
        .findFirst()
        .ifPresent(
            o ->
                faults.add(
                    new Fault.Conflict(
                        "source.grain-taken",
                        "feed",
                        Map.of(
                            "source",
                            o.source().value(),
                            "feed",
                            o.feed(),
                            "grain",
                            o.grain().value()))));
  }

  private void bad(String code, String place, String word, FieldKey field) {
    faults.bad(code, place, Map.of(word, field.toString()));
  }
}
