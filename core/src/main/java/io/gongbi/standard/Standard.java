package io.gongbi.standard;

import static io.gongbi.standard.Field.code;
import static io.gongbi.standard.Field.open;
import static io.gongbi.standard.Field.personal;
import static io.gongbi.warehouse.ColumnType.DAY;
import static io.gongbi.warehouse.ColumnType.DECIMAL;
import static io.gongbi.warehouse.ColumnType.MOMENT;
import static io.gongbi.warehouse.ColumnType.TEXT;

import io.gongbi.catalog.Definition;
import io.gongbi.catalog.Family;
import io.gongbi.catalog.Label;
import io.gongbi.catalog.Shape;
import io.gongbi.catalog.Written;
import io.gongbi.warehouse.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The entities and fields that every source is mapped to. A crm's 会员卡号 and a till's CARD_NO both
 * become {@code customer.member_card}; from there on only the standard's names are used. What a
 * company adds ({@link CompanyField}) stands behind what every company has.
 */
public final class Standard {
  public static final EntityName CUSTOMER = new EntityName("customer");
  public static final EntityName ORDER = new EntityName("order");
  public static final EntityName ORDER_LINE = new EntityName("order_line");
  public static final EntityName DELIVERY = new EntityName("delivery");
  public static final EntityName EVENT = new EntityName("event");
  public static final EntityName FEEDBACK = new EntityName("feedback");
  public static final EntityName POINTS = new EntityName("points");
  public static final EntityName COUPON = new EntityName("coupon");
  public static final EntityName COST = new EntityName("cost");

  private static final FieldKey ADDRESS = new FieldKey(CUSTOMER, "address");

  /** What customers did, one row a deed; each may say by identifiers who it was. */
  public static final List<EntityName> DEEDS = List.of(EVENT, FEEDBACK, POINTS, COUPON);

  /**
   * The fields that tell who a customer is, in the order in which they are written down: those of
   * later versions stand at the end, so that keys made of them stay what they were.
   */
  public static final List<FieldKey> IDENTIFIERS =
      Stream.of("phone", "email", "member_card", "platform_id", "openid", "unionid")
          .map(c -> new FieldKey(CUSTOMER, c))
          .toList();

  /**
   * What a row of {@link #DEEDS} may say of its customer: who it is, and nothing else. There are
   * too many such rows for them to repeat a city each.
   */
  public static final List<FieldKey> WHO =
      Stream.concat(Stream.of(new FieldKey(CUSTOMER, "name")), IDENTIFIERS.stream()).toList();

  /**
   * How fields and row conditions are written in JSON; the names are promises to what is stored.
   */
  public static final List<Shape> SHAPES =
      List.of(
          Written.of(FieldKey.class, FieldKey::of),
          Family.of(Where.class)
              .with("always", Where.Always.class)
              .with("compare", Where.Compare.class)
              .with("in", Where.In.class)
              .with("missing", Where.Missing.class)
              .with("startsWith", Where.StartsWith.class)
              .with("contains", Where.Contains.class)
              .with("both", Where.Both.class)
              .with("either", Where.Either.class)
              .with("except", Where.Except.class));

