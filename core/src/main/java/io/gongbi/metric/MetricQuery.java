package io.gongbi.metric;

import io.gongbi.standard.Where;
import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.TableSpec;
import java.util.Optional;

/**
 * The only translation of {@link Metric}. Newcomers and repeaters need to know more of a row than
 * stands in it: {@code first_ever}, whether it is of the day of the customer's first sale, and
 * {@code again}, whether a sale of an earlier day of the same period came before it. Whoever asks
 * for such a metric offers these columns: see {@link #asksFirstEver} and {@link #asksAgain}.
 */
public final class MetricQuery {
  /** The columns of the goods that stand for those of the order. */
  private static final String QUANTITY = "quantity";

  private MetricQuery() {}

  /**
   * An aggregate expression over rows of {@code table} called {@code alias}; {@code where} binds
   * its values. Over goods, orders are counted once each, and items are pieces.
   */
  public static String expression(Metric metric, WhereQuery where, TableSpec table, String alias) {
    return expression(metric.formula(), where, table, alias);
  }

  /** What stands below the line of a ratio, which says how far it can be trusted. */
  public static Optional<String> base(
      Metric metric, WhereQuery where, TableSpec table, String alias) {
    return metric.formula() instanceof Metric.Formula.Ratio ratio
        ? Optional.of(expression(ratio.under().formula(), where, table, alias))
        : Optional.empty();
  }

  private static String expression(
      Metric.Formula formula, WhereQuery where, TableSpec table, String alias) {
    return switch (formula) {
      case Metric.Formula.Count c ->
          (table.has(QUANTITY)
                  ? "count(distinct %1$s.source || ' ' || %1$s.order_key)".formatted(alias)
                  : "count(*)")
              + filter(c.rows(), where, table, alias);
      case Metric.Formula.Customers c ->
          "count(distinct " + alias + ".customer_id)" + filter(c.rows(), where, table, alias);
      case Metric.Formula.Newcomers _, Metric.Formula.Repeaters _ ->
          "count(distinct "
              + alias
              + ".customer_id) filter (where "
              + behind(formula, where, table, alias)
              + ")";
      case Metric.Formula.Sum sum ->
          "coalesce(%ssum(%s.%s)%s, 0)"
              .formatted(
                  sum.turned() ? "-" : "",
                  alias,
                  table.column(summed(sum, table)).name(),
                  filter(sum.rows(), where, table, alias));
      case Metric.Formula.Ratio ratio ->
          "cast(%s as double) / nullif(%s, 0)"
              .formatted(
                  expression(ratio.over().formula(), where, table, alias),
                  expression(ratio.under().formula(), where, table, alias));
    };
  }

  /** Which rows stand behind the number. */
  public static String behind(
      Metric.Formula formula, WhereQuery where, TableSpec table, String alias) {
    var rows = where.kept(formula.rows(), table, alias);
    return switch (formula) {
      case Metric.Formula.Newcomers _ -> rows + " and " + alias + ".first_ever";
      case Metric.Formula.Repeaters _ -> rows + " and " + alias + ".again";
      case Metric.Formula.Ratio ratio -> behind(ratio.over().formula(), where, table, alias);
      case Metric.Formula.Count _, Metric.Formula.Sum _, Metric.Formula.Customers _ -> rows;
    };
  }

  private static String summed(Metric.Formula.Sum sum, TableSpec table) {
    var column = sum.of().column();
    return column.equals("items") && table.has(QUANTITY) ? QUANTITY : column;
  }

  private static String filter(Where rows, WhereQuery where, TableSpec table, String alias) {
    return " filter (where " + where.kept(rows, table, alias) + ")";
  }

  public static boolean asksFirstEver(Metric.Formula formula) {
    return switch (formula) {
      case Metric.Formula.Newcomers _ -> true;
      case Metric.Formula.Ratio ratio ->
          asksFirstEver(ratio.over().formula()) || asksFirstEver(ratio.under().formula());
      case Metric.Formula.Count _,
          Metric.Formula.Sum _,
          Metric.Formula.Customers _,
          Metric.Formula.Repeaters _ ->
          false;
    };
  }

  public static boolean asksAgain(Metric.Formula formula) {
    return switch (formula) {
      case Metric.Formula.Repeaters _ -> true;
      case Metric.Formula.Ratio ratio ->
          asksAgain(ratio.over().formula()) || asksAgain(ratio.under().formula());
      case Metric.Formula.Count _,
          Metric.Formula.Sum _,
          Metric.Formula.Customers _,
          Metric.Formula.Newcomers _ ->
          false;
    };
  }
}
