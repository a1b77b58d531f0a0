package io.gongbi.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.AuditTrail;
import io.gongbi.access.Authorship;
import io.gongbi.access.Gate;
import io.gongbi.access.Role;
import io.gongbi.access.Users;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.AsOf;
import io.gongbi.catalog.Catalog;
import io.gongbi.catalog.Definitions;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.condition.Conditions;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.ProfileTables;
import io.gongbi.refresh.Delta;
import io.gongbi.refresh.Plan;
import io.gongbi.refresh.Progress;
import io.gongbi.refresh.Step;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preferences of several values: up to three categories, each of 2 rows and 20 % at least. */
final class PreferenceTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Viewer LIN = new Viewer(new UserId("lin"), Role.administrator());
  private static final TraitId LIKED = new TraitId("tag/preferred_categories");
  private static final FieldKey CATEGORY = FieldKey.of("item.category");

  /**
   * Ann bought 鞋 four times, 女装 three times, 童装 twice and 家居 twice but last: of eleven rows two are
   * 18 %, so she likes 鞋 and 女装. Bo bought 女装 and 鞋 twice each, 鞋 last, so 鞋 comes first. Cy bought
   * 童装 once, which is no habit yet. Dee bought nothing.
   */
  private static final String BOUGHT =
      """
      customer_id=1 kind=sale category=鞋 day=2026-01-01
      customer_id=1 kind=sale category=鞋 day=2026-01-02
      customer_id=1 kind=sale category=鞋 day=2026-01-03
      customer_id=1 kind=sale category=鞋 day=2026-01-04
      customer_id=1 kind=sale category=女装 day=2026-01-05
      customer_id=1 kind=sale category=女装 day=2026-01-06
      customer_id=1 kind=sale category=女装 day=2026-01-07
      customer_id=1 kind=sale category=童装 day=2026-01-08
      customer_id=1 kind=sale category=童装 day=2026-01-09
      customer_id=1 kind=sale category=家居 day=2026-03-01
      customer_id=1 kind=sale category=家居 day=2026-03-02
      customer_id=1 kind=return category=童装 day=2026-03-03
      customer_id=2 kind=sale category=女装 day=2026-01-01
      customer_id=2 kind=sale category=女装 day=2026-01-02
      customer_id=2 kind=sale category=鞋 day=2026-01-03
      customer_id=2 kind=sale category=鞋 day=2026-01-04
      customer_id=3 kind=sale category=童装 day=2026-01-01
      """;

  @TempDir Path folder;
  private TestShop shop;
  private Catalog catalog;
  private Conditions conditions;
  private Tags tags;
  private AsOf asOf = AsOf.endOf(LocalDate.parse("2026-03-14"), ZONE);

  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers("customer_id=1\ncustomer_id=2\ncustomer_id=3\ncustomer_id=4");
    shop.put(ProfileTables.ITEM, BOUGHT);
    catalog =
        Catalog.open(
            folder.resolve("catalog.sqlite"),
            Users.MIGRATIONS,
            Clock.fixed(Instant.parse("2026-03-15T00:00:00Z"), ZoneOffset.UTC));
    var definitions = new Definitions(catalog);
    conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
    tags =
        new Tags(
            shop.warehouse,
            definitions,
            new Authorship(catalog, definitions, new AuditTrail(catalog)),
            shop.traits,
            conditions,
            new Gate(shop.warehouse),
            (by, what) -> {},
            () -> asOf);
    tags.ship();
  }

  @AfterEach
  void close() {
    catalog.close();
    shop.close();
  }

  private void refresh(Delta delta) {
    var steps = Stream.concat(shop.traits.steps().stream(), tags.steps().stream()).toList();
    try (var write = shop.warehouse.write(Set.of("trait"))) {
      var next = delta;
      for (Step step : Plan.of(steps).steps()) next = step.run(next, asOf, write, Progress.NONE);
      write.commit();
    }
  }

  private List<String> held() {
    return shop.rows(
        "select customer_id, tag_preferred_categories from {trait.held} order by customer_id");
  }

  private List<String> members(Condition condition) {
    var who = conditions.members(condition, asOf);
    return shop.rows(
        Sql.of("select m.customer_id from members m order by 1").step("members", who),
        View.everything());
  }

  private static Condition likes(Op op, String value) {
    return new Condition.Holds(LIKED, op, Value.of(value));
  }

  private List<String> changes() {
    return shop
        .rows(
            "select customer_id, before, after from {trait.change}"
                + " where trait_id = 'tag/preferred_categories' order by position")
        .stream()
        .map(Trait::read)
        .toList();
  }

  @Test
  void several_areHeldTheForemostFirst_whereEachIsEnoughOfAHabit() {
    refresh(new Delta.Everything());
    assertThat(held()).containsExactly("1 鞋、女装", "2 鞋、女装", "3 -", "4 -");
    var tag = tags.view(Tag.KIND.id("preferred_categories"), LIN);
    assertThat(tag.holders()).isEqualTo(2);
    // Two holders, four values.
    assertThat(tag.values())
        .extracting(v -> v.label().zh() + " " + v.customers())
        .containsExactly("女装 2", "鞋 2");
    var preview = tags.preview(tag.definition().body().rule(), LIN);
    assertThat(preview.holders()).isEqualTo(2);
    assertThat(preview.values()).isEqualTo(tag.values());
  }

  /** 含任一, 含全部, 不含; who holds nothing is among those who do not, not among those with others. */
  @Test
  void conditions_askWhatIsAmongTheValues() {
    shop.put(
        ProfileTables.ITEM,
        BOUGHT
            + "customer_id=3 kind=sale category=童装 day=2026-02-01\n"
            + "customer_id=3 kind=sale category=鞋 day=2026-02-02\n"
            + "customer_id=3 kind=sale category=鞋 day=2026-02-03\n");
    refresh(new Delta.Everything());
    assertThat(held()).containsExactly("1 鞋、女装", "2 鞋、女装", "3 鞋、童装", "4 -");
    assertThat(members(Condition.any(likes(Op.EQ, "女装"), likes(Op.EQ, "童装"))))
        .containsExactly("1", "2", "3");
    assertThat(members(Condition.all(likes(Op.EQ, "鞋"), likes(Op.EQ, "童装")))).containsExactly("3");
    assertThat(members(new Condition.Not(likes(Op.EQ, "女装")))).containsExactly("3", "4");
    assertThat(members(likes(Op.NE, "女装"))).containsExactly("3");
    assertThat(members(likes(Op.EQ, "女"))).isEmpty();
    assertThatThrownBy(() -> conditions.mustBeSound(likes(Op.GE, "女装"), "who"))
        .hasMessageContaining("condition.no-order");
    assertThat(
            conditions.explain(
                new Condition.Not(likes(Op.EQ, "女装")), new CustomerId(3), asOf, View.everything()))
        .extracting(f -> f.text().zh() + " " + f.holds() + " " + f.found().shown())
        .containsExactly("偏好品类（前三）不含「女装」 true 鞋、童装");
  }

  /**
   * Bo buys 女装 on 10 March, so it comes before 鞋: a change for him, but nobody comes to either
   * value or leaves it. The day after, Cy buys 童装 once more and holds it.
   */
  @Test
  void changes_areDated_andTheSameForAFewAsForAll() {
    refresh(new Delta.Everything());
    assertThat(changes()).containsExactly("1 - 鞋、女装", "2 - 鞋、女装");
    asOf = AsOf.endOf(LocalDate.parse("2026-03-15"), ZONE);
    shop.put(
        ProfileTables.ITEM,
        BOUGHT
            + "customer_id=2 kind=sale category=女装 day=2026-03-10\n"
            + "customer_id=3 kind=sale category=童装 day=2026-03-15\n");
    refresh(
        new Delta.Customers(Sql.of("select 2 as customer_id union all select 3 as customer_id")));
    assertThat(held()).containsExactly("1 鞋、女装", "2 女装、鞋", "3 童装", "4 -");
    assertThat(changes().subList(2, 4)).containsExactly("2 鞋、女装 女装、鞋", "3 - 童装");
    refresh(new Delta.Everything());
    assertThat(changes()).hasSize(4);
    assertThat(TestShop.shown(tags.valueHistory(Tag.KIND.id("preferred_categories"), LIN)))
        .containsExactly("2026-03-15 女装 2 2 0", "2026-03-15 鞋 2 2 0", "2026-03-16 童装 1 1 0");
    var yesterday = shop.traits.on(AsOf.endOf(LocalDate.parse("2026-03-14"), ZONE));
    assertThat(
            shop.rows(
                Sql.of("select customer_id, tag_preferred_categories from {trait.held} order by 1"),
                yesterday))
        .containsExactly("1 鞋、女装", "2 鞋、女装", "3 -", "4 -");
  }

  /** Each value with its rows: four of 鞋, three of 女装. */
  @Test
  void why_showsTheDecidingRowsOfEachValue() {
    refresh(new Delta.Everything());
    var why = tags.why(Tag.KIND.id("preferred_categories"), new CustomerId(1), LIN);
    assertThat(why.value()).isEqualTo(Value.of(List.of("鞋", "女装")));
    assertThat(why.atoms())
        .extracting(f -> f.wanted().zh() + " " + f.found().shown() + " " + f.rows().size())
        .containsExactly("「鞋」至少 2 次，占 20% 4 4", "「女装」至少 2 次，占 20% 3 3");
    var cy = tags.why(Tag.KIND.id("preferred_categories"), new CustomerId(3), LIN);
    assertThat(cy.holds()).isFalse();
    assertThat(cy.atoms()).extracting(f -> f.found().shown()).containsExactly("童装");
  }

  @Test
  void several_areAskedOfWordsAlone_oneToFive() {
    var name = Label.typed("x");
    var amounts = new TagRule.Preference(top(FieldKey.of("item.amount")), 1, 0, Optional.of(2));
    assertThatThrownBy(() -> tags.add(LIN, name, new Tag("x", name, amounts)))
        .hasMessageContaining("tag.preference-several-words");
    var six = new TagRule.Preference(top(CATEGORY), 1, 0, Optional.of(6));
    assertThatThrownBy(() -> tags.add(LIN, name, new Tag("x", name, six)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactly("tag.preference-most"));
    // One value is another type than several, and a type is for good.
    var one = new TagRule.Preference(top(CATEGORY), 1, 0, Optional.of(1));
    assertThatThrownBy(
            () -> tags.put(LIN, Tag.KIND.id("preferred_categories"), name, new Tag("x", name, one)))
        .hasMessageContaining("tag.type-is-fixed");
  }

  private static Measure top(FieldKey of) {
    return Measure.of(new Where.Always(), Aggregate.TOP_VALUE, of, new Window.Ever());
  }
}