  private static final List<Entity> SHIPPED =
      List.of(
          new Entity(
              CUSTOMER,
              new Label("客户", "Customer"),
              List.of(),
              List.of(
                  personal("customer.name", TEXT, "姓名", "Name"),
                  personal("customer.surname", TEXT, "姓", "Surname"),
                  personal("customer.given_name", TEXT, "名", "Given name"),
                  personal("customer.phone", TEXT, "手机号", "Phone"),
                  personal("customer.landline", TEXT, "座机", "Landline"),
                  personal("customer.email", TEXT, "邮箱", "E-mail"),
                  personal("customer.member_card", TEXT, "会员卡号", "Member card"),
                  personal("customer.platform_id", TEXT, "平台账号", "Platform account"),
                  personal("customer.openid", TEXT, "openid", "openid"),
                  personal("customer.unionid", TEXT, "unionid", "unionid"),
                  personal("customer.device", TEXT, "设备号", "Device"),
                  open("customer.gender", TEXT, "性别", "Gender")
                      .coded(code("male", "男", "Male"), code("female", "女", "Female")),
                  personal("customer.birthday", DAY, "生日", "Birthday"),
                  personal("customer.id_number", TEXT, "证件号", "Id number"),
                  personal("customer.origin", TEXT, "户籍地", "Place of origin"),
                  open("customer.country", TEXT, "国家", "Country"),
                  open("customer.province", TEXT, "省份", "Province"),
                  open("customer.city", TEXT, "城市", "City"),
                  open("customer.district", TEXT, "区县", "District"),
                  personal("customer.address", TEXT, "详细地址", "Address"),
                  personal("customer.postcode", TEXT, "邮编", "Postcode"),
                  personal("customer.company", TEXT, "公司", "Company"),
                  open("customer.occupation", TEXT, "职业", "Occupation"),
                  open("customer.level", TEXT, "会员等级", "Level"),
                  open("customer.points", DECIMAL, "积分", "Points"),
                  personal("customer.referrer", TEXT, "推荐人", "Referred by"),
                  open("customer.sms_consent", TEXT, "短信授权", "Agreed to text messages")
                      .coded(code("yes", "同意", "Yes"), code("no", "不同意", "No")),
                  open("customer.registered_at", MOMENT, "注册时间", "Registered"))),
          new Entity(
              ORDER,
              new Label("订单", "Order"),
              List.of(CUSTOMER),
              List.of(
                  open("order.order_no", TEXT, "订单编号", "Order number").required(),
                  open("order.ordered_at", MOMENT, "下单时间", "Ordered"),
                  open("order.paid_at", MOMENT, "付款时间", "Paid"),
                  open("order.status", TEXT, "订单状态", "Status")
                      .coded(
                          code("paid", "已付款", "Paid"),
                          code("completed", "已完成", "Completed"),
                          code("cancelled", "已取消", "Cancelled"),
                          code("refunded", "已退款", "Refunded"),
                          code("unpaid", "待付款", "Unpaid")),
                  open("order.amount", DECIMAL, "实付金额", "Amount paid"),
                  open("order.discount", DECIMAL, "优惠金额", "Discount"),
                  open("order.channel", TEXT, "渠道", "Channel"),
                  open("order.shop", TEXT, "门店", "Shop"))),
          new Entity(
              ORDER_LINE,
              new Label("订单明细", "Order line"),
              List.of(ORDER, CUSTOMER),
              List.of(
                  open("order_line.line_no", TEXT, "行号", "Line number"),
                  open("order_line.product_code", TEXT, "商品编码", "Product code"),
                  open("order_line.product_name", TEXT, "商品名称", "Product"),
                  open("order_line.category", TEXT, "类目", "Category"),
                  open("order_line.category_2", TEXT, "二级类目", "Category, level 2"),
                  open("order_line.category_3", TEXT, "三级类目", "Category, level 3"),
                  open("order_line.quantity", DECIMAL, "数量", "Quantity"),
                  open("order_line.unit_price", DECIMAL, "单价", "Unit price"),
                  open("order_line.amount", DECIMAL, "金额", "Amount"),
                  open("order_line.kind", TEXT, "明细类型", "Kind of line")
                      .coded(
                          code("product", "商品", "Product"),
                          code("postage", "运费", "Postage"),
                          code("discount", "折扣", "Discount"),
                          code("manual", "手工录入", "Manual entry"),
                          code("return", "退货", "Return"),
                          code("fee", "费用", "Fee"),
                          code("adjustment", "库存或账务调整", "Adjustment"),
                          code("test", "测试", "Test")))),
          new Entity(
              DELIVERY,
              new Label("触达记录", "Delivery"),
              List.of(CUSTOMER),
              List.of(
                  open("delivery.campaign", TEXT, "活动", "Campaign").required(),
                  open("delivery.arm", TEXT, "组别", "Group")
                      .coded(code("treated", "发送组", "Treated"), code("control", "对照组", "Control")),
                  open("delivery.channel", TEXT, "渠道", "Channel"),
                  open("delivery.sent_at", MOMENT, "发送时间", "Sent").required(),
                  open("delivery.status", TEXT, "状态", "Status")
                      .coded(
                          code("sent", "已发送", "Sent"),
                          code("delivered", "已送达", "Delivered"),
                          code("failed", "失败", "Failed"),
                          code("control", "对照（未发送）", "Control (not sent)"),
                          code("opted-out", "已退订", "Opted out")),
                  open("delivery.cost", DECIMAL, "费用", "Cost"),
                  open("delivery.reply", TEXT, "回复内容", "Reply"))),
          new Entity(
              EVENT,
              new Label("行为", "Behaviour"),
              List.of(CUSTOMER),
              List.of(
                  open("event.event_no", TEXT, "行为编号", "Event number"),
                  open("event.name", TEXT, "行为", "Event").required(),
                  open("event.happened_at", MOMENT, "发生时间", "Happened").required(),
                  open("event.product_code", TEXT, "商品编码", "Product code"),
                  open("event.product_name", TEXT, "商品名称", "Product"),
                  open("event.category", TEXT, "类目", "Category"),
                  open("event.category_2", TEXT, "二级类目", "Category, level 2"),
                  open("event.category_3", TEXT, "三级类目", "Category, level 3"),
                  open("event.keyword", TEXT, "搜索词", "Search words"),
                  open("event.page", TEXT, "页面", "Page"),
                  open("event.channel", TEXT, "渠道", "Channel"),
                  open("event.seconds", DECIMAL, "停留秒数", "Seconds"))),
          new Entity(
              FEEDBACK,
              new Label("评价与投诉", "Feedback"),
              List.of(CUSTOMER),
              List.of(
                  open("feedback.feedback_no", TEXT, "反馈编号", "Feedback number"),
                  open("feedback.kind", TEXT, "反馈类型", "Kind of feedback")
                      .coded(
                          code("review", "评价", "Review"),
                          code("complaint", "投诉", "Complaint"),
                          code("suggestion", "建议", "Suggestion"),
                          code("inquiry", "咨询", "Inquiry"),
                          code("survey", "满意度调研", "Survey")),
                  open("feedback.happened_at", MOMENT, "反馈时间", "Given").required(),
                  open("feedback.score", DECIMAL, "评分", "Score"),
                  personal("feedback.text", TEXT, "反馈内容", "What was said"),
                  open("feedback.topic", TEXT, "问题分类", "Topic"),
                  open("feedback.product_code", TEXT, "商品编码", "Product code"),
                  open("feedback.order_no", TEXT, "订单编号", "Order number"),
                  open("feedback.channel", TEXT, "渠道", "Channel"),
                  open("feedback.status", TEXT, "处理状态", "State")
                      .coded(code("open", "处理中", "Open"), code("resolved", "已解决", "Resolved")))),
          new Entity(
              POINTS,
              new Label("积分变动", "Points"),
              List.of(CUSTOMER),
              List.of(
                  open("points.happened_at", MOMENT, "变动时间", "Changed").required(),
                  open("points.change", DECIMAL, "变动积分", "Change").required(),
                  open("points.kind", TEXT, "变动类型", "Kind of change")
                      .coded(
                          code("earned", "获得", "Earned"),
                          code("spent", "使用", "Spent"),
                          code("expired", "过期", "Expired"),
                          code("adjusted", "调整", "Adjusted")),
                  open("points.reason", TEXT, "变动原因", "Reason"))),
          new Entity(
              COUPON,
              new Label("优惠券", "Coupon"),
              List.of(CUSTOMER),
              List.of(
                  open("coupon.coupon_no", TEXT, "券码", "Coupon number"),
                  open("coupon.name", TEXT, "券名称", "Coupon"),
                  open("coupon.amount", DECIMAL, "面额", "Value"),
                  open("coupon.claimed_at", MOMENT, "领取时间", "Claimed").required(),
                  open("coupon.used_at", MOMENT, "使用时间", "Used"),
                  open("coupon.expires_at", MOMENT, "到期时间", "Expires"),
                  open("coupon.order_no", TEXT, "订单编号", "Order number"))),
          new Entity(
              COST,
              new Label("投放费用", "Advertising cost"),
              List.of(),
              List.of(
                  open("cost.day", DAY, "日期", "Day").required(),
                  open("cost.channel", TEXT, "投放渠道", "Channel"),
                  open("cost.campaign", TEXT, "投放计划", "Campaign"),
                  open("cost.amount", DECIMAL, "花费", "Spent").required(),
                  open("cost.impressions", DECIMAL, "展现量", "Impressions"),
                  open("cost.clicks", DECIMAL, "点击量", "Clicks"))));

