package io.gongbi.tag;

import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.trait.TraitId;
import io.gongbi.warehouse.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tags that a new company begins with; it may change or retire them like its own. */
final class ReadyTags {
  private static final TraitId LIFECYCLE = new TraitId("tag/lifecycle");
  private static final TraitId GROUPS = new TraitId("tag/" + Tags.RFM);
  private static final FieldKey AMOUNT = FieldKey.of("order.amount");
  private static final FieldKey EVENT = FieldKey.of("event.name");
  private static final Window EVER = new Window.Ever();

  private ReadyTags() {}

  static final List<Definition<Tag>> ALL =
      List.of(
          tag(
              "reachable",
              new Label("可触达", "Reachable"),
              Tag.flag(
                  "fact",
                  new Label("有手机号，可以发送短信。", "Has a phone number, so a text message can be sent."),
                  new Condition.Attribute(
                      new Where.Except(new Where.Missing(FieldKey.of("customer.phone")))))),
          tag(
              "nineties_female",
              new Label("90 后女性", "Women born in the 1990s"),
              Tag.flag(
                  "fact",
                  new Label("1990 至 1999 年出生的女性。", "Women born from 1990 to 1999."),
                  Condition.all(
                      attribute("customer.gender", Op.EQ, Value.of("female")),
                      attribute(
                          "customer.birthday", Op.GE, Value.of(LocalDate.parse("1990-01-01"))),
                      attribute(
                          "customer.birthday", Op.LE, Value.of(LocalDate.parse("1999-12-31")))))),
          tag(
              "east_china",
              new Label("华东地区", "East China"),
              Tag.flag(
                  "fact",
                  new Label(
                      "所在省份为上海、江苏、浙江、安徽、福建、江西或山东。",
                      "Lives in Shanghai, Jiangsu, Zhejiang, Anhui, Fujian, Jiangxi or Shandong."),
                  new Condition.Attribute(
                      new Where.In(
                          FieldKey.of("customer.province"),
                          texts(
                              "上海", "上海市", "江苏", "江苏省", "浙江", "浙江省", "安徽", "安徽省", "福建", "福建省", "江西",
                              "江西省", "山东", "山东省"))))),
          tag(
              "active_30",
              new Label("近 30 天活跃", "Active in 30 days"),
              Tag.flag(
                  "behaviour",
                  new Label(
                      "近 30 天内有过购买，或浏览、搜索、点击、加购、收藏、分享、登录、签到、评价等行为；收到的触达不算。",
                      "Bought in the last 30 days, or viewed, searched, clicked, put into the cart,"
                          + " favoured, shared, logged in, checked in or reviewed; messages received"
                          + " do not count."),
                  Condition.any(
                      bought(Aggregate.COUNT, new Window.LastDays(30), Op.GE, 1),
                      did(
                          new Where.In(
                              EVENT,
                              texts(
                                  "viewed",
                                  "searched",
                                  "clicked",
                                  "carted",
                                  "favourited",
                                  "shared",
                                  "logged_in",
                                  "checked_in",
                                  "followed",
                                  "reviewed",
                                  "inquired")),
                          new Window.LastDays(30),
                          Op.GE)))),
          tag(
              "browsed_no_order_7",
              new Label("浏览未购", "Browsed without ordering"),
              Tag.flag(
                  "behaviour",
                  new Label(
                      "近 7 天浏览、加购或收藏过商品，但没有购买。",
                      "Viewed, favoured or put something into the cart in the last 7 days, and"
                          + " bought nothing."),
                  Condition.all(
                      did(
                          new Where.In(EVENT, texts("viewed", "carted", "favourited")),
                          new Window.LastDays(7),
                          Op.GE),
                      bought(Aggregate.COUNT, new Window.LastDays(7), Op.EQ, 0)))),
          tag(
              "monthly_repeat",
              new Label("月购两次及以上", "Two or more purchases a month"),
              Tag.flag(
                  "behaviour",
                  new Label("近 30 天购买 2 次或以上。", "2 or more purchases in the last 30 days."),
                  bought(Aggregate.COUNT, new Window.LastDays(30), Op.GE, 2))),
          tag(
              "repeat_buyer_365",
              new Label("一年内复购", "Bought again within a year"),
              Tag.flag(
                  "behaviour",
                  new Label(
                      "近 365 天内在 2 个或以上不同的日子购买过。", "Bought on 2 or more days of the last 365."),
                  bought(Aggregate.DISTINCT_DAYS, new Window.LastDays(365), Op.GE, 2))),
          tag(
              "frequent_repeat",
              new Label("高频复购", "Frequent repurchaser"),
              Tag.flag(
                  "behaviour",
                  new Label(
                      "近 365 天内在 6 个或以上不同的日子购买过，且近 60 天仍有购买。",
                      "Bought on 6 or more days of the last 365, and still in the last 60."),
                  Condition.all(
                      bought(Aggregate.DISTINCT_DAYS, new Window.LastDays(365), Op.GE, 6),
                      bought(Aggregate.COUNT, new Window.LastDays(60), Op.GE, 1)))),
          tag(
              "sale_day_shopper",
              new Label("节假日与大促购物", "Shops on holidays and sale days"),
              Tag.flag(
                  "behaviour",
                  new Label(
                      "近 365 天里，在节假日或大促日购买过 2 天或以上。",
                      "Bought on 2 or more holidays or sale days of the last 365 days."),
                  behaviour(
                      Measure.of(
                          Measure.ORDER,
                          new Where.Both(
                              List.of(
                                  Metrics.SALES,
                                  new Where.Except(
                                      new Where.Missing(FieldKey.of("order.occasion"))))),
                          Aggregate.DISTINCT_DAYS,
                          new Window.LastDays(365)),
                      Op.GE,
                      2))),
          tag(
              "preferred_category",
              new Label("偏好品类", "Preferred category"),
              new Tag(
                  "preference",
                  new Label(
                      "近 365 天购买最多的品类，至少 2 件次且占四成以上；次数相同时取最近买过的。",
                      "The category bought most often in the last 365 days, at least 2 times and 40 %"
                          + " of all; between equals the one bought last."),
                  new TagRule.Preference(
                      top("item", "category", new Window.LastDays(365)), 2, 40))),
          tag(
              "preferred_categories",
              new Label("偏好品类（前三）", "Preferred categories (top three)"),
              new Tag(
                  "preference",
                  new Label(
                      "近 365 天购买最多的品类，最多三个，按次数排列；每个至少 2 件次且占两成以上。一个客户可以有几个值。",
                      "The categories bought most often in the last 365 days, up to three in that"
                          + " order, each at least 2 times and 20 % of all. One customer may have"
                          + " several."),
                  new TagRule.Preference(
                      top("item", "category", new Window.LastDays(365)), 2, 20, Optional.of(3)))),
          tag(
              "preferred_channel",
              new Label("偏好渠道", "Preferred channel"),
              new Tag(
                  "preference",
                  new Label(
                      "近 365 天下单最多的渠道，至少 2 单且占六成以上。",
                      "The channel of most purchases in the last 365 days, at least 2 and 60 % of"
                          + " all."),
                  new TagRule.Preference(
                      top("order", "channel", new Window.LastDays(365)), 2, 60))),
          tag(
              "lifecycle",
              new Label("生命周期阶段", "Life cycle stage"),
              new Tag(
                  "lifecycle",
                  new Label(
                      "按同品类客户的复购间隔划分：注册未购、新客、成长、忠诚、流失风险、流失；历史不足的客户单独列出。",
                      "By how long customers of the same category wait before they buy again:"
                          + " registered, new, growing, loyal, at risk, lost; those without enough"
                          + " history apart."),
                  TagRule.Lifecycle.RETAIL)),
          tag(
              "sleeping_90",
              new Label("沉睡客户", "Asleep"),
              Tag.flag(
                  "lifecycle",
                  new Label("曾经购买，但近 90 天没有再买。", "Bought before, but not in the last 90 days."),
                  // One atom instead of "ever, and not within": it also counts today's purchase,
                  // which the last 90 whole days leave out.
                  bought(Aggregate.DAYS_SINCE_LAST, EVER, Op.GT, 90))),
          tag(
              "high_potential_new",
              new Label("高潜新客", "Promising newcomers"),
              Tag.flag(
                  "lifecycle",
                  new Label(
                      "首次购买不超过 90 天，且已购买 2 天或以上，或累计消费满 500。",
                      "First bought at most 90 days ago, and since then on 2 or more days or for 500"
                          + " or more."),
                  Condition.all(
                      bought(Aggregate.DAYS_SINCE_FIRST, EVER, Op.LE, 90),
                      Condition.any(
                          bought(Aggregate.DISTINCT_DAYS, EVER, Op.GE, 2),
                          behaviour(
                              Measure.of(Metrics.SALES, Aggregate.SUM, AMOUNT, EVER),
                              Op.GE,
                              500))))),
          tag(
              "churn_warning",
              new Label("流失预警", "Churn warning"),
              Tag.flag(
                  "lifecycle",
                  new Label(
                      "生命周期处于流失风险，且购买过 2 天或以上：还来得及挽回的老客。",
                      "At risk by life cycle, and bought on 2 or more days: customers worth winning"
                          + " back in time."),
                  Condition.all(
                      new Condition.Holds(LIFECYCLE, Op.EQ, Value.of("at_risk")),
                      bought(Aggregate.DISTINCT_DAYS, EVER, Op.GE, 2)))),
          tag(
              "yearly_10000",
              new Label("年消费满 10,000", "Spends 10,000 a year"),
              Tag.flag(
                  "value",
                  new Label(
                      "近 365 天净消费不少于 10,000（已减退款）。",
                      "Net spend of at least 10,000 in the last 365 days, refunds subtracted."),
                  behaviour(
                      Measure.of(
                          new Where.Always(), Aggregate.SUM, AMOUNT, new Window.LastDays(365)),
                      Op.GE,
                      10_000))),
          tag(
              "vip",
              new Label("VIP 客户", "VIP"),
              Tag.flag(
                  "value",
                  new Label(
                      "会员等级为金卡及以上，或近 365 天净消费满 10,000。",
                      "Gold card or above, or net spend of 10,000 in the last 365 days."),
                  Condition.any(
                      new Condition.Attribute(
                          new Where.In(
                              FieldKey.of("customer.level"),
                              texts("金卡", "黑金卡", "白金卡", "铂金卡", "钻石卡", "黑卡", "VIP", "SVIP"))),
                      new Condition.Holds(
                          new TraitId("tag/yearly_10000"), Op.EQ, Value.of(true))))),
          tag(
              Tags.RFM,
              new Label("RFM 客户分群", "RFM groups"),
              new Tag(
                  "value",
                  new Label(
                      "按近 365 天最近购买天数、购买天数、净消费与均值相比，分为八群；窗口内没有购买的客户不分群。",
                      "Eight groups by recency, purchase days and net spend of the last 365 days,"
                          + " against the mean; who bought nothing in them has no group."),
                  TagRule.Rfm.byMean(365))),
          tag(
              "rfm_three",
              new Label("RFM 三分群", "RFM in three"),
              new Tag(
                  "value",
                  new Label(
                      "由 RFM 八群合并：核心（重要价值、一般价值）、重要挽留（重要保持、重要挽留）、新晋（重要发展、一般发展）；其余不分群。",
                      "The eight RFM groups put together: core (bought lately and often), to win back"
                          + " (spent much, silent) and rising (bought lately, not yet often); the"
                          + " others have no group."),
                  new TagRule.Rule(
                      List.of(
                          group("core", "核心客户", "Core", "111", "110"),
                          group("win_back", "重要挽留客户", "To win back", "011", "001"),
                          group("rising", "新晋客户", "Rising", "101", "100"))))));

