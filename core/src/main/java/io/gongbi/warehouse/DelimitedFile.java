package io.gongbi.warehouse;

import java.nio.file.Path;
import java.util.List;

/**
 * A UTF-8 text of delimited fields that the product has written itself, as the engine is to read
 * it: no header, line ends of one kind, and every row with one number, which is its line in the
 * file that it came from, and then as many fields as there are {@code columns}, the columns of the
 * table that they go to. {@code rows} is how many there are; {@code lineBreaks} says whether a
 * field may hold a line break.
 */
public record DelimitedFile(
    Path path, char delimiter, char quote, List<String> columns, long rows, boolean lineBreaks) {
  public DelimitedFile {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) throw new IllegalArgumentException("no columns: " + path);
  }

  /** The same text, going to these columns. */
  public DelimitedFile into(List<String> others) {
    return new DelimitedFile(path, delimiter, quote, others, rows, lineBreaks);
  }
}
