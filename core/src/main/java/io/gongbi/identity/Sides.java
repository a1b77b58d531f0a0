package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.access.Viewer;
import io.gongbi.identity.Review.Agreement;
import io.gongbi.identity.match.Comparison;
import io.gongbi.quality.CleanTables;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the records of some customers say, so that two of them can be laid beside each other, each
 * with whatever accounts and cards tie to it: that is what was compared.
 */
final class Sides {
  /** What tells who somebody is; of one person it is mostly the same. Levels and points are not. */
  private static final Set<String> TELLING =
      Set.of(
          "name",
          "surname",
          "given_name",
          "phone",
          "landline",
          "email",
          "member_card",
          "platform_id",
          "openid",
          "unionid",
          "device",
          "gender",
          "birthday",
          "id_number",
          "origin",
          "province",
          "city",
          "district",
          "address",
          "postcode",
          "company");

  private final List<Column> columns;
  private final Predicate<Column> inClear;
  private final Map<RecordRef, List<Row>> said = new LinkedHashMap<>();
  private final Map<RecordRef, RecordRef> first = new HashMap<>();

  private Sides(List<Column> columns, Predicate<Column> inClear) {
    this.columns = columns;
    this.inClear = inClear;
  }

  static Sides of(
      List<Long> customers, IdRules rules, Warehouse warehouse, Gate gate, Viewer viewer) {
    var table = warehouse.spec(CleanTables.CUSTOMER.name()).orElse(CleanTables.CUSTOMER);
    var sides = new Sides(fields(table), c -> isShown(c, viewer));
    if (customers.isEmpty()) return sides;
    warehouse.query(ReviewQuery.said(customers), gate.view(viewer)).stream()
        .forEach(r -> sides.said.computeIfAbsent(ref(r), _ -> new ArrayList<>()).add(r));
    // What is tied is no secret of any value, and masks would tie what is not.
    var holders = new HashMap<List<String>, RecordRef>();
    warehouse.query(ReviewQuery.ties(customers, rules), gate.view(Viewer.system())).stream()
        .forEach(r -> sides.tie(holders.computeIfAbsent(held(r), _ -> ref(r)), ref(r)));
    return sides;
  }

  private static List<String> held(Row row) {
    var type = row.text("id_type");
    boolean ofItsSource = IdType.find(type).orElseThrow().isOfItsSource();
    return List.of(type, row.text("id_value"), ofItsSource ? row.text("source") : "");
  }

  private void tie(RecordRef one, RecordRef other) {
    var a = firstOf(one);
    var b = firstOf(other);
    if (!a.equals(b)) first.put(b, a);
  }

  private RecordRef firstOf(RecordRef record) {
    var at = record;
    while (first.containsKey(at)) at = first.get(at);
    return at;
  }

  private static RecordRef ref(Row row) {
    return new RecordRef(row.text("source"), row.text("record_key"));
  }

  private static boolean isShown(Column column, Viewer viewer) {
    var field = new FieldKey(Standard.CUSTOMER, column.name());
    return column.sensitivity() == Sensitivity.OPEN
        || viewer.role().shows(field, column.sensitivity());
  }

  /** What a record may say of its customer, in the order of the standard. */
  private static List<Column> fields(TableSpec table) {
    var own = Standard.columns(Standard.CUSTOMER).getFirst();
    int from = table.columns().indexOf(table.column(own.name()));
    return table.columns().subList(from, table.columns().size());
  }

  /** A record and what ties to it, the record itself first. */
  Review.Side side(RecordRef record, CustomerId customer, long records) {
    var tied =
        Stream.concat(
                Stream.of(record),
                said.keySet().stream()
                    .filter(r -> !r.equals(record) && firstOf(r).equals(firstOf(record))))
            .toList();
    return new Review.Side(record, customer, records, tied);
  }

  /** Field by field, those of which neither says anything left out. */
  List<Review.Field> fields(Review.Side one, Review.Side other, long pattern) {
    var fields = new ArrayList<Review.Field>();
    for (var column : columns) {
      var a = told(one, column);
      var b = told(other, column);
      if (a.isEmpty() && b.isEmpty()) continue;
      fields.add(
          new Review.Field(
              column.name(),
              column.type(),
              TELLING.contains(column.name()),
              a,
              b,
              agreement(column, a, b, pattern)));
    }
    return fields;
  }

  private List<Review.Told> told(Review.Side side, Column column) {
    var sources = new LinkedHashMap<String, Set<String>>();
    for (var record : side.records()) {
      for (var row : said.getOrDefault(record, List.of())) {
        if (row.value(column.name()) instanceof Value.Missing) continue;
        sources
            .computeIfAbsent(row.value(column.name()).shown(), _ -> new TreeSet<>())
            .add(record.source());
      }
    }
    return sources.entrySet().stream()
        .map(s -> new Review.Told(s.getKey(), List.copyOf(s.getValue())))
        .toList();
  }

  /** As it was compared; what was not is the same or not, unless masks hide which. */
  private Agreement agreement(
      Column column, List<Review.Told> one, List<Review.Told> other, long pattern) {
    for (var comparison : Comparison.values()) {
      if (!field(comparison).equals(column.name())) continue;
      int level = comparison.level(pattern);
      if (level > 0) return agreement(comparison, level);
    }
    if (!TELLING.contains(column.name()) || !inClear.test(column)) return Agreement.UNKNOWN;
    boolean ofItsSource = IdType.find(column.name()).filter(IdType::isOfItsSource).isPresent();
    return ofItsSource
        ? agreement(meeting(one, other), meeting(other, one))
        : agreement(one, other);
  }

  /** Accounts of two platforms are neither the same nor different. */
  private static List<Review.Told> meeting(List<Review.Told> values, List<Review.Told> others) {
    var sources = others.stream().flatMap(t -> t.sources().stream()).toList();
    return values.stream().filter(t -> t.sources().stream().anyMatch(sources::contains)).toList();
  }

  private static Agreement agreement(List<Review.Told> one, List<Review.Told> other) {
    if (one.isEmpty() || other.isEmpty()) return Agreement.UNKNOWN;
    var values = one.stream().map(Review.Told::value).toList();
    return other.stream().anyMatch(t -> values.contains(t.value()))
        ? Agreement.SAME
        : Agreement.DIFFERENT;
  }

  private static Agreement agreement(Comparison comparison, int level) {
    if (level == comparison.levels()) return Agreement.SAME;
    // Another given name is another person, the same surname or not.
    int different = comparison == Comparison.NAME ? 2 : 1;
    return level <= different ? Agreement.DIFFERENT : Agreement.NEAR;
  }

  /** In which field stands what is compared. */
  private static String field(Comparison comparison) {
    return switch (comparison) {
      case NAME -> "name";
      case SURNAME -> "surname";
      case GIVEN -> "given_name";
      case BIRTHDAY -> "birthday";
      case GENDER -> "gender";
      case PHONE -> "phone";
      case EMAIL -> "email";
      case DOOR -> "address";
      case CITY -> "city";
      case POSTCODE -> "postcode";
      case ID_NUMBER -> "id_number";
      // Of whichever id is shared: each of their fields tells for itself.
      case SHARED_ID -> "";
    };
  }
}
