package io.gongbi.warehouse.duckdb;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;

/** Between DuckDB's JDBC objects and {@link Value}. */
final class Cells {
  private Cells() {}

  static void bind(PreparedStatement statement, List<Value> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, raw(values.get(i)));
  }

  private static @org.jspecify.annotations.Nullable Object raw(Value value) {
    return switch (value) {
      case Value.Text t -> t.value();
      case Value.Whole w -> w.value();
      case Value.Decimal d -> d.value();
      case Value.Real r -> r.value();
      case Value.Flag f -> f.value();
      case Value.Day d -> d.value();
      case Value.Moment m -> LocalDateTime.ofInstant(m.value(), ZoneOffset.UTC);
      case Value.TextList l -> l.value().toArray();
      case Value.Missing m -> null;
    };
  }

  static List<Column> columns(ResultSet result) throws SQLException {
    var meta = result.getMetaData();
    var columns = new ArrayList<Column>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(
          Column.open(
              meta.getColumnLabel(i).toLowerCase(Locale.ROOT),
              type(meta.getColumnType(i), meta.getColumnTypeName(i))));
    }
    return columns;
  }

  static ColumnType type(int jdbc, String name) {
    if (name.endsWith("[]")) return ColumnType.TEXT_LIST;
    return switch (jdbc) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> ColumnType.WHOLE;
      case Types.DECIMAL, Types.NUMERIC -> ColumnType.DECIMAL;
      case Types.FLOAT, Types.REAL, Types.DOUBLE -> ColumnType.REAL;
      case Types.BOOLEAN, Types.BIT -> ColumnType.FLAG;
      case Types.DATE -> ColumnType.DAY;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.MOMENT;
      default ->
          name.startsWith("HUGEINT") || name.startsWith("U") ? ColumnType.WHOLE : ColumnType.TEXT;
    };
  }

  /**
   * Reads the rest of a result in batches; the last one may be smaller, and there is at least one.
   */
  static void read(ResultSet result, int batch, Consumer<Table> consumer) throws SQLException {
    var columns = columns(result);
    var rows = new ArrayList<List<Value>>();
    boolean given = false;
    while (result.next()) {
      var row = new ArrayList<Value>(columns.size());
      for (int i = 0; i < columns.size(); i++) row.add(cell(result, i + 1, columns.get(i).type()));
      rows.add(row);
      if (rows.size() == batch) {
        consumer.accept(new Table(columns, rows));
        rows.clear();
        given = true;
      }
    }
    if (!rows.isEmpty() || !given) consumer.accept(new Table(columns, rows));
  }

  private static Value cell(ResultSet result, int i, ColumnType type) throws SQLException {
    return switch (type) {
      case WHOLE -> {
        var whole = result.getObject(i);
        yield switch (whole) {
          case null -> Value.missing();
          case BigInteger big -> Value.of(big.longValueExact());
          case Number n -> Value.of(n.longValue());
          default -> Value.of(whole.toString());
        };
      }
      case DECIMAL -> {
        BigDecimal decimal = result.getBigDecimal(i);
        yield decimal == null ? Value.missing() : Value.of(decimal);
      }
      case REAL -> {
        double real = result.getDouble(i);
        yield result.wasNull() ? Value.missing() : Value.of(real);
      }
      case FLAG -> {
        boolean flag = result.getBoolean(i);
        yield result.wasNull() ? Value.missing() : Value.of(flag);
      }
      case DAY -> {
        var day = result.getObject(i, LocalDate.class);
        yield day == null ? Value.missing() : Value.of(day);
      }
      case MOMENT -> {
        var moment = result.getObject(i, LocalDateTime.class);
        yield moment == null ? Value.missing() : Value.of(moment.toInstant(ZoneOffset.UTC));
      }
      case TEXT_LIST -> {
        Array list = result.getArray(i);
        yield list == null
            ? Value.missing()
            : Value.of(Arrays.stream((Object[]) list.getArray()).map(String::valueOf).toList());
      }
      case TEXT -> {
        var text = result.getString(i);
        yield text == null ? Value.missing() : Value.of(text);
      }
    };
  }

  static void append(DuckDBAppender appender, Value value, ColumnType type) throws SQLException {
    switch (value) {
      case Value.Missing m -> appender.appendNull();
      case Value.Text t -> appender.append(t.value());
      case Value.Whole w -> {
        if (type == ColumnType.DECIMAL) appender.append(money(BigDecimal.valueOf(w.value())));
        else if (type == ColumnType.REAL) appender.append((double) w.value());
        else appender.append(w.value());
      }
      case Value.Decimal d -> appender.append(money(d.value()));
      case Value.Real r -> appender.append(r.value());
      case Value.Flag f -> appender.append(f.value());
      case Value.Day d -> appender.append(d.value());
      case Value.Moment m -> appender.append(utc(m.value()));
      case Value.TextList l -> appender.append(l.value());
    }
  }

  private static BigDecimal money(BigDecimal value) {
    return value.setScale(4, java.math.RoundingMode.HALF_UP);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
