package io.gongbi.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * RFC 4180 with CRLF, in UTF-8 unless said otherwise; with the byte order mark when Excel is meant
 * to open it.
 */
final class CsvSheet implements Sheet {

  private final BufferedWriter out;

  CsvSheet(Path file, boolean byteOrderMark, Object... header) throws IOException {
    this(file, StandardCharsets.UTF_8, byteOrderMark, header);
  }

  /** As the old program of a till writes it, in GB18030 for instance. */
  CsvSheet(Path file, Charset charset, Object... header) throws IOException {
    this(file, charset, false, header);
  }

  private CsvSheet(Path file, Charset charset, boolean byteOrderMark, Object... header)
      throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), charset), 1 << 16);
    if (byteOrderMark) {
      out.write('\uFEFF');
    }
    row(header);
  }

  @Override
  public void row(Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(cells[i].toString()));
    }
    out.write("\r\n");
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