  private static Definition<Tag> tag(String key, Label label, Tag tag) {
    return Definition.fresh(Tag.KIND.id(key), label, UserId.SYSTEM, tag);
  }

  private static Condition attribute(String field, Op op, Value value) {
    return new Condition.Attribute(new Where.Compare(FieldKey.of(field), op, value));
  }

  private static Condition behaviour(Measure measure, Op op, int bound) {
    return new Condition.Behaviour(measure, op, new BigDecimal(bound));
  }

  /** A bound on purchases. */
  private static Condition bought(Aggregate aggregate, Window window, Op op, int bound) {
    return behaviour(Measure.of(Measure.ORDER, Metrics.SALES, aggregate, window), op, bound);
  }

  /** Whether any of these events happened. */
  private static Condition did(Where events, Window window, Op op) {
    return behaviour(Measure.of(Measure.EVENT, events, Aggregate.COUNT, window), op, 1);
  }

  /** The most frequent value of a field of what was bought. */
  private static Measure top(String entity, String field, Window window) {
    return Measure.of(
        new Where.Compare(FieldKey.of(entity + ".kind"), Op.EQ, Value.of("sale")),
        Aggregate.TOP_VALUE,
        FieldKey.of(entity + "." + field),
        window);
  }

  private static TagRule.Case group(String code, String zh, String en, String... rfm) {
    return new TagRule.Case(
        Value.of(code),
        Optional.of(new Label(zh, en)),
        new Condition.Any(
            Arrays.stream(rfm)
                .<Condition>map(g -> new Condition.Holds(GROUPS, Op.EQ, Value.of(g)))
                .toList()));
  }

  private static List<Value> texts(String... texts) {
    return Arrays.stream(texts).<Value>map(Value::of).toList();
  }
}
