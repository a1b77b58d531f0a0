package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;

import io.gongbi.source.Mapping;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of orders and of order lines, and how what became of their rows is asked. */
abstract class CleanFeeds {
  static final String FATES =
      """
      select b.feed, f.batch, f.line, f.fate
      from {quality.fate} f
      join {source.batch} b on b.batch = f.batch
      order by b.feed, f.batch, f.line
      """;
  static final String REFUSED =
      """
      select q.line, q.field, q.value, q.severity, q.reason
      from {quality.quarantine} q
      order by q.batch, q.line, q.field, q.reason
      """;

  static final Mapping ORDERS =
      mapping(
          "orders",
          "order",
          List.of("单号"),
          """
          单号 → order.order_no
          用户 → customer.platform_id
          手机 → customer.phone
          下单 → order.ordered_at
          付款 → order.paid_at
          状态 → order.status
          实付 → order.amount""");
  static final Mapping LINES =
      mapping(
          "lines",
          "order_line",
          List.of(),
          """
          no → order.order_no
          code → order_line.product_code
          qty → order_line.quantity
          at → order.paid_at
          price → order_line.unit_price
          who → customer.platform_id
          land → customer.country""");

  @TempDir Path folder;
}
