package io.gongbi.sample;

/**
 * One order of a person, still without its basket.
 *
 * @param number counts the person's orders from 0 and names the basket's stream of chance
 * @param second when it was placed
 * @param inCampaign lies in the 30 days after the campaign, of somebody in its audience: such rows
 *     carry no dirt that would make the planted effect unreadable
 */
record Visit(int number, long second, Status status, boolean inCampaign) {

  enum Status {
    COMPLETED("已完成"),
    PAID("已付款"),
    CANCELLED("已取消"),
    REFUNDED("已退款"),
    UNPAID("待付款");

    final String label;

    Status(String label) {
      this.label = label;
    }

    /** Money came in, even if it went back later. */
    boolean bought() {
      return this == COMPLETED || this == PAID || this == REFUNDED;
    }
  }

  boolean bought() {
    return status.bought();
  }
}
