package io.gongbi.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gongbi.Gongbi;
import io.gongbi.MovingClock;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Messages;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Run;
import io.gongbi.warehouse.CancelledException;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people hand in that is not as it should be, each with its whole outcome: a fault that says
 * what to do, in both languages, or rows set aside. Every file goes the way of the wizard: handed
 * in, looked at, mapped as suggested, imported. Nothing is lost: what landed is what became of it.
 */
final class BadInputTest {
  private static final String HEAD = "订单编号,付款时间,实付金额\n";
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir private Path folder;
  private Gongbi gongbi;

  @BeforeEach
  void open() {
    gongbi = Gongbi.open(folder.resolve("data"), new MovingClock("2026-04-01T04:00:00Z"));
  }

  @AfterEach
  void close() {
    gongbi.close();
  }

  private String outcome(String name, String text) {
    return outcome(name, text.getBytes(UTF_8));
  }

  /** {@code landed 3 = clean 2 + quarantined 1 (4: quality.time-zero)}, or {@code refused: …}. */
  private String outcome(String name, byte[] bytes) {
    try {
      var upload = handedIn(name, bytes);
      return imported(upload, Looks.look(upload.path(), name));
    } catch (FaultException e) {
      return refused(e.faults());
    }
  }

  private Uploads.Upload handedIn(String name, byte[] bytes) {
    return gongbi.uploads().store(new ByteArrayInputStream(bytes), name, true).getFirst();
  }

  private String imported(Uploads.Upload upload, FileLook look) {
    return imported(upload, look, mapping(upload, look));
  }

  private Mapping mapping(Uploads.Upload upload, FileLook look) {
    return new MappingSuggestion(gongbi.standard())
        .suggest(upload.path(), upload.name(), look, new SourceId("shop"));
  }

  private String imported(Uploads.Upload upload, FileLook look, Mapping mapping) {
    var faults =
        new ArrayList<>(
            MappingCheck.faults(mapping, look.columnNames(), List.of(), gongbi.standard()));
    faults.addAll(RoundedNumbers.faults(mapping, look));
    if (!faults.isEmpty()) throw new FaultException(faults);
    var run = brought(upload, mapping);
    if (run.state() != Run.State.DONE) return refused(run.faults());
    return account(Long.parseLong(run.result().get("batches")));
  }

