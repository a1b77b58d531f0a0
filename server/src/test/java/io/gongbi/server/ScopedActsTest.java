package io.gongbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.gongbi.access.Contacts;
import io.gongbi.access.Role;
import io.gongbi.standard.FieldKey;
import io.gongbi.standard.Op;
import io.gongbi.standard.Where;
import io.gongbi.warehouse.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who sees Shanghai alone may do, and whom it concerns. */
class ScopedActsTest {
  @TempDir private static Path folder;
  private static TwoCities cities;
  private static Browser admin;
  private static Browser scoped;

  @BeforeAll
  static void open() {
    cities = new TwoCities(folder);
    admin = cities.admin;
    scoped = cities.scoped;
  }

  @AfterAll
  static void close() {
    cities.close();
  }

  /** What comes in, and how it is read, changes what everybody sees. */
  @Test
  void import_isForWhoSeesEverybody() {
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var field =
        "{\"entity\":\"customer\",\"name\":\"pet\",\"label\":{\"zh\":\"宠物\",\"en\":\"Pet\"},"
            + "\"type\":\"TEXT\",\"unit\":\"\",\"mandatory\":false,\"sensitivity\":\"OPEN\","
            + "\"codes\":[],\"steward\":\"\",\"description\":\"\"}";
    var mapping = admin.get("/api/source/mappings/crm/customers").text();
    for (var role : List.of(Role.analyst(), Role.marketer())) {
      var some = cities.running.loggedIn(role.over(shanghai));
      var upload = "/api/source/uploads/1";
      var imports = "/api/source/imports";
      var feed = "/api/source/mappings/crm/customers";
      var asked = "{\"upload\":\"1\",\"mapping\":%s,\"more\":[]}".formatted(mapping);
      assertThat(
              List.of(
                  some.upload(
                      "/api/source/uploads",
                      "a.csv",
                      "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                  some.post(upload + "/look", "{\"layout\":{}}"),
                  some.post(upload + "/suggest", "{\"layout\":{}}"),
                  some.post(upload + "/check", "{\"mapping\":%s}".formatted(mapping)),
                  some.post(imports, asked),
                  some.post(imports + "/1/retry", "{}"),
                  some.get(feed),
                  some.get(feed + "/look"),
                  some.put(feed, mapping)))
          .allSatisfy(
              said -> {
                assertThat(said.status()).as(said.text()).isEqualTo(403);
                assertThat(said.code()).isEqualTo("source.sees-some-only");
              });
      assertThat(
              List.of(
                  some.post("/api/standard/fields", field),
                  some.put("/api/standard/fields/x_pet", "{\"version\":1,\"field\":" + field + "}"),
                  some.post("/api/standard/fields/x_pet/retire", ""),
                  some.post("/api/standard/fields/x_pet/restore", "")))
          .allSatisfy(
              said -> {
                assertThat(said.status()).as(said.text()).isEqualTo(403);
                assertThat(said.code()).isEqualTo("standard.sees-some-only");
              });
      assertThat(some.get("/api/source/sources").status()).isEqualTo(200);
      assertThat(some.get(imports).status()).isEqualTo(200);
    }
    assertThat(
            cities
                .running
                .loggedIn(Role.marketer())
                .get("/api/source/mappings/crm/customers")
                .status())
        .isEqualTo(200);
  }

  /** Whoever may send, and sees Shanghai, sends to Shanghai whatever the segment is. */
  @Test
  void launch_reachesNobodyOutOfScope() {
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var marketer = cities.running.loggedIn(Role.marketer().over(shanghai));
    var draft =
        marketer.post(
            "/api/campaigns",
            "{\"label\":\"mine\",\"segment\":\"s1\",\"channel\":\"file\",\"message\":\"{name}\","
                + "\"controlPerMille\":0,\"costPerMessage\":0,\"windowDays\":30,\"marginPercent\":40}");
    assertThat(draft.status()).as(draft.text()).isEqualTo(200);
    var address = "/api/campaigns/" + TwoCities.key(draft);
    assertThat(marketer.post(address + "/rehearse", "{}").json().path("audience").asLong())
        .isEqualTo(3);
    cities.await(marketer.post(address + "/launch", "{\"knowingly\":true}"));
    assertThat(admin.get(address).json().path("audience").asLong()).isEqualTo(3);
    assertThat(admin.get(address + "/entries").json().valueStream())
        .extracting(e -> e.path("name").asString(""))
        .containsExactlyInAnyOrder("沪甲甲", "沪乙乙", "沪丙丙");
    assertThat(marketer.get(address + "/file").status()).as("no right to export").isEqualTo(403);
  }

  /**
   * The administrator sent to all five at 0.05; the bill says 0.045. Who may not send, or sends to
   * Shanghai alone, does not say so; who does is told what is wrong with it in their language.
   */
  @Test
  void cost_isSaidByWhoSendsToEverybodyInTheCampaign() {
    var address = "/api/campaigns/" + cities.campaign + "/cost";
    var said = "{\"costPerMessage\":0.045,\"otherCost\":0,\"note\":\"六月账单\",\"seen\":0}";
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    for (var role : List.of(Role.viewer(), Role.analyst())) {
      assertThat(cities.running.loggedIn(role).put(address, said).status()).isEqualTo(403);
      assertThat(cities.running.loggedIn(role).get(address).text())
          .isEqualTo(
              "{\"now\":{\"perMessage\":0.05,\"other\":0},\"correctable\":false,\"stated\":[]}");
    }
    var partly = cities.running.loggedIn(Role.marketer().over(shanghai));
    assertThat(partly.put(address, said).status()).isEqualTo(403);
    assertThat(partly.put(address, said).code()).isEqualTo("campaign.cost-out-of-sight");

    var marketer = cities.running.loggedIn(Role.marketer());
    for (var bad : List.of("-1", "0.00001", "1000001", "1e9"))
      assertThat(marketer.put(address, said.replace("0.045", bad)).message())
          .as(bad)
          .isEqualTo("单条成本应在 0 到 1,000,000 之间，最多 4 位小数；不知道就不填。");
    for (var none : List.of("\"many\"", "1e999"))
      assertThat(marketer.put(address, said.replace("0.045", none)).place())
          .as(none)
          .isEqualTo("costPerMessage");
    assertThat(marketer.put(address, said.replace("\"otherCost\":0,", "")).status()).isEqualTo(400);
    marketer.with("Accept-Language", "en");
    assertThat(marketer.put(address, said.replace("\"otherCost\":0", "\"otherCost\":-1")).message())
        .isEqualTo(
            "The other cost must be between 0 and 100,000,000,000, with at most 2 decimals.");

    var now = marketer.put(address, said);
    assertThat(now.status()).as(now.text()).isEqualTo(200);
    assertThat(now.json().path("now").toString()).isEqualTo("{\"perMessage\":0.045,\"other\":0.0}");
    assertThat(marketer.put(address, said).code()).isEqualTo("campaign.cost-meanwhile");
    var stated = admin.get(address).json().path("stated");
    assertThat(stated).hasSize(1);
    assertThat(stated.path(0).path("before").toString())
        .isEqualTo("{\"perMessage\":0.05,\"other\":0}");
    assertThat(stated.path(0).path("note").asString("")).isEqualTo("六月账单");
    assertThat(
            admin
                .get("/api/campaigns/" + cities.campaign)
                .json()
                .path("costPerMessage")
                .decimalValue())
        .isEqualByComparingTo("0.045");
    assertThat(
            admin
                .get("/api/campaigns/" + cities.campaign + "/effect")
                .json()
                .path("cost")
                .decimalValue())
        .as("five messages")
        .isEqualByComparingTo("0.225");
  }

  /** What was computed with zone and currency would no longer be true. */
  @Test
  void company_keepsZoneAndCurrency_onceThereAreData() {
    var settings = "{\"name\":\"宣和生活\",\"zone\":\"Asia/Shanghai\",\"currency\":\"%s\"}";
    assertThat(admin.put("/api/company", settings.formatted("USD")).code())
        .isEqualTo("server.company-fixed");
    assertThat(admin.put("/api/company", settings.formatted("CNY")).status()).isEqualTo(200);
  }

  /** Whose each record is, is told of all records or not at all. */
  @Test
  void links_areForWhoSeesEverybody_andMayTakeListsOut() {
    var path = "/api/identity/links/export";
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var running = cities.running;
    assertThat(running.loggedIn(Role.analyst().over(shanghai)).post(path, "{}").code())
        .isEqualTo("identity.sees-some-only");
    assertThat(running.loggedIn(Role.marketer()).post(path, "{}").code())
        .isEqualTo("access.right-missing");
    var told = running.loggedIn(Role.analyst()).post(path, "{}");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    assertThat(told.text())
        .startsWith("\uFEFFsource,source_record_id,customer_id\r\n")
        .contains("\r\ncrm,");
  }

  /** Whether two records are one person is said by who sees everybody and may define. */
  @Test
  void judging_isForWhoSeesEverybody_andMayDefine() {
    var review = "/api/identity/review";
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var some = cities.running.loggedIn(Role.administrator().over(shanghai));
    for (var path : List.of(review, review + "/judgements", "/api/identity/quality"))
      assertThat(some.get(path).code()).as(path).isEqualTo("identity.sees-some-only");
    assertThat(some.get("/api/identity/quality/alarms/names").code())
        .isEqualTo("identity.sees-some-only");
    assertThat(some.post(review + "/follow", "{}").code()).isEqualTo("identity.sees-some-only");
    var viewer = cities.running.loggedIn(Role.viewer());
    assertThat(viewer.get(review).status()).isEqualTo(200);
    assertThat(viewer.get("/api/identity/quality").status()).isEqualTo(200);
    assertThat(viewer.post(review + "/follow", "{}").code()).isEqualTo("access.right-missing");

    // Nobody here was ever in doubt.
    var strangers =
        "{\"one\":{\"source\":\"crm\",\"recordKey\":\"a\"},"
            + "\"other\":{\"source\":\"crm\",\"recordKey\":\"b\"},\"answer\":\"%s\"}";
    var judgements = review + "/judgements";
    assertThat(viewer.post(judgements, strangers.formatted("same")).code())
        .isEqualTo("access.right-missing");
    assertThat(admin.post(judgements, strangers.formatted("same")).code())
        .isEqualTo("identity.pair-gone");
    assertThat(admin.post(judgements, strangers.formatted("maybe")).status()).isEqualTo(400);
    assertThat(admin.delete(judgements + "/j1").status()).isEqualTo(404);
    assertThat(admin.get(review).json().path("progress").path("judged").asInt()).isZero();
    assertThat(admin.get(review + "?reason=odd").code()).isEqualTo("identity.no-reason");
    assertThat(admin.get("/api/identity/quality/alarms/odd").code()).isEqualTo("identity.no-alarm");
  }

  /** With a reason, one value, of a customer in sight; the trail then says who, whose and why. */
  @Test
  void reveal_showsOneValueForAReason_andIsKept() {
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var clerk = cities.running.loggedIn(Role.viewer().over(shanghai).showing(Contacts.REVEAL));
    var known = "/api/profile/customers/" + cities.id("沪甲甲");
    assertThat(clerk.get(known).text()).doesNotContain("13811110001");
    assertThat(ask(clerk, known, "customer.phone", "").status()).isEqualTo(400);
    assertThat(ask(clerk, known, "customer.city", "回访").status()).isEqualTo(400);
    assertThat(
            ask(clerk, "/api/profile/customers/" + cities.id("京丁丁"), "customer.phone", "回访")
                .status())
        .isEqualTo(404);
    assertThat(ask(scoped, known, "customer.phone", "回访").status()).isEqualTo(403);
    assertThat(trail()).isEmpty();
    var shown = ask(clerk, known, "customer.phone", "客户来电，核对手机");
    assertThat(shown.json().path("value").asString("")).isEqualTo("13811110001");
    assertThat(trail())
        .containsExactly("customer/" + cities.id("沪甲甲") + " customer.phone: 客户来电，核对手机");
  }

  private static Browser.Said ask(Browser who, String customer, String field, String reason) {
    return who.post(
        customer + "/reveal", "{\"field\":\"%s\",\"reason\":\"%s\"}".formatted(field, reason));
  }

  private static List<String> trail() {
    var rows = new ArrayList<String>();
    for (var row : admin.get("/api/access/audit?act=UNMASKED").json().path("rows"))
      rows.add(row.path("what").asString("") + " " + row.path("detail").asString(""));
    return rows;
  }
}
