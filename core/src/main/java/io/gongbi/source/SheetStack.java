package io.gongbi.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Several worksheets of a workbook as one table, the rows of one under those of the other, such as
 * a sheet a month or a sheet a shop. Columns are matched by name; one that is called otherwise is
 * the same when both names mean the same field; what only a later sheet has comes at the end:
 *
 * <pre>
 * 一月: 卡号 姓名 手机          二月: 姓名 手机号 卡号 备注
 *   C1   王芳 13812340001           李雷 13912340002 C2   老客
 *
 * 卡号 姓名 手机        备注
 * C1   王芳 13812340001
 * C2   李雷 13912340002 老客
 * </pre>
 *
 * Lines are counted through all sheets: the first of 二月 follows the last of 一月.
 */
final class SheetStack {
  private static final int LAYOUT_SAMPLE = 200;

  private final Workbook book;
  private final List<String> names = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** The place of the column that says which sheet a row is from; −1 when none is wanted. */
  private final int sheetPlace;

  /** A sheet: what stands above its rows, and where each of its columns goes. */
  private record Part(String sheet, int above, List<Integer> places) {}

  SheetStack(Workbook book, Layout layout, String first) throws IOException {
    this.book = book;
    var headings = Headings.read();
    add(first, layout.skip(), layout.header(), headings);
    var stack = layout.stack().orElseThrow();
    for (var sheet : stack.sheets()) {
      var rows = book.rows(sheet, LAYOUT_SAMPLE);
      int skip = Looks.skip(rows, true);
      boolean header = layout.header() && Looks.hasHeader(rows, skip);
      add(sheet, skip, header, headings);
    }
    sheetPlace = stack.column().map(this::added).orElse(-1);
  }

  private void add(String sheet, int skip, boolean header, Headings headings) throws IOException {
    var rows = book.rows(sheet, skip + LAYOUT_SAMPLE);
    int above = skip + (header ? 1 : 0);
    int width = rows.stream().skip(header ? skip : above).mapToInt(SheetRow::width).max().orElse(0);
    var head = header && skip < rows.size() ? rows.get(skip).cells() : List.<String>of();
    var own = Header.names(head, width);
    var places = new int[width];
    // By name first: a synonym must not take the place of a column that the sheet has itself.
    for (int i = 0; i < width; i++) places[i] = names.indexOf(own.get(i));
    for (int i = 0; i < width; i++) {
      if (places[i] < 0) places[i] = meaning(own.get(i), places, headings);
    }
    for (int i = 0; i < width; i++) if (places[i] < 0) places[i] = added(own.get(i));
    parts.add(new Part(sheet, above, Arrays.stream(places).boxed().toList()));
  }

  /** The place of a column that nobody has taken and that means the same field; −1 if none does. */
  private int meaning(String name, int[] taken, Headings headings) {
    var field = headings.of(name).stream().findFirst().map(Headings.Candidate::field);
    if (field.isEmpty()) return -1;
    for (int at = 0; at < names.size(); at++) {
      int place = at;
      if (Arrays.stream(taken).anyMatch(t -> t == place)) continue;
      var other = headings.of(names.get(at)).stream().findFirst().map(Headings.Candidate::field);
      if (other.equals(field)) return at;
    }
    return -1;
  }

  private int added(String name) {
    var free = name;
    for (int n = 2; names.contains(free); n++) free = name + " (" + n + ")";
    names.add(free);
    return names.size() - 1;
  }

  /** The columns of all sheets. */
  List<String> names() {
    return List.copyOf(names);
  }

  /**
   * The first rows, some of every sheet before the rest of any: a person should see that all of
   * them are there.
   */
  List<SheetRow> rows(int most, int seen) throws IOException {
    var first = new ArrayList<SheetRow>();
    var rest = new ArrayList<SheetRow>();
    int each = Math.max(5, seen / parts.size());
    long before = 0;
    for (var part : parts) {
      int[] n = {0};
      before =
          each(
              part,
              before,
              Math.max(each, most / parts.size()),
              row -> (n[0]++ < each ? first : rest).add(row));
    }
    first.addAll(rest);
    return first;
  }

  /** Gives the rows of one sheet after the other for as long as {@code more} wants them. */
  void each(Predicate<SheetRow> more) throws IOException {
    long before = 0;
    for (var part : parts) {
      long last = each(part, before, Integer.MAX_VALUE, more);
      if (last < 0) return;
      before = last;
    }
  }

  /**
   * Gives at most so many rows that are not blank; the last line of the sheet, or −1 when no more
   * was wanted.
   */
  private long each(Part part, long before, int most, Predicate<SheetRow> more) throws IOException {
    long[] last = {before};
    int[] left = {most};
    boolean[] enough = {false};
    book.each(
        part.sheet(),
        row -> {
          last[0] = before + row.line();
          if (row.line() <= part.above() || row.isBlank() || --left[0] < 0) return true;
          enough[0] = !more.test(placed(row, part, last[0]));
          return !enough[0];
        });
    return enough[0] ? -1 : last[0];
  }

  private SheetRow placed(SheetRow row, Part part, long line) {
    var noRow = row.noRow(part.places().size(), true);
    if (noRow.isPresent()) {
      var why = noRow.get();
      return new SheetRow(
          line,
          List.of(why.text()),
          Optional.of(new NoRow(line, why.why(), why.character(), why.text())));
    }
    var cells = new String[names.size()];
    Arrays.fill(cells, "");
    for (int i = 0; i < Math.min(row.width(), part.places().size()); i++) {
      cells[part.places().get(i)] = row.cell(i);
    }
    if (sheetPlace >= 0) cells[sheetPlace] = part.sheet();
    return new SheetRow(line, Arrays.asList(cells));
  }

  /**
   * Writes all rows for the engine to read. {@code told} hears how far that is, in bytes of the
   * file: as much of them as of the rows of these sheets.
   */
  void prepare(Prepared prepared, LongConsumer told) throws IOException {
    var failed = new IOException[1];
    var way = book.new Way(parts.stream().map(Part::sheet).toList(), told);
    each(
        row -> {
          try {
            way.row();
            if (row.trouble().isPresent()) prepared.refuse(row.trouble().get());
            else prepared.take(row.line(), row.cells());
            return true;
          } catch (IOException e) {
            failed[0] = e;
            return false;
          }
        });
    if (failed[0] != null) throw failed[0];
  }
}
