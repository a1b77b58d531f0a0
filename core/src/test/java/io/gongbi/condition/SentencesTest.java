package io.gongbi.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.profile.ProfileTables;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Field;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.trait.Traits;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Both languages, as a person would say it. */
class SentencesTest {
  private static final FieldKey AMOUNT = FieldKey.of("order.amount");
  private static final Window LAST_90 = new Window.LastDays(90);
  private static final Window EVER = new Window.Ever();

  /** What nobody named goes by its usual name, the till is called as its company calls it. */
  private static final Mapping CRM = feed("crm", "crm", Standard.CUSTOMER);

  private static final Mapping ORDERS = feed("shop", "shop", Standard.ORDER);
  private static final Mapping TILL = feed("till", "收银一号", Standard.ORDER_LINE);

  private final Sentences sentences = new Sentences(vocabulary());

  @Test
  void counts_askWhetherItWasDone_whereOneIsEnough() {
    var bought = sales(Aggregate.COUNT, LAST_90);
    says(did(bought, Op.GE, 1), true, "近 90 天有过购买", "At least one purchase in the last 90 days");
    says(did(bought, Op.GE, 1), false, "近 90 天没有购买", "No purchase in the last 90 days");
    says(did(sales(Aggregate.COUNT, EVER), Op.EQ, 0), true, "从未购买", "No purchase ever");
    says(
        did(bought, Op.GE, 3),
        true,
        "近 90 天购买次数不少于 3 次",
        "At least 3 purchases in the last 90 days");
    says(
        did(bought, Op.GE, 3),
        false,
        "近 90 天购买次数少于 3 次",
        "Less than 3 purchases in the last 90 days");
  }

  @Test
  void days_areCountedAndCountedBack() {
    says(
        did(sales(Aggregate.DISTINCT_DAYS, new Window.LastDays(365)), Op.GE, 2),
        true,
        "近 365 天购买天数不少于 2 天",
        "Purchases on at least 2 days in the last 365 days");
    says(
        did(sales(Aggregate.DISTINCT_DAYS, EVER), Op.EQ, 1),
        true,
        "累计购买天数等于 1 天",
        "Purchases on exactly 1 day to date");
    var since = sales(Aggregate.DAYS_SINCE_LAST, EVER);
    says(did(since, Op.GT, 90), true, "最近一次购买距今超过 90 天", "Last purchase more than 90 days ago");
  }

  /** Who never bought has no last day, and is not among those of more than 90 days. */
  @Test
  void opposite_includesThoseWithNothing_unlessNothingIsZero() {
    says(
        did(sales(Aggregate.DAYS_SINCE_LAST, EVER), Op.GT, 90),
        false,
        "最近一次购买距今不超过 90 天，或没有购买",
        "Last purchase at most 90 days ago, or no purchase");
  }

  @Test
  void sums_nameTheirField_andFiltersStandBesideWhatTheyFilter() {
    var rows =
        new Where.Both(
            List.of(
                Metrics.SALES,
                new Where.Compare(FieldKey.of("order.channel"), Op.EQ, Value.of("天猫"))));
    var november = new Window.During(new Period(day(11, 1), day(12, 1)));
    var spent = new Measure(Measure.ORDER, rows, Aggregate.SUM, Optional.of(AMOUNT), november);
    says(
        did(spent, Op.GE, 5000),
        true,
        "2026年11月1日至2026年11月30日购买（仅渠道是「天猫」）的实付金额合计不少于 5,000",
        "Total amount paid of purchases (only where channel is “天猫”) from Nov 1, 2026 to Nov 30,"
            + " 2026 is at least 5,000");
  }

  @Test
  void measures_areNouns() {
    assertThat(sentences.measure(sales(Aggregate.DISTINCT_DAYS, LAST_90)))
        .isEqualTo(new Label("近 90 天购买天数", "Days with purchases in the last 90 days"));
    assertThat(sentences.measure(sales(Aggregate.DAYS_SINCE_LAST, EVER)))
        .isEqualTo(new Label("最近一次购买距今天数", "Days since the last purchase"));
  }

