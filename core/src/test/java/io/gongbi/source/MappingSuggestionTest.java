package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.TestData;
import io.gongbi.sample.SampleMall;
import io.gongbi.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suggestion is written {@code grain [key] column → field, …}. */
final class MappingSuggestionTest {
  @TempDir Path folder;

  private static Mapping suggested(Path file) {
    var name = file.getFileName().toString();
    var mapping =
        new MappingSuggestion(new Standard())
            .suggest(file, name, Looks.look(file, name), new SourceId("shop"));
    assertThat(
            MappingCheck.faults(
                mapping, Looks.look(file, name).columnNames(), List.of(), new Standard()))
        .as("what is suggested can be saved")
        .isEmpty();
    return mapping;
  }

  private Mapping suggested(String text) throws IOException {
    return suggested(Files.writeString(folder.resolve("file.csv"), text));
  }

  private static String shown(Mapping mapping) {
    return mapping.grain()
        + " "
        + mapping.key()
        + " "
        + mapping.lines().stream()
            .map(l -> l.column() + "→" + l.field())
            .collect(Collectors.joining(", "));
  }

  @Test
  void demoFiles_needNoHelp() throws IOException {
    var written = new SampleMall(7, 300, SampleMall.DEFAULT_END).write(folder);
    assertThat(shown(suggested(written.members().path())))
        .isEqualTo(
            "customer [会员卡号] 会员卡号→customer.member_card, 姓名→customer.name, 性别→customer.gender,"
                + " 生日→customer.birthday, 职业→customer.occupation, 手机号→customer.phone,"
                + " 邮箱→customer.email, 省份→customer.province, 城市→customer.city,"
                + " 区县→customer.district, 详细地址→customer.address,"
                + " 短信授权→customer.sms_consent, 会员等级→customer.level, 积分→customer.points,"
                + " 推荐人卡号→customer.referrer, unionid→customer.unionid,"
                + " 注册时间→customer.registered_at");
    assertThat(shown(suggested(written.users().path())))
        .isEqualTo(
            "customer [用户ID] 用户ID→customer.platform_id, 姓名→customer.name, 手机→customer.phone,"
                + " 邮箱→customer.email, 会员卡号→customer.member_card, 注册时间→customer.registered_at");
    assertThat(shown(suggested(written.orders().path())))
        .isEqualTo(
            "order [订单编号] 订单编号→order.order_no, 用户ID→customer.platform_id,"
                + " 收货人→customer.name, 收货手机→customer.phone, 收货地址→customer.address,"
                + " 下单时间→order.ordered_at, 付款时间→order.paid_at,"
                + " 订单状态→order.status, 实付金额→order.amount, 优惠金额→order.discount,"
                + " 渠道→order.channel");
    assertThat(shown(suggested(written.orderLines().path())))
        .isEqualTo(
            "order_line [订单编号, 行号] 订单编号→order.order_no, 行号→order_line.line_no,"
                + " 商品编码→order_line.product_code, 商品名称→order_line.product_name,"
                + " 类目→order_line.category, 二级类目→order_line.category_2,"
                + " 数量→order_line.quantity, 单价→order_line.unit_price,"
                + " 金额→order_line.amount");
    assertThat(shown(suggested(written.till().path())))
        .isEqualTo(
            "order_line [] 小票号→order.order_no, 门店→order.shop, 结账时间→order.paid_at,"
                + " 会员卡号→customer.member_card, 顾客手机→customer.phone,"
                + " 货号→order_line.product_code, 品名→order_line.product_name,"
                + " 品类→order_line.category, 数量→order_line.quantity, 售价→order_line.unit_price,"
                + " 金额→order_line.amount, 销售渠道→order.channel");
    assertThat(shown(suggested(written.receipts().path())))
        .isEqualTo(
            "delivery [活动, 用户ID, 发送时间] 活动→delivery.campaign, 用户ID→customer.platform_id,"
                + " 手机号→customer.phone, 组别→delivery.arm, 渠道→delivery.channel,"
                + " 发送时间→delivery.sent_at, 状态→delivery.status, 费用→delivery.cost,"
                + " 回复内容→delivery.reply");
  }

  /** What a device is, such as iPhone 15, is no device; nor is that of an anonymous event. */
  @Test
  void devices_areKnownByTheirNumbers() throws IOException {
    for (var heading : List.of("设备ID", "device_id", "IMEI", "idfa", "OAID", "设备号")) {
      assertThat(shown(suggested("用户ID,姓名," + heading + "\nu1,张伟,A1B2C3D4\n")))
          .isEqualTo(
              "customer [用户ID] 用户ID→customer.platform_id, 姓名→customer.name, "
                  + heading
                  + "→customer.device");
    }
    assertThat(shown(suggested("用户ID,姓名,device\nu1,张伟,iPhone 15\n")))
        .doesNotContain("customer.device");
    assertThat(shown(suggested("event,time,page,设备ID\nview,2026-03-01 10:00:00,/tea,A1B2C3D4\n")))
        .startsWith("event ")
        .doesNotContain("customer.device");
  }