  /**
   * Whether several columns may be this field together, joined in their order: street number,
   * street and suburb are one address.
   */
  public static boolean isJoined(FieldKey field) {
    return field.equals(ADDRESS);
  }

  /** Whether a row of deeds may hold this: something of its own, or who the customer is. */
  public static boolean mayCarry(EntityName grain, FieldKey field) {
    return !DEEDS.contains(grain) || !field.entity().equals(CUSTOMER) || WHO.contains(field);
  }

  /** The columns of an entity's own fields, as its tables have them. */
  public static List<Column> columns(EntityName entity) {
    return SHIPPED.stream()
        .filter(e -> e.name().equals(entity))
        .flatMap(e -> e.fields().stream())
        .map(Field::asColumn)
        .toList();
  }

  private final Supplier<List<Definition<CompanyField>>> company;

  /** What every company has. */
  public Standard() {
    this(List::of);
  }

  /** The same with the fields that this company added, asked for anew each time. */
  public Standard(Supplier<List<Definition<CompanyField>>> company) {
    this.company = company;
  }

  /** As it is at this moment, whatever is added meanwhile: for work of several parts. */
  public Standard now() {
    var fields = company.get();
    return new Standard(() -> fields);
  }

  public List<Entity> entities() {
    return SHIPPED.stream().map(this::whole).toList();
  }

