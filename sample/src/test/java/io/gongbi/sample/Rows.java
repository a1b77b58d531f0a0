package io.gongbi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A written file read back by a reader that shares nothing with the writer. */
record Rows(List<String> header, List<List<String>> rows) {

  static Rows of(Path file) throws IOException {
    return file.toString().endsWith(".xlsx") ? excel(file) : csv(file);
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

  /** The row in this line of the file; the header is line 1. */
  List<String> line(long line) {
    return rows.get((int) line - 2);
  }

  private static Rows excel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in);
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      List<List<String>> all =
          rows.map(Rows::texts).collect(Collectors.toCollection(ArrayList::new));
      return new Rows(all.getFirst(), all.subList(1, all.size()));
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      texts.add(row.getOptionalCell(i).map(cell -> String.valueOf(cell.getValue())).orElse(""));
    }
    return texts;
  }

  private static Rows csv(Path file) throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file);
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
    return new Rows(all.getFirst(), all.subList(1, all.size()));
  }
}
