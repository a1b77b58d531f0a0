package io.gongbi.warehouse;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder that an engine is opened on, and visits of three customers to begin with. */
public abstract class WarehouseFolder {
  static final TableSpec VISIT =
      TableSpec.derived(
          "test.visit",
          Column.open("customer_id", ColumnType.WHOLE),
          Column.personal("phone", ColumnType.TEXT),
          Column.open("city", ColumnType.TEXT),
          Column.open("day", ColumnType.DAY),
          Column.open("spent", ColumnType.DECIMAL));

  static final TableSpec LANDED =
      TableSpec.kept(
          "test.landed",
          Column.open("batch", ColumnType.WHOLE),
          Column.open("line", ColumnType.WHOLE),
          Column.open("unreadable", ColumnType.TEXT),
          Column.open("raw", ColumnType.TEXT),
          Column.open("c1", ColumnType.TEXT),
          Column.open("c2", ColumnType.TEXT),
          Column.open("c3", ColumnType.TEXT));

  @TempDir protected Path folder;
  protected Warehouse warehouse;

  protected abstract Warehouse open(Path folder, List<TableSpec> specs);

  void start(TableSpec... specs) {
    warehouse = open(folder, List.of(specs));
  }

  @AfterEach
  void stop() {
    if (warehouse != null) warehouse.close();
  }

  /** Ann and Bo of 上海 spent 10 and 5 on the 1st, Cy of 北京 7 on the 2nd. */
  void visits() {
    start(VISIT);
    try (var write = warehouse.write(Set.of("test"))) {
      write.append(
          VISIT,
          new Table(
              VISIT.columns(),
              List.of(
                  visit(1, "13900000001", "上海", "2026-03-01", "10"),
                  visit(2, "13900000002", "上海", "2026-03-01", "5"),
                  visit(3, "13900000003", "北京", "2026-03-02", "7"))));
      write.commit();
    }
  }

  private static List<Value> visit(long id, String phone, String city, String day, String spent) {
    return List.of(
        Value.of(id),
        Value.of(phone),
        Value.of(city),
        Value.of(LocalDate.parse(day)),
        Value.of(new BigDecimal(spent)));
  }

  List<String> rows(Sql sql, View view) {
    return warehouse.query(sql, view).stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }
}
