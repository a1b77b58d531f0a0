package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetFileTest {
  @TempDir Path folder;

  private FileLook look(String select) {
    return Looks.look(ParquetSample.write(folder.resolve("content"), select), "a.parquet");
  }

  /** What the first row says, by column. */
  private Map<String, String> first(String select) {
    var look = look(select);
    var row = new LinkedHashMap<String, String>();
    for (int i = 0; i < look.columns().size(); i++)
      row.put(look.columnNames().get(i), look.rows().getFirst().get(i));
    return row;
  }

  @Test
  void look_saysColumnsAndRows_asOfAnyOtherFile() {
    var look =
        look(
            """
            select * from (values
              ('C1', '王芳', date '2026-03-01', 12.50::decimal(18,2), true),
              ('C2', null, null, null, false)) t("卡号", "姓名", "入会日期", "储值", "老客")
            """);
    assertThat(look.layout()).isEqualTo(Layout.parquet());
    assertThat(look.columnNames()).containsExactly("卡号", "姓名", "入会日期", "储值", "老客");
    assertThat(look.columns().stream().map(ColumnLook::type))
        .containsExactly(
            ColumnLook.Type.TEXT,
            ColumnLook.Type.TEXT,
            ColumnLook.Type.DAY,
            ColumnLook.Type.NUMBER,
            ColumnLook.Type.FLAG);
    assertThat(look.rows())
        .containsExactly(
            List.of("C1", "王芳", "2026-03-01", "12.50", "true"), List.of("C2", "", "", "", "false"));
    assertThat(look.lines()).as("rows are counted").containsExactly(1L, 2L);
  }

  /** Each value as a person would write it; what a type cannot hold exactly does not pretend to. */
  @Test
  void everyType_becomesTheTextThatAPersonWouldWrite() {
    assertThat(
            first(
                """
                select timestamp '2026-03-01 10:00:00' as local,
                       timestamp_ns '2026-03-01 10:00:00.123456789' as nanos,
                       timestamptz '2026-03-01 10:00:00+08' as instant,
                       time '10:30:00' as clock,
                       1299.90::double as price,
                       13812340001::double as phone,
                       2026030112345678::double as order_no,
                       123456789012345678::double as long_no,
                       'nan'::double as gap,
                       19.9::float as small,
                       13812340001::float as cut,
                       1e-7::double as tiny,
                       123456789012345678901234567890::decimal(38,0) as huge,
                       '61f0c404-5cb3-11e7-907b-a6006ad3dba0'::uuid as id,
                       'gold'::enum('gold', 'silver') as level,
                       encode('龙井') as text_bytes,
                       '\\xFF\\x00'::blob as bytes
                """))
        .containsExactly(
            Map.entry("local", "2026-03-01 10:00:00"),
            Map.entry("nanos", "2026-03-01 10:00:00.123456789"),
            Map.entry("instant", "2026-03-01T02:00:00Z"),
            Map.entry("clock", "10:30:00"),
            Map.entry("price", "1299.9"),
            Map.entry("phone", "13812340001"),
            Map.entry("order_no", "2026030112345678"),
            Map.entry("long_no", "1.2345678901234568E+17"),
            Map.entry("gap", ""),
            Map.entry("small", "19.9"),
            Map.entry("cut", "1.381234E+10"),
            Map.entry("tiny", "0.0000001"),
            Map.entry("huge", "123456789012345678901234567890"),
            Map.entry("id", "61f0c404-5cb3-11e7-907b-a6006ad3dba0"),
            Map.entry("level", "gold"),
            Map.entry("text_bytes", "龙井"),
            Map.entry("bytes", "\\xFF\\x00"));
  }

  @Test
  void structs_becomeColumns_listsAndMapsStayJson() {
    assertThat(
            first(
                """
                select 1 as id,
                       {'sku': 'T1', 'it''s "x", (y': {'y': 2.5::decimal(4,1), 'l': [1]}} as goods,
                       ['茶', '新'] as tags,
                       [{'sku': 'T1', 'at': date '2026-03-01'}] as lines,
                       map{'from': 'share'} as extra,
                       null::struct(a integer) as nobody,
                       'own' as "goods.sku",
                       'blank' as " "
                """))
        .containsExactly(
            Map.entry("id", "1"),
            Map.entry("goods.sku", "T1"),
            Map.entry("goods.it's \"x\", (y.y", "2.5"),
            Map.entry("goods.it's \"x\", (y.l", "[1]"),
            Map.entry("tags", "[\"茶\",\"新\"]"),
            Map.entry("lines", "[{\"sku\":\"T1\",\"at\":\"2026-03-01\"}]"),
            Map.entry("extra", "{\"from\":\"share\"}"),
            Map.entry("nobody.a", ""),
            Map.entry("goods.sku (2)", "own"),
            Map.entry("#", "blank"));
  }

  /** Names that an engine could take for a pattern, a quote, or a column of a partition. */
  @Test
  void whereTheFileLies_saysNothing() throws IOException {
    for (var place : List.of("d [1]", "it's", "year=2026", "a*b", "a?b", "{x}")) {
      var file = Files.createDirectories(folder.resolve(place)).resolve("content");
      ParquetSample.write(folder.resolve("content"), "select 1 as id");
      Files.copy(folder.resolve("content"), file);
      // What a pattern would find as well.
      Files.createDirectories(folder.resolve("d 1"));
      var look = Looks.look(file, "a.parquet");
      assertThat(look.columnNames()).as(place).containsExactly("id");
      assertThat(look.rows()).as(place).containsExactly(List.of("1"));
    }
  }

  /** Three row groups of 2,048, 2,048 and 904 rows: each row once, in the file's order. */
  @Test
  void rowGroups_comeInOrder() throws IOException {
    var file =
        ParquetSample.write(
            folder.resolve("content"),
            "select 'A' || i as id from range(5000) r(i)",
            ", row_group_size 2048");
    var seen = new ArrayList<String>();
    new ParquetFile(file, "a.parquet")
        .each(List.of("id"), true, row -> seen.add(row.line() + " " + row.cell(0)));
    assertThat(seen)
        .isEqualTo(
            IntStream.range(0, 5_000)
                .mapToObj(i -> (i + 1) + " A" + i)
                .collect(Collectors.toList()));
  }

  /** Of 10,000 rows every 4,096th is told, as as much of the bytes: 41 % and 82 %. */
  @Test
  void howFar_isToldInBytes() throws IOException {
    var file = ParquetSample.write(folder.resolve("content"), "select i from range(10000) r(i)");
    var told = new ArrayList<Long>();
    new ParquetFile(file, "a.parquet", told::add).each(List.of("i"), true, row -> true);
    long size = Files.size(file);
    assertThat(told).containsExactly(size * 4_096 / 10_000, size * 8_192 / 10_000);
  }

  @Test
  void whatIsNoCell_costsItsRowOnly() throws IOException {
    var file =
        ParquetSample.write(
            folder.resolve("content"),
            """
            select * from (values
              ('1', 'a'), ('2', 'x' || chr(0) || 'y'), ('3', repeat('z', 1048577)), ('4', 'd'))
              t(id, name)
            """);
    var seen = new ArrayList<String>();
    new ParquetFile(file, "a.parquet")
        .each(
            List.of("id", "name"),
            true,
            row ->
                seen.add(
                    row.line() + row.trouble().map(t -> " " + t.why()).orElse(" " + row.cell(1))));
    assertThat(seen).containsExactly("1 a", "2 NUL", "3 TOO_LONG", "4 d");
  }

  @Test
  void whatCannotBeRead_saysWhy() throws IOException {
    var whole =
        Files.readAllBytes(
            ParquetSample.write(
                folder.resolve("whole"), "select i, md5(i::varchar) h from range(9000) r(i)"));
    assertRefused(java.util.Arrays.copyOf(whole, whole.length / 2), "source.damaged-parquet");
    var spoilt = whole.clone();
    for (int i = 8; i < spoilt.length / 2; i++) spoilt[i] ^= 0x55;
    assertRefused(spoilt, "source.damaged-parquet");
    var encrypted = whole.clone();
    encrypted[3] = 'E';
    assertRefused(encrypted, "source.encrypted-parquet");
    var packed = new java.io.ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
      gzip.write(whole);
    }
    assertRefused(packed.toByteArray(), "source.packed-parquet");
    var wide =
        IntStream.range(0, 1_500)
            .mapToObj(i -> "{'a': 1, 'b': 2} as c" + i)
            .collect(Collectors.joining(", ", "select ", ""));
    assertRefused(
        Files.readAllBytes(ParquetSample.write(folder.resolve("wide"), wide)),
        "source.too-many-columns");
  }

  private void assertRefused(byte[] bytes, String code) throws IOException {
    var file = Files.write(folder.resolve("refused"), bytes);
    assertThatThrownBy(() -> Looks.look(file, "a.parquet"))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> {
              assertThat(e.faults()).extracting(Fault::code).containsExactly(code);
              assertThat(e.faults().toString()).doesNotContain(folder.toString());
            });
  }

  /** The mark may begin a text too. */
  @Test
  void aTextThatBeginsLikeOne_isAText() throws IOException {
    var file = Files.writeString(folder.resolve("t"), "PAR1,PAR2\n1,2\n");
    assertThat(Looks.look(file, "t.csv").columnNames()).containsExactly("PAR1", "PAR2");
  }

  @Test
  void aLayoutOfAnotherFormat_isRefused() {
    var file = ParquetSample.write(folder.resolve("content"), "select 1 as id");
    for (var layout : List.of(Layout.csv(), Layout.json("UTF-8"), Layout.xlsx("Sheet1")))
      assertThatThrownBy(() -> Looks.look(file, "a.parquet", layout))
          .hasMessageContaining("source.wrong-format");
  }
}
