package io.gongbi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gongbi.fault.FaultException;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of what customers did beside buying, named otherwise than those of the demo company. */
final class WiderSuggestionTest {
  @TempDir Path folder;

  private String suggested(String name, String text) throws IOException {
    return suggested(name, text, Optional.empty());
  }

  private String suggested(String name, String text, Optional<EntityName> said) throws IOException {
    var file = Files.writeString(folder.resolve(name), text);
    var look = Looks.look(file, name);
    var standard = new Standard();
    var mapping =
        new MappingSuggestion(standard).suggest(file, name, look, new SourceId("x"), said);
    assertThat(MappingCheck.faults(mapping, look.columnNames(), List.of(), standard))
        .as("what is suggested can be saved")
        .isEmpty();
    return mapping.feed()
        + " "
        + mapping.grain()
        + " "
        + mapping.key()
        + " "
        + mapping.lines().stream()
            .map(l -> l.column() + "→" + l.field())
            .collect(Collectors.joining(", "));
  }

  @Test
  void behaviour_ofAMiniProgram() throws IOException {
    assertThat(
            suggested(
                "track.ndjson",
                """
                {"log_id":"L1","user":{"openid":"o-1"},"event":"view","goods":{"sku":"T1"},"ts":"2026-03-01 08:00:00","extra":{"keyword":""}}
                {"log_id":"L2","user":{"openid":"o-2"},"event":"search","ts":"2026-03-01 08:00:05","extra":{"keyword":"龙井"}}
                {"log_id":"L3","user":{"openid":"o-1"},"event":"cart","goods":{"sku":"T2"},"ts":"2026-03-01 08:01:00"}
                """))
        .isEqualTo(
            "events event [log_id] log_id→event.event_no, user.openid→customer.openid,"
                + " event→event.name, goods.sku→event.product_code, ts→event.happened_at,"
                + " extra.keyword→event.keyword");
    assertThat(
            suggested(
                "visits.csv",
                """
                手机,用户行为,访问时间,页面路径,停留时长
                13812340001,浏览,2026-03-01 08:00:00,/goods/1,12
                13812340001,浏览,2026-03-01 08:01:00,/goods/2,7
                """))
        .isEqualTo(
            "events event [] 手机→customer.phone, 用户行为→event.name, 访问时间→event.happened_at,"
                + " 页面路径→event.page, 停留时长→event.seconds");
  }

  /**
   * Phone, time, amount: whose file this is nobody can tell by its heads, until a person says it.
   */
  @Test
  void whatAPersonSaysARowIs_decidesWhatItsColumnsMean() throws IOException {
    var text =
        """
        手机,时间,变动
        13712340951,2026-05-01 10:00:00,120
        13712340952,2026-05-02 11:00:00,-50
        """;
    assertThat(suggested("p.csv", text)).isEqualTo("customers customer [] 手机→customer.phone");
    assertThat(suggested("p.csv", text, Optional.of(Standard.POINTS)))
        .isEqualTo("points points [] 手机→customer.phone, 时间→points.happened_at, 变动→points.change");
    assertThatThrownBy(() -> suggested("p.csv", text, Optional.of(new EntityName("wish"))))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("source.unknown-grain");
  }

  @Test
  void reviewsAndComplaints() throws IOException {
    assertThat(
            suggested(
                "reviews.csv",
                """
                评论ID,订单号,买家账号,商品编码,星级,评论内容,评论时间
                7,1001,tb_1,T1,5,茶很香,2026-03-01 08:00:00
                8,1002,tb_2,T2,1,碎了,2026-03-02 08:00:00
                """))
        .isEqualTo(
            "feedback feedback [评论ID] 评论ID→feedback.feedback_no, 订单号→feedback.order_no,"
                + " 买家账号→customer.platform_id, 商品编码→feedback.product_code,"
                + " 星级→feedback.score, 评论内容→feedback.text, 评论时间→feedback.happened_at");
    assertThat(
            suggested(
                "tickets.csv",
                """
                Ticket ID,Phone,Ticket Type,Issue Type,Message,Created At,Ticket Status
                K1,+44 20 7946 0958,complaint,delivery,Came late,2026-03-01,open
                K2,+44 20 7946 0959,inquiry,size,Which size?,2026-03-02,resolved
                """))
        .isEqualTo(
            "feedback feedback [Ticket ID] Ticket ID→feedback.feedback_no, Phone→customer.phone,"
                + " Ticket Type→feedback.kind, Issue Type→feedback.topic, Message→feedback.text,"
                + " Created At→feedback.happened_at, Ticket Status→feedback.status");
  }

