package io.gongbi.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A question to the warehouse: named steps and a final select, in the portable subset. Tables are
 * slots {@code {concept.table}}, values are {@code #name}. A slot cannot be confused with a struct
 * literal (that starts with a quote), nor a parameter with a slice or a cast.
 *
 * <pre>{@code
 * Sql.of("select count(*) as n from buyers")
 *    .step("buyers", Sql.of("select distinct customer_id from {profile.order} where day >= #from")
 *    .with("from", Value.of(day)))
 * }</pre>
 */
public record Sql(List<Part> parts, String select, Map<String, Value> values) {
  /** A named step, runnable alone when it reads no other step. */
  public record Part(String name, Sql sql) {}

  /** Ready for an engine: text with {@code ?} and the values in their order. */
  public record Bound(String text, List<Value> values) {
    public Bound {
      values = List.copyOf(values);
    }
  }

  private static final Pattern HOLE =
      Pattern.compile("\\{([a-z][a-z0-9]*\\.[a-z][a-z0-9_]*)\\}|#([a-z][a-zA-Z0-9_]*)");

  public Sql {
    parts = List.copyOf(parts);
    values = Map.copyOf(values);
  }

  public static Sql of(String select) {
    return new Sql(List.of(), select, Map.of());
  }

  public Sql with(String name, Value value) {
    var all = new HashMap<>(values);
    all.put(name, value);
    return new Sql(parts, select, all);
  }

  public Sql with(Map<String, Value> more) {
    var all = new HashMap<>(values);
    all.putAll(more);
    return new Sql(parts, select, all);
  }

  /** Adds a step after those already there; later steps and the select may read it by its name. */
  public Sql step(String name, Sql sql) {
    var all = new ArrayList<>(parts);
    all.add(new Part(name, sql));
    return new Sql(all, select, values);
  }

  public Sql step(String name, String sql) {
    return step(name, of(sql));
  }

  /**
   * Every table that this question reads. Lineage, rights, cache keys and the order of packages all
   * come from here.
   */
  public Set<TableName> reads() {
    var found = new TreeSet<TableName>();
    parts.forEach(p -> found.addAll(p.sql().reads()));
    for (var m = HOLE.matcher(select); m.find(); ) {
      if (m.group(1) != null) found.add(TableName.of(m.group(1)));
    }
    return found;
  }

  /** The text that the engine runs, with every slot filled as {@code view} says. */
  public Bound bind(View view, Dialect dialect) {
    var out = new ArrayList<Value>();
    var text = render(view, dialect, Map.of(), v -> "?", out::add);
    return new Bound(text, out);
  }

  /**
   * As {@link #bind(View, Dialect)}, for an engine that knows values by name: {@code name} gives
   * the text for each, by its place in the list of different values.
   */
  public Bound bind(View view, Dialect dialect, IntFunction<String> name) {
    var names = new LinkedHashMap<Value, String>();
    var text =
        render(
            view,
            dialect,
            Map.of(),
            v -> names.computeIfAbsent(v, x -> name.apply(names.size())),
            v -> {});
    return new Bound(text, List.copyOf(names.keySet()));
  }

  /** The same text with the values written in: ready to paste into the engine's own shell. */
  public String explain(View view, Dialect dialect) {
    return render(view, dialect, Map.of(), dialect::literal, v -> {});
  }

  private String render(
      View view,
      Dialect dialect,
      Map<String, Value> outer,
      Function<Value, String> shown,
      Consumer<Value> seen) {
    var scope = new HashMap<>(outer);
    scope.putAll(values);
    var text = new StringBuilder();
    var lead = "with ";
    for (var part : parts) {
      text.append(lead).append(part.name()).append(" as (\n");
      text.append(part.sql().render(view, dialect, scope, shown, seen).strip().indent(2));
      text.append(")");
      lead = ",\n";
    }
    if (!parts.isEmpty()) text.append("\n");
    var m = HOLE.matcher(select);
    while (m.find()) {
      m.appendReplacement(text, "");
      if (m.group(1) != null) {
        var table = TableName.of(m.group(1));
        var stand = view.standIn(table);
        text.append(
            stand.isEmpty()
                ? dialect.physical(table)
                : "("
                    + stand.get().render(view.below(table), dialect, Map.of(), shown, seen)
                    + ")");
      } else {
        var value = scope.get(m.group(2));
        if (value == null)
          throw new IllegalStateException("no value for #" + m.group(2) + " in\n" + select);
        seen.accept(value);
        text.append(shown.apply(value));
      }
    }
    return m.appendTail(text).toString();
  }
}
