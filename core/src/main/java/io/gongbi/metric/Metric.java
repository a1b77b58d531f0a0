package io.gongbi.metric;

import io.gongbi.catalog.Label;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Where;

/**
 * One number of the company over rows of {@code profile.order} or {@code profile.event}, with the
 * one definition that every chart, board and report uses. On a day with sales of 120 and 80 to Ann
 * and a return of 30 by Bo, revenue is 200, refunds 30, net revenue 170, orders 2, buyers 1, and
 * the average order value 100.
 *
 * @param meaning the definition in words, shown beside the number
 * @param of the rows it is taken over: {@code order}, or {@code event}
 * @param formula how rows become the number; its {@code rows} are those behind a bar
 */
public record Metric(
    MetricId id, Label label, Label meaning, Unit unit, EntityName of, Formula formula) {
  /** What the number is of, for how it is written and compared. */
  public enum Unit {
    MONEY,
    COUNT,
    /** 0.31 is 31 %; two of them differ by percentage points. */
    SHARE,
    /** So many of one thing for each of another: 1.8 items an order. */
    AVERAGE
  }

  /** How rows become a number. Of no rows each is 0, but a ratio, which is missing then. */
  public sealed interface Formula {
    /** The rows behind the number, of which a ratio's are those above the line. */
    Where rows();

    record Count(Where rows) implements Formula {}

    /** {@code turned}: what is kept as a negative amount is shown as a positive number. */
    record Sum(Where rows, FieldKey of, boolean turned) implements Formula {}

    /** How many identified customers; anonymous sales have none. */
    record Customers(Where rows) implements Formula {}

    /** How many of them had their first-ever sale in the period. */
    record Newcomers(Where rows) implements Formula {}

    /** How many of them have such rows on two days of the period, or more. */
    record Repeaters(Where rows) implements Formula {}

    /** One number for each of another: missing where the lower is 0. */
    record Ratio(Part over, Part under) implements Formula {
      @Override
      public Where rows() {
        return over.formula().rows();
      }
    }

    /** What stands above or below the line, and what it is called. */
    record Part(Label label, Formula formula) {}
  }

  /** The numbers of parts add up to that of the whole, so that no rows are 0. */
  public boolean adds() {
    return !(formula instanceof Formula.Ratio);
  }

  /**
   * Whether it sets sales of known customers against all sales. Who sees some customers only sees
   * no sale of nobody known: the share would be 100 % and mean nothing.
   */
  public boolean needsEverybody() {
    return id.equals(Metrics.IDENTIFIED_SHARE.id());
  }

  /** How the number is reckoned, in a line: 销售额 ÷ 订单数, "Revenue ÷ Orders". */
  public Label reckoned() {
    return switch (formula) {
      case Formula.Count _ -> new Label("符合口径的订单笔数", "Number of such orders");
      case Formula.Sum _ -> new Label("符合口径的数值合计", "Sum over such orders");
      case Formula.Customers _ -> new Label("符合口径的客户数（去重）", "Number of such customers, each once");
      case Formula.Newcomers _ ->
          new Label("首次购买在期内的客户数（去重）", "Number of customers whose first purchase is in the period");
      case Formula.Repeaters _ ->
          new Label(
              "期内有 2 个及以上购买日的客户数",
              "Number of customers with 2 or more purchase days in the period");
      case Formula.Ratio ratio ->
          new Label(
              ratio.over().label().zh() + " ÷ " + ratio.under().label().zh(),
              ratio.over().label().en() + " ÷ " + ratio.under().label().en());
    };
  }
}
