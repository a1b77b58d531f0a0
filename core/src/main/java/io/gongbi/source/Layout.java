package io.gongbi.source;

import java.util.List;
import java.util.Optional;

/**
 * How the cells of a file are to be read: {@code encoding} as Java names it, {@code skip} rows
 * above the header (or above the first row), the worksheet of a workbook. Found by looking, and
 * correctable by a person in every part. Of a workbook only {@code header}, {@code skip}, {@code
 * sheet} and {@code stack} count, of JSON only the encoding, of Parquet nothing.
 */
public record Layout(
    Format format,
    String encoding,
    char delimiter,
    char quote,
    boolean header,
    int skip,
    Optional<String> sheet,
    Optional<Stack> stack) {
  /**
   * What kind of file; {@code CSV} stands for delimited text of every kind, {@code JSON} for one
   * object a line too.
   */
  public enum Format {
    CSV,
    XLSX,
    JSON,
    PARQUET
  }

  /**
   * Further worksheets whose rows come under those of the first one, each with a header of its own;
   * {@code column}: what a column is called that says which sheet a row is from, if one is wanted.
   */
  public record Stack(List<String> sheets, Optional<String> column) {
    public Stack {
      sheets = List.copyOf(sheets);
    }
  }

  /** Of one table. */
  public Layout(
      Format format,
      String encoding,
      char delimiter,
      char quote,
      boolean header,
      int skip,
      Optional<String> sheet) {
    this(format, encoding, delimiter, quote, header, skip, sheet, Optional.empty());
  }

  public Layout {
    if (skip < 0) throw new IllegalArgumentException("rows to skip: " + skip);
  }

  /** Comma, double quotes, a header in the first row. */
  public static Layout csv() {
    return new Layout(Format.CSV, "UTF-8", ',', '"', true, 0, Optional.empty());
  }

  public static Layout json(String encoding) {
    return new Layout(Format.JSON, encoding, ',', '"', true, 0, Optional.empty());
  }

  public static Layout parquet() {
    return new Layout(Format.PARQUET, "UTF-8", ',', '"', true, 0, Optional.empty());
  }

  public static Layout xlsx(String sheet) {
    return new Layout(Format.XLSX, "UTF-8", ',', '"', true, 0, Optional.of(sheet));
  }
}
