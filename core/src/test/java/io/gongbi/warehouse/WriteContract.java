package io.gongbi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Write} must do. An engine passes by a subclass that opens it on a folder. */
public abstract class WriteContract extends WarehouseFolder {
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
}