  private Run brought(Uploads.Upload upload, Mapping mapping) {
    var item = new Imports.Item(upload, mapping);
    return gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, List.of(item), false));
  }

  private String account(long batch) {
    var counts = gongbi.quality().batches(Viewer.system(), List.of(batch)).get(batch);
    assertThat(counts.clean() + counts.quarantined() + counts.merged() + counts.superseded())
        .as("nothing is lost")
        .isEqualTo(counts.landed());
    var reasons =
        gongbi
            .warehouse()
            .query(
                Sql.of(
                        """
                        select q.line, q.reason
                        from {quality.quarantine} q
                        where q.batch = #batch
                          and q.severity = 'quarantine'
                        order by q.line nulls last, q.reason nulls last
                        """)
                    .with("batch", Value.of(batch)),
                View.everything())
            .stream()
            .map(r -> r.whole("line") + ": " + known(r.text("reason")))
            .collect(Collectors.joining(", "));
    return "landed %d = clean %d + quarantined %d"
            .formatted(counts.landed(), counts.clean(), counts.quarantined())
        + (counts.merged() + counts.superseded() > 0
            ? " + merged %d + superseded %d".formatted(counts.merged(), counts.superseded())
            : "")
        + (reasons.isEmpty() ? "" : " (" + reasons + ")");
  }

  private static String refused(List<Fault> faults) {
    return "refused: "
        + faults.stream()
            .map(Fault::code)
            .map(BadInputTest::known)
            .collect(Collectors.joining(", "));
  }

  /** Somebody can be told of it in both languages. */
  private static String known(String code) {
    assertThat(Messages.knows(code, Locale.CHINESE)).as(code).isTrue();
    assertThat(Messages.knows(code, Locale.ENGLISH)).as(code).isTrue();
    return code;
  }

  private String revenue() {
    return gongbi.profiles().totals(Viewer.system()).revenue().stripTrailingZeros().toPlainString();
  }

  @Test
  void wrongEncoding() {
    var bytes = (HEAD + "A1,2026-03-01,10\nA2,2026-03-02,二十\n").getBytes(GB18030);
    assertThat(outcome("gbk.csv", bytes))
        .as("found by itself")
        .isEqualTo("landed 2 = clean 1 + quarantined 1 (3: quality.number-invalid)");
    // The head is ASCII and only the last line is not of the encoding that was chosen.
    var mixed = "no,paid,amount\nA1,2026-03-01,10\nA2,2026-03-02,二十元\n".getBytes(GB18030);
    var upload = handedIn("mixed.csv", mixed);
    var found = mapping(upload, Looks.look(upload.path(), "mixed.csv", Layout.csv()));
    assertThat(refused(brought(upload, found).faults()))
        .isEqualTo("refused: source.wrong-encoding");
  }

  @Test
  void raggedRows() {
    assertThat(outcome("a.csv", HEAD + "A1,2026-03-01,10\nA2,2026-03-02\nA3,2026-03-03,3,4,5\n"))
        .isEqualTo(
            "landed 3 = clean 1 + quarantined 2"
                + " (3: quality.row-missing-columns, 4: quality.row-too-many-columns)");
  }

  @Test
  void fileWithoutLineBreaks() {
    assertThat(outcome("cells.csv", "A1,2026-03-01,10,".repeat(30_000)))
        .isEqualTo("refused: source.too-many-columns");
    // Longer than any line may be: shown as no row before anything is mapped.
    var upload = handedIn("long.csv", "A1,2026-03-01,10,".repeat(200_000).getBytes(UTF_8));
    assertThat(Looks.look(upload.path(), "long.csv").noRows())
        .extracting(n -> known(n.why().reason()))
        .containsExactly("quality.row-too-long");
  }

  @Test
  void fiveThousandColumns() {
    var row = IntStream.range(0, 5_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertThat(outcome("wide.csv", row + "\n" + row + "\n"))
        .isEqualTo("refused: source.too-many-columns");
  }

  @Test
  void duplicateHeaders() {
    assertThat(outcome("a.csv", "订单编号,付款时间,实付金额,实付金额\nA1,2026-03-01,10,11\n"))
        .isEqualTo("landed 1 = clean 1 + quarantined 0");
    assertThat(revenue()).as("the first of the two").isEqualTo("10");
    assertThat(gongbi.mappings().all().getFirst().lines())
        .extracting(Mapping.Line::column)
        .containsExactly("订单编号", "付款时间", "实付金额");
  }

  @Test
  void emptyFile() {
    assertThat(outcome("a.csv", "")).isEqualTo("refused: source.empty-file");
    assertThat(outcome("head.csv", HEAD)).isEqualTo("refused: source.no-rows");
  }

  @Test
  void workbookWithFormulasMergedCellsAndDatesAsText() throws IOException {
    // A title over three merged columns; sums as formulas; days typed as text in three ways.
    var rows =
        row(1, text("A1", "三月订单"))
            + row(2, text("A2", "订单编号"), text("B2", "付款时间"), text("C2", "实付金额"))
            + row(3, text("A3", "A1"), text("B3", "2026年3月1日"), formula("C3", "5*2", "10"))
            + row(4, text("A4", "A2"), text("B4", "2026/3/2 8:05"), formula("C4", "1/0", "#DIV/0!"))
            + row(5, text("A5", "A3"), text("B5", "去年"), formula("C5", "C3*3", "30"))
            + row(6, text("A6", "合计"), formula("C6", "SUM(C3:C5)", "40"));
    var book = book(rows, "<mergeCells count='1'><mergeCell ref='A1:C1'/></mergeCells>");
    assertThat(outcome("orders.xlsx", book))
        .isEqualTo(
            "landed 4 = clean 1 + quarantined 3 (4: quality.excel-error,"
                + " 5: quality.time-invalid, 6: quality.total-line)");
    assertThat(revenue()).isEqualTo("10");
  }

  private static String row(int number, String... cells) {
    return "<row r='%d'>%s</row>".formatted(number, String.join("", cells));
  }

  private static String text(String at, String text) {
    return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(at, text);
  }

  private static String formula(String at, String formula, String value) {
    var type = value.startsWith("#") ? " t='e'" : "";
    return "<c r='%s'%s><f>%s</f><v>%s</v></c>".formatted(at, type, formula, value);
  }

  private static byte[] book(String rows, String after) throws IOException {
    var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    var packed = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              + "<Override PartName='/xl/workbook.xml' ContentType='"
              + packed
              + "sheet.main+xml'/><Override PartName='/xl/worksheets/sheet1.xml' ContentType='"
              + packed
              + "worksheet+xml'/><Override PartName='/xl/styles.xml' ContentType='"
              + packed
              + "styles+xml'/></Types>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='订单' sheetId='1' r:id='rId1'/></sheets></workbook>"
              .formatted(main, office));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/>"
                  .formatted(office)
              + "<Relationship Id='rId2' Type='%s/styles' Target='styles.xml'/></Relationships>"
                  .formatted(office));
      part(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns='%s'><cellXfs count='1'><xf numFmtId='0'/></cellXfs></styleSheet>"
              .formatted(main));
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>"
              .formatted(main, rows, after));
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  @Test
  void orderNumbersThatExcelRounded() {
    assertThat(
            outcome(
                "a.csv",
                HEAD
                    + "123456789012345000,2026-03-01,10\n"
                    + "223456789012345000,2026-03-02,20\n"
                    + "323456789012345000,2026-03-03,30\n"))
        .isEqualTo("refused: source.rounded-numbers");
    assertThat(outcome("b.csv", HEAD + "1.23457E+17,2026-03-01,10\nA2,2026-03-02,20\n"))
        .isEqualTo("landed 2 = clean 1 + quarantined 1" + " (2: quality.code-rounded)");
  }

  /**
   * Of four orders from a data platform the third has a byte that no text has, and the fourth is
   * not paid. Of two others the second has a number that no double holds.
   */
  @Test
  void parquet() throws IOException {
    var orders =
        ParquetSample.bytes(
            folder,
            """
            select * from (values
              ('A1', timestamptz '2026-03-01 10:00:00+08', 12.50::decimal(18,2)),
              ('A2', timestamptz '2026-03-02 10:00:00.25+08', 20),
              ('A3' || chr(0), timestamptz '2026-03-03 10:00:00+08', 30),
              ('A4', null, 40)) t("订单编号", "付款时间", "实付金额")
            """);
    assertThat(outcome("orders.parquet", orders))
        .isEqualTo("landed 4 = clean 3 + quarantined 1 (3: quality.row-nul)");
    assertThat(revenue()).isEqualTo("32.5");
    assertThat(outcome("again.parquet", orders)).isEqualTo("refused: source.same-file");
    var cutOff = java.util.Arrays.copyOf(orders, orders.length - 9);
    assertThat(outcome("cut.parquet", cutOff)).isEqualTo("refused: source.damaged-parquet");
    var numbers =
        ParquetSample.bytes(
            folder,
            """
            select * from (values
              (2026030112345678::double, date '2026-03-05', 1.5::double),
              (202603011234567890::double, date '2026-03-06', 2.5)) t("订单编号", "付款时间", "实付金额")
            """);
    assertThat(outcome("numbers.parquet", numbers))
        .isEqualTo("landed 2 = clean 1 + quarantined 1 (2: quality.code-rounded)");
    assertThat(revenue()).isEqualTo("34");
  }

  /** Only the name says that it is one. */
  @Test
  void aTextCalledParquet() {
    assertThat(outcome("a.parquet", HEAD + "A1,2026-03-01,10\n"))
        .isEqualTo("landed 1 = clean 1 + quarantined 0");
  }

  /** A folder of parts as jobs leave it, packed: both parts are one feed, the mark is no file. */
  @Test
  void parquetInAnArchive() throws IOException {
    var select = "select 'A%d' as \"订单编号\", date '2026-03-0%d' as \"付款时间\", %d as \"实付金额\"";
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("orders/_SUCCESS"));
      for (int i = 1; i <= 2; i++) {
        zip.putNextEntry(new ZipEntry("orders/part-0000" + i + ".snappy.parquet"));
        zip.write(ParquetSample.bytes(folder, select.formatted(i, i, i * 10)));
      }
    }
    var parts =
        gongbi.uploads().store(new ByteArrayInputStream(bytes.toByteArray()), "orders.zip", true);
    assertThat(parts)
        .extracting(Uploads.Upload::name)
        .containsExactly("part-00001.snappy.parquet", "part-00002.snappy.parquet");
    var items =
        parts.stream()
            .map(
                part -> new Imports.Item(part, mapping(part, Looks.look(part.path(), part.name()))))
            .toList();
    var run = gongbi.runs().await(gongbi.imports().begin(UserId.SYSTEM, items, false));
    assertThat(run.result()).containsEntry("landed", "2");
    assertThat(revenue()).isEqualTo("30");
  }

  @Test
  void zipBomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("orders.csv"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 150; i++) zip.write(zeros);
    }
    assertThat(outcome("orders.zip", bytes.toByteArray()))
        .isEqualTo("refused: source.too-large-unpacked");
    try (var left = Files.list(folder.resolve("data/uploads"))) {
      assertThat(left).as("nothing of it stays on the disk").isEmpty();
    }
  }

  @Test
  void dayZero_andMoneyAsPeopleWriteIt() {
    assertThat(
            outcome(
                "a.csv",
                HEAD
                    + "A1,2026-03-01,\"¥1,200.50\"\n"
                    + "A2,0000-00-00,12\n"
                    + "A3,2026-03-03,1299元\n"
                    + "A4,2026-03-04,十块\n"))
        .isEqualTo(
            "landed 4 = clean 2 + quarantined 2"
                + " (3: quality.time-zero, 5: quality.number-invalid)");
    assertThat(revenue()).isEqualTo("2499.5");
  }

  @Test
  void nulBytes() {
    assertThat(outcome("a.csv", HEAD + "A1,2026-03-01,10\nA2,2026-03-02,2\0\nA3,2026-03-03,30\n"))
        .isEqualTo("landed 3 = clean 2 + quarantined 1 (3: quality.row-nul)");
  }

  /** Three equal lines of a till are three sales; the file of the same name replaces them. */
  @Test
  void mappingWithoutAKey() {
    var head = "小票号,交易时间,商品名称,数量,金额\n";
    var line = "R1,2026-03-01 10:00:00,龙井,1,50\n";
    assertThat(outcome("pos.csv", head + line + line + line))
        .isEqualTo("landed 3 = clean 3 + quarantined 0");
    assertThat(gongbi.mappings().all().getFirst().key()).isEmpty();
    assertThat(outcome("pos.csv", head + line + line))
        .isEqualTo("landed 2 = clean 2 + quarantined 0");
    assertThat(account(1))
        .isEqualTo("landed 3 = clean 0 + quarantined 0 + merged 0 + superseded 3");
    assertThat(revenue()).isEqualTo("100");
  }

  @Test
  void sameFileTwice() {
    var text = HEAD + "A1,2026-03-01,10\n";
    assertThat(outcome("a.csv", text)).isEqualTo("landed 1 = clean 1 + quarantined 0");
    assertThat(outcome("b.csv", text)).isEqualTo("refused: source.same-file");
    assertThat(revenue()).isEqualTo("10");
  }

  /** Stopped between reading and writing: nothing of it is there, and the same file goes in. */
  @Test
  void cancelInTheMiddle() {
    var upload = handedIn("a.csv", (HEAD + "A1,2026-03-01,10\n").getBytes(UTF_8));
    var look = Looks.look(upload.path(), "a.csv");
    var mapping = mapping(upload, look);
    assertThatThrownBy(
            () ->
                TestLanding.land(
                    gongbi.landing(), upload.path(), "a.csv", mapping, false, new Stopping()))
        .isInstanceOf(CancelledException.class);
    assertThat(gongbi.landing().batches(Viewer.system(), gongbi.gate()).rows()).isEmpty();
    assertThat(folder.resolve("data/incoming")).isEmptyDirectory();
    assertThat(imported(upload, look, mapping)).isEqualTo("landed 1 = clean 1 + quarantined 0");
  }

  /** Somebody who stops the work when its rows are about to be written. */
  private static final class Stopping implements Progress {
    private Runnable stop = () -> {};

    @Override
    public void step(String name, Label label) {
      if (name.equals("source.land")) stop.run();
    }

    @Override
    public void at(long done, long total) {}

    @Override
    public void onCancel(Runnable how) {
      stop = how;
    }
  }

  /** On a disk of 256 kB a file of 3 MB does not fit; once there is room it is tried again. */
  @Test
  void diskFull() throws Exception {
    var incoming = folder.resolve("data/incoming");
    assumeTrue(
        mount("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", incoming.toString()),
        "SKIPPED: no small disk can be mounted here (needs root on Linux)");
    boolean mounted = true;
    try {
      var text = new StringBuilder(HEAD);
      for (int i = 0; i < 100_000; i++) text.append('A').append(i).append(",2026-03-01,10\n");
      var upload = handedIn("a.csv", text.toString().getBytes(UTF_8));
      var run = brought(upload, mapping(upload, Looks.look(upload.path(), "a.csv")));
      assertThat(refused(run.faults())).isEqualTo("refused: source.disk-full");
      assertThat(gongbi.landing().batches(Viewer.system(), gongbi.gate()).rows()).isEmpty();
      assertThat(incoming).isEmptyDirectory();
      mounted = !mount("umount", incoming.toString());
      var again = gongbi.runs().await(gongbi.imports().retry(UserId.SYSTEM, run.id()));
      assertThat(again.result()).containsEntry("landed", "100000");
      assertThat(account(1)).isEqualTo("landed 100000 = clean 100000 + quarantined 0");
    } finally {
      if (mounted) mount("umount", incoming.toString());
    }
  }

  private static boolean mount(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
