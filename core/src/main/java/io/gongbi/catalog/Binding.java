package io.gongbi.catalog;

import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Dialect;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableName;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a {@link Sql} to what JDBC takes. */
final class Binding {
  /** No table travels as a slot here, so there is nothing that could stand in for one. */
  private static final View NO_SLOTS = View.of(Map.of());

  private static final Dialect PLAIN =
      new Dialect() {
        @Override
        public String physical(TableName table) {
          throw new IllegalArgumentException("a table of the catalog has a plain name: " + table);
        }

        @Override
        public String literal(Value value) {
          return "'" + value.shown().replace("'", "''") + "'";
        }

        @Override
        public String type(ColumnType type) {
          throw new IllegalArgumentException("the catalog casts to no " + type);
        }
      };

  private Binding() {}

  static Sql.Bound of(Sql sql) {
    return spread(sql).bind(NO_SLOTS, PLAIN);
  }

  /** {@code in (#names)} with a list of three becomes {@code in (#names_0, #names_1, #names_2)}. */
  private static Sql spread(Sql sql) {
    var spread = sql;
    for (var value : sql.values().entrySet())
      if (value.getValue() instanceof Value.TextList list)
        spread = spread(spread, value.getKey(), list.value());
    return spread;
  }

  private static Sql spread(Sql sql, String name, List<String> list) {
    var names = new ArrayList<String>();
    var values = new HashMap<>(sql.values());
    values.remove(name);
    for (int i = 0; i < list.size(); i++) {
      names.add("#" + name + "_" + i);
      values.put(name + "_" + i, Value.of(list.get(i)));
    }
    // Nothing is in an empty list; neither engine lets one write that as ().
    var text = names.isEmpty() ? "select '' where 1 = 0" : String.join(", ", names);
    var hole = Pattern.compile("#" + name + "(?![a-zA-Z0-9_])");
    return replace(sql, hole, text, values);
  }

  private static Sql replace(Sql sql, Pattern hole, String text, Map<String, Value> values) {
    var parts =
        sql.parts().stream()
            .map(p -> new Sql.Part(p.name(), replace(p.sql(), hole, text, p.sql().values())))
            .toList();
    var select = hole.matcher(sql.select()).replaceAll(Matcher.quoteReplacement(text));
    return new Sql(parts, select, values);
  }

  /** One text for many rows: which value of a row stands at which {@code ?}. */
  record Many(Sql.Bound bound, List<String> names, Set<String> given) {
    private static final String OPEN = "\0";

    static Many of(Sql sql, Set<String> given) {
      var open = new HashMap<String, Value>();
      for (String name : given) open.put(name, Value.of(OPEN + name));
      var bound = Binding.of(sql.with(open));
      var names = new ArrayList<String>();
      for (var value : bound.values())
        names.add(
            value instanceof Value.Text t && t.value().startsWith(OPEN)
                ? t.value().substring(OPEN.length())
                : "");
      return new Many(bound, names, given);
    }

    List<Value> values(Map<String, Value> row) {
      if (!row.keySet().equals(given))
        throw new IllegalArgumentException("rows name " + given + " and " + row.keySet());
      var values = new ArrayList<Value>(names.size());
      for (int i = 0; i < names.size(); i++) {
        var open = row.get(names.get(i));
        values.add(open == null ? bound.values().get(i) : open);
      }
      return values;
    }
  }
}
