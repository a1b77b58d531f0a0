package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;

/** How DuckDB writes tables, types and literals. */
public final class DuckDbDialect implements Dialect {
  /** Concept tables that are called like a word of SQL. */
  private static final Set<String> RESERVED = Set.of("order", "table", "group", "user", "column");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  @Override
  public String physical(TableName table) {
    return table.concept()
        + "."
        + (RESERVED.contains(table.name()) ? "\"" + table.name() + "\"" : table.name());
  }

  @Override
  public String type(ColumnType type) {
    return switch (type) {
      case TEXT -> "varchar";
      case WHOLE -> "bigint";
      case DECIMAL -> "decimal(18,4)";
      case REAL -> "double";
      case FLAG -> "boolean";
      case DAY -> "date";
      case MOMENT -> "timestamp";
      case TEXT_LIST -> "varchar[]";
    };
  }

  @Override
  public String literal(Value value) {
    return switch (value) {
      case Value.Text t -> quoted(t.value());
      case Value.Whole w -> Long.toString(w.value());
      case Value.Decimal d -> d.value().toPlainString();
      case Value.Real r -> "double " + quoted(Double.toString(r.value()));
      case Value.Flag f -> Boolean.toString(f.value());
      case Value.Day d -> "date " + quoted(d.value().toString());
      case Value.Moment m -> "timestamp " + quoted(MOMENT.format(m.value()));
      case Value.TextList l ->
          l.value().stream().map(DuckDbDialect::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Value.Missing m -> "null";
    };
  }

  @Override
  public String joinFirst(String table, String alias, String matches, String time, String since) {
    return "asof join %s %s on %s and %s >= %s".formatted(table, alias, matches, time, since);
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
