package io.gongbi.warehouse.duckdb;

import static java.util.stream.Collectors.joining;

import io.gongbi.warehouse.DelimitedFile;

/** Streams a delimited file into a landed table by DuckDB's own reader; fields stay text. */
final class FileLoad {
  private final Statements statements;

  FileLoad(Statements statements) {
    this.statements = statements;
  }

  long load(String physical, DelimitedFile file, long batch) {
    var fields = String.join(", ", file.columns());
    var types =
        file.columns().stream()
            .map(c -> "'" + c + "': 'VARCHAR'")
            .collect(joining(", ", "{'line': 'BIGINT', ", "}"));
    // In parallel the reader guesses where a row begins; with line breaks in fields it may err.
    return statements.run(
        """
        insert into %s (batch, line, %s)
        select %s, line, %s
        from read_csv(%s, auto_detect = false, header = false, new_line = '\\n', delim = %s, quote = %s,
                      escape = %s, columns = %s, strict_mode = true, parallel = %s,
                      max_line_size = 4000000)
        """
            .formatted(
                physical,
                fields,
                batch,
                fields,
                DuckDbDialect.quoted(file.path().toString()),
                DuckDbDialect.quoted(String.valueOf(file.delimiter())),
                DuckDbDialect.quoted(String.valueOf(file.quote())),
                DuckDbDialect.quoted(String.valueOf(file.quote())),
                types,
                !file.lineBreaks()));
  }
}
