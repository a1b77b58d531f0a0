package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.source.Mapping;
import io.gongbi.standard.CompanyField;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A mapping set against the landed table of its feed: which landed column is which field, and what
 * the SQL of a cell is. The queries of one feed share it.
 */
final class Reading {
  static final FieldKey ORDER_NO = FieldKey.of("order.order_no");

  /** A column of the key that is no field: {@code name} is a parameter with what it is called. */
  record KeyColumn(String column, String name) {}

  /**
   * One part of the key in rows that were read: the column {@code name} of theirs, which holds
   * {@code text}, or is a field's own where that is empty.
   */
  record KeyPart(String name, String text) {}

  private final Mapping mapping;
  private final boolean heads;
  private final Map<String, Value> values = new HashMap<>();
  private final List<String> landedColumns;
  private final Map<String, String> columns;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Cell> written;
  private final List<String> keyTexts = new ArrayList<>();
  private final List<KeyPart> keyParts = new ArrayList<>();
  private final List<KeyColumn> keyColumns = new ArrayList<>();
  private final List<Broken> rules = new ArrayList<>();
  private final String ruled;

  /** Fields of the company that are mapped: what they are may change, and with it what is clean. */
  private final List<Field> added = new ArrayList<>();

  /**
   * {@code columns}: where each column of the file landed ({@code 手机 → c3}). {@code heads}: whether
   * order lines make the orders of this source too, because no file of its own gives them. {@code
   * rules}: those in force, by their keys; some may be about other rows.
   */
  Reading(
      Mapping mapping,
      Standard standard,
      Map<String, String> columns,
      boolean heads,
      ZoneId companyZone,
      SortedMap<String, Rule> rules) {
    this.mapping = mapping;
    this.heads = heads;
    this.landedColumns = columns.values().stream().sorted().toList();
    this.columns = Map.copyOf(columns);
    values.put("source", Value.of(mapping.source().value()));
    values.put("feed", Value.of(mapping.feed()));
    values.put("zone", Value.of(mapping.zone().orElse(companyZone).getId()));
    var joined = new LinkedHashMap<FieldKey, List<Cell>>();
    for (int i = 0; i < mapping.lines().size(); i++) {
      var line = mapping.lines().get(i);
      var cell =
          Cell.of(
              line,
              field(line.field(), standard),
              column(columns, line.column()),
              mapping.key().contains(line.column()),
              "p" + i + "x",
              values);
      if (!Standard.isJoined(line.field())) {
        cells.add(cell);
        continue;
      }
      var same = joined.computeIfAbsent(line.field(), f -> new ArrayList<>());
      if (same.isEmpty()) cells.add(cell);
      else cells.replaceAll(c -> c.field().equals(line.field()) ? asOne(same, cell) : c);
      same.add(cell);
    }
    written = Implied.told(cells, is(Standard.CUSTOMER), standard);
    for (int i = 0; i < mapping.key().size(); i++) {
      var name = mapping.key().get(i);
      var column = column(columns, name);
      var cell = cells.stream().filter(c -> c.column().equals(column)).findFirst();
      var text =
          cell.map(c -> "cast(" + c.keyPart() + " as varchar)").orElse("gb_code(l." + column + ")");
      keyTexts.add(text);
      keyParts.add(
          cell.map(c -> written.get(cells.indexOf(c)))
              .filter(c -> c.bare() && c.value().equals(c.keyPart()))
              .map(c -> new KeyPart(c.alias(), ""))
              .orElse(new KeyPart("key" + i, text)));
      if (cell.isEmpty()) {
        values.put("key" + i, Value.of(name));
        keyColumns.add(new KeyColumn(column, "#key" + i));
      }
    }
    var here = new TreeMap<>(rules);
    here.values().removeIf(r -> !r.covers(mapping.grain(), mapping.id()));
    here.forEach(
        (key, rule) ->
            Broken.of(
                    key,
                    rule,
                    this::writtenCell,
                    f -> standard.field(f).orElseThrow().type(),
                    key + "x",
                    values)
                .ifPresent(this.rules::add));
    ruled = here.isEmpty() ? "" : "|" + here;
  }

  /** In the order of the columns, whatever the order of the mapping's lines. */
  private static Cell asOne(List<Cell> before, Cell cell) {
    var inOrder =
        Stream.concat(before.stream(), Stream.of(cell))
            .sorted(Comparator.comparingInt(c -> Integer.parseInt(c.column().substring(1))))
            .toList();
    return inOrder.getFirst().joined(inOrder.subList(1, inOrder.size()));
  }

