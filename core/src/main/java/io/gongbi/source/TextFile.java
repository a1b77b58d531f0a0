package io.gongbi.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** A text as it came, delimited or JSON: any encoding, perhaps packed. */
final class TextFile {
  private final Path path;
  private final String name;
  private final Bytes kind;
  private final LongConsumer told;

  TextFile(Path path, String name, Bytes kind) {
    this(path, name, kind, bytes -> {});
  }

  /** {@code told} hears how far reading has come, in bytes of the file. */
  TextFile(Path path, String name, Bytes kind, LongConsumer told) {
    this.path = path;
    this.name = name;
    this.kind = kind;
    this.told = told;
  }

  Charset encoding() throws IOException {
    try (var in = Bytes.open(path, kind, name)) {
      return Encodings.detect(in);
    }
  }

  /** The first records, whatever they are. */
  List<SheetRow> rows(Charset charset, char delimiter, char quote, int limit) throws IOException {
    var rows = new ArrayList<SheetRow>();
    each(
        charset,
        delimiter,
        quote,
        row -> {
          rows.add(row);
          return rows.size() < limit;
        });
    return rows;
  }

  /** Gives one record after the other for as long as {@code more} wants them. */
  void each(Charset charset, char delimiter, char quote, Predicate<SheetRow> more)
      throws IOException {
    try (var records = records(charset, delimiter, quote, false)) {
      while (records.next()) {
        if (!more.test(new SheetRow(records.line(), records.cells(), records.trouble()))) return;
      }
    }
  }

  /**
   * Writes what stands below {@code above} records for the engine to read. Throws {@code
   * source.wrong-encoding} with the line when the bytes are not of that encoding.
   */
  void prepare(Charset charset, char delimiter, char quote, int above, Prepared prepared)
      throws IOException {
    try (var records = records(charset, delimiter, quote, true)) {
      for (int n = 0; records.next(); n++) {
        if (n >= above && !records.isBlank()) prepared.take(records);
      }
    }
  }

  private Records records(Charset charset, char delimiter, char quote, boolean strict)
      throws IOException {
    return new Records(utf8(charset, strict), delimiter, quote);
  }

  /** The text as UTF-8 without its mark; {@code strict}: every byte must be of the encoding. */
  InputStream utf8(Charset charset, boolean strict) throws IOException {
    var bytes = Bytes.open(path, kind, name, told);
    // Who only looks reads a few rows; who lands reads all.
    var in = withoutMark(strict ? new ReadAhead(bytes) : bytes, charset);
    return new Utf8Text(in, charset, name, strict);
  }

  private static InputStream withoutMark(InputStream in, Charset charset) throws IOException {
    int[] mark =
        switch (charset.name()) {
          case "UTF-8" -> new int[] {0xEF, 0xBB, 0xBF};
          case "UTF-16LE" -> new int[] {0xFF, 0xFE};
          case "UTF-16BE" -> new int[] {0xFE, 0xFF};
          default -> new int[0];
        };
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(4);
    for (int expected : mark) {
      if (buffered.read() != expected) {
        buffered.reset();
        break;
      }
    }
    return buffered;
  }
}
