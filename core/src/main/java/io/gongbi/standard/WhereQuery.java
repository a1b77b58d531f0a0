package io.gongbi.standard;

import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Column;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.TableSpec;
import io.gongbi.warehouse.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The only translation of {@link Where}. Every comparison is wrapped so that a missing value makes
 * it false; above it stand only and, or, not. Columns are those of the table's declaration: a field
 * that is not there, or a value of another type, is a {@code BadQuestion} that names it.
 *
 * <p>One instance serves one query: it hands out parameter names and binds them at the end.
 */
public final class WhereQuery {
  private final List<Value> values = new ArrayList<>();
  private final String prefix;

  /** {@code prefix} keeps the parameters of several translators in one query apart. */
  public WhereQuery(String prefix) {
    this.prefix = prefix;
  }

  /** Gives {@code sql} the values that the texts made so far refer to. */
  public Sql bindInto(Sql sql) {
    var bound = sql;
    for (int i = 0; i < values.size(); i++) bound = bound.with(prefix + i, values.get(i));
    return bound;
  }

  /** A condition over the columns of {@code table}, whose rows are called {@code alias}. */
  public String text(Where where, TableSpec table, String alias) {
    return switch (where) {
      case Where.Always a -> "true";
      case Where.Compare c -> {
        var column = column(c.field(), table);
        yield "coalesce(%s.%s %s %s, false)"
            .formatted(
                alias, column.name(), c.op().sql(), hold(fitting(c.value(), column, c.field())));
      }
      case Where.In in -> {
        var column = column(in.field(), table);
        yield in.values().isEmpty()
            ? "false"
            : in.values().stream()
                .map(v -> hold(fitting(v, column, in.field())))
                .collect(
                    Collectors.joining(
                        ", ", "coalesce(" + alias + "." + column.name() + " in (", "), false)"));
      }
      case Where.Missing m -> "(" + alias + "." + column(m.field(), table).name() + " is null)";
      case Where.StartsWith s -> like(alias, textual(s.field(), table), escaped(s.text()) + "%");
      case Where.Contains c ->
          like(alias, textual(c.field(), table), "%" + escaped(c.text()) + "%");
      case Where.Both b -> joined(b.all(), " and ", "true", table, alias);
      case Where.Either e -> joined(e.any(), " or ", "false", table, alias);
      case Where.Except x -> "not " + text(x.not(), table, alias);
    };
  }

  private String joined(
      List<Where> parts, String word, String ofNone, TableSpec table, String alias) {
    return parts.isEmpty()
        ? ofNone
        : parts.stream()
            .map(p -> text(p, table, alias))
            .collect(Collectors.joining(word, "(", ")"));
  }

  private String like(String alias, Column column, String pattern) {
    return "coalesce(%s.%s like %s escape '!', false)"
        .formatted(alias, column.name(), hold(Value.of(pattern)));
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private String hold(Value value) {
    values.add(value);
    return "#" + prefix + (values.size() - 1);
  }

  private static Column column(FieldKey field, TableSpec table) {
    return table
        .find(field.column())
        .orElseThrow(() -> Faults.bad("where.unknown-field", field.toString()));
  }

  private static Column textual(FieldKey field, TableSpec table) {
    var column = column(field, table);
    if (column.type() != ColumnType.TEXT) throw Faults.bad("where.not-text", field.toString());
    return column;
  }

  private static Value fitting(Value value, Column column, FieldKey field) {
    boolean fits =
        switch (column.type()) {
          case TEXT -> value instanceof Value.Text;
          case WHOLE, DECIMAL, REAL ->
              value instanceof Value.Whole
                  || value instanceof Value.Decimal
                  || value instanceof Value.Real;
          case FLAG -> value instanceof Value.Flag;
          case DAY -> value instanceof Value.Day;
          case MOMENT -> value instanceof Value.Moment;
          case TEXT_LIST -> false;
        };
    if (!fits) {
      throw new io.gongbi.fault.FaultException(
          new io.gongbi.fault.Fault.BadQuestion(
              "where.wrong-type",
              field.toString(),
              Map.of(
                  "value",
                  value.shown(),
                  "type",
                  column.type().name().toLowerCase(java.util.Locale.ROOT))));
    }
    return value;
  }
}
