package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.DelimitedFile;
import io.gongbi.warehouse.SqlFailure;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Streams a delimited file into a landed table by DuckDB's own parallel reader. Fields arrive as
 * untouched text; lines that are no rows arrive too, with the reason in {@code unreadable} and the
 * line in {@code raw}, so that nothing is lost between the file and the counts.
 */
final class FileLoad {
  private final DuckDbWrite write;
  private final DuckDBConnection connection;

  FileLoad(DuckDbWrite write, DuckDBConnection connection) {
    this.write = write;
    this.connection = connection;
  }

  DelimitedFile.Loaded load(String physical, DelimitedFile file, long batch) {
    var fields = String.join(", ", file.columns());
    var types =
        file.columns().stream()
            .map(c -> "'" + c + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    int before = file.skip() + (file.header() ? 1 : 0);
    // Strict on purpose: the lenient mode drops surplus fields without a word.
    long rows =
        write.run(
            """
            insert into %s (batch, line, %s)
            select %d, row_number() over () + %d, %s
            from read_csv(%s, auto_detect = false, header = false, skip = %d, delim = %s, quote = %s,
                          escape = %s, columns = %s, strict_mode = true, store_rejects = true,
                          rejects_table = 'gb_rejects', rejects_scan = 'gb_scans', max_line_size = 4000000)
            """
                .formatted(
                    physical,
                    fields,
                    batch,
                    before,
                    fields,
                    DuckDbDialect.quoted(file.path().toString()),
                    before,
                    DuckDbDialect.quoted(String.valueOf(file.delimiter())),
                    DuckDbDialect.quoted(String.valueOf(file.quote())),
                    DuckDbDialect.quoted(String.valueOf(file.quote())),
                    types),
            List.of());
    var refused = refused();
    try {
      var map = LineMap.of(file, refused.stream().mapToLong(Refused::at).toArray());
      if (map.irregular()) renumber(physical, batch, map.lines(), before, rows);
      var rejects = new ArrayList<DelimitedFile.Reject>();
      for (int i = 0; i < refused.size(); i++) {
        rejects.add(
            new DelimitedFile.Reject(
                map.rejectedLine(i), refused.get(i).text(), refused.get(i).why()));
      }
      keep(physical, batch, rejects);
      return new DelimitedFile.Loaded(rows, rejects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Refused(long at, String text, String why) {}

  private List<Refused> refused() {
    var found = new ArrayList<Refused>();
    try (var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                """
                select line_byte_position,
                       any_value(csv_line),
                       any_value(error_type)
                from gb_rejects
                group by line_byte_position
                order by line_byte_position
                """)) {
      while (result.next()) {
        found.add(
            new Refused(
                result.getLong(1) - 1,
                result.getString(2),
                "row." + result.getString(3).toLowerCase(java.util.Locale.ROOT).replace(' ', '-')));
      }
    } catch (SQLException e) {
      throw new SqlFailure("read gb_rejects", List.of(), e);
    }
    write.run("drop table gb_rejects", List.of());
    write.run("drop table gb_scans", List.of());
    return found;
  }

  private void renumber(String physical, long batch, long[] lines, int before, long rows) {
    if (lines.length != rows) return; // the two readers disagree: the row numbers stand
    write.run("create or replace temp table gb_lines (row_no bigint, line bigint)", List.of());
    try (var appender = connection.createAppender("temp", "main", "gb_lines")) {
      for (int i = 0; i < lines.length; i++) {
        if (lines[i] == i + 1L + before) continue;
        appender.beginRow();
        appender.append(i + 1L + before);
        appender.append(lines[i]);
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new SqlFailure("append to gb_lines", List.of(), e);
    }
    write.run(
        "update "
            + physical
            + " as t set line = l.line from gb_lines l where t.batch = ? and t.line = l.row_no",
        List.of(Value.of(batch)));
    write.run("drop table gb_lines", List.of());
  }

  private void keep(String physical, long batch, List<DelimitedFile.Reject> rejects) {
    for (var reject : rejects) {
      write.run(
          "insert into " + physical + " (batch, line, unreadable, raw) values (?, ?, ?, ?)",
          List.of(
              Value.of(batch),
              Value.of(reject.line()),
              Value.of(reject.why()),
              Value.of(reject.text())));
    }
  }
}
