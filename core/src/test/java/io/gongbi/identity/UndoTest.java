package io.gongbi.identity;

import static io.gongbi.TestCompany.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.Stores;
import io.gongbi.TestCompany;
import io.gongbi.campaign.Campaign;
import io.gongbi.campaign.Reach;
import io.gongbi.catalog.DefinitionId;
import io.gongbi.catalog.Label;
import io.gongbi.condition.Condition;
import io.gongbi.metric.Aggregate;
import io.gongbi.metric.Measure;
import io.gongbi.metric.Window;
import io.gongbi.profile.CardVerdict;
import io.gongbi.profile.Imputation;
import io.gongbi.refresh.Run;
import io.gongbi.source.Layout;
import io.gongbi.source.Mapping;
import io.gongbi.source.SourceId;
import io.gongbi.standard.CustomerId;
import io.gongbi.standard.EntityName;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.tag.Tag;
import io.gongbi.tag.TagRule;
import io.gongbi.trait.TestShop;
import io.gongbi.warehouse.Sql;
import io.gongbi.warehouse.View;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A word about who is who, taken back, leaves both stores as if it had never been said.
 *
 * <p>林小雨 100001 and 周敏 100002 share nothing; a person says that they are one. 赵敏 100003 and 孙倩
 * 100004 are by-standers, and 100005 is a phone of which nothing is known but what it looked at.
 */
final class UndoTest {
  /** When something came to be as it is, which the coming back is a moment of its own for. */
  static final Set<String> TIMES = Set.of("identity.assignment.since", "trait.trait.stated_at");

  /**
   * Where rows may be added: what was done, by whom and when, is never forgotten. Nothing may go.
   */
  static final List<String> ADDED =
      List.of(
          // Who said it and took it back, and both versions of what was said.
          "access_audit",
          "catalog_log",
          "catalog_definition decision",
          // The two runs.
          "refresh.finished",
          "refresh_run",
          "refresh_result",
          // That records went to another customer and came back, and what that did to traits.
          "identity.moved",
          "trait.change");

  private static final String EVENTS =
      "no → event.event_no\ndevice → customer.openid\nuser → customer.platform_id\n"
          + "event → event.name\ntime → event.happened_at";

  @TempDir Path folder;
  private TestCompany company;

  @BeforeEach
  void open() throws IOException {
    company = new TestCompany(folder, "2026-03-15T04:00:00Z");
    company
        .members(
            """
            id name   phone       card city
            a  林小雨 13900000001 K1   上海
            b  周敏   13900000002 K2   北京
            c  赵敏   13900000003 K3   北京
            d  孙倩   13900000004 K4   上海
            """)
        .orders(
            """
            no paid                status    amount phone
            o1 2026-03-10_10:00:00 completed 100    13900000001
            o2 2026-01-10_10:00:00 completed 80     13900000002
            o3 2026-02-10_10:00:00 completed 20     13900000002
            o4 2026-02-11_10:00:00 completed 70     13900000003
            """)
        .sends(
            """
            活动 手机号      组别 发送时间            状态 回复内容
            年货 13900000001 发送 2026-01-20_10:00:00 送达 -
            年货 13900000002 发送 2026-01-20_10:00:00 送达 TD
            年货 13900000003 发送 2026-01-20_10:00:00 送达 -
            """);
    land(
        "event",
        "events",
        EVENTS,
        """
        no,device,user,event,time
        e1,D1,a,view,2026-03-01 10:00:00
        e2,D2,b,view,2026-03-02 10:00:00
        e3,D9,,view,2026-03-03 10:00:00
        """);
    land(
        "feedback",
        "tickets",
        "id → feedback.feedback_no\nphone → customer.phone\ntype → feedback.kind\n"
            + "time → feedback.happened_at\ncontent → feedback.text",
        """
        id,phone,type,time,content
        f1,13900000002,投诉,2026-03-04 10:00:00,盒子压坏了
        """);
    land(
        "points",
        "points",
        "card → customer.member_card\ntime → points.happened_at\nchange → points.change",
        """
        card,time,change
        K2,2026-03-05 10:00:00,30
        """);
    land(
        "coupon",
        "coupons",
        "code → coupon.coupon_no\ncard → customer.member_card\nname → coupon.name\n"
            + "claimed → coupon.claimed_at\nvalue → coupon.amount",
        """
        code,card,name,claimed,value
        c1,K2,满减,2026-03-06 10:00:00,10
        """);
    company.refresh();
    decide();
  }

