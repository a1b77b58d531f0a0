package io.gongbi.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks as people keep them. */
final class BadWorkbookTest extends BadInput {
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
}
