package io.gongbi.identity;

import io.gongbi.access.Gate;
import io.gongbi.calendar.AsOf;
import io.gongbi.profile.ProfileTables;
import io.gongbi.quality.CleanTables;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.source.Sources;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.Write;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A warehouse whose cleaned rows are written down as text, for tests of what follows from them. The
 * first line names the columns, {@code -} is nothing, moments are clock readings in Shanghai:
 *
 * <pre>
 * source record_key phone       seen_at
 * crm    M1         13900000001 2026-03-01T10:00
 * </pre>
 */
public final class Ground implements AutoCloseable {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  public static final AsOf AS_OF = AsOf.endOf(LocalDate.parse("2026-05-31"), SHANGHAI);
  public static final Clock CLOCK = Clock.fixed(AS_OF.instant(), SHANGHAI);

  /** What makes a cleaned row unique: a newer one takes the place of the older. */
  private static final Map<TableSpec, List<String>> KEYS =
      Map.of(
          CleanTables.CUSTOMER, List.of("source", "record_key", "feed"),
          CleanTables.ORDER, List.of("source", "order_key"),
          CleanTables.ORDER_LINE, List.of("source", "line_no"),
          CleanTables.DELIVERY, List.of("source", "record_key"),
          Sources.BATCH, List.of("batch"));

  private final Warehouse warehouse;
  private final Gate gate;
  private long line;

