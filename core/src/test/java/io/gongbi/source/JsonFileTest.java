package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Label;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonFileTest {
  @TempDir Path folder;
  private Warehouse warehouse;
  private Landing landing;

  @BeforeEach
  void open() {
    warehouse =
        DuckDbWarehouse.open(
            folder, Sources.TABLES, Sources.MIGRATIONS, DuckDbWarehouse.Settings.DEFAULT);
    landing =
        new Landing(
            warehouse,
            folder.resolve("incoming"),
            Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("upload"), text);
  }

  private Landing.Batch land(String text, String... columns) throws IOException {
    return land(file(text), columns);
  }

  private Landing.Batch land(Path file, String... columns) {
    var mapping =
        new Mapping(
            new SourceId("mini"),
            Label.typed("Mini"),
            "events",
            Standard.EVENT,
            Looks.look(file, "e.json").layout(),
            List.of(columns[0]),
            List.of(
                Mapping.Line.of(columns[0], "event.event_no"),
                Mapping.Line.of(columns[1], "event.name")),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return TestLanding.land(landing, file, "e.json", mapping, false, Progress.NONE);
  }

  /** {@code line|unreadable|raw|cells}, and what the cells are called. */
  private List<String> landed() {
    var all = View.everything();
    var names =
        warehouse
            .query(Sql.of("select h.name from {source.heading} h order by h.place nulls last"), all)
            .stream()
            .map(r -> r.text("name"))
            .collect(Collectors.joining(","));
    var rows =
        warehouse
            .query(
                Sql.of(
                    """
                    select t.batch, t.line, t.unreadable, t.raw, columns('c[0-9]+')
                    from {source.mini_events} t
                    order by t.batch nulls last,
                             t.line nulls last
                    """),
                all)
            .stream()
            .map(
                r -> r.cells().stream().skip(1).map(Value::shown).collect(Collectors.joining("|")));
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(names), rows).toList();
  }

  @Test
  void nestedObjects_becomeColumns_listsStayText() throws IOException {
    var look =
        Looks.look(
            file(
                """
                {"id":1,"goods":{"sku":"T1","tags":["茶","新"]},"big":20260301000000000123}
                {"id":2,"ok":true,"none":null,"goods":{"sku":"a,\\"b\\"\\nc"},"of":{"a":{"b":1e5}}}
                """),
            "e.ndjson");
    assertThat(look.layout()).isEqualTo(Layout.json("UTF-8"));
    assertThat(look.columnNames())
        .containsExactly("id", "goods.sku", "goods.tags", "big", "ok", "none", "of.a.b");
    assertThat(look.rows())
        .as("numbers keep every digit that was written")
        .containsExactly(
            List.of("1", "T1", "[\"茶\",\"新\"]", "20260301000000000123", "", "", ""),
            List.of("2", "a,\"b\"\nc", "", "", "true", "", "1e5"));
  }

  @Test
  void aBadLine_costsItselfOnly() throws IOException {
    var batch =
        land(
            """
            {"id":"1","name":"view"}
            {"id":"2","name":
            ["3"]

            {"id":"4","name":"a","name":"b"}
            {"id":"5","name":"x\\u0000y"}
            {"id":"6","name":"cart"} trailing
            {"id":"7","name":"pay"}
            {"id":"8","name":"pay"}
            {"id":"9","name":"pay"}
            {"id":"10","name":"pay"}
            """,
            "id",
            "name");
    assertThat(batch).isEqualTo(new Landing.Batch(1, batch.feed(), "e.json", 5, 5));
    assertThat(landed())
        .containsExactly(
            "id,name",
            "1|||1|view",
            "2|row.broken-json:18|{\"id\":\"2\",\"name\":||",
            "3|row.not-an-object|[\"3\"]||",
            "5|row.key-twice|{\"id\":\"4\",\"name\":\"a\",\"name\":\"b\"}||",
            "6|row.nul|{\"id\":\"5\",\"name\":\"x\\u0000y\"}||",
            "7|row.broken-json:26|{\"id\":\"6\",\"name\":\"cart\"} trailing||",
            "8|||7|pay",
            "9|||8|pay",
            "10|||9|pay",
            "11|||10|pay");
  }

  @Test
  void aLineWithoutEnd_isCutOffAndNotKept() throws IOException {
    land(
        "{\"id\":\"1\",\"name\":\"a\"}\n{\"id\":\"2\",\"name\":\""
            + "x".repeat(3_000_000)
            + "\"}\n{\"id\":\"3\",\"name\":\"c\"}\n{\"id\":\"4\",\"name\":\"d\"}",
        "id",
        "name");
    assertThat(landed().stream().map(r -> r.length() > 40 ? r.substring(0, 40) : r))
        .containsExactly(
            "id,name",
            "1|||1|a",
            "2|row.too-long|{\"id\":\"2\",\"name\":\"xxxxxxxx".substring(0, 40),
            "3|||3|c",
            "4|||4|d");
  }

  @Test
  void keysThatComeLate_areColumnsToo_andThoseThatNeverComeAreNoFault() throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < JsonFile.SAMPLE + 5; i++)
      text.append("{\"id\":\"").append(i).append("\"}\n");
    text.append("{\"id\":\"late\",\"keyword\":\"龙井\"}\n");
    var batch = land(text.toString(), "id", "name");
    assertThat(batch.rows()).isEqualTo(JsonFile.SAMPLE + 6);
    assertThat(landed())
        .startsWith("id,keyword,name", "1|||0||")
        .endsWith((JsonFile.SAMPLE + 6) + "|||late|龙井|");
  }

  @Test
  void listsOfObjects_whereverTheyStand() throws IOException {
    var rows = List.of(List.of("1", "a"), List.of("2", "b"));
    for (var text :
        List.of(
            "[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"b\"}]",
            "\uFEFF[\n  {\"id\":1,\n   \"name\":\"a\"},\n  {\"id\":2,\"name\":\"b\"}\n]\n",
            "{\"code\":0,\"data\":{\"list\":[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"b\"}]}}",
            "{\"code\": 0,\n\"tags\": [1, 2],\n\"rows\": [\n{\"id\":1,\"name\":\"a\"},\n{\"id\":2,\"name\":\"b\"}\n]}")) {
      var look = Looks.look(file(text), "e.json");
      assertThat(look.columnNames()).as(text).containsExactly("id", "name");
      assertThat(look.rows()).as(text).isEqualTo(rows);
      assertThat(look.lines()).as("objects are counted").containsExactly(1L, 2L);
    }
  }

  @Test
  void oneObjectALine_withAListInEach_staysOneRowALine() throws IOException {
    var look =
        Looks.look(
            file(
                "{\"no\":1,\"items\":[{\"sku\":\"T1\"}]}\n{\"no\":2,\"items\":[{\"sku\":\"T2\"}]}\n"),
            "orders.ndjson");
    assertThat(look.rows())
        .containsExactly(List.of("1", "[{\"sku\":\"T1\"}]"), List.of("2", "[{\"sku\":\"T2\"}]"));
  }

  @Test
  void anyEncoding_isRead() throws IOException {
    var text = "{\"id\":\"1\",\"name\":\"浏览商品\"}\n{\"id\":\"2\",\"name\":\"加入购物车\"}\n";
    for (var charset : List.of("GB18030", "UTF-16LE")) {
      var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
      var file =
          Files.write(folder.resolve("upload"), (mark + text).getBytes(Charset.forName(charset)));
      assertThat(Looks.look(file, "e.ndjson").rows())
          .as(charset)
          .containsExactly(List.of("1", "浏览商品"), List.of("2", "加入购物车"));
    }
  }

  @Test
  void whatCannotBeATable_saysWhy() throws IOException {
    assertRefused("[{\"id\":1},{\"id\":2", "source.damaged-json");
    assertRefused("{\"a\":{\"b\":1},\n\"c\":[1,2]}", "source.json-no-rows");
    assertRefused("{\"a\":[{\"b\":1}],\"c\":[{\"d\":2}]}", "source.json-several-lists");
    var wide = new StringBuilder("{\"k\":0");
    for (int i = 0; i < 5_000; i++) wide.append(",\"k").append(i).append("\":1");
    assertRefused(wide.append('}').toString(), "source.too-many-columns");
  }

  private void assertRefused(String text, String code) throws IOException {
    var file = file(text);
    assertThatThrownBy(() -> Looks.look(file, "e.json"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining(code);
  }

  @Test
  void aListThatBreaksOff_landsNothing() throws IOException {
    var list = new StringBuilder("[");
    for (int i = 0; i < JsonFile.SAMPLE + 10; i++) {
      list.append(i == 0 ? "" : ",\n").append("{\"id\":\"").append(i).append("\",\"name\":\"v\"}");
    }
    var file = Files.write(folder.resolve("f"), list.toString().getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> land(file, "id", "name")).hasMessageContaining("source.damaged-json");
    assertThat(
            warehouse
                .query(Sql.of("select b.batch from {source.batch} b"), View.everything())
                .rows())
        .isEmpty();
  }
}
