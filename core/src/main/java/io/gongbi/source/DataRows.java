package io.gongbi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The rows of a file below its header, one after the other, as a layout says that they are read.
 */
final class DataRows {
  private final Path file;
  private final String name;
  private final Layout layout;

  DataRows(Path file, String name, Layout layout) {
    this.file = file;
    this.name = name;
    this.layout = layout;
  }

  boolean isWorkbook() {
    return layout.format() == Layout.Format.XLSX;
  }

  /** At most {@code limit} rows that are not empty and could be cut into cells. */
  void each(int limit, Consumer<List<String>> consumer) {
    var below = new Below(layout.skip() + (layout.header() ? 1 : 0), limit, consumer);
    try {
      switch (layout.format()) {
        case XLSX -> {
          var book = Workbook.open(file, name);
          var sheet = layout.sheet().orElseGet(() -> first(book));
          if (layout.stack().isPresent()) {
            new SheetStack(book, layout, sheet).each(new Below(0, limit, consumer));
          } else {
            book.each(sheet, below);
          }
        }
        case CSV ->
            new TextFile(file, name, Bytes.of(file, name))
                .each(Looks.charset(layout, name), layout.delimiter(), layout.quote(), below);
        case JSON, PARQUET -> {
          var table = Looks.selfDescribed(file, name, layout);
          table.each(table.columns(JsonFile.SAMPLE), false, new Below(0, limit, consumer));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes on what stands below the header, until there is enough. */
  private static final class Below implements Predicate<SheetRow> {
    private int above;
    private int wanted;
    private final Consumer<List<String>> consumer;

    Below(int above, int wanted, Consumer<List<String>> consumer) {
      this.above = above;
      this.wanted = wanted;
      this.consumer = consumer;
    }

    @Override
    public boolean test(SheetRow row) {
      if (above-- > 0 || row.isBlank() || row.trouble().isPresent()) return true;
      consumer.accept(row.cells());
      return --wanted > 0;
    }
  }

  private static String first(Workbook book) {
    try {
      return book.sheets().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
