package io.gongbi.segment;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.gongbi.TestCompany;
import io.gongbi.access.Right;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.refresh.Run;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.Cause;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.TraitChange;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsTest {
  private static final Where SHANGHAI =
      new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
  private static final Viewer HU =
      new Viewer(
          new UserId("hu"),
          new Role("south", Set.of(Right.VIEW, Right.DEFINE), SHANGHAI, false, Set.of()));
  private static final Viewer WATCHER = new Viewer(new UserId("wu"), Role.viewer());

  @TempDir Path folder;
  private TestCompany company;
  private Segments segments;

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

  @Test
  void values_areThoseOfTheCustomersInSight() {
    var city = FieldKey.of("customer.city");
    assertThat(segments.occurring(city, "", LIN))
        .containsExactly(new Conditions.Occurring("上海", 2), new Conditions.Occurring("北京", 1));
    assertThat(segments.occurring(city, "", HU)).containsExactly(new Conditions.Occurring("上海", 2));
    // Nobody is offered names, not even who may read them.
    assertThat(segments.occurring(FieldKey.of("customer.name"), "", LIN)).isEmpty();
    // The order of Beijing is none of theirs either.
    var source = FieldKey.of("order.source");
    assertThat(segments.occurring(source, "", LIN))
        .containsExactly(new Conditions.Occurring("shop", 2));
    assertThat(segments.occurring(source, "", HU))
        .containsExactly(new Conditions.Occurring("shop", 1));
  }

  private static Condition bought(int days) {
    return new Condition.Behaviour(
        Measure.of(Measure.ORDER, new Where.Always(), Aggregate.COUNT, new Window.LastDays(days)),
        Op.GE,
        BigDecimal.ONE);
  }

  private static Condition inShanghai() {
    return new Condition.Attribute(SHANGHAI);
  }

  private DefinitionId added(String name, Condition who) {
    var id = segments.add(LIN, Label.typed(name), who).id();
    company.counted();
    return id;
  }

  private DefinitionId fixed(String name, long... ids) {
    var list =
        Sql.of(
            "select c.customer_id from {profile.customer} c where c.customer_id in (%s)"
                .formatted(
                    String.join(
                        ", ", java.util.Arrays.stream(ids).mapToObj(Long::toString).toList())));
    var id = segments.fix(LIN, Label.typed(name), "chart", list).id();
    company.counted();
    return id;
  }

  private List<String> members(DefinitionId id) {
    return TestShop.shown(company.gongbi.warehouse().query(segments.members(id), View.everything()))
        .stream()
        .sorted()
        .toList();
  }

  private List<TraitChange> changes(long customer, DefinitionId segment) {
    return company
        .gongbi
        .traits()
        .changesOf(new CustomerId(customer), TraitId.of(segment), View.everything());
  }

  private static List<String> codes(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).faults().stream()
        .map(Fault::code)
        .toList();
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
  void fixedSegment_keepsWhoWasListed_whateverTheyDoLater() {
    var id = fixed("三月买家", 100001, 100003);
    assertThat(members(id)).containsExactly("100001", "100003");
    company.members("id name phone city\nc Cy 13900000003 上海\nd Di 13900000004 上海").refresh();
    assertThat(members(id)).containsExactly("100001", "100003");
    assertThat(changes(100001, id))
        .singleElement()
        .extracting(TraitChange::cause)
        .isEqualTo(new Cause.ByPerson(LIN.user(), "chart"));
  }

  /**
   * Hu sees only Shanghai: of everybody, two are listed, and a later look does not add the third.
   */
  @Test
  void fixedSegment_listsOnlyWhomItsAuthorSees() {
    var everybody = Sql.of("select c.customer_id from {profile.customer} c");
    var id = segments.fix(HU, Label.typed("南方"), "list", everybody).id();
    company.counted();
    assertThat(members(id)).containsExactly("100001", "100002");
    company.refresh(true);
    assertThat(members(id)).containsExactly("100001", "100002");
  }

  /**
   * Bo alone is listed. Then a record binds Ann's phone to Bo's card: both are 100001, and the list
   * means 100001. An order of hers much later, which touches 100001 alone, takes nothing away.
   */
  @Test
  void fixedSegment_followsAMerge_andStaysWithIt() {
    var id = fixed("名单", 100002);
    company.members("id name phone card city\nx Ann 13900000001 K2 上海").refresh();
    assertThat(company.rows("select customer_id, now_id from {identity.alias}"))
        .containsExactly("100002 100001");
    assertThat(members(id)).containsExactly("100001");
    assertThat(changes(100002, id))
        .extracting(TraitChange::cause)
        .containsExactly(new Cause.Vanished(), new Cause.ByPerson(LIN.user(), "chart"));
    company
        .orders(
            """
            no paid                status    amount phone
            o9 2026-03-15_09:00:00 completed 5      13900000001
            """)
        .refresh();
    assertThat(members(id)).containsExactly("100001");
    assertThat(changes(100001, id)).hasSize(1);
  }

  /**
   * The record that bound them turns out to have another card: they part again. The id 100001 stays
   * with the larger part, Ann's; Bo gets a new one. The list stays with the id that it now means.
   */
  @Test
  void fixedSegment_staysWithTheIdThatSwallowed_whenTheMergeComesApart() {
    var id = fixed("名单", 100002);
    company.members("id name phone card city\nx Ann 13900000001 K2 上海").refresh();
    company.members("id name phone card city\nx Ann 13900000001 K9 上海").refresh();
    assertThat(
            company.rows(
                """
                select m.source, m.record_key, m.customer_id
                from {identity.member} m
                where m.source = 'crm'
                order by m.record_key
                """))
        .containsExactly("crm a 100001", "crm b 100004", "crm c 100003", "crm x 100001");
    assertThat(members(id)).containsExactly("100001");
    company.refresh(true);
    assertThat(members(id)).containsExactly("100001");
  }

  @Test
  void deletedSegment_isHeldByNobody_andItsListIsGone() {
    var id = fixed("名单", 100001);
    segments.delete(LIN, id);
    company.counted();
    assertThat(segments.all(LIN)).isEmpty();
    assertThat(company.rows("select count(*) as n from {segment.listed}")).containsExactly("0");
    assertThat(changes(100001, id).getFirst().cause()).isEqualTo(new Cause.Retired());
    assertThat(codes(() -> segments.get(id, LIN))).containsExactly("definition.unknown");
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

  private static Measure spent() {
    return Measure.of(
        new Where.Always(), Aggregate.SUM, FieldKey.of("order.amount"), new Window.Ever());
  }

  /** Everybody fits, two have a place, and the question that is shown says so. */
  @Test
  void count_ofALimitedSegment_isOfItsPlaces() {
    var drawn =
        new Segment.Dynamic(
            Condition.everyone(), java.util.Optional.of(new Cap.Drawn(2, "spring")));
    var count = segments.count(drawn, LIN);
    assertThat(count.count()).isEqualTo(2);
    assertThat(count.fitting()).isEqualTo(3);
    assertThat(count.of()).isEqualTo(segments.count(Condition.everyone(), LIN).count());
    assertThat(count.sql()).contains("where p.place <= 2");
  }

  private DefinitionId capped(String name, Cap cap) {
    var segment = new Segment.Dynamic(Condition.everyone(), java.util.Optional.of(cap));
    var id = segments.add(LIN, Label.typed(name), segment).id();
    company.counted();
    return id;
  }

  /** Ann spent 100, Cy 80, Bo nothing. When Cy buys for 50 more, he takes Ann's only place. */
  @Test
  void aRankedSegment_holdsTheFirst_andOneWhoComesPushesAnotherOut() {
    var most = capped("花得最多", new Cap.Ranked(1, spent(), false));
    var least = capped("花得最少", new Cap.Ranked(2, spent(), true));
    assertThat(members(most)).containsExactly("100001");
    assertThat(members(least)).containsExactly("100002", "100003");
    company
        .orders(
            """
            no paid                status    amount phone
            o3 2026-03-12_10:00:00 completed 50     13900000003
            """)
        .refresh();
    assertThat(members(most)).containsExactly("100003");
    assertThat(members(least)).containsExactly("100001", "100002");
    var why = segments.why(most, new CustomerId(100001), LIN);
    assertThat(why.atoms())
        .extracting(
            f -> f.text().zh() + " " + f.found().shown() + " " + f.wanted().zh() + " " + f.holds())
        .containsExactly("在符合者中的名次，按累计订单记录的实付金额合计从高到低 2 ≤ 1 false");
  }

  /** Who is drawn stays drawn; all three are drawn where there is room; another salt draws anew. */
  @Test
  void aDrawnSegment_keepsItsPeople() {
    var two = capped("抽两位", new Cap.Drawn(2, "spring"));
    var drawn = members(two);
    assertThat(drawn).hasSize(2);
    assertThat(members(capped("再抽一次", new Cap.Drawn(2, "spring")))).isEqualTo(drawn);
    assertThat(members(capped("都有", new Cap.Drawn(5, "spring"))))
        .containsExactly("100001", "100002", "100003");
    company.refresh(true);
    assertThat(members(two)).isEqualTo(drawn);
    var firsts =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(i -> members(capped("d" + i, new Cap.Drawn(1, "salt" + i))).getFirst())
            .distinct();
    assertThat(firsts).as("twelve draws of one").hasSizeGreaterThan(1);
  }

  @Test
  void aCap_isRefused_whereItSaysNothing() {
    var top =
        Measure.of(
            new Where.Always(),
            Aggregate.TOP_VALUE,
            FieldKey.of("order.channel"),
            new Window.Ever());
    assertThat(
            codes(
                () ->
                    segments.add(
                        LIN,
                        Label.typed("x"),
                        new Segment.Dynamic(
                            Condition.everyone(),
                            java.util.Optional.of(new Cap.Ranked(0, top, false))))))
        .containsExactly("segment.cap", "segment.cap-not-ranked");
  }

  /** Today's members stay on the list when they leave the segment that it was taken of. */
  @Test
  void aSnapshot_staysAsItIs() {
    var recent = added("近期", bought(30));
    assertThat(members(recent)).containsExactly("100001");
    var list = segments.snapshot(LIN, recent, Label.typed("近期快照")).id();
    company.counted();
    company.clock.forward(Duration.ofDays(40));
    company
        .orders(
            """
            no paid                status    amount phone
            o3 2026-04-20_10:00:00 completed 50     13900000003
            """)
        .refresh();
    assertThat(members(recent)).containsExactly("100003");
    assertThat(members(list)).containsExactly("100001");
    assertThat(segments.get(list, LIN).definition().body())
        .isEqualTo(new Segment.Fixed("snapshot segment/s1 2026-03-15"));
    assertThat(segments.latest(recent, 5, LIN).stream())
        .extracting(r -> r.text("turn") + " " + r.whole("customer_id"))
        .containsExactly("came 100003", "came 100001", "left 100001");
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
