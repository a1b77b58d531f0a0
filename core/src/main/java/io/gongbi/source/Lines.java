package io.gongbi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table that somebody hands in beside the imports, such as receipts: text in any encoding and
 * with any delimiter that {@link Looks} finds, JSON, or the first worksheet of an .xlsx file. What
 * is no row costs its line and nothing else.
 */
public final class Lines {
  /**
   * One line that is not blank, by its number in the file.
   *
   * @param unreadable the code of the reason why there are no cells, {@code
   *     quality.row-unclosed-quote}
   */
  public record Line(long number, List<String> cells, Optional<String> unreadable) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  private Lines() {}

  /**
   * Every line from the first that is as wide as most of them, which is mostly the header: titles
   * above it are passed over. Throws {@code source.…} faults that say why it cannot be read.
   */
  public static void each(Path file, String name, Consumer<Line> consumer) {
    var layout = Looks.look(file, name).layout();
    try {
      switch (layout.format()) {
        case XLSX ->
            Workbook.open(file, name)
                .each(
                    layout.sheet().orElseThrow(),
                    row -> take(row, row.line() > layout.skip(), consumer));
        case JSON, PARQUET -> {
          var table = Looks.selfDescribed(file, name, layout);
          var columns = table.columns(Integer.MAX_VALUE);
          consumer.accept(new Line(0, columns, Optional.empty()));
          table.each(columns, false, row -> take(row, true, consumer));
        }
        case CSV -> {
          var above = new int[] {layout.skip()};
          new TextFile(file, name, Bytes.of(file, name))
              .each(
                  Looks.charset(layout, name),
                  layout.delimiter(),
                  layout.quote(),
                  row -> take(row, above[0]-- <= 0, consumer));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean take(SheetRow row, boolean below, Consumer<Line> consumer) {
    if (below && (!row.isBlank() || row.trouble().isPresent())) {
      consumer.accept(new Line(row.line(), row.cells(), row.trouble().map(t -> t.why().reason())));
    }
    return true;
  }
}
