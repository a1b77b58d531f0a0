package io.gongbi.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Gate;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentWhyTest {
  private static final AsOf AS_OF =
      AsOf.endOf(LocalDate.parse("2026-03-14"), ZoneId.of("Asia/Shanghai"));
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  private static final CustomerId ANN = new CustomerId(1);
  private static final CustomerId BO = new CustomerId(2);

  @TempDir Path folder;
  private TestShop shop;
  private Catalog catalog;
  private Segments segments;

  /** In the 90 days before 2026-03-15 Ann bought twice, Bo once. */
  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers("customer_id=1 name=Ann\ncustomer_id=2 name=Bo");
    shop.orders(
        """
        customer_id=1 kind=sale day=2026-03-01 amount=100 order_no=A1
        customer_id=1 kind=sale day=2026-02-03 amount=200 order_no=A2
        customer_id=2 kind=sale day=2026-02-03 amount=50 order_no=B1
        """);
    catalog =
        Catalog.open(
            folder.resolve("catalog.sqlite"),
            List.of(),
            Clock.fixed(Instant.parse("2026-03-15T00:00:00Z"), ZoneOffset.UTC));
    segments =
        new Segments(
            shop.warehouse,
            new Definitions(catalog),
            shop.traits,
            new Conditions(shop.warehouse, shop.traits, new Standard()),
            new Gate(shop.warehouse),
            () -> AS_OF);
  }

  @AfterEach
  void close() {
    catalog.close();
    shop.close();
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
    var ann = segments.why(twice.id(), ANN, LIN);
    assertThat(ann.holds()).isTrue();
    assertThat(ann.since()).contains(AS_OF.instant());
    assertThat(ann.span())
        .contains(new Period(LocalDate.parse("2025-12-15"), LocalDate.parse("2026-03-15")));
    assertThat(ann.atoms()).hasSize(1);
    assertThat(ann.atoms().getFirst().found()).isEqualTo(Value.of(2));
    assertThat(ann.atoms().getFirst().rows().stream().map(r -> r.text("order_no")))
        .containsExactly("A1", "A2");

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
    var bo = segments.why(list.id(), BO, LIN);
    assertThat(bo.holds()).isTrue();
    assertThat(bo.atoms()).isEmpty();
    assertThat(bo.changes()).hasSize(1);
    assertThat(bo.changes().getFirst().cause().text()).isEqualTo("person/lin/funnel, step 2");
    assertThat(segments.why(list.id(), ANN, LIN).holds()).isFalse();
  }
}
