package io.gongbi.profile;

import java.util.Locale;

/**
 * What tells that a card is not used by one person, each seen alone in honest customers too; two of
 * them together seldom are. The bounds are those of a shopper's year: who goes to six shops of one
 * chain, or has no shop that a third of the visits go to, is mostly more than one.
 */
public enum CardSign {
  /** Bought in this many shops at least. */
  MANY_SHOPS(6, "h.shops >= 6"),
  /**
   * Of 10 receipts or more in shops, no shop has more than this many per cent: people have a shop
   * that they go to.
   */
  NO_HOME_SHOP(30, "(h.shop_orders >= 10 and 100 * h.home_orders <= 30 * h.shop_orders)"),
  /** In two shops on one day, on this many days at least. */
  TWO_SHOPS_A_DAY(2, "h.two_shop_days >= 2"),
  /** Bought on this many days of one month at least. */
  OFTEN(12, "h.busiest_month >= 12"),
  /** Paid this many times on one day at least. */
  CROWDED_DAY(5, "h.busiest_day >= 5"),
  /** Records with this many names, or phone numbers, at least. */
  SEVERAL_PEOPLE(4, "(h.people >= 4)");

  /** So many signs make a suspect. */
  static final int ENOUGH = 2;

  private final int bound;
  private final String sql;

  CardSign(int bound, String sql) {
    this.bound = bound;
    this.sql = sql;
  }

  public int bound() {
    return bound;
  }

  /** Over a row {@code h} of what was counted. */
  String sql() {
    return sql;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
