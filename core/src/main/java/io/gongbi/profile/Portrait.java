package io.gongbi.profile;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.warehouse.Table;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The 360 page of one customer, as far as the viewer may see it. {@code was} is the id asked for
 * when that id is a former one.
 */
public record Portrait(
    CustomerId id,
    Optional<CustomerId> was,
    AsOf asOf,
    List<Fact> facts,
    Worth worth,
    List<Shown> panels) {
  /**
   * One field, the record its value comes from, and what other records say. {@code masked}: there
   * is a value, and this viewer sees only a hint of it or nothing. {@code guess}: what was inferred
   * where no record says anything.
   */
  public record Fact(
      FieldKey field,
      Label label,
      Value value,
      boolean masked,
      Optional<Origin> origin,
      List<Other> others,
      Optional<Guess> guess) {
    public Fact {
      others = List.copyOf(others);
    }
  }

  /** Line 17 of 会员.csv, landed as a record of the crm; {@code why} is a message code. */
  public record Origin(
      String source, String recordKey, Optional<String> file, Optional<Long> line, String why) {}

  /** What a rule inferred, and how right it was when it was last measured. */
  public record Guess(Value value, Imputation.Method method, Optional<Accuracy> accuracy) {}

  /** A value that did not stand, and why; for a repeated value, that it is the same. */
  public record Other(Value value, String source, String recordKey, String why) {}

  /**
   * What the customer is worth so far. {@code averageOrder} (笔单价) is revenue ÷ orders, without
   * refunds: 300 over 2 orders, 100 of it returned, is 150 an order and 200 net.
   */
  public record Worth(
      long orders,
      BigDecimal revenue,
      BigDecimal refunds,
      BigDecimal netRevenue,
      Optional<BigDecimal> averageOrder,
      Optional<LocalDate> firstOrderDay,
      Optional<LocalDate> lastOrderDay,
      long purchaseDays,
      Optional<Long> daysSinceLast) {}

  /** A panel and its rows. */
  public record Shown(String id, Label label, Table table) {}

  public Portrait {
    facts = List.copyOf(facts);
    panels = List.copyOf(panels);
  }
}
