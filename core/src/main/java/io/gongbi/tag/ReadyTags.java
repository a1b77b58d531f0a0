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
import java.math.BigDecimal;
import java.util.List;

/** The tags that a new company begins with; it may change or retire them like its own. */
final class ReadyTags {
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
              "repeat_buyer_365",
              new Label("一年内复购", "Bought again within a year"),
              Tag.flag(
                  "behaviour",
                  new Label(
                      "近 365 天内在 2 个或以上不同的日子购买过。", "Bought on 2 or more days of the last 365."),
                  new Condition.Behaviour(
                      Measure.of(
                          Measure.ORDER,
                          Metrics.SALES,
                          Aggregate.DISTINCT_DAYS,
                          new Window.LastDays(365)),
                      Op.GE,
                      new BigDecimal(2)))),
          tag(
              "sleeping_90",
              new Label("沉睡客户", "Asleep"),
              Tag.flag(
                  "lifecycle",
                  new Label("曾经购买，但近 90 天没有再买。", "Bought before, but not in the last 90 days."),
                  // One atom instead of "ever, and not within": it also counts today's purchase,
                  // which the last 90 whole days leave out.
                  new Condition.Behaviour(
                      Measure.of(
                          Measure.ORDER,
                          Metrics.SALES,
                          Aggregate.DAYS_SINCE_LAST,
                          new Window.Ever()),
                      Op.GT,
                      new BigDecimal(90)))),
          tag(
              Tags.RFM,
              new Label("RFM 客户分群", "RFM groups"),
              new Tag(
                  "value",
                  new Label(
                      "按近 365 天最近购买天数、购买天数、净消费与均值相比，分为八群；窗口内没有购买的客户不分群。",
                      "Eight groups by recency, purchase days and net spend of the last 365 days,"
                          + " against the mean; who bought nothing in them has no group."),
                  TagRule.Rfm.byMean(365))));

  private static Definition<Tag> tag(String key, Label label, Tag tag) {
    return Definition.fresh(Tag.KIND.id(key), label, UserId.SYSTEM, tag);
  }
}
