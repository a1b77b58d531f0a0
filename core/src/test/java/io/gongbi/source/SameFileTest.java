package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Viewer;
import io.gongbi.fault.Fault;
import io.gongbi.quality.Quality;
import io.gongbi.refresh.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Which contents are known again, whatever their file is called. */
final class SameFileTest extends ShopImports {
  @Test
  void sameFile_isRefusedBeforeAnythingBegins_andTakenWhenAskedFor() throws IOException {
    var item = file("a.csv", "A,2026-01-01,1,10\n");
    bring(false, item);
    var again = upload("again.csv", "A,2026-01-01,1,10\n").upload().orElseThrow();
    assertThat(again.fingerprint())
        .isEqualTo("56891aa1c51628c188be4334fbf4829b4516b91429b5eda491b2170da4a79187");
    assertThat(gongbi.landing().same(again, item.mapping()))
        .hasValueSatisfying(
            f -> assertThat(f.words()).isEqualTo(Map.of("file", "again.csv", "before", "a.csv")));
    // An upload from before fingerprints were kept is known again too.
    Files.delete(again.path().resolveSibling("fingerprint"));
    assertThat(gongbi.uploads().find(again.id())).isEqualTo(again);
    // The same name with other content is another file.
    var other = upload("a.csv", "A,2026-01-01,1,11\n").upload().orElseThrow();
    assertThat(gongbi.landing().same(other, item.mapping())).isEmpty();
    assertThat(bring(false, item).state()).isEqualTo(Run.State.FAILED);
    assertThat(bring(true, item).state()).isEqualTo(Run.State.DONE);
    assertThat(gongbi.quality().batches(Viewer.system(), List.of(1L, 2L)))
        .isEqualTo(
            Map.of(1L, new Quality.Counts(1, 0, 0, 0, 1), 2L, new Quality.Counts(1, 1, 0, 0, 0)));
    assertThat(sales()).containsExactly("A 1");
  }

  /** What was received is moved, not copied, and known by the same fingerprint as a stream. */
  @Test
  void receivedFile_isTakenOver_andItsBytesAreTheSame() throws IOException {
    var text = HEAD + "A,2026-01-01,1,10\n";
    var received = Files.writeString(folder.resolve("received"), text);
    var taken =
        gongbi.uploads().take(place -> Files.move(received, place), "a.csv", true).getFirst();
    assertThat(received).doesNotExist();
    assertThat(taken.path()).hasContent(text);
    assertThat(taken.bytes()).isEqualTo(text.length());
    assertThat(taken.fingerprint())
        .isEqualTo(upload("b.csv", "A,2026-01-01,1,10\n").upload().orElseThrow().fingerprint());
  }

  /** Each worksheet of a workbook is a content of its own; the same one again is the same. */
  @Test
  void anotherSheetOfAWorkbook_isAnotherFile() throws IOException {
    var path = folder.resolve("orders.xlsx");
    try (var out = Files.newOutputStream(path);
        var book = new Workbook(out, "test", "1.0")) {
      sheet(book.newWorksheet("一月"), "A", "1");
      sheet(book.newWorksheet("二月"), "B", "2");
    }
    assertThat(bring(false, sheetOf(path, "一月")).state()).isEqualTo(Run.State.DONE);
    assertThat(bring(false, sheetOf(path, "二月")).state()).isEqualTo(Run.State.DONE);
    assertThat(sales()).containsExactly("A 1", "B 2");
    var again = bring(false, sheetOf(path, "二月"));
    assertThat(again.faults()).extracting(Fault::code).containsExactly("source.same-file");
    assertThat(again.faults().getFirst().words()).containsEntry("before", "orders.xlsx · 二月");
  }

  private static void sheet(Worksheet sheet, String no, String amount) {
    var cells = List.of(List.of("no", "paid", "amount"), List.of(no, "2026-01-01", amount));
    for (int row = 0; row < 2; row++)
      for (int column = 0; column < 3; column++)
        sheet.value(row, column, cells.get(row).get(column));
  }

  private static Imports.Item sheetOf(Path book, String sheet) {
    var plain = orders("amount");
    return new Imports.Item(
        book,
        "orders.xlsx",
        new Mapping(
            plain.source(),
            plain.label(),
            plain.feed(),
            plain.grain(),
            Layout.xlsx(sheet),
            plain.key(),
            plain.lines(),
            plain.kinds(),
            plain.zone(),
            plain.currency()));
  }
}
