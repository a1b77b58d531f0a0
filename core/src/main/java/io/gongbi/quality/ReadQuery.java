package io.gongbi.quality;

import static java.util.stream.Collectors.joining;

import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The landed rows of a feed with every cell read: what becomes of a row, and what its clean row
 * says, both follow from this without looking at a text again. Standardising a cell is most of what
 * cleaning costs, so it is done once, and what reads it finds it in {@link #ROWS}.
 *
 * <p>batch, line; {@code refused}: whether the row cannot be taken, never empty; {@code cells}: the
 * bits of the cells that cannot, as {@link Doubts} has them; the parts of the key that are no
 * fields; and a column for each written cell, named as its {@link Cell#alias}.
 */
final class ReadQuery {
  /** Where the rows of the feed in hand stand while they are needed; no table of its own. */
  static final TableName ROWS = TableName.of("quality.read");

  private final Reading reading;

  ReadQuery(Reading reading) {
    this.reading = reading;
  }

  /** Of all landed rows in sight. */
  Sql rows() {
    var refused = new ArrayList<String>();
    var doubts = new TreeMap<Integer, List<String>>();
    refused.add("p.no_row");
    if (reading.mapping().keyed()) refused.add("(" + reading.readKey("p") + ") is null");
    if (reading.is(Standard.CUSTOMER)) {
      refused.add(QuarantineQuery.nothingLeft(reading, c -> "p." + c.alias()));
    }
    for (int i = 0; i < reading.cells().size(); i++) {
      var cell = reading.cells().get(i);
      var dropped = "p.t%s is not null and %s is null".formatted(i, probe(i));
      if (cell.required() && !cell.key()) refused.add(probe(i) + " is null");
      if (cell.spoils() && !cell.needed()) {
        refused.add("case when %s then gb_is_spoilt(p.t%s) else false end".formatted(dropped, i));
      }
      doubts
          .computeIfAbsent(Doubts.place(i), place -> new ArrayList<>())
          .add(cell.odd("p.t" + i, probe(i)));
    }
    var rules = reading.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).quarantines()) refused.add("p.broken" + i);
    }
    var kept =
        Stream.concat(
                reading.keyParts().stream().filter(k -> !k.text().isEmpty()).map(k -> k.name()),
                reading.written().stream().map(Cell::alias))
            .map(c -> kept(c, rules) + ",\n       ")
            .collect(joining());
    return reading
        .of(
            """
            select p.batch,
                   p.line,
                   %s%s as refused,
                   %s as cells
            from probed p
            """
                .formatted(
                    kept,
                    refused.stream().collect(joining("\n    or ", "(", ")")),
                    Stream.concat(
                            doubts.entrySet().stream()
                                .map(d -> bit(d.getValue(), 1L << d.getKey())),
                            broken(rules))
                        .collect(joining("\n    + ", "cast(", " as bigint)"))))
        .step("probed", probed());
  }

  /** The column of what was read; a number that a rule caps is the fence that it lies beyond. */
  private static String kept(String alias, List<Broken> rules) {
    var value = "p." + alias;
    for (int i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      if (rule.cap().isEmpty() || !rule.on().getFirst().alias().equals(alias)) continue;
      var cap = rule.cap().get();
      value =
          "case when p.broken%s then %s else %s end"
              .formatted(i, cap.of(value, "p.low" + i, "p.high" + i), value);
    }
    return value.equals("p." + alias) ? value : value + " as " + alias;
  }

  /** Each cell's text and value, once for all that asks. */
  private String probed() {
    var columns = new ArrayList<String>();
    for (int i = 0; i < reading.cells().size(); i++) {
      var cell = reading.cells().get(i);
      columns.add(cell.text() + " as t" + i);
      if (!standsForItself(i)) columns.add(cell.probe() + " as v" + i);
    }
    for (var part : reading.keyParts()) {
      if (!part.text().isEmpty()) columns.add(part.text() + " as " + part.name());
    }
    for (var cell : reading.written()) columns.add(cell.value() + " as " + cell.alias());
    var rules = reading.rules();
    for (int i = 0; i < rules.size(); i++) {
      columns.add(rules.get(i).text().orElseThrow() + " as broken" + i);
      if (rules.get(i).cap().isEmpty()) continue;
      columns.add(rules.get(i).cap().get().low() + " as low" + i);
      columns.add(rules.get(i).cap().get().high() + " as high" + i);
    }
    return """
    select l.batch,
           l.line,
           l.unreadable is not null or %s as no_row,
           %s
    from %s l%s
    """
        .formatted(
            QuarantineQuery.TOTAL,
            String.join(",\n       ", columns),
            reading.rows(),
            reading.besideForRules());
  }

  /** Whether the written value is empty exactly where its column gave none. */
  private boolean standsForItself(int cell) {
    return reading.written().get(cell).bare();
  }

  /** Something that is empty where the column gave no value. */
  private String probe(int cell) {
    return standsForItself(cell) ? "p." + reading.written().get(cell).alias() : "p.v" + cell;
  }

  private static Stream<String> broken(List<Broken> rules) {
    return rules.isEmpty()
        ? Stream.empty()
        : Stream.of(
            bit(
                IntStream.range(0, rules.size()).mapToObj(i -> "p.broken" + i).toList(),
                Doubts.OF_RULES));
  }

  private static String bit(List<String> anyOf, long bit) {
    return "case when " + String.join(" or ", anyOf) + " then " + bit + " else 0 end";
  }
}