  @Test
  void points_areChangesAndNoBalance() throws IOException {
    assertThat(
            suggested(
                "points.csv",
                """
                会员卡号,变动日期,积分,类型,备注
                C1,2026-03-01,120,获得,消费
                C1,2026-03-05,-100,使用,兑换
                """))
        .isEqualTo(
            "points points [] 会员卡号→customer.member_card, 变动日期→points.happened_at,"
                + " 积分→points.change, 类型→points.kind, 备注→points.reason");
  }

  @Test
  void coupons_areKnownByTheirNumbers() throws IOException {
    assertThat(
            suggested(
                "coupons.csv",
                """
                优惠券码,优惠券名称,面值,会员手机,领券时间,核销时间,失效时间,核销订单号
                Q1,满100减10,10.00,13812340001,2026-03-01 08:00:00,,2026-04-01,
                Q2,满100减10,10.00,13812340002,2026-03-01 09:00:00,2026-03-02 10:00:00,2026-04-01,1001
                """))
        .isEqualTo(
            "coupons coupon [优惠券码] 优惠券码→coupon.coupon_no, 优惠券名称→coupon.name,"
                + " 面值→coupon.amount, 会员手机→customer.phone, 领券时间→coupon.claimed_at,"
                + " 核销时间→coupon.used_at, 失效时间→coupon.expires_at,"
                + " 核销订单号→coupon.order_no");
  }

  @Test
  void advertisingCost_isOfNobody() throws IOException {
    assertThat(
            suggested(
                "ads.csv",
                """
                统计日期,媒体,推广计划,消耗,展示量,点击数
                2026-03-01,抖音,春茶,120.50,10000,230
                2026-03-02,抖音,春茶,98.10,9000,190
                """))
        .isEqualTo(
            "costs cost [统计日期, 媒体, 推广计划] 统计日期→cost.day, 媒体→cost.channel, 推广计划→cost.campaign,"
                + " 消耗→cost.amount, 展示量→cost.impressions, 点击数→cost.clicks");
    assertThat(
            suggested(
                "spend.csv",
                "Day;Network;Campaign Name;Amount Spent;Impressions;Link Clicks\n"
                    + "2026-03-01;Search;Spring;20.50;1000;23\n"
                    + "2026-03-02;Search;Spring;18.10;900;19\n"))
        .isEqualTo(
            "costs cost [Day, Network, Campaign Name] Day→cost.day, Network→cost.channel, Campaign Name→cost.campaign,"
                + " Amount Spent→cost.amount, Impressions→cost.impressions,"
                + " Link Clicks→cost.clicks");
  }

  /** Equal awards are told apart by a number of their own, and by nothing else. */
  @Test
  void points_haveAKeyOnlyWhereEachHasANumber() throws IOException {
    assertThat(
            suggested(
                "ledger.csv",
                """
                流水号,会员卡号,变动时间,变动积分,变动原因
                9001,V1,2026-03-01 08:00:00,10,签到
                9002,V1,2026-03-01 08:00:00,10,签到
                9003,V2,2026-03-01 08:00:00,10,签到
                """))
        .startsWith("points points [流水号] ");
  }

  @Test
  void secondsAndMilliseconds_areTimes() throws IOException {
    assertThat(
            suggested(
                "orders.csv",
                """
                订单编号,实付金额,戳
                D1,12.50,1772323200
                D2,20.00,1772323265
                """))
        .contains("戳→order.ordered_at");
    assertThat(
            suggested(
                "visits.csv",
                """
                手机,用户行为,访问时间,页面路径
                13812340001,浏览,1772323200123,/goods/1
                13812340001,浏览,1772323260456,/goods/2
                """))
        .contains("访问时间→event.happened_at");
    assertThat(
            suggested(
                "visits.csv",
                """
                openid,event,page,session_id
                o-1,view,/a,1772323200
                o-2,view,/b,1772323265
                """))
        .as("a number that names something is no time")
        .doesNotContain("session_id→event.happened_at");
  }
}
