package io.gongbi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every warehouse engine must do. An engine passes by a subclass that opens it on a folder.
 */
public abstract class WarehouseContract {
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

  private void start(TableSpec... specs) {
    warehouse = open(folder, List.of(specs));
  }

  @AfterEach
  void stop() {
    if (warehouse != null) warehouse.close();
  }

  /** Ann and Bo of 上海 spent 10 and 5 on the 1st, Cy of 北京 7 on the 2nd. */
  private void visits() {
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

  /** 上海 alone, among 3 and among 40 texts: customers 1 and 2, and never who has no city. */
  @Test
  void amongFewOrMany_findsTheSame() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.append(
          VISIT,
          Sql.of("select 4 as customer_id, cast(null as varchar) as city"),
          View.everything());
      write.commit();
    }
    for (int others : new int[] {0, 2, 39}) {
      var names = new ArrayList<String>(List.of("#city"));
      var values = new HashMap<String, Value>(Map.of("city", Value.of("上海")));
      for (int i = 0; i < others; i++) {
        names.add("#other" + i);
        values.put("other" + i, Value.of("城" + i));
      }
      var is = Among.text("v.city", names);
      assertThat(
              warehouse
                  .query(
                      Sql.of(
                              """
                              select v.customer_id, %1$s as is_in
                              from {test.visit} v
                              where coalesce(%1$s, true)
                              order by v.customer_id nulls last
                              """
                                  .formatted(is))
                          .with(values),
                      View.everything())
                  .stream()
                  .map(Row::cells))
          .containsExactly(
              List.of(Value.of(1), Value.of(true)),
              List.of(Value.of(2), Value.of(true)),
              List.of(Value.of(4), Value.missing()));
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

  private List<String> rows(Sql sql, View view) {
    return warehouse.query(sql, view).stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  private static final Sql BY_CITY =
      Sql.of(
              """
          select t.city,
                 count(*) as visits,
                 sum(t.spent) as spent
          from {test.visit} t
          where t.spent >= #least
          group by t.city
          order by t.city nulls last
          """)
          .with("least", Value.of(6));

  @Test
  void query_answersWithTypedCells() {
    visits();
    assertThat(rows(BY_CITY, View.everything())).containsExactly("上海 1 10", "北京 1 7");
  }

  @Test
  void oneText_answersForEveryView() {
    visits();
    var south =
        View.of(
            "test.visit",
            Sql.of(
                    """
                    select v.customer_id, gb_mask(v.phone) as phone, v.city, v.day, v.spent
                    from {test.visit} v where v.city = #city
                    """)
                .with("city", Value.of("上海")));
    assertThat(rows(BY_CITY, south)).containsExactly("上海 1 10");
    var phones = Sql.of("select t.phone from {test.visit} t order by t.customer_id");
    assertThat(rows(phones, south)).containsExactly("139****0001", "139****0002");
    var byPhone =
        Sql.of("select count(*) as n from {test.visit} t where t.phone = #phone")
            .with("phone", Value.of("13900000001"));
    assertThat(rows(byPhone, View.everything())).containsExactly("1");
    assertThat(rows(byPhone, south)).containsExactly("0");
    var onlyTwo = View.of("test.visit", Sql.of("select * from {test.visit} where customer_id = 2"));
    assertThat(rows(phones, onlyTwo.over(south))).containsExactly("139****0002");
  }

  @Test
  void write_isSeenByOthersOnlyAfterCommit() {
    visits();
    var count = Sql.of("select count(*) as n from {test.visit} t");
    try (var write = warehouse.write(Set.of("test"))) {
      write.delete(VISIT, new Slice.Whole(), View.everything());
      assertThat(write.query(count, View.everything()).only().whole("n")).isZero();
      assertThat(rows(count, View.everything())).containsExactly("3");
    }
    assertThat(rows(count, View.everything())).as("closed without commit").containsExactly("3");
  }

  /** An engine was seen to lose the statistics of the second insert, and with them its rows. */
  @ParameterizedTest
  @ValueSource(strings = {"", " order by s.customer_id"})
  void write_findsWhatFollowsAnEmptyInsert(String order) {
    var source = TableSpec.derived("test.source", Column.open("customer_id", ColumnType.WHOLE));
    start(VISIT, source);
    try (var write = warehouse.write(Set.of("test"))) {
      write.append(
          source,
          Sql.of("select r.range + 1 as customer_id from range(300000) r"),
          View.everything());
      write.commit();
    }
    var many = Sql.of("select s.customer_id from {test.source} s" + order);
    var none = Sql.of("select s.customer_id from {test.source} s where false" + order);
    var found =
        Sql.of(
            """
            select count(*) filter (where t.customer_id > 150000) as later,
                   max(t.customer_id) as last
            from {test.visit} t
            where t.customer_id > 1
            """);
    var two = Sql.of("select 2 as customer_id");
    try (var write = warehouse.write(Set.of("test"))) {
      write.append(VISIT, none, View.everything());
      write.replace(VISIT, Slice.rows(two, "customer_id"), none, View.everything());
      write.append(VISIT, many, View.everything());
      assertThat(write.query(found, View.everything()).only().cells())
          .containsExactly(Value.of(150_000), Value.of(300_000));
      write.commit();
    }
    assertThat(rows(found, View.everything())).containsExactly("150000 300000");
    try (var write = warehouse.write(Set.of("test"))) {
      write.replace(VISIT, new Slice.Whole(), none, View.everything());
      write.append(VISIT, many, View.everything());
      write.commit();
    }
    assertThat(rows(found, View.everything())).containsExactly("150000 300000");
  }

  @Test
  void replace_swapsTheWholeTable_evenWhenItReadsItself() {
    visits();
    var doubled =
        Sql.of(
            "select t.customer_id, t.city, t.spent * 2 as spent from {test.visit} t where t.spent > 5");
    try (var write = warehouse.write(Set.of("test"))) {
      assertThat(write.replace(VISIT, new Slice.Whole(), doubled, View.everything())).isEqualTo(2);
      write.commit();
    }
    assertThat(
            rows(
                Sql.of(
                    "select t.customer_id, t.spent, t.phone from {test.visit} t order by t.customer_id"),
                View.everything()))
        .containsExactly("1 20 ", "3 14 ");
    assertThat(warehouse.stale()).isEmpty();
  }

  @Test
  void clear_leavesNothing_andTakesRowsAgain_inTheSameTransaction() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.clear(VISIT);
      assertThat(write.query(Sql.of("select t.customer_id from {test.visit} t"), View.everything()))
          .matches(t -> t.size() == 0);
      write.append(VISIT, Sql.of("select cast(7 as bigint) as customer_id"), View.everything());
      write.commit();
    }
    assertThat(rows(Sql.of("select t.customer_id from {test.visit} t"), View.everything()))
        .containsExactly("7");
    assertThat(warehouse.stale()).isEmpty();
  }

