package io.gongbi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Parquet files for tests, written by the engine from the rows of a question. */
final class ParquetSample {
  private ParquetSample() {}

  /** The rows of {@code select}, as a file at {@code path}. */
  static Path write(Path path, String select) {
    return write(path, select, "");
  }

  /** {@code options} as {@code copy} has them, such as {@code , row_group_size 2048}. */
  static Path write(Path path, String select, String options) {
    try (var engine = DriverManager.getConnection("jdbc:duckdb:");
        var statement = engine.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute(
          "copy (%s) to '%s' (format parquet%s)"
              .formatted(select, path.toString().replace("'", "''"), options));
      return path;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same as bytes, for what is handed in. */
  static byte[] bytes(Path folder, String select) {
    try {
      var file = Files.createTempFile(folder, "sample", ".parquet");
      return Files.readAllBytes(write(file, select));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
