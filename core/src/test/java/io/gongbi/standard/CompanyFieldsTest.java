package io.gongbi.standard;

import static io.gongbi.TestCompany.LIN;
import static io.gongbi.standard.Field.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gongbi.TestCompany;
import io.gongbi.access.Role;
import io.gongbi.access.Viewer;
import io.gongbi.calendar.Period;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.UserId;
import io.gongbi.condition.Condition;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import io.gongbi.insight.Breakdown;
import io.gongbi.insight.Grain;
import io.gongbi.insight.Split;
import io.gongbi.insight.Trend;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Metrics;
import io.gongbi.metric.Window;
import io.gongbi.refresh.Delta;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain of pet shops wants to know of customers what animal they have, what it weighs and what it
 * suffers from, of orders whether they are a present, and of what was bought the taste.
 */
final class CompanyFieldsTest {
  private static final String MEMBERS =
      """
      id,name,phone,animal,kg,illness
      1,王芳,13900000001,猫,4.5,花粉
      2,李雷,13900000002,DOG,abc,
      3,韩梅,13900000003,鸟,7,
      """;
  private static final String APP =
      """
      uid,mobile,pet
      a1,13900000001,狗
      """;
  private static final String ORDERS =
      """
      no,paid,amount,phone,present
      o1,2026-05-01,100,13900000001,是
      o2,2026-05-02,50,13900000002,0
      o3,2026-05-03,30,13900000002,
      """;
  private static final String LINES =
      """
      no,line,sku,quantity,price,taste
      o1,1,S1,1,60,鸡肉
      o1,2,S2,1,40,三文鱼
      o2,1,S1,1,50,鸡肉
      """;
  private static final String EVENTS =
      """
      phone,event,time,campaign
      13900000001,浏览,2026-05-04 10:00:00,春季
      13900000002,浏览,2026-05-04 11:00:00,
      """;

  private static final String SENT =
      """
      phone,batch,at,state,offer
      13900000001,五月,2026-05-05 10:00:00,delivered,满减
      13900000002,五月,2026-05-05 10:00:00,sent,试吃
      13900000003,五月,2026-05-05 10:00:00,failed,试吃
      """;
  private static final String SPENT =
      """
      day,channel,money,agency
      2026-05-04,抖音,120.5,蓝标
      2026-05-05,抖音,80,
      """;

  @TempDir Path folder;
  private TestCompany given;

  @BeforeEach
  void open() {
    given = new TestCompany(folder, "2026-05-31T02:00:00Z");
  }

  @AfterEach
  void close() {
    given.close();
  }

  private static CompanyField field(String entity, CompanyField.Type type, Field.Code... codes) {
    return field(entity, type, Sensitivity.OPEN, codes);
  }

  private static CompanyField field(
      String entity, CompanyField.Type type, Sensitivity sensitivity, Field.Code... codes) {
    return new CompanyField(
        new EntityName(entity), type, "", false, sensitivity, List.of(codes), "", "", false);
  }

  private String add(String name, String label, CompanyField field) {
    var added =
        given.gongbi.companyFields().add(Optional.of(name), Label.typed(label), field, LIN.user());
    given.counted();
    return added.id().key();
  }

