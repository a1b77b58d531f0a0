package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Viewer;
import io.gongbi.catalog.UserId;
import io.gongbi.fault.FaultException;
import io.gongbi.quality.Quality;
import io.gongbi.refresh.Run;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an import makes of the files that it is given. */
final class ImportsTest extends ShopImports {
  /** The second file brings a new order, and tells again of the first. */
  @Test
  void run_tellsWhatCameOfIt() throws IOException {
    bring(false, file("1.csv", "o1,2026-02-01 10:00:00,10,x\no2,2026-02-02 10:00:00,20,x\n"));
    var run =
        bring(false, file("2.csv", "o2,2026-02-02 10:00:00,25,x\no3,2026-02-03 10:00:00,30,x\n"));
    assertThat(run.result())
        .containsEntry("landed", "2")
        .containsEntry("ordersBefore", "2")
        .containsEntry("orders", "3")
        // No order says who bought.
        .containsEntry("customersBefore", "0")
        .containsEntry("customers", "0");
  }

  /** Two files of one feed at once: the later is newer news of the orders that both name. */
  @Test
  void filesOfOneImport_landInTheirOrder_andEachHasItsAccount() throws IOException {
    var run =
        bring(
            false,
            file("a.csv", "A,2026-01-01,1,10\nB,2026-01-01,2,20\nB,2026-01-01,2,20\n"),
            file("b.csv", "B,2026-01-02,3,30\nC,2026-01-02,x,40\nD,2026-01-02,5,50\ntorn\n"));
    assertThat(run.state()).isEqualTo(Run.State.DONE);
    assertThat(run.result())
        .isEqualTo(
            Map.of(
                "files", "2",
                "landed", "7",
                "unreadable", "1",
                "batches", "1,2",
                "customersBefore", "0",
                "customers", "0",
                "ordersBefore", "0",
                "orders", "3"));
    assertThat(gongbi.quality().batches(Viewer.system(), List.of(1L, 2L)))
        .isEqualTo(
            Map.of(
                1L, new Quality.Counts(3, 1, 0, 1, 1),
                2L, new Quality.Counts(4, 2, 2, 0, 0)));
    assertThat(sales()).containsExactly("A 1", "B 3", "D 5");
  }

  /** The landed rows are the untouched text: another column can be the amount without the files. */
  @Test
  void changedMapping_takesEffect_withoutTheFiles() throws IOException {
    bring(false, file("a.csv", "A,2026-01-01,1,10\nB,2026-01-01,2,20\n"));
    assertThat(sales()).containsExactly("A 1", "B 2");
    assertThat(gongbi.refresher().isDue()).isFalse();

    gongbi.mappings().save(orders("extra"), UserId.SYSTEM);
    assertThat(gongbi.refresher().isDue()).as("a saved mapping alone is work to do").isTrue();

    var run = gongbi.runs().await(gongbi.imports().reread(UserId.SYSTEM, orders("extra")));
    assertThat(run.state()).isEqualTo(Run.State.DONE);
    assertThat(sales()).containsExactly("A 10", "B 20");
    assertThat(gongbi.refresher().isDue()).isFalse();
    assertThat(gongbi.landing().look(orders("extra"), Viewer.system(), gongbi.gate()))
        .hasValueSatisfying(
            look -> {
              assertThat(look.columnNames()).containsExactly("no", "paid", "amount", "extra");
              assertThat(look.rows()).first().isEqualTo(List.of("A", "2026-01-01", "1", "10"));
            });
  }

  private Imports.Item file(String name, String text, Mapping mapping) throws IOException {
    return new Imports.Item(Files.writeString(folder.resolve(name), text), name, mapping);
  }

  private List<String> orderRows() {
    return gongbi
        .warehouse()
        .query(
            Sql.of(
                """
                select o.order_no, o.amount, o.shop, o.channel
                from {quality.order} o
                order by o.order_no nulls last
                """),
            View.everything())
        .stream()
        .map(r -> String.join(" ", r.cells().stream().map(Value::shown).toList()))
        .toList();
  }

  /**
   * The second file says 订单号 and 金额 where the first says 单号 and 实付, has no shop, and brings the
   * channel: they are one table all the same, in this import and in the next.
   */
  @Test
  void filesOfOneFeed_withUnlikeHeaders_areOneTable() throws IOException {
    var one =
        file(
            "one.csv",
            "单号,付款,实付,门店\nA,2026-01-01,10,杭州店\n",
            mapped(
                "单号",
                Mapping.Line.of("单号", "order.order_no"),
                Mapping.Line.of("付款", "order.paid_at"),
                Mapping.Line.of("实付", "order.amount"),
                Mapping.Line.of("门店", "order.shop")));
    var two =
        file(
            "two.csv",
            "金额,渠道,订单号,付款\n20,直播,B,2026-01-02\n",
            mapped(
                "订单号",
                Mapping.Line.of("订单号", "order.order_no"),
                Mapping.Line.of("付款", "order.paid_at"),
                Mapping.Line.of("金额", "order.amount"),
                Mapping.Line.of("渠道", "order.channel")));
    assertThat(bring(false, one, two).faults()).isEmpty();
    assertThat(orderRows()).containsExactly("A 10 杭州店 ", "B 20  直播");

    // The next month comes as two.csv did.
    var three = file("three.csv", "金额,渠道,订单号,付款\n30,直播,C,2026-02-02\n", two.mapping());
    assertThat(bring(false, three).faults()).isEmpty();
    assertThat(orderRows()).containsExactly("A 10 杭州店 ", "B 20  直播", "C 30  直播");
    assertThat(gongbi.mappings().find(FeedId.of("shop", "orders")).orElseThrow().lines())
        .extracting(Mapping.Line::column)
        .containsExactly("单号", "付款", "实付", "门店", "渠道");
    assertThat(
            gongbi.quality().batches(Viewer.system(), List.of(1L, 2L, 3L)).values().stream()
                .map(Quality.Counts::clean))
        .containsExactly(1L, 1L, 1L);
  }

  /** Fen in one file and yuan in the other cannot be one column of amounts. */
  @Test
  void filesOfOneFeed_thatContradictEachOther_areRefused() throws IOException {
    var yuan = file("yuan.csv", "A,2026-01-01,1,10\n");
    var fen =
        file(
            "fen.csv",
            "no,paid,fen\nB,2026-01-01,100\n",
            mapped(
                "no",
                Mapping.Line.of("no", "order.order_no"),
                Mapping.Line.of("paid", "order.paid_at"),
                Mapping.Line.of(
                    "fen", "order.amount", new Transform.Times(new BigDecimal("0.01")))));
    assertThatThrownBy(() -> gongbi.imports().begin(UserId.SYSTEM, List.of(yuan, fen), false))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.unlike-transform");
    assertThat(gongbi.mappings().all()).isEmpty();
  }
}
