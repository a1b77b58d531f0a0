package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.TraitChange;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A company of three customers, and what its segments hold. */
abstract class SegmentedCompany {
  static final Where SHANGHAI =
      new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
  static final Viewer HU =
      new Viewer(
          new UserId("hu"),
          new Role("south", Set.of(Right.VIEW, Right.DEFINE), SHANGHAI, false, Set.of()));

  @TempDir Path folder;
  TestCompany company;
  Segments segments;

  /** Ann 100001 and Bo 100002 are of Shanghai, Cy 100003 of Beijing; Ann and Cy bought. */
  @BeforeEach
  void open() {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    segments = company.gongbi.segments();
    company
        .members(
            """
            id name phone       card city
            a  Ann  13900000001 -    上海
            b  Bo   13900000002 K2   上海
            c  Cy   13900000003 K3   北京
            """)
        .orders(
            """
            no paid                status    amount phone
            o1 2026-03-10_10:00:00 completed 100    13900000001
            o2 2026-01-10_10:00:00 completed 80     13900000003
            """)
        .refresh();
  }

  @AfterEach
  void close() {
    company.close();
  }

  static Condition bought(int days) {
    return new Condition.Behaviour(
        Measure.of(Measure.ORDER, new Where.Always(), Aggregate.COUNT, new Window.LastDays(days)),
        Op.GE,
        BigDecimal.ONE);
  }

  DefinitionId added(String name, Condition who) {
    var id = segments.add(LIN, Label.typed(name), who).id();
    company.counted();
    return id;
  }

  List<String> members(DefinitionId id) {
    return TestShop.shown(company.gongbi.warehouse().query(segments.members(id), View.everything()))
        .stream()
        .sorted()
        .toList();
  }

  List<TraitChange> changes(long customer, DefinitionId segment) {
    return company
        .gongbi
        .traits()
        .changesOf(new CustomerId(customer), TraitId.of(segment), View.everything());
  }

  static List<String> codes(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).faults().stream()
        .map(Fault::code)
        .toList();
  }

  static Measure spent() {
    return Measure.of(
        new Where.Always(), Aggregate.SUM, FieldKey.of("order.amount"), new Window.Ever());
  }
}
