package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Looks into a file before anything is done with it: format, encoding, delimiter, title rows,
 * header, types. Everything found can be corrected and looked at again.
 */
public final class Looks {
  static final int MOST_COLUMNS = 2_000;
  static final int SAMPLE = 2_000;
  private static final int SHOWN = 50;
  private static final int LAYOUT_SAMPLE = 200;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private Looks() {}

  /** As the file itself suggests. Throws faults that say why it cannot be read. */
  public static FileLook look(Path file, String name) {
    try {
      var kind = Bytes.of(file, name);
      if (kind == Bytes.PARQUET) return look(file, name, Layout.parquet());
      if (kind == Bytes.ZIP) {
        var workbook = Workbook.open(file, name);
        var sheets = workbook.sheets();
        var rows = workbook.rows(sheets.getFirst(), LAYOUT_SAMPLE);
        int skip = skip(rows, true);
        boolean header = hasHeader(rows, skip);
        return look(
            file,
            name,
            new Layout(
                Layout.Format.XLSX,
                "UTF-8",
                ',',
                '"',
                header,
                skip,
                Optional.of(sheets.getFirst())));
      }
      var text = new TextFile(file, name, kind);
      var charset = text.encoding();
      if (JsonFile.looksLikeOne(text, charset)) {
        return look(file, name, Layout.json(charset.name()));
      }
      var delimiter = delimiter(text, charset);
      var rows = text.rows(charset, delimiter, '"', LAYOUT_SAMPLE);
      int skip = skip(rows, false);
      boolean header = hasHeader(rows, skip);
      return look(
          file,
          name,
          new Layout(
              Layout.Format.CSV, charset.name(), delimiter, '"', header, skip, Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a person says that it is to be read. */
  public static FileLook look(Path file, String name, Layout layout) {
    try {
      var kind = Bytes.of(file, name);
      if ((kind == Bytes.ZIP) != (layout.format() == Layout.Format.XLSX)
          || (kind == Bytes.PARQUET) != (layout.format() == Layout.Format.PARQUET)) {
        throw Faults.bad("source.wrong-format", name);
      }
      return switch (layout.format()) {
        case XLSX -> {
          var workbook = Workbook.open(file, name);
          var sheets = workbook.sheets();
          var sheet = layout.sheet().orElse(sheets.getFirst());
          if (layout.stack().isPresent()) {
            var stack = new SheetStack(workbook, layout, sheet);
            yield look(
                layout, sheets, checked(stack.names(), name), stack.rows(SAMPLE, SHOWN), true);
          }
          yield look(name, layout, sheets, workbook.rows(sheet, layout.skip() + SAMPLE + 2));
        }
        case JSON, PARQUET -> {
          var table = selfDescribed(file, name, layout);
          var columns = checked(table.columns(JsonFile.SAMPLE), name);
          yield look(layout, List.of(), columns, table.rows(columns, SAMPLE + 1), true);
        }
        case CSV -> {
          var text = new TextFile(file, name, kind);
          yield look(
              name,
              layout,
              List.of(),
              text.rows(
                  charset(layout, name),
                  layout.delimiter(),
                  layout.quote(),
                  layout.skip() + SAMPLE + 2));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows stand above the names of the columns, or above the first row. */
  static int skip(List<SheetRow> rows, boolean sheet) {
    int first = firstOfWidth(rows, usualWidth(rows));
    return sheet ? Header.lowest(cells(rows), first) : first;
  }

  static boolean hasHeader(List<SheetRow> rows, int skip) {
    return skip < rows.size() && Header.looksLikeOne(cells(rows), skip);
  }

  private static List<String> checked(List<String> columns, String name) {
    if (columns.isEmpty()) throw Faults.bad("source.empty-file", name);
    if (columns.size() > MOST_COLUMNS) {
      throw new FaultException(
          new Fault.TooLarge("source.too-many-columns", name, Map.of("most", "" + MOST_COLUMNS)));
    }
    return columns;
  }

  /** The file as its format has it that names columns itself. */
  static SelfDescribed selfDescribed(Path file, String name, Layout layout) throws IOException {
    return selfDescribed(file, name, layout, bytes -> {});
  }

  /** {@code told} hears how far reading has come, in bytes of the file. */
  static SelfDescribed selfDescribed(Path file, String name, Layout layout, LongConsumer told)
      throws IOException {
    if (layout.format() == Layout.Format.PARQUET) return new ParquetFile(file, name, told);
    var charset = charset(layout, name);
    return new JsonFile(new TextFile(file, name, Bytes.of(file, name), told), charset, name);
  }

  static Charset charset(Layout layout, String name) {
    if (!Encodings.known(layout.encoding())) {
      throw new FaultException(
          new Fault.BadQuestion(
              "source.unknown-encoding", name, Map.of("encoding", layout.encoding())));
    }
    return Charset.forName(layout.encoding());
  }

  private static FileLook look(
      String name, Layout layout, List<String> sheets, List<SheetRow> all) {
    if (all.size() <= layout.skip()) throw Faults.bad("source.empty-file", name);
    boolean sheet = layout.format() == Layout.Format.XLSX;
    int first = layout.skip() + (layout.header() ? 1 : 0);
    var body =
        all.subList(Math.min(first, all.size()), all.size()).stream()
            .filter(r -> !r.isBlank())
            .limit(SAMPLE)
            .toList();
    var head = all.get(layout.skip());
    int width = layout.header() ? Math.max(head.width(), sheet ? widest(body) : 0) : widest(body);
    var names =
        layout.header() ? Header.names(head.cells(), width) : Header.names(List.of(), width);
    return look(layout, sheets, checked(names, name), body, sheet);
  }

  /** What has landed, as a look. */
  static FileLook landed(Layout layout, List<String> names, List<SheetRow> rows) {
    return look(layout, List.of(), names, rows, true);
  }

  /**
   * {@code mayBeShort}: the last cells of a sheet's row are often not there, of a text's always.
   */
  private static FileLook look(
      Layout layout,
      List<String> sheets,
      List<String> names,
      List<SheetRow> body,
      boolean mayBeShort) {
    int width = names.size();
    var noRows = body.stream().flatMap(r -> r.noRow(width, mayBeShort).stream()).toList();
    var rows = body.stream().filter(r -> r.noRow(width, mayBeShort).isEmpty()).toList();
    var columns = new ArrayList<ColumnLook>();
    for (int i = 0; i < width; i++) columns.add(Header.column(names.get(i), cells(rows), i));
    return new FileLook(
        layout,
        sheets,
        columns,
        rows.stream().limit(SHOWN).map(r -> padded(r.cells(), width)).toList(),
        rows.stream().limit(SHOWN).map(SheetRow::line).toList(),
        noRows.stream().limit(SHOWN).toList(),
        body.size() > SHOWN);
  }

  private static List<List<String>> cells(List<SheetRow> rows) {
    return rows.stream().map(SheetRow::cells).toList();
  }

  private static List<String> padded(List<String> row, int width) {
    var cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
    while (cells.size() < width) cells.add("");
    return cells;
  }

  private static int widest(List<SheetRow> rows) {
    return rows.stream().mapToInt(SheetRow::width).max().orElse(0);
  }

  /** The delimiter that cuts most rows into the same number of fields, more fields if in doubt. */
  private static char delimiter(TextFile text, Charset charset) throws IOException {
    char best = ',';
    double bestScore = -1;
    for (char candidate : DELIMITERS) {
      var rows = text.rows(charset, candidate, '"', LAYOUT_SAMPLE);
      int width = usualWidth(rows);
      if (width < 2) continue;
      long same = rows.stream().filter(r -> r.width() == width).count();
      double score = (double) same / rows.size() + Math.min(width, 50) / 1000.0;
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  /** The width that most rows have, the larger one if two are equally frequent. */
  private static int usualWidth(List<SheetRow> rows) {
    var counts = new HashMap<Integer, Integer>();
    rows.stream()
        .map(SheetRow::width)
        .filter(n -> n > 0)
        .forEach(n -> counts.merge(n, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Rows above the first one of full width are titles. */
  private static int firstOfWidth(List<SheetRow> rows, int width) {
    for (int i = 0; i < rows.size(); i++) {
      // A header may be a little wider than rows whose last cells are empty.
      if (rows.get(i).width() >= width) return i;
    }
    return 0;
  }
}
