package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks are written here byte by byte, as Excel, other programs and attackers write them. */
final class WorkbookTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  @TempDir Path folder;

  /** {@code rows}: what stands inside {@code sheetData}; style 1 is a day, 2 a moment. */
  private static String sheet(String rows, String after) {
    return "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>"
        .formatted(MAIN, rows, after);
  }

  private Path workbook(String sheet) throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
          <Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>
          <Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>
          <Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>
          </Types>""");
      part(
          zip,
          "xl/workbook.xml",
          """
          <workbook xmlns='%s' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>
          <sheets><sheet name='订单' sheetId='1' r:id='rId1'/></sheets></workbook>"""
              .formatted(MAIN));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>
          <Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>
          <Relationship Id='rId2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/>
          </Relationships>""");
      part(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns='%s'><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/></cellXfs></styleSheet>"""
              .formatted(MAIN));
      part(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private List<String> rows(String rows, String after) throws IOException {
    return Workbook.open(workbook(sheet(rows, after)), "book.xlsx").rows("订单", 100).stream()
        .map(r -> r.line() + ": " + String.join("|", r.cells()))
        .toList();
  }

  @Test
  void cells_areWhatAPersonWouldType() throws IOException {
    assertThat(
            rows(
                """
                <row r='1'><c r='A1'><v>19.899999999999999</v></c><c r='B1'><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r='C1'><v>1E-3</v></c></row>
                <row r='2'><c r='A2' s='1'><v>46082</v></c><c r='B2' s='2'><v>46082.333391203704</v></c><c r='C2' s='1'><f>TODAY()</f><v>46083</v></c></row>
                <row r='3'><c r='A3' t='str'><f>A1&amp;"x"</f><v>k1</v></c><c r='B3' t='b'><v>1</v></c><c r='C3' t='e'><v>#N/A</v></c></row>
                <row r='5'><c r='B5' t='inlineStr'><is><t>王芳</t></is></c></row>
                """,
                ""))
        .containsExactly(
            "1: 19.9|0.3|0.001",
            "2: 2026-03-01|2026-03-01 08:00:05|2026-03-02",
            "3: k1|TRUE|#N/A",
            "4: ",
            "5: |王芳");
  }

  /**
   * The first two have lost their last digits, the third was written in full by another program.
   */
  @Test
  void longNumbers_areShownAsExcelShowsThem_whenDigitsAreLost() throws IOException {
    assertThat(
            rows(
                """
                <row r='1'><c r='A1'><v>1.23456789012345E+17</v></c></row>
                <row r='2'><c r='A2'><v>123456789012345000</v></c></row>
                <row r='3'><c r='A3'><v>123456789012345678</v></c></row>
                <row r='4'><c r='A4' t='inlineStr'><is><t>123456789012345000</t></is></c></row>
                <row r='5'><c r='A5'><v>123456789012345</v></c></row>
                """,
                ""))
        .containsExactly(
            "1: 1.23456789012345E+17",
            "2: 1.23456789012345E+17",
            "3: 123456789012345678",
            "4: 123456789012345000",
            "5: 123456789012345");
  }

  /** The order number is merged over its two lines; the title over the columns stays a title. */
  @Test
  void cellsMergedDownwards_standInEveryRow() throws IOException {
    assertThat(
            rows(
                """
                <row r='1'><c r='A1' t='inlineStr'><is><t>订单表</t></is></c></row>
                <row r='2'><c r='A2' t='inlineStr'><is><t>S1</t></is></c><c r='B2'><v>1</v></c></row>
                <row r='3'><c r='B3'><v>2</v></c></row>
                <row r='5'><c r='A5' t='inlineStr'><is><t>S2</t></is></c><c r='B5'><v>3</v></c></row>
                """,
                "<mergeCells count='3'><mergeCell ref='A1:B1'/><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"A1:B1\"/></mergeCells>"))
        .containsExactly("1: 订单表", "2: S1|1", "3: S1|2", "4: S1", "5: S2|3");
  }

  /** As programs write it that know no formats: the part of styles is left out altogether. */
  @Test
  void workbookWithoutStyles_isReadToo() throws IOException {
    var plain = folder.resolve("plain.xlsx");
    try (var in =
            new ZipFile(
                workbook(sheet("<row r='1'><c r='A1'><v>46082</v></c></row>", "")).toFile());
        var out = new ZipOutputStream(Files.newOutputStream(plain))) {
      for (var entry : Collections.list(in.entries())) {
        if (entry.getName().equals("xl/styles.xml")) continue;
        var text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        part(
            out,
            entry.getName(),
            text.replaceAll("<(Override|Relationship) [^>]*styles.xml[^>]*/>", ""));
      }
    }
    assertThat(Workbook.open(plain, "plain.xlsx").rows("订单", 100))
        .containsExactly(new SheetRow(1, List.of("46082")));
  }

  /** What a file says of its sizes is not believed. */
  @Test
  void sheetThatUnpacksToMuchMore_isRefused() throws IOException {
    var file = workbook(sheet("", " ".repeat(120 << 20)));
    var bytes = Files.readAllBytes(file);
    var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int lies = 0;
    for (int i = 0; i + 46 < bytes.length; i++) {
      if (data.getInt(i) == 0x02014b50 && data.getInt(i + 24) > 100 << 20) {
        data.putInt(i + 24, 1_000);
        lies++;
      }
    }
    assertThat(lies).isEqualTo(1);
    Files.write(file, bytes);
    assertThatThrownBy(() -> Workbook.open(file, "book.xlsx"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.too-large-unpacked");
  }

  /** A document type may name files and addresses, or grow without end; no workbook needs one. */
  @Test
  void documentTypes_giveNothing() throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    for (var declared :
        List.of(
            "<!ENTITY e SYSTEM '" + secret.toUri() + "'>",
            "<!ENTITY a 'aaaaaaaaaa'><!ENTITY e '&a;&a;&a;&a;&a;&a;&a;&a;'>")) {
      var file =
          workbook(
              "<!DOCTYPE worksheet ["
                  + declared
                  + "]>"
                  + sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>x&e;</t></is></c></row>", ""));
      var seen = new ArrayList<String>();
      try {
        Workbook.open(file, "book.xlsx").each("订单", row -> seen.addAll(row.cells()));
      } catch (FaultException e) {
        assertThat(e).hasMessageContaining("source.damaged-xlsx");
      }
      assertThat(String.join("", seen)).doesNotContain("SECRET").doesNotContain("aaa");
    }
  }

  @Test
  void tornWorkbooks_areRefused_andNothingElse() throws IOException {
    var whole = Files.readAllBytes(workbook(sheet("<row r='1'><c r='A1'><v>1</v></c></row>", "")));
    for (int length = 4; length < whole.length; length += 97) {
      var file = Files.write(folder.resolve("torn.xlsx"), java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Workbook.open(file, "torn.xlsx"))
          .isInstanceOf(FaultException.class)
          .hasMessageContaining("source.damaged-xlsx");
    }
    var broken = workbook("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></ro");
    assertThatThrownBy(() -> Workbook.open(broken, "b.xlsx").rows("订单", 10))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.damaged-xlsx");
  }

  /** 9,000 rows, of which 4,096 and 8,192 are told: 45.5 % and 91 % of the file's bytes. */
  @Test
  void preparing_tellsHowFarItIs_asMuchOfTheBytesAsOfTheRows() throws IOException {
    var rows = new StringBuilder();
    for (int row = 1; row <= 9_000; row++)
      rows.append("<row r='%d'><c r='A%d'><v>%d</v></c></row>".formatted(row, row, row));
    // Brackets of columns and of page breaks begin alike, and are no rows.
    var file = workbook(sheet(rows.toString(), "<rowBreaks count='1'><brk id='5'/></rowBreaks>"));
    var told = new ArrayList<Long>();
    try (var prepared =
        new Prepared(end -> folder.resolve(end), 1 << 20, ',', '"', List.of("c1"), part -> {})) {
      Workbook.open(file, "book.xlsx").prepare("订单", 0, prepared, told::add);
      prepared.end();
      assertThat(prepared.rowCount()).isEqualTo(9_000);
    }
    long bytes = Files.size(file);
    assertThat(told).containsExactly(bytes * 4_096 / 9_000, bytes * 8_192 / 9_000);
  }

  /** Programs write rows with a prefix too, and bytes come in pieces that end anywhere. */
  @Test
  void lengthOfASheet_isTheNumberOfItsRows() {
    var text =
        "<x:row r='1'><x:c/></x:row><row><c/></row><row r='3'/><rowBreaks/><c><v>row </v></c>";
    var length = new SheetLength();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) length.see(new byte[] {b}, 1);
    assertThat(length.rows()).isEqualTo(3);
  }
}
