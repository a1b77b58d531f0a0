package io.gongbi.warehouse;

import java.nio.file.Path;
import java.util.List;

/**
 * A UTF-8 text file of delimited fields, as the engine is to read it: {@code skip} lines before the
 * header (or the first row), then rows of as many fields as there are {@code columns}: the columns
 * of the table that they go to, in the file's order.
 */
public record DelimitedFile(
    Path path, char delimiter, char quote, boolean header, int skip, List<String> columns) {
  public DelimitedFile {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) throw new IllegalArgumentException("no columns: " + path);
  }

  /** A line that could not be read as a row of this file. */
  public record Reject(long line, String text, String why) {}

  /** What the engine read: rows taken, and lines that are no rows. */
  public record Loaded(long rows, List<Reject> rejects) {
    public Loaded {
      rejects = List.copyOf(rejects);
    }
  }
}
