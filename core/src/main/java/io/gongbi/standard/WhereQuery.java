package io.gongbi.standard;

import io.gongbi.fault.Faults;
import io.gongbi.warehouse.Among;
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
 * The only translation of {@link Where}. A comparison with a missing value is false; above it stand
 * only and, or, not. Columns are those of the table's declaration: a field that is not there, or a
 * value of another type, is a {@code BadQuestion} that names it.
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

  /**
   * A condition over the columns of {@code table}, whose rows are called {@code alias}: true or
   * false, never missing, so that it may stand below a {@code not}.
   */
  public String text(Where where, TableSpec table, String alias) {
    return text(where, table, alias, true);
  }

  /**
   * The same where rows are kept or left, as after {@code where}: there what is missing counts as
   * false anyway, and an engine looks up a bare comparison where it has to try a wrapped one on
   * every row.
   */
  public String kept(Where where, TableSpec table, String alias) {
    return text(where, table, alias, false);
  }

  private String text(Where where, TableSpec table, String alias, boolean sure) {
    return switch (where) {
      case Where.Always a -> "true";
      case Where.Compare c -> {
        var column = column(c.field(), table);
        if (column.type() == ColumnType.TEXT_LIST)
          yield sure(among(alias, column, c.field(), c.op(), c.value()), sure);
        yield sure(
            "%s.%s %s %s"
                .formatted(
                    alias,
                    column.name(),
                    c.op().sql(),
                    hold(fitting(c.value(), column, c.field()))),
            sure);
      }
      case Where.In in -> {
        var column = column(in.field(), table);
        if (column.type() == ColumnType.TEXT_LIST)
          yield joined(
              in.values().stream()
                  .<Where>map(v -> new Where.Compare(in.field(), Op.EQ, v))
                  .toList(),
              " or ",
              "false",
              table,
              alias,
              sure);
        yield in.values().isEmpty()
            ? "false"
            : sure(
                Among.text(
                    alias + "." + column.name(),
                    in.values().stream().map(v -> hold(fitting(v, column, in.field()))).toList()),
                sure);
      }
      case Where.Missing m -> "(" + alias + "." + column(m.field(), table).name() + " is null)";
      case Where.StartsWith s ->
          sure(like(alias, textual(s.field(), table), escaped(s.text()) + "%"), sure);
      case Where.Contains c ->
          sure(like(alias, textual(c.field(), table), "%" + escaped(c.text()) + "%"), sure);
      case Where.Both b -> joined(b.all(), " and ", "true", table, alias, sure);
      case Where.Either e -> joined(e.any(), " or ", "false", table, alias, sure);
      case Where.Except x -> "not " + text(x.not(), table, alias, true);
    };
  }

  /**
   * A list is compared with what it has: equal is to have the value, unequal to have others only.
   */
  private String among(String alias, Column column, FieldKey field, Op op, Value value) {
    var has =
        "gb_has(%s.%s, %s)".formatted(alias, column.name(), hold(fitting(value, column, field)));
    return switch (op) {
      case EQ -> has;
      case NE -> "not " + has;
      case GE, GT, LE, LT -> throw Faults.bad("where.no-order", field.toString());
    };
  }

  private static String sure(String comparison, boolean sure) {
    return sure ? "coalesce(" + comparison + ", false)" : comparison;
  }

  private String joined(
      List<Where> parts, String word, String ofNone, TableSpec table, String alias, boolean sure) {
    return parts.isEmpty()
        ? ofNone
        : parts.stream()
            .map(p -> text(p, table, alias, sure))
            .collect(Collectors.joining(word, "(", ")"));
  }

  private String like(String alias, Column column, String pattern) {
    return "%s.%s like %s escape '!'".formatted(alias, column.name(), hold(Value.of(pattern)));
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
          case TEXT, TEXT_LIST -> value instanceof Value.Text;
          case WHOLE, DECIMAL, REAL ->
              value instanceof Value.Whole
                  || value instanceof Value.Decimal
                  || value instanceof Value.Real;
          case FLAG -> value instanceof Value.Flag;
          case DAY -> value instanceof Value.Day;
          case MOMENT -> value instanceof Value.Moment;
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
