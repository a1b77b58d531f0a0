package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.UserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Parquet files, whole and damaged, alone and packed. */
final class BadParquetTest extends BadInput {
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
}
