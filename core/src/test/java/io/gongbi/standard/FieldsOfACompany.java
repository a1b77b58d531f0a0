package io.gongbi.standard;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.standard.Field.code;

import io.gongbi.TestCompany;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sensitivity;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A pet shop that adds fields of its own to everything that it hands in. */
abstract class FieldsOfACompany {
  static final String MEMBERS =
      """
      id,name,phone,animal,kg,illness
      1,王芳,13900000001,猫,4.5,花粉
      2,李雷,13900000002,DOG,abc,
      3,韩梅,13900000003,鸟,7,
      """;
  static final String APP =
      """
      uid,mobile,pet
      a1,13900000001,狗
      """;
  static final String ORDERS =
      """
      no,paid,amount,phone,present
      o1,2026-05-01,100,13900000001,是
      o2,2026-05-02,50,13900000002,0
      o3,2026-05-03,30,13900000002,
      """;
  static final String LINES =
      """
      no,line,sku,quantity,price,taste
      o1,1,S1,1,60,鸡肉
      o1,2,S2,1,40,三文鱼
      o2,1,S1,1,50,鸡肉
      """;
  static final String EVENTS =
      """
      phone,event,time,campaign
      13900000001,浏览,2026-05-04 10:00:00,春季
      13900000002,浏览,2026-05-04 11:00:00,
      """;

  static final String SENT =
      """
      phone,batch,at,state,offer
      13900000001,五月,2026-05-05 10:00:00,delivered,满减
      13900000002,五月,2026-05-05 10:00:00,sent,试吃
      13900000003,五月,2026-05-05 10:00:00,failed,试吃
      """;
  static final String SPENT =
      """
      day,channel,money,agency
      2026-05-04,抖音,120.5,蓝标
      2026-05-05,抖音,80,
      """;

  @TempDir Path folder;
  TestCompany given;

  @BeforeEach
  void open() {
    given = new TestCompany(folder, "2026-05-31T02:00:00Z");
  }

  @AfterEach
  void close() {
    given.close();
  }

  static CompanyField field(String entity, CompanyField.Type type, Field.Code... codes) {
    return field(entity, type, Sensitivity.OPEN, codes);
  }

  static CompanyField field(
      String entity, CompanyField.Type type, Sensitivity sensitivity, Field.Code... codes) {
    return new CompanyField(
        new EntityName(entity), type, "", false, sensitivity, List.of(codes), "", "", false);
  }

  String add(String name, String label, CompanyField field) {
    var added =
        given.gongbi.companyFields().add(Optional.of(name), Label.typed(label), field, LIN.user());
    given.counted();
    return added.id().key();
  }

  void addAll() {
    add(
        "pet",
        "宠物",
        field(
            "customer",
            CompanyField.Type.CHOICE,
            code("cat", "猫", "Cat"),
            code("dog", "狗", "Dog")));
    add("kg", "体重", field("customer", CompanyField.Type.NUMBER));
    add("illness", "病史", field("customer", CompanyField.Type.TEXT, Sensitivity.SENSITIVE));
    add("present", "送礼", field("order", CompanyField.Type.YES_NO));
    add("taste", "口味", field("order_line", CompanyField.Type.TEXT));
    add("utm", "广告来源", field("event", CompanyField.Type.TEXT));
    add("offer", "优惠", field("delivery", CompanyField.Type.TEXT));
    add("agency", "代理商", field("cost", CompanyField.Type.TEXT));
  }

  void land(String source, String grain, String key, String rows, String lines) throws IOException {
    var mapping =
        new Mapping(
            new SourceId(source),
            Label.typed(source),
            grain,
            new EntityName(grain),
            Layout.csv(),
            key.isEmpty() ? List.of() : List.of(key.split(" ")),
            lines.lines().map(l -> l.split(" ")).map(l -> Mapping.Line.of(l[0], l[1])).toList(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    given.land(Files.writeString(folder.resolve(source + "-" + grain + ".csv"), rows), mapping);
  }

  void landMembers(String rows) throws IOException {
    land(
        "crm",
        "customer",
        "id",
        rows,
        """
        id customer.member_card
        name customer.name
        phone customer.phone
        animal customer.x_pet
        kg customer.x_kg
        illness customer.x_illness""");
  }

  void landAll() throws IOException {
    landMembers(MEMBERS);
    land(
        "app",
        "customer",
        "uid",
        APP,
        "uid customer.platform_id\nmobile customer.phone\npet customer.x_pet");
    land(
        "shop",
        "order",
        "no",
        ORDERS,
        "no order.order_no\npaid order.paid_at\namount order.amount\nphone customer.phone\npresent order.x_present");
    land(
        "shop",
        "order_line",
        "no line",
        LINES,
        "no order.order_no\nline order_line.line_no\nsku order_line.product_code\nquantity order_line.quantity\nprice order_line.unit_price\ntaste order_line.x_taste");
    land(
        "app",
        "event",
        "",
        EVENTS,
        "phone customer.phone\nevent event.name\ntime event.happened_at\ncampaign event.x_utm");
    land(
        "sms",
        "delivery",
        "",
        SENT,
        "phone customer.phone\nbatch delivery.campaign\nat delivery.sent_at\nstate delivery.status\noffer delivery.x_offer");
    land(
        "ads",
        "cost",
        "",
        SPENT,
        "day cost.day\nchannel cost.channel\nmoney cost.amount\nagency cost.x_agency");
  }

  List<String> customers() {
    return given.rows(
        "select c.name, c.x_pet, c.x_kg, c.x_illness from {profile.customer} c order by c.phone");
  }

  static Where where(String field, String value) {
    return new Where.Compare(FieldKey.of(field), Op.EQ, Value.of(value));
  }

  static Condition bought(EntityName entity, String field, String value) {
    return new Condition.Behaviour(
        Measure.of(entity, where(field, value), Aggregate.COUNT, new Window.Ever()),
        Op.GE,
        BigDecimal.ONE);
  }

  List<String> members(Condition condition) {
    var gongbi = given.gongbi;
    var ids = gongbi.conditions().members(condition, gongbi.asOf());
    return TestShop.shown(
        gongbi
            .warehouse()
            .query(
                Sql.of("select m.customer_id from m order by 1").step("m", ids),
                gongbi.gate().view(LIN)));
  }
}
