package io.gongbi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestCompany;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.MappingCheck;
import io.gongbi.source.SourceId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Standard;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ann's record in the crm and her openid in the mini-program meet by her phone; what the
 * mini-program saw under that openid is hers. Nobody knows o2, who is a customer of his own.
 */
final class DeedsTest {
  @TempDir private Path folder;

  @Test
  void deeds_areTheirCustomers_andTellWhatTheyWere() throws IOException {
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      land(
          company,
          "crm",
          "customer",
          "members",
          "card",
          "card → customer.member_card\nname → customer.name\nphone → customer.phone",
          "card,name,phone\nA1,王小芳,13812340001\n");
      land(
          company,
          "mini",
          "customer",
          "users",
          "openid",
          "openid → customer.openid\nphone → customer.phone",
          "openid,phone\no1,13812340001\n");
      land(
          company,
          "mini",
          "event",
          "events",
          "no",
          """
          no → event.event_no
          openid → customer.openid
          event → event.name
          time → event.happened_at
          category → event.category
          seconds → event.seconds""",
          """
          no,openid,event,time,category,seconds
          e1,o1,view_product,2026-05-01 10:00:00,茶叶,12
          e2,o2,加购,2026-05-02 10:00:00,香品,
          e3,o1,试茶预约,2026-05-03 10:00:00,,
          e4,,view,2026-05-03 10:00:00,茶叶,3
          e5,o1,view,0000-00-00,茶叶,3
          """);
      land(
          company,
          "service",
          "feedback",
          "tickets",
          "id",
          """
          id → feedback.feedback_no
          card → customer.member_card
          type → feedback.kind
          time → feedback.happened_at
          score → feedback.score
          content → feedback.text
          topic → feedback.topic""",
          "id,card,type,time,score,content,topic\nf1,A1,投诉,2026-05-04 09:00:00,1,盒子压坏了,物流\n");
      land(
          company,
          "crm",
          "points",
          "points",
          "",
          "card → customer.member_card\ntime → points.happened_at\nchange → points.change",
          "card,time,change\nA1,2026-05-05 09:00:00,-80\nA1,2026-05-05 08:00:00,30\n");
      land(
          company,
          "crm",
          "coupon",
          "coupons",
          "code",
          """
          code → coupon.coupon_no
          card → customer.member_card
          name → coupon.name
          value → coupon.amount
          claimed → coupon.claimed_at
          used → coupon.used_at""",
          """
          code,card,name,value,claimed,used
          c1,A1,春茶券,20,2026-05-06 09:00:00,2026-05-07 09:00:00
          c2,A1,春茶券,20,2026-05-06 09:30:00,
          """);
      company.refresh();
      assertThat(
              company.rows(
                  """
                  select e.customer_id, e.name, e.day,
                         coalesce(e.ref, e.batch || ':' || e.line) as stands,
                         e.category, e.topic, e.score, e.points, e.amount, e.seconds, e.text
                  from {profile.event} e
                  order by e.happened_at, e.name, e.ref
                  """))
          .containsExactly(
              "100001 viewed 2026-05-01 e1 茶叶 - - - - 12 -",
              "100002 carted 2026-05-02 e2 香品 - - - - - -",
              "100001 试茶预约 2026-05-03 e3 - - - - - - -",
              "100001 complained 2026-05-04 f1 - 物流 1 - - - 盒子压坏了",
              "100001 points_earned 2026-05-05 5:3 - - - 30 - - -",
              "100001 points_spent 2026-05-05 5:2 - - - -80 - - -",
              "100001 coupon_claimed 2026-05-06 c1 - 春茶券 - - 20 - -",
              "100001 coupon_claimed 2026-05-06 c2 - 春茶券 - - 20 - -",
              "100001 coupon_used 2026-05-07 c1 - 春茶券 - - 20 - -");
      assertThat(
              company.rows(
                  "select f.fate, count(*) as n from {quality.fate} f group by f.fate order by f.fate"))
          .containsExactly("clean 11", "quarantined 1");
    }
  }

  /** Of a sale each good; of one paid back the same with a minus; a postage line is no good. */
  @Test
  void items_areTheGoodsOfWhatCounts() throws IOException {
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      land(
          company,
          "shop",
          "order",
          "orders",
          "no",
          """
          no → order.order_no
          user → customer.platform_id
          at → order.paid_at
          state → order.status""",
          """
          no,user,at,state
          o1,u1,2026-05-01 10:00:00,completed
          o2,u1,2026-05-02 10:00:00,refunded
          o3,,2026-05-03 10:00:00,completed
          o4,u1,2026-05-04 10:00:00,cancelled
          """);
      land(
          company,
          "shop",
          "order_line",
          "lines",
          "",
          """
          no → order.order_no
          code → order_line.product_code
          category → order_line.category
          qty → order_line.quantity
          amount → order_line.amount
          kind → order_line.kind""",
          """
          no,code,category,qty,amount,kind
          o1,t1,茶叶,2,98,product
          o1,p,,1,10,postage
          o1,t2,茶器,-1,-39,return
          o2,t1,茶叶,1,49,product
          o3,t3,香品,1,79,product
          o4,t1,茶叶,1,49,product
          """);
      company.refresh();
      assertThat(
              company.rows(
                  """
                  select i.customer_id, i.order_key, i.kind, i.day, i.product_code, i.category,
                         i.quantity, i.amount
                  from {profile.item} i
                  order by i.order_key, i.kind desc
                  """))
          .containsExactly(
              "100001 o1 sale 2026-05-01 t1 茶叶 2 98",
              "100001 o1 return 2026-05-01 t2 茶器 -1 -39",
              "100001 o2 sale 2026-05-02 t1 茶叶 1 49",
              "100001 o2 return 2026-05-02 t1 茶叶 -1 -49",
              "- o3 sale 2026-05-03 t3 香品 1 79");
    }
  }

  /**
   * One file writes the whole path into a cell, with arrows, another a column a level, where the
   * second level may be the path again. Of a path of four steps three are told; who gives one level
   * has no second.
   */
  @Test
  void categories_areToldByTheirLevels() throws IOException {
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      land(
          company,
          "shop",
          "order_line",
          "lines",
          "",
          """
          no → order.order_no
          at → order.paid_at
          code → order_line.product_code
          big → order_line.category
          middle → order_line.category_2
          small → order_line.category_3
          amount → order_line.amount""",
          """
          no,at,code,big,middle,small,amount
          o1,2026-05-01,a,美妆 > 护肤 > 面霜 > 晚霜,,,1
          o2,2026-05-02,b,美妆,彩妆,口红,1
          o3,2026-05-03,c,美妆,美妆／护肤,,1
          o4,2026-05-04,d,家居,,,1
          o5,2026-05-05,e,,,,1
          """);
      company.refresh();
      assertThat(
              company.rows(
                  """
                  select i.product_code, i.category, i.category_2, i.category_3
                  from {profile.item} i
                  order by i.product_code
                  """))
          .containsExactly(
              "a 美妆 美妆/护肤 美妆/护肤/面霜", "b 美妆 美妆/彩妆 美妆/彩妆/口红", "c 美妆 美妆/护肤 -", "d 家居 - -", "e - - -");
    }
  }

  /**
   * What was looked at is told by its levels as what was bought is, whatever way the file writes
   * it; and one can ask for it. Of three who looked, two looked at what is 美妆/护肤.
   */
  @Test
  void categoriesOfEvents_areToldByTheirLevels() throws IOException {
    try (var company = new TestCompany(folder, "2026-06-01T02:00:00Z")) {
      var lines =
          """
          who → customer.openid
          event → event.name
          time → event.happened_at
          big → event.category
          middle → event.category_2""";
      land(
          company,
          "mini",
          "event",
          "old",
          "",
          lines,
          "who,event,time,big,middle\na,浏览,2026-05-01,美妆,\n");
      company.refresh();
      assertThat(levels(company)).containsExactly("100001 美妆 - -");
      land(
          company,
          "mini",
          "event",
          "views",
          "",
          lines,
          """
          who,event,time,big,middle
          b,浏览,2026-05-02,美妆 > 护肤 > 面霜,
          c,浏览,2026-05-03,美妆,护肤
          c,浏览,2026-05-04,,家居
          """);
      company.refresh();
      var all =
          List.of(
              "100001 美妆 - -", "100002 美妆 美妆/护肤 美妆/护肤/面霜", "100003 家居 - -", "100003 美妆 美妆/护肤 -");
      assertThat(levels(company)).isEqualTo(all);
      company.refresh(true);
      assertThat(levels(company)).isEqualTo(all);
      var looked =
          new Condition.Behaviour(
              Measure.of(
                  Measure.EVENT,
                  new Where.Compare(FieldKey.of("event.category_2"), Op.EQ, Value.of("美妆/护肤")),
                  Aggregate.COUNT,
                  new Window.Ever()),
              Op.GE,
              BigDecimal.ONE);
      var gongbi = company.gongbi;
      assertThat(
              gongbi.conditions().count(looked, gongbi.asOf(), gongbi.gate().view(TestCompany.LIN)))
          .isEqualTo(2);
      var active =
          new Trend(
              Metrics.ACTIVE_CUSTOMERS.id(),
              Grain.MONTH,
              new Period(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-01")),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Split.by(FieldKey.of("item.category_2"))));
      assertThat(
              gongbi.insights().answer(active, gongbi.asOf(), TestCompany.LIN).table().stream()
                  .map(r -> r.textIfAny("part").orElse("-") + " " + r.decimal("value").intValue()))
          .containsExactlyInAnyOrder("美妆/护肤 2", "- 2");
    }
  }

  private static List<String> levels(TestCompany company) {
    return company.rows(
        """
        select e.customer_id, e.category, e.category_2, e.category_3
        from {profile.event} e
        where e.name = 'viewed'
        order by 1, 2
        """);
  }

  /** Five million events are no place to say where somebody lives. */
  @Test
  void deeds_sayWhoAndNothingElse() {
    var mapping =
        new Mapping(
            new SourceId("mini"),
            Label.typed("events"),
            "events",
            new EntityName("event"),
            Layout.csv(),
            List.of(),
            List.of(
                Mapping.Line.of("who", "customer.openid"),
                Mapping.Line.of("city", "customer.city"),
                Mapping.Line.of("event", "event.name"),
                Mapping.Line.of("time", "event.happened_at")),
            List.of(),
            Optional.empty(),
            Optional.empty());
    assertThat(
            MappingCheck.faults(
                mapping, List.of("who", "city", "event", "time"), List.of(), new Standard()))
        .extracting(f -> f.code() + " " + f.place())
        .containsExactly("source.field-not-of-deeds lines[1].field");
  }

  private void land(
      TestCompany company,
      String source,
      String grain,
      String feed,
      String key,
      String lines,
      String text)
      throws IOException {
    var mapping =
        new Mapping(
            new SourceId(source),
            Label.typed(feed),
            feed,
            new EntityName(grain),
            Layout.csv(),
            key.isEmpty() ? List.of() : List.of(key),
            lines.lines().map(l -> l.split(" → ")).map(l -> Mapping.Line.of(l[0], l[1])).toList(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    company.land(Files.writeString(folder.resolve(feed + ".csv"), text), mapping);
  }
}
