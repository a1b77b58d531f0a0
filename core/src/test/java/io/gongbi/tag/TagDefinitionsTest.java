package io.gongbi.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tags being written: what is refused, drafts, previews, categories. */
final class TagDefinitionsTest extends TaggedShop {
  @Test
  void saving_saysEverythingThatIsWrong() {
    var rule =
        new TagRule.Rule(
            List.of(
                new TagRule.Case(Value.of("a"), Optional.empty(), Condition.any()),
                new TagRule.Case(
                    Value.of(true),
                    Optional.empty(),
                    new Condition.Holds(new TraitId("tag/nosuch"), Op.EQ, Value.of(true)))));
    assertThatThrownBy(() -> tags.add(LIN, NAME, new Tag("fact", NAME, rule)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(f -> f.code() + " " + f.place())
                    .containsExactlyInAnyOrder(
                        "condition.empty-group rule.cases[0].when",
                        "tag.mixed-values rule.cases[1].value",
                        "condition.unknown-trait rule.cases[1].when.trait"));
    var bands =
        new TagRule.Banded(
            new Measure(
                Measure.ORDER,
                new Where.Always(),
                Aggregate.SUM,
                Optional.empty(),
                new Window.LastDays(0)),
            List.of(BigDecimal.TEN, BigDecimal.ONE),
            List.of("x", "x", "y"));
    assertThatThrownBy(() -> tags.add(LIN, NAME, new Tag("fact", NAME, bands)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::code)
                    .containsExactlyInAnyOrder(
                        "condition.window-days",
                        "condition.measure-needs-field",
                        "tag.cuts-not-rising",
                        "tag.band-names"));
    assertThatThrownBy(() -> tags.add(SHANGHAI, NAME, new Tag("fact", NAME, rule)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.faults().getFirst()).isInstanceOf(Fault.Forbidden.class));
  }

  @Test
  void aTagKeepsItsType_andCannotReadItself() {
    var sleeping = Condition.holds(TraitId.of(SLEEPING));
    assertThatThrownBy(
            () -> tags.put(LIN, SLEEPING, NAME, new Tag("x", NAME, TagRule.Rfm.byMean(30))))
        .hasMessageContaining("tag.type-is-fixed");
    assertThatThrownBy(() -> tags.put(LIN, SLEEPING, NAME, Tag.flag("x", NAME, sleeping)))
        .hasMessageContaining("tag.circle");
    var other = tags.add(LIN, NAME, Tag.flag("x", NAME, sleeping));
    assertThat(other.id()).isEqualTo(Tag.KIND.id("t1"));
    assertThatThrownBy(
            () ->
                tags.put(
                    LIN,
                    SLEEPING,
                    NAME,
                    Tag.flag("x", NAME, Condition.holds(TraitId.of(other.id())))))
        .hasMessageContaining("tag.circle");
    assertThatThrownBy(() -> tags.retire(LIN, SLEEPING)).hasMessageContaining("definition.in-use");
    tags.retire(LIN, other.id());
    tags.retire(LIN, SLEEPING);
    assertThat(
            shop.rows("select count(tag_t1) as n, count(tag_sleeping_90) as m from {trait.held}"))
        .containsExactly("0 0");
    tags.ship();
    assertThat(tags.all()).extracting(Definition::id).doesNotContain(SLEEPING);
    assertThat(tags.views(LIN))
        .filteredOn(v -> v.definition().status() == Definition.Status.RETIRED)
        .extracting(v -> v.definition().id(), TagView::holders, TagView::counting)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SLEEPING, 0L, false),
            org.assertj.core.groups.Tuple.tuple(other.id(), 0L, false));
    tags.move(LIN, SLEEPING, Definition.Status.PUBLISHED);
    assertThat(held("tag_sleeping_90")).containsExactly("1 -", "2 true", "3 -", "4 true", "5 -");
    assertThat(
            shop.rows(Sql.of("select max(position) as n from {trait.change}"), View.everything()))
        .hasSize(1);
  }

  /**
   * Five of the demo's people, none of whom holds a draft; published, those of Shanghai hold it.
   */
  @Test
  void aDraft_isHeldByNobody_untilItIsPublished() {
    var shanghai = Tag.flag("fact", NAME, Condition.everyone());
    var id = tags.draft(LIN, NAME, shanghai).id();
    assertThat(tags.traits()).extracting(t -> t.id().value()).doesNotContain("tag/t1");
    assertThat(tags.view(id, LIN).holders()).isZero();
    assertThat(tags.view(id, LIN).counting()).isFalse();
    assertThatThrownBy(
            () -> tags.add(LIN, NAME, Tag.flag("x", NAME, Condition.holds(TraitId.of(id)))))
        .hasMessageContaining("condition.unknown-trait");
    assertThat(tags.move(LIN, id, Definition.Status.APPROVED).status())
        .isEqualTo(Definition.Status.APPROVED);
    assertThat(runs).isZero();
    tags.move(LIN, id, Definition.Status.PUBLISHED);
    assertThat(tags.view(id, LIN).holders()).isEqualTo(5);
    var user = tags.add(LIN, NAME, Tag.flag("x", NAME, Condition.holds(TraitId.of(id))));
    assertThatThrownBy(() -> tags.move(LIN, id, Definition.Status.DRAFT))
        .hasMessageContaining("definition.in-use");
    tags.retire(LIN, user.id());
    assertThat(tags.move(LIN, id, Definition.Status.DRAFT).status())
        .isEqualTo(Definition.Status.DRAFT);
    assertThat(tags.view(id, LIN).holders()).isZero();
    assertThatThrownBy(() -> tags.move(LIN, user.id(), Definition.Status.APPROVED))
        .hasMessageContaining("tag.no-such-step");
  }

  /** Before it is saved: 1 of 5 bought in the last 30 days; who sees Shanghai counts among 2. */
  @Test
  void aPreview_isWhatSavingWouldSay_toThoseInSight() {
    var recent = Tag.flag("x", NAME, bought(30)).rule();
    var preview = tags.preview(recent, LIN);
    assertThat(preview)
        .isEqualTo(
            new TagPreview(
                1, 5, List.of(new TagView.Count(Value.of(true), Label.typed("true"), 1)), AS_OF));
    assertThat(tags.preview(TagRule.Rfm.byMean(365), LIN).values())
        .extracting(v -> v.value().shown() + " " + v.customers())
        .containsExactly("000 2", "111 1");
    assertThat(tags.preview(Tag.flag("x", NAME, bought(3)).rule(), LIN))
        .isEqualTo(new TagPreview(0, 5, List.of(), AS_OF));
    assertThatThrownBy(() -> tags.preview(recent, SHANGHAI)).hasMessageContaining("right-missing");
    var hu = new Viewer(SHANGHAI.user(), Role.marketer().over(SHANGHAI.role().customers()));
    assertThat(tags.preview(recent, hu).customers()).isEqualTo(2);
    assertThatThrownBy(() -> tags.preview(TagRule.Lifecycle.RETAIL, hu))
        .hasMessageContaining("tag.preview-needs-everybody");
  }

  private static Condition bought(int days) {
    return new Condition.Behaviour(
        Measure.of(
            Measure.ORDER,
            new Where.Compare(FieldKey.of("order.kind"), Op.EQ, Value.of("sale")),
            Aggregate.COUNT,
            new Window.LastDays(days)),
        Op.GE,
        BigDecimal.ONE);
  }

  private Definition<Tag> inCategory(String category) {
    return tags.add(
        LIN,
        Label.typed(category),
        Tag.flag(category, Label.typed("-"), new Condition.Attribute(new Where.Always())));
  }

  private List<String> categories() {
    return tags.all().stream()
        .filter(d -> !Tags.isReady(d.id()))
        .map(d -> d.body().category())
        .toList();
  }

  @Test
  void category_ofOurs_isOneAndTheSame_byItsNameInEitherLanguage() {
    assertThat(inCategory("购买行为/复购").body().category()).isEqualTo("behaviour/复购");
    assertThat(inCategory("Behaviour").body().category()).isEqualTo("behaviour");
    assertThat(inCategory("会员/购买行为").body().category()).isEqualTo("会员/购买行为");
    assertThat(tags.moveCategory(LIN, "购买行为/复购", "客户价值")).isEqualTo(1);
    assertThat(inCategory("客户价值").body().category()).isEqualTo("value");
  }

  /** 购买行为 has 复购 below it, and that 大促; 复购客 only begins alike. */
  @Test
  void category_isAPath_andMovesWithAllThatIsInIt() {
    var first = inCategory(" behaviour / 复购 /");
    inCategory("behaviour/复购/大促");
    inCategory("behaviour/复购客");
    assertThat(categories()).containsExactly("behaviour/复购", "behaviour/复购/大促", "behaviour/复购客");
    assertThat(first.body().categoryLabel()).isEqualTo(new Label("购买行为 / 复购", "Behaviour / 复购"));
    assertThat(tags.moveCategory(LIN, "behaviour/复购", "value/老客")).isEqualTo(2);
    assertThat(categories()).containsExactly("value/老客", "value/老客/大促", "behaviour/复购客");
    tags.file(LIN, first.id(), "会员日");
    assertThat(categories()).containsExactly("会员日", "value/老客/大促", "behaviour/复购客");
    assertThat(tags.get(first.id()).owner()).isEqualTo(LIN.user());
  }

  /** Letters' height, width, blanks and the stroke between levels: another writing of the same. */
  @Test
  void category_inAnotherWriting_isTheOneThatIsThere() {
    inCategory("Member Care/VIP 客");
    for (var same : List.of("member care/vip 客", "Ｍember　 Care／ＶＩＰ  客 ", "MEMBER CARE/VIP　客"))
      assertThat(inCategory(same).body().category()).isEqualTo("Member Care/VIP 客");
    assertThat(inCategory("LifeCycle/新客").body().category()).isEqualTo("lifecycle/新客");
    // Below another one it is another one, and nothing else is made alike.
    assertThat(inCategory("other/vip 客").body().category()).isEqualTo("other/vip 客");
    var id = inCategory("member care/老客（活跃）").id();
    assertThat(tags.get(id).body().category()).isEqualTo("Member Care/老客（活跃）");
    // Whoever has it to himself may write it otherwise, alone or with all that is in it.
    var alone = inCategory("Solo");
    tags.file(LIN, alone.id(), "solo");
    assertThat(tags.get(alone.id()).body().category()).isEqualTo("solo");
    assertThat(tags.moveCategory(LIN, "Member Care", "会员关怀")).isEqualTo(5);
    assertThat(tags.moveCategory(LIN, "会员关怀", "Member care")).isEqualTo(5);
    assertThat(tags.get(id).body().category()).isEqualTo("Member care/老客（活跃）");
    assertThat(tags.moveCategory(LIN, "solo", "OTHER/solo")).isEqualTo(1);
    assertThat(tags.get(alone.id()).body().category()).isEqualTo("other/solo");
    assertThatThrownBy(() -> inCategory("／")).hasMessageContaining("tag.category");
  }

  @Test
  void category_isRefused_underItself_ofNobody_orTooDeep() {
    inCategory("a/b");
    assertThatThrownBy(() -> tags.moveCategory(LIN, "a", "a/b/c"))
        .hasMessageContaining("tag.category-circle");
    assertThatThrownBy(() -> tags.moveCategory(LIN, "z", "y"))
        .hasMessageContaining("tag.no-category");
    assertThatThrownBy(() -> inCategory("1/2/3/4/5/6")).hasMessageContaining("tag.category");
    // a/b would lie on level 6.
    assertThatThrownBy(() -> tags.moveCategory(LIN, "a", "1/2/3/4/5"))
        .hasMessageContaining("tag.category");
    assertThatThrownBy(() -> tags.moveCategory(LIN, "a", " / "))
        .hasMessageContaining("tag.category");
    assertThat(categories()).containsExactly("a/b");
    var chen = new Viewer(new UserId("chen"), Role.viewer());
    assertThatThrownBy(() -> tags.moveCategory(chen, "a", "b"))
        .hasMessageContaining("access.right-missing");
  }
}
