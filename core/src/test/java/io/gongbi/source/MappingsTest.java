package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.catalog.Label;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MappingsTest {
  private static final Mapping LINES =
      new Mapping(
          new SourceId("retail"),
          Label.typed("Online retail"),
          "lines",
          new EntityName("order_line"),
          Layout.csv(),
          List.of(),
          List.of(
              Mapping.Line.of("InvoiceNo", "order.order_no"),
              Mapping.Line.of("State", "order.status", new Transform.Codes(Map.of("ok", "paid")))),
          List.of(
              new Mapping.KindRule(
                  "postage",
                  new Where.Compare(
                      FieldKey.of("order_line.product_code"), Op.EQ, Value.of("POST")))),
          Optional.of(ZoneId.of("Europe/London")),
          Optional.of("GBP"));

  /** What people keep as a file must be readable for ever: this text may only grow. */
  private static final String WRITTEN =
      """
      {"source":"retail","label":{"zh":"Online retail","en":"Online retail"},"feed":"lines",\
      "grain":"order_line","layout":{"format":"csv","encoding":"UTF-8","delimiter":",","quote":"\\"",\
      "header":true,"skip":0},"key":[],"lines":[{"column":"InvoiceNo","field":"order.order_no",\
      "transform":[]},{"column":"State","field":"order.status","transform":[{"type":"codes",\
      "words":{"ok":"paid"}}]}],"kinds":[{"kind":"postage","when":{"type":"compare",\
      "field":"order_line.product_code","op":"EQ","value":"POST"}}],"zone":"Europe/London",\
      "currency":"GBP"}\
      """;

  @Test
  void mapping_isWrittenForPeople_andReadBack() {
    assertThat(Mappings.write(LINES)).isEqualTo(WRITTEN);
    assertThat(Mappings.read(WRITTEN)).isEqualTo(LINES);
  }

  @Test
  void brokenMapping_isRefusedWithPlaces() {
    assertThatThrownBy(() -> Mappings.read("{\"source\":\"Retail!\",\"feed\":1}"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source")
        .hasMessageContaining("grain");
  }
}
