package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.period;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.catalog.Label;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann (1, 上海) views tea in the app, then in the shop, and pays. Bo (2, 上海) views a cup in the shop.
 * Cy (3, 北京) views tea in the shop and pays. Di (4, nowhere) views tea, nobody knows where.
 */
final class FunnelSplitTest {
  @TempDir Path folder;
  private Analyst analyst;

  @BeforeEach
  void open() {
    analyst =
        new Analyst(
            new TestShop(folder)
                .customers(
                    """
                    customer_id=1 city=上海
                    customer_id=2 city=上海
                    customer_id=3 city=北京
                    customer_id=4
                    """)
                .events(
                    """
                    customer_id=1 name=viewed day=2026-03-01 channel=app  category=tea
                    customer_id=1 name=viewed day=2026-03-02 channel=shop category=tea
                    customer_id=1 name=paid   day=2026-03-03
                    customer_id=2 name=viewed day=2026-03-01 channel=shop category=cup
                    customer_id=3 name=viewed day=2026-03-01 channel=shop category=tea
                    customer_id=3 name=paid   day=2026-03-05
                    customer_id=4 name=viewed day=2026-03-01              category=tea
                    """));
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  private static Where is(String field, String value) {
    return new Where.Compare(FieldKey.of(field), Op.EQ, Value.of(value));
  }

  private static Funnel funnel(String field, Where first) {
    return new Funnel(
        List.of(
            new Funnel.Step(Label.typed("v"), first),
            new Funnel.Step(Label.typed("p"), is("event.name", "paid"))),
        30,
        period("2026-03-01", "2026-04-01"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Split.by(FieldKey.of(field))));
  }

  private static final Where VIEWED = is("event.name", "viewed");

  /** Step, part, rest, labels, customers, rates, open windows, median hours. */
  @Test
  void byCity_everybodyIsOfOnePart() {
    assertThat(analyst.rows(funnel("customer.city", VIEWED), LATER))
        .containsExactly(
            "1 上海 false v v 2 - 1.0 0 -",
            "1 北京 false v v 1 - 1.0 0 -",
            "1 - false v v 1 - 1.0 0 -",
            "2 上海 false p p 1 0.5 0.5 0 48.0",
            "2 北京 false p p 1 1.0 1.0 0 96.0",
            "2 - false p p 0 0.0 0.0 0 -");
  }

  /** Ann began in the app, although she came further from the shop. */
  @Test
  void byChannel_theEarliestStartCounts() {
    assertThat(analyst.rows(funnel("event.channel", VIEWED), LATER))
        .containsExactly(
            "1 shop false v v 2 - 1.0 0 -",
            "1 app false v v 1 - 1.0 0 -",
            "1 - false v v 1 - 1.0 0 -",
            "2 shop false p p 1 0.5 0.5 0 96.0",
            "2 app false p p 1 1.0 1.0 0 48.0",
            "2 - false p p 0 0.0 0.0 0 -");
  }

  @Test
  void stepsMayBeOfACategory() {
    var tea = new Where.Both(List.of(VIEWED, is("event.category", "tea")));
    assertThat(analyst.rows(funnel("customer.city", tea), LATER))
        .contains("1 上海 false v v 1 - 1.0 0 -", "2 上海 false p p 1 1.0 1.0 0 48.0");
  }

  @Test
  void everyPart_opensIntoItsCustomers() {
    var byCity = funnel("customer.city", VIEWED);
    assertThat(analyst.members(byCity, mark(1, Value.of("上海")), LATER)).containsExactly(1L, 2L);
    assertThat(analyst.members(byCity, mark(2, Value.of("上海")), LATER)).containsExactly(1L);
    assertThat(analyst.members(byCity, mark(1, Value.missing()), LATER)).containsExactly(4L);
    var open = new Mark("open", mark(1, Value.of("上海")).at());
    assertThat(analyst.members(byCity, open, LATER)).isEmpty();
  }

  private static Mark mark(int step, Value part) {
    return new Mark(
        "customers", Map.of("step", Value.of(step), "part", part, "rest", Value.of(false)));
  }

  @Test
  void scopedViewer_seesOnlyHisCustomers() {
    assertThat(analyst.rows(funnel("customer.city", VIEWED), LATER, Analyst.of("北京")))
        .containsExactly("1 北京 false v v 1 - 1.0 0 -", "2 北京 false p p 1 1.0 1.0 0 96.0");
  }
}