  @Test
  void demoFiles_ofWhatCustomersDid_needNoHelp() throws IOException {
    var written = new SampleMall(7, 300, SampleMall.DEFAULT_END).write(folder);
    assertThat(shown(suggested(written.miniUsers().path())))
        .isEqualTo(
            "customer [openid] openid→customer.openid, unionid→customer.unionid,"
                + " 手机号→customer.phone, 授权时间→customer.registered_at");
    assertThat(shown(suggested(written.behaviour().path())))
        .isEqualTo(
            "event [] openid→customer.openid, event→event.name, time→event.happened_at,"
                + " page→event.page, sku→event.product_code, category→event.category,"
                + " seconds→event.seconds, keyword→event.keyword");
    assertThat(shown(suggested(written.feedback().path())))
        .isEqualTo(
            "feedback [反馈编号] 反馈编号→feedback.feedback_no, 用户ID→customer.platform_id,"
                + " 订单编号→feedback.order_no, 商品编码→feedback.product_code,"
                + " 反馈类型→feedback.kind, 评分→feedback.score, 反馈内容→feedback.text,"
                + " 问题分类→feedback.topic, 反馈渠道→feedback.channel, 处理状态→feedback.status,"
                + " 反馈时间→feedback.happened_at");
    assertThat(shown(suggested(written.points().path())))
        .isEqualTo(
            "points [] 会员卡号→customer.member_card,"
                + " 变动时间→points.happened_at, 变动类型→points.kind, 变动积分→points.change,"
                + " 变动原因→points.reason");
    assertThat(shown(suggested(written.coupons().path())))
        .isEqualTo(
            "coupon [券码] 券码→coupon.coupon_no, 用户ID→customer.platform_id,"
                + " 券名称→coupon.name, 面额→coupon.amount, 领取时间→coupon.claimed_at,"
                + " 使用时间→coupon.used_at, 到期时间→coupon.expires_at, 使用订单→coupon.order_no");
    assertThat(shown(suggested(written.costs().path())))
        .isEqualTo(
            "cost [日期, 投放渠道, 投放计划] 日期→cost.day, 投放渠道→cost.channel,"
                + " 投放计划→cost.campaign, 展现量→cost.impressions, 点击量→cost.clicks,"
                + " 花费→cost.amount");
  }

  /** Words of other shops, mini-programs and desks than the demo's. */
  @Test
  void whatCustomersDid_inTheWordsOfOtherSystems() throws IOException {
    assertThat(
            shown(
                suggested(
                    """
                    事件ID,用户编号,事件名称,触发时间,商品ID,搜索关键词,停留时长
                    e1,1001,浏览商品,2026-01-01 08:00:00,A1,,12
                    e2,1001,搜索,2026-01-01 08:01:00,,茶杯,
                    """)))
        .isEqualTo(
            "event [事件ID] 事件ID→event.event_no, 用户编号→customer.platform_id,"
                + " 事件名称→event.name, 触发时间→event.happened_at, 商品ID→event.product_code,"
                + " 搜索关键词→event.keyword, 停留时长→event.seconds");
    assertThat(
            shown(
                suggested(
                    """
                    工单号,客户手机,诉求内容,问题类型,受理时间,工单状态
                    G1,13912345670,没收到货,物流,2026-01-01 08:00:00,已解决
                    G2,13912345671,少一件,错发,2026-01-02 08:00:00,处理中
                    """)))
        .isEqualTo(
            "feedback [工单号] 工单号→feedback.feedback_no, 客户手机→customer.phone,"
                + " 诉求内容→feedback.text, 问题类型→feedback.topic, 受理时间→feedback.happened_at,"
                + " 工单状态→feedback.status");
    assertThat(
            shown(
                suggested(
                    """
                    会员号,记账时间,积分增减,摘要
                    V1,2026-01-01 08:00:00,100,购物
                    V1,2026-02-01 08:00:00,-50,兑换
                    """)))
        .isEqualTo(
            "points [] 会员号→customer.member_card,"
                + " 记账时间→points.happened_at, 积分增减→points.change, 摘要→points.reason");
    assertThat(
            shown(
                suggested(
                    """
                    Voucher Code,Customer ID,Face Value,Issued At,Redeemed At,Expiry Date,Order ID
                    V1,7,10.00,2026-01-01,2026-01-03,2026-02-01,O1
                    V2,8,10.00,2026-01-01,,2026-02-01,
                    """)))
        .isEqualTo(
            "coupon [Voucher Code] Voucher Code→coupon.coupon_no,"
                + " Customer ID→customer.platform_id, Face Value→coupon.amount,"
                + " Issued At→coupon.claimed_at, Redeemed At→coupon.used_at,"
                + " Expiry Date→coupon.expires_at, Order ID→coupon.order_no");
    assertThat(
            shown(
                suggested(
                    """
                    统计日期,媒体平台,广告计划,曝光量,点击次数,消耗
                    2026-01-01,信息流,拉新,1000,10,12.50
                    2026-01-01,搜索,品牌,200,9,8.00
                    """)))
        .isEqualTo(
            "cost [统计日期, 媒体平台, 广告计划] 统计日期→cost.day, 媒体平台→cost.channel,"
                + " 广告计划→cost.campaign, 曝光量→cost.impressions, 点击次数→cost.clicks,"
                + " 消耗→cost.amount");
  }

