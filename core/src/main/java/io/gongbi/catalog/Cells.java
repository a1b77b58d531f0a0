package io.gongbi.catalog;

import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Between JDBC and {@link Value}, as far as both engines agree. */
final class Cells {
  /** All moments have the same length, so that their order as text is their order in time. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Cells() {}

  static void bind(PreparedStatement statement, int index, Value value) throws SQLException {
    switch (value) {
      case Value.Text t -> statement.setString(index, t.value());
      case Value.Whole w -> statement.setLong(index, w.value());
      case Value.Real r -> statement.setDouble(index, r.value());
      case Value.Day d -> statement.setString(index, d.value().toString());
      case Value.Moment m -> statement.setString(index, MOMENT.format(m.value()));
      case Value.Missing m -> statement.setNull(index, Types.NULL);
      case Value.Decimal d -> throw new IllegalStateException("the engine's to bind: " + d);
      case Value.Flag f -> throw new IllegalStateException("the engine's to bind: " + f);
      case Value.TextList l -> throw new IllegalStateException("spread lists first: " + l);
    }
  }

  static Value money(BigDecimal value) {
    return Value.of(value.setScale(4, RoundingMode.HALF_UP));
  }

  static Table read(Engine engine, ResultSet result) throws SQLException {
    var meta = result.getMetaData();
    var names = new ArrayList<String>();
    for (int i = 1; i <= meta.getColumnCount(); i++)
      names.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
    var rows = new ArrayList<List<Value>>();
    while (result.next()) {
      var row = new ArrayList<Value>(names.size());
      for (int i = 0; i < names.size(); i++)
        row.add(named(names.get(i), engine.read(result.getObject(i + 1))));
      rows.add(row);
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < names.size(); i++) columns.add(Column.open(names.get(i), type(rows, i)));
    return new Table(columns, rows);
  }

  private static Value named(String column, Value value) {
    var said = ColumnSlots.saidBy(column);
    return switch (value) {
      case Value.Text t when said.equals("moment") -> Value.of(Instant.parse(t.value()));
      case Value.Text t when said.equals("day") -> Value.of(LocalDate.parse(t.value()));
      case Value.Whole w when said.equals("flag") -> Value.of(w.value() != 0);
      default -> value;
    };
  }

  private static ColumnType type(List<List<Value>> rows, int column) {
    for (var row : rows) {
      var type = type(row.get(column));
      if (type.isPresent()) return type.get();
    }
    return ColumnType.TEXT;
  }

  private static Optional<ColumnType> type(Value value) {
    return switch (value) {
      case Value.Missing _ -> Optional.empty();
      case Value.Text _ -> Optional.of(ColumnType.TEXT);
      case Value.Whole _ -> Optional.of(ColumnType.WHOLE);
      case Value.Decimal _ -> Optional.of(ColumnType.DECIMAL);
      case Value.Real _ -> Optional.of(ColumnType.REAL);
      case Value.Flag _ -> Optional.of(ColumnType.FLAG);
      case Value.Day _ -> Optional.of(ColumnType.DAY);
      case Value.Moment _ -> Optional.of(ColumnType.MOMENT);
      case Value.TextList _ -> Optional.of(ColumnType.TEXT_LIST);
    };
  }
}
