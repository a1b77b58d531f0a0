package io.gongbi.source;

import com.fasterxml.aalto.UncheckedStreamException;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * An .xlsx file. Cells become the text that a person would type for them: numbers in full, days and
 * moments in ISO form where the cell's format says that the number is one, formulas as the value
 * that was last computed. Rows keep their numbers, and what is merged downwards stands in every row
 * that it covers.
 *
 * <p>Excel keeps 15 digits of a number. Of an order number with 18 it has lost the last three: such
 * a cell becomes {@code 1.23456789012345E+17}, as Excel itself shows it, and is refused as a name
 * of anything.
 */
final class Workbook {
  private static final int MOST_COLUMNS = 2_000;

  /** What a double surely holds, and all that Excel keeps. */
  private static final MathContext DIGITS = new MathContext(15);

  /** Letters of a number format that make it a date, outside quotes, colours and locales. */
  private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private static final Pattern DATE = Pattern.compile("[ymdhs年月日]");
  private static final Pattern TIME = Pattern.compile("[hs]");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?[0-9]{16,}");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_DAY_OF_MAC = LocalDate.of(1904, 1, 1);
  private static final double LAST_SERIAL = 2_958_466;

  private final Path path;
  private final String name;
  private final SheetFacts facts;

  private Workbook(Path path, String name, SheetFacts facts) {
    this.path = path;
    this.name = name;
    this.facts = facts;
  }

  /**
   * Refuses what is no workbook or unpacks to more than it should. Throws {@code
   * source.zip-not-xlsx}, {@code source.too-large-unpacked}, {@code source.too-many-texts}, {@code
   * source.damaged-xlsx}.
   */
  static Workbook open(Path path, String name) throws IOException {
    try {
      return new Workbook(path, name, SheetFacts.of(path, name));
    } catch (ZipException | EOFException | XMLStreamException e) {
      throw damaged(name, e);
    }
  }

  private FaultException damaged(Exception e) {
    return damaged(name, e);
  }

  private static FaultException damaged(String name, Exception e) {
    return new FaultException(
        new Fault.BadQuestion(
            "source.damaged-xlsx", name, Map.of("detail", String.valueOf(e.getMessage()))));
  }

  List<String> sheets() throws IOException {
    try (var workbook = open()) {
      return workbook.getSheets().map(Sheet::getName).toList();
    } catch (ExcelReaderException | UncheckedStreamException e) {
      throw damaged(e);
    }
  }

  /** The first rows of a sheet, an absent row as one without cells. */
  List<SheetRow> rows(String sheet, int limit) throws IOException {
    var rows = new ArrayList<SheetRow>();
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
  void each(String sheet, Predicate<SheetRow> more) throws IOException {
    var filler = facts.merged(sheet).filler();
    try (var workbook = open();
        var stream = sheet(workbook, sheet).openStream()) {
      int given = 0;
      for (var row : (Iterable<Row>) stream::iterator) {
        if (row.getRowNum() <= given) continue; // no sheet has a row twice, but files lie
        while (given < row.getRowNum() - 1) {
          if (!more.test(row(++given, filler.fill(given, List.of())))) return;
        }
        given++;
        if (!more.test(row(given, filler.fill(given, cells(row, workbook.isDate1904()))))) return;
      }
    } catch (ExcelReaderException | UncheckedStreamException e) {
      throw damaged(e);
    }
  }

  private static SheetRow row(int number, List<String> cells) {
    int last = cells.size();
    while (last > 0 && cells.get(last - 1).isEmpty()) last--;
    return new SheetRow(number, cells.subList(0, last));
  }

  /**
   * Writes what stands below {@code above} rows of a sheet for the engine to read. {@code told}
   * hears how far that is, in bytes of the file: as much of them as of the rows.
   */
  void prepare(String sheet, int above, Prepared prepared, LongConsumer told) throws IOException {
    var way = new Way(List.of(sheet), told);
    each(
        sheet,
        row -> {
          try {
            way.row();
            if (row.line() > above && !row.isBlank()) prepared.take(row.line(), row.cells());
            return true;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How far the reading of some sheets is; says nothing where their length is not known. */
  final class Way {
    private static final int EVERY = 4_096;

    private final LongConsumer told;
    private final long bytes;
    private final long all;
    private long rows;

    Way(List<String> sheets, LongConsumer told) throws IOException {
      this.told = told;
      bytes = Files.size(path);
      all = sheets.stream().mapToLong(facts::length).sum();
    }

    void row() {
      if (++rows % EVERY != 0 || all == 0) return;
      told.accept((long) ((double) bytes * Math.min(rows, all) / all));
    }
  }

  private ReadableWorkbook open() throws IOException {
    try {
      return new ReadableWorkbook(path.toFile(), new ReadingOptions(facts.styled(), true));
    } catch (ExcelReaderException | UncheckedStreamException e) {
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

  private List<String> cells(Row row, boolean since1904) {
    var cells = new ArrayList<String>();
    for (var cell : row) {
      if (cell == null) {
        cells.add("");
        continue;
      }
      while (cells.size() < cell.getColumnIndex()) cells.add("");
      cells.add(text(cell, since1904));
      if (cells.size() > MOST_COLUMNS) {
        throw new FaultException(
            new Fault.TooLarge("source.too-many-columns", name, Map.of("most", "" + MOST_COLUMNS)));
      }
    }
    return cells;
  }

  /** Of a formula, its value: whether number, text or truth is the same as for a typed cell. */
  private static String text(Cell cell, boolean since1904) {
    return switch (cell.getValue()) {
      case null -> cell.getRawValue() == null ? "" : cell.getRawValue();
      case BigDecimal number -> number(number, cell, since1904);
      case Boolean truth -> truth ? "TRUE" : "FALSE";
      case Object other -> other.toString();
    };
  }

  private static String number(BigDecimal number, Cell cell, boolean since1904) {
    var format = cell.getDataFormatString();
    if (format != null && number.signum() >= 0 && number.doubleValue() < LAST_SERIAL) {
      var letters = NO_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
      if (DATE.matcher(letters).find()) {
        var moment = moment(number.doubleValue(), since1904);
        boolean day =
            !TIME.matcher(letters).find() && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? moment.toLocalDate().toString() : MOMENT.format(moment);
      }
    }
    return plain(number, cell.getRawValue() == null ? "" : cell.getRawValue());
  }

  /** A serial number counts days; before 1 March 1900 Excel counts one too many. */
  private static LocalDateTime moment(double serial, boolean since1904) {
    long days = (long) serial;
    var first = since1904 ? FIRST_DAY_OF_MAC : FIRST_DAY.plusDays(days < 60 ? 1 : 0);
    return first.plusDays(days).atStartOfDay().plusSeconds(Math.round((serial - days) * 86_400));
  }

  /** 19.899999999999999 is how a file keeps 19.9. */
  private static String plain(BigDecimal number, String raw) {
    var kept = number.round(DIGITS).stripTrailingZeros();
    if (kept.precision() - kept.scale() <= DIGITS.getPrecision()) return kept.toPlainString();
    // Programs other than Excel may write all digits.
    boolean exact = LONG_NUMBER.matcher(raw).matches() && number.compareTo(kept) != 0;
    if (exact) return raw;
    var digits = kept.unscaledValue().abs().toString();
    return (kept.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "E+"
        + (kept.precision() - kept.scale() - 1);
  }
}