  /** A list for people to read: a title, groups, and what was merged over both rows of the head. */
  @Test
  void memberList_underATitleAndGroups() throws IOException {
    var file = folder.resolve("vip.xlsx");
    try (var out = Files.newOutputStream(file);
        var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("名单");
      var rows =
          List.of(
              List.of("贵宾名单", "", "", ""),
              List.of("贵宾卡号", "联络", "", "所在区"),
              List.of("", "移动电话", "家庭住址", ""),
              List.of("V001", "13912345670", "梅影路1号", "徐汇区"),
              List.of("V002", "13912345671", "梅影路2号", "静安区"),
              List.of("V003", "13912345672", "", "静安区"));
      for (int row = 0; row < rows.size(); row++)
        for (int column = 0; column < 4; column++) {
          var text = rows.get(row).get(column);
          if (!text.isEmpty()) sheet.value(row, column, text);
        }
      sheet.range(0, 0, 0, 3).merge();
      sheet.range(1, 0, 2, 0).merge();
      sheet.range(1, 1, 1, 2).merge();
      sheet.range(1, 3, 2, 3).merge();
    }
    assertThat(shown(suggested(file)))
        .isEqualTo(
            "customer [贵宾卡号] 贵宾卡号→customer.member_card, 移动电话→customer.phone,"
                + " 家庭住址→customer.address, 所在区→customer.district");
  }

  /** No column tells lines apart, so there is no key; what is no product gives itself away. */
  @Test
  void realSalesFile_needsNoHelp() {
    var mapping = suggested(TestData.file("online-retail/online-retail.csv.gz"));
    assertThat(shown(mapping))
        .isEqualTo(
            "order_line [] InvoiceNo→order.order_no, StockCode→order_line.product_code,"
                + " Description→order_line.product_name, Quantity→order_line.quantity,"
                + " InvoiceDate→order.paid_at, UnitPrice→order_line.unit_price,"
                + " CustomerID→customer.platform_id, Country→customer.country");
    assertThat(mapping.kinds().stream().map(MappingSuggestionTest::rule))
        .containsExactly(
            "postage: C2 DOT POST",
            "discount: D",
            "fee: AMAZONFEE BANK CHARGES CRUK",
            "adjustment: B S",
            "manual: M m");
  }

  private static String rule(Mapping.KindRule rule) {
    var in = (io.gongbi.standard.Where.In) rule.when();
    return rule.kind()
        + ": "
        + in.values().stream().map(v -> v.shown()).collect(Collectors.joining(" "));
  }

  @Test
  void platformExport_ofOrders() throws IOException {
    assertThat(
            shown(
                suggested(
                    """
                    订单编号,买家会员名,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,店铺名称
                    1001,tb_1,12.00,交易成功,王小明,上海市,13812340001,2026-01-01 08:00:00,2026-01-01 08:01:00,茶 等多件,旗舰店
                    1002,tb_2,15.00,交易关闭,李丽,北京市,13912340001,2026-01-01 09:00:00,,碗 等多件,旗舰店
                    """)))
        .as("one title for the whole order: a line file until a person says otherwise")
        .isEqualTo(
            "order_line [] 订单编号→order.order_no, 买家会员名→customer.platform_id,"
                + " 买家实际支付金额→order.amount, 订单状态→order.status, 收货人姓名→customer.name,"
                + " 收货地址→customer.address, 联系手机→customer.phone, 订单创建时间→order.ordered_at, 订单付款时间→order.paid_at,"
                + " 宝贝标题→order_line.product_name, 店铺名称→order.shop");
  }

