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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Three customers of Shanghai and two of Beijing. Whoever may see Shanghai meets the two of Beijing
 * nowhere: not in a list, not in a count, not in a file, not in an answer or the customers behind
 * it.
 */
class ScopeTest {
  private static final String CUSTOMERS =
      """
      会员卡号,姓名,手机号,邮箱,城市,会员等级
      SH01,沪甲甲,13811110001,jia@hu.example,上海,金卡
      SH02,沪乙乙,13811110002,yi@hu.example,上海,银卡
      SH03,沪丙丙,13811110003,bing@hu.example,上海,银卡
      BJ01,京丁丁,13922220001,ding@jing.example,北京,金卡
      BJ02,京戊戊,13922220002,wu@jing.example,北京,银卡
      """;

  private static final String ORDERS =
      """
      订单编号,会员卡号,付款时间,订单状态,实付金额
      OSH1,SH01,2026-03-01 10:00:00,已完成,100
      OSH2,SH01,2026-03-08 10:00:00,已完成,50
      OSH3,SH02,2026-03-09 10:00:00,已完成,30
      OBJ1,BJ01,2026-03-02 10:00:00,已完成,1000
      OBJ2,BJ02,2026-03-03 10:00:00,已完成,2000
      """;

  /** What is of Beijing alone: names, numbers, orders, also as a mask would leave their ends. */
  private static final List<String> FOREIGN =
      List.of(
          "京丁丁",
          "京戊戊",
          "京丁",
          "京戊",
          "13922220001",
          "13922220002",
          "jing.example",
          "BJ01",
          "BJ02",
          "OBJ1",
          "OBJ2");

  private static final List<String> PERSONAL =
      List.of("沪甲甲", "13811110001", "13811110002", "13811110003", "jia@hu.example");

  @TempDir private static Path folder;
  private static Running running;
  private static Browser admin;
  private static Browser scoped;
  private static final List<String> CAMPAIGN = new ArrayList<>();
  private static final Map<String, Long> IDS = new TreeMap<>();

  @BeforeAll
  static void open() {
    running = Running.on(folder);
    admin = running.loggedIn(Role.administrator());
    bring(upload("会员.csv", CUSTOMERS, "crm"), upload("订单.csv", ORDERS, "shop"));
    for (var row :
        admin
            .post("/api/profile/customers/search", "{\"offset\":0,\"limit\":50}")
            .json()
            .path("rows")) IDS.put(row.path("name").asString(""), row.path("id").asLong());
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    scoped = running.loggedIn(Role.analyst().over(shanghai));
    admin.post(
        "/api/segments",
        "{\"label\":\"all\",\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}");
    await(admin.post("/api/refresh/runs", "{}"));
    var campaign =
        admin.post(
            "/api/campaigns",
            "{\"label\":\"spring\",\"segment\":\"s1\",\"channel\":\"file\",\"message\":\"你好\","
                + "\"controlPerMille\":0,\"costPerMessage\":0.05,\"windowDays\":30,\"marginPercent\":40}");
    assertThat(campaign.status()).as(campaign.text()).isEqualTo(200);
    CAMPAIGN.add(key(campaign));
    await(admin.post("/api/campaigns/" + key(campaign) + "/launch", "{\"knowingly\":true}"));
    // The effect, and a scope over the campaign, speak of what the warehouse has followed.
    for (var run : admin.get("/api/refresh/runs").json()) await(run.path("id").asLong());
  }

  @AfterAll
  static void close() {
    running.close();
  }

  private static String key(Browser.Said said) {
    return said.json().path("id").asString("");
  }

  private record Piece(String upload, JsonNode mapping) {}

  private static Piece upload(String name, String text, String source) {
    var sent = admin.upload("/api/source/uploads", name, text.getBytes(StandardCharsets.UTF_8));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    var layout = sent.json().path("look").path("layout");
    var suggested =
        admin.post(
            "/api/source/uploads/" + key(sent) + "/suggest",
            "{\"source\":\"%s\",\"layout\":%s}".formatted(source, layout));
    assertThat(suggested.status()).as(suggested.text()).isEqualTo(200);
    return new Piece(key(sent), suggested.json());
  }

