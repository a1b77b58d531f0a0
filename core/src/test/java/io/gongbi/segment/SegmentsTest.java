package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.refresh.Run;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Segments that follow a condition: counted, saved, renamed, deleted. */
final class SegmentsTest extends SegmentedCompany {
  private static final Viewer WATCHER = new Viewer(new UserId("wu"), Role.viewer());

  private static Condition inShanghai() {
    return new Condition.Attribute(SHANGHAI);
  }

  @Test
  void count_answersForWhomTheViewerSees_andSavesNothing() {
    var all = segments.count(bought(30), LIN);
    assertThat(List.of(all.count(), all.of())).containsExactly(1L, 3L);
    assertThat(all.sql()).contains("profile");
    var south = segments.count(Condition.everyone(), HU);
    assertThat(List.of(south.count(), south.of())).containsExactly(2L, 2L);
    assertThat(segments.all(LIN)).isEmpty();
  }

  @Test
  void values_areThoseOfTheCustomersInSight() {
    var city = FieldKey.of("customer.city");
    assertThat(segments.occurring(city, "", LIN))
        .containsExactly(new Conditions.Occurring("上海", 2), new Conditions.Occurring("北京", 1));
    assertThat(segments.occurring(city, "", HU)).containsExactly(new Conditions.Occurring("上海", 2));
    // Nobody is offered names, not even who may read them.
    assertThat(segments.occurring(FieldKey.of("customer.name"), "", LIN)).isEmpty();
    // The order of Beijing is none of theirs either.
    var number = FieldKey.of("order.order_no");
    assertThat(segments.occurring(number, "", LIN))
        .containsExactly(new Conditions.Occurring("o1", 1), new Conditions.Occurring("o2", 1));
    assertThat(segments.occurring(number, "", HU))
        .containsExactly(new Conditions.Occurring("o1", 1));
  }

  /** Nobody chooses among {@code crm} and {@code shop}: they have names, with their files. */
  @Test
  void sources_areChosenByName() {
    var source = FieldKey.of("order.source");
    assertThat(company.gongbi.conditions().vocabulary().field(source).orElseThrow().codes())
        .containsExactly(Field.code("shop", "网店", "Online shop"));
    assertThat(segments.occurring(source, "", LIN)).isEmpty();
  }

  @Test
  void dynamicSegment_followsEveryRefresh() {
    var id = added("上海买过", Condition.all(inShanghai(), bought(30)));
    assertThat(members(id)).containsExactly("100001");
    company
        .orders(
            """
            no paid                status    amount phone
            o3 2026-03-14_10:00:00 completed 60     13900000002
            """)
        .refresh();
    assertThat(members(id)).containsExactly("100001", "100002");
    assertThat(segments.get(id, LIN).size()).isEqualTo(2);
    assertThat(TestShop.shown(segments.history(id, LIN))).containsExactly("2026-03-15 2 2 0");
  }

  /**
   * Ann bought on 10 March and Cy on 5 April: on 9 April the 30 whole days before are 10 March … 8
   * April, on the 10th they begin with the 11th.
   */
  @Test
  void dynamicSegment_isDueWhenTheDayTurns_andLosesWhoseWindowEnded() {
    var id = added("近 30 天买过", bought(30));
    company.clock.forward(Duration.ofDays(25));
    company
        .orders(
            """
            no paid                status    amount phone
            o4 2026-04-05_10:00:00 completed 10     13900000003
            """)
        .refresh();
    assertThat(members(id)).containsExactly("100001", "100003");
    assertThat(company.gongbi.refresher().isDue()).isFalse();
    company.clock.forward(Duration.ofDays(1));
    assertThat(company.gongbi.refresher().isDue()).isTrue();
    company.refresh();
    assertThat(members(id)).containsExactly("100003");
  }

