package io.gongbi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestData;
import io.gongbi.source.Mapping;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sales lines of a real shop: 541,909 of them, with all their oddities. */
final class OnlineRetailTest {
  private static final Mapping LINES =
      CleanFolder.mapping(
          "lines",
          "order_line",
          List.of(),
          """
          InvoiceNo → order.order_no
          StockCode → order_line.product_code
          Description → order_line.product_name
          Quantity → order_line.quantity
          InvoiceDate → order.paid_at
          UnitPrice → order_line.unit_price
          CustomerID → customer.platform_id
          Country → customer.country""");

  @TempDir private Path folder;

  @Test
  void everyLine_isAccountedFor() {
    var file = TestData.file("online-retail/online-retail.csv.gz");
    try (var here = new CleanFolder(folder, LINES)) {
      here.land(LINES, "online-retail.csv.gz", file);
      here.clean();
      assertThat(here.rows("select f.fate, count(*) as n from {quality.fate} f group by f.fate"))
          .as("the 5,268 repeats of a line stay: without a key equal lines are distinct")
          .containsExactly("clean 541909");
      assertThat(
              here.rows(
                  """
                  select count(distinct o.order_key) as orders,
                         count(distinct o.line) as lines
                  from {quality.order_line} o
                  """))
          .containsExactly("25900 541909");
      assertThat(
              here.rows(
                  """
                  select count(*) as orders,
                         count(o.buyer_key) as named,
                         count(case when o.status = 'refunded' then 1 end) as refunded
                  from {quality.order} o
                  """))
          .containsExactly("25900 22190 3836");
      assertThat(
              here.rows(
                  """
                  select count(*) as records, count(distinct c.platform_id) as ids
                  from {quality.customer} c
                  """))
          .containsExactly("4372 4372");
      assertThat(
              here.rows(
                  """
                  select count(*) as n
                  from {quality.order_line} l
                  join {quality.order} o on o.source = l.source and o.order_key = l.order_key
                  where o.buyer_key is null
                  """))
          .containsExactly("135080");
      assertThat(
              here.rows(
                  """
                  select c.platform_id from {quality.customer} c where c.platform_id = '17850'
                  """))
          .containsExactly("17850");
      assertThat(
              here.rows(
                  """
                  select o.kind,
                         count(*) as lines,
                         count(case when o.quantity < 0 then 1 end) as negative,
                         count(case when o.order_key like 'C%' then 1 end) as cancelled,
                         sum(o.amount) as amount
                  from {quality.order_line} o
                  group by o.kind
                  order by o.kind
                  """))
          .as("1,336 adjustments of stock and 2 bad debts; they sum to 9,747,747.934")
          .containsExactly(
              "adjustment 1338 1336 0 -22124.12",
              "product 531283 0 0 10666684.544",
              "return 9288 9288 9288 -896812.49");
      assertThat(here.rows("select sum(o.amount) as amount from {quality.order_line} o"))
          .containsExactly("9747747.934");
      assertThat(
              here.rows(
                  """
                  select q.field, q.value, q.reason, count(*) as n
                  from {quality.quarantine} q
                  group by q.field, q.value, q.reason
                  order by n desc
                  """))
          .containsExactly(
              "order_line.product_name ? quality.placeholder 47",
              "order_line.product_name ?? quality.placeholder 7");
    }
  }
}
