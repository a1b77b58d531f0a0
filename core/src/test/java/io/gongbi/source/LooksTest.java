package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.TestData;
import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LooksTest {
  @TempDir Path folder;

  private static final String MEMBERS =
      """
      卡号,姓名,手机号,注册时间
      A001,王芳,13900000001,2026-03-01 08:00:00
      A002,李雷,13900000002,2026-03-02 09:30:00
      A003,"韩,梅梅",,2026-03-03 10:00:00
      """;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("f"), bytes);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void encoding_isFound_andChineseRead(String encoding) throws IOException {
    var text = (encoding.startsWith("UTF-16") ? "\uFEFF" : "") + MEMBERS;
    var look = Looks.look(file(text.getBytes(Charset.forName(encoding))), "members.csv");
    assertThat(look.layout().encoding()).isEqualTo(encoding);
    assertThat(look.columnNames()).containsExactly("卡号", "姓名", "手机号", "注册时间");
    assertThat(look.rows().get(2)).containsExactly("A003", "韩,梅梅", "", "2026-03-03 10:00:00");
    assertThat(look.columns().get(2).filled()).isEqualTo(2 / 3.0);
    assertThat(look.columns())
        .extracting(ColumnLook::type)
        .containsExactly(
            ColumnLook.Type.TEXT,
            ColumnLook.Type.TEXT,
            ColumnLook.Type.NUMBER,
            ColumnLook.Type.MOMENT);
  }

  /** Some programs leave the mark out. */
  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void wideText_isFound_withoutItsMark(String encoding) throws IOException {
    var look = Looks.look(file(MEMBERS.getBytes(Charset.forName(encoding))), "members.csv");
    assertThat(look.layout().encoding()).isEqualTo(encoding);
    assertThat(look.columnNames()).containsExactly("卡号", "姓名", "手机号", "注册时间");
  }

  @Test
  void whatIsNoRow_isShownWithItsLine_andTheRowsWithTheirs() throws IOException {
    var look =
        Looks.look(
            file("卡号,姓名\nA1,王芳\n\nA2,\"李\nA3\nA4,韩,x\nA5,赵\n".getBytes(StandardCharsets.UTF_8)),
            "f.csv");
    assertThat(look.rows()).containsExactly(List.of("A1", "王芳"), List.of("A5", "赵"));
    assertThat(look.lines()).containsExactly(2L, 7L);
    assertThat(look.noRows())
        .containsExactly(
            new NoRow(4, NoRow.Why.UNCLOSED_QUOTE, 4, "A2,\"李"),
            new NoRow(5, NoRow.Why.MISSING_COLUMNS, 0, "A3"),
            new NoRow(6, NoRow.Why.TOO_MANY_COLUMNS, 0, "A4,韩,x"));
  }

  @Test
  void mark_isNoPartOfTheFirstName() throws IOException {
    var look = Looks.look(file(("\uFEFF" + MEMBERS).getBytes(StandardCharsets.UTF_8)), "m.csv");
    assertThat(look.columnNames().getFirst()).isEqualTo("卡号");
  }

  @ParameterizedTest
  @CsvSource({"'\t'", "';'", "'|'"})
  void delimiter_isFound(char delimiter) throws IOException {
    var text =
        "name;note\n".replace(';', delimiter) + "a%cx, y and z%n".formatted(delimiter).repeat(5);
    var look = Looks.look(file(text.getBytes(StandardCharsets.UTF_8)), "f.csv");
    assertThat(look.layout().delimiter()).isEqualTo(delimiter);
    assertThat(look.rows().getFirst()).containsExactly("a", "x, y and z");
  }

  @Test
  void titleRows_areSkipped_andAFileWithoutHeaderSaysSo() throws IOException {
    var titled = "会员导出\n\n" + MEMBERS;
    assertThat(Looks.look(file(titled.getBytes(StandardCharsets.UTF_8)), "f.csv").layout())
        .extracting(Layout::skip, Layout::header)
        .containsExactly(2, true);
    var bare = "1,王芳,13900000001\n2,李雷,13900000002\n";
    var look = Looks.look(file(bare.getBytes(StandardCharsets.UTF_8)), "f.csv");
    assertThat(look.layout().header()).isFalse();
    assertThat(look.columnNames()).containsExactly("#1", "#2", "#3");
    assertThat(look.rows()).hasSize(2);
  }

  @Test
  void repeatedAndEmptyNames_areToldApart() throws IOException {
    var look =
        Looks.look(file("电话,,电话\n1,2,3\n".getBytes(StandardCharsets.UTF_8)), "f.csv", Layout.csv());
    assertThat(look.columnNames()).containsExactly("电话", "#2", "电话 (2)");
  }

  @Test
  void packedText_isRead() throws IOException {
    var file = folder.resolve("f.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(MEMBERS.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Looks.look(file, "f.csv.gz").rows()).hasSize(3);
  }

  @Test
  void workbook_givesTextAsAPersonWouldTypeIt() throws IOException {
    var file = folder.resolve("f.xlsx");
    try (var out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("会员");
      sheet.value(0, 0, "会员导出表");
      sheet.value(1, 0, "卡号");
      sheet.value(1, 1, "手机号");
      sheet.value(1, 2, "注册时间");
      sheet.value(2, 0, "A001");
      sheet.value(2, 1, 13900000001L);
      sheet.value(2, 2, java.time.LocalDateTime.of(2026, 3, 1, 8, 0, 5));
      sheet.style(2, 2).format("yyyy-mm-dd hh:mm:ss").set();
      sheet.value(4, 0, "A002");
      sheet.value(4, 2, java.time.LocalDate.of(2026, 3, 2));
      sheet.style(4, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
    }
    var look = Looks.look(file, "f.xlsx");
    assertThat(look.sheets()).containsExactly("会员");
    assertThat(look.layout().skip()).isEqualTo(1);
    assertThat(look.columnNames()).containsExactly("卡号", "手机号", "注册时间");
    assertThat(look.rows())
        .containsExactly(
            List.of("A001", "13900000001", "2026-03-01 08:00:05"),
            List.of("A002", "", "2026-03-02"));
  }

  @Test
  void whatIsNoTable_isRefusedWithAReason() throws IOException {
    assertRefused(new byte[0], "source.empty-file");
    assertRefused(new byte[] {1, 2, 0, 3, 0, 0}, "source.binary");
    assertRefused(
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "source.old-excel");
    assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "source.damaged-xlsx");
    assertRefused(
        ("a,".repeat(9_999) + "b\n").getBytes(StandardCharsets.UTF_8), "source.too-many-columns");
    assertRefused("\n \n,\n".getBytes(StandardCharsets.UTF_8), "source.empty-file");
  }

  private void assertRefused(byte[] bytes, String code) throws IOException {
    var file = file(bytes);
    assertThatThrownBy(() -> Looks.look(file, "f"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining(code);
  }

  @Test
  void onlineRetail_isSeenAsItIs() {
    var look =
        Looks.look(TestData.file("online-retail/online-retail.csv.gz"), "online-retail.csv.gz");
    assertThat(look.columnNames())
        .containsExactly(
            "InvoiceNo",
            "StockCode",
            "Description",
            "Quantity",
            "InvoiceDate",
            "UnitPrice",
            "CustomerID",
            "Country");
    assertThat(look.layout().encoding()).isEqualTo("UTF-8");
    assertThat(look.more()).isTrue();
  }
}