  private static void bring(Piece first, Piece second) {
    await(
        admin.post(
            "/api/source/imports",
            "{\"upload\":\"%s\",\"mapping\":%s,\"more\":[{\"upload\":\"%s\",\"mapping\":%s}]}"
                .formatted(first.upload(), first.mapping(), second.upload(), second.mapping())));
  }

  private static void await(Browser.Said begun) {
    assertThat(begun.status()).as(begun.text()).isEqualTo(200);
    await(begun.json().path("run").asLong());
  }

  private static void await(long number) {
    var address = "/api/refresh/runs/" + number;
    for (int i = 0; i < 600; i++) {
      var run = admin.get(address).json();
      var state = run.path("state").asString("");
      if (state.equals("done")) return;
      if (!state.equals("queued") && !state.equals("running"))
        throw new AssertionError(run.toString());
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("never done: " + address);
  }

  // The walk
  // ---------------------------------------------------------------------------------------

  /** Every address that reads, those of tomorrow too, with what it may be asked about. */
  @Test
  void nothingForeign_isInAnyAnswer() {
    var said = new TreeMap<String, Browser.Said>();
    var paths = admin.get("/openapi.json").json().path("paths");
    for (var path : paths.properties())
      if (path.getValue().has("get"))
        for (var address : filled(path.getKey())) said.put(address, scoped.get(address));
    READS.forEach(
        (address, bodies) ->
            bodies.forEach(
                body -> {
                  var answer = scoped.post(address, body);
                  assertThat(answer.status())
                      .as(address + " " + body + answer.text())
                      .isEqualTo(200);
                  said.put(address + " " + body, answer);
                }));
    // What is refused leaks nothing either, but then most must not have been refused.
    assertThat(said.values()).filteredOn(s -> s.status() == 200).hasSizeGreaterThan(30);

    var leaks = new TreeSet<String>();
    said.forEach(
        (asked, answer) -> {
          for (var word : FOREIGN) if (answer.text().contains(word)) leaks.add(asked + ": " + word);
          for (var word : PERSONAL)
            if (answer.text().contains(word)) leaks.add(asked + ": " + word);
        });
    assertThat(leaks).isEmpty();
  }

  /** The description is true of what is answered, also of refusals, whoever asks. */
  @Test
  void answer_isAsDescribed() {
    var document = admin.get("/openapi.json").json();
    var problem = document.path("components").path("schemas").path("Problem");
    var wrong = new TreeSet<String>();
    for (var path : document.path("paths").properties())
      for (var call : path.getValue().properties()) {
        var answer = call.getValue().path("responses").path("200").path("content");
        var schema = answer.path("application/json").path("schema");
        for (var said : asked(call.getKey(), path.getKey())) {
          boolean refused = said.status() >= 400;
          if (refused || schema.isObject())
            SchemaCheck.of(document, refused ? problem : schema, said.json())
                .forEach(w -> wrong.add(call.getKey() + " " + path.getKey() + w));
        }
      }
    assertThat(wrong).isEmpty();
  }

  private static List<Browser.Said> asked(String method, String path) {
    var said = new ArrayList<Browser.Said>();
    for (var browser : List.of(admin, scoped)) {
      if (method.equals("get")) filled(path).forEach(a -> said.add(browser.get(a)));
      if (method.equals("post"))
        READS.getOrDefault(path, List.of()).forEach(b -> said.add(browser.post(path, b)));
    }
    return said;
  }

  private static final Map<String, List<String>> READS =
      Map.of(
          "/api/profile/customers/search",
          List.of(
              "{\"offset\":0,\"limit\":50}",
              "{\"text\":\"京\",\"offset\":0,\"limit\":50}",
              "{\"text\":\"1392222\",\"offset\":0,\"limit\":50}",
              "{\"segment\":\"s1\",\"offset\":0,\"limit\":50}"),
          "/api/segments/count",
          List.of("{\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}"),
          "/api/segments/s1/export",
          List.of("{\"format\":\"csv\",\"columns\":[\"name\",\"phone\",\"email\"]}"),
          "/api/insights/answer",
          List.of(trend(""), "{\"type\":\"breakdown\",\"trait\":\"tag/rfm\"}"),
          "/api/insights/members",
          List.of(
              "{\"insight\":%s,\"mark\":{\"column\":\"value\",\"at\":{\"bucket\":\"2026-03-01\"}},\"offset\":0,\"limit\":50}"
                  .formatted(trend(""))));

  private static String trend(String more) {
    return "{\"type\":\"trend\",\"metric\":\"revenue\",\"grain\":\"month\","
        + "\"period\":{\"from\":\"2026-03-01\",\"until\":\"2026-04-01\"}"
        + more
        + "}";
  }

  /** {@code /api/tags/{key}/why/{customer}}: for a tag, and for one customer of each city. */
  private static List<String> filled(String path) {
    if (path.contains("/access/")) return List.of(path.replaceAll("\\{[^}]+}", "1"));
    var found = new ArrayList<String>();
    var key = path.startsWith("/api/tags") ? "rfm" : "s1";
    var base =
        path.replace("{key}", path.startsWith("/api/campaigns") ? campaign() : key)
            .replace("{source}", "crm")
            .replace("{feed}", "customers");
    if (base.contains("{customer}") || base.startsWith("/api/profile/customers/{id}")) {
      for (var name : List.of("沪甲甲", "京丁丁"))
        found.add(base.replaceAll("\\{(customer|id)}", Long.toString(IDS.getOrDefault(name, 0L))));
    } else if (base.startsWith("/api/dashboards/{")) {
      found.add("/api/dashboards/" + first("/api/dashboards"));
    } else {
      found.add(base.replaceAll("\\{[^}]+}", "1"));
    }
    return found;
  }

  /** The one that was sent to everybody. */
  private static String campaign() {
    return CAMPAIGN.getFirst();
  }

  private static String first(String list) {
    return admin.get(list).json().path(0).path("id").asString("");
  }

  // The numbers
  // ------------------------------------------------------------------------------------

  @Test
  void counts_areThoseOfTheScope() {
    assertThat(admin.get("/api/home").json().path("counts").toString())
        .isEqualTo("{\"customers\":5,\"orders\":5,\"revenue\":3180.0,\"identified\":1.0}");
    assertThat(scoped.get("/api/home").json().path("counts").toString())
        .isEqualTo("{\"customers\":3,\"orders\":3,\"revenue\":180.0}");

    var all = "{\"condition\":{\"type\":\"attribute\",\"customer\":{\"type\":\"always\"}}}";
    var count = scoped.post("/api/segments/count", all).json();
    assertThat(count.path("count").asLong()).isEqualTo(3);
    assertThat(count.path("of").asLong()).isEqualTo(3);
    assertThat(scoped.get("/api/segments/s1").json().path("size").asLong()).isEqualTo(3);
    assertThat(admin.get("/api/segments/s1").json().path("size").asLong()).isEqualTo(5);

    assertThat(
            scoped
                .post("/api/profile/customers/search", "{\"offset\":0,\"limit\":1}")
                .json()
                .path("total")
                .asLong())
        .isEqualTo(3);
    assertThat(
            ids(
                scoped
                    .post(
                        "/api/profile/customers/search",
                        "{\"segment\":\"s1\",\"offset\":0,\"limit\":50}")
                    .json()))
        .containsExactlyInAnyOrder(id("沪甲甲"), id("沪乙乙"), id("沪丙丙"));

    assertThat(
            scoped
                .post("/api/insights/answer", trend(""))
                .json()
                .path("rows")
                .path(0)
                .path(1)
                .asDouble())
        .isEqualTo(180);
    assertThat(
            ids(
                scoped
                    .post("/api/insights/members", READS.get("/api/insights/members").getFirst())
                    .json()))
        .containsExactlyInAnyOrder(id("沪甲甲"), id("沪乙乙"));

    // A line of heads, and a line for each of the three.
    assertThat(
            scoped
                .post("/api/segments/s1/export", "{\"format\":\"csv\",\"columns\":[\"city\"]}")
                .text()
                .strip()
                .lines())
        .hasSize(4);
  }

  private static long id(String name) {
    return Optional.ofNullable(IDS.get(name)).orElseThrow();
  }

  private static List<Long> ids(JsonNode page) {
    var ids = new ArrayList<Long>();
    for (var row : page.path("rows")) ids.add(row.path("id").asLong());
    return ids;
  }

  /** Whoever sees Shanghai sees no sale of nobody known: of theirs all would be identified. */
  @Test
  void identifiedShare_doesNotApplyToAScope() {
    var share = trend("").replace("\"revenue\"", "\"identifiedShare\"");
    var answer = admin.post("/api/insights/answer", share);
    assertThat(answer.json().path("rows").path(0).path(1).asDouble()).isEqualTo(1);
    assertThat(scoped.post("/api/insights/answer", share).status()).isEqualTo(403);
    assertThat(scoped.post("/api/insights/answer", share).code())
        .isEqualTo("insight.metric-needs-everybody");
    var behind = READS.get("/api/insights/members").getFirst();
    assertThat(
            scoped
                .post("/api/insights/members", behind.replace("\"revenue\"", "\"identifiedShare\""))
                .code())
        .isEqualTo("insight.metric-needs-everybody");
    assertThat(notApplying(admin)).isEmpty();
    assertThat(notApplying(scoped)).containsExactly("identifiedShare");
  }

  private static List<String> notApplying(Browser browser) {
    return browser
        .get("/api/insights/metrics")
        .json()
        .valueStream()
        .filter(m -> !m.path("applies").asBoolean())
        .map(m -> m.path("id").asString(""))
        .toList();
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
      var some = running.loggedIn(role.over(shanghai));
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
    assertThat(running.loggedIn(Role.marketer()).get("/api/source/mappings/crm/customers").status())
        .isEqualTo(200);
  }

  /** Whose each record is, is told of all records or not at all. */
  @Test
  void links_areForWhoSeesEverybody_andMayTakeListsOut() {
    var path = "/api/identity/links/export";
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
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

  /** Somebody of another scope is not there, as somebody who never was. */
  @Test
  void foreignId_isNotFound() {
    long own = id("沪甲甲");
    long foreign = id("京丁丁");
    for (var address :
        List.of(
            "/api/profile/customers/%d",
            "/api/profile/customers/%d/timeline",
            "/api/profile/customers/%d/rhythm",
            "/api/identity/why/%d",
            "/api/tags/rfm/why/%d")) {
      assertThat(scoped.get(address.formatted(own)).status()).as(address).isEqualTo(200);
      assertThat(scoped.get(address.formatted(foreign)).status()).as(address).isEqualTo(404);
      assertThat(scoped.get(address.formatted(foreign)).code())
          .as(address)
          .isEqualTo(scoped.get(address.formatted(999_999_999)).code());
    }
  }

  /**
   * The administrator sent to all five: whoever sees Shanghai finds the three of Shanghai in it.
   */
  @Test
  void campaign_isOfTheScope() {
    var address = "/api/campaigns/" + campaign();
    assertThat(admin.get(address).json().path("audience").asLong()).isEqualTo(5);
    assertThat(scoped.get(address).json().path("audience").asLong()).isEqualTo(3);
    assertThat(scoped.get(address).json().path("entries").toString()).isEqualTo("{\"SENT\":3}");
    assertThat(scoped.get("/api/campaigns").json().path(0).path("audience").asLong()).isEqualTo(3);
    assertThat(scoped.get(address + "/entries").json().valueStream())
        .extracting(e -> e.path("customer").asLong())
        .containsExactlyInAnyOrder(id("沪甲甲"), id("沪乙乙"), id("沪丙丙"));
    var arms = scoped.get(address + "/effect").json().path("arms");
    assertThat(arms.valueStream()).extracting(a -> a.path("people").asLong()).containsExactly(3L);

    // A line of heads, and a line for each of the three, with what is masked masked.
    var list = scoped.get(address + "/file").text().substring(1).lines().toList();
    assertThat(list.getFirst()).isEqualTo("message_key,phone,name,text");
    assertThat(list.subList(1, 4))
        .allSatisfy(line -> assertThat(line).matches("m[1-5],138\\*{4}000[123],沪\\*\\*,你好，拒收请回复R"));
    assertThat(list).hasSize(4);
    assertThat(admin.get(address + "/file").text()).contains("13811110001", "13922220001");
  }

  /** Whoever may send, and sees Shanghai, sends to Shanghai whatever the segment is. */
  @Test
  void launch_reachesNobodyOutOfScope() {
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var marketer = running.loggedIn(Role.marketer().over(shanghai));
    var draft =
        marketer.post(
            "/api/campaigns",
            "{\"label\":\"mine\",\"segment\":\"s1\",\"channel\":\"file\",\"message\":\"{name}\","
                + "\"controlPerMille\":0,\"costPerMessage\":0,\"windowDays\":30,\"marginPercent\":40}");
    assertThat(draft.status()).as(draft.text()).isEqualTo(200);
    var address = "/api/campaigns/" + key(draft);
    assertThat(marketer.post(address + "/rehearse", "{}").json().path("audience").asLong())
        .isEqualTo(3);
    await(marketer.post(address + "/launch", "{\"knowingly\":true}"));
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
    var address = "/api/campaigns/" + campaign() + "/cost";
    var said = "{\"costPerMessage\":0.045,\"otherCost\":0,\"note\":\"六月账单\",\"seen\":0}";
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    for (var role : List.of(Role.viewer(), Role.analyst())) {
      assertThat(running.loggedIn(role).put(address, said).status()).isEqualTo(403);
      assertThat(running.loggedIn(role).get(address).text())
          .isEqualTo(
              "{\"now\":{\"perMessage\":0.05,\"other\":0},\"correctable\":false,\"stated\":[]}");
    }
    var partly = running.loggedIn(Role.marketer().over(shanghai));
    assertThat(partly.put(address, said).status()).isEqualTo(403);
    assertThat(partly.put(address, said).code()).isEqualTo("campaign.cost-out-of-sight");

    var marketer = running.loggedIn(Role.marketer());
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
            admin.get("/api/campaigns/" + campaign()).json().path("costPerMessage").decimalValue())
        .isEqualByComparingTo("0.045");
    assertThat(
            admin
                .get("/api/campaigns/" + campaign() + "/effect")
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

  /** Phone numbers stay hidden although the role may export. */
  @Test
  void personalField_isMasked() {
    var portrait = scoped.get("/api/profile/customers/" + id("沪甲甲")).text();
    assertThat(portrait).doesNotContain("13811110001").contains("\"masked\":true");
  }

  /** With a reason, one value, of a customer in sight; the trail then says who, whose and why. */
  @Test
  void reveal_showsOneValueForAReason_andIsKept() {
    var shanghai = new Where.Compare(FieldKey.of("customer.city"), Op.EQ, Value.of("上海"));
    var clerk = running.loggedIn(Role.viewer().over(shanghai).showing(Contacts.REVEAL));
    var known = "/api/profile/customers/" + IDS.get("沪甲甲");
    assertThat(clerk.get(known).text()).doesNotContain("13811110001");
    assertThat(ask(clerk, known, "customer.phone", "").status()).isEqualTo(400);
    assertThat(ask(clerk, known, "customer.city", "回访").status()).isEqualTo(400);
    assertThat(
            ask(clerk, "/api/profile/customers/" + IDS.get("京丁丁"), "customer.phone", "回访").status())
        .isEqualTo(404);
    assertThat(ask(scoped, known, "customer.phone", "回访").status()).isEqualTo(403);
    assertThat(trail()).isEmpty();
    var shown = ask(clerk, known, "customer.phone", "客户来电，核对手机");
    assertThat(shown.json().path("value").asString("")).isEqualTo("13811110001");
    assertThat(trail())
        .containsExactly("customer/" + IDS.get("沪甲甲") + " customer.phone: 客户来电，核对手机");
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