  public Optional<Entity> entity(EntityName name) {
    return SHIPPED.stream().filter(e -> e.name().equals(name)).findFirst().map(this::whole);
  }

  /** None that is retired. */
  public Optional<Field> field(FieldKey key) {
    return CompanyField.isOne(key.column())
        ? companyField(key.column()).filter(f -> f.key().equals(key))
        : SHIPPED.stream()
            .filter(e -> e.name().equals(key.entity()))
            .findFirst()
            .flatMap(e -> e.field(key.column()));
  }

  /** Names of columns that companies add are of one entity alone. */
  public Optional<Field> companyField(String column) {
    return inUse().filter(f -> f.key().column().equals(column)).findFirst();
  }

  /**
   * The columns that the company added to the tables of these entities, in the order of their
   * names; also of what is retired, since a column never goes.
   */
  public List<Column> companyColumns(EntityName... entities) {
    return company.get().stream()
        .filter(d -> List.of(entities).contains(d.body().entity()))
        .map(d -> d.body().named(d.id().key(), d.label()).asColumn())
        .toList();
  }

  private Stream<Field> inUse() {
    return company.get().stream()
        .filter(d -> !d.body().retired())
        .map(d -> d.body().named(d.id().key(), d.label()));
  }

  private Entity whole(Entity shipped) {
    var added = inUse().filter(f -> f.key().entity().equals(shipped.name())).toList();
    return added.isEmpty()
        ? shipped
        : new Entity(
            shipped.name(),
            shipped.label(),
            shipped.parents(),
            Stream.concat(shipped.fields().stream(), added.stream()).toList());
  }
}
