package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Op;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SegmentWhyTest extends SegmentedCompany {
  private static final CustomerId ANN = new CustomerId(100001);
  private static final CustomerId BO = new CustomerId(100002);

  /** In the 90 days before 2026-03-15 Ann bought twice, Bo once. */
  @BeforeEach
  void buy() {
    company
        .orders(
            """
            no paid                status    amount phone
            A2 2026-02-03_10:00:00 completed 200    13900000001
            B1 2026-02-03_10:00:00 completed 50     13900000002
            """)
        .refresh();
  }

  @Test
  void why_showsWhatDecided() {
    var twice =
        segments.add(
            LIN,
            Label.typed("twice"),
            new Condition.Behaviour(
                Measure.of(Measure.ORDER, Metrics.SALES, Aggregate.COUNT, new Window.LastDays(90)),
                Op.GE,
                new BigDecimal(2)));
    company.counted();
    var ann = segments.why(twice.id(), ANN, LIN);
    assertThat(ann.holds()).isTrue();
    assertThat(ann.since()).isPresent();
    assertThat(ann.span())
        .contains(new Period(LocalDate.parse("2025-12-15"), LocalDate.parse("2026-03-15")));
    assertThat(ann.atoms()).hasSize(1);
    assertThat(ann.atoms().getFirst().found()).isEqualTo(Value.of(2));
    assertThat(ann.atoms().getFirst().rows().stream().map(r -> r.text("order_no")))
        .containsExactly("o1", "A2");

    var bo = segments.why(twice.id(), BO, LIN);
    assertThat(bo.holds()).isFalse();
    assertThat(bo.since()).isEmpty();
    assertThat(bo.atoms().getFirst().holds()).isFalse();
    assertThat(bo.atoms().getFirst().found()).isEqualTo(Value.of(1));
    assertThatThrownBy(() -> segments.why(twice.id(), new CustomerId(7), LIN))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("segment.no-such-customer");
  }

  @Test
  void why_ofAFixedList_tellsWhoMadeIt() {
    var list =
        segments.fix(
            LIN,
            Label.typed("list"),
            "funnel, step 2",
            Sql.of("select c.customer_id from {profile.customer} c where c.name = 'Bo'"));
    company.counted();
    var bo = segments.why(list.id(), BO, LIN);
    assertThat(bo.holds()).isTrue();
    assertThat(bo.atoms()).isEmpty();
    assertThat(bo.changes()).hasSize(1);
    assertThat(bo.changes().getFirst().cause().text()).isEqualTo("person/lin/funnel, step 2");
    assertThat(segments.why(list.id(), ANN, LIN).holds()).isFalse();
  }
}
