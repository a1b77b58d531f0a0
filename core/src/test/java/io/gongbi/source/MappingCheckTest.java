package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Label;
import io.gongbi.fault.Messages;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MappingCheckTest {
  private static Mapping mapping(
      String feed,
      String grain,
      List<String> key,
      List<Mapping.Line> lines,
      List<Mapping.KindRule> kinds,
      String currency) {
    return new Mapping(
        new SourceId("shop"),
        Label.typed("Shop"),
        feed,
        new EntityName(grain),
        Layout.csv(),
        key,
        lines,
        kinds,
        Optional.empty(),
        Optional.of(currency));
  }

  private static Mapping orders(String feed) {
    return mapping(
        feed,
        "order",
        List.of("no"),
        List.of(Mapping.Line.of("no", "order.order_no")),
        List.of(),
        "CNY");
  }

  private static List<String> said(Mapping mapping, List<String> columns, Mapping... inUse) {
    var said = new ArrayList<String>();
    for (var fault : MappingCheck.faults(mapping, columns, List.of(inUse), new Standard())) {
      said.add(fault.code() + " at " + fault.place());
      for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
        assertThat(Messages.knows(fault.code(), language)).as(fault.code()).isTrue();
        assertThat(Messages.say(fault, language)).doesNotContain("{");
      }
    }
    return said;
  }

  @Test
  void goodMapping_hasNoFaults() {
    assertThat(said(orders("orders"), List.of("no"))).isEmpty();
  }

  @Test
  void everythingWrong_isSaidAtOnce() {
    var wrong =
        mapping(
            "Orders!",
            "order",
            List.of("who"),
            List.of(
                Mapping.Line.of("no", "order.order_no"),
                Mapping.Line.of("number", "order.order_no"),
                Mapping.Line.of("gone", "order.amount"),
                Mapping.Line.of("x", "order.colour"),
                Mapping.Line.of("sku", "order_line.product_code"),
                Mapping.Line.of("at", "order.paid_at", new Transform.Times(BigDecimal.TEN)),
                Mapping.Line.of("state", "order.status", new Transform.Codes(Map.of("好", "fine")))),
            List.of(new Mapping.KindRule("postage", new Where.Always())),
            "XQQ");
    assertThat(said(wrong, List.of("no", "number", "x", "sku", "at", "state")))
        .containsExactly(
            "source.feed-name at feed",
            "source.column-missing at lines[2].column",
            "source.column-missing at key[0]",
            "source.field-twice at lines[1].field",
            "source.unknown-field at lines[3].field",
            "source.field-of-another at lines[4].field",
            "source.transform-unfit at lines[5].transform[0]",
            "source.unknown-code at lines[6].transform[0].好",
            "source.order-key at key",
            "source.kinds-unfit at kinds",
            "source.unknown-currency at currency");
  }

  @Test
  void linesAndDeliveries_needWhatTheyCannotDoWithout() {
    var lines =
        mapping(
            "lines",
            "order_line",
            List.of("sku", "sku"),
            List.of(Mapping.Line.of("sku", "order_line.product_code")),
            List.of(
                new Mapping.KindRule("bribe", new Where.Always()),
                new Mapping.KindRule(
                    "fee",
                    new Where.Compare(FieldKey.of("order_line.quantity"), Op.EQ, Value.of("one"))),
                new Mapping.KindRule("fee", new Where.Missing(FieldKey.of("order_line.colour")))),
            "GBP");
    assertThat(said(lines, List.of("sku")))
        .containsExactly(
            "source.field-needed at lines",
            "source.key-twice at key",
            "source.unknown-kind at kinds[0].kind",
            "where.wrong-type at order_line.quantity",
            "where.unknown-field at order_line.colour");
    var sent =
        mapping(
            "sent",
            "delivery",
            List.of(),
            List.of(Mapping.Line.of("state", "delivery.status")),
            List.of(),
            "CNY");
    assertThat(said(sent, List.of("state")))
        .containsExactly("source.field-needed at lines", "source.field-needed at lines");
    var nobody =
        mapping(
            "people",
            "customer",
            List.of(),
            List.of(Mapping.Line.of("city", "customer.city")),
            List.of(),
            "CNY");
    assertThat(said(nobody, List.of("city"))).containsExactly("source.nobody-known at lines");
    var what = mapping("things", "thing", List.of(), List.of(), List.of(), "CNY");
    assertThat(said(what, List.of())).containsExactly("source.unknown-grain at grain");
  }

  @Test
  void source_hasOneFeedOfOrders() {
    assertThat(said(orders("orders"), List.of("no"), orders("orders"))).isEmpty();
    assertThat(said(orders("orders2"), List.of("no"), orders("orders")))
        .containsExactly("source.grain-taken at feed");
  }
}