  private void addAll() {
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

  private void land(String source, String grain, String key, String rows, String lines)
      throws IOException {
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

  private void landMembers(String rows) throws IOException {
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

  private void landAll() throws IOException {
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

  private List<String> customers() {
    return given.rows(
        "select c.name, c.x_pet, c.x_kg, c.x_illness from {profile.customer} c order by c.phone");
  }

  /** The app is newer, so 王芳 has a dog; abc is no weight and 鸟 no choice, both noted, no more. */
  @Test
  void field_flowsFromTheFileToTheCustomer_withItsLineageAndItsFaults() throws IOException {
    addAll();
    landAll();
    given.refresh();
    assertThat(customers()).containsExactly("王芳 dog 4.5 花粉", "李雷 dog - -", "韩梅 - 7 -");
    assertThat(
            given.rows(
                """
                select k.source, k.value, k.open_value, k.chosen, k.why
                from {profile.conflict} k
                where k.field = 'x_pet' and k.customer_id = 100001
                order by k.source
                """))
        .containsExactly(
            "app dog dog true profile.why-latest", "crm cat cat false profile.why-older");
    assertThat(
            given.rows(
                """
                select r.source, r.x_illness
                from {profile.record} r
                where r.x_illness is not null
                """))
        .containsExactly("crm 花粉");
    assertThat(
            given.rows(
                """
                select q.line, q.field, q.value, q.severity, q.reason
                from {quality.quarantine} q
                order by q.line
                """))
        .containsExactly(
            "3 customer.x_kg abc warn quality.number-invalid",
            "4 customer.x_pet 鸟 warn quality.code-unknown");
  }

  @Test
  void field_ofOrdersGoodsAndEvents_standsInTheirRows() throws IOException {
    addAll();
    landAll();
    given.refresh();
    assertThat(given.rows("select o.order_key, o.x_present from {profile.order} o order by 1"))
        .containsExactly("o1 yes", "o2 no", "o3 -");
    assertThat(given.rows("select i.order_key, i.x_taste from {profile.item} i order by 1, 2"))
        .containsExactly("o1 三文鱼", "o1 鸡肉", "o2 鸡肉");
    assertThat(
            given.rows(
                "select e.customer_id, e.x_utm from {profile.event} e where e.name = 'viewed' order by 1"))
        .containsExactly("100001 春季", "100002 -");
  }

  /** What did not arrive is no event. A cost is nobody's: it stands in its own rows alone. */
  @Test
  void field_ofMessagesAndCosts_standsInTheirRows() throws IOException {
    addAll();
    landAll();
    given.refresh();
    assertThat(
            given.rows(
                """
                select e.name, e.customer_id, e.x_offer
                from {profile.event} e
                where e.name in ('sent', 'delivered')
                order by 1, 2
                """))
        .containsExactly("delivered 100001 满减", "sent 100001 满减", "sent 100002 试吃");
    assertThat(members(bought(Measure.EVENT, "event.x_offer", "试吃"))).containsExactly("100002");
    assertThat(given.rows("select c.day, c.amount, c.x_agency from {profile.cost} c order by 1"))
        .containsExactly("2026-05-04 120.5 蓝标", "2026-05-05 80 -");
  }

  /** Dogs have 王芳, who gave a present, and 李雷, who did not. */
  @Test
  void field_canBeAskedFor_ofCustomersAndOfWhatTheyDid() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var dogs = where("customer.x_pet", "dog");
    assertThat(given.gongbi.conditions().vocabulary().attribute("x_pet").orElseThrow())
        .isEqualTo(
            new Field(
                FieldKey.of("customer.x_pet"),
                io.gongbi.warehouse.ColumnType.TEXT,
                Label.typed("宠物"),
                Sensitivity.OPEN,
                false,
                List.of(code("cat", "猫", "Cat"), code("dog", "狗", "Dog"))));
    assertThat(members(new Condition.Attribute(dogs))).containsExactly("100001", "100002");
    assertThat(members(bought(Measure.ORDER, "order.x_present", "yes"))).containsExactly("100001");
    assertThat(members(bought(Measure.ITEM, "item.x_taste", "鸡肉")))
        .containsExactly("100001", "100002");
    assertThat(members(bought(Measure.EVENT, "event.x_utm", "春季"))).containsExactly("100001");
  }

  private static Where where(String field, String value) {
    return new Where.Compare(FieldKey.of(field), Op.EQ, Value.of(value));
  }

  private static Condition bought(EntityName entity, String field, String value) {
    return new Condition.Behaviour(
        Measure.of(entity, where(field, value), Aggregate.COUNT, new Window.Ever()),
        Op.GE,
        BigDecimal.ONE);
  }

  private List<String> members(Condition condition) {
    var gongbi = given.gongbi;
    var ids = gongbi.conditions().members(condition, gongbi.asOf());
    return TestShop.shown(
        gongbi
            .warehouse()
            .query(
                Sql.of("select m.customer_id from m order by 1").step("m", ids),
                gongbi.gate().view(LIN)));
  }

  /** Dogs: 王芳's 100 and 李雷's 80. Presents: 100 yes, 50 no, 30 of nothing said. */
  @Test
  void field_tellsNumbersApart() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var gongbi = given.gongbi;
    var byPet =
        gongbi.insights().answer(Breakdown.by(FieldKey.of("customer.x_pet")), gongbi.asOf(), LIN);
    assertThat(
            byPet.table().stream()
                .map(r -> r.textIfAny("value").orElse("-") + " " + r.whole("customers")))
        .containsExactly("dog 2", "- 1");
    assertThat(parts("order.x_present")).containsExactlyInAnyOrder("yes 100", "no 50", "- 30");
    assertThat(parts("item.x_taste")).containsExactlyInAnyOrder("鸡肉 110", "三文鱼 40");
    var number =
        catchThrowableOfType(FaultException.class, () -> parts("order.x_kg")).faults().getFirst();
    assertThat(number.code()).isEqualTo("insight.unknown-field");
  }

  private List<String> parts(String field) {
    var gongbi = given.gongbi;
    var period = new Period(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-01"));
    var trend =
        new Trend(
            Metrics.REVENUE.id(),
            Grain.MONTH,
            period,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Split.by(FieldKey.of(field))));
    return gongbi.insights().answer(trend, gongbi.asOf(), LIN).table().stream()
        .map(
            r ->
                r.textIfAny("part").orElse("-")
                    + " "
                    + r.decimal("value").stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void sensitiveField_isMaskedForWhoMayNotSeeIt_andShownForAReason() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var analyst = new Viewer(new UserId("chen"), Role.analyst());
    var gongbi = given.gongbi;
    var sql = Sql.of("select c.x_illness from {profile.customer} c where c.customer_id = 100001");
    assertThat(gongbi.warehouse().query(sql, gongbi.gate().view(LIN)).only().text("x_illness"))
        .isEqualTo("花粉");
    assertThat(gongbi.warehouse().query(sql, gongbi.gate().view(analyst)).only().text("x_illness"))
        .contains("*");
    var fact =
        gongbi.profiles().portrait(new CustomerId(100_001), analyst).facts().stream()
            .filter(f -> f.field().column().equals("x_illness"))
            .findFirst()
            .orElseThrow();
    assertThat(fact.masked()).isTrue();
    assertThat(fact.label()).isEqualTo(Label.typed("病史"));
  }

  /** Nothing is computed anew for a field that nothing is mapped to. */
  @Test
  void field_thatIsAddedLater_isEmptyAtOnce_andFilledWhenAColumnIsMappedToIt() throws IOException {
    given.members("id name phone\nm1 王芳 13900000001");
    given.refresh();
    add("pet", "宠物", field("customer", CompanyField.Type.TEXT));
    assertThat(given.rows("select c.name, c.x_pet from {profile.customer} c"))
        .containsExactly("王芳 -");
    assertThat(given.gongbi.warehouse().stale()).isEmpty();
    assertThat(given.refresh().ran()).isEmpty();
    add("kg", "体重", field("customer", CompanyField.Type.NUMBER));
    add("illness", "病史", field("customer", CompanyField.Type.TEXT));
    landMembers(MEMBERS);
    given.refresh();
    assertThat(given.rows("select c.name, c.x_pet from {profile.customer} c order by c.phone"))
        .containsExactly("王芳 猫", "李雷 DOG", "韩梅 鸟");
    var stepwise = customers();
    assertThat(given.refresh(true).ran())
        .allSatisfy(r -> assertThat(r.delta()).isEqualTo(new Delta.Everything()));
    assertThat(customers()).isEqualTo(stepwise);
  }

  /** Two files of members land apart; then all is done over. */
  @Test
  void smallDeltas_makeWhatEverythingMakes() throws IOException {
    addAll();
    landAll();
    given.refresh();
    landMembers("id,name,phone,animal,kg,illness\n3,韩梅,13900000003,cat,8,过敏\n");
    assertThat(given.refresh().ran())
        .anySatisfy(r -> assertThat(r.delta()).isInstanceOf(Delta.Customers.class));
    var stepwise = customers();
    assertThat(stepwise).contains("韩梅 cat 8 过敏");
    given.refresh(true);
    assertThat(customers()).isEqualTo(stepwise);
  }

  @Test
  void columns_areKept_whenTheFolderIsOpenedAgain() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var before = customers();
    given.close();
    given = new TestCompany(folder, "2026-05-31T03:00:00Z");
    assertThat(given.gongbi.warehouse().stale()).isEmpty();
    assertThat(customers()).isEqualTo(before);
  }

  @Test
  void mandatoryField_refusesRowsWithoutIt_ofFilesThatHaveIt() throws IOException {
    given
        .gongbi
        .companyFields()
        .add(
            Optional.of("pet"),
            Label.typed("宠物"),
            new CompanyField(
                Standard.CUSTOMER,
                CompanyField.Type.TEXT,
                "",
                true,
                Sensitivity.OPEN,
                List.of(),
                "",
                "",
                false),
            LIN.user());
    given.counted();
    given.members("id name phone\nm1 王芳 13900000001");
    land(
        "app",
        "customer",
        "uid",
        "uid,pet\na1,狗\na2,\n",
        "uid customer.platform_id\npet customer.x_pet");
    given.refresh();
    assertThat(
            given.rows(
                "select c.name, c.platform_id, c.x_pet from {profile.customer} c order by 2"))
        .containsExactly("- a1 狗", "王芳 m1 -");
    assertThat(given.rows("select q.field, q.severity, q.reason from {quality.quarantine} q"))
        .containsExactly("customer.x_pet quarantine quality.value-missing");
  }

  @Test
  void nonsense_isRefusedAtOnce() {
    add("pet", "宠物", field("customer", CompanyField.Type.TEXT));
    var faults =
        catchThrowableOfType(
                FaultException.class,
                () ->
                    given
                        .gongbi
                        .companyFields()
                        .add(
                            Optional.of("Pet"),
                            Label.typed("宠物"),
                            field(
                                "customer",
                                CompanyField.Type.CHOICE,
                                code("cat", "猫", "Cat"),
                                code("CAT", "大猫", "cat")),
                            LIN.user()))
            .faults();
    assertThat(faults.stream().map(Fault::code))
        .containsExactly(
            "standard.bad-name",
            "standard.label-taken",
            "standard.bad-code",
            "standard.code-twice");
    assertThat(
            catchThrowableOfType(
                    FaultException.class,
                    () -> add("name2", "姓名", field("customer", CompanyField.Type.TEXT)))
                .faults()
                .getFirst()
                .code())
        .isEqualTo("standard.label-taken");
  }

  /**
   * A new label changes no key; what is mapped cannot be retired; what is retired is not offered.
   */
  @Test
  void field_isRenamed_retiredWhenNothingSpeaksOfIt_andBroughtBack() throws IOException {
    addAll();
    landAll();
    given.refresh();
    var fields = given.gongbi.companyFields();
    var pet = fields.get("x_pet");
    fields.change("x_pet", pet.version(), new Label("爱宠", "Pet"), pet.body(), LIN.user());
    given.counted();
    assertThat(given.gongbi.standard().field(FieldKey.of("customer.x_pet")).orElseThrow().label())
        .isEqualTo(new Label("爱宠", "Pet"));
    var other = field("customer", CompanyField.Type.TEXT);
    assertThat(
            catchThrowableOfType(
                    FaultException.class,
                    () -> fields.change("x_pet", 2, pet.label(), other, LIN.user()))
                .faults())
        .extracting(Fault::code)
        .containsExactly("standard.fixed");
    assertThat(
            catchThrowableOfType(FaultException.class, () -> fields.retire("x_pet", LIN.user()))
                .faults())
        .extracting(Fault::code, f -> f.words().get("users"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("standard.in-use", "app、crm"));
    var unused = add("nobody", "没人用", field("customer", CompanyField.Type.TEXT));
    fields.retire(unused, LIN.user());
    given.counted();
    assertThat(given.gongbi.standard().companyField(unused)).isEmpty();
    assertThat(given.gongbi.conditions().vocabulary().attribute(unused)).isEmpty();
    assertThat(given.gongbi.warehouse().stale()).isEmpty();
    fields.restore(unused, LIN.user());
    given.counted();
    assertThat(given.gongbi.conditions().vocabulary().attribute(unused)).isPresent();
  }
}