  @Test
  void replace_touchesOnlyItsSlice() {
    visits();
    var moved =
        Sql.of(
            "select t.customer_id, '杭州' as city, t.spent from {test.visit} t where t.city = '上海'");
    try (var write = warehouse.write(Set.of("test"))) {
      write.replace(
          VISIT,
          Slice.rows(
              Sql.of("select t.customer_id from {test.visit} t where t.city = '上海'"),
              "customer_id"),
          moved,
          View.everything());
      write.commit();
    }
    assertThat(
            rows(
                Sql.of("select t.customer_id, t.city from {test.visit} t order by t.customer_id"),
                View.everything()))
        .containsExactly("1 杭州", "2 杭州", "3 北京");
  }

  @Test
  void update_setsColumnsOfMatchingRows() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.update(
          VISIT,
          "customer_id",
          Map.of("city", "town"),
          Sql.of("select t.customer_id, 'X' as town from {test.visit} t where t.customer_id = 2"),
          View.everything());
      write.commit();
    }
    assertThat(
            rows(
                Sql.of("select t.city from {test.visit} t order by t.customer_id"),
                View.everything()))
        .containsExactly("上海", "X", "北京");
  }

  @Test
  void mark_isCommittedWithTheRows() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.mark("reader", new Position(7));
      assertThat(write.reached("reader")).isEqualTo(new Position(7));
      assertThat(warehouse.reached("reader")).isEqualTo(Position.START);
      write.commit();
    }
    assertThat(warehouse.reached("reader")).isEqualTo(new Position(7));
  }

  @Test
  void write_refusesTablesOfOtherConcepts() {
    visits();
    try (var write = warehouse.write(Set.of("other"))) {
      assertThatThrownBy(() -> write.delete(VISIT, new Slice.Whole(), View.everything()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void cancelledWrite_leavesNothing() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.delete(VISIT, new Slice.Whole(), View.everything());
      write.cancel();
      assertThatThrownBy(write::commit).isInstanceOf(CancelledException.class);
    }
    assertThat(rows(Sql.of("select count(*) as n from {test.visit} t"), View.everything()))
        .containsExactly("3");
  }

  @Test
  void derivedTable_isMadeAnewAndStale_whenItsDeclarationChanged() {
    visits();
    try (var write = warehouse.write(Set.of("test"))) {
      write.replace(
          VISIT, new Slice.Whole(), Sql.of("select * from {test.visit}"), View.everything());
      write.commit();
    }
    assertThat(warehouse.stale()).isEmpty();
    warehouse.close();
    start(VISIT);
    assertThat(warehouse.stale()).isEmpty();
    assertThat(rows(Sql.of("select count(*) as n from {test.visit} t"), View.everything()))
        .containsExactly("3");
    warehouse.close();
    var columns = new ArrayList<>(VISIT.columns());
    columns.add(Column.open("shop", ColumnType.TEXT));
    start(TableSpec.of(VISIT.name(), TableSpec.Keeping.DERIVED, columns));
    assertThat(warehouse.stale()).containsExactly(VISIT.name());
    assertThat(rows(Sql.of("select count(t.shop) as n from {test.visit} t"), View.everything()))
        .containsExactly("0");
  }

  @Test
  void tableMadeAtRunTime_isKnownAfterReopening_andGrows() {
    start(VISIT);
    try (var write = warehouse.write(Set.of("test"))) {
      write.ensure(LANDED);
      write.commit();
    }
    var wider = new ArrayList<>(LANDED.columns());
    wider.add(Column.personal("c4", ColumnType.TEXT));
    try (var write = warehouse.write(Set.of("test"))) {
      write.ensure(TableSpec.of(LANDED.name(), TableSpec.Keeping.KEPT, wider));
      write.commit();
    }
    warehouse.close();
    start(VISIT);
    assertThat(warehouse.spec(LANDED.name()).orElseThrow().columns()).isEqualTo(wider);
  }

  /** The first field is the line; line breaks, quotes and the delimiter are part of a field. */
  @Test
  void load_givesEveryFieldAsItIs() throws Exception {
    start(VISIT);
    var file = Files.createDirectories(folder.resolve("incoming")).resolve("rows.csv");
    Files.writeString(
        file,
        "3,1,2,3\n4,\"x\ny\r\nz\rw\",5,\"\"\n8,021,\"2\"\"2\",\"a,b\"\n",
        StandardCharsets.UTF_8);
    try (var write = warehouse.write(Set.of("test"))) {
      write.ensure(LANDED);
      assertThat(
              write.load(
                  LANDED,
                  new DelimitedFile(file, ',', '"', List.of("c1", "c2", "c3"), 3, true),
                  42))
          .isEqualTo(3);
      write.commit();
    }
    assertThat(
            rows(
                Sql.of(
                    """
                    select t.batch, t.line, t.c1, t.c2, t.c3
                    from {test.landed} t
                    order by t.line
                    """),
                View.everything()))
        .containsExactly("42 3 1 2 3", "42 4 x\ny\r\nz\rw 5 ", "42 8 021 2\"2 a,b");
  }

  @Test
  void load_readsNoFileOutsideTheFolder() throws Exception {
    start(VISIT);
    var outside = Files.createTempFile("outside", ".csv");
    Files.writeString(outside, "1,2,3\n");
    try (var write = warehouse.write(Set.of("test"))) {
      write.ensure(LANDED);
      var file = new DelimitedFile(outside, ',', '"', List.of("c1", "c2"), 1, false);
      assertThatThrownBy(() -> write.load(LANDED, file, 1)).isInstanceOf(SqlFailure.class);
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void moments_areUtc_andDaysAreOfTheZone() {
    start(VISIT);
    var sql =
        Sql.of(
                """
            select gb_utc(timestamp '2026-03-01 07:30:00', 'Asia/Shanghai') as m,
                   gb_local_day(#moment, 'Asia/Shanghai') as d,
                   gb_days(date '2026-02-27', date '2026-03-01') as n,
                   gb_hours(#moment, timestamp '2026-03-01 01:30:00') as h
            """)
            .with("moment", Value.of(Instant.parse("2026-02-28T16:00:00Z")));
    assertThat(warehouse.query(sql, View.everything()).only().cells())
        .containsExactly(
            Value.of(Instant.parse("2026-02-28T23:30:00Z")),
            Value.of(LocalDate.parse("2026-03-01")),
            Value.of(2),
            Value.of(9.5));
  }

  /** Ann and Cy find themselves on their day; Bo, who looks after his, finds nothing. */
  @Test
  void joinFirst_findsTheFirstRowNotBefore() {
    visits();
    var join =
        warehouse
            .dialect()
            .joinFirst("visits", "v", "v.customer_id = a.customer_id", "v.day", "a.since");
    var sql =
        Sql.of(
                """
            select a.customer_id,
                   v.day
            from asked a
            %s
            order by a.customer_id nulls last,
                     v.day nulls last
            """
                    .formatted(join))
            .step(
                "asked",
                """
                select t.customer_id,
                       case when t.customer_id = 2 then date '2026-03-02' else date '2026-03-01' end
                         as since
                from {test.visit} t
                """)
            .step(
                "visits",
                """
                select t.customer_id, t.day from {test.visit} t
                union all
                select 1 as customer_id, date '2026-03-05' as day
                union all
                select 1 as customer_id, date '2026-02-05' as day
                """);
    assertThat(rows(sql, View.everything())).containsExactly("1 2026-03-01", "3 2026-03-02");
  }
}