  private Optional<Cell> writtenCell(FieldKey field) {
    return written.stream().filter(c -> c.field().equals(field)).findFirst();
  }

  /** A company's own field is asked of rows of its entity alone, not of all that name one. */
  private Field field(FieldKey key, Standard standard) {
    var field = standard.field(key).orElseThrow();
    if (!CompanyField.isOne(key.column())) return field;
    added.add(field);
    return field.mandatory() && !is(key.entity()) ? field.optional() : field;
  }

  private static String column(Map<String, String> columns, String name) {
    var column = columns.get(name);
    if (column == null) throw new IllegalStateException("no column " + name + " in " + columns);
    return column;
  }

  Mapping mapping() {
    return mapping;
  }

  /** Equal as long as the same landed rows would become the same clean rows. */
  String fingerprint() {
    return mapping.lines()
        + "|"
        + mapping.key()
        + "|"
        + mapping.kinds()
        + "|"
        + mapping.grain()
        + "|"
        + heads
        + "|"
        + values.get("zone")
        + (added.isEmpty() ? "" : "|" + added)
        + ruled;
  }

  boolean is(EntityName entity) {
    return mapping.grain().equals(entity);
  }

  /** The slot of the landed table. */
  String landed() {
    return "{" + mapping.id().landed() + "}";
  }

  /** Landed rows with everything that the values of {@link #written} cells, and rules, look at. */
  String rows() {
    return Places.beside(landed(), cells);
  }

  /** A text with the values that the texts of cells refer to. */
  Sql of(String text) {
    return Sql.of(text).with(values);
  }

  /** Those that the mapping names. */
  List<Cell> cells() {
    return cells;
  }

  /** Those of clean rows: what columns give, and what they imply. */
  List<Cell> written() {
    return written;
  }

  List<Cell> cellsOf(EntityName entity) {
    return written.stream().filter(c -> c.field().entity().equals(entity)).toList();
  }

  Optional<Cell> cell(String field) {
    return cells.stream().filter(c -> c.field().toString().equals(field)).findFirst();
  }

  List<Cell> identifiers() {
    return cells.stream().filter(c -> Standard.IDENTIFIERS.contains(c.field())).toList();
  }

  /** The rules that are laid on these rows. */
  List<Broken> allRules() {
    return rules;
  }

  /** Those that look at one row at a time. */
  List<Broken> rules() {
    return rules.stream().filter(r -> r.text().isPresent()).toList();
  }

  /** Those that set rows beside each other, and remind only. */
  List<Broken> repeats() {
    return rules.stream().filter(r -> r.text().isEmpty()).toList();
  }

  /** What rules need beside the landed row: nothing, for most feeds. */
  String besideForRules() {
    return rules.stream().anyMatch(Broken::looksAtBatch)
        ? "\njoin {source.batch} b on b.batch = l.batch"
        : "";
  }

  List<KeyColumn> keyColumns() {
    return keyColumns;
  }

  /** Where a column of the file landed. */
  Optional<String> landedColumn(String heading) {
    return Optional.ofNullable(columns.get(heading));
  }

  List<String> landedColumns() {
    return landedColumns;
  }

  /** Names the record within its source; nothing when a part of the key is missing. */
  String recordKey() {
    return mapping.keyed()
        ? String.join(" || '|' || ", keyTexts)
        : "b.file_name || '|' || cast(l.line as varchar)";
  }

  /** The same in rows that {@link ReadQuery} has read. */
  String readKey(String alias) {
    return mapping.keyed()
        ? keyParts.stream()
            .map(k -> "cast(" + alias + "." + k.name() + " as varchar)")
            .collect(joining(" || '|' || "))
        : "b.file_name || '|' || cast(" + alias + ".line as varchar)";
  }

  List<KeyPart> keyParts() {
    return keyParts;
  }

  boolean makesHeads() {
    return is(Standard.ORDER_LINE) && heads;
  }

  /** Whether each row is something that a customer did. */
  boolean isDeed() {
    return Standard.DEEDS.contains(mapping.grain());
  }

  /**
   * Whether each of these rows names a customer beside what it is about, and few enough of them
   * that it is written down for each.
   */
  boolean namesCustomers() {
    return !identifiers().isEmpty() && (is(Standard.ORDER) || is(Standard.DELIVERY));
  }
}
