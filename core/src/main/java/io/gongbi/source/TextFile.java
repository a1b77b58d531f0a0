package io.gongbi.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.fault.Faults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A delimited text as it came: any encoding, perhaps packed. */
final class TextFile {
  private final Path path;
  private final String name;
  private final Bytes kind;

  TextFile(Path path, String name, Bytes kind) {
    this.path = path;
    this.name = name;
    this.kind = kind;
  }

  Charset encoding() throws IOException {
    try (var in = Bytes.open(path, kind, name)) {
      return Encodings.detect(in);
    }
  }

  /** The first rows, cut at a delimiter; blank lines stay as rows without a field. */
  List<List<String>> rows(Charset charset, char delimiter, char quote, int limit)
      throws IOException {
    var rows = new ArrayList<List<String>>();
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

  /** Gives one row after the other for as long as {@code more} wants them. */
  void each(Charset charset, char delimiter, char quote, Predicate<List<String>> more)
      throws IOException {
    boolean any = false;
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(quote)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(reader(charset))) {
      for (var row : csv) {
        any = true;
        if (!more.test(List.copyOf(row.getFields()))) return;
      }
    } catch (CsvParseException e) {
      // A field without an end: what was read before it is still worth showing.
      if (!any) {
        throw new FaultException(
            new Fault.BadQuestion(
                "source.no-rows", name, Map.of("detail", String.valueOf(e.getMessage()))));
      }
    }
  }

  /** Lenient: in the wrong encoding a person should see that it is wrong. Landing is strict. */
  private Reader reader(Charset charset) throws IOException {
    return new InputStreamReader(withoutMark(Bytes.open(path, kind, name), charset), charset);
  }

  /**
   * Writes the text as UTF-8 with plain line ends, for the engine to read. Throws {@code
   * source.wrong-encoding} with the line when the bytes are not of that encoding.
   */
  void writeUtf8(Charset charset, Path target) throws IOException {
    try (var in = withoutMark(Bytes.open(path, kind, name), charset);
        var out = Files.newOutputStream(target)) {
      if (charset.equals(StandardCharsets.UTF_8)) copyChecked(in, out);
      else transcode(in, charset, out);
    }
  }

  /** UTF-8 is only checked: the bytes go through as they are. */
  private void copyChecked(InputStream in, OutputStream out) throws IOException {
    var check = new Utf8Check();
    var buffer = new byte[1 << 16];
    boolean any = false;
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      any = true;
      if (!check.takes(buffer, n)) throw wrongEncoding(StandardCharsets.UTF_8, check.line());
      out.write(buffer, 0, n);
    }
    if (!any) throw Faults.bad("source.empty-file", name);
    if (!check.complete()) throw wrongEncoding(StandardCharsets.UTF_8, check.line());
  }

  private void transcode(InputStream in, Charset charset, OutputStream out) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var chars = new char[1 << 15];
    long line = 1;
    boolean any = false;
    try (var reader = new InputStreamReader(in, decoder);
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      for (int n = reader.read(chars); n > 0; n = reader.read(chars)) {
        any = true;
        for (int i = 0; i < n; i++) if (chars[i] == '\n') line++;
        writer.write(chars, 0, n);
      }
    } catch (CharacterCodingException e) {
      throw wrongEncoding(charset, line);
    }
    if (!any) throw Faults.bad("source.empty-file", name);
  }

  private FaultException wrongEncoding(Charset charset, long line) {
    return new FaultException(
        new Fault.BadQuestion(
            "source.wrong-encoding",
            name + ":" + line,
            Map.of("encoding", charset.name(), "line", Long.toString(line))));
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
