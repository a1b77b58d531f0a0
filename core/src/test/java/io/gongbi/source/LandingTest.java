package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestData;
import io.gongbi.catalog.Label;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.refresh.Progress;
import io.gongbi.standard.EntityName;
import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LandingTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Warehouse warehouse;
  private Landing landing;

  @BeforeEach
  void open() {
    warehouse =
        DuckDbWarehouse.open(
            folder, Sources.TABLES, Sources.MIGRATIONS, DuckDbWarehouse.Settings.DEFAULT);
    landing = new Landing(warehouse, folder.resolve("incoming"), NOON);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private static Mapping mapping(Layout layout, String... columns) {
    return new Mapping(
        new SourceId("crm"),
        Label.typed("CRM"),
        "members",
        new EntityName("customer"),
        layout,
        List.of(columns[0]),
        Arrays.stream(columns)
            .map(c -> Mapping.Line.of(c, c.equals("卡号") ? "customer.member_card" : "customer.name"))
            .toList(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Landing.Batch land(String name, String text, Layout layout, String... columns)
      throws IOException {
    var file =
        Files.write(folder.resolve("upload"), text.getBytes(Charset.forName(layout.encoding())));
    return TestLanding.land(landing, file, name, mapping(layout, columns), false, Progress.NONE);
  }

  private List<String> landed() {
    return warehouse
        .query(
            Sql.of(
                """
                select t.batch, t.line, t.unreadable, t.raw, columns('c[0-9]+')
                from {source.crm_members} t
                order by t.batch nulls last,
                         t.line nulls last
                """),
            View.everything())
        .stream()
        .map(r -> String.join("|", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  private static Layout gbk() {
    return new Layout(Layout.Format.CSV, "GB18030", ',', '"', true, 0, Optional.empty());
  }

  @Test
  void columns_areFoundByName_whateverTheirOrder() throws IOException {
    land("a.csv", "卡号,姓名\nA1, 王芳 \n", gbk(), "卡号", "姓名");
    land("b.csv", "姓名,等级,卡号\n李雷,金卡,A2\n", Layout.csv(), "卡号", "姓名");
    assertThat(landed()).containsExactly("1|2|||A1| 王芳 |", "2|2|||A2|李雷|金卡");
  }

  @Test
  void linesThatAreNoRows_landWithTheirReason() throws IOException {
    var batch = land("a.csv", "卡号,姓名\nA1,王芳\nA2\nA3,韩梅梅\n", Layout.csv(), "卡号", "姓名");
    assertThat(batch.landed()).isEqualTo(3);
    assertThat(batch.unreadable()).isEqualTo(1);
    assertThat(landed())
        .containsExactly("1|2|||A1|王芳", "1|3|row.missing-columns|A2||", "1|4|||A3|韩梅梅");
  }

  @Test
  void sameFile_isRefusedOnce_andTakenWhenAskedFor() throws IOException {
    land("a.csv", "卡号,姓名\nA1,王芳\n", Layout.csv(), "卡号", "姓名");
    assertThatThrownBy(() -> land("b.csv", "卡号,姓名\nA1,王芳\n", Layout.csv(), "卡号", "姓名"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.same-file")
        .hasMessageContaining("a.csv");
    TestLanding.land(
        landing,
        folder.resolve("upload"),
        "b.csv",
        mapping(Layout.csv(), "卡号", "姓名"),
        true,
        Progress.NONE);
    assertThat(landed()).hasSize(2);
  }

  @Test
  void missingColumns_areAllNamed_andNothingLands() {
    assertThatThrownBy(() -> land("a.csv", "x,y\n1,2\n", Layout.csv(), "卡号", "姓名"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("卡号")
        .hasMessageContaining("姓名");
    assertThat(landing.landed().end()).isEqualTo(Position.START);
  }

  @Test
  void wrongEncoding_isToldWithItsLine() throws IOException {
    var bytes = "卡号,姓名\nA1,王芳\n".getBytes(Charset.forName("GB18030"));
    var file = Files.write(folder.resolve("upload"), bytes);
    assertThatThrownBy(
            () ->
                TestLanding.land(
                    landing,
                    file,
                    "a.csv",
                    mapping(Layout.csv(), "卡号", "姓名"),
                    false,
                    Progress.NONE))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  /**
   * Parts of at least 12 bytes of text: two rows, one, and the rest; the third has a line break.
   */
  @Test
  void rowsOfSeveralParts_areOneBatch() throws IOException {
    landing = new Landing(warehouse, folder.resolve("incoming"), NOON, 12);
    var batch =
        land(
            "a.csv",
            "卡号,姓名\nA1,Ann\nA2,Bob\nA3,\"Zoe\nZoe Zhang\"\nA4\nA5,Eve\n",
            Layout.csv(),
            "卡号",
            "姓名");
    assertThat(batch).isEqualTo(new Landing.Batch(1, batch.feed(), "a.csv", 4, 1));
    assertThat(landed())
        .containsExactly(
            "1|2|||A1|Ann",
            "1|3|||A2|Bob",
            "1|4|||A3|Zoe\nZoe Zhang",
            "1|6|row.missing-columns|A4||",
            "1|7|||A5|Eve");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  /** The first parts are read by then. */
  @Test
  void wrongEncodingInTheLastPart_leavesNothing() throws IOException {
    landing = new Landing(warehouse, folder.resolve("incoming"), NOON, 12);
    var text = new ByteArrayOutputStream();
    text.writeBytes("no,name\n1,Ann\n2,Bob\n3,Cy\n4,Dee\n".getBytes(StandardCharsets.UTF_8));
    text.writeBytes("5,王芳\n".getBytes(Charset.forName("GB18030")));
    var file = Files.write(folder.resolve("upload"), text.toByteArray());
    assertThatThrownBy(
            () ->
                TestLanding.land(
                    landing,
                    file,
                    "a.csv",
                    mapping(Layout.csv(), "no", "name"),
                    false,
                    Progress.NONE))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.wrong-encoding")
        .hasMessageContaining("a.csv:6");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    assertThat(landing.landed().end()).isEqualTo(Position.START);
    assertThat(warehouse.spec(TableName.of("source.crm_members"))).isEmpty();
  }

  /** One quote that is never closed costs its line; ragged and damaged lines cost theirs. */
  @Test
  void everyLineOfAnUglyFile_isARowOrHasItsReason() throws IOException {
    var batch =
        land(
            "a.csv",
            "卡号,姓名\r\nA1,\"王\r\n芳\"\nA2,\"李雷\nA3,韩梅梅,\r\n\n,\nA4,a\rb\nA5,\"x\"y\nA6\nA7,\0\nA8,z,1\nA9,\"赵\" \n",
            Layout.csv(),
            "卡号",
            "姓名");
    assertThat(landed())
        .containsExactly(
            "1|2|||A1|王\r\n芳",
            "1|4|row.unclosed-quote:4|A2,\"李雷||",
            "1|5|||A3|韩梅梅",
            "1|8|||A4|a\rb",
            "1|9|row.stray-quote:6|A5,\"x\"y||",
            "1|10|row.missing-columns|A6||",
            "1|11|row.nul:4|A7,␀||",
            "1|12|row.too-many-columns|A8,z,1||",
            "1|13|||A9|赵");
    assertThat(batch.rows()).isEqualTo(4);
    assertThat(batch.unreadable()).isEqualTo(5);
  }

  @Test
  void quoteThatIsNeverClosed_inAFileOfAHundredThousandLines_costsOneLine() throws IOException {
    var text = new StringBuilder("卡号,姓名\n");
    for (int i = 2; i <= 100_001; i++)
      text.append('A').append(i).append(i == 5000 ? ",\"x" : ",x").append('\n');
    var batch = land("a.csv", text.toString(), Layout.csv(), "卡号", "姓名");
    assertThat(batch.rows()).isEqualTo(99_999);
    assertThat(batch.unreadable()).isEqualTo(1);
    assertThat(
            warehouse
                .query(
                    Sql.of(
                        """
                        select t.line, t.unreadable
                        from {source.crm_members} t
                        where t.unreadable is not null
                           or t.c1 <> 'A' || t.line
                        """),
                    View.everything())
                .only()
                .cells())
        .containsExactly(Value.of(5_000), Value.of("row.unclosed-quote:7"));
  }

  @Test
  void lineWithoutEnd_isOneLine() throws IOException {
    var batch =
        land(
            "a.csv",
            "卡号,姓名\nA1,王芳\nA2," + "x".repeat(5_000_000) + "\nA3,李雷\n",
            Layout.csv(),
            "卡号",
            "姓名");
    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.unreadable()).isEqualTo(1);
    assertThat(landed())
        .extracting(r -> r.substring(0, Math.min(20, r.length())))
        .containsExactly("1|2|||A1|王芳", "1|3|row.too-long|A2,", "1|4|||A3|李雷");
  }

  @Test
  void numbersThatExcelCutOff_areRefused_whereTheyNameSomething() throws IOException {
    var text = "卡号,姓名\n123456789012345000,a\n223456789012345600,b\n323456789012345000,c\n";
    var other =
        "卡号,姓名\n123456789012345000,a\n223456789012345678,b\n323456789012345000,c\n423456789012345000,d\n";
    assertThat(land("a.csv", other, Layout.csv(), "卡号", "姓名").rows())
        .as("one of them has all its digits: the others may be chance")
        .isEqualTo(4);
    assertThatThrownBy(
            () ->
                land(
                    "b.csv",
                    text.replace("223456789012345600", "223456789012345000"),
                    Layout.csv(),
                    "卡号",
                    "姓名"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.rounded-numbers")
        .hasMessageContaining("卡号");
  }

  @Test
  void filesWithoutAnyRow_areRefused_andNothingLands() {
    for (var text : List.of("卡号,姓名\n", "卡号,姓名", "卡号,姓名\n\n,\n  \n")) {
      assertThatThrownBy(() -> land("a.csv", text, Layout.csv(), "卡号", "姓名"))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("source.no-rows");
    }
    for (var text : List.of("", "\n\n", ",\n")) {
      assertThatThrownBy(() -> land("a.csv", text, Layout.csv(), "卡号", "姓名"))
          .isInstanceOf(FaultException.class);
    }
    assertThat(landing.landed().end()).isEqualTo(Position.START);
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void feed_givesBatchesInOrder() throws IOException {
    land("a.csv", "卡号,姓名\nA1,王芳\n", Layout.csv(), "卡号", "姓名");
    land("b.csv", "卡号,姓名\nA2,李雷\n", Layout.csv(), "卡号", "姓名");
    assertThat(landing.landed().after(new Position(1), 10))
        .extracting(e -> e.position().value())
        .containsExactly(2L);
    assertThat(landing.landed().end()).isEqualTo(new Position(2));
  }

  @Test
  void onlineRetail_landsLineByLine() {
    var file = TestData.file("online-retail/online-retail.csv.gz");
    var layout = Looks.look(file, "online-retail.csv.gz").layout();
    var mapping =
        new Mapping(
            new SourceId("retail"),
            Label.typed("Online retail"),
            "lines",
            new EntityName("order_line"),
            layout,
            List.of(),
            List.of(Mapping.Line.of("InvoiceNo", "order.order_no")),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var batch =
        TestLanding.land(landing, file, "online-retail.csv.gz", mapping, false, Progress.NONE);
    assertThat(batch.landed()).isEqualTo(541_909);
    assertThat(batch.unreadable()).isZero();
    var counts =
        warehouse
            .query(
                Sql.of(
                    """
                    select count(distinct t.c1) as invoices,
                           count(distinct t.c7) as customers,
                           count(*) filter (where t.c7 is null) as anonymous,
                           min(t.line) as first_line,
                           max(t.line) as last_line
                    from {source.retail_lines} t
                    """),
                View.everything())
            .only();
    assertThat(counts.cells())
        .containsExactly(
            Value.of(25_900), Value.of(4_372), Value.of(135_080), Value.of(2), Value.of(541_910));
  }

  private Imports.Item item(String name, String text, String... columns) throws IOException {
    var file = Files.writeString(folder.resolve("upload-" + name), text);
    return new Imports.Item(file, name, mapping(Layout.csv(), columns));
  }

  /** b.csv has no column of cards, and d.csv says what a.csv said. */
  @Test
  void severalFiles_landInTheirOrder_andTheRefusedCostNoOther() throws IOException {
    var files =
        List.of(
            item("a.csv", "卡号,姓名\nA1,王芳\n", "卡号", "姓名"),
            item("b.csv", "会员,姓名\nA2,李雷\n", "卡号", "姓名"),
            item("c.csv", "卡号,姓名\nA3,韩梅梅\nA4,李雷\n", "卡号", "姓名"),
            item("d.csv", "卡号,姓名\nA1,王芳\n", "卡号", "姓名"));
    assertThatThrownBy(() -> TestLanding.land(landing, files, false, Progress.NONE))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactly("source.column-missing", "source.same-file"));
    assertThat(landed()).containsExactly("1|2|||A1|王芳", "2|2|||A3|韩梅梅", "2|3|||A4|李雷");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  /**
   * 50,000 objects lie between a key that all have and one that the last alone has: parts of 100 kB
   * have been stored by then, and are stored anew with the column that came too late.
   */
  @Test
  void keyFarDown_makesWhatWasStoredVoid() throws IOException {
    var text = new StringBuilder();
    for (int i = 1; i < 50_000; i++) text.append("{\"卡号\":\"A%05d\"}\n".formatted(i));
    text.append("{\"卡号\":\"A50000\",\"城市\":\"上海\"}\n");
    var file = Files.writeString(folder.resolve("upload"), text);
    var inParts = new Landing(warehouse, folder.resolve("incoming"), NOON, 100_000);
    var layout = Looks.look(file, "a.ndjson").layout();
    assertThat(
            TestLanding.land(inParts, file, "a.ndjson", mapping(layout, "卡号"), false, Progress.NONE)
                .rows())
        .isEqualTo(50_000);
    assertThat(landed()).hasSize(50_000).first().isEqualTo("1|1|||A00001|");
    assertThat(landed()).last().isEqualTo("1|50000|||A50000|上海");
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  /** Hears how far the reading is that lands rows; stops it once so many bytes were read. */
  private static final class Watching implements Progress {
    private final long most;
    private final List<String> steps = new ArrayList<>();
    private final List<List<Long>> read = new ArrayList<>();

    Watching(long most) {
      this.most = most;
    }

    @Override
    public void step(String name, Label label) {
      steps.add(name);
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public synchronized void read(long bytes, long size, long rows) {
      if (!steps.getLast().equals("source.read")) return;
      if (bytes > most) throw new CancelledException();
      read.add(List.of(bytes, size, rows));
    }

    @Override
    public void onCancel(Runnable stop) {}
  }

  /** 300,000 rows of 20 bytes below 14 of the header: 6,000,014 bytes, of which each MB is told. */
  private Path sixMegabytes() throws IOException {
    var text = new StringBuilder("卡号,姓名\n");
    for (int i = 0; i < 300_000; i++) text.append("C%08d,王芳芳\n".formatted(i));
    return Files.writeString(folder.resolve("upload"), text);
  }

  /** A part is about a million bytes, so that the last word is of some parts and not of all. */
  @Test
  void reading_tellsBytesOfTheFile_andRowsOfWholeParts() throws IOException {
    var file = sixMegabytes();
    long size = Files.size(file);
    var inParts = new Landing(warehouse, folder.resolve("incoming"), NOON, 1_000_000);
    var watching = new Watching(Long.MAX_VALUE);
    TestLanding.land(inParts, file, "a.csv", mapping(Layout.csv(), "卡号", "姓名"), false, watching);
    assertThat(watching.steps).containsExactly("source.compare", "source.read", "source.land");
    assertThat(watching.read).hasSize(5).allMatch(told -> told.get(1) == size);
    assertThat(watching.read)
        .extracting(told -> told.get(0) >> 20)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(watching.read.getLast().get(2)).isBetween(1L, 300_000L);
  }

  @Test
  void stoppedInTheMiddleOfAFile_nothingOfItIsThere_andItGoesInAfterwards() throws IOException {
    var file = sixMegabytes();
    var mapping = mapping(Layout.csv(), "卡号", "姓名");
    assertThatThrownBy(
            () -> TestLanding.land(landing, file, "a.csv", mapping, false, new Watching(3 << 20)))
        .isInstanceOf(CancelledException.class);
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
    assertThat(TestLanding.land(landing, file, "a.csv", mapping, false, Progress.NONE).rows())
        .isEqualTo(300_000);
    assertThat(landed()).hasSize(300_000);
  }
}
