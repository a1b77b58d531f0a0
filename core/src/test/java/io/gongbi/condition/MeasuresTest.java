package io.gongbi.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.AsOf;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.ProfileTables;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Value;
import io.gongbi.warehouse.View;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers bought, measured in every way, as of 2026-03-15 in Shanghai. */
final class MeasuresTest {
  private static final AsOf AS_OF =
      AsOf.endOf(LocalDate.parse("2026-03-14"), ZoneId.of("Asia/Shanghai"));
  private static final Window LAST_30 = new Window.LastDays(30);
  private static final Window EVER = new Window.Ever();
  private static final Where SALES =
      new Where.Compare(FieldKey.of("item.kind"), Op.EQ, Value.of("sale"));

  @TempDir Path folder;
  private TestShop shop;
  private Conditions conditions;

  /**
   * Ann bought coats on Tuesday 10 March, shoes on Sunday 1 March and in the Spring Festival, on
   * Friday 20 February, and coats once last year; a hat she returned. Bo registered and bought
   * nothing. All at noon.
   */
  @BeforeEach
  void open() {
    shop = new TestShop(folder);
    shop.customers(
        """
        customer_id=1 name=Ann registered_day=2026-02-15
        customer_id=2 name=Bo registered_day=2026-02-15
        """);
    shop.put(
        ProfileTables.ITEM,
        """
        customer_id=1 kind=sale day=2026-03-10 category=coats amount=100
        customer_id=1 kind=sale day=2026-03-01 category=shoes amount=50
        customer_id=1 kind=sale day=2026-02-20 category=shoes amount=60
        customer_id=1 kind=sale day=2025-12-20 category=coats amount=30
        customer_id=1 kind=return day=2026-03-12 category=hats amount=-20
        """);
    conditions = new Conditions(shop.warehouse, shop.traits, new Standard());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Measure of(Aggregate aggregate, String field, Window window) {
    return Measure.of(SALES, aggregate, FieldKey.of("item." + field), window);
  }

  private static Measure times(Aggregate aggregate, Window window) {
    return new Measure(Measure.ITEM, SALES, aggregate, Optional.empty(), window);
  }

  private String ann(Measure measure) {
    return shown(measure, 1);
  }

  private String shown(Measure measure, long customer) {
    var found =
        conditions.measured(measure, new CustomerId(customer), AS_OF, View.everything()).value();
    return found instanceof Value.Missing ? "-" : found.shown();
  }

  @Test
  void averages_andDifferentValues_areOfTheWindow() {
    // (100 + 50 + 60) / 3; coats and shoes.
    assertThat(ann(of(Aggregate.AVERAGE, "amount", LAST_30))).isEqualTo("70");
    assertThat(ann(of(Aggregate.DISTINCT_VALUES, "category", LAST_30))).isEqualTo("2");
    assertThat(shown(of(Aggregate.AVERAGE, "amount", LAST_30), 2)).isEqualTo("-");
    assertThat(shown(of(Aggregate.DISTINCT_VALUES, "category", LAST_30), 2)).isEqualTo("0");
  }

  @Test
  void mostFrequent_isTheOneSeenLast_whereTwoAreAsFrequent() {
    assertThat(ann(of(Aggregate.TOP_VALUE, "category", LAST_30))).isEqualTo("shoes");
    // Two coats, two pairs of shoes, and a coat was bought last.
    assertThat(ann(of(Aggregate.TOP_VALUE, "category", EVER))).isEqualTo("coats");
    assertThat(shown(of(Aggregate.TOP_VALUE, "category", EVER), 2)).isEqualTo("-");
  }

  @Test
  void firstAndLast_areOfTheMoment_andCountedBackInDays() {
    assertThat(ann(of(Aggregate.FIRST_VALUE, "category", LAST_30))).isEqualTo("shoes");
    assertThat(ann(of(Aggregate.LAST_VALUE, "category", LAST_30))).isEqualTo("coats");
    // From 20 February to 15 March.
    assertThat(ann(times(Aggregate.DAYS_SINCE_FIRST, LAST_30))).isEqualTo("23");
    assertThat(ann(times(Aggregate.DAYS_SINCE_LAST, LAST_30))).isEqualTo("5");
  }

  @Test
  void trend_isAgainstAsManyDaysBefore_andMissingWhereNothingWas() {
    // 14 January … 14 March: 3 for 210; 15 November … 13 January: 1 for 30.
    assertThat(ann(times(Aggregate.TREND, new Window.LastDays(60)))).isEqualTo("200");
    assertThat(ann(of(Aggregate.TREND, "amount", new Window.LastDays(60)))).isEqualTo("600");
    assertThat(ann(times(Aggregate.TREND, LAST_30))).isEqualTo("-");
  }

  @Test
  void windows_areWhatTheySay() {
    assertThat(ann(times(Aggregate.COUNT, new Window.Ago(90, 30)))).isEqualTo("1");
    // 20 February is 23 days ago, 1 March 14, both ends are counted.
    assertThat(ann(times(Aggregate.COUNT, new Window.Ago(23, 14)))).isEqualTo("2");
    assertThat(ann(times(Aggregate.COUNT, new Window.Running(Window.Unit.MONTH)))).isEqualTo("2");
    assertThat(ann(times(Aggregate.COUNT, new Window.Running(Window.Unit.YEAR)))).isEqualTo("3");
    // Registered on 15 February: 14 days end with the 28th.
    assertThat(ann(times(Aggregate.COUNT, new Window.FirstDays(14)))).isEqualTo("1");
    assertThat(ann(times(Aggregate.COUNT, new Window.FirstDays(15)))).isEqualTo("2");
  }

  @Test
  void moments_tellWeekdayHourAndOccasion() {
    assertThat(ann(of(Aggregate.LAST_VALUE, "weekday", LAST_30))).isEqualTo("2");
    assertThat(ann(of(Aggregate.TOP_VALUE, "hour", LAST_30))).isEqualTo("12");
    assertThat(ann(of(Aggregate.FIRST_VALUE, "occasion", LAST_30))).isEqualTo("spring_festival");
    // 20 December is of no occasion; neither are the days in March.
    var onOccasions =
        new Where.Both(
            List.of(SALES, new Where.Except(new Where.Missing(FieldKey.of("item.occasion")))));
    assertThat(ann(Measure.of(Measure.ITEM, onOccasions, Aggregate.COUNT, EVER))).isEqualTo("1");
  }

  /** Who has no rows shows no value, and is among those who do not show this one. */
  @Test
  void picked_findsWhoShowsTheValue() {
    var shoes =
        new Condition.Picked(
            of(Aggregate.TOP_VALUE, "category", LAST_30),
            List.of(Value.of("shoes"), Value.of("hats")));
    assertThat(members(shoes)).containsExactly(1L);
    assertThat(members(new Condition.Not(shoes))).containsExactly(2L);
    var found = conditions.explain(shoes, new CustomerId(1), AS_OF, View.everything()).getFirst();
    assertThat(found.text().zh()).isEqualTo("近 30 天商品购买最多的品类是「shoes」或「hats」");
    assertThat(found.text().en())
        .isEqualTo(
            "Most frequent category of items bought in the last 30 days is “shoes” or “hats”");
    assertThat(found.found().shown()).isEqualTo("shoes");
    assertThat(found.rows().size()).isEqualTo(3);
  }

  private List<Long> members(Condition condition) {
    return shop.warehouse.query(conditions.members(condition, AS_OF), View.everything()).stream()
        .map(r -> r.whole("customer_id"))
        .sorted()
        .toList();
  }
}
