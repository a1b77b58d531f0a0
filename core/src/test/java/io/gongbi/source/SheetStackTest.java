package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.refresh.Progress;
import io.gongbi.standard.Standard;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.duckdb.DuckDbWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workbook with a sheet a month: the second has a title, another order of columns, another name
 * for the phone and a column more; the third is a note that nobody wants.
 */
final class SheetStackTest {
  @TempDir Path folder;

  private Path workbook() throws IOException {
    var file = folder.resolve("members.xlsx");
    try (var out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      write(workbook, "一月", "卡号,姓名,手机", "C1,王芳,13812340001", "C2,李雷,13812340002");
      write(
          workbook,
          "二月",
          "二月新会员",
          "姓名,手机号,卡号,备注",
          "韩梅梅,13812340003,C3,老客",
          "",
          "林涛,,C4",
          "吉姆,13812340005,C5,,,多出来的");
      write(workbook, "说明", "每月一张");
    }
    return file;
  }

  private static void write(Workbook workbook, String name, String... rows) {
    var sheet = workbook.newWorksheet(name);
    for (int r = 0; r < rows.length; r++) {
      var cells = rows[r].split(",", -1);
      for (int c = 0; c < cells.length; c++) {
        if (!cells[c].isEmpty()) sheet.value(r, c, cells[c]);
      }
    }
  }

  private static Layout stacked(Optional<String> column) {
    return new Layout(
        Layout.Format.XLSX,
        "UTF-8",
        ',',
        '"',
        true,
        0,
        Optional.of("一月"),
        Optional.of(new Layout.Stack(List.of("二月"), column)));
  }

  @Test
  void sheets_becomeOneTable_columnsByNameAndMeaning() throws IOException {
    var look = Looks.look(workbook(), "members.xlsx", stacked(Optional.of("工作表")));
    assertThat(look.sheets()).containsExactly("一月", "二月", "说明");
    assertThat(look.columnNames()).containsExactly("卡号", "姓名", "手机", "备注", "#5", "#6", "工作表");
    assertThat(look.rows())
        .containsExactly(
            List.of("C1", "王芳", "13812340001", "", "", "", "一月"),
            List.of("C2", "李雷", "13812340002", "", "", "", "一月"),
            List.of("C3", "韩梅梅", "13812340003", "老客", "", "", "二月"),
            List.of("C4", "林涛", "", "", "", "", "二月"),
            List.of("C5", "吉姆", "13812340005", "", "", "多出来的", "二月"));
    assertThat(look.lines())
        .as("counted through: 一月 has three lines")
        .containsExactly(2L, 3L, 6L, 8L, 9L);
  }

  @Test
  void suggestion_seesAllSheets() throws IOException {
    var file = workbook();
    var look = Looks.look(file, "members.xlsx", stacked(Optional.empty()));
    var mapping =
        new MappingSuggestion(new Standard())
            .suggest(file, "members.xlsx", look, new SourceId("crm"));
    assertThat(mapping.layout()).isEqualTo(stacked(Optional.empty()));
    assertThat(mapping.lines().stream().map(l -> l.column() + "→" + l.field()))
        .containsExactly("卡号→customer.member_card", "姓名→customer.name", "手机→customer.phone");
    assertThat(mapping.key()).containsExactly("卡号");
  }

  @Test
  void oneBatch_holdsTheRowsOfAllSheets() throws IOException {
    var layout = stacked(Optional.empty());
    var mapping = CrmMembers.columns(layout, "卡号");
    var noon = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);
    try (var warehouse =
        DuckDbWarehouse.open(
            folder.resolve("data"),
            Sources.TABLES,
            Sources.MIGRATIONS,
            DuckDbWarehouse.Settings.DEFAULT)) {
      var batch =
          TestLanding.land(
              new Landing(warehouse, folder.resolve("data/incoming"), noon),
              workbook(),
              "members.xlsx",
              mapping,
              false,
              Progress.NONE);
      assertThat(batch).isEqualTo(new Landing.Batch(1, mapping.id(), "members.xlsx", 5, 0));
      assertThat(
              warehouse
                  .query(
                      Sql.of(
                          """
                          select t.line,
                                 t.c1,
                                 t.c2,
                                 t.c3,
                                 t.c4
                          from {source.crm_members} t
                          order by t.line nulls last
                          """),
                      View.everything())
                  .stream()
                  .map(r -> r.cells().stream().map(Value::shown).collect(Collectors.joining("|"))))
          .containsExactly(
              "2|C1|王芳|13812340001|",
              "3|C2|李雷|13812340002|",
              "6|C3|韩梅梅|13812340003|老客",
              "8|C4|林涛||",
              "9|C5|吉姆|13812340005|");
    }
  }
}
