package io.gongbi.quality;

import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A diagnosis as a workbook, a sheet a part. No cell is a formula: of a value {@code =cmd()} the
 * sheet knows that it is a text.
 */
public record DiagnosisFile(List<Sheet> sheets) {
  /** Content type of what is written. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int NARROW = 14;
  private static final int WIDE = 46;

  /** One part: its name, its heads, its rows. */
  public record Sheet(String name, List<String> heads, List<List<Value>> rows) {
    public Sheet {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  public DiagnosisFile {
    sheets = List.copyOf(sheets);
  }

  public void write(OutputStream out) {
    try (var workbook = new Workbook(out, "Gongbi", "1.0")) {
      for (var sheet : sheets) write(sheet, workbook.newWorksheet(sheet.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Sheet sheet, Worksheet to) throws IOException {
    for (int i = 0; i < sheet.heads().size(); i++) {
      to.value(0, i, sheet.heads().get(i));
      to.style(0, i).bold().set();
      to.width(i, isLong(sheet, i) ? WIDE : NARROW);
    }
    to.freezePane(0, 1);
    for (int line = 0; line < sheet.rows().size(); line++) {
      var row = sheet.rows().get(line);
      for (int i = 0; i < row.size(); i++) cell(to, line + 1, i, row.get(i));
    }
    to.finish();
  }

  private static boolean isLong(Sheet sheet, int column) {
    return sheet.rows().stream().anyMatch(r -> r.get(column).shown().length() > NARROW);
  }

  private static void cell(Worksheet to, int line, int column, Value value) {
    switch (value) {
      case Value.Whole w -> to.value(line, column, w.value());
      case Value.Decimal d -> to.value(line, column, d.value());
      case Value.Real r -> to.value(line, column, r.value());
      case Value.Missing _ -> {}
      default -> to.value(line, column, value.shown());
    }
  }
}
