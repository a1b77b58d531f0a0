package io.gongbi.trait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Progress;
import io.gongbi.standard.CustomerId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Feed;
import io.gongbi.warehouse.Position;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraitsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AsOf MARCH_1 = AsOf.endOf(LocalDate.parse("2026-02-28"), ZONE);
  private static final AsOf MARCH_2 = AsOf.endOf(LocalDate.parse("2026-03-01"), ZONE);
  private static final AsOf MARCH_3 = AsOf.endOf(LocalDate.parse("2026-03-02"), ZONE);
  private static final Trait VIP = trait("tag/vip", ColumnType.FLAG);
  private static final Trait RFM =
      new Trait(
          new TraitId("tag/rfm"),
          ColumnType.TEXT,
          new Label("RFM", "RFM"),
          List.of(new Trait.Coded(Value.of("111"), new Label("重要价值", "Champions"))),
          Set.of());
  private static final Trait SPENT = trait("tag/spent", ColumnType.DECIMAL);

  @TempDir Path folder;
  private TestShop shop;

  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1 name=Ann
        customer_id=2 name=Bo
        customer_id=3 name=Cy
        """);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Trait trait(String id, ColumnType type) {
    return new Trait(new TraitId(id), type, Label.typed(id), List.of(), Set.of());
  }

  /** {@code 1=true, 2=true} as rows. */
  private static Sql stated(String pairs) {
    var rows =
        pairs.isEmpty()
            ? "select cast(null as bigint) as customer_id, null as value where false"
            : List.of(pairs.split(", ")).stream()
                .map(p -> p.split("="))
                .map(p -> "select %s as customer_id, %s as value".formatted(p[0], p[1]))
                .collect(Collectors.joining(" union all "));
    return Sql.of(rows);
  }

  private static Slice only(long... ids) {
    return Slice.rows(
        Sql.of(
            LongStream.of(ids)
                .mapToObj(i -> "select " + i + " as customer_id")
                .collect(Collectors.joining(" union all "))),
        "customer_id");
  }

  private long state(Trait trait, Slice slice, String pairs, AsOf asOf) {
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      long changed =
          shop.traits.state(write, trait, slice, stated(pairs), new Cause.ByRule(1), asOf);
      write.commit();
      return changed;
    }
  }

  private void followCustomers(Delta delta, AsOf asOf) {
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      shop.traits.steps().getFirst().run(delta, asOf, write, Progress.NONE);
      write.commit();
    }
  }

  private List<String> changes() {
    return shop.rows(
        """
        select position, customer_id, trait_id, before, after, cause
        from {trait.change} order by position
        """);
  }

  private List<String> held(String columns) {
    return shop.rows("select customer_id, " + columns + " from {trait.held} order by customer_id");
  }

  @Test
  void state_turnsDifferencesIntoChanges() {
    followCustomers(new Delta.Everything(), MARCH_1);
    assertThat(state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1)).isEqualTo(2);
    assertThat(state(VIP, new Slice.Whole(), "2=true, 3=true", MARCH_2)).isEqualTo(2);
    assertThat(changes())
        .containsExactly(
            "1 1 tag/vip - true rule/1",
            "2 2 tag/vip - true rule/1",
            "3 1 tag/vip true - rule/1",
            "4 3 tag/vip - true rule/1");
    assertThat(held("tag_vip")).containsExactly("1 -", "2 true", "3 true");
  }

  @Test
  void state_changesNothing_whenSaidAgain() {
    state(RFM, new Slice.Whole(), "1='111', 2='000'", MARCH_1);
    assertThat(state(RFM, new Slice.Whole(), "1='111', 2='000'", MARCH_2)).isZero();
    assertThat(changes()).hasSize(2);
  }

  @Test
  void state_looksOnlyAtTheSlice() {
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    // Bo is in the slice and not in the rows: he loses it. Ann is not in the slice: untouched,
    // and so is Dee, whom the rows name all the same.
    assertThat(state(VIP, only(2, 3), "3=true, 4=true", MARCH_2)).isEqualTo(2);
    assertThat(held("tag_vip")).containsExactly("1 true", "2 -", "3 true");
  }

  @Test
  void state_asksItsRowsAboutTheSliceOnly() {
    var shanghai =
        Sql.of("select c.customer_id, true as value from {profile.customer} c where c.city = '上海'");
    shop.customers(
        """
        customer_id=1 city=上海
        customer_id=2 city=上海
        customer_id=3 city=上海
        """);
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      shop.traits.state(write, VIP, only(1, 3), shanghai, new Cause.ByRule(1), MARCH_1);
      write.commit();
    }
    assertThat(held("tag_vip")).containsExactly("1 true", "3 true");
  }

  @Test
  void customersWhoVanish_loseEverything() {
    followCustomers(new Delta.Everything(), MARCH_1);
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    state(RFM, new Slice.Whole(), "2='111', 3='000'", MARCH_1);
    shop.customers("customer_id=1\ncustomer_id=3\ncustomer_id=4");
    followCustomers(
        new Delta.Customers(Sql.of("select 2 as customer_id union all select 4")), MARCH_2);
    assertThat(held("tag_vip, tag_rfm")).containsExactly("1 true -", "3 - 000", "4 - -");
    assertThat(changes().subList(4, 6))
        .containsExactly("5 2 tag/rfm 111 - vanished", "6 2 tag/vip true - vanished");
  }

  @Test
  void values_keepTheirType() {
    state(SPENT, new Slice.Whole(), "1=12.5, 2=0.3333", MARCH_1);
    assertThat(shop.traits.held().column("tag_spent").type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(changes())
        .containsExactly("1 1 tag/spent - 12.5000 rule/1", "2 2 tag/spent - 0.3333 rule/1");
    assertThat(state(SPENT, new Slice.Whole(), "1=12.50, 2=0.33331", MARCH_2)).isZero();
    assertThatThrownBy(
            () -> state(trait("tag/spent", ColumnType.TEXT), new Slice.Whole(), "", MARCH_1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tag/spent is held as DECIMAL");
  }

  @Test
  void onAPastDay_theSameQuestionHasThePastAnswer() {
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    state(VIP, new Slice.Whole(), "2=true, 3=true", MARCH_2);
    state(SPENT, new Slice.Whole(), "3=7", MARCH_3);
    var who =
        Sql.of("select customer_id, tag_vip, tag_spent from {trait.held} where tag_vip order by 1");
    assertThat(shop.rows(who, shop.traits.on(MARCH_1))).containsExactly("1 true -", "2 true -");
    assertThat(shop.rows(who, shop.traits.on(MARCH_2))).containsExactly("2 true -", "3 true -");
    assertThat(shop.rows(who, View.everything())).containsExactly("2 true -", "3 true 7");
    var before = new AsOf(MARCH_1.instant().minusSeconds(1), ZONE);
    assertThat(shop.rows(who, shop.traits.on(before))).isEmpty();
  }

  @Test
  void history_countsHoldersByDay() {
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    state(VIP, new Slice.Whole(), "2=true, 3=true, 1=true", MARCH_2);
    state(VIP, new Slice.Whole(), "3=true", MARCH_3);
    assertThat(TestShop.shown(shop.traits.history(VIP.id(), MARCH_3, View.everything())))
        .as("day, holders, entered, exited")
        .containsExactly("2026-03-01 2 2 0", "2026-03-02 3 1 0", "2026-03-03 1 0 2");
  }

  /** Ann goes from 000 to 111 on the 2nd, Bo comes with her; on the 3rd Ann has no group. */
  @Test
  void valueHistory_countsTheHoldersOfEachValue() {
    state(RFM, new Slice.Whole(), "1='000', 2='000'", MARCH_1);
    state(RFM, new Slice.Whole(), "1='111', 2='000', 3='111'", MARCH_2);
    state(RFM, new Slice.Whole(), "2='000', 3='111'", MARCH_3);
    assertThat(TestShop.shown(shop.traits.valueHistory(RFM.id(), MARCH_3, View.everything())))
        .as("day, value, holders, entered, exited")
        .containsExactly(
            "2026-03-01 000 2 2 0",
            "2026-03-02 000 1 0 1",
            "2026-03-02 111 2 2 0",
            "2026-03-03 111 1 0 1");
  }

  /** Customer 9 was merged into another: the list of customers knows no name. */
  @Test
  void latest_showsWhoCameLeftAndMoved_theNewestFirst() {
    state(RFM, new Slice.Whole(), "1='000', 2='000', 9='000'", MARCH_1);
    state(RFM, new Slice.Whole(), "1='111', 2='000', 3='111'", MARCH_2);
    var latest = shop.traits.latest(RFM.id(), 2, View.everything());
    assertThat(latest.columns())
        .extracting(c -> c.name())
        .containsExactly("turn", "customer_id", "name", "before", "after", "happened_at", "cause");
    var day1 = "2026-02-28T16:00:00Z";
    var day2 = "2026-03-01T16:00:00Z";
    assertThat(TestShop.shown(latest))
        .containsExactly(
            "came 3 Cy - 111 " + day2 + " rule/1",
            "came 9 - - 000 " + day1 + " rule/1",
            "left 9 - 000 - " + day2 + " rule/1",
            "moved 1 Ann 000 111 " + day2 + " rule/1");
  }

  /** Ann lost VIP again: what she holds is her group, since the day it was last 111. */
  @Test
  void panel_showsWhatIsHeldNow_andSinceWhen() {
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    state(RFM, new Slice.Whole(), "1='000'", MARCH_1);
    state(RFM, new Slice.Whole(), "1='111'", MARCH_2);
    state(VIP, new Slice.Whole(), "2=true", MARCH_3);
    assertThat(shop.rows(shop.traits.panel().of(new CustomerId(1)), View.everything()))
        .as("trait, value, since")
        .containsExactly("tag/rfm 111 2026-03-01T16:00:00Z");
    assertThat(shop.rows(shop.traits.panel().of(new CustomerId(2)), View.everything()))
        .containsExactly("tag/vip true 2026-02-28T16:00:00Z");
    assertThat(shop.rows(shop.traits.panel().of(new CustomerId(3)), View.everything())).isEmpty();
    assertThat(shop.traits.valueOf(RFM.id(), new CustomerId(1), View.everything()))
        .isEqualTo(Value.of("111"));
    assertThat(shop.traits.valueOf(SPENT.id(), new CustomerId(1), View.everything()))
        .as("never stated")
        .isEqualTo(Value.missing());
  }

  @Test
  void holders_valuesAndChangesOfOne() {
    followCustomers(new Delta.Everything(), MARCH_1);
    state(VIP, new Slice.Whole(), "1=true", MARCH_1);
    state(RFM, new Slice.Whole(), "1='000', 2='111', 3='111'", MARCH_1);
    state(RFM, new Slice.Whole(), "1='111', 2='111'", MARCH_2);
    var holders = shop.traits.holders(View.everything());
    assertThat(holders.customers()).isEqualTo(3);
    assertThat(holders.of(VIP.id())).isEqualTo(1);
    assertThat(holders.of(RFM.id())).isEqualTo(2);
    assertThat(holders.of(SPENT.id())).isZero();
    assertThat(TestShop.shown(shop.traits.values(RFM.id(), View.everything())))
        .containsExactly("111 2");
    assertThat(shop.traits.changesOf(new CustomerId(1), RFM.id(), View.everything()))
        .containsExactly(
            new TraitChange(
                new Position(5),
                new CustomerId(1),
                RFM.id(),
                Optional.of("000"),
                Optional.of("111"),
                MARCH_2.instant(),
                new Cause.ByRule(1)),
            new TraitChange(
                new Position(2),
                new CustomerId(1),
                RFM.id(),
                Optional.empty(),
                Optional.of("000"),
                MARCH_1.instant(),
                new Cause.ByRule(1)));
    assertThat(TestShop.shown(shop.traits.heldBy(List.of(new CustomerId(1)), View.everything())))
        .containsExactly("1 true 111");
    assertThat(RFM.shown(Value.of("111"))).isEqualTo(new Label("重要价值", "Champions"));
  }

  @Test
  void retire_takesTheTraitFromEverybody() {
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      var cause = new Cause.ByPerson(new UserId("lin/a"), "retired");
      assertThat(shop.traits.retire(write, VIP, cause, MARCH_2)).isEqualTo(2);
      write.commit();
    }
    assertThat(held("tag_vip")).containsExactly("1 -", "2 -");
    assertThat(
            shop.rows(
                "select trait_id, type, retired_at is not null as retired from {trait.trait}"))
        .containsExactly("tag/vip FLAG true");
    assertThat(
            shop.traits
                .changesOf(new CustomerId(2), VIP.id(), View.everything())
                .getFirst()
                .cause())
        .isEqualTo(new Cause.ByPerson(new UserId("lin/a"), "retired"));
  }

  @Test
  void changes_areAFeed() {
    state(VIP, new Slice.Whole(), "1=true, 2=true", MARCH_1);
    state(VIP, new Slice.Whole(), "", MARCH_2);
    var feed = shop.traits.changes();
    assertThat(feed.end()).isEqualTo(new Position(4));
    assertThat(feed.after(new Position(1), 2))
        .extracting(Feed.Entry::position)
        .containsExactly(new Position(2), new Position(3));
    assertThat(feed.after(feed.end(), 10)).isEmpty();
  }

  @Test
  void circular_seesThroughOthers() {
    var a =
        new Trait(
            new TraitId("tag/a"),
            ColumnType.FLAG,
            Label.typed("a"),
            List.of(),
            Set.of(new TraitId("segment/b")));
    var b =
        new Trait(new TraitId("segment/b"), ColumnType.FLAG, Label.typed("b"), List.of(), Set.of());
    shop.traits.authoredBy(() -> List.of(a, b));
    assertThat(shop.traits.circular(b.id(), Set.of(a.id()))).isTrue();
    assertThat(shop.traits.circular(b.id(), Set.of(VIP.id()))).isFalse();
    assertThat(shop.traits.circular(VIP.id(), Set.of(VIP.id()))).isTrue();
  }

  /**
   * The law: any sequence of statements about everybody equals the same split into slices; and what
   * is held equals a replay of the changes, by position and by time.
   */
  @Test
  void held_isAReplayOfTheChanges_howeverTheStatementsAreSplit() {
    var random = new Random(7);
    var whole = new String[4];
    for (int day = 0; day < whole.length; day++) {
      whole[day] =
          LongStream.rangeClosed(1, 40)
              .filter(i -> random.nextInt(3) > 0)
              .mapToObj(i -> i + "='" + "abc".charAt(random.nextInt(3)) + "'")
              .collect(Collectors.joining(", "));
    }
    var inSlices = trait("tag/slices", ColumnType.TEXT);
    for (int day = 0; day < whole.length; day++) {
      var asOf = AsOf.endOf(LocalDate.parse("2026-03-01").plusDays(day), ZONE);
      state(RFM, new Slice.Whole(), whole[day], asOf);
      var lower = LongStream.rangeClosed(1, 17).toArray();
      var upper = LongStream.rangeClosed(18, 40).toArray();
      state(inSlices, only(upper), whole[day], asOf);
      state(inSlices, only(lower), whole[day], asOf);
    }
    assertThat(
            shop.rows(
                "select customer_id from {trait.held} where tag_rfm is distinct from tag_slices"))
        .isEmpty();
    var replayed =
        """
        select customer_id, after from {trait.change} where trait_id = 'tag/rfm'
        qualify row_number() over (partition by customer_id order by position desc) = 1
        """;
    assertThat(
            shop.rows(
                "select customer_id, after from ("
                    + replayed
                    + ") where after is not null order by 1"))
        .isEqualTo(
            shop.rows(
                "select customer_id, tag_rfm from {trait.held} where tag_rfm is not null order by 1"))
        .hasSizeGreaterThan(10);
    assertThat(
            shop.rows(
                    "select count(*) as n, max(position) as last, count(distinct position) as different from {trait.change}")
                .getFirst())
        .matches("(\\d+) \\1 \\1");
    var last = AsOf.endOf(LocalDate.parse("2026-03-04"), ZONE);
    var all =
        Sql.of(
            "select customer_id, tag_rfm, tag_slices from {trait.held} where tag_rfm is not null order by 1");
    assertThat(shop.rows(all, shop.traits.on(last))).isEqualTo(shop.rows(all, View.everything()));
  }
}
