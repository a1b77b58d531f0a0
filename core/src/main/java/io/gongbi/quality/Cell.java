package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.source.Mapping;
import io.gongbi.source.Transform;
import io.gongbi.standard.Choices;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One mapped column in SQL: {@code column} is where it landed ({@code c3}), {@code beside} where
 * the others did that are the same field with it; {@code text} is what its standardiser reads,
 * after the mapping's transforms, {@code instead} what is taken where it gives no value; empty for
 * most. Rows of the landed table are called {@code l}.
 */
record Cell(
    FieldKey field,
    String column,
    List<String> beside,
    String text,
    String factor,
    Standardiser standardiser,
    boolean key,
    boolean required,
    String instead) {

  /** {@code name} makes parameter names of this cell; their values go into {@code values}. */
  static Cell of(
      Mapping.Line line,
      Field field,
      String column,
      boolean key,
      String name,
      Map<String, Value> values) {
    var text = "l." + column;
    var factor = "";
    var standardiser = Standardiser.of(field);
    int n = 0;
    for (var transform : line.transform()) {
      switch (transform) {
        case Transform.Codes codes -> {
          var cases = new StringBuilder("case gb_tidy(" + text + ")");
          for (var word : codes.words().entrySet()) {
            var from = name + "from" + n;
            var to = name + "to" + n++;
            values.put(from, Value.of(word.getKey()));
            values.put(to, Value.of(word.getValue()));
            cases.append(" when #").append(from).append(" then #").append(to);
          }
          text = codes.words().isEmpty() ? text : cases + " else " + text + " end";
        }
        case Transform.DayFirst d -> text = "gb_day_first(" + text + ")";
        case Transform.Keep k -> standardiser = Standardiser.KEPT_ID_NUMBER;
        case Transform.MonthFirst m -> text = "gb_month_first(" + text + ")";
        case Transform.Times times -> {
          factor = name + "factor";
          values.put(factor, Value.of(times.factor()));
        }
      }
    }
    if (standardiser == Standardiser.CHOICE) text = chosen(text, field, name, values);
    return new Cell(
        line.field(), column, List.of(), text, factor, standardiser, key, field.mandatory(), "");
  }

  /** The same field told by several columns, of which this is the first: 街道 and 门牌号. */
  Cell joined(List<Cell> others) {
    var texts =
        Stream.concat(Stream.of(this), others.stream())
            .map(c -> "gb_words(" + c.text + ")")
            .collect(joining(", "));
    return new Cell(
        field,
        column,
        others.stream().map(Cell::column).toList(),
        "gb_joined(concat_ws(chr(31), " + texts + "))",
        factor,
        standardiser,
        key,
        required,
        instead);
  }

  /** The code that a word stands for, else the word as it is. */
  private static String chosen(String text, Field field, String name, Map<String, Value> values) {
    var cases = new StringBuilder("case lower(gb_tidy(" + text + "))");
    int n = 0;
    for (var word : Choices.of(field.codes()).entrySet()) {
      values.put(name + "word" + n, Value.of(word.getKey()));
      values.put(name + "code" + n, Value.of(word.getValue()));
      cases.append(" when #%1$sword%2$s then #%1$scode%2$s".formatted(name, n++));
    }
    return cases + " else '?' || " + text + " end";
  }

  private static final String NOTHING = "cast(null as varchar)";

  /** A field that no column gives, but another one implies: the city of an address. */
  static Cell implied(Field field, String column, String instead) {
    return new Cell(
        field.key(), column, List.of(), NOTHING, "", Standardiser.of(field), false, false, instead);
  }

  /** The same, with what is taken where the cell gives no value. */
  Cell or(String instead) {
    return new Cell(field, column, beside, text, factor, standardiser, key, required, instead);
  }

  /** Where it landed: one column, of most. */
  Stream<String> columns() {
    return Stream.concat(Stream.of(column), beside.stream());
  }

  /** What stood there, as one text; nothing where nothing did. */
  String landed() {
    return beside.isEmpty()
        ? "l." + column
        : columns().map(c -> "l." + c).collect(joining(", ", "nullif(concat_ws(' ', ", "), '')"));
  }

  /** {@code order_line_amount}: no two fields of a row have the same. */
  String alias() {
    return field.entity() + "_" + field.column();
  }

  String value() {
    if (text.equals(NOTHING)) return instead;
    var value = standardiser.value(text);
    if (!instead.isEmpty()) return "coalesce(" + value + ", " + instead + ")";
    return factor.isEmpty() ? value : "try_cast(" + value + " * #" + factor + " as decimal(18,4))";
  }

  /** Whether the value is what the standardiser makes of the text, and nothing is done to it. */
  boolean bare() {
    return instead.isEmpty() && factor.isEmpty() && !text.equals(NOTHING);
  }

  String keyPart() {
    return standardiser.key(text);
  }

  String probe() {
    return standardiser.probe(text);
  }

  String fault() {
    return standardiser.fault(text);
  }

  /**
   * Whether there is a fault, asked more cheaply than which. {@code text} and {@code value}: of
   * this cell, where they stand by now.
   */
  String odd(String text, String value) {
    return standardiser.odd(text, value);
  }

  boolean spoils() {
    return Standardiser.spoils(field, standardiser);
  }

  /** Whether the row is out when this cell is empty. */
  boolean needed() {
    return key || required;
  }
}
