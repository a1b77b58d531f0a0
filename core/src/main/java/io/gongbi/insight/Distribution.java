package io.gongbi.insight;

import io.gongbi.calendar.Period;
import io.gongbi.condition.Condition;
import java.util.Optional;

/**
 * How a number of customers spreads: how many of them are in each bin, beside the mean, the median
 * and other percentiles. Bins are round numbers, chosen so that most customers are told apart; the
 * last has no upper end.
 *
 * <p>Example: three buyers spent 80, 120 and 1,000: bins 0 – 100 (1), 100 – 200 (1), … and above;
 * the median is 120, the mean 400, which nobody spent.
 *
 * @param of which number
 * @param period what happened in these days, without it ever
 */
public record Distribution(Spread of, Optional<Period> period, Optional<Condition> who)
    implements Insight {
  /** A number that buyers have, each one, or several. */
  public enum Spread {
    /** What a buyer spent. */
    SPENT,
    /** How many orders a buyer has. */
    ORDERS,
    /** On how many days a buyer bought. */
    PURCHASE_DAYS,
    /** What one order came to. */
    ORDER_VALUE,
    /** Days between two purchase days of a customer that follow one another. */
    DAYS_BETWEEN,
    /** Days since the last purchase. */
    DAYS_SINCE
  }
}
