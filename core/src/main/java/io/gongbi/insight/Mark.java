package io.gongbi.insight;

import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One bar, point or cell of an answer: a column, and the row by its first cell. {@code customers}
 * at {@code step = 2} is whoever reached step 2; {@code value} at {@code bucket = 2026-03-01}
 * whoever is behind the sales of March.
 */
public record Mark(String column, Map<String, Value> at) {
  public Mark {
    at = Map.copyOf(at);
  }

  /**
   * The cell that names the row, in the type of its column: an answer's days travel as text. Throws
   * {@code insight.mark-row}.
   */
  Value row(String column, ColumnType type) {
    mustName(Set.of(column));
    return cell(column, type);
  }

  /** Throws {@code insight.mark-row} where the row is not named by just these columns. */
  void mustName(Set<String> columns) {
    if (!at.keySet().equals(columns)) throw notThere(String.join(", ", new TreeSet<>(columns)));
  }

  /** One of the cells that name the row. */
  Value cell(String column, ColumnType type) {
    try {
      return typed(at.getOrDefault(column, Value.missing()), type);
    } catch (DateTimeException | NumberFormatException e) {
      throw notThere(column);
    }
  }

  private Value typed(Value value, ColumnType type) {
    return switch (type) {
      case DAY -> value instanceof Value.Text t ? Value.of(LocalDate.parse(t.value())) : value;
      case MOMENT -> value instanceof Value.Text t ? Value.of(Instant.parse(t.value())) : value;
      case WHOLE, DECIMAL, REAL ->
          value instanceof Value.Text t ? Value.of(new BigDecimal(t.value())) : value;
      case TEXT, FLAG, TEXT_LIST -> value;
    };
  }

  FaultException notThere(String column) {
    return new FaultException(
        new Fault.BadQuestion("insight.mark-row", "mark.at", Map.of("column", column)));
  }

  FaultException notOpenable() {
    return new FaultException(
        new Fault.BadQuestion("insight.mark-column", "mark.column", Map.of("column", this.column)));
  }
}