  public Ground(Path folder) {
    var specs =
        Stream.of(Sources.TABLES, CleanTables.TABLES, Identities.TABLES, ProfileTables.TABLES)
            .flatMap(List::stream)
            .toList();
    var migrations =
        Stream.of(Sources.MIGRATIONS, Identities.MIGRATIONS).flatMap(List::stream).toList();
    warehouse = DuckDbWarehouse.open(folder, specs, migrations, DuckDbWarehouse.Settings.DEFAULT);
    gate = new Gate(warehouse);
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public Gate gate() {
    return gate;
  }

  public void customers(long batch, String rows) {
    put(CleanTables.CUSTOMER, batch, rows);
  }

  public void orders(long batch, String rows) {
    put(CleanTables.ORDER, batch, rows);
  }

  public void lines(long batch, String rows) {
    put(CleanTables.ORDER_LINE, batch, rows);
  }

  public void deliveries(long batch, String rows) {
    put(CleanTables.DELIVERY, batch, rows);
  }

  public void put(TableSpec table, long batch, String text) {
    var lines = text.strip().lines().map(l -> l.strip().split("\\s+")).toList();
    var header = Arrays.asList(lines.getFirst());
    header.forEach(table::column);
    var rows = new ArrayList<List<Value>>();
    for (var cells : lines.subList(1, lines.size())) {
      if (cells.length != header.size()) {
        throw new IllegalArgumentException(String.join(" ", cells) + " under " + header);
      }
      var given = new HashMap<String, String>();
      given.put("batch", Long.toString(batch));
      given.put("line", Long.toString(++line));
      given.put("feed", "feed");
      for (int i = 0; i < cells.length; i++) given.put(header.get(i), cells[i]);
      rows.add(
          table.columns().stream()
              .map(
                  c ->
                      switch (given.getOrDefault(c.name(), "-")) {
                        case "-" -> Value.missing();
                        case String cell ->
                            switch (c.type()) {
                              case TEXT -> Value.of(cell);
                              case WHOLE -> Value.of(Long.parseLong(cell));
                              case DECIMAL -> Value.of(new BigDecimal(cell));
                              case DAY -> Value.of(LocalDate.parse(cell));
                              case MOMENT -> Value.of(moment(cell));
                              case REAL, FLAG, TEXT_LIST ->
                                  throw new IllegalArgumentException("no cleaned column is so");
                            };
                      })
              .toList());
    }
    put(table, rows);
  }

  public static Instant moment(String clock) {
    return LocalDateTime.parse(clock).atZone(SHANGHAI).toInstant();
  }

  public void put(TableSpec table, List<List<Value>> rows) {
    var keys = KEYS.get(table);
    var theirs = keysOf(table, rows);
    try (var write = warehouse.write(Set.of(table.name().concept()))) {
      note(write, table, theirs, keys);
      write.delete(table, Slice.rows(theirs, keys.toArray(String[]::new)), View.everything());
      write.append(table, new Table(table.columns(), rows));
      note(write, table, theirs, keys);
      write.commit();
    }
  }

  /** What the cleaning step tells of the rows that it touches, as they stand at this moment. */
  private static void note(Write write, TableSpec table, Sql keys, List<String> keyColumns) {
    var text =
        Map.of(
            CleanTables.CUSTOMER,
            "select t.source, t.feed, t.record_key, false as buyer from {quality.customer} t",
            CleanTables.ORDER,
            "select t.source, t.feed, t.buyer_key as record_key, true as buyer from {quality.order} t",
            CleanTables.DELIVERY,
            """
            select t.source, t.feed, t.recipient_key as record_key, true as buyer
            from {quality.delivery} t""");
    var order =
        Map.of(
            CleanTables.ORDER,
            "select t.source, t.feed, t.order_key from {quality.order} t",
            CleanTables.ORDER_LINE,
            "select t.source, 'feed' as feed, t.order_key from {quality.order_line} t");
    var where = " where (t." + String.join(", t.", keyColumns) + ") in (select * from touched_key)";
    if (text.containsKey(table)) {
      write.append(
          CleanTables.TOUCHED_RECORD,
          Sql.of(text.get(table) + where).step("touched_key", keys),
          View.everything());
    }
    if (order.containsKey(table)) {
      write.append(
          CleanTables.TOUCHED_ORDER,
          Sql.of(order.get(table) + where).step("touched_key", keys),
          View.everything());
    }
  }

  private static Sql keysOf(TableSpec table, List<List<Value>> rows) {
    var keys = KEYS.getOrDefault(table, List.of());
    var text = new ArrayList<String>();
    var values = new HashMap<String, Value>();
    for (int i = 0; i < rows.size(); i++) {
      var cells = new ArrayList<String>();
      for (var key : keys) {
        var name = "k" + values.size();
        values.put(name, rows.get(i).get(table.columns().indexOf(table.column(key))));
        cells.add("#" + name);
      }
      text.add("select " + String.join(", ", cells));
    }
    return Sql.of(String.join(" union all ", text)).with(values);
  }

  /** Much at once, without looking for rows that are replaced. */
  public void fill(TableSpec table, Sql rows) {
    try (var write = warehouse.write(Set.of(table.name().concept()))) {
      write.append(table, rows, View.everything());
      write.commit();
    }
  }

  /** Takes away the rows of these refs, {@code source/key}. */
  public void remove(TableSpec table, String... refs) {
    var keys = KEYS.getOrDefault(table, List.of()).subList(0, 2);
    try (var write = warehouse.write(Set.of(table.name().concept()))) {
      for (var ref : refs) {
        int slash = ref.indexOf('/');
        var theirs =
            Sql.of("select #k0, #k1")
                .with("k0", Value.of(ref.substring(0, slash)))
                .with("k1", Value.of(ref.substring(slash + 1)));
        note(write, table, theirs, keys);
        write.delete(table, Slice.rows(theirs, keys.toArray(String[]::new)), View.everything());
      }
      write.commit();
    }
  }

  /** Runs steps one after the other, each given what the one before passed on. */
  public Delta run(List<Step> steps, Delta delta) {
    var concepts =
        Stream.concat(
                Stream.of("quality"),
                steps.stream().flatMap(s -> s.writes().stream()).map(d -> d.table().concept()))
            .collect(Collectors.toSet());
    var passed = delta;
    try (var write = warehouse.write(concepts)) {
      for (var step : steps) passed = step.run(passed, AS_OF, write, Progress.NONE);
      write.delete(CleanTables.TOUCHED_RECORD, new Slice.Whole(), View.everything());
      write.delete(CleanTables.TOUCHED_ORDER, new Slice.Whole(), View.everything());
      write.commit();
    }
    return passed;
  }

  /** The answer as a person would write it down: cells apart by a space, {@code -} for nothing. */
  public List<String> rows(String sql) {
    return rows(Sql.of(sql));
  }

  public List<String> rows(Sql sql) {
    return warehouse.query(sql, View.everything()).stream()
        .map(
            r ->
                r.cells().stream()
                    .map(c -> c instanceof Value.Missing ? "-" : c.shown())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