  @Test
  void facts_areSaidByTheirNames_andTheUnknownIsNotForgotten() {
    var phone = new Where.Missing(FieldKey.of("customer.phone"));
    fact(new Where.Except(phone), true, "手机号已填写", "Phone is known");
    fact(new Where.Except(phone), false, "手机号未填写", "Phone is unknown");
    var female = new Where.Compare(FieldKey.of("customer.gender"), Op.EQ, Value.of("female"));
    fact(female, true, "性别是女", "Gender is Female");
    fact(female, false, "性别不是女（含未填写）", "Gender is not Female (or is unknown)");
    fact(
        new Where.Compare(FieldKey.of("customer.registered_day"), Op.GE, Value.of(day(3, 1))),
        true,
        "注册日期在 2026年3月1日及之后",
        "Registration day is Mar 1, 2026 or later");
    fact(
        new Where.Compare(FieldKey.of("customer.orders"), Op.GE, Value.of(1200)),
        true,
        "累计订单数不少于 1,200",
        "Orders ever at least 1,200");
  }

  @Test
  void sources_areSaidAndOfferedByTheirNames_whereTheyBringSuchRows() {
    var source = FieldKey.of("order.source");
    var shop = new Where.Compare(source, Op.EQ, Value.of("shop"));
    var either = new Where.In(source, List.of(Value.of("shop"), Value.of("till")));
    var gone = new Where.Compare(source, Op.EQ, Value.of("kiosk"));
    says(
        did(Measure.of(Measure.ORDER, shop, Aggregate.COUNT, LAST_90), Op.GE, 1),
        true,
        "近 90 天有过订单记录（仅来源系统是网店）",
        "At least one order record (only where source system is Online shop) in the last 90 days");
    says(
        did(Measure.of(Measure.ORDER, either, Aggregate.COUNT, LAST_90), Op.GE, 1),
        true,
        "近 90 天有过订单记录（仅来源系统是网店或收银一号）",
        "At least one order record (only where source system is Online shop or 收银一号) in the last 90 days");
    says(
        did(Measure.of(Measure.ORDER, gone, Aggregate.COUNT, LAST_90), Op.GE, 1),
        true,
        "近 90 天有过订单记录（仅来源系统是「kiosk」）",
        "At least one order record (only where source system is “kiosk”) in the last 90 days");
    var crm = Field.code("crm", "会员系统", "Member system (CRM)");
    var online = Field.code("shop", "网店", "Online shop");
    var till = Field.code("till", "收银一号", "收银一号");
    assertThat(codes("order.source")).containsExactly(online, till);
    assertThat(codes("item.source")).containsExactly(till);
    assertThat(codes("event.source")).containsExactly(crm, online, till);
  }

  private static List<Field.Code> codes(String key) {
    return vocabulary().field(FieldKey.of(key)).orElseThrow().codes();
  }

  private static Vocabulary vocabulary() {
    return new Words(new Standard(), () -> List.of(CRM, ORDERS, TILL))
        .of(
            new Ground(
                ProfileTables.CUSTOMER,
                ProfileTables.ORDER,
                ProfileTables.ITEM,
                ProfileTables.EVENT,
                Traits.TRAIT),
            List.of());
  }

  private static Mapping feed(String source, String name, EntityName grain) {
    return new Mapping(
        new SourceId(source),
        Label.typed(name),
        "rows",
        grain,
        Layout.csv(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private static Measure sales(Aggregate aggregate, Window window) {
    return Measure.of(Measure.ORDER, Metrics.SALES, aggregate, window);
  }

  private static Condition.Behaviour did(Measure measure, Op op, int bound) {
    return new Condition.Behaviour(measure, op, new BigDecimal(bound));
  }

  private void fact(Where where, boolean holds, String zh, String en) {
    says(new Condition.Attribute(where), holds, zh, en);
  }

  private void says(Condition.Atom atom, boolean holds, String zh, String en) {
    assertThat(sentences.atom(atom, holds)).isEqualTo(new Label(zh, en));
  }
}
