package io.gongbi.sample;

import io.gongbi.sample.Goods.Good;
import java.util.List;
import java.util.Optional;

/**
 * An order as the shop knows it. Money in fen. The rule of the house: 实付金额 = Σ 金额 of the lines −
 * 优惠金额. Two tins at 49.00 and a bowl at 69.00 with a 10.00 coupon: 167.00 − 10.00 = 157.00 paid.
 *
 * @param account which of the person's accounts ordered: 0, rarely 1
 * @param paidAt second of payment, where money came in
 */
record Basket(
    int account,
    String channel,
    Optional<Long> paidAt,
    String receiverPhone,
    List<Line> lines,
    long discount) {

  record Line(Good good, int quantity) {
    long amount() {
      return good.price() * quantity;
    }
  }

  Basket {
    lines = List.copyOf(lines);
  }

  long paid() {
    return lines.stream().mapToLong(Line::amount).sum() - discount;
  }
}
