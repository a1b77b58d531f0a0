package io.gongbi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A written file read back by a reader that shares nothing with the writer. */
record Rows(List<String> header, List<List<String>> rows, int head) {

  static Rows of(Path file) throws IOException {
    return of(file, StandardCharsets.UTF_8, 1);
  }

  /** {@code head}: lines above the first row, the last of which holds the names. */
  static Rows of(Path file, Charset charset, int head) throws IOException {
    List<List<String>> all = file.toString().endsWith(".xlsx") ? excel(file) : csv(file, charset);
    return new Rows(all.get(head - 1), all.subList(head, all.size()), head);
  }

  /** Cell of a row by the name of its column. */
  String cell(List<String> row, String column) {
    int at = header.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(column + " is none of " + header);
    }
    return row.get(at);
  }

  List<String> column(String column) {
    return rows.stream().map(row -> cell(row, column)).toList();
  }

  /** The row in this line of the file, counted from 1. */
  List<String> line(long line) {
    return rows.get((int) line - 1 - head);
  }

  private static List<List<String>> excel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in);
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      return rows.map(Rows::texts).collect(Collectors.toCollection(ArrayList::new));
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      texts.add(
          row.getOptionalCell(i).map(cell -> Objects.toString(cell.getValue(), "")).orElse(""));
    }
    return texts;
  }

  private static List<List<String>> csv(Path file, Charset charset) throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file, charset);
        PushbackReader in = new PushbackReader(text)) {
      int first = in.read();
      if (first != '\uFEFF') {
        in.unread(first);
      }
      List<String> row = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (quoted) {
          int next = c == '"' ? in.read() : 0;
          if (c != '"' || next == '"') {
            cell.append((char) c);
          } else {
            quoted = false;
            in.unread(next);
          }
        } else if (c == '"') {
          quoted = true;
        } else if (c == ',' || c == '\n') {
          row.add(cell.toString());
          cell.setLength(0);
          if (c == '\n') {
            all.add(List.copyOf(row));
            row.clear();
          }
        } else if (c != '\r') {
          cell.append((char) c);
        }
      }
    }
    return all;
  }
}
