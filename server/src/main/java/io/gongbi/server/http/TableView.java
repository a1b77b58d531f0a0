package io.gongbi.server.http;

import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table as the browser reads it: days and moments as ISO text, what is missing as null. */
public record TableView(List<ColumnView> columns, List<List<@Nullable Object>> rows) {
  public record ColumnView(String name, String type) {}

  public static TableView of(Table table) {
    var rows = new ArrayList<List<@Nullable Object>>(table.size());
    for (var row : table.rows()) {
      var cells = new ArrayList<@Nullable Object>(row.size());
      for (var value : row) cells.add(cell(value));
      rows.add(cells);
    }
    return new TableView(
        table.columns().stream()
            .map(c -> new ColumnView(c.name(), c.type().name().toLowerCase(Locale.ROOT)))
            .toList(),
        rows);
  }

  static @Nullable Object cell(Value value) {
    return switch (value) {
      case Value.Text t -> t.value();
      case Value.Whole w -> w.value();
      case Value.Decimal d -> d.value();
      case Value.Real r -> r.value();
      case Value.Flag f -> f.value();
      case Value.Day d -> d.value().toString();
      case Value.Moment m -> m.value().toString();
      case Value.TextList l -> l.value();
      case Value.Missing m -> null;
    };
  }
}
