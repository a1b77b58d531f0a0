package io.gongbi.metric;

import io.gongbi.standard.WhereQuery;
import io.gongbi.warehouse.TableSpec;

/** The only translation of {@link Metric}. */
public final class MetricQuery {
  private MetricQuery() {}

  /**
   * An aggregate expression over rows of {@code orders} called {@code alias}; {@code where} binds
   * its values.
   */
  public static String expression(Metric metric, WhereQuery where, TableSpec orders, String alias) {
    var filter = " filter (where " + where.text(metric.formula().rows(), orders, alias) + ")";
    return switch (metric.formula()) {
      case Metric.Formula.Count _ -> "count(*)" + filter;
      case Metric.Formula.Customers _ -> "count(distinct " + alias + ".customer_id)" + filter;
      case Metric.Formula.Sum sum ->
          "coalesce(%ssum(%s.%s)%s, 0)"
              .formatted(
                  sum.turned() ? "-" : "", alias, orders.column(sum.of().column()).name(), filter);
    };
  }
}
