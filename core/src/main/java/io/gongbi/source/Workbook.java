package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * An .xlsx file. Cells become the text that a person would type for them: numbers in full, days and
 * moments in ISO form where the cell's format says that the number is one, formulas as the value
 * that was last computed. Rows keep their numbers.
 */
final class Workbook {
  private static final long MOST_UNPACKED = 4L << 30;
  private static final long MOST_RATIO = 300;
  private static final int MOST_ENTRIES = 5_000;
  private static final int MOST_COLUMNS = 2_000;

  /** Letters of a number format that make it a date, outside quotes, colours and locales. */
  private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private static final Pattern DATE = Pattern.compile("[ymdhs年月日]");
  private static final Pattern TIME = Pattern.compile("[hs]");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Path path;
  private final String name;

  Workbook(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Refuses what is no workbook or unpacks to more than it should. Throws {@code
   * source.zip-not-xlsx}, {@code source.too-large-unpacked}.
   */
  void check() throws IOException {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) throw Faults.bad("source.zip-not-xlsx", name);
      if (zip.size() > MOST_ENTRIES) throw tooLarge(zip.size() + " entries");
      long total = 0;
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        total += Math.max(0, entry.getSize());
        long packed = Math.max(1, entry.getCompressedSize());
        if (entry.getSize() > 100L << 20 && entry.getSize() / packed > MOST_RATIO) {
          throw tooLarge(entry.getName());
        }
      }
      if (total > MOST_UNPACKED) throw tooLarge((total >> 30) + " GB");
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  private FaultException tooLarge(String what) {
    return new FaultException(
        new Fault.TooLarge("source.too-large-unpacked", name, Map.of("most", what)));
  }

  private FaultException damaged(Exception e) {
    return new FaultException(
        new Fault.BadQuestion(
            "source.damaged-xlsx", name, Map.of("detail", String.valueOf(e.getMessage()))));
  }

  List<String> sheets() throws IOException {
    try (var workbook = open()) {
      return workbook.getSheets().map(Sheet::getName).toList();
    } catch (ExcelReaderException e) {
      throw damaged(e);
    }
  }

  /** The first rows of a sheet, an absent row as one without cells. */
  List<List<String>> rows(String sheet, int limit) throws IOException {
    var rows = new ArrayList<List<String>>();
    each(
        sheet,
        row -> {
          rows.add(row);
          return rows.size() < limit;
        });
    return rows;
  }

  /**
   * Gives one row after the other, an absent one as one without cells, for as long as {@code more}
   * wants them.
   */
  void each(String sheet, Predicate<List<String>> more) throws IOException {
    try (var workbook = open();
        var stream = sheet(workbook, sheet).openStream()) {
      int given = 0;
      for (var row : (Iterable<Row>) stream::iterator) {
        for (; given < row.getRowNum() - 1; given++) if (!more.test(List.of())) return;
        if (!more.test(cells(row))) return;
        given++;
      }
    } catch (ExcelReaderException e) {
      throw damaged(e);
    }
  }

  /**
   * Writes a sheet as delimited UTF-8 whose line n is row n, each of {@code width} fields. Line
   * breaks inside cells become spaces, so that the numbering holds.
   */
  void writeCsv(String sheet, int width, Path target) throws IOException {
    try (var workbook = open();
        var stream = sheet(workbook, sheet).openStream();
        var out = Files.newBufferedWriter(target)) {
      int line = 0;
      for (var row : (Iterable<Row>) stream::iterator) {
        for (line++; line < row.getRowNum(); line++) out.write('\n');
        var cells = cells(row);
        write(out, cells, Math.max(width, cells.size()));
      }
    } catch (ExcelReaderException e) {
      throw damaged(e);
    }
  }

  private static void write(BufferedWriter out, List<String> cells, int width) throws IOException {
    // A row without a cell stays a blank line, as in the sheet.
    if (cells.stream().anyMatch(c -> !c.isEmpty())) {
      for (int i = 0; i < width; i++) {
        if (i > 0) out.write(',');
        var cell = i < cells.size() ? cells.get(i) : "";
        if (!cell.isEmpty()) {
          out.write('"');
          out.write(cell.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' '));
          out.write('"');
        }
      }
    }
    out.write('\n');
  }

  private ReadableWorkbook open() throws IOException {
    try {
      return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException e) {
      throw damaged(e);
    }
  }

  private Sheet sheet(ReadableWorkbook workbook, String wanted) {
    return workbook
        .findSheet(wanted)
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.BadQuestion(
                        "source.no-such-sheet",
                        name,
                        Map.of(
                            "sheet",
                            wanted,
                            "sheets",
                            workbook
                                .getSheets()
                                .map(Sheet::getName)
                                .collect(Collectors.joining(", "))))));
  }

  private List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    for (var cell : row) {
      if (cell == null) {
        cells.add("");
        continue;
      }
      while (cells.size() < cell.getColumnIndex()) cells.add("");
      cells.add(text(cell));
      if (cells.size() > MOST_COLUMNS) {
        throw new FaultException(
            new Fault.TooLarge("source.too-many-columns", name, Map.of("most", "" + MOST_COLUMNS)));
      }
    }
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isEmpty()) last--;
    return List.copyOf(cells.subList(0, last));
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case EMPTY -> "";
      case NUMBER -> number(cell);
      case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
      case STRING, BOOLEAN, ERROR -> cell.getText() == null ? "" : cell.getText();
    };
  }

  private static String number(Cell cell) {
    var format = cell.getDataFormatString();
    if (format != null && cell.getType() == CellType.NUMBER) {
      var letters = NO_FORMAT.matcher(format.toLowerCase(java.util.Locale.ROOT)).replaceAll("");
      if (DATE.matcher(letters).find()) {
        LocalDateTime moment = cell.asDate();
        if (moment != null) {
          boolean day =
              !TIME.matcher(letters).find() && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
          return day ? moment.toLocalDate().toString() : MOMENT.format(moment);
        }
      }
    }
    var number = cell.asNumber();
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
