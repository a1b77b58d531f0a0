package io.gongbi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.DelimitedFile;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Write;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that nobody fills: kept without a cell for each row, and filled like any other later. */
class UnfilledTest {
  private static final TableSpec DEED =
      TableSpec.derived(
          "test.deed",
          Column.open("id", ColumnType.WHOLE),
          Column.open("topic", ColumnType.TEXT),
          Column.open("page", ColumnType.TEXT),
          Column.open("score", ColumnType.DECIMAL),
          Column.open("note", ColumnType.TEXT));
  private static final View ALL = View.everything();
  private static final Sql ROWS =
      Sql.of(
          """
          select d.id, d.topic, d.page, d.score, d.note
          from {test.deed} d
          order by d.id nulls last
          """);

  @TempDir private Path folder;
  private DuckDbWarehouse warehouse;

  /** Two rows with a page; nobody has a topic, a score or a note. */
  @BeforeEach
  void twoPages() {
    open();
    write(
        w ->
            w.replace(
                DEED,
                new Slice.Whole(Set.of("topic", "score", "note")),
                Sql.of("select 1 as id, 'home' as page union all select 2 as id, 'cart' as page"),
                ALL));
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private void open() {
    warehouse =
        DuckDbWarehouse.open(folder, List.of(DEED), List.of(), DuckDbWarehouse.Settings.DEFAULT);
  }

  private void reopen() {
    warehouse.close();
    open();
  }

  private void write(Consumer<Write> work) {
    try (var write = warehouse.write(Set.of("test"))) {
      work.accept(write);
      write.commit();
    }
  }

  private List<String> rows() {
    return warehouse.query(ROWS, ALL).stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  @Test
  void unfilled_isNothing_andHasNoCells() {
    assertThat(rows()).containsExactly("1  home  ", "2  cart  ");
    assertThat(warehouse.unfilled().of(DEED.name()))
        .containsExactlyInAnyOrder("topic", "score", "note");
    reopen();
    assertThat(rows()).containsExactly("1  home  ", "2  cart  ");
    assertThat(warehouse.unfilled().of(DEED.name()))
        .containsExactlyInAnyOrder("topic", "score", "note");
  }

  /** Only what is named gets cells; a row in the same columns as before needs none. */
  @Test
  void appended_fillsWhatItNames() {
    write(w -> w.append(DEED, Sql.of("select 3 as id, 'pay' as page"), ALL));
    assertThat(warehouse.unfilled().of(DEED.name())).hasSize(3);
    write(
        w ->
            w.append(
                DEED,
                Sql.of("select 4 as id, #topic as topic, 2.5 as score")
                    .with("topic", Value.of("price")),
                ALL));
    assertThat(warehouse.unfilled().of(DEED.name())).containsExactly("note");
    reopen();
    assertThat(rows()).containsExactly("1  home  ", "2  cart  ", "3  pay  ", "4 price  2.5 ");
  }

  /** The order of the columns in the store is another by then than the one declared. */
  @Test
  void appendedFromJava_standsInItsColumns() {
    write(w -> w.append(DEED, Sql.of("select 3 as id, 'price' as topic"), ALL));
    reopen();
    write(
        w ->
            w.append(
                DEED,
                new Table(
                    DEED.columns(),
                    List.of(
                        List.of(
                            Value.of(4),
                            Value.of("taste"),
                            Value.of("shop"),
                            Value.missing(),
                            Value.of("good"))))));
    assertThat(rows())
        .containsExactly("1  home  ", "2  cart  ", "3 price   ", "4 taste shop  good");
    assertThat(warehouse.unfilled().of(DEED.name())).isEmpty();
  }

  @Test
  void replacedRows_fillWhatTheyName() {
    write(
        w ->
            w.replace(
                DEED,
                Slice.rows(Sql.of("select 2 as id"), "id"),
                Sql.of("select 2 as id, 'cart' as page, 'dear' as note"),
                ALL));
    assertThat(rows()).containsExactly("1  home  ", "2  cart  dear");
    assertThat(warehouse.unfilled().of(DEED.name())).containsExactlyInAnyOrder("topic", "score");
  }

  @Test
  void updated_fillsWhatItSets() {
    write(
        w ->
            w.update(
                DEED, "id", Map.of("note", "said"), Sql.of("select 1 as id, 'fine' as said"), ALL));
    assertThat(rows()).containsExactly("1  home  fine", "2  cart  ");
  }

  /** What a write that came to nothing made room for has no cells afterwards either. */
  @Test
  void rolledBack_leavesItAsItWas() {
    try (var write = warehouse.write(Set.of("test"))) {
      write.append(DEED, Sql.of("select 3 as id, 'x' as note"), ALL);
    }
    assertThat(rows()).containsExactly("1  home  ", "2  cart  ");
    assertThat(warehouse.unfilled().of(DEED.name())).contains("note");
    write(w -> w.append(DEED, Sql.of("select 3 as id, 'x' as note"), ALL));
    assertThat(rows()).containsExactly("1  home  ", "2  cart  ", "3    x");
  }

  @Test
  void clearedOrMadeWhole_hasCellsAgain() {
    write(w -> w.clear(DEED));
    assertThat(warehouse.unfilled().of(DEED.name())).isEmpty();
    write(w -> w.append(DEED, Sql.of("select 5 as id, 'n' as note"), ALL));
    assertThat(rows()).containsExactly("5    n");
    write(
        w ->
            w.replace(
                DEED,
                new Slice.Whole(Set.of("note")),
                Sql.of("select d.id, 't' as topic from {test.deed} d"),
                ALL));
    assertThat(rows()).containsExactly("5 t   ");
    assertThat(warehouse.unfilled().of(DEED.name())).containsExactly("note");
  }

  /** A file of what is no row comes after millions of rows that have nothing in these columns. */
  @Test
  void loaded_fillsWhatTheFileNames() throws Exception {
    var landed =
        TableSpec.kept(
            "test.landed",
            Column.open("batch", ColumnType.WHOLE),
            Column.open("line", ColumnType.WHOLE),
            Column.open("raw", ColumnType.TEXT),
            Column.open("c1", ColumnType.TEXT));
    var rows = Files.writeString(folder.resolve("incoming/rows.csv"), "1,a\n2,b\n");
    var others = Files.writeString(folder.resolve("incoming/others.csv"), "3,???\n");
    write(
        w -> {
          w.ensure(landed, Set.of("raw"));
          w.load(landed, new DelimitedFile(rows, ',', '"', List.of("c1"), 2, false), 7);
        });
    assertThat(warehouse.unfilled().of(landed.name())).containsExactly("raw");
    reopen();
    write(
        w -> {
          w.ensure(landed, Set.of("raw"));
          w.load(landed, new DelimitedFile(rows, ',', '"', List.of("c1"), 2, false), 8);
          w.load(landed, new DelimitedFile(others, ',', '"', List.of("raw"), 1, false), 8);
        });
    reopen();
    assertThat(
            warehouse
                .query(
                    Sql.of(
                        "select l.batch, l.line, l.raw, l.c1 from {test.landed} l order by 1, 2"),
                    ALL)
                .stream()
                .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList())))
        .containsExactly("7 1  a", "7 2  b", "8 1  a", "8 2  b", "8 3 ??? ");
  }

  /** Who says that nobody fills a column and then does is told, instead of losing the values. */
  @Test
  void brokenPromise_fails() {
    try (var write = warehouse.write(Set.of("test"))) {
      write.replace(
          DEED, new Slice.Whole(Set.of("note")), Sql.of("select 1 as id, 'a' as page"), ALL);
      assertThatThrownBy(() -> write.append(DEED, Sql.of("select 2 as id, 'lost' as note"), ALL))
          .isInstanceOf(SqlFailure.class);
    }
    assertThat(rows()).containsExactly("1  home  ", "2  cart  ");
  }
}