  private void land(String grain, String feed, String lines, String rows) throws IOException {
    var mapping =
        new Mapping(
            new SourceId("crm"),
            Label.typed(feed),
            feed,
            new EntityName(grain),
            Layout.csv(),
            List.of(rows.substring(0, rows.indexOf(','))),
            lines.lines().map(l -> l.split(" → ")).map(l -> Mapping.Line.of(l[0], l[1])).toList(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    company.land(Files.writeString(folder.resolve(feed + ".csv"), rows), mapping);
  }

  /** What a company has made of these four by the time somebody looks at who is who. */
  private void decide() {
    var gongbi = company.gongbi;
    gongbi.tags().ship();
    var spent =
        Measure.of(
            new Where.Always(), Aggregate.SUM, FieldKey.of("order.amount"), new Window.Ever());
    gongbi
        .tags()
        .put(
            LIN,
            Tag.KIND.id("spent"),
            Label.typed("spent"),
            new Tag("value", Label.typed("spent"), new TagRule.Statistic(spent)));
    gongbi.segments().add(LIN, Label.typed("百元"), above(spent, 100));
    gongbi.segments().fix(LIN, Label.typed("名单"), "list", listed(100002, 100003));
    gongbi
        .imputations()
        .put(
            new Imputation(
                FieldKey.of("customer.gender"),
                new Imputation.Grouped(List.of("given_name"), 2, 60)),
            LIN);
    gongbi.cards().decide(new CustomerId(100002), CardVerdict.Verdict.OWN, "问过本人", LIN);
    gongbi.cards().decide(new CustomerId(100004), CardVerdict.Verdict.SHARED, "全家都用", LIN);
    gongbi.optOuts().add(List.of("13900000003"), "电话里说的", LIN);
    company.counted();
    var reach =
        new Reach.Own(new DefinitionId("segment", "s2"), "file", "{name}", 0, BigDecimal.ONE);
    var campaign =
        gongbi.campaigns().add(LIN, Label.typed("上新"), new Campaign(reach, 14, BigDecimal.ONE));
    var sent =
        gongbi.runs().await(gongbi.launches().launch(campaign.id(), LIN, gongbi.asOf(), true));
    assertThat(sent.faults()).isEmpty();
    assertThat(sent.state()).isEqualTo(Run.State.DONE);
    company.refresh();
  }

  private static Condition above(Measure measure, int least) {
    return new Condition.Behaviour(measure, Op.GE, BigDecimal.valueOf(least));
  }

  private static Sql listed(long... ids) {
    return Sql.of(
        "select c.customer_id from {profile.customer} c where c.customer_id in (%s)"
            .formatted(
                String.join(", ", java.util.Arrays.stream(ids).mapToObj(Long::toString).toList())));
  }

  @AfterEach
  void close() {
    company.close();
  }

  /** How the stores differ from what was before, but for what may be added. */
  private List<String> changed(Stores before) {
    return company.stores(TIMES).since(before).stream()
        .filter(d -> ADDED.stream().noneMatch(a -> d.startsWith("+ " + a + " ")))
        .toList();
  }

  private static final String CUSTOMERS =
      """
      select c.customer_id, c.name, c.city, c.orders, c.net_revenue
      from {profile.customer} c
      order by c.customer_id nulls last
      """;
  private static final String DEEDS =
      """
      select e.customer_id, e.name, coalesce(e.ref, cast(e.day as varchar)) as ref
      from {profile.event} e
      order by e.customer_id nulls last, e.happened_at nulls last, e.name nulls last
      """;

  /** Of 百元, who spent at least that, or of 名单, a list that was kept. */
  private List<String> members(String segment) {
    var id = new DefinitionId("segment", segment);
    var members = company.gongbi.segments().members(id);
    return TestShop.shown(company.gongbi.warehouse().query(members, View.everything())).stream()
        .sorted()
        .toList();
  }

  private List<String> sends() {
    return company.rows(
        """
        select l.customer_id, l.campaign, l.opted_out, l.rows
        from {delivery.logged} l
        order by l.customer_id nulls last
        """);
  }

  private List<String> former() {
    return company.rows("select l.customer_id, l.now_id from {identity.alias} l");
  }

  /**
   * 周敏 has seven records and 林小雨 four: her number stays, and everything that hung on 100001 hangs
   * on it. Two sends of one campaign are one customer's, who answered TD.
   */
  @Test
  void merge_thatIsTakenBack_neverWas() {
    var before = company.stores(TIMES);
    assertThat(company.rows(CUSTOMERS))
        .containsExactly(
            "100001 林小雨 上海 1 100",
            "100002 周敏 北京 2 100",
            "100003 - - 0 0",
            "100004 赵敏 北京 1 70",
            "100005 孙倩 上海 0 0");
    assertThat(sends())
        .containsExactly("100001 年货 false 1", "100002 年货 true 1", "100004 年货 false 1");
    assertThat(members("s1")).containsExactly("100001", "100002");
    assertThat(members("s2")).containsExactly("100002", "100003");
    var decisions = company.gongbi.identityDecisions();
    company.clock.forward(Duration.ofMinutes(5));
    var merged = decisions.merge(new CustomerId(100001), new CustomerId(100002), "", LIN).id();
    company.counted();
    assertThat(former()).containsExactly("100001 100002");
    assertThat(company.rows(CUSTOMERS))
        .containsExactly(
            "100002 林小雨 上海 3 200", "100003 - - 0 0", "100004 赵敏 北京 1 70", "100005 孙倩 上海 0 0");
    assertThat(company.rows(DEEDS))
        .containsExactly(
            "100002 paid o2",
            "100002 delivered 年货",
            "100002 sent 年货",
            "100002 paid o3",
            "100002 viewed e1",
            "100002 viewed e2",
            "100002 complained f1",
            "100002 points_earned 2026-03-05",
            "100002 coupon_claimed c1",
            "100002 paid o1",
            "100003 viewed e3",
            "100004 delivered 年货",
            "100004 sent 年货",
            "100004 paid o4");
    assertThat(sends()).containsExactly("100002 年货 true 2", "100004 年货 false 1");
    assertThat(members("s1")).containsExactly("100002");
    assertThat(members("s2")).containsExactly("100002", "100003");
    company.clock.forward(Duration.ofMinutes(5));
    decisions.undo(merged, LIN);
    assertThat(changed(before)).isEmpty();
  }

  /**
   * What the account b looked at was somebody else's telephone. The id that was given to them leads
   * to 周敏 afterwards: it may stand in a list that left the house meanwhile.
   */
  @Test
  void split_thatIsTakenBack_leavesNothingButAnIdThatWasGiven() {
    var before = company.stores(TIMES);
    var looked =
        company
            .rows("select s.record_key from {quality.customer} s where s.openid = 'D2'")
            .getFirst();
    var decisions = company.gongbi.identityDecisions();
    company.clock.forward(Duration.ofMinutes(5));
    var off =
        decisions.split(new CustomerId(100002), List.of(new RecordRef("crm", looked)), "", LIN);
    company.counted();
    assertThat(company.rows(CUSTOMERS)).contains("100002 周敏 北京 2 100", "100006 - - 0 0");
    assertThat(company.rows(DEEDS)).contains("100006 viewed e2").doesNotContain("100002 viewed e2");
    company.clock.forward(Duration.ofMinutes(5));
    decisions.undo(off.id(), LIN);
    assertThat(changed(before))
        .containsExactly(
            "+ identity.alias 100006 100002 2026-03-15T04:10:09Z",
            "− warehouse.cursor identity.numbers 100005",
            "+ warehouse.cursor identity.numbers 100006");
  }

  /** D9 looked at something before anybody logged in on it; who it was is told by whoever does. */
  @Test
  void anonymousDevice_joinsWhoLogsInOnIt_andLeavesWhenItIsSplitOff() throws IOException {
    assertThat(company.rows(DEEDS)).contains("100003 viewed e3");
    land(
        "event",
        "events",
        EVENTS,
        """
        no,device,user,event,time
        e4,D9,d,view,2026-03-14 10:00:00
        """);
    company.refresh();
    assertThat(company.rows(CUSTOMERS)).contains("100003 孙倩 上海 0 0");
    assertThat(former()).containsExactly("100005 100003");
    assertThat(company.rows(DEEDS)).contains("100003 viewed e3", "100003 viewed e4");

    var anonymous =
        company.rows(
            """
            select s.record_key
            from {quality.customer} s
            where s.openid = 'D9' and s.platform_id is null
            """);
    company
        .gongbi
        .identityDecisions()
        .split(
            new CustomerId(100003), List.of(new RecordRef("crm", anonymous.getFirst())), "", LIN);
    company.refresh(true);
    assertThat(company.rows(DEEDS)).contains("100003 viewed e4").doesNotContain("100003 viewed e3");
    assertThat(company.rows(CUSTOMERS)).contains("100003 孙倩 上海 0 0");
  }
}
