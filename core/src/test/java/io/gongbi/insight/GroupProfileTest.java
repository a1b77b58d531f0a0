package io.gongbi.insight;

import static io.gongbi.insight.Analyst.LATER;
import static io.gongbi.insight.Analyst.cautions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.FaultException;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.Cause;
import io.gongbi.trait.TestShop;
import io.gongbi.trait.Trait;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.ColumnType;
import io.gongbi.warehouse.Slice;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 400 customers. Of the 100 gold ones 60 are from 上海, 20 from 北京, 10 from 广州, of 10 nobody knows;
 * of the 300 others 60 are from 上海, 180 from 北京, 30 from 广州, of 30 nobody knows.
 */
final class GroupProfileTest {
  private static final Split CITY = Split.by(FieldKey.of("customer.city"));
  private static final GroupProfile GOLD = new GroupProfile(level("gold"), List.of(CITY));

  @TempDir Path folder;
  private Analyst analyst;

  private static Condition level(String level) {
    return new Condition.Attribute(
        new Where.Compare(FieldKey.of("customer.level"), Op.EQ, Value.of(level)));
  }

  @BeforeEach
  void open() {
    var rows = new StringBuilder();
    add(rows, 0, 60, "level=gold city=上海");
    add(rows, 60, 20, "level=gold city=北京");
    add(rows, 80, 10, "level=gold city=广州");
    add(rows, 90, 10, "level=gold");
    add(rows, 100, 60, "level=tin city=上海");
    add(rows, 160, 180, "level=tin city=北京");
    add(rows, 340, 30, "level=tin city=广州");
    add(rows, 370, 30, "level=tin");
    analyst = new Analyst(new TestShop(folder).customers(rows.toString()));
  }

  private static void add(StringBuilder rows, int from, int count, String rest) {
    for (int i = from; i < from + count; i++)
      rows.append("customer_id=").append(i + 1).append(' ').append(rest).append('\n');
  }

  @AfterEach
  void close() {
    analyst.shop.close();
  }

  /**
   * Known are 90 of the group and 360 of all. 上海: 60/90 against 120/360, TGI 200; 北京: 20/90 against
   * 200/360, TGI 40. 广州 has 40 customers, too few. z of 上海: (2/3 − 60/270) ÷ √(1/3 · 2/3 · (1/90 +
   * 1/270)) = 0.4444 ÷ 0.0574 = 7.7.
   */
  @Test
  void tgi_isTheShareInTheGroupOverThatOfAll() {
    var table = analyst.ask(GOLD, LATER).table();
    assertThat(
            table.stream()
                .map(
                    r ->
                        r.value("value").shown()
                            + " "
                            + r.whole("customers")
                            + " "
                            + r.whole("population")))
        .containsExactly("上海 60 120", "北京 20 200", "广州 10 40", " 10 40");
    var shown = TestShop.shown(table);
    assertThat(shown.get(0)).contains(" 0.6666666666666666 0.3333333333333333 200.0 strong ");
    assertThat(shown.get(1)).contains(" 0.2222222222222222 0.5555555555555556 40.0 strong ");
    assertThat(shown.get(2)).endsWith(" 0.1111111111111111 0.1111111111111111 - - - 90 360");
    assertThat(shown.get(3)).isEqualTo("0 - 10 40 - - - - - 90 360");
  }

