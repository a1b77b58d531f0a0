package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Label;
import io.gongbi.standard.EntityName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownMappingTest {
  private static final Transform FEN = new Transform.Times(new BigDecimal("0.01"));

  private static Mapping mapping(String feed, String grain, String key, Mapping.Line... lines) {
    return new Mapping(
        new SourceId("shop"),
        Label.typed("Shop"),
        feed,
        new EntityName(grain),
        Layout.csv(),
        List.of(key),
        List.of(lines),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** June was corrected by hand: 实收 and not 应收, in fen. July calls the number otherwise. */
  @Test
  void correctedMapping_holdsForTheNextFile() {
    var june =
        mapping(
            "orders",
            "order",
            "单号",
            Mapping.Line.of("单号", "order.order_no"),
            Mapping.Line.of("实收", "order.amount", FEN));
    var july =
        mapping(
            "orders",
            "order",
            "订单号",
            Mapping.Line.of("订单号", "order.order_no"),
            Mapping.Line.of("应收", "order.amount"),
            Mapping.Line.of("渠道", "order.channel"));
    var found = KnownMapping.applied(july, List.of("订单号", "应收", "实收", "渠道"), List.of(june));
    assertThat(found.lines())
        .containsExactly(
            Mapping.Line.of("实收", "order.amount", FEN),
            Mapping.Line.of("订单号", "order.order_no"),
            Mapping.Line.of("渠道", "order.channel"));
    assertThat(found.key()).containsExactly("订单号");
  }

  /** A source may log several kinds of events: another kind of file is another feed. */
  @Test
  void fileUnlikeAnyKnown_isSuggestedAnew() {
    var clicks =
        mapping(
            "clicks",
            "event",
            "id",
            Mapping.Line.of("id", "event.event_no"),
            Mapping.Line.of("t", "event.happened_at"));
    var visits = mapping("events", "event", "时间", Mapping.Line.of("时间", "event.happened_at"));
    assertThat(KnownMapping.applied(visits, List.of("时间", "页面"), List.of(clicks)))
        .isEqualTo(visits);
  }
}
