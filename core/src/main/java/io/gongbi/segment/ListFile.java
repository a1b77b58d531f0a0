package io.gongbi.segment;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as it leaves the house: a line of heads, then its rows, of which no cell is a formula.
 * Streamed, so its length costs no memory.
 *
 * <p>Of a customer called {@code =cmd()} CSV says {@code '=cmd()}, which a spreadsheet shows and
 * does not compute; a worksheet knows that it is a text and keeps it as it is. A phone number such
 * as {@code +8613900000001} computes nothing and stays, or nobody could dial it.
 */
public record ListFile(List<String> heads, long size, Rows rows) {
  /** Excel's own limit, without the heads. */
  private static final long MOST_XLSX = 1_048_575;

  /** What a list may be written as. */
  public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    /** As a browser is told. */
    public String type() {
      return type;
    }

    /** {@code xlsx}: also the ending of the file's name. */
    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@code segment.unknown-format}. */
    public static Format of(String ending) {
      for (var format : values()) if (format.ending().equals(ending)) return format;
      throw Faults.bad("segment.unknown-format", "format");
    }
  }

  /** Gives the rows in their order, some at a time. */
  public interface Rows {
    void each(Consumer<List<List<Value>>> some);
  }

  public ListFile {
    heads = List.copyOf(heads);
  }

  /** Throws {@code segment.too-long-for-excel} before anything is written. */
  public void write(Format format, OutputStream out) {
    mustFit(format);
    try {
      switch (format) {
        case CSV -> writeCsv(out);
        case XLSX -> writeXlsx(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws {@code segment.too-long-for-excel}. */
  public void mustFit(Format format) {
    if (format != Format.XLSX || size <= MOST_XLSX) return;
    throw new FaultException(
        new Fault.TooLarge(
            "segment.too-long-for-excel",
            "format",
            Map.of("rows", Long.toString(size), "most", Long.toString(MOST_XLSX))));
  }

  /** UTF-8 with a mark, so that Excel reads Chinese. */
  private void writeCsv(OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    writeRow(writer, heads.stream().map(h -> cell(Value.of(h))).toList());
    rows.each(some -> writeRows(writer, some));
    writer.flush();
  }

  private static void writeRows(Writer writer, List<List<Value>> rows) {
    try {
      for (var row : rows) writeRow(writer, row.stream().map(ListFile::cell).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRow(Writer writer, List<String> cells) throws IOException {
    writer.write(String.join(",", cells));
    writer.write("\r\n");
  }

  /** Text that begins like a formula gets a mark before it; numbers are numbers. */
  private static String cell(Value value) {
    return switch (value) {
      case Value.Whole _, Value.Decimal _, Value.Real _ -> value.shown();
      default -> quoted(isFormula(value.shown()) ? "'" + value.shown() : value.shown());
    };
  }

  /** Also in full width: a spreadsheet set to Chinese or Japanese reads ＝1+1 as =1+1. */
  private static boolean isFormula(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*") && !text.matches("\\+[0-9]{4,15}");
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private void writeXlsx(OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Gongbi", "1.0")) {
      var sheet = workbook.newWorksheet("customers");
      for (int i = 0; i < heads.size(); i++) sheet.value(0, i, heads.get(i));
      var line = new int[] {1};
      rows.each(some -> line[0] = writeRows(sheet, line[0], some));
    }
  }

  /** Says on which line the next row goes. */
  private static int writeRows(Worksheet sheet, int first, List<List<Value>> rows) {
    int line = first;
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) writeCell(sheet, line, i, row.get(i));
      line++;
    }
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line;
  }

  private static void writeCell(Worksheet sheet, int line, int column, Value value) {
    switch (value) {
      case Value.Whole w -> sheet.value(line, column, w.value());
      case Value.Decimal d -> sheet.value(line, column, d.value());
      case Value.Real r -> sheet.value(line, column, r.value());
      case Value.Missing _ -> {}
      default -> sheet.value(line, column, value.shown());
    }
  }
}