  /**
   * All 100 gold ones and the first 100 of the others like 鞋, the gold ones 女装 as well: of 200
   * customers with any value 200 like 鞋 and 100 女装, so that shares add up to 150 %, in the group to
   * 200 %. TGI of 鞋 100 ÷ 100 × 100, of 女装 1 ÷ 0.5 × 100.
   */
  @Test
  void severalValues_haveTheirShareOfCustomers_notOfValues() {
    var liked =
        new Trait(
            new TraitId("tag/liked"),
            ColumnType.TEXT_LIST,
            Label.typed("liked"),
            List.of(),
            Set.of());
    analyst.shop.traits.authoredBy(() -> List.of(liked));
    try (var write = analyst.shop.warehouse.write(Set.of("trait"))) {
      analyst.shop.traits.state(
          write,
          liked,
          new Slice.Whole(),
          Sql.of(
              "select c.customer_id, case when c.level = 'gold' then ['女装', '鞋'] else ['鞋'] end"
                  + " as value from {profile.customer} c where c.customer_id <= 200"),
          new Cause.ByPerson(new UserId("lin"), "test"),
          LATER);
      write.commit();
    }
    var profile = new GroupProfile(level("gold"), List.of(Split.by(liked.id())));
    var answer = analyst.ask(profile, LATER);
    assertThat(
            answer.table().stream()
                .map(
                    r ->
                        "%s %d %d %s %s %s"
                            .formatted(
                                r.value("value").shown(),
                                r.whole("customers"),
                                r.whole("population"),
                                r.value("share").shown(),
                                r.value("population_share").shown(),
                                r.value("tgi").shown())))
        .containsExactly("女装 100 100 1.0 0.5 200.0", "鞋 100 200 1.0 1.0 100.0", " 0 200   ");
    assertThat(cautions(answer)).containsExactly("insight.several-shares");
  }

  @Test
  void figures_tellHowManyAreCompared() {
    var answer = analyst.ask(GOLD, LATER);
    assertThat(TestShop.shown(answer.figures().orElseThrow())).containsExactly("100 400");
    assertThat(cautions(answer)).isEmpty();
  }

  /** Everybody is 100 by definition, and no different from nobody else. */
  @Test
  void groupOfAll_isLikeAll() {
    var all = new GroupProfile(Condition.everyone(), List.of(CITY));
    assertThat(TestShop.shown(analyst.ask(all, LATER).table()).getFirst())
        .isEqualTo("0 北京 200 200 0.5555555555555556 0.5555555555555556 100.0 - 20000.0 360 360");
  }

  @Test
  void smallGroup_hasNoTgi() {
    var few = new GroupProfile(level("gone"), List.of(CITY));
    var answer = analyst.ask(few, LATER);
    assertThat(cautions(answer)).containsExactly("insight.small-group");
    assertThat(answer.table().stream().allMatch(r -> r.value("tgi") instanceof Value.Missing))
        .isTrue();
  }

  @Test
  void everyValue_opensIntoItsCustomers() {
    assertThat(analyst.members(GOLD, mark("customers", Value.of("北京")), LATER))
        .hasSize(20)
        .contains(61L, 80L);
    assertThat(analyst.members(GOLD, mark("population", Value.of("北京")), LATER)).hasSize(200);
    assertThat(analyst.members(GOLD, mark("customers", Value.missing()), LATER)).hasSize(10);
  }

  private static Mark mark(String column, Value value) {
    return new Mark(column, Map.of("field", Value.of(0), "value", value));
  }

  @Test
  void scopedViewer_comparesWithWhatHeSees() {
    assertThat(analyst.rows(GOLD, LATER, Analyst.of("上海")))
        .containsExactly("0 上海 60 120 1.0 1.0 100.0 - 6000.0 60 120");
  }

  @Test
  void fields_areNamed() {
    var none = new GroupProfile(level("gold"), List.of());
    var wrong = new GroupProfile(level("gold"), List.of(Split.by(FieldKey.of("order.channel"))));
    assertThat(faults(none)).containsExactly("by insight.divider");
    assertThat(faults(wrong)).containsExactly("by[0].field insight.unknown-field");
  }

  private List<String> faults(Insight question) {
    var thrown = catchThrowableOfType(FaultException.class, () -> analyst.ask(question, LATER));
    return thrown.faults().stream().map(f -> f.place() + " " + f.code()).toList();
  }

  @Test
  void text_isTheGoldenOne() {
    assertThat(analyst.ask(GOLD, LATER).sql()).isEqualTo(Analyst.golden("group-profile-city.sql"));
  }
}
