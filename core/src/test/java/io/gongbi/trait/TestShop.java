package io.gongbi.trait;

import io.gongbi.calendar.AsOf;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Refresher;
import io.gongbi.refresh.Step;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Migration;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A warehouse with customers, orders and events written down in a test: one row a line, {@code
 * column=value} for columns that matter, the rest empty. {@code day} gives {@code happened_at} its
 * noon in Shanghai.
 */
public final class TestShop implements AutoCloseable {
  public final Warehouse warehouse;
  public final Traits traits;

  public TestShop(Path folder) {
    this(folder, List.of(), List.of());
  }

  public TestShop(Path folder, List<TableSpec> more, List<Migration> migrations) {
    var specs = new ArrayList<TableSpec>();
    specs.addAll(Refresher.TABLES);
    specs.addAll(ProfileTables.TABLES);
    specs.addAll(Traits.TABLES);
    specs.addAll(more);
    var all = new ArrayList<Migration>(Refresher.MIGRATIONS);
    all.addAll(Traits.MIGRATIONS);
    all.addAll(migrations);
    warehouse = DuckDbWarehouse.open(folder, specs, all, DuckDbWarehouse.Settings.DEFAULT);
    traits = new Traits(warehouse);
  }

  /** Refreshes these steps over what stands here; no file ever lands. */
  public Refresher refresher(Supplier<List<Step>> steps, Supplier<AsOf> asOf) {
    return new Refresher(warehouse, new NothingLands(), steps, write -> asOf.get(), Set.of());
  }

  private record NothingLands() implements Feed<Long> {
    @Override
    public String name() {
      return "source.batch";
    }

    @Override
    public List<Entry<Long>> after(Position position, int limit) {
      return List.of();
    }

    @Override
    public Position end() {
      return Position.START;
    }
  }

  public TestShop customers(String rows) {
    return put(ProfileTables.CUSTOMER, rows);
  }

  public TestShop orders(String rows) {
    return put(ProfileTables.ORDER, rows);
  }

  public TestShop events(String rows) {
    return put(ProfileTables.EVENT, rows);
  }

  /** Replaces the table. */
  public TestShop put(TableSpec table, String rows) {
    var cells = rows.lines().filter(l -> !l.isBlank()).map(l -> row(table, l)).toList();
    return put(table, new Table(table.columns(), cells));
  }

  public TestShop put(TableSpec table, Table rows) {
    try (var write = warehouse.write(Set.of(table.name().concept()))) {
      write.delete(table, new Slice.Whole(), View.everything());
      write.append(table, rows);
      write.commit();
    }
    return this;
  }

  private static List<Value> row(TableSpec table, String line) {
    var given = new java.util.HashMap<String, String>();
    for (var part : line.strip().split("\\s+")) {
      int end = part.indexOf('=');
      given.put(part.substring(0, end), part.substring(end + 1));
    }
    if (given.containsKey("day") && table.has("happened_at")) {
      given.putIfAbsent("happened_at", given.get("day") + "T04:00:00Z");
    }
    var unknown = new ArrayList<>(given.keySet());
    table.columns().forEach(c -> unknown.remove(c.name()));
    if (!unknown.isEmpty()) throw new IllegalArgumentException(table.name() + " has no " + unknown);
    return table.columns().stream().map(c -> value(given.get(c.name()), c.type())).toList();
  }

  private static Value value(@org.jspecify.annotations.Nullable String text, ColumnType type) {
    if (text == null) return Value.missing();
    return switch (type) {
      case TEXT -> Value.of(text);
      case WHOLE -> Value.of(Long.parseLong(text));
      case DECIMAL -> Value.of(new BigDecimal(text));
      case REAL -> Value.of(Double.parseDouble(text));
      case FLAG -> Value.of(Boolean.parseBoolean(text));
      case DAY -> Value.of(LocalDate.parse(text));
      case MOMENT -> Value.of(Instant.parse(text));
      case TEXT_LIST -> Value.of(List.of(text.split(",")));
    };
  }

  /** The rows as a person would write them, cells apart by a blank, missing ones as {@code -}. */
  public List<String> rows(Sql sql, View view) {
    return shown(warehouse.query(sql, view));
  }

  public List<String> rows(String sql) {
    return rows(Sql.of(sql), View.everything());
  }

  public static List<String> shown(Table table) {
    return table.rows().stream()
        .map(
            cells ->
                String.join(
                    " ",
                    cells.stream().map(v -> v instanceof Value.Missing ? "-" : v.shown()).toList()))
        .toList();
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
