package io.gongbi.quality;

import static io.gongbi.quality.CleanFolder.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.refresh.Delta;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is cleaned when something landed, or a mapping changed. */
final class CleanAnewTest extends CleanFeeds {
  @Test
  void newBatches_touchOnlyWhatTheyReach() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.land(LINES, "jan.csv", "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,\n");
      assertThat(here.cleanNew()).isInstanceOf(Delta.Batches.class);
      here.land(
          LINES,
          "feb.csv",
          """
          no,code,qty,at,price,who,land
          1,B,1,2026-01-01,3,u1,
          2,B,1,2026-02-01,3,u2,
          """);
      here.cleanNew();
      assertThat(here.rows("select t.batch, t.line from {quality.touched_row} t order by t.line"))
          .containsExactly("2 2", "2 3");
      assertThat(
              here.rows("select t.order_key from {quality.touched_order} t order by t.order_key"))
          .containsExactly("1", "2");
      assertThat(here.rows("select count(*) as n from {quality.touched_record} t"))
          .containsExactly("2");
      var stepwise = here.everything();
      here.clean();
      assertThat(here.everything()).isEqualTo(stepwise);
    }
  }

  @Test
  void changedMapping_isNoticed_andEverythingCleanedAnew() {
    try (var here = new CleanFolder(folder, LINES)) {
      here.land(LINES, "jan.csv", "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,FR\n");
      here.cleanNew();
      here.mappings.set(
          0,
          mapping(
              "lines",
              "order_line",
              List.of(),
              """
              no → order.order_no
              code → order_line.product_name
              at → order.paid_at"""));
      here.land(LINES, "feb.csv", "no,code,qty,at,price,who,land\n2,B,1,2026-01-01,2,u1,FR\n");
      assertThat(here.cleanNew()).isInstanceOf(Delta.Everything.class);
      assertThat(
              here.rows(
                  """
                  select o.order_key, o.product_code, o.product_name, o.amount
                  from {quality.order_line} o
                  order by o.order_key
                  """))
          .containsExactly("1 · A ·", "2 · B ·");
      assertThat(here.rows("select count(*) as n from {quality.customer} c")).containsExactly("0");
    }
  }

  /**
   * Whom the orders named before is found in no table any more, though no feed writes that table.
   */
  @Test
  void feedThatNamesNobodyAnyMore_leavesNobodyBehind() {
    try (var here = new CleanFolder(folder, ORDERS)) {
      here.land(ORDERS, "o.csv", "单号,用户,手机,下单,付款,状态,实付\n1,u1,13911112222,2026-01-01,,已完成,5\n");
      here.clean();
      assertThat(here.rows("select c.platform_id from {quality.customer} c")).containsExactly("u1");
      here.mappings.set(
          0, mapping("orders", "order", List.of("单号"), "单号 → order.order_no\n实付 → order.amount"));
      here.clean();
      assertThat(here.rows("select s.ref from {quality.sighting} s")).isEmpty();
      assertThat(here.rows("select c.platform_id from {quality.customer} c")).isEmpty();
      assertThat(here.rows("select o.order_key, o.amount from {quality.order} o"))
          .containsExactly("1 5");
    }
  }

  /** Nothing landed since: the mapping alone is reason enough to read the landed rows again. */
  @Test
  void changedMapping_isNews_untilWhatLandedWasReadByIt() {
    try (var here = new CleanFolder(folder, LINES)) {
      assertThat(here.hasNews()).isFalse();
      here.land(LINES, "jan.csv", "no,code,qty,at,price,who,land\n1,A,1,2026-01-01,2,u1,FR\n");
      here.cleanNew();
      assertThat(here.hasNews()).isFalse();
      here.mappings.set(
          0,
          mapping(
              "lines",
              "order_line",
              List.of(),
              """
              no → order.order_no
              code → order_line.product_name
              at → order.paid_at
              price → order_line.amount"""));
      assertThat(here.hasNews()).isTrue();
      assertThat(here.cleanNew()).isInstanceOf(Delta.Everything.class);
      assertThat(here.hasNews()).isFalse();
      assertThat(
              here.rows(
                  """
                  select o.order_key, o.product_code, o.product_name, o.quantity, o.amount
                  from {quality.order_line} o
                  """))
          .containsExactly("1 · A · 2");
    }
  }
}
