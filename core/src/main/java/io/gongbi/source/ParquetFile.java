package io.gongbi.source;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.source.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * A .parquet file, as data platforms and lakes write them. Columns have types there; their values
 * become the text that a person would write for them, and land as that of any other file.
 */
final class ParquetFile implements SelfDescribed {
  /** Beyond {@link #SMALL}, no real table packs so well. */
  private static final long MOST_RATIO = 1_000;

  private static final long SMALL = 1L << 30;
  private static final int SHOWN = 2_000;
  private static final int EVERY = 4_096;

  private final Path path;
  private final String name;
  private final LongConsumer told;

  ParquetFile(Path path, String name) {
    this(path, name, bytes -> {});
  }

  /** {@code told} hears how far reading has come, in bytes: as much of them as of the rows. */
  ParquetFile(Path path, String name, LongConsumer told) {
    this.path = path;
    this.name = name;
    this.told = told;
  }

  @Override
  public List<String> columns(int rows) {
    try (var reader = open()) {
      var names = reader.names();
      return Header.names(names, names.size());
    }
  }

  /** Every row has all columns, so {@code columns} can only be those that the file says. */
  @Override
  public void each(List<String> columns, boolean strict, Predicate<SheetRow> more)
      throws IOException {
    long[] text = {0};
    long packed = Math.max(1, Files.size(path));
    try (var reader = open()) {
      long all = Math.max(1, reader.rows());
      reader.each(
          (number, cells) -> {
            if (number % EVERY == 0) told.accept((long) ((double) packed * number / all));
            var row = row(number, cells);
            text[0] += row.trouble().isPresent() ? 0 : length(cells);
            if (text[0] > Bytes.MOST_UNPACKED || (text[0] > SMALL && text[0] / packed > MOST_RATIO))
              throw tooLarge(text[0]);
            return more.test(row);
          });
    }
  }

  private ParquetReader open() {
    return ParquetReader.of(path, name, Looks.MOST_COLUMNS);
  }

  private static SheetRow row(long number, List<String> cells) {
    for (var cell : cells) {
      if (cell.length() > Records.LONGEST) return refused(number, NoRow.Why.TOO_LONG, cell);
      if (cell.indexOf('\0') >= 0) return refused(number, NoRow.Why.NUL, String.join(",", cells));
    }
    return new SheetRow(number, cells);
  }

  private static SheetRow refused(long number, NoRow.Why why, String text) {
    var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    var noRow = new NoRow(number, why, 0, shown.replace('\0', '␀'));
    return new SheetRow(number, List.of(noRow.text()), Optional.of(noRow));
  }

  private static long length(List<String> cells) {
    long length = 0;
    for (var cell : cells) length += cell.length();
    return length;
  }

  private FaultException tooLarge(long bytes) {
    return new FaultException(
        new Fault.TooLarge(
            "source.too-large-unpacked", name, Map.of("most", (bytes >> 20) + " MB")));
  }
}
