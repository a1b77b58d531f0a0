package io.gongbi.quality;

import io.gongbi.source.FileLook;
import io.gongbi.source.Mapping;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cleans the first rows of a file that has not landed: the same texts, with the rows themselves
 * standing where the landed table would.
 */
public final class Rehearsal {
  private static final TableName BATCH = TableName.of("source.batch");
  private static final TableName FATE = TableName.of("quality.fate");
  private static final TableName MARKED = TableName.of("quality.marked");

  private final Warehouse warehouse;
  private final Standard standard;

  public Rehearsal(Warehouse warehouse, Standard standard) {
    this.warehouse = warehouse;
    this.standard = standard;
  }

  /** What a row of the file would be refused for. */
  public record Refusal(
      long line,
      Optional<String> field,
      Optional<String> value,
      String severity,
      String reason,
      Optional<Long> place) {}

  /** The clean rows, of the entity that a row of the file is, and what was refused. */
  public record Outcome(Table rows, List<Refusal> refusals) {
    public Outcome {
      refusals = List.copyOf(refusals);
    }
  }

  /** {@code look}: how the file is read. The mapping has been checked against its columns. */
  public Outcome rehearse(
      Mapping mapping, String fileName, FileLook look, ZoneId zone, Instant now) {
    var noRows = noRows(look);
    var columns = look.columnNames();
    var rows = look.rows();
    if (rows.isEmpty()) return new Outcome(Table.empty(List.of()), noRows);
    var places = new LinkedHashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) places.put(columns.get(i), "c" + (i + 1));
    var reading = new Reading(mapping, standard, places, false, zone, Collections.emptySortedMap());
    var landed =
        View.of(
            Map.of(
                mapping.id().landed(),
                landed(columns.size(), rows, look.lines()),
                BATCH,
                batch(reading, fileName, now)));
    var read = View.of(Map.of(ReadQuery.ROWS, new ReadQuery(reading).rows())).over(landed);
    var fates = View.of(Map.of(FATE, new FateQuery(reading).fate())).over(read);
    var view = View.of(Map.of(MARKED, FateQuery.marked())).over(fates);
    var refused =
        warehouse.query(new QuarantineQuery(reading, Doubts.ALL).refusals(), view).stream()
            .map(
                r ->
                    new Refusal(
                        r.whole("line"),
                        r.textIfAny("field").filter(f -> !f.isEmpty()),
                        r.textIfAny("value"),
                        r.text("severity"),
                        r.text("reason"),
                        r.wholeIfAny("place")));
    return new Outcome(
        warehouse.query(clean(reading), view),
        Stream.concat(noRows.stream(), refused)
            .sorted(Comparator.comparing(Refusal::line))
            .toList());
  }

  /** Lines that are no rows: each with what stands there, and the place where it went wrong. */
  private static List<Refusal> noRows(FileLook look) {
    return look.noRows().stream()
        .map(
            n ->
                new Refusal(
                    n.line(),
                    Optional.empty(),
                    Optional.of(n.text()),
                    "quarantine",
                    n.why().reason(),
                    n.character() == 0 ? Optional.empty() : Optional.of(n.character())))
        .toList();
  }

  private static Sql clean(Reading reading) {
    var query = new CleaningQuery(reading);
    if (reading.is(Standard.CUSTOMER)) return query.customers();
    if (reading.is(Standard.ORDER)) return query.orders();
    if (reading.is(Standard.ORDER_LINE)) return query.lines();
    if (reading.is(Standard.COST)) return query.costs();
    return reading.isDeed() ? query.deeds() : query.deliveries();
  }

  /** The rows as values: an empty cell, or one that is not there, is nothing, as it would land. */
  private static Sql landed(int columns, List<List<String>> rows, List<Long> lines) {
    var values = new HashMap<String, Value>();
    var text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      var row = rows.get(r);
      text.append(r == 0 ? "" : "\nunion all\n")
          .append("select 1 as batch, ")
          .append(lines.get(r))
          .append(" as line, cast(null as varchar) as unreadable, cast(null as varchar) as raw");
      for (int c = 0; c < columns; c++) {
        boolean there = c < row.size() && !row.get(c).isEmpty();
        var name = "r" + r + "c" + c;
        if (there) values.put(name, Value.of(row.get(c)));
        text.append(", cast(").append(there ? "#" + name : "null").append(" as varchar) as c");
        text.append(c + 1);
      }
    }
    return Sql.of(text.toString()).with(values);
  }

  private static Sql batch(Reading reading, String fileName, Instant now) {
    return reading
        .of(
            "select 1 as batch, #source as source, #feed as feed, #file as file_name, #now as landed_at")
        .with("file", Value.of(fileName))
        .with("now", Value.of(now));
  }
}