  /** The work before it holds the only worker: what is saved is saved, and says it is counting. */
  @Test
  void saving_waitsForNobody_andSaysThatItIsCounting() throws Exception {
    var first = added("上海", inShanghai());
    var goOn = new CountDownLatch(1);
    var busy = new CountDownLatch(1);
    company
        .gongbi
        .runs()
        .begin(
            LIN.user(),
            Run.Kind.IMPORT,
            Label.typed("long"),
            (run, progress) -> {
              // As a refresh does for minutes: nobody else may write what is said of customers.
              try (var _ = company.gongbi.warehouse().write(Set.of("trait", "profile"))) {
                busy.countDown();
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Map.of();
            });
    busy.await();
    var fresh = segments.add(LIN, Label.typed("所有人"), Condition.everyone()).id();
    segments.change(LIN, first, Label.typed("上海买过"), bought(30));
    var list =
        segments.fix(LIN, Label.typed("名单"), "chart", Sql.of("select 100003 as customer_id"));
    assertThat(segments.get(fresh, LIN)).extracting("size", "counting").containsExactly(0L, true);
    assertThat(segments.get(first, LIN)).extracting("size", "counting").containsExactly(2L, true);
    assertThat(codes(() -> segments.members(first))).containsExactly("segment.counting");
    assertThat(codes(() -> segments.list(fresh, List.of("name"), LIN)))
        .containsExactly("segment.counting");
    goOn.countDown();
    company.counted();
    assertThat(segments.all(LIN))
        .extracting("size", "counting")
        .containsExactlyInAnyOrder(tuple(1L, false), tuple(3L, false), tuple(1L, false));
    assertThat(members(list.id())).containsExactly("100003");
  }

  /** A segment that asks for another is counted again when the other changes. */
  @Test
  void segment_followsTheSegmentThatItNames() {
    var city = added("城市", inShanghai());
    var outer = added("不在其中", new Condition.Not(Condition.holds(TraitId.of(city))));
    assertThat(members(outer)).containsExactly("100003");
    segments.change(LIN, city, Label.typed("城市"), Condition.everyone());
    company.counted();
    assertThat(members(outer)).isEmpty();
    assertThat(
            codes(
                () ->
                    segments.change(
                        LIN, city, Label.typed("x"), Condition.holds(TraitId.of(outer)))))
        .containsExactly("segment.circle");
    assertThatThrownBy(() -> segments.delete(LIN, city)).hasMessageContaining("in-use");
  }

  @Test
  void rename_keepsTheMembers() {
    var id = added("上海", inShanghai());
    segments.rename(LIN, id, Label.typed("魔都"));
    company.counted();
    assertThat(segments.get(id, LIN).definition().label()).isEqualTo(Label.typed("魔都"));
    assertThat(members(id)).containsExactly("100001", "100002");
    assertThat(changes(100001, id)).hasSize(1);
  }

  @Test
  void whoMayOnlyLook_savesNothing() {
    var id = added("上海", inShanghai());
    assertThat(codes(() -> segments.add(WATCHER, Label.typed("x"), Condition.everyone())))
        .containsExactly("access.right-missing");
    assertThat(codes(() -> segments.change(WATCHER, id, Label.typed("x"), inShanghai())))
        .containsExactly("access.right-missing");
    assertThat(codes(() -> segments.rename(WATCHER, id, Label.typed("x"))))
        .containsExactly("access.right-missing");
    assertThat(codes(() -> segments.fix(WATCHER, Label.typed("x"), "l", segments.members(id))))
        .containsExactly("access.right-missing");
    assertThat(codes(() -> segments.delete(WATCHER, id))).containsExactly("access.right-missing");
    assertThat(codes(() -> segments.list(id, List.of("name"), WATCHER)))
        .containsExactly("access.right-missing");
    assertThat(segments.get(id, LIN).definition().label()).isEqualTo(Label.typed("上海"));
  }

  /** One of three bought in 30 days, two are of Shanghai, and nobody spent more than 100. */
  @Test
  void parts_sayWhichOfThemLetsNobodyThrough() {
    var rich = new Condition.Behaviour(spent(), Op.GE, new BigDecimal(5_000));
    var condition = Condition.all(bought(30), inShanghai(), new Condition.Not(rich), rich);
    assertThat(segments.parts(condition, LIN))
        .extracting(p -> p.text().zh() + " " + p.customers() + " " + p.extreme().shown())
        .containsExactly(
            "近 30 天有过订单记录 1 1",
            "城市是「上海」 2 ",
            "累计订单记录的实付金额合计少于 5,000 3 ",
            "累计订单记录的实付金额合计不少于 5,000 0 100");
    assertThat(segments.parts(rich, HU).getFirst().extreme())
        .isEqualTo(Value.of(new BigDecimal("100.0000")));
  }
}
