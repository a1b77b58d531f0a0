package io.gongbi.quality;

import io.gongbi.source.FeedId;
import io.gongbi.warehouse.Row;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.View;
import io.gongbi.warehouse.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a feed that are in quarantine, as they stood in their files, with the reasons before
 * them: to be mended in a spreadsheet and imported again. Streamed, so its length costs no memory.
 * What a viewer may not see is masked.
 */
public final class BadRows {
  private static final int BATCH = 5_000;

  /** What is said of a row: the words of its reasons, and the names of fields and columns. */
  public interface Language {
    /** The first columns: file, line, reason, and the text of a line that is no row. */
    List<String> heads();

    /** {@code 手机号：位数不对}. */
    String reason(Optional<String> field, String reason, Optional<Long> place);
  }

  private final Warehouse warehouse;
  private final View view;
  private final List<String> names;
  private final Sql rows;

  BadRows(Warehouse warehouse, View view, FeedId feed) {
    this.warehouse = warehouse;
    this.view = view;
    names =
        warehouse.query(QualityQuery.headings(feed), view).stream()
            .map(r -> r.text("name"))
            .toList();
    rows = QualityQuery.badRows(feed, names.size());
  }

  /**
   * UTF-8 with a mark, so that Excel reads Chinese. Nothing but the head when nothing has landed.
   */
  public void writeCsv(OutputStream out, Language language) {
    try {
      var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write('\uFEFF');
      var head = new ArrayList<>(language.heads());
      head.addAll(names);
      write(writer, head);
      if (!names.isEmpty()) {
        var lines = new Lines(writer, language);
        warehouse.each(rows, view, BATCH, lines::take);
        lines.flush();
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Joins the reasons of one row, which come one after the other. */
  private final class Lines {
    private final Writer writer;
    private final Language language;
    private final List<String> reasons = new ArrayList<>();
    private Optional<Row> open = Optional.empty();

    Lines(Writer writer, Language language) {
      this.writer = writer;
      this.language = language;
    }

    void take(Table batch) {
      batch.stream().forEach(this::take);
    }

    private void take(Row row) {
      if (open.filter(o -> same(o, row)).isEmpty()) {
        flush();
        open = Optional.of(row);
      }
      reasons.add(
          language.reason(
              row.textIfAny("field").filter(f -> !f.isEmpty()),
              row.text("reason"),
              row.wholeIfAny("place")));
    }

    private static boolean same(Row a, Row b) {
      return a.whole("batch") == b.whole("batch") && a.whole("line") == b.whole("line");
    }

    void flush() {
      if (open.isEmpty()) return;
      var row = open.get();
      var cells = new ArrayList<String>();
      cells.add(row.textIfAny("file_name").orElse(""));
      cells.add(Long.toString(row.whole("line")));
      cells.add(String.join("; ", reasons));
      cells.add(row.textIfAny("raw").orElse(""));
      for (int i = 1; i <= names.size(); i++) cells.add(row.textIfAny("c" + i).orElse(""));
      reasons.clear();
      open = Optional.empty();
      try {
        write(writer, cells);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void write(Writer writer, List<String> cells) throws IOException {
    writer.write(String.join(",", cells.stream().map(BadRows::quoted).toList()));
    writer.write("\r\n");
  }

  /** Text that begins like a formula gets a mark before it; a minus before digits is a number. */
  private static String quoted(String cell) {
    var text =
        cell.matches("(?s)[=+\\-@\\t\\r].*") && !cell.matches("[-+]?[0-9.,]+") ? "'" + cell : cell;
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