  @Test
  void till_withTheDayFirstAndItsOwnWords() throws IOException {
    var mapping =
        suggested(
            """
            Receipt No;Store;SKU;Item Description;Qty;Line Total;Sale Date;Loyalty Card
            R1;Leeds;10021;Mug;1;4.50;25/12/2025;C1
            R1;Leeds;10022;Plate;2;9.00;25/12/2025;C1
            R2;York;CARRIAGE;Carriage;1;3.00;03/01/2026;
            R3;York;10023;Bowl;1;2.00;04/01/2026;C2
            R4;York;10024;Cup;1;2.00;05/01/2026;C2
            """);
    assertThat(shown(mapping))
        .isEqualTo(
            "order_line [] Receipt No→order.order_no, Store→order.shop,"
                + " SKU→order_line.product_code, Item Description→order_line.product_name,"
                + " Qty→order_line.quantity, Line Total→order_line.amount,"
                + " Sale Date→order.ordered_at, Loyalty Card→customer.member_card");
    assertThat(mapping.lines().get(6).transform()).containsExactly(new Transform.DayFirst());
    assertThat(mapping.kinds().stream().map(MappingSuggestionTest::rule))
        .containsExactly("postage: CARRIAGE");
  }

  @Test
  void memberList_inEnglish() throws IOException {
    assertThat(
            shown(
                suggested(
                    """
                    Member ID,Full Name,Mobile Phone,E-mail,DOB,Sex,Tier,Points Balance,Join Date
                    M1,Ann Lee,+44 20 7946 0958,ann@a.org,1990-05-01,F,Gold,120,2024-01-01
                    M2,Bo Li,+44 20 7946 0959,bo@a.org,1991-05-01,M,Silver,10,2024-02-01
                    """)))
        .isEqualTo(
            "customer [Member ID] Member ID→customer.member_card, Full Name→customer.name,"
                + " Mobile Phone→customer.phone, E-mail→customer.email, DOB→customer.birthday,"
                + " Sex→customer.gender, Tier→customer.level, Points Balance→customer.points,"
                + " Join Date→customer.registered_at");
  }

  @Test
  void memberBookOfASmallShop() throws IOException {
    assertThat(
            shown(
                suggested(
                    """
                    卡号,贵姓大名,手机,男/女,生日,办卡日期,备注
                    VIP1,罗军,15980730215,F,1992-11-02,2025-07-14,爱喝普洱
                    VIP2,王强,18642621299,女士,1988/3/5,2024-01-06,
                    VIP3,,138 2472 2926,,1995年8月1日,2025-03-04,老顾客
                    """)))
        .isEqualTo(
            "customer [卡号] 卡号→customer.member_card, 贵姓大名→customer.name, 手机→customer.phone,"
                + " 男/女→customer.gender, 生日→customer.birthday, 办卡日期→customer.registered_at");
    assertThat(
            shown(
                suggested(
                    """
                    卡号,哪一位,尺码
                    VIP1,女,M
                    VIP2,先生,S
                    """)))
        .as("a gender is known by its values; M alone would be one, beside S it is a size")
        .isEqualTo("customer [卡号] 卡号→customer.member_card, 哪一位→customer.gender");
  }

  @Test
  void columnsWithOddNames_areKnownByTheirValues() throws IOException {
    var mapping =
        suggested(
            """
            rec_id,说明,联络,信箱,手机
            a1,老客,13812340001,a@x.org,iPhone 15
            a2,新客,13812340002,b@x.org,Mate 60
            a3,,13812340003,c@x.org,Mi 14
            """);
    assertThat(shown(mapping))
        .as("a column 手机 that holds models is no phone number")
        .isEqualTo(
            "customer [rec_id] rec_id→customer.platform_id, 联络→customer.phone,"
                + " 信箱→customer.email");
    assertThat(
            shown(
                suggested(
                    """
                    Order,When it was,Sum,ship limit
                    1,2026-01-01 08:00,12.50,2026-01-03 08:00
                    2,2026-01-02 08:00,13.50,2026-01-04 08:00
                    """)))
        .as("two columns of times: a person must say which")
        .isEqualTo("order [Order] Order→order.order_no, Sum→order.amount");
  }

  @Test
  void pricesInCents_areTakenTimesAHundredth() throws IOException {
    var mapping =
        suggested(
            """
            订单号,商品名称,数量,单价（分）,运费说明
            1,茶,1,1250,
            2,运费,1,800,
            """);
    assertThat(mapping.lines().get(3).transform())
        .containsExactly(new Transform.Times(new java.math.BigDecimal("0.01")));
    assertThat(mapping.kinds().stream().map(MappingSuggestionTest::rule))
        .containsExactly("postage: 运费");
  }

  @Test
  void source_isTheFirstWordOfTheFileName() {
    assertThat(MappingSuggestion.sourceOf("crm-会员.xlsx")).contains(new SourceId("crm"));
    assertThat(MappingSuggestion.sourceOf("Shop_orders.csv")).contains(new SourceId("shop"));
    assertThat(MappingSuggestion.sourceOf("触达.csv")).isEmpty();
  }
}
